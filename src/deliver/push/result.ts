import type { Result } from "../ports.ts";
import { TROUBLE_CODES, type TroubleCode } from "../trouble-codes.ts";
import { retryAfterSeconds } from "../retry-after.ts";
import type { Handed } from "../wire.ts";

/** How it ended, as the ledger keeps it: the words are ours, since what a service writes may name the address. */
export function resultOf(handed: Handed, nowMs: number): Result {
  if (handed.kind === "lost") {
    const { code, sent } = handed;
    if (sent) return { outcome: "unknown", code, reason: TROUBLE_CODES[code] };
    return failed(code, code === "ADDRESS_BLOCKED");
  }
  const { status } = handed;
  // RFC 8030 §5 and §5.1.
  if (status === 201 || status === 202) return { outcome: "accepted" };
  // Neither a yes nor a no in the language of push services.
  if (status < 300) return { outcome: "unknown", code: "ANSWER_UNREADABLE", reason: said("ANSWER_UNREADABLE", status) };
  if (status === 404 || status === 410) return { ...failed("ENDPOINT_GONE", true, status), gone: true };
  if (status === 413) return failed("PUSH_TOO_LARGE", true, status);
  if (status === 401) return failed("PUSH_KEY_REFUSED", false, status);
  // Bound to another key of ours, or to another office's.
  if (status === 403) return failed("PUSH_KEY_REFUSED", true, status);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const retryAfter = retryAfterSeconds(handed.retryAfter, nowMs);
    const later = failed(status === 429 ? "LATER" : "PUSH_SERVICE_FAILED", false, status);
    return retryAfter === null ? later : { ...later, retryAfter };
  }
  return failed("PUSH_REFUSED", true, status);
}

/** A failure by its code. */
export function failed(
  code: TroubleCode,
  permanent: boolean,
  status: number | null = null,
): Extract<Result, { readonly outcome: "failed" }> {
  return { outcome: "failed", code, reason: status === null ? TROUBLE_CODES[code] : said(code, status), permanent };
}

const said = (code: TroubleCode, status: number): string => `${TROUBLE_CODES[code]} (${status})`;
