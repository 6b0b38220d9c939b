import { domainToASCII } from "node:url";
import { TocsinError } from "../../model/error.ts";

/** Octets, RFC 5321 §4.5.3.1.1 and §4.5.3.1.3 (a path is 256 octets with its two brackets). */
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
const LABEL_MAX = 63;

/** Dot-atom (RFC 5321 §4.1.2), with letters beyond ASCII as RFC 6531 §3.3 allows. Quoted local parts are not taken. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002\uFF0E\uFF61-]+$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * A mail address in its one form: NFC, the domain in lower case and Punycode (UTS 46); the local part keeps its case
 * (RFC 5321 §2.4), which fingerprints leave aside. Throws ADDRESS_INVALID with what is wrong, never with the address.
 */
export function mailAddress(text: string): string {
  const trimmed = text.trim().normalize("NFC");
  const at = trimmed.lastIndexOf("@");
  if (at < 1 || at === trimmed.length - 1) throw wrong("An e-mail address has a name, an @ and a domain.");
  const local = trimmed.slice(0, at);
  if (!LOCAL.test(local)) throw wrong("What stands before the @ has characters that an e-mail address cannot have.");
  if (Buffer.byteLength(local) > LOCAL_MAX) throw wrong("What stands before the @ is too long.");
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (domain === null) throw wrong("What stands after the @ is not the name of a domain.");
  const address = `${local}@${domain}`;
  if (Buffer.byteLength(address) > ADDRESS_MAX) throw wrong("The address is too long.");
  return address;
}

/** True when its local part can only travel where SMTPUTF8 is offered (RFC 6531). */
export function needsSmtpUtf8(address: string): boolean {
  return /[^\u0000-\u007f]/.test(address);
}

function asciiDomain(text: string): string | null {
  if (!DOMAIN.test(text)) return null;
  const ascii = domainToASCII(text).replace(/\.$/, "");
  const labels = ascii.split(".");
  if (labels.length < 2 || labels.some((label) => label.length > LABEL_MAX || !LABEL.test(label))) return null;
  // All digits in the last label: an IP address, or nothing.
  return /^\d+$/.test(labels.at(-1) ?? "") ? null : ascii;
}

function wrong(message: string): TocsinError {
  return new TocsinError("ADDRESS_INVALID", message, { fix: "Write it like name@example.org." });
}
