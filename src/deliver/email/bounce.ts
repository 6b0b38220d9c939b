import { TROUBLE_CODES, type TroubleCode } from "../trouble-codes.ts";
import type { MailIds, MailSubject } from "./mail-id.ts";
import { headersOf, readMime, type MimePart, type ReadMime } from "./mime.ts";
import { verdictOf, type Verdict } from "./status.ts";

/** A message that was accepted first and came back. */
export interface Bounce extends MailSubject {
  readonly code: TroubleCode;
  readonly reason: string;
  readonly permanent: boolean;
  /** The address is no more, or its owner does not want our mail: the subscriber is suspended. */
  readonly gone: boolean;
}

/** What a message to the bounce address, or a call of a relay's webhook, turned out to be. */
export type BounceReading =
  | { readonly kind: "bounce"; readonly bounce: Bounce }
  /** delay: still under way; other: no report of a failure; unsigned: no name of ours, or a forged one. */
  | { readonly kind: "none"; readonly why: "delay" | "other" | "unsigned" };

const none = (why: "delay" | "other" | "unsigned"): BounceReading => ({ kind: "none", why });

/** Headers in which servers keep the address that a message was delivered to. */
const RECIPIENT_HEADERS = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"];

/**
 * Reads a delivery status notification (RFC 3464 in RFC 6522). `recipient`: the envelope's recipient where it is known.
 * Believes a name signed by us alone; what the message says of itself otherwise proves nothing.
 */
export function readBounce(
  bytes: Uint8Array,
  ids: MailIds,
  { recipient = "", mime = readMime }: { readonly recipient?: string; readonly mime?: ReadMime } = {},
): BounceReading {
  const message = mime(bytes);
  const all = flat(message);
  const status = all.find(
    ({ type }) => type === "message/delivery-status" || type === "message/global-delivery-status",
  );
  if (status === undefined) return none("other");
  const groups = status.body.split(/\n[ \t]*\n/).map(headersOf);
  const failed = groups.find((fields) => first(fields, "action") === "failed");
  if (failed === undefined)
    return none(groups.some((fields) => first(fields, "action") === "delayed") ? "delay" : "other");
  const subject = ids.read(
    [recipient, ...RECIPIENT_HEADERS.flatMap((name) => message.headers.get(name) ?? [])].join("\n"),
  );
  const named = subject ?? ids.read(originalId(all));
  if (named === null) return none("unsigned");
  const diagnostic = /^smtp\s*;\s*(.*)$/is.exec(first(failed, "diagnostic-code"))?.[1] ?? "";
  return bounced(named, first(failed, "status").split(/[\s(]/)[0] ?? "", diagnostic);
}

/** Message-ID of the message that came back, from the report's third part. */
function originalId(all: readonly MimePart[]): string {
  const returned = all.filter(({ type }) => /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/.test(type));
  return returned.flatMap(({ body }) => headersOf(body.split("\n\n")[0] ?? "").get("message-id") ?? []).join("\n");
}

const flat = (part: MimePart): readonly MimePart[] => [part, ...part.parts.flatMap(flat)];

const first = (fields: ReadonlyMap<string, readonly string[]>, name: string): string =>
  (fields.get(name)?.[0] ?? "").trim().toLowerCase();

/**
 * Reads what a relay's webhook tells, in a shape that the services' own are easily brought to:
 * `{ event: "bounce" | "complaint" | "delay", messageId?, returnPath?, status?, reply? }` with `status` an enhanced
 * status code (RFC 3463) and `reply` the SMTP reply. The signed name in `messageId` or `returnPath` says whose it is.
 */
export function readBounceHook(body: unknown, ids: MailIds): BounceReading {
  const field = (name: string): string => {
    const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === "string" ? value.slice(0, 1000) : "";
  };
  const event = field("event");
  if (event !== "bounce" && event !== "complaint") return none(event === "delay" ? "delay" : "other");
  const named = ids.read(`${field("returnPath")}\n${field("messageId")}`);
  if (named === null) return none("unsigned");
  if (event === "bounce") return bounced(named, field("status"), field("reply"));
  const reason = TROUBLE_CODES.COMPLAINT;
  return { kind: "bounce", bounce: { ...named, code: "COMPLAINT", reason, permanent: true, gone: true } };
}

function bounced(named: MailSubject, status: string, reply: string): BounceReading {
  const { code, gone, class: kind } = judged(status, reply);
  const shown = /^[45]\.\d{1,3}\.\d{1,3}$/.test(status) ? ` (${status})` : "";
  const reason = `${TROUBLE_CODES[code]}${shown}`;
  return { kind: "bounce", bounce: { ...named, code, reason, permanent: kind === "5", gone } };
}

/** A relay reports failure after its last try: then `LATER` and the like mean that it gave up. */
function judged(status: string, reply: string): Verdict & { readonly class: string } {
  const verdict = verdictOf(status, reply);
  const kind = /^[45]/.exec(status)?.[0] ?? /^[45]/.exec(reply)?.[0] ?? "5";
  const code = verdict.code === "LATER" || verdict.code === "NETWORK" ? "EXPIRED" : verdict.code;
  return { ...verdict, code, class: kind };
}
