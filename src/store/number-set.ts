const CHUNK_BITS = 16;
const CHUNK_BYTES = 1 << (CHUNK_BITS - 3);

/** Whole numbers below 2^32, one bit each: a million of them that stand close take 128 KB. */
export class NumberSet {
  readonly #chunks = new Map<number, Uint8Array>();

  /** False when it was there already. */
  add(number: number): boolean {
    const key = number >>> CHUNK_BITS;
    let chunk = this.#chunks.get(key);
    if (chunk === undefined) this.#chunks.set(key, (chunk = new Uint8Array(CHUNK_BYTES)));
    const at = (number & 0xffff) >>> 3;
    const bit = 1 << (number & 7);
    const byte = chunk[at] ?? 0;
    if ((byte & bit) !== 0) return false;
    chunk[at] = byte | bit;
    return true;
  }

  has(number: number): boolean {
    const byte = this.#chunks.get(number >>> CHUNK_BITS)?.[(number & 0xffff) >>> 3] ?? 0;
    return (byte & (1 << (number & 7))) !== 0;
  }
}
