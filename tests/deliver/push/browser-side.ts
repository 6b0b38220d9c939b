import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify, type ECDH } from "node:crypto";

/** What a browser keeps of a subscription. */
export interface Receiver {
  readonly ecdh: ECDH;
  readonly auth: Buffer;
}

export function aReceiver(): Receiver {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return { ecdh, auth: randomBytes(16) };
}

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac("sha256", key).update(data).digest();
const ONE = Buffer.from([1]);
const RECORD_TAG = 16;

/** The plaintext of a message, straight from RFC 8291 §3.4 and RFC 8188 §2. Throws an Error that says what is wrong. */
export function decrypt(body: Buffer, { ecdh, auth }: Receiver): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const content = body.subarray(21 + idLength);
  if (idLength !== 65 || senderKey[0] !== 4) throw new Error("keyid is no uncompressed point (RFC 8291 §4)");
  if (recordSize < 18) throw new Error("records too small (RFC 8188 §2.1)");
  if (content.length > recordSize) throw new Error("more than one record (RFC 8291 §4)");
  const secret = ecdh.computeSecret(senderKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), senderKey]);
  const ikm = hmac(hmac(auth, secret), Buffer.concat([info, ONE]));
  const prk = hmac(salt, ikm);
  const key = hmac(prk, Buffer.concat([Buffer.from("Content-Encoding: aes128gcm\0"), ONE])).subarray(0, 16);
  const nonce = hmac(prk, Buffer.concat([Buffer.from("Content-Encoding: nonce\0"), ONE])).subarray(0, 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(content.subarray(-RECORD_TAG));
  const padded = Buffer.concat([decipher.update(content.subarray(0, -RECORD_TAG)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error("the last record ends with 2 (RFC 8188 §2)");
  return padded.subarray(0, end).toString("utf8");
}

/** Checks an Authorization header by RFC 8292; gives what is wrong, or null and the key. */
export function checkVapid(
  header: string,
  origin: string,
  nowMs: number,
): { readonly wrong: string } | { readonly key: string } {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  if (signature === "") return { wrong: "no vapid scheme" };
  const point = Buffer.from(key, "base64url");
  if (point.length !== 65) return { wrong: "k is no point" };
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const signed = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!signed) return { wrong: "signature" };
  const read = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, "base64url").toString());
  const { aud, exp, sub } = read(claims);
  if (read(head)["alg"] !== "ES256") return { wrong: "alg" };
  if (aud !== origin) return { wrong: `aud ${String(aud)}` };
  if (typeof exp !== "number" || exp * 1000 <= nowMs || exp * 1000 > nowMs + 86_400_000) return { wrong: "exp" };
  if (typeof sub !== "string" || !/^(mailto:|https:\/\/)/.test(sub)) return { wrong: "sub" };
  return { key };
}
