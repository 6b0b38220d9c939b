import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Verbs of hearing, with where it comes from behind "from". */
export const HEARS =
  /^(?:had|has|have|heard|hears|got|gets|learned|learnt|took|takes|picked|received|obtained|copied|lifted)$/;
const VERBAL = /^(?:past|verb|auxiliary|modal|adverb|not|to)$/;

/** The first full verb of a clause that begins at `from`; -1 when a noun comes before it. */
export function mainVerb(reading: Reading, from: number, limit: number): number {
  for (let i = from; i < limit && i < from + 9; i += 1) {
    const { tag, lower } = at(reading, i);
    const more = i + 1 < limit ? at(reading, i + 1).tag : "stop";
    if (tag === "past" || tag === "verb") return i;
    if (tag === "auxiliary" && HEARS.test(lower) && !/^(?:past|adverb|not|auxiliary|verb)$/.test(more)) return i;
    if (!/^(?:auxiliary|modal|adverb|not|pronoun|preposition|noun|comma|determiner|name)$/.test(tag)) return -1;
  }
  return -1;
}

/** Where the group of verbs that `v` ends begins. */
export function groupStart(reading: Reading, v: number): number {
  let i = v;
  while (i > 0 && VERBAL.test(at(reading, i - 1).tag) && i > v - 6) i -= 1;
  return i;
}
