import { mix } from "./features.ts";

/** Bits of what a name or word is known as. */
export const KNOWN = {
  male: 1,
  female: 2,
  /** First or last name of people somewhere: a long list with many common words in it. */
  surname: 4,
  /** Town of some size, by its inhabitants. */
  town: 8,
  city: 16,
  country: 32,
  region: 64,
  organisation: 128,
  publication: 256,
  demonym: 512,
  /** An English word that is no name. */
  common: 1024,
  /** Occupation, office or form of address. */
  office: 2048,
  /** Word that names of bodies are made with: "Ministry". */
  body: 4096,
  /** A month, a day of the week, a feast. */
  time: 8192,
  /** Word that names of places are made with: "Lake". */
  site: 16384,
  /** Longer names begin with these words. */
  begins: 32768,
} as const;

/** Known names of one word or several, by hash; a name that is not in it is taken for one in it about once in 500 times. */
export interface Gazetteer {
  /** `KNOWN` bits of a name; 0 when it is not known. Hash of its words: `phraseHash` over their `lower` hashes. */
  lookup(hash: number): number;
}

const MAGIC = 0x315a4147; // "GAZ1"
/** So many bits of a hash are kept: with 250,000 names, one strange name in 500 is taken for a known one. */
const BITS = 27;

/** Hash of a phrase from that of the words before and the next word's; begin with 0. */
export function phraseHash(before: number, word: number): number {
  return before === 0 ? word : mix(before, word);
}

/** Bytes of a gazetteer: names in the order of their hashes as differences, then their bits. Order of `entries` does not matter. */
export function writeGazetteer(entries: ReadonlyMap<number, number>): Uint8Array {
  const bits = new Map<number, number>();
  for (const [hash, known] of entries) {
    const key = hash >>> (32 - BITS);
    bits.set(key, (bits.get(key) ?? 0) | known);
  }
  const keys = [...bits.keys()].sort((a, b) => a - b);
  const out = new Uint8Array(8 + keys.length * 7);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, keys.length, true);
  let at = 8;
  let last = -1;
  for (const key of keys) {
    let gap = key - last - 1;
    last = key;
    while (gap >= 128) {
      out[at] = (gap & 127) | 128;
      gap >>>= 7;
      at += 1;
    }
    out[at] = gap;
    at += 1;
  }
  // Two planes, so that what is alike stands together.
  for (const shift of [0, 8])
    for (const key of keys) {
      out[at] = ((bits.get(key) as number) >>> shift) & 255;
      at += 1;
    }
  return out.slice(0, at);
}

/**
 * Reads what `writeGazetteer` wrote.
 * @throws Error where the bytes are no gazetteer
 */
export function readGazetteer(bytes: Uint8Array): Gazetteer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error("These bytes are no gazetteer.");
  const count = view.getUint32(4, true);
  let size = 1024;
  while (size < count * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  const known = new Uint16Array(size);
  let at = 8;
  let key = -1;
  const places = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    let gap = 0;
    let shift = 0;
    while (((bytes[at] as number) & 128) !== 0) {
      gap |= ((bytes[at] as number) & 127) << shift;
      shift += 7;
      at += 1;
    }
    gap |= (bytes[at] as number) << shift;
    at += 1;
    key += gap + 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = key;
    places[i] = slot;
  }
  for (const shift of [0, 8])
    for (let i = 0; i < count; i += 1) {
      const slot = places[i] as number;
      known[slot] = (known[slot] as number) | ((bytes[at] as number) << shift);
      at += 1;
    }
  return {
    lookup: (hash) => {
      const wanted = hash >>> (32 - BITS);
      let slot = (Math.imul(wanted, 0x9e3779b1) >>> 8) & mask;
      for (;;) {
        const there = slots[slot] as number;
        if (there === wanted) return known[slot] as number;
        if (there === -1) return 0;
        slot = (slot + 1) & mask;
      }
    },
  };
}
