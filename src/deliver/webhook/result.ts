import { failure } from "../failure.ts";
import type { Result } from "../ports.ts";
import { retryAfterSeconds } from "../retry-after.ts";
import { TROUBLE_CODES } from "../trouble-codes.ts";
import type { Handed } from "../wire.ts";

/**
 * How it ended, as the ledger keeps it, in words of ours. A receiver knows a message again by its id, so one whose
 * answer was lost is sent once more (Standard Webhooks, "Idempotency"), save where we were told to stop.
 */
export function resultOf(handed: Handed, nowMs: number): Result {
  if (handed.kind === "lost") {
    const { code, sent } = handed;
    if (sent && code === "ABORTED") return { outcome: "unknown", code, reason: TROUBLE_CODES[code] };
    return failure(code, code === "ADDRESS_BLOCKED");
  }
  const { status } = handed;
  if (status < 300) return { outcome: "accepted" };
  if (status < 400) return failure("REDIRECTED", true, status);
  if (status === 410) return { ...failure("WEBHOOK_GONE", true, status), gone: true };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const retryAfter = retryAfterSeconds(handed.retryAfter, nowMs);
    const later = failure(status === 429 ? "LATER" : "WEBHOOK_FAILED", false, status);
    return retryAfter === null ? later : { ...later, retryAfter };
  }
  return failure("REFUSED", true, status);
}
