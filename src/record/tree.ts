import { TocsinError } from "../model/error.ts";
import { HashList } from "./hash-list.ts";
import { EMPTY_ROOT, nodeHash } from "./hash.ts";

export { leafHash } from "./hash.ts";
export { verifyConsistency, verifyInclusion } from "./tree-proof.ts";

/**
 * RFC 6962 Merkle tree over leaf hashes; it only grows. Keeps the hash of every complete subtree (64 bytes a leaf:
 * 6.4 MB for 100,000), so that any earlier root, proof or tile needs no leaf again.
 */
export class Tree {
  /** Row k, place i: the subtree over leaves `[i·2^k, (i+1)·2^k)`. */
  readonly #rows: HashList[] = [new HashList()];

  /** A tree over leaf hashes, in order. */
  static of(leafHashes: Iterable<Uint8Array>): Tree {
    const tree = new Tree();
    for (const hash of leafHashes) tree.append(hash);
    return tree;
  }

  get size(): number {
    return this.#row(0).length;
  }

  /** Adds a leaf by its hash. */
  append(hash: Uint8Array): void {
    if (hash.length !== EMPTY_ROOT.length) throw new TocsinError("INPUT_INVALID", "A leaf hash has 32 bytes.");
    let node = hash;
    for (let k = 0; ; k += 1) {
      const row = (this.#rows[k] ??= new HashList());
      row.push(node);
      if (row.length % 2 === 1) return;
      node = nodeHash(row.at(row.length - 2), row.at(row.length - 1));
    }
  }

  /** Root of the first `size` leaves (RFC 6962 section 2.1, MTH). */
  root(size: number = this.size): Uint8Array {
    this.#checkSize(size);
    return size === 0 ? EMPTY_ROOT : this.#range(0, size);
  }

  /** Hashes of the complete subtrees `[start, end)` of height `height`, 32 bytes each, behind one another. */
  hashes(height: number, start: number, end: number): Uint8Array {
    if (start < 0 || start > end || end > (this.#rows[height]?.length ?? 0)) {
      throw new TocsinError("INPUT_INVALID", `The tree has no subtrees ${start} to ${end} of height ${height}.`);
    }
    return this.#row(height).slice(start, end);
  }

  /** Hashes from the leaf's sibling up to below the root of the first `size` leaves (RFC 6962 section 2.1.1). */
  inclusionProof(index: number, size: number = this.size): Uint8Array[] {
    this.#checkSize(size);
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
      throw new TocsinError("INPUT_INVALID", `There is no leaf ${index} in a tree of ${size}.`);
    }
    const proof: Uint8Array[] = [];
    for (let start = 0, end = size; end - start > 1;) {
      const middle = start + split(end - start);
      if (index < middle) {
        proof.push(this.#range(middle, end));
        end = middle;
      } else {
        proof.push(this.#range(start, middle));
        start = middle;
      }
    }
    return proof.reverse();
  }

  /** Shows that the first `from` leaves are the start of the first `to` (RFC 6962 section 2.1.2); `from` at least 1. */
  consistencyProof(from: number, to: number = this.size): Uint8Array[] {
    this.#checkSize(to);
    if (!Number.isSafeInteger(from) || from < 1 || from > to) {
      throw new TocsinError("INPUT_INVALID", `No tree of ${from} leaves can grow to ${to}.`);
    }
    const proof: Uint8Array[] = [];
    let start = 0;
    let end = to;
    while (from < end) {
      const middle = start + split(end - start);
      if (from <= middle) {
        proof.push(this.#range(middle, end));
        end = middle;
      } else {
        proof.push(this.#range(start, middle));
        start = middle;
      }
    }
    // The old root itself is known to whoever asks; a subtree of it is not.
    if (start > 0) proof.push(this.#range(start, end));
    return proof.reverse();
  }

  #row(height: number): HashList {
    const row = this.#rows[height];
    if (row === undefined) throw new TocsinError("INTERNAL", `The tree has no row ${height}.`);
    return row;
  }

  /** Root over leaves `[start, end)`; `start` is a multiple of the largest power of two in `end - start`. */
  #range(start: number, end: number): Uint8Array {
    const peaks: Uint8Array[] = [];
    for (let at = start; at < end;) {
      const height = Math.floor(Math.log2(end - at));
      const width = 2 ** height;
      peaks.push(this.#row(height).slice(at / width, at / width + 1));
      at += width;
    }
    return new Uint8Array(peaks.reduceRight((right, left) => nodeHash(left, right)));
  }

  #checkSize(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) {
      throw new TocsinError("INPUT_INVALID", `The tree has ${this.size} leaves, not ${size}.`);
    }
  }
}

/** The largest power of two below `width` (at least 2). */
function split(width: number): number {
  return 2 ** Math.ceil(Math.log2(width) - 1);
}
