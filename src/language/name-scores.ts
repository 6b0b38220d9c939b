import type { NameContext } from "./name-context.ts";
import { NAME_LABELS } from "./name-labels.ts";

const WIDTH = NAME_LABELS.length;
/** No name, person, organisation, place. */
const SORTS = 4;
/** A place where a word is surely not of a sort counts no more than this (natural logarithm). */
const FLOOR = -4;
const DAMPING = 0.5;
/** How much the other places of a word count against its own. */
const SHARE = 0.5;
/** A word in a run of several tells more than one alone. */
const LONG = 3;

/**
 * Moves the scores of each word towards what the same word scores elsewhere in the text, so that one clear place speaks
 * for the others. `scores` are natural logarithms, `WIDTH` for each of the `tokens` (indexes in the text).
 */
export function settleWords(context: NameContext, tokens: Int32Array, scores: Float32Array): void {
  const sums = new Float32Array(context.words * SORTS);
  const weights = new Float32Array(context.words);
  const weightOf = (token: number): number =>
    (context.runLast[token] as number) - (context.runFirst[token] as number) > 1 ? LONG : 1;
  const own = new Float32Array(tokens.length * SORTS);
  for (let t = 0; t < tokens.length; t += 1) {
    const word = context.word[tokens[t] as number] as number;
    if (word === -1) continue;
    sortScores(scores, t * WIDTH, own, t * SORTS);
    const weight = weightOf(tokens[t] as number);
    weights[word] = (weights[word] as number) + weight;
    for (let k = 0; k < SORTS; k += 1)
      sums[word * SORTS + k] = (sums[word * SORTS + k] as number) + weight * (own[t * SORTS + k] as number);
  }
  for (let t = 0; t < tokens.length; t += 1) {
    const word = context.word[tokens[t] as number] as number;
    const weight = weightOf(tokens[t] as number);
    if (word === -1 || (weights[word] as number) <= weight) continue;
    const others = SHARE / ((weights[word] as number) - weight + DAMPING);
    for (let label = 0; label < WIDTH; label += 1) {
      const k = (label + 3) >> 2;
      const more = (sums[word * SORTS + k] as number) - weight * (own[t * SORTS + k] as number);
      scores[t * WIDTH + label] = (scores[t * WIDTH + label] as number) + more * others;
    }
  }
}

/** Log-probability of each sort for one token, not below `FLOOR`. */
function sortScores(scores: Float32Array, at: number, out: Float32Array, to: number): void {
  let most = -Infinity;
  for (let k = 0; k < SORTS; k += 1) {
    let best = scores[at + (k === 0 ? 0 : k * 4 - 3)] as number;
    if (k > 0) for (let p = k * 4 - 2; p <= k * 4; p += 1) best = Math.max(best, scores[at + p] as number);
    out[to + k] = best;
    most = Math.max(most, best);
  }
  let sum = 0;
  for (let k = 0; k < SORTS; k += 1) sum += Math.exp((out[to + k] as number) - most);
  const all = most + Math.log(sum);
  for (let k = 0; k < SORTS; k += 1) out[to + k] = Math.max(FLOOR, (out[to + k] as number) - all);
}
