import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { PERSONAL, TIME_NOUNS } from "../language/words.ts";
import { isCueForm } from "./cues.ts";
import { appositionBefore, clauseOver, fartherHead, isAside } from "./noun-phrase-apposition.ts";
import { doerBefore, isModifier, isReduced, relativeBefore, relativeHead } from "./noun-phrase-relative.ts";
import { isHiddenName, isTime } from "./time-noun.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

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
  // "Norrpress, which in turn cited …"
  if (last.lower === "turn" && i - 2 > sentence.first && at(reading, i - 2).lower === "in")
    return nounPhraseBefore(reading, sentence, i - 2);
  // "A trader who asked not to be named | said"
  if (last.tag === "past" || last.tag === "verb") {
    const who = relativeBefore(reading, sentence, i, nounPhraseBefore);
    if (who !== null) return who;
  }
  if ((last.tag === "comma" || last.tag === "dash") && i - 1 > sentence.first) {
    const apposed = appositionBefore(reading, sentence, i - 1, nounPhraseBefore);
    if (apposed === null) return null;
    const near = nounPhraseBefore(reading, sentence, apposed);
    const outer = near === null ? -1 : clauseOver(reading, sentence, near.from);
    const head = outer === -1 ? near : nounPhraseBefore(reading, sentence, outer);
    if (isAside(reading, apposed + 1, i - 1)) return head;
    return head === null ? null : { from: fartherHead(reading, sentence, head.from, nounPhraseBefore), to: i - 1 };
  }
  if (last.tag === "wh" && (last.lower === "who" || last.lower === "which")) {
    let before = i - 1;
    if (before > sentence.first && at(reading, before - 1).tag === "comma") before -= 1;
    const head = nounPhraseBefore(reading, sentence, before);
    return { from: head?.from ?? i - 1, to: i };
  }
  if (
    /^(?:both|all|each)$/.test(last.lower) &&
    i - 1 > sentence.first &&
    /^(?:noun|name)$/.test(at(reading, i - 2).tag)
  )
    return nounPhraseBefore(reading, sentence, i - 1);
  if (last.lower === "that") {
    // "a letter from the insurer that says …": the relative pronoun stands for its head.
    const head = last.pos === "PRON" && i - 2 >= sentence.first ? at(reading, i - 2) : null;
    const whole = head !== null && /^(?:noun|name)$/.test(head.tag) ? nounPhraseBefore(reading, sentence, i - 1) : null;
    return whole === null ? null : { from: whole.from, to: i };
  }
  if (PERSONAL.has(last.lower) && last.tag === "pronoun") {
    // "An engineer who worked on it | said": behind a preposition or a verb it is an object inside a relative clause.
    const governed = i - 2 > sentence.first && /^(?:preposition|past|verb)$/.test(at(reading, i - 2).tag);
    const head = governed ? relativeHead(reading, sentence, i - 1, nounPhraseBefore) : null;
    return { from: head?.from ?? i - 1, to: i };
  }
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
      // "a chemist employed | by the company", "witnesses quoted | by the paper"
      if (
        before !== null &&
        (isModifier(reading, i - 2, floor, token.lower) || isReduced(reading, i - 2, floor, end))
      ) {
        i -= 2;
        continue;
      }
      // "drawn up | by the staff"
      const particle = before !== null && /^(?:up|out|off|down|over)$/.test(before.lower) && token.lower === "by";
      if (particle && i - 3 > floor && isModifier(reading, i - 3, floor, "by")) {
        i -= 3;
        continue;
      }
      if (before === null || !/^(?:noun|name|close|number|pronoun)$/.test(before.tag) || TIME_NOUNS.has(before.lower))
        break;
      // "had it from a clerk"
      if (/^(?:it|this|him|her|them|me|us|you)$/.test(before.lower)) break;
      if (
        token.tag === "to"
          ? !/^(?:letters?|messages?|notes?|e-?mails?|memos?|telegrams?|statements?|complaints?|testimony|speech|submission|ambassadors?|advis[eo]rs?|aides?|assistants?|envoys?|representatives?|counsel|response|reaction|answer|close)$/.test(
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
      (token.tag === "past" || /^VBP?$/.test(token.pos)) &&
      i < end &&
      !isCueForm(token.lower) &&
      /^(?:noun|name)$/.test(at(reading, i).tag) &&
      (i - 1 === sentence.first || /^(?:comma|quote|dash)$/.test(at(reading, i - 2).tag))
    ) {
      i -= 1;
      break;
    }
    if (isNominal(reading, i - 1, end)) {
      i -= 1;
      continue;
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
    if (!INSIDE.has(token.tag) && !compounded(reading, i - 1, floor, end)) break;
    if (token.tag === "ing" && i < end && isCueForm(token.lower)) break;
    if (token.tag === "pronoun" && i < end && !/^(?:noun|name|preposition)$/.test(at(reading, i).tag)) break;
    i -= 1;
    // "on Friday | her client"
    const opens = token.tag === "determiner" || /^(?:his|her|their|its|my|our|your)$/.test(token.lower);
    if (opens && i > floor && !/^(?:preposition|and|to|comma|close)$/.test(at(reading, i - 1).tag)) break;
  }
  if (i > sentence.first && /^(?:after|before|since|until)$/.test(at(reading, i - 1).lower)) {
    // "After the response to the exercise | the president announced"
    const next = secondPhrase(reading, i, end);
    if (next !== -1) i = next;
  }
  const doer = doerBefore(reading, sentence, i, nounPhraseBefore);
  if (doer !== null) return { from: doer.from, to: end };
  const phrase = trimmed(reading, i, end);
  const head = phrase === null ? null : relativeHead(reading, sentence, phrase.from, nounPhraseBefore);
  return head === null ? phrase : { from: head.from, to: end };
}

/** "White House press secretary": a base form between a singular noun and another is no verb. */
function compounded(reading: Reading, i: number, floor: number, end: number): boolean {
  const token = at(reading, i);
  if (token.tag !== "verb" || token.pos === "VBZ" || i <= floor || i + 1 >= end) return false;
  const before = at(reading, i - 1);
  return (
    (before.tag === "name" || (before.tag === "noun" && before.pos === "NOUN")) &&
    /^(?:noun|name)$/.test(at(reading, i + 1).tag) &&
    !TIME_NOUNS.has(before.lower)
  );
}

/** What looks like a verb right before another is none: "that engineers | had warned", "the accused | told". */
function isNominal(reading: Reading, i: number, end: number): boolean {
  const token = at(reading, i);
  if (isHiddenName(token)) return true;
  if (token.lower === "well" && i > 0 && at(reading, i - 1).tag === "determiner") return true;
  if (i + 1 !== end || i === 0) return false;
  const before = at(reading, i - 1);
  if (token.tag === "past") return before.tag === "determiner";
  if (token.tag === "verb" && (before.tag === "determiner" || before.tag === "possessive")) return true;
  if (token.tag !== "verb" || isCueForm(token.lower)) return false;
  return token.lower.endsWith("s") || /^(?:noun|name)$/.test(before.tag);
}

function hasAndBefore(reading: Reading, from: number, to: number): boolean {
  return reading.tokens.slice(from, Math.min(to, from + 8)).some(({ tag }) => tag === "and");
}

function openingOf(reading: Reading, close: number, floor: number): number {
  for (let i = close - 1; i >= Math.max(floor, close - 15); i -= 1) if (at(reading, i).tag === "open") return i;
  return -1;
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
    } else if (token.tag === "and" || token.tag === "comma" || (token.tag === "adverb" && !isHiddenName(token)))
      from += 1;
    else if (
      TIME_NOUNS.has(token.lower) &&
      from + 1 < end &&
      at(reading, from + 1).tag !== "possessive" &&
      !/^(?:may|march)$/.test(token.lower)
    )
      from += 1;
    else break;
  }
  // "The Mail yesterday | withdrew"
  let last = end;
  while (last - 1 > from && /^(?:yesterday|today|tonight|tomorrow|later|now)$/.test(at(reading, last - 1).text))
    last -= 1;
  if (from >= last) return null;
  if (last < end && /^(?:noun|name|close)$/.test(at(reading, last - 1).tag)) return { from, to: last };
  const nominal = /^(?:noun|name|number|pronoun|close|determiner|ing)$/;
  if (!nominal.test(at(reading, end - 1).tag) && !isNominal(reading, end - 1, end)) return null;
  if (end - from === 1 && isTime(reading, from)) return null;
  return { from, to: end };
}

/** Start of the second noun phrase of "in Britain | foreign secretary Liz Truss"; -1 when there is but one. */
function secondPhrase(reading: Reading, from: number, end: number): number {
  for (let i = from + 1; i < end; i += 1) {
    const token = at(reading, i);
    const before = at(reading, i - 1);
    if (/^(?:preposition|to|and|determiner|possessive)$/.test(before.tag)) continue;
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
