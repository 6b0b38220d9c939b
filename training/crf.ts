import { writeLinear } from "../src/language/linear.ts";

/** One run of tokens with its right classes; features of token `t` are `features[offsets[t] .. offsets[t + 1])`. */
export interface Chain {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  readonly gold: Uint8Array;
  /** How much it counts. */
  readonly weight: number;
}

export interface CrfSettings {
  readonly bits: number;
  readonly rounds: number;
  readonly rate: number;
  /** Gaussian prior, per step of a chain. */
  readonly decay: number;
  /** Share of features that a step does not see. */
  readonly dropout: number;
}

/**
 * A linear-chain conditional random field (Lafferty and others, 2001) over hashed features, trained by AdaGrad.
 * `allowed[a * width + b]`: class `b` may follow class `a`; `mayBegin` and `mayEnd` by class.
 */
export function trainCrf(
  classes: readonly string[],
  allowed: Uint8Array,
  mayBegin: Uint8Array,
  mayEnd: Uint8Array,
  chains: readonly Chain[],
  settings: CrfSettings,
  order: (count: number, seed: number) => Int32Array,
  draw: (below: number) => number,
): { weights: Float32Array; transitions: Float32Array } {
  const width = classes.length;
  const { bits, rounds, rate, decay, dropout } = settings;
  const shift = 32 - bits;
  const size = width * 2 ** bits;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size);
  const transitions = new Float32Array(width * width);
  const transitionSquares = new Float32Array(width * width);
  const longest = chains.reduce((most, chain) => Math.max(most, chain.gold.length), 1);
  const emission = new Float64Array(longest * width);
  const alpha = new Float64Array(longest * width);
  const beta = new Float64Array(longest * width);
  const kept = new Int32Array(longest * 128);
  const keptOffsets = new Int32Array(longest + 1);
  const expected = new Float64Array(width * width);
  const gradient = new Float64Array(width);
  const dropBelow = Math.round(dropout * 1024);
  // Averaged weights are steadier than the last ones.
  const average = new Float32Array(size);
  const averageTransitions = new Float32Array(width * width);
  let averaged = 0;
  const step = (chain: Chain): void => {
    const { features, offsets, gold, weight } = chain;
    const length = gold.length;
    let n = 0;
    for (let t = 0; t < length; t += 1) {
      keptOffsets[t] = n;
      for (let f = offsets[t] as number; f < (offsets[t + 1] as number); f += 1) {
        if (dropBelow > 0 && draw(1024) < dropBelow) continue;
        kept[n] = ((features[f] as number) >>> shift) * width;
        n += 1;
      }
    }
    keptOffsets[length] = n;
    const scaleUp = 1 / (1 - dropout);
    for (let t = 0; t < length; t += 1) {
      for (let c = 0; c < width; c += 1) {
        let sum = 0;
        for (let f = keptOffsets[t] as number; f < (keptOffsets[t + 1] as number); f += 1)
          sum += weights[(kept[f] as number) + c] as number;
        emission[t * width + c] = sum * scaleUp;
      }
    }
    const NONE = -1e30;
    for (let c = 0; c < width; c += 1) alpha[c] = mayBegin[c] === 1 ? (emission[c] as number) : NONE;
    for (let t = 1; t < length; t += 1)
      for (let c = 0; c < width; c += 1) {
        let most = NONE;
        for (let b = 0; b < width; b += 1)
          if (allowed[b * width + c] === 1)
            most = Math.max(most, (alpha[(t - 1) * width + b] as number) + (transitions[b * width + c] as number));
        let sum = 0;
        if (most > NONE)
          for (let b = 0; b < width; b += 1)
            if (allowed[b * width + c] === 1)
              sum += Math.exp((alpha[(t - 1) * width + b] as number) + (transitions[b * width + c] as number) - most);
        alpha[t * width + c] = sum === 0 ? NONE : most + Math.log(sum) + (emission[t * width + c] as number);
      }
    const end = length - 1;
    for (let c = 0; c < width; c += 1) beta[end * width + c] = mayEnd[c] === 1 ? 0 : NONE;
    for (let t = end - 1; t >= 0; t -= 1)
      for (let b = 0; b < width; b += 1) {
        let most = NONE;
        for (let c = 0; c < width; c += 1)
          if (allowed[b * width + c] === 1)
            most = Math.max(
              most,
              (beta[(t + 1) * width + c] as number) +
                (emission[(t + 1) * width + c] as number) +
                (transitions[b * width + c] as number),
            );
        let sum = 0;
        if (most > NONE)
          for (let c = 0; c < width; c += 1)
            if (allowed[b * width + c] === 1)
              sum += Math.exp(
                (beta[(t + 1) * width + c] as number) +
                  (emission[(t + 1) * width + c] as number) +
                  (transitions[b * width + c] as number) -
                  most,
              );
        beta[t * width + b] = sum === 0 ? NONE : most + Math.log(sum);
      }
    let most = NONE;
    for (let c = 0; c < width; c += 1)
      most = Math.max(most, (alpha[end * width + c] as number) + (beta[end * width + c] as number));
    let sum = 0;
    for (let c = 0; c < width; c += 1)
      sum += Math.exp((alpha[end * width + c] as number) + (beta[end * width + c] as number) - most);
    const all = most + Math.log(sum);
    for (let t = 0; t < length; t += 1) {
      for (let c = 0; c < width; c += 1) {
        const p = Math.exp((alpha[t * width + c] as number) + (beta[t * width + c] as number) - all);
        gradient[c] = weight * ((gold[t] === c ? 1 : 0) - p);
      }
      for (let f = keptOffsets[t] as number; f < (keptOffsets[t + 1] as number); f += 1) {
        const row = kept[f] as number;
        for (let c = 0; c < width; c += 1) {
          const w = row + c;
          const g = (gradient[c] as number) - decay * (weights[w] as number);
          const s = (squares[w] as number) + g * g;
          squares[w] = s;
          weights[w] = (weights[w] as number) + (rate * g) / (Math.sqrt(s) + 1e-6);
        }
      }
    }
    if (length < 2) return;
    expected.fill(0);
    for (let t = 1; t < length; t += 1) {
      for (let b = 0; b < width; b += 1)
        for (let c = 0; c < width; c += 1) {
          const at = b * width + c;
          if (allowed[at] !== 1) continue;
          const p = Math.exp(
            (alpha[(t - 1) * width + b] as number) +
              (transitions[at] as number) +
              (emission[t * width + c] as number) +
              (beta[t * width + c] as number) -
              all,
          );
          expected[at] = (expected[at] as number) - weight * p;
        }
      const at = (gold[t - 1] as number) * width + (gold[t] as number);
      expected[at] = (expected[at] as number) + weight;
    }
    for (let at = 0; at < expected.length; at += 1) {
      if (allowed[at] !== 1) continue;
      const g = (expected[at] as number) - decay * (transitions[at] as number);
      const s = (transitionSquares[at] as number) + g * g;
      if (s === 0) continue;
      transitionSquares[at] = s;
      transitions[at] = (transitions[at] as number) + (rate * g) / (Math.sqrt(s) + 1e-6);
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const index of order(chains.length, round + 1)) step(chains[index] as Chain);
    if (round * 2 < rounds) continue;
    averaged += 1;
    for (let i = 0; i < size; i += 1) average[i] = (average[i] as number) + (weights[i] as number);
    for (let i = 0; i < transitions.length; i += 1)
      averageTransitions[i] = (averageTransitions[i] as number) + (transitions[i] as number);
  }
  for (let i = 0; i < size; i += 1) average[i] = (average[i] as number) / averaged;
  for (let i = 0; i < transitions.length; i += 1) averageTransitions[i] = (averageTransitions[i] as number) / averaged;
  return { weights: average, transitions: averageTransitions };
}

/** Weights as int8 in the format of `readLinear`; the largest one becomes 127, those below half a step are left out. */
export function packed(classes: readonly string[], bits: number, weights: Float32Array, scale: number): Uint8Array {
  const small = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i += 1)
    small[i] = Math.max(-127, Math.min(127, Math.round((weights[i] as number) * scale)));
  return writeLinear({ classes, bits, scale }, small);
}
