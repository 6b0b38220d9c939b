import { FEATURES_MAX, rowSumsOf } from "./row-sums.ts";

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
  return linearOf(head, bytes.subarray(8 + length));
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

function linearOf(head: Head, packed: Uint8Array): Linear {
  return head.classes.length <= 3 ? narrowOf(head, packed) : wideOf(head, packed);
}

function wideOf({ classes, bits, scale }: Head, packed: Uint8Array): Linear {
  const width = classes.length;
  const rows = rowSumsOf(bits, width);
  unpack(packed, 2 ** bits, width, (row, weights) => rows.weights.set(weights, row * rows.stride));
  return {
    classes,
    bits,
    scale,
    score: (features, count, out) => {
      const sums = rows.sum(features, Math.min(count, FEATURES_MAX));
      const first = sums[0] as number;
      for (let c = 0; c < width; c += 1) out[c] = (sums[c] as number) - first;
    },
    best: (features, count) => {
      const sums = rows.sum(features, Math.min(count, FEATURES_MAX));
      let best = 0;
      let most = sums[0] as number;
      for (let c = 1; c < width; c += 1) {
        const sum = sums[c] as number;
        if (sum <= most) continue;
        most = sum;
        best = c;
      }
      return best;
    },
  };
}

/**
 * Up to three classes: the second and the third share a 32-bit word, so that one addition serves both, each as its
 * difference to the first, in 16 bits with sign. What the lower half borrows from the upper is given back at the end.
 */
function narrowOf({ classes, bits, scale }: Head, packed: Uint8Array): Linear {
  const width = classes.length;
  const lanes = new Int32Array(2 ** bits);
  unpack(packed, 2 ** bits, width, (row, weights) => {
    const [first = 0, second = 0, third = first] = weights;
    lanes[row] = (second - first + ((third - first) << 16)) | 0;
  });
  const shift = 32 - bits;
  const sumOf = (features: Int32Array, count: number): number => {
    let sum = 0;
    for (let f = 0; f < count; f += 1) sum = (sum + (lanes[(features[f] as number) >>> shift] as number)) | 0;
    return sum;
  };
  return {
    classes,
    bits,
    scale,
    score: (features, count, out) => {
      const sum = sumOf(features, Math.min(count, FEATURES_MAX));
      const low = (sum << 16) >> 16;
      out[0] = 0;
      if (width > 1) out[1] = low;
      if (width > 2) out[2] = (sum - low) >> 16;
    },
    best: (features, count) => {
      const sum = sumOf(features, Math.min(count, FEATURES_MAX));
      const low = (sum << 16) >> 16;
      const high = (sum - low) >> 16;
      return high > Math.max(low, 0) ? 2 : low > 0 ? 1 : 0;
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
