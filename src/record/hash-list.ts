/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** A growing row of hashes in one block of memory: 32 bytes each, nothing besides. */
export class HashList {
  #bytes = new Uint8Array(HASH_BYTES * 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Uint8Array): void {
    const start = this.#length * HASH_BYTES;
    if (start === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(hash, start);
    this.#length += 1;
  }

  /** A view, to be read at once; copy it to keep it. */
  at(index: number): Uint8Array {
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  /** Hashes of `[start, end)` behind one another, copied. */
  slice(start: number, end: number): Uint8Array {
    return this.#bytes.slice(start * HASH_BYTES, end * HASH_BYTES);
  }
}
