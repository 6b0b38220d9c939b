import { mix } from "./features.ts";
import type { NameContext } from "./name-context.ts";
import { kindOfLabel, placeOfLabel } from "./name-labels.ts";

/**
 * How the words of a text were read at the first look, so that a second look can take one place's clear reading for
 * another's unclear one. One row a capitalised word.
 */
export interface NameUsage {
  readonly labels: Uint8Array;
  /** Eight counts a word: as person, organisation, place alone; first and last word of a longer person; word of a longer organisation, place; no name. */
  readonly counts: Int32Array;
}

const SORTS = 8;

function sortOf(label: number): number {
  const kind = kindOfLabel(label);
  const place = placeOfLabel(label);
  if (kind === -1) return 7;
  if (place === 3) return kind;
  if (kind === 0) return place === 2 ? 4 : 3;
  return kind + 4;
}

/** Counts the labels of a first look. Words at the beginning of a sentence that were read as no name tell nothing. */
export function nameUsageOf(context: NameContext, labels: Uint8Array): NameUsage {
  const counts = new Int32Array(context.words * SORTS);
  for (let i = 0; i < labels.length; i += 1) {
    const word = context.word[i] as number;
    if (word === -1) continue;
    const at = word * SORTS + sortOf(labels[i] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return { labels, counts };
}

/** Upper bound of how many features `usageFeatures` writes. */
export const USAGE_FEATURES_MAX = 16;

/** Features of token `i` from how its word is used elsewhere; written to `out` from `n` on. Returns the new number. */
export function usageFeatures(
  context: NameContext,
  usage: NameUsage,
  first: number,
  last: number,
  i: number,
  out: Int32Array,
  n: number,
): number {
  const { labels, counts } = usage;
  let kind = 1000;
  let count = n;
  const add = (value: number): void => {
    kind += 1;
    out[count] = mix(Math.imul(kind, 0x3c6ef372), value);
    count += 1;
  };
  const labelAt = (k: number): number => (k < first || k >= last ? 15 : (labels[k] as number));
  const own = labels[i] as number;
  const word = context.word[i] as number;
  let mask = 0;
  let best = 0;
  let most = 0;
  if (word !== -1) {
    const sort = sortOf(own);
    let people = 0;
    let organisations = 0;
    let places = 0;
    let none = 0;
    for (let s = 0; s < SORTS; s += 1) {
      const c = (counts[word * SORTS + s] as number) - (s === sort ? 1 : 0);
      if (c <= 0) continue;
      mask |= 1 << s;
      if (s === 0 || s === 3 || s === 4) people += c;
      else if (s === 1 || s === 5) organisations += c;
      else if (s === 2 || s === 6) places += c;
      else none += c;
    }
    most = Math.max(people, organisations, places, none);
    best = most === 0 ? 0 : most === people ? 1 : most === organisations ? 2 : most === places ? 3 : 4;
  }
  const size = most === 0 ? 0 : most === 1 ? 1 : most < 4 ? 2 : 3;
  add(own);
  add(labelAt(i - 1) | (own << 4));
  add(labelAt(i + 1) | (own << 4));
  add(mask);
  add(mask | (own << 8));
  add(best | (size << 3));
  add(best | (size << 3) | (own << 5));
  add(mix(best | (size << 3), context.known[i] as number));
  const next = i + 1 < last ? (context.word[i + 1] as number) : -1;
  const back = i > first ? (context.word[i - 1] as number) : -1;
  add(mask | (maskOf(counts, next) << 8));
  add(mask | (maskOf(counts, back) << 8));
  for (let s = 0; s < SORTS; s += 1) {
    kind += 1;
    if ((mask & (1 << s)) === 0) continue;
    out[count] = mix(Math.imul(kind, 0x3c6ef372), 1);
    count += 1;
  }
  return count;
}

function maskOf(counts: Int32Array, word: number): number {
  if (word === -1) return 0;
  let mask = 0;
  for (let s = 0; s < SORTS; s += 1) if ((counts[word * SORTS + s] as number) > 0) mask |= 1 << s;
  return mask;
}
