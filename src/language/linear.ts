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
  /** Writes the score of every class for the first `count` features into `out`. */
  score(features: Int32Array, count: number, out: Int32Array | Float32Array): void;
  /** Index of the class with the highest score; the first one of several. `out` keeps the scores. */
  best(features: Int32Array, count: number, out: Int32Array | Float32Array): number;
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
  const weights = new Int8Array(classes.length * 2 ** bits);
  unpack(bytes.subarray(8 + length), weights, classes.length);
  return linearOf(classes, bits, scale, weights);
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

function linearOf(classes: readonly string[], bits: number, scale: number, weights: Int8Array): Linear {
  const width = classes.length;
  const shift = 32 - bits;
  const score = (features: Int32Array, count: number, out: Int32Array | Float32Array): void => {
    for (let c = 0; c < width; c += 1) out[c] = 0;
    for (let f = 0; f < count; f += 1) {
      const row = ((features[f] as number) >>> shift) * width;
      for (let c = 0; c < width; c += 1) out[c] = (out[c] as number) + (weights[row + c] as number);
    }
  };
  return {
    classes,
    bits,
    scale,
    score,
    best: (features, count, out) => {
      score(features, count, out);
      let best = 0;
      for (let c = 1; c < width; c += 1) if ((out[c] as number) > (out[best] as number)) best = c;
      return best;
    },
  };
}

/** Column by column, so that what is alike stands together; a run of zeros is a zero and its length. */
function pack(weights: Int8Array, width: number): Uint8Array {
  const rows = weights.length / width;
  const out = new Uint8Array(weights.length * 2 + 16);
  let at = 0;
  let zeros = 0;
  const flush = (): void => {
    while (zeros > 0) {
      const run = Math.min(zeros, 0xffff);
      out[at] = 0;
      out[at + 1] = run & 255;
      out[at + 2] = run >>> 8;
      at += 3;
      zeros -= run;
    }
  };
  for (let c = 0; c < width; c += 1) {
    for (let r = 0; r < rows; r += 1) {
      const weight = weights[r * width + c] as number;
      if (weight === 0) {
        zeros += 1;
        continue;
      }
      flush();
      out[at] = weight & 255;
      at += 1;
    }
  }
  flush();
  return out.slice(0, at);
}

function unpack(packed: Uint8Array, weights: Int8Array, width: number): void {
  const rows = weights.length / width;
  let place = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const byte = packed[at] as number;
    if (byte === 0) {
      place += (packed[at + 1] as number) | ((packed[at + 2] as number) << 8);
      at += 2;
      continue;
    }
    if (place >= weights.length) break;
    weights[(place % rows) * width + Math.floor(place / rows)] = byte;
    place += 1;
  }
  if (place !== weights.length) throw new Error("This linear model is cut off or too long.");
}
