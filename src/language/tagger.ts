import { CAPITAL, CAPITALS, WORD, mix, seed, stirAll } from "./features.ts";
import type { Forms } from "./features.ts";

import { POS } from "./pos.ts";
import type { WordTable } from "./word-table.ts";
import type { Linear } from "./linear.ts";

/** Stands for "before the sentence" among the tags. */
const EDGE = POS.length;

/** How a sentence is printed: headlines in capitals or with a capital on every word say little about names. */
export type Print = 0 | 1 | 2;

/** 0 as usual, 1 with a capital on nearly every longer word, 2 in capitals. */
export function printOf(forms: Forms, first: number, last: number): Print {
  let words = 0;
  let capitals = 0;
  let all = 0;
  let rest = 0;
  for (let i = first; i < last; i += 1) {
    const flags = forms.flags[i] as number;
    if ((flags & WORD) === 0) continue;
    words += 1;
    if ((flags & CAPITAL) !== 0) capitals += 1;
    else rest += 1;
    if ((flags & CAPITALS) !== 0) all += 1;
  }
  if (words >= 3 && all * 10 >= words * 7) return 2;
  return words >= 4 && capitals * 10 >= words * 6 && rest <= capitals ? 1 : 0;
}

export interface Tagger {
  /** Writes the index in `POS` of every token of `[first, last)`, one sentence, into `out`. */
  tag(forms: Forms, first: number, last: number, out: Uint8Array): void;
}

/** Greedy from left to right: each decision sees the words around and the two tags before. */
export function taggerOf(linear: Linear, table: WordTable): Tagger {
  const features = new Int32Array(TAG_FEATURES_MAX);
  let known = new Int32Array(512);
  return {
    tag: (forms, first, last, out) => {
      const print = printOf(forms, first, last);
      if (last - first > known.length) known = new Int32Array(last - first);
      knownWords(forms, table, first, last, known);
      for (let i = first; i < last; i += 1) {
        const only = onlyTag(known[i - first] as number);
        if (only >= 0) {
          out[i] = only;
          continue;
        }
        const count = tagFeatures(forms, known, first, last, i, print, out, features);
        out[i] = linear.best(features, count);
      }
    },
  };
}

const ONLY = 1 << 30;
const STEM = 1 << 29;

/** The one tag that a word always had, or -1. */
export function onlyTag(known: number): number {
  return (known & ONLY) === 0 ? -1 : 31 - Math.clz32(known & ~ONLY);
}

/** What the table knows of each word of a sentence, or else of what is left without its ending; 0 for nothing. From `out[0]` on. */
export function knownWords(forms: Forms, table: WordTable, first: number, last: number, out: Int32Array): void {
  const { lower, ending, stem1, stem2 } = forms;
  for (let i = first; i < last; i += 1) {
    let known = table.of(lower[i] as number);
    const end = ending[i] as number;
    if (known === 0 && end !== 0) {
      const stem = table.of(stem1[i] as number) || table.of(stem2[i] as number);
      if (stem !== 0) known = (stem & ~ONLY) | (end << 24) | STEM;
    }
    out[i - first] = known;
  }
}

/** What the table of words holds for a word: a bit for every tag it had; whether it never needs a second look. */
export function tagsOfWord(tags: number, only: boolean): number {
  return only ? tags | ONLY : tags;
}

export const TAG_FEATURES_MAX = 40;
/** How many of the features, the last ones, name the word itself. */
export const WORD_FEATURES = 6;

/** Features of one token, into `out`; `words`: what `knownWords` wrote; `tags` holds those of the tokens before. Returns how many. */
export function tagFeatures(
  forms: Forms,
  words: Int32Array,
  first: number,
  last: number,
  i: number,
  print: Print,
  tags: Uint8Array,
  out: Int32Array,
): number {
  const { lower, form, suffix1, suffix2, suffix3, suffix4, prefix, shape, flags } = forms;
  const has1 = i > first;
  const has2 = i > first + 1;
  const next = i + 1 < last;
  const tag1 = has1 ? (tags[i - 1] as number) : EDGE;
  const tag2 = has2 ? (tags[i - 2] as number) : EDGE;
  const word = lower[i] as number;
  const before = has1 ? (lower[i - 1] as number) : 0;
  const after = next ? (lower[i + 1] as number) : 0;
  const place = (has1 ? 0 : 1) | (print << 1) | ((flags[i] as number) << 4);
  const known = words[i - first] as number;
  const knownAfter = next ? (words[i + 1 - first] as number) : 0;
  const both = tag1 * 32 + tag2;
  let n = 0;
  out[n++] = seed(3) ^ (suffix1[i] as number);
  out[n++] = seed(4) ^ (suffix2[i] as number);
  out[n++] = seed(5) ^ (suffix3[i] as number);
  out[n++] = seed(6) ^ (suffix4[i] as number);
  out[n++] = seed(7) ^ (prefix[i] as number);
  out[n++] = seed(mix(8, shape[i] as number)) ^ place;
  out[n++] = seed(9) ^ place;
  out[n++] = seed(10) ^ before;
  out[n++] = seed(11) ^ (has2 ? (lower[i - 2] as number) : 0);
  out[n++] = seed(12) ^ after;
  out[n++] = seed(13) ^ (i + 2 < last ? (lower[i + 2] as number) : 0);
  out[n++] = seed(14) ^ tag1;
  out[n++] = seed(15) ^ both;
  out[n++] = seed(20) ^ (next ? (suffix3[i + 1] as number) : 0);
  out[n++] = seed(21) ^ (has1 ? (suffix3[i - 1] as number) : 0);
  out[n++] = seed(mix(22, suffix3[i] as number)) ^ tag1;
  out[n++] = seed(mix(23, suffix2[i] as number)) ^ both;
  out[n++] = seed(mix(24, tag1)) ^ after;
  out[n++] =
    seed(mix(25, place)) ^ ((has1 ? (flags[i - 1] as number) : 128) + (next ? (flags[i + 1] as number) : 128) * 256);
  out[n++] = seed(mix(26, known)) ^ tag1;
  out[n++] = seed(mix(27, known)) ^ knownAfter;
  out[n++] = seed(mix(mix(28, known), tag1)) ^ knownAfter;
  out[n++] = seed(mix(29, suffix3[i] as number)) ^ place;
  out[n++] = seed(mix(30, tag1)) ^ before;
  out[n++] = seed(mix(31, before)) ^ after;
  out[n++] = seed(mix(32, suffix3[i] as number)) ^ knownAfter;
  // Last those of the word itself, `WORD_FEATURES` of them.
  out[n++] = seed(1) ^ word;
  out[n++] = seed(2) ^ (print === 0 ? (form[i] as number) : word);
  out[n++] = seed(mix(16, word)) ^ tag1;
  out[n++] = seed(mix(17, word)) ^ both;
  out[n++] = seed(mix(18, word)) ^ before;
  out[n++] = seed(mix(19, word)) ^ after;
  return stirAll(out, n);
}
