import { CUE_FORMS } from "./cue-forms.ts";
import { isCueForm } from "./cues.ts";
import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { isHiddenName, isTime } from "./time-noun.ts";
import { PERSONAL, TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** "“…,” Ana Brod, head of the office, one of the first there, said": the name before two appositions. */
function fartherHead(reading: Reading, sentence: Sentence, from: number): number {
  const comma = from - 1;
  if (comma <= sentence.first || at(reading, comma).tag !== "comma" || at(reading, comma - 1).tag !== "name")
    return from;
  const head = nounPhraseBefore(reading, sentence, comma);
  if (head === null) return from;
  return head.from === sentence.first || at(reading, head.from - 1).tag === "quote" ? head.from : from;
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
    const aside = at(reading, i - 2); // "The ministry, the Courier understands, believes …"
    if (/^(?:past|verb)$/.test(aside.tag) && isCueForm(aside.lower) && at(reading, apposed + 1).tag !== "wh")
      return head;
    return head === null ? null : { from: fartherHead(reading, sentence, head.from), to: i - 1 };
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
      // "a chemist employed | by the company", "witnesses quoted | by the paper"
      if (before !== null && isModifier(reading, i - 2, floor, token.lower)) {
        i -= 2;
        continue;
      }
      if (before === null || !/^(?:noun|name|close|number|pronoun)$/.test(before.tag) || TIME_NOUNS.has(before.lower))
        break;
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
      token.tag === "past" &&
      i < end &&
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
    if (token.tag === "determiner" && i > floor && !/^(?:preposition|and|to|comma|close)$/.test(at(reading, i - 1).tag))
      break;
  }
  if (i > sentence.first && /^(?:after|before|since|until)$/.test(at(reading, i - 1).lower)) {
    // "After the response to the exercise | the president announced"
    const next = secondPhrase(reading, i, end);
    if (next !== -1) i = next;
  }
  const phrase = trimmed(reading, i, end);
  const head = phrase === null ? null : relativeHead(reading, sentence, phrase.from);
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

/** Is the participle at token `i` a short relative clause: "residents reached by telephone"? */
function isModifier(reading: Reading, i: number, floor: number, preposition: string): boolean {
  const token = at(reading, i);
  if (token.lower === "close" && preposition === "to") return i > floor && at(reading, i - 1).tag === "noun";
  if (preposition === "to" && /^(?:leaked|sent|given|shown|passed|addressed|provided|handed)$/.test(token.lower))
    return i > floor && at(reading, i - 1).tag === "noun";
  if (token.tag !== "past" || i - 1 < floor || (token.pos !== "VBN" && preposition !== "by")) return false;
  const head = at(reading, i - 1);
  return /^(?:noun|name|close)$/.test(head.tag) || (head.tag === "verb" && head.lower.endsWith("s"));
}

/**
 * The head of a relative clause that ends right before token `from`: "a woman who lost | her house told". Null where a
 * noun phrase that begins at `from` is a subject of its own.
 */
function relativeHead(reading: Reading, sentence: Sentence, from: number): Range | null {
  if (/^(?:subordinator|wh)$/.test(at(reading, from - 1)?.tag ?? "wh")) return null;
  let groups = 0;
  let verbal = false;
  for (let i = from - 1; i > Math.max(sentence.first, from - 16); i -= 1) {
    const token = at(reading, i);
    if (/^(?:comma|stop|colon|quote|dash)$/.test(token.tag)) return null;
    const finite = /^(?:past|verb|auxiliary|modal)$/.test(token.tag);
    if (finite && !verbal) groups += 1;
    verbal = finite;
    if (groups > 1 || (finite && i > from - 3 && CUE_FORMS.get(token.lower)?.frames.includes("c") === true))
      return null;
    if (token.lower === "who" || token.lower === "which" || (token.lower === "that" && token.pos === "PRON")) {
      if (groups === 0 || !/^(?:noun|name|close)$/.test(at(reading, i - 1).tag)) return null;
      return nounPhraseBefore(reading, sentence, i);
    }
  }
  return null;
}

/** What looks like a verb right before another is none: "that engineers | had warned", "the accused | told". */
function isNominal(reading: Reading, i: number, end: number): boolean {
  const token = at(reading, i);
  if (isHiddenName(token)) return true;
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

/** The comma or dash that opens the apposition or relative clause closed by the one at `comma`; null when there is none. */
function appositionBefore(reading: Reading, sentence: Sentence, comma: number): number | null {
  const floor = Math.max(sentence.first, comma - 40);
  for (let i = comma - 1; i > floor; i -= 1) {
    const token = at(reading, i);
    if (token.tag === "quote" || token.tag === "stop") return null;
    if (token.tag !== at(reading, comma).tag) continue;
    const next = at(reading, i + 1);
    const before = at(reading, i - 1);
    if (!/^(?:noun|name|close|pronoun)$/.test(before.tag) || isTime(reading, i - 1)) return null;
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
  if (from >= end) return null;
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
