import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { TocsinError } from "../model/error.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { sameBytes } from "./hash.ts";
import type { Signer } from "./ports.ts";

/** Signature type of plain Ed25519 (C2SP signed-note, "Signature types"). */
const ED25519 = 0x01;

/** What readers need to check signatures: a name and a public key. */
export interface VerifierKey {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

/** A name on a signature line: not empty, no Unicode space, no plus, no control character (C2SP signed-note). */
export function isKeyName(text: string): boolean {
  return text !== "" && text.isWellFormed() && !/[\s\p{Cc}+]/u.test(text);
}

/** SHA-256(name || 0x0A || 0x01 || public key), first 4 bytes (C2SP signed-note, "Ed25519 signatures"). */
export function keyId(name: string, publicKey: Uint8Array): Uint8Array {
  const digest = createHash("sha256").update(`${name}\n`).update(Uint8Array.of(ED25519)).update(publicKey).digest();
  return new Uint8Array(digest.subarray(0, 4));
}

/** A fresh Ed25519 key as PKCS#8 PEM (RFC 8410), as OpenSSL writes it. Secret: keep it readable by its owner only. */
export function createPrivateKeyPem(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

/** PKCS#8 PEM → signer that signs as `name`. Throws KEY_INVALID; the message never holds anything of the key. */
export function signerFromPem(pem: string, name: string): Signer {
  if (!isKeyName(name)) throw badName(name);
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new TocsinError("KEY_INVALID", "The signing key is not a private key in PEM form.", {
      fix: "Put the key file back from its backup.",
    });
  }
  if (key.asymmetricKeyType !== "ed25519") {
    throw new TocsinError("KEY_INVALID", "The signing key is not an Ed25519 key.");
  }
  const { x } = createPublicKey(key).export({ format: "jwk" });
  const publicKey = new Uint8Array(Buffer.from(x ?? "", "base64url"));
  return { name, publicKey, sign: (message) => new Uint8Array(sign(null, message, key)) };
}

/** `name+1a2b3c4d+base64`: what readers are given to check the record with. */
export function verifierKey(signer: Pick<Signer, "name" | "publicKey">): string {
  const id = Buffer.from(keyId(signer.name, signer.publicKey)).toString("hex");
  return `${signer.name}+${id}+${encodeBase64(Uint8Array.of(ED25519, ...signer.publicKey))}`;
}

/** The parts of a verifier key. Throws KEY_INVALID, also when its name, id and key do not belong together. */
export function parseVerifierKey(vkey: string): VerifierKey {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey);
  const name = parts?.[1] ?? "";
  const typed = decodeBase64(parts?.[3] ?? "");
  if (!isKeyName(name) || typed === null || typed.length !== 33 || typed[0] !== ED25519) {
    throw new TocsinError("KEY_INVALID", "This is not a verifier key for Ed25519.", {
      fix: "It looks like name+1a2b3c4d+AX…, on one line; copy it from where the office made it public.",
    });
  }
  const publicKey = typed.slice(1);
  const id = keyId(name, publicKey);
  if (Buffer.from(id).toString("hex") !== parts?.[2]) {
    throw new TocsinError("KEY_INVALID", "The verifier key is damaged: its name, number and key do not fit together.");
  }
  let key: KeyObject;
  try {
    const x = Buffer.from(publicKey).toString("base64url");
    key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  } catch (cause) {
    throw new TocsinError("KEY_INVALID", "The verifier key holds no usable public key.", { cause });
  }
  return { name, id, publicKey, verify: (message, signature) => verify(null, message, key, signature) };
}

/** True when `name` and `id` are those of `key`. Both together name a key. */
export function isKey(key: VerifierKey, name: string, id: Uint8Array): boolean {
  return key.name === name && sameBytes(key.id, id);
}

function badName(name: string): TocsinError {
  return new TocsinError("KEY_INVALID", `“${name.slice(0, 80)}” cannot name a key.`, {
    fix: "Use the site's address without https://, like tocsin.example.",
  });
}
