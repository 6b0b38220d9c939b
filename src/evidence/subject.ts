import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { PERSONAL, TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Where the verb group that ends with the verb at `verb` begins: `has repeatedly`, `went on to`, `would not`. */
export function verbGroupStart(reading: Reading, sentence: Sentence, verb: number): number {
  let i = verb;
  while (i > sentence.first) {
    const { tag, lower } = at(reading, i - 1);
    if (
      tag === "auxiliary" ||
      tag === "modal" ||
      tag === "not" ||
      (tag === "adverb" && !TIME_NOUNS.has(lower)) ||
      tag === "to"
    )
      i -= 1;
    else if (tag === "past" && at(reading, i).tag === "to") i -= 1;
    else if (lower === "n't") i -= 1;
    else break;
  }
  // An adverb before anything verbal is the sentence's: "Meanwhile he said".
  return i;
}

/** Prepositions that belong to the noun before them. */
const OF_A_NOUN =
  /^(?:of|for|at|in|from|with|on|against|over|between|near|behind|under|within|outside|inside|across|among)$/;
/** Tags of the words that a noun phrase is made of. */
export const INSIDE = new Set(["noun", "name", "number", "determiner", "possessive", "ing", "and", "pronoun"]);

/**
 * The noun phrase that ends right before token `end`, walking left: names, nouns, phrases with "of", "for", "at",
 * bracketed party marks, appositions between commas. Null when no subject stands there.
 */
export function nounPhraseBefore(reading: Reading, sentence: Sentence, end: number): Range | null {
  let i = end;
  const last = i > sentence.first ? at(reading, i - 1) : null;
  if (last === null) return null;
  if ((last.tag === "comma" || last.tag === "dash") && i - 1 > sentence.first) {
    const apposed = appositionBefore(reading, sentence, i - 1);
    if (apposed === null) return null;
    const head = nounPhraseBefore(reading, sentence, apposed);
    return head === null ? null : { from: head.from, to: i - 1 };
  }
  if (last.tag === "wh" && (last.lower === "who" || last.lower === "which")) {
    let before = i - 1;
    if (before > sentence.first && at(reading, before - 1).tag === "comma") before -= 1;
    const head = nounPhraseBefore(reading, sentence, before);
    return { from: head?.from ?? i - 1, to: i };
  }
  if (last.lower === "that") return null;
  if (PERSONAL.has(last.lower) && last.tag === "pronoun") return { from: i - 1, to: i };
  const floor = Math.max(sentence.first, end - 40);
  while (i > floor) {
    const token = at(reading, i - 1);
    if (token.quote !== -1 && at(reading, end - 1).quote !== token.quote) {
      // A nickname inside a name: Inès “Ina” Müller.
      const open = i - 3;
      if (
        token.tag === "quote" &&
        open > floor &&
        at(reading, open).tag === "quote" &&
        at(reading, open).quote === token.quote &&
        at(reading, open - 1).tag === "name"
      ) {
        i = open;
        continue;
      }
      break;
    }
    if (token.tag === "close") {
      const open = openingOf(reading, i - 1, floor);
      if (open === -1) break;
      i = open;
      continue;
    }
    if (token.tag === "preposition" || token.tag === "to") {
      // The phrase goes on to the left when a noun stands there: "spokesman | for the ministry".
      const before = i - 2 >= floor ? at(reading, i - 2) : null;
      if (before === null || !/^(?:noun|name|close|number|pronoun)$/.test(before.tag) || TIME_NOUNS.has(before.lower))
        break;
      if (
        token.tag === "to"
          ? !/^(?:ambassadors?|advis[eo]rs?|aides?|assistants?|envoys?|representatives?|counsel|response|reaction|answer|close)$/.test(
              before.lower,
            )
          : !OF_A_NOUN.test(token.lower)
      )
        break;
      i -= 1;
      continue;
    }
    if (token.tag === "and") {
      const before = i - 2 >= floor ? at(reading, i - 2) : null;
      if (before === null || !/^(?:noun|name|close)$/.test(before.tag) || i === end) break;
      i -= 1;
      continue;
    }
    if (token.tag === "comma" && i < end) {
      // "A, B and C" and "Jr., " are inside; another comma is the border.
      const before = i - 2 >= floor ? at(reading, i - 2) : null;
      const list = before?.tag === "name" && at(reading, i).tag === "name" && hasAndBefore(reading, i, end);
      if (!list) break;
      i -= 1;
      continue;
    }
    // "retired Air Force general" at the head of a clause.
    if (
      token.tag === "past" &&
      i < end &&
      /^(?:noun|name)$/.test(at(reading, i).tag) &&
      (i - 1 === sentence.first || /^(?:comma|quote|dash)$/.test(at(reading, i - 2).tag))
    ) {
      i -= 1;
      break;
    }
    if (token.tag === "adverb" || token.tag === "past") {
      // A participle or adverb inside: "the newly elected mayor".
      const before = i - 2 >= floor ? at(reading, i - 2) : null;
      if (
        i < end &&
        before !== null &&
        /^(?:determiner|possessive|adverb)$/.test(before.tag) &&
        at(reading, i).tag !== "preposition"
      ) {
        i -= 1;
        continue;
      }
      break;
    }
    if (!INSIDE.has(token.tag)) break;
    if (token.tag === "pronoun" && i < end && !/^(?:noun|name|preposition)$/.test(at(reading, i).tag)) break;
    i -= 1;
    if (token.tag === "determiner" && i > floor && !/^(?:preposition|and|to|comma|close)$/.test(at(reading, i - 1).tag))
      break;
  }
  if (i > sentence.first && /^(?:after|before|since|until)$/.test(at(reading, i - 1).lower)) {
    // "After the response to the exercise | the president announced"
    const next = secondPhrase(reading, i, end);
    if (next !== -1) i = next;
  }
  return trimmed(reading, i, end);
}

function hasAndBefore(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 8); i += 1) if (at(reading, i).tag === "and") return true;
  return false;
}

function openingOf(reading: Reading, close: number, floor: number): number {
  for (let i = close - 1; i >= Math.max(floor, close - 15); i -= 1) if (at(reading, i).tag === "open") return i;
  return -1;
}

/** The comma or dash that opens the apposition or relative clause closed by the one at `comma`; null when there is none. */
function appositionBefore(reading: Reading, sentence: Sentence, comma: number): number | null {
  const floor = Math.max(sentence.first, comma - 40);
  for (let i = comma - 1; i > floor; i -= 1) {
    const token = at(reading, i);
    if (token.tag === "quote" || token.tag === "stop") return null;
    if (token.tag !== at(reading, comma).tag) continue;
    const next = at(reading, i + 1);
    const before = at(reading, i - 1);
    if (!/^(?:noun|name|close|pronoun)$/.test(before.tag) || TIME_NOUNS.has(before.lower)) return null;
    // An adverbial between commas, or a list.
    if (next.tag === "and" || next.tag === "subordinator") continue;
    return i;
  }
  return null;
}

/** Takes leading adverbials off: "On Friday | the Times", "Meanwhile | he". */
function trimmed(reading: Reading, start: number, end: number): Range | null {
  let from = start;
  for (let round = 0; round < 4 && from < end; round += 1) {
    const token = at(reading, from);
    if (token.tag === "preposition" || token.tag === "to") {
      const next = secondPhrase(reading, from + 1, end);
      if (next === -1) return null;
      from = next;
    } else if (token.tag === "and" || token.tag === "comma" || token.tag === "adverb") from += 1;
    else if (
      TIME_NOUNS.has(token.lower) &&
      from + 1 < end &&
      at(reading, from + 1).tag !== "possessive" &&
      !/^(?:may|march)$/.test(token.lower)
    )
      from += 1;
    else break;
  }
  if (from >= end) return null;
  const nominal = /^(?:noun|name|number|pronoun|close|determiner|ing)$/;
  if (!nominal.test(at(reading, end - 1).tag)) return null;
  if (end - from === 1 && TIME_NOUNS.has(at(reading, from).lower)) return null;
  return { from, to: end };
}

/** Start of the second noun phrase of "in Britain | foreign secretary Liz Truss"; -1 when there is but one. */
function secondPhrase(reading: Reading, from: number, end: number): number {
  for (let i = from + 1; i < end; i += 1) {
    const token = at(reading, i);
    const before = at(reading, i - 1);
    if (
      before.tag === "preposition" ||
      before.tag === "to" ||
      before.tag === "and" ||
      before.tag === "determiner" ||
      before.tag === "possessive"
    )
      continue;
    if (token.tag === "determiner" || token.tag === "pronoun") return i;
    if (token.tag === "possessive" && token.lower !== "'s" && token.lower !== "'") return i;
    if (
      TIME_NOUNS.has(before.lower) &&
      !TIME_NOUNS.has(token.lower) &&
      token.tag !== "number" &&
      token.tag !== "preposition"
    )
      return i;
    if (token.tag === "name" && before.tag === "noun" && i - from >= 1) return i;
    if (token.tag === "noun" && before.tag === "name" && !/(?:an|ish|ese|ch|sh|i|ic)$/.test(before.lower)) return i;
  }
  return -1;
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
