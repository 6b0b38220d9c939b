import { createHash, hash } from "node:crypto";
import { HASH_BYTES } from "./hash-list.ts";

// RFC 6962 section 2.1: the prefix keeps a leaf from passing for an inner node.
const LEAF = Uint8Array.of(0);
const NODE = 1;

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Uint8Array = new Uint8Array(hash("sha256", "", "buffer"));

/** RFC 6962 section 2.1: SHA-256(0x00 || leaf). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(LEAF).update(leaf).digest());
}

const pair = new Uint8Array(1 + 2 * HASH_BYTES);
pair[0] = NODE;

/** RFC 6962 section 2.1: SHA-256(0x01 || left || right). Both are 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return hash("sha256", pair, "buffer");
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
