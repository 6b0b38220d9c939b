import type { TroubleCode } from "../trouble-codes.ts";

/** What a status says of a message and its mailbox. */
export interface Verdict {
  readonly code: TroubleCode;
  /** The address is no more. */
  readonly gone: boolean;
  /** Seconds to wait, where trying again makes sense. */
  readonly retryAfter: number;
}

const MINUTE = 60;

/** By subject and detail (RFC 3463 §3, and the registry of RFC 5248), or by subject alone. */
const BY_DETAIL: Readonly<Record<string, TroubleCode>> = {
  "1.0": "MAILBOX_UNKNOWN",
  "1.1": "MAILBOX_UNKNOWN",
  "1.2": "DOMAIN_UNKNOWN",
  "1.3": "ADDRESS_INVALID",
  "1.6": "MAILBOX_UNKNOWN",
  "1.7": "RELAY_REFUSED",
  "1.8": "RELAY_REFUSED",
  "1.10": "DOMAIN_UNKNOWN",
  "1": "ADDRESS_INVALID",
  "2.1": "MAILBOX_DISABLED",
  "2.2": "MAILBOX_FULL",
  "2.3": "MESSAGE_TOO_LARGE",
  "2": "REFUSED",
  "3.4": "MESSAGE_TOO_LARGE",
  "3": "LATER",
  "4.4": "DOMAIN_UNKNOWN",
  "4.6": "MAIL_LOOP",
  "4.7": "EXPIRED",
  "4": "NETWORK",
  "6.7": "ADDRESS_NEEDS_SMTPUTF8",
  "6.9": "ADDRESS_NEEDS_SMTPUTF8",
  "6": "CONTENT_REFUSED",
  "7": "POLICY_REFUSED",
};

/** Without an enhanced code, by reply (RFC 5321 §4.2.3). */
const BY_REPLY: Readonly<Record<number, TroubleCode>> = {
  421: "RELAY_BUSY",
  450: "LATER",
  451: "LATER",
  452: "LATER",
  550: "REFUSED",
  551: "MAILBOX_UNKNOWN",
  552: "MAILBOX_FULL",
  553: "ADDRESS_INVALID",
  554: "REFUSED",
  556: "DOMAIN_UNKNOWN",
};

/** The address itself is at fault: nothing will ever reach it. */
const GONE: ReadonlySet<TroubleCode> = new Set(["MAILBOX_UNKNOWN", "MAILBOX_DISABLED", "DOMAIN_UNKNOWN"]);

const RETRY: Readonly<Partial<Record<TroubleCode, number>>> = {
  MAILBOX_FULL: 60 * MINUTE,
  NETWORK: 15 * MINUTE,
  DOMAIN_UNKNOWN: 15 * MINUTE,
};

/** 550 alone also stands for refusals by policy; the words tell whether the mailbox is meant. */
const NO_MAILBOX =
  /\b(user|mailbox|recipient|address|account)\b.{0,60}\b(unknown|not found|no longer|does(n't| not) exist|invalid|unavailable)\b|\b(unknown|no such|invalid)\b.{0,20}\b(user|mailbox|recipient|address|account|person)\b/i;

/**
 * A status such as `5.1.1`, an SMTP reply such as `550 5.1.1 …`, or both → what it says. The reply's words are read for
 * a bare 550 alone and never kept: they often hold the address.
 */
export function verdictOf(status: string | null, reply: string): Verdict {
  const basic = Number(/^[45]\d\d(?=[\s-]|$)/.exec(reply)?.[0] ?? 0);
  const enhanced =
    /^([45])\.(\d{1,3}\.\d{1,3})$/.exec(status ?? "") ?? /^[45]\d\d[\s-]([45])\.(\d{1,3}\.\d{1,3})(?=\s|$)/.exec(reply);
  const temporary = (enhanced?.[1] ?? String(basic)).startsWith("4");
  const code = codeOf(enhanced?.[2] ?? null, basic, reply);
  // 4.7.x and 4.1.x: refused for now, greylisting most often.
  const soft = temporary && (code === "POLICY_REFUSED" || code === "ADDRESS_INVALID" || code === "REFUSED");
  return {
    code: soft ? "LATER" : code,
    gone: !temporary && GONE.has(code),
    retryAfter: RETRY[code] ?? 5 * MINUTE,
  };
}

function codeOf(detail: string | null, basic: number, reply: string): TroubleCode {
  if (basic === 550 && (detail === null || detail === "0.0") && NO_MAILBOX.test(reply)) return "MAILBOX_UNKNOWN";
  if (detail !== null && detail !== "0.0") {
    const known = BY_DETAIL[detail] ?? BY_DETAIL[detail.split(".")[0] ?? ""];
    if (known !== undefined) return known;
  }
  return BY_REPLY[basic] ?? (basic >= 400 && basic < 500 ? "LATER" : "REFUSED");
}
