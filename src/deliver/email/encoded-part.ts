import { encode, wrap } from "nodemailer/lib/qp";

/** A MIME part whose beginning is the same for everybody and encoded once: gives the whole of it for a foot. */
export type EncodedPart = (foot: string) => string;

/** Bytes in one line of base64 (RFC 2045 §6.8). */
const BASE64_BYTES = 57;

/** A text part in UTF-8, as quoted-printable where most of it is ASCII, else as base64 (RFC 2045 §6). */
export function encodedPart(subtype: "plain" | "html", body: string): EncodedPart {
  const bytes = lines(body);
  const readable = bytes.reduce((count, byte) => (byte < 128 ? count + 1 : count), 0) * 5 >= bytes.length * 4;
  const head = (encoding: string): string =>
    `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  if (readable) {
    const before = head("quoted-printable") + wrap(encode(bytes));
    return (foot) => before + wrap(encode(lines(foot)));
  }
  // Whole lines of base64 can be joined; the bytes of the last one go with the foot.
  const whole = bytes.length - (bytes.length % BASE64_BYTES);
  const before = head("base64") + base64(bytes.subarray(0, whole));
  const rest = bytes.subarray(whole);
  return (foot) => before + base64(Buffer.concat([rest, lines(foot)]));
}

/** Lines of mail end in CRLF (RFC 5322 §2.1). */
const lines = (text: string): Buffer => Buffer.from(text.replace(/\n/g, "\r\n"));

const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/.{1,76}/g, "$&\r\n");
