import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { ADVERBS, TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** A name at the head of a sentence that was read as an adverb: “…?” Vitter demanded. */
export function isHiddenName(token: Token): boolean {
  return token.tag === "adverb" && token.capital && !ADVERBS.has(token.lower) && !token.lower.endsWith("ly");
}

/** A day, month or the like; not the "Today" or "Morning" in the name of a paper. */
export function isTime(reading: Reading, i: number): boolean {
  const token = at(reading, i);
  if (!TIME_NOUNS.has(token.lower)) return false;
  if (!token.capital) return true;
  const before = i > 0 ? at(reading, i - 1) : null;
  const after = i + 1 < reading.tokens.length ? at(reading, i + 1) : null;
  if (/^(?:today|week)$/.test(token.lower)) return before?.tag !== "name";
  if (/^(?:morning|evening|night)$/.test(token.lower)) return after?.tag !== "name";
  return true;
}
