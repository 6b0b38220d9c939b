import { hashOf } from "./features.ts";
import type { Forms } from "./features.ts";

/** A quick first look for a list of words, for what is asked of every token: says "perhaps" to its words and few others. */
export interface WordFilter {
  /** May token `i` be one of the words? Always where the text was read without a model. */
  mayBe(forms: Forms | null, i: number): boolean;
}

const SIZE = 4096;

/** `words` in small letters. */
export function wordFilterOf(words: Iterable<string>): WordFilter {
  const marks = new Uint8Array(SIZE);
  for (const word of words) marks[hashOf(word) & (SIZE - 1)] = 1;
  return {
    mayBe: (forms, i) => forms === null || marks[(forms.lower[i] as number) & (SIZE - 1)] === 1,
  };
}
