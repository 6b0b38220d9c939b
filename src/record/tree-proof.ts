import { HASH_BYTES } from "./hash-list.ts";
import { nodeHash, sameBytes } from "./hash.ts";

function countable(...numbers: readonly number[]): boolean {
  return numbers.every((number) => Number.isSafeInteger(number) && number >= 0);
}

function hashes(proof: readonly Uint8Array[]): boolean {
  return proof.every((hash) => hash.length === HASH_BYTES);
}

/** True when `proof` shows that `leaf` (a leaf hash) stands at `index` under `root`: RFC 9162 section 2.1.3.2. */
export function verifyInclusion(claim: {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}): boolean {
  const { index, size, leaf, proof, root } = claim;
  if (!countable(index, size) || index >= size || leaf.length !== HASH_BYTES || !hashes(proof)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(hash, root);
}

/**
 * True when `proof` shows that the tree of `from` leaves is the start of the tree of `to`: RFC 9162 section 2.1.4.2.
 * An empty tree is the start of every tree, so `from` 0 proves nothing and is false.
 */
export function verifyConsistency(claim: {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}): boolean {
  const { from, to, fromRoot, toRoot, proof } = claim;
  if (!countable(from, to) || from === 0 || from > to || !hashes(proof)) return false;
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot);
  const path = [...proof];
  let node = from - 1;
  let last = to - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  // A complete old tree is itself the first node of the path.
  const first = node === 0 ? fromRoot : path.shift();
  if (first === undefined || first.length !== HASH_BYTES || path.length === 0) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(oldHash, fromRoot) && sameBytes(newHash, toRoot);
}
