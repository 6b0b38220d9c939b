import { nounPhraseBefore } from "./noun-phrase-before.ts";
import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { isHiddenName } from "./time-noun.ts";
import { TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const RAISING = /^(?:seems?|appears?|continues?|tr(?:y|ies)|begins?|starts?|tends?|needs?|comes?|likes?)$/;
const WENT = /^(?:went|go|goes|going|gone)$/;
const CONTRACTED = /^(?:i|you|he|she|it|we|they|who)'(?:re|ll|d|ve|m|s)$/;

/** The subject inside "they’re", "she’d" at the head of a verb group; null where there is none. */
export function contractedSubject(reading: Reading, group: number): Range | null {
  return CONTRACTED.test(at(reading, group).lower) ? { from: group, to: group + 1 } : null;
}

/** Where the verb group that ends with the verb at `verb` begins: `has repeatedly`, `went on to`, `would not`. */
export function verbGroupStart(reading: Reading, sentence: Sentence, verb: number): number {
  let i = verb;
  while (i > sentence.first) {
    const { tag, lower } = at(reading, i - 1);
    if (CONTRACTED.test(lower)) return i - 1;
    if (
      tag === "auxiliary" ||
      tag === "modal" ||
      tag === "not" ||
      (tag === "adverb" &&
        !(lower === "well" && i - 2 >= sentence.first && at(reading, i - 2).tag === "determiner") &&
        !TIME_NOUNS.has(lower) &&
        !isHiddenName(at(reading, i - 1))) ||
      (/^(?:long|yet|first|once|now|never|already|since|later|then|again|twice)$/.test(lower) &&
        i - 2 >= sentence.first &&
        at(reading, i - 2).tag === "auxiliary") ||
      tag === "to"
    )
      i -= 1;
    else if (tag === "past" && at(reading, i).tag === "to") i -= 1;
    else if (tag === "verb" && at(reading, i).tag === "to" && RAISING.test(lower)) i -= 1;
    // "went on to say"
    else if (
      lower === "on" &&
      at(reading, i).tag === "to" &&
      i - 2 >= sentence.first &&
      WENT.test(at(reading, i - 2).lower)
    )
      i -= 2;
    // "he’s claiming"
    else if (lower === "'s" && i - 2 >= sentence.first && at(reading, i - 2).tag === "pronoun") i -= 1;
    else if (lower === "n't") i -= 1;
    else break;
  }
  // An adverb before anything verbal is the sentence's: "Meanwhile he said".
  return i;
}

/** Subject of the first verb in `[from, to)`: whose doing ", saying …" and "… and said" is. */
export function mainSubject(reading: Reading, sentence: Sentence, from: number, to: number): Range | null {
  for (let i = Math.max(from, to - 80); i < to; i += 1) {
    const token = at(reading, i);
    if (!(token.tag === "past" || token.tag === "auxiliary" || token.tag === "modal" || token.tag === "verb")) continue;
    const subject = nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, i));
    if (subject !== null && subject.from >= from) return subject;
  }
  return null;
}

export function nextOf(reading: Reading, from: number, to: number, is: (token: Token) => boolean): number {
  for (let i = from; i < to; i += 1) if (is(at(reading, i))) return i;
  return to;
}
