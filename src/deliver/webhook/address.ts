import { TocsinError } from "../../model/error.ts";
import { isBlockedLiteral, portOf } from "../../model/guarded-connect.ts";
import { isAllowedHost, type AllowList } from "../../model/public-address.ts";

/** Where a program takes messages, and what they are signed with. */
export interface WebhookTarget {
  readonly url: string;
  /** As Standard Webhooks writes it: `whsec_` and 24 to 64 bytes in base64. */
  readonly secret: string;
}

const TEXT_MAX = 4096;
const URL_MAX = 2048;
const SECRET_BYTES = { min: 24, max: 64 } as const;
const PREFIX = "whsec_";

/** Receiver and secret in their one form, as JSON. Throws ADDRESS_INVALID, without repeating anything of it. */
export function webhookAddress(text: string, allow: AllowList): string {
  const { url, secret } = webhookTarget(text, allow);
  return JSON.stringify({ url, secret });
}

/** Reads what `webhookAddress` gives. Throws ADDRESS_INVALID. */
export function webhookTarget(text: string, allow: AllowList): WebhookTarget {
  const { url, secret } = fieldsOf(text);
  return { url: webhookUrl(url, allow), secret: webhookSecret(secret) };
}

/** The receiver that an address names: one receiver has one subscription, whatever its secret. */
export function receiverOf(address: string): string {
  try {
    return String(fieldsOf(address)["url"]);
  } catch {
    return address;
  }
}

/**
 * A receiver's address in its one form: https at a public host, save those that the list allows by host and port.
 * Throws ADDRESS_INVALID.
 */
export function webhookUrl(text: unknown, allow: AllowList): string {
  const url = typeof text === "string" && text.length <= URL_MAX ? URL.parse(text.trim()) : null;
  if (url === null) throw invalid("It is not the address of a receiver.");
  const port = portOf(url.protocol, url.port);
  const chosen = isAllowedHost(allow, url.hostname, port) && /^https?:$/.test(url.protocol);
  // Ports of the system other than that of https belong to services that never asked for messages.
  const open = url.protocol === "https:" && url.hostname.includes(".") && (port === 443 || port >= 1024);
  if (!(open || chosen) || url.username !== "" || url.password !== "")
    throw invalid("The receiver is not at a public https address.");
  if (isBlockedLiteral(allow, url.hostname, port)) throw invalid("The receiver is at an address that is not public.");
  url.hash = "";
  return url.href;
}

/** A secret in its one form. Throws ADDRESS_INVALID. */
export function webhookSecret(text: unknown): string {
  const [, coded] = typeof text === "string" ? (/^whsec_([A-Za-z0-9+/]{1,100}={0,2})$/.exec(text.trim()) ?? []) : [];
  const bytes = Buffer.from(coded ?? "", "base64");
  if (bytes.length < SECRET_BYTES.min || bytes.length > SECRET_BYTES.max)
    throw invalid("The secret is not whsec_ and 24 to 64 bytes in base64.");
  return secretOf(bytes);
}

/** A secret of these bytes. */
export function secretOf(bytes: Uint8Array): string {
  return PREFIX + Buffer.from(bytes).toString("base64");
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = text.length > TEXT_MAX ? null : JSON.parse(text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Says the same as below: what it is not.
  }
  throw invalid("It is not a receiver with its secret.");
}

function invalid(message: string): TocsinError {
  return new TocsinError("ADDRESS_INVALID", message);
}
