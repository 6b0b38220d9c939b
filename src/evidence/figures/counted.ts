import type { Token } from "../../language/tokens.ts";
import { TIME_NOUNS } from "../../language/words.ts";
import { singular } from "./units.ts";

const STOP_WORDS =
  /^(?:more|less|fewer|others?|times?|points?|hours?|minutes?|years?|percent|and|or|old|ago|pm|am|th|st)$/;

/** What is counted by a number that ends before token `i`: the head of the noun phrase there, in base form. */
export function countedAt(
  tokens: readonly Token[],
  i: number,
): { readonly counts: string; readonly to: number } | null {
  let at = i;
  if (tokens[at]?.lower === "of") at += 1;
  if (/^(?:the|these|those|its|his|her|their)$/.test(tokens[at]?.lower ?? "")) at += 1;
  if (tokens[at]?.text === "-") return null;
  let head = -1;
  for (let k = at; k < tokens.length && k < at + 5; k += 1) {
    const token = tokens[k] as Token;
    if (token.block || !token.word || TIME_NOUNS.has(token.lower)) break;
    const modifier = token.tag === "adverb" || (token.tag === "past" && k === at) || (token.tag === "ing" && k === at);
    if (modifier) continue;
    if (token.tag !== "noun" && token.tag !== "name") break;
    if (STOP_WORDS.test(token.lower)) {
      if (k === at && token.lower === "more") continue;
      break;
    }
    head = k;
    // A plural ends the phrase: what follows is a verb or another phrase.
    if (/[^s]s$/.test(token.lower) && token.tag === "noun" && token.lower.length > 3) break;
    if (/^(?:people|men|women|children|troops|police|personnel)$/.test(token.lower)) break;
  }
  if (head === -1) return null;
  const word = (tokens[head] as Token).lower;
  return /^\p{L}[\p{L}\p{M}'-]*$/u.test(word) && word.length > 1 ? { counts: singular(word), to: head + 1 } : null;
}

/** What money is for: "$17 billion for Israel" → `israel`, "a $95 billion package" → `package`. */
export function purposeAt(tokens: readonly Token[], i: number): string | null {
  const token = tokens[i];
  if (token === undefined || token.block) return null;
  if (/^(?:for|to)$/.test(token.lower)) {
    const next = tokens[i + 1];
    return next !== undefined && (next.tag === "name" || next.tag === "noun") ? singular(next.lower) : null;
  }
  if (/^(?:in|of|worth)$/.test(token.lower)) {
    const next = tokens[i + (tokens[i + 1]?.lower === "of" ? 2 : 1)];
    return next !== undefined && next.tag === "noun" ? (countedAt(tokens, i + 1)?.counts ?? null) : null;
  }
  return token.tag === "noun" ? (countedAt(tokens, i)?.counts ?? null) : null;
}
