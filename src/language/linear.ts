/**
 * A linear model over hashed features: a feature is a 32-bit integer (see `features.ts`), its upper `bits` bits choose
 * a row of int8 weights, one weight a class. The score of a class is the sum of its weights over the features.
 */
export interface Linear {
  readonly classes: readonly string[];
  /** There are `2 ** bits` rows. */
  readonly bits: number;
  /** What a score of 1 in training came to: `score / scale` is the trained score. */
  readonly scale: number;
  /**
   * Writes the score of every class for the first `count` features (at most 128) into `out`, each as its difference to
   * the first class, which so has 0: that is all a comparison needs.
   */
  score(features: Int32Array, count: number, out: Int32Array | Float32Array): void;
  /** Index of the class with the highest score; the first one of several. */
  best(features: Int32Array, count: number): number;
}

const MAGIC = 0x314e494c; // "LIN1"

interface Head {
  readonly classes: readonly string[];
  readonly bits: number;
  readonly scale: number;
}

/**
 * Reads what `writeLinear` wrote (already decompressed).
 * @throws Error where the bytes are no such model
 */
export function readLinear(bytes: Uint8Array): Linear {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error("These bytes are no linear model.");
  const length = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Head;
  const { classes, bits, scale } = head;
  return linearOf(classes, bits, scale, bytes.subarray(8 + length));
}

/** The bytes of a model: head as JSON, then its weights, rows without any weight left out. */
export function writeLinear(head: Head, weights: Int8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const packed = pack(weights, head.classes.length);
  const bytes = new Uint8Array(8 + json.length + packed.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, 8);
  bytes.set(packed, 8 + json.length);
  return bytes;
}

/** More features than this could make a sum too large for its 16 bits. */
const FEATURES_MAX = 128;

/**
 * Two classes share a 32-bit word, so that one addition serves both: each class from the second on stands as its
 * difference to the first, in 16 bits with sign. What the lower half borrows from the upper is given back at the end.
 */
function linearOf(classes: readonly string[], bits: number, scale: number, packed: Uint8Array): Linear {
  const width = classes.length;
  const words = width <= 3 ? 1 : Math.ceil((width - 1) / 8) * 4;
  const lanes = new Int32Array(2 ** bits * words);
  unpack(packed, 2 ** bits, width, (row, weights) => {
    const first = weights[0] as number;
    for (let c = 1; c < width; c += 1) {
      const at = row * words + ((c - 1) >> 1);
      const difference = (weights[c] as number) - first;
      lanes[at] = (c & 1) === 1 ? difference : ((lanes[at] as number) + (difference << 16)) | 0;
    }
  });
  const shift = 32 - bits;
  const rows = new Int32Array(FEATURES_MAX);
  const sums = new Int32Array(words);
  const add = (features: Int32Array, count: number): void => {
    if (words === 1) {
      let sum = 0;
      for (let f = 0; f < count; f += 1) sum = (sum + (lanes[(features[f] as number) >>> shift] as number)) | 0;
      sums[0] = sum;
      return;
    }
    for (let f = 0; f < count; f += 1) rows[f] = ((features[f] as number) >>> shift) * words;
    for (let k = 0; k < words; k += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let f = 0; f < count; f += 1) {
        const at = (rows[f] as number) + k;
        a = (a + (lanes[at] as number)) | 0;
        b = (b + (lanes[at + 1] as number)) | 0;
        c = (c + (lanes[at + 2] as number)) | 0;
        d = (d + (lanes[at + 3] as number)) | 0;
      }
      sums[k] = a;
      sums[k + 1] = b;
      sums[k + 2] = c;
      sums[k + 3] = d;
    }
  };
  return {
    classes,
    bits,
    scale,
    score: (features, count, out) => {
      add(features, Math.min(count, FEATURES_MAX));
      out[0] = 0;
      for (let c = 1; c < width; c += 1) {
        const sum = sums[(c - 1) >> 1] as number;
        const low = (sum << 16) >> 16;
        out[c] = (c & 1) === 1 ? low : (sum - low) >> 16;
      }
    },
    best: (features, count) => {
      add(features, Math.min(count, FEATURES_MAX));
      let best = 0;
      let most = 0;
      for (let k = 0; k < words; k += 1) {
        const sum = sums[k] as number;
        const low = (sum << 16) >> 16;
        const high = (sum - low) >> 16;
        if (low > most) {
          most = low;
          best = 2 * k + 1;
        }
        if (high > most) {
          most = high;
          best = 2 * k + 2;
        }
      }
      return best;
    },
  };
}

/**
 * Three streams, so that what is alike stands together: a bit for every row that has any weight; for each such row a
 * bit for every class that has one; the weights that are not 0.
 */
function pack(weights: Int8Array, width: number): Uint8Array {
  const rows = weights.length / width;
  const used = new Uint8Array(Math.ceil(rows / 8));
  const wide = Math.ceil(width / 8);
  const masks = new Uint8Array(rows * wide);
  const values = new Uint8Array(weights.length);
  let mask = 0;
  let value = 0;
  for (let row = 0; row < rows; row += 1) {
    const before = value;
    for (let c = 0; c < width; c += 1) {
      const weight = weights[row * width + c] as number;
      if (weight === 0) continue;
      masks[mask + (c >> 3)] = (masks[mask + (c >> 3)] as number) | (1 << (c & 7));
      values[value] = weight;
      value += 1;
    }
    if (value === before) continue;
    used[row >> 3] = (used[row >> 3] as number) | (1 << (row & 7));
    mask += wide;
  }
  const packed = new Uint8Array(used.length + mask + value);
  packed.set(used);
  packed.set(masks.subarray(0, mask), used.length);
  packed.set(values.subarray(0, value), used.length + mask);
  return packed;
}

/** Calls `visit` for each row that has any weight; the weights are good until the next call. */
function unpack(
  packed: Uint8Array,
  rows: number,
  width: number,
  visit: (row: number, weights: Int8Array) => void,
): void {
  const wide = Math.ceil(width / 8);
  let mask = Math.ceil(rows / 8);
  let used = 0;
  for (let i = 0; i < mask; i += 1) for (let byte = packed[i] ?? 0; byte !== 0; byte &= byte - 1) used += 1;
  let value = mask + used * wide;
  const weights = new Int8Array(width);
  for (let row = 0; row < rows; row += 1) {
    if (((packed[row >> 3] ?? 0) & (1 << (row & 7))) === 0) continue;
    for (let c = 0; c < width; c += 1) {
      const has = ((packed[mask + (c >> 3)] ?? 0) & (1 << (c & 7))) !== 0;
      weights[c] = has ? (packed[value] ?? 0) : 0;
      if (has) value += 1;
    }
    mask += wide;
    visit(row, weights);
  }
  if (value !== packed.length) throw new Error("This linear model is cut off or too long.");
}
