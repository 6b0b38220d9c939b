import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto";
import { TocsinError } from "../model/error.ts";
import type { Channel } from "../model/channel.ts";
import type { Random } from "../model/id.ts";
import { instantOf, msOf, type Instant } from "../model/time.ts";
import { decodeBase32, encodeBase32 } from "./base32.ts";
import type { LinkPurpose, Sealer } from "./ports.ts";
import { receiverOf } from "./webhook/address.ts";

/** Bytes of the secret that all keys are derived from. */
export const DELIVERY_SECRET_BYTES = 32;

const KEY_BYTES = 32;
/** NIST SP 800-38D §8.2: a nonce of 96 bits; random ones are good for 2³² sealings under one key (§8.3). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Addresses are filled up to a multiple of this, so that a box says little of how long the address is. */
const BLOCK_BYTES = 64;
/** HMAC-SHA-256 cut to its first half (RFC 2104 §5): links stay short. */
const MAC_BYTES = 16;
const TOKEN_MAX = 200;
const SUBJECT_MAX = 64;
/** First byte of a token: does it say when it expires? */
const LASTING = 1;
const EXPIRING = 2;
const EXPIRES_BYTES = 5;

const PURPOSES: readonly LinkPurpose[] = ["confirm", "manage", "leave", "bounce"];

/**
 * Seals with keys derived from one secret, one for each purpose (HKDF-SHA-256, RFC 5869). Throws KEY_INVALID when the
 * secret is not DELIVERY_SECRET_BYTES long.
 */
export function createSealer(secret: Uint8Array, random: Random): Sealer {
  if (secret.length !== DELIVERY_SECRET_BYTES) {
    throw new TocsinError("KEY_INVALID", `A delivery key has ${DELIVERY_SECRET_BYTES} bytes.`, {
      fix: "Restore key/delivery.key from the backup.",
    });
  }
  // As key objects: bytes would be made into one at each use, which takes longer than the use.
  const derive = (purpose: string): KeyObject =>
    createSecretKey(
      new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(0), `tocsin delivery 1 ${purpose}`, KEY_BYTES)),
    );
  const boxKey = derive("address");
  const printKey = derive("fingerprint");
  const linkKeys = new Map(PURPOSES.map((purpose) => [purpose, derive(`link ${purpose}`)]));

  const fingerprint = (channel: Channel, address: string): string =>
    createHmac("sha256", printKey)
      .update(`${channel}\0${comparable(channel, address)}`)
      .digest("hex");

  const macOf = (purpose: LinkPurpose, content: Uint8Array): Buffer =>
    createHmac("sha256", linkKeys.get(purpose) ?? derive(`link ${purpose}`))
      .update(content)
      .digest()
      .subarray(0, MAC_BYTES);

  return {
    fingerprint,
    seal(channel, address) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", boxKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(channel));
      const text = Buffer.concat([cipher.update(padded(address)), cipher.final()]);
      const box = Buffer.concat([nonce, text, cipher.getAuthTag()]).toString("base64");
      return { box, fingerprint: fingerprint(channel, address) };
    },
    open(channel, sealed) {
      const bytes = Buffer.from(sealed.box, "base64");
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv("aes-256-gcm", boxKey, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(channel));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
        const end = text.indexOf(0);
        const address = text.subarray(0, end === -1 ? text.length : end).toString("utf8");
        // The fingerprint stands beside the box: both must speak of one address.
        if (!equal(fingerprint(channel, address), sealed.fingerprint))
          throw new Error("fingerprint of another address");
        return address;
      } catch {
        throw new TocsinError("DELIVERY_KEY", "An address cannot be opened: it was sealed with another delivery key.", {
          fix: "Restore key/delivery.key from the backup that the database came from.",
        });
      }
    },
    sign(purpose, subject, expires) {
      const content = tokenContent(subject, expires);
      return encodeBase32(Buffer.concat([content, macOf(purpose, content)]));
    },
    read(purpose, token, now) {
      const bytes = token.length > TOKEN_MAX ? null : decodeBase32(token);
      if (bytes === null || bytes.length <= 1 + MAC_BYTES) return null;
      const content = bytes.subarray(0, -MAC_BYTES);
      // Nothing of the content is looked at before the signature holds.
      if (!timingSafeEqual(macOf(purpose, content), bytes.subarray(-MAC_BYTES))) return null;
      const expires = content[0] === EXPIRING ? Buffer.from(content).readUIntBE(1, EXPIRES_BYTES) * 1000 : null;
      if (expires !== null && instantOf(expires) <= now) return null;
      return Buffer.from(content.subarray(expires === null ? 1 : 1 + EXPIRES_BYTES)).toString("utf8");
    },
  };
}

/** Nobody has two mailboxes that differ in letter case alone (RFC 5321 §2.4 advises against it). */
function comparable(channel: Channel, address: string): string {
  if (channel === "webhook") return receiverOf(address);
  return channel === "email" ? address.normalize("NFC").toLowerCase() : address;
}

function padded(address: string): Buffer {
  const text = Buffer.from(address, "utf8");
  if (text.includes(0)) throw new TocsinError("ADDRESS_INVALID", "An address has no NUL in it.");
  return Buffer.concat([text, Buffer.alloc(BLOCK_BYTES - (text.length % BLOCK_BYTES))]);
}

function tokenContent(subject: string, expires: Instant | null): Buffer {
  const text = Buffer.from(subject, "utf8");
  if (text.length > SUBJECT_MAX) throw new TocsinError("DELIVERY_LINK", "The subject of a link is too long.");
  if (expires === null) return Buffer.concat([Buffer.from([LASTING]), text]);
  const head = Buffer.alloc(1 + EXPIRES_BYTES, EXPIRING);
  head.writeUIntBE(msOf(expires) / 1000, 1, EXPIRES_BYTES);
  return Buffer.concat([head, text]);
}

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
