import type { Reading, Sentence } from "../language/sentences.ts";
import { isTime } from "./time-noun.ts";
import { isAside } from "./noun-phrase-apposition.ts";
import { INSIDE } from "./noun-phrase-before.ts";
import { nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { PERSONAL, TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** The noun phrase that begins at `start`, with appositions: the source of ", said Col. Ana Brod, army spokeswoman,". */
export function nounPhraseAfter(reading: Reading, sentence: Sentence, start: number): Range | null {
  let i = start;
  const ceiling = Math.min(sentence.last, start + 40);
  while (i < ceiling) {
    const token = at(reading, i);
    const next = i + 1 < ceiling ? at(reading, i + 1) : null;
    if (token.quote !== -1 && at(reading, start).quote !== token.quote) break;
    if (token.tag === "open") {
      let close = i + 1;
      while (close < ceiling && close < i + 15 && at(reading, close).tag !== "close") close += 1;
      if (close >= ceiling || at(reading, close).tag !== "close") break;
      i = close + 1;
      continue;
    }
    if (token.tag === "comma") {
      // An apposition follows: a title, or "who …".
      if (i === start || next === null || !startsApposition(reading, i + 1)) break;
      const close = nextOf(
        reading,
        i + 1,
        ceiling,
        (t) => t.tag === "comma" || t.tag === "stop" || t.tag === "quote" || t.tag === "dash",
      );
      return { from: start, to: isAside(reading, i + 1, close) ? i : close };
    }
    if (token.tag === "preposition") {
      if (i === start || next === null) break;
      if (token.lower !== "of" && TIME_NOUNS.has(next.lower)) break;
      if (!/^(?:of|for|at|from|with|in)$/.test(token.lower)) break;
      if (token.lower === "in" && next.tag !== "name") break;
      i += 1;
      continue;
    }
    if (token.tag === "and") {
      if (i === start || next === null || !/^(?:noun|name|determiner|possessive)$/.test(next.tag)) break;
      i += 1;
      continue;
    }
    // "by the gas company | the boiler was sound"
    if (
      i > start &&
      token.tag === "determiner" &&
      /^(?:noun|name)$/.test(at(reading, i - 1).tag) &&
      !/^(?:all|both|half)$/.test(at(reading, i - 1).lower)
    )
      break;
    if (isTime(reading, i) && token.capital && !/^(?:noun|name|possessive)$/.test(next?.tag ?? "")) break;
    // "a fisheries institute paper": a noun that was read as a verb.
    const hidden =
      token.tag === "verb" &&
      token.pos !== "VBZ" &&
      i > start + 1 &&
      at(reading, i - 1).tag === "noun" &&
      next?.tag === "noun" &&
      next.pos !== "NOUNS";
    if (
      !hidden &&
      !INSIDE.has(token.tag) &&
      !(token.tag === "past" && i > start && /^(?:determiner|possessive)$/.test(at(reading, i - 1).tag))
    )
      break;
    i += 1;
    if (token.tag === "pronoun" && PERSONAL.has(token.lower)) break;
  }
  if (i <= start) return null;
  const last = at(reading, i - 1).tag;
  if (last === "determiner" || last === "and" || last === "preposition") return null;
  return { from: start, to: i };
}

function startsApposition(reading: Reading, i: number): boolean {
  const token = at(reading, i);
  if (token.lower === "who" || token.lower === "whose") return true;
  return (
    token.tag === "determiner" ||
    token.tag === "noun" ||
    token.tag === "number" ||
    (token.tag === "name" && token.lower !== "u.s.")
  );
}
