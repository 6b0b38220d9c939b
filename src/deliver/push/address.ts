import { ECDH } from "node:crypto";
import { TocsinError } from "../../model/error.ts";
import { isBlockedLiteral, portOf } from "../../model/guarded-connect.ts";
import { isAllowedHost, type AllowList } from "../../model/public-address.ts";

/** What a browser gives for messages to it (W3C Push API, PushSubscription.toJSON). */
export interface PushTarget {
  /** Where its push service takes them; whoever knows it may knock. */
  readonly endpoint: string;
  /** RFC 8291 §3.1 and §3.2, in base64url: a point on P-256, uncompressed, and 16 random bytes. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

const TEXT_MAX = 4096;
const ENDPOINT_MAX = 2048;
const POINT_BYTES = 65;
const AUTH_BYTES = 16;

/** A subscription in its one form, as JSON. Throws ADDRESS_INVALID, without repeating anything of it. */
export function pushAddress(text: string, allow: AllowList): string {
  return JSON.stringify(pushTarget(text, allow));
}

/**
 * Reads a subscription; what else stands in the JSON is left out. Endpoints are taken at https and its own port alone,
 * save those that the list allows by host and port. Throws ADDRESS_INVALID.
 */
export function pushTarget(text: string, allow: AllowList): PushTarget {
  const { endpoint, keys } = fieldsOf(text);
  const { p256dh, auth } = fieldsIn(keys);
  return { endpoint: endpointOf(endpoint, allow), keys: { p256dh: pointOf(p256dh), auth: secretOf(auth) } };
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  if (text.length > TEXT_MAX) throw invalid("It is too long to be a subscription of a browser.");
  try {
    return fieldsIn(JSON.parse(text));
  } catch {
    throw invalid("It is not a subscription of a browser.");
  }
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function endpointOf(endpoint: unknown, allow: AllowList): string {
  const url = typeof endpoint === "string" && endpoint.length <= ENDPOINT_MAX ? URL.parse(endpoint) : null;
  if (url === null) throw invalid("It names no address of a push service.");
  const port = portOf(url.protocol, url.port);
  const chosen = isAllowedHost(allow, url.hostname, port);
  const open = url.protocol === "https:" && url.port === "" && url.hostname.includes(".");
  const web = url.protocol === "https:" || url.protocol === "http:";
  if (!web || !(open || chosen) || url.username !== "" || url.password !== "")
    throw invalid("Its push service is not at a public https address.");
  if (isBlockedLiteral(allow, url.hostname, port))
    throw invalid("Its push service is at an address that is not public.");
  // Google's service before web push had keys; it was closed in 2019.
  if (url.hostname === "android.googleapis.com") throw invalid("Its push service is no more.");
  url.hash = "";
  return url.href;
}

/** A point that is not on the curve would give the secret of the exchange away, bit by bit (RFC 8291 §7). */
function pointOf(text: unknown): string {
  const bytes = bytesOf(text, POINT_BYTES);
  try {
    ECDH.convertKey(bytes, "prime256v1");
  } catch {
    throw invalid("Its public key is not on the curve P-256.");
  }
  return bytes.toString("base64url");
}

function secretOf(text: unknown): string {
  return bytesOf(text, AUTH_BYTES).toString("base64url");
}

/** Some programs write plain base64, or with padding. */
function bytesOf(text: unknown, length: number): Buffer {
  if (typeof text !== "string" || !/^[\w+/-]{1,100}={0,2}$/.test(text)) throw invalid("One of its keys is missing.");
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== length) throw invalid("One of its keys has the wrong length.");
  return bytes;
}

function invalid(message: string): TocsinError {
  return new TocsinError("ADDRESS_INVALID", message);
}
