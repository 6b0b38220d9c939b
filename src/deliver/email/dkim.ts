import { createPrivateKey } from "node:crypto";
import DKIM from "nodemailer/lib/dkim";
import { TocsinError } from "../../model/error.ts";

/** How mail is signed (RFC 6376). */
export interface DkimOptions {
  /** `d=`: the domain of the sender's address, or one above it. */
  readonly domain: string;
  /** `s=`: the key is published at `SELECTOR._domainkey.DOMAIN`. */
  readonly selector: string;
  /** RSA private key, PEM, 1024 bits or more (RFC 8301 §3.2). Ed25519 (RFC 8463) is refused: docs/decisions/0016. */
  readonly key: string;
}

/** Those of RFC 6376 §5.4.1, and both of the one-click headers, which RFC 8058 §4 wants signed. */
const SIGNED = [
  "From",
  "Reply-To",
  "Subject",
  "Date",
  "Message-ID",
  "To",
  "MIME-Version",
  "Content-Type",
  "Content-Language",
  "In-Reply-To",
  "References",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "Auto-Submitted",
].join(":");

export type Sign = (message: Buffer) => Promise<Buffer>;

/** Throws CONFIG_INVALID for a key that would leave mail unsigned. */
export function createSign({ domain, selector, key }: DkimOptions): Sign {
  const problem = problemOf(key);
  if (problem !== null)
    throw new TocsinError("CONFIG_INVALID", problem, { fix: "Make one with: openssl genrsa -out dkim.pem 2048" });
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey: key, headerFieldNames: SIGNED });
  return async (message) => Buffer.concat((await signer.sign(message).toArray()) as Buffer[]);
}

function problemOf(pem: string): string | null {
  let key;
  try {
    key = createPrivateKey(pem);
  } catch {
    return "The DKIM key is not a private key in PEM form.";
  }
  if (key.asymmetricKeyType !== "rsa") return "The DKIM key is not an RSA key.";
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024 ? "The DKIM key is shorter than 1024 bits." : null;
}
