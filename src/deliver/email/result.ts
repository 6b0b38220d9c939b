import type { Result } from "../ports.ts";
import { TROUBLE_CODES, type TroubleCode } from "../trouble-codes.ts";
import type { Handed } from "./session.ts";
import { verdictOf } from "./status.ts";
import type { NoRelay } from "./switch.ts";

/** How it ended, as the ledger keeps it: our own words, never those of the server, which often hold the address. */
export function resultOf(handed: Handed | NoRelay, aborted: boolean): Result {
  if (handed.kind === "accepted") return { outcome: "accepted" };
  if (handed.kind === "none") {
    const { code, retryAfter } = handed;
    // No relay will ever carry it.
    if (code === "ADDRESS_NEEDS_SMTPUTF8") return { ...failed(code), permanent: true };
    return { ...failed(code), permanent: false, retryAfter };
  }
  if (handed.kind === "lost") {
    if (!handed.sent) return { ...failed(handed.code), permanent: false };
    const code = aborted ? "ABORTED" : handed.code === "RELAY_GARBAGE" ? "ANSWER_UNREADABLE" : "ANSWER_LOST";
    return { outcome: "unknown", code, reason: TROUBLE_CODES[code] };
  }
  const { code, gone, retryAfter } = verdictOf(null, handed.reply);
  const [status] = /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3}(?= )|)/.exec(handed.reply) ?? [""];
  const reason = `${TROUBLE_CODES[code]} (${status.trim().replace("-", " ")})`;
  if (handed.reply.startsWith("4")) return { outcome: "failed", code, reason, permanent: false, retryAfter };
  // Only an answer to the recipient says that the address is no more.
  const isGone = gone && handed.step === "recipient";
  return { outcome: "failed", code, reason, permanent: true, ...(isGone ? { gone: true } : {}) };
}

function failed(code: TroubleCode): { outcome: "failed"; code: TroubleCode; reason: string } {
  return { outcome: "failed", code, reason: TROUBLE_CODES[code] };
}
