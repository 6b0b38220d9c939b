import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import type { Papers } from "./paper.ts";
import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What records other people's words. A letter, a diary or an interview is the speaker's own and carries nothing. */
const RECORDS =
  /^(?:recordings?|minutes|logs?|logbook|files?|records?|dossier|sheet|indictment|archives?|proceedings|protocol)$/;
/** Of these only what somebody other than the speaker drew up: "a police report", "an inspector's notes". */
const DRAWN_UP = /^(?:report|notes|memo|note|summary|file)$/;
const SHOWS = /^(?:has|have|had|records?|recorded|shows?|showed|captures?|captured|finds?)$/;

/**
 * The record that a remark stands in, without what tells where it was published: "in the minutes of a closed session the
 * rector calls …", "a police report in which a guard says …", "a recording has the treasurer saying …". Null where there is
 * none.
 */
export function recordOf(reading: Reading, sentence: Sentence, one: Found, papers: Papers): Range | null {
  const { source } = one;
  if (source === null || one.rule === "label" || one.rule === "silence") return null;
  // "minutes in which the secretary records …": whoever writes it down is the source.
  if (/^(?:wr(?:ites?|ote)|written|record(?:s|ed)?|not(?:es?|ed))$/.test(lastOf(reading, one))) return null;
  const head =
    whichBefore(reading, sentence, source) ??
    shownBefore(reading, sentence, one, source) ??
    opening(reading, sentence, one, source);
  return head !== null && isRecord(reading, head) && papers.ownerOf(head) === null ? head : null;
}

function lastOf(reading: Reading, one: Found): string {
  return reading.tokens[(one.cue[0]?.to ?? 0) - 1]?.lower ?? "";
}

/** "…, in which a guard says" */
function whichBefore(reading: Reading, sentence: Sentence, source: Range): Range | null {
  let i = source.from - 1;
  if (i - 2 < sentence.first) return null;
  const which = at(reading, i).lower;
  if (which === "where") i += 1;
  else if (which !== "which" || !/^(?:in|on)$/.test(at(reading, i - 1).lower)) return null;
  i -= 1;
  if (at(reading, i - 1).tag === "comma") i -= 1;
  return nounPhraseBefore(reading, sentence, i);
}

/** "they record a welder saying", "the minutes show the mayor as asking" */
function shownBefore(reading: Reading, sentence: Sentence, one: Found, source: Range): Range | null {
  const v = source.from - 1;
  const cue = one.cue.at(-1);
  if (cue === undefined || cue.from < source.to || v <= sentence.first || !SHOWS.test(at(reading, v).lower))
    return null;
  if (at(reading, cue.to - 1).pos !== "VBG" && !at(reading, cue.to - 1).lower.endsWith("ing")) return null;
  return nounPhraseBefore(reading, sentence, v);
}

/** "In papers filed with the court, the accountant swears …" */
function opening(reading: Reading, sentence: Sentence, one: Found, source: Range): Range | null {
  const first = sentence.first + Number(/^(?:and|but)$/.test(at(reading, sentence.first).lower));
  if (!/^(?:in|from)$/.test(at(reading, first).lower) || source.from <= first) return null;
  const comma = nextOf(reading, first, Math.min(source.from, first + 24), (t) => t.tag === "comma");
  if (comma >= source.from || at(reading, comma).tag !== "comma" || (one.cue[0]?.from ?? 0) < comma) return null;
  const phrase = nounPhraseAfter(reading, sentence, first + 1);
  if (phrase === null || phrase.to > comma) return null;
  let to = phrase.to;
  // "papers filed with the court and seen by the paper"
  while (to < comma && at(reading, to).lower !== "and" && !isBrought(reading, to)) to += 1;
  return { from: phrase.from, to };
}

function isBrought(reading: Reading, i: number): boolean {
  return at(reading, i).tag === "past" && /^(?:by|in|to)$/.test(reading.tokens[i + 1]?.lower ?? "");
}

function isRecord(reading: Reading, { from, to }: Range): boolean {
  let end = from;
  const inside = (i: number): boolean =>
    /^(?:noun|name|determiner|possessive|number)$/.test(at(reading, i).tag) ||
    (i + 1 < to && at(reading, i).tag === "past" && at(reading, i + 1).tag === "noun");
  while (end < to && inside(end)) end += 1;
  if (end === from) return false;
  const word = at(reading, end - 1).lower;
  if (RECORDS.test(word)) return true;
  const before = end - 2 >= from ? at(reading, end - 2) : null;
  const other = end < to && /^(?:of|by|from)$/.test(at(reading, end).lower);
  return DRAWN_UP.test(word) && (other || before?.tag === "possessive" || before?.pos === "NOUN");
}
