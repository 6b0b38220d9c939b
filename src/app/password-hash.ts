import { argon2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Random } from "../model/id.ts";

/** OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;

const derive = promisify(argon2);

/** PHC string of argon2id (RFC 9106) for a password. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = random(16);
  const tag = await tagOf(password, salt, MEMORY_KIB, PASSES, LANES);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(tag)}`;
}

/** True when the password is the one that was hashed. Never throws; an unreadable hash matches nothing. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    hash,
  );
  if (!parts) {
    // As slow as a real check, so that an unknown address cannot be told from a wrong password.
    await tagOf(password, new Uint8Array(16), MEMORY_KIB, PASSES, LANES);
    return false;
  }
  const [, memory, passes, lanes, salt = "", tag = ""] = parts;
  const expected = Buffer.from(tag, "base64");
  const actual = await tagOf(password, Buffer.from(salt, "base64"), Number(memory), Number(passes), Number(lanes));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function tagOf(password: string, salt: Uint8Array, memory: number, passes: number, lanes: number): Promise<Buffer> {
  const message = password.normalize("NFC");
  return derive("argon2id", { message, nonce: salt, parallelism: lanes, tagLength: TAG_BYTES, memory, passes });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}
