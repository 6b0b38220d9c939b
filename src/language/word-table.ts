/** What training saw of frequent words: 31 bits each, by the hash of the small-letter form. */
export interface WordTable {
  readonly size: number;
  /** 0 for a word that is not in it. */
  of(hash: number): number;
}

/** Reads pairs of hash and value, as 32-bit little-endian numbers. */
export function wordTableOf(bytes: Uint8Array): WordTable {
  const size = bytes.length >>> 3;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let bits = 4;
  while (2 ** bits < size * 3) bits += 1;
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(2 ** bits);
  const values = new Int32Array(2 ** bits);
  const placeOf = (hash: number): number => {
    let at = hash & mask;
    while (keys[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  for (let i = 0; i < size; i += 1) {
    const hash = view.getInt32(i * 8, true);
    if (hash === 0) continue;
    const at = placeOf(hash);
    keys[at] = hash;
    values[at] = view.getInt32(i * 8 + 4, true);
  }
  return { size, of: (hash) => values[placeOf(hash)] as number };
}

/** The bytes of a table, by hash in rising order. */
export function writeWordTable(entries: readonly (readonly [number, number])[]): Uint8Array {
  const sorted = entries.toSorted((a, b) => a[0] - b[0]);
  const bytes = new Uint8Array(sorted.length * 8);
  const view = new DataView(bytes.buffer);
  sorted.forEach(([hash, value], i) => {
    view.setInt32(i * 8, hash, true);
    view.setInt32(i * 8 + 4, value, true);
  });
  return bytes;
}
