import { writeLinear } from "../src/language/linear.ts";

/**
 * An averaged perceptron over the same hashed features as `Linear`. Deterministic: the same updates in the same order
 * give the same bytes. Weights are summed over all steps without visiting them at each (as in Daumé's thesis, 2006).
 */
export interface Perceptron {
  readonly classes: readonly string[];
  /** Counts these features once. Rows counted fewer than `rare` times are never used: call for all data first. */
  see(features: Int32Array, count: number): void;
  /** Scores of all classes with the present weights. */
  score(features: Int32Array, count: number, out: Float32Array): void;
  /** One step: rewards class `good` and punishes class `bad` for these features. */
  update(features: Int32Array, count: number, good: number, bad: number): void;
  /** Counts a step at which nothing was changed. */
  pass(): void;
  /** Averaged weights, as int8, in the format of `readLinear`. */
  finish(): Uint8Array;
}

/** What the largest weights are cut to before they become int8: a multiple of the mean of all that are not zero. */
const CLIP = 64;

export function perceptronOf(classes: readonly string[], bits: number, rare = 2): Perceptron {
  const width = classes.length;
  const shift = 32 - bits;
  const weights = new Float32Array(width * 2 ** bits);
  const sums = new Float64Array(width * 2 ** bits);
  const seen = new Uint8Array(2 ** bits);
  let counted = false;
  let steps = 1;
  const rowOf = (feature: number): number => {
    const row = feature >>> shift;
    return counted && (seen[row] as number) < rare ? -1 : row * width;
  };
  const add = (at: number, by: number): void => {
    weights[at] = (weights[at] as number) + by;
    sums[at] = (sums[at] as number) + by * steps;
  };
  return {
    classes,
    see: (features, count) => {
      counted = true;
      for (let f = 0; f < count; f += 1) {
        const row = (features[f] as number) >>> shift;
        if ((seen[row] as number) < 255) seen[row] = (seen[row] as number) + 1;
      }
    },
    score: (features, count, out) => {
      out.fill(0, 0, width);
      for (let f = 0; f < count; f += 1) {
        const row = rowOf(features[f] as number);
        if (row < 0) continue;
        for (let c = 0; c < width; c += 1) out[c] = (out[c] as number) + (weights[row + c] as number);
      }
    },
    update: (features, count, good, bad) => {
      steps += 1;
      if (good === bad) return;
      for (let f = 0; f < count; f += 1) {
        const row = rowOf(features[f] as number);
        if (row < 0) continue;
        add(row + good, 1);
        add(row + bad, -1);
      }
    },
    pass: () => {
      steps += 1;
    },
    finish: () => {
      let sum = 0;
      let used = 0;
      for (let i = 0; i < weights.length; i += 1) {
        const mean = (weights[i] as number) - (sums[i] as number) / steps;
        weights[i] = mean;
        if (mean === 0) continue;
        sum += Math.abs(mean);
        used += 1;
      }
      const scale = used === 0 ? 1 : 127 / ((CLIP * sum) / used);
      const small = new Int8Array(weights.length);
      for (let i = 0; i < weights.length; i += 1)
        small[i] = Math.max(-127, Math.min(127, Math.round((weights[i] as number) * scale)));
      return writeLinear({ classes, bits, scale }, small);
    },
  };
}
