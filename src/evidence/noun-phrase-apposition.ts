import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { isCueForm } from "./cues.ts";
import { relativeBefore } from "./noun-phrase-relative.ts";
import type { PhraseBefore } from "./noun-phrase-relative.ts";
import { isHiddenName, isTime } from "./time-noun.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** "“…,” Ana Brod, head of the office, one of the first there, said": the name before two appositions. */
export function fartherHead(reading: Reading, sentence: Sentence, from: number, phraseBefore: PhraseBefore): number {
  const comma = from - 1;
  if (comma <= sentence.first || at(reading, comma).tag !== "comma" || at(reading, comma - 1).tag !== "name")
    return from;
  const head = phraseBefore(reading, sentence, comma);
  if (head === null) return from;
  return head.from === sentence.first || at(reading, head.from - 1).tag === "quote" ? head.from : from;
}

/** The comma or dash that opens the apposition or relative clause closed by the one at `comma`; null when there is none. */
export function appositionBefore(
  reading: Reading,
  sentence: Sentence,
  comma: number,
  phraseBefore: PhraseBefore,
): number | null {
  const floor = Math.max(sentence.first, comma - 40);
  for (let i = comma - 1; i > floor; i -= 1) {
    const token = at(reading, i);
    if (token.tag === "quote" || token.tag === "stop") return null;
    if (token.tag !== at(reading, comma).tag) continue;
    const next = at(reading, i + 1);
    const before = at(reading, i - 1);
    // "A minister who attended, quoted by the paper, said"
    const clause = /^(?:past|verb)$/.test(before.tag) && relativeBefore(reading, sentence, i, phraseBefore) !== null;
    const nominal = /^(?:noun|name|close|pronoun)$/.test(before.tag) || isHiddenName(before);
    if (!clause && (!nominal || isTime(reading, i - 1))) return null;
    // An adverbial between commas, or a list.
    const quoted =
      next.tag === "and" && i + 3 < comma && at(reading, i + 2).tag === "past" && at(reading, i + 3).lower === "by";
    // "The president, as quoted by the agency, said"
    const as = next.lower === "as" && i + 3 < comma && at(reading, i + 2).tag === "past";
    if ((next.tag === "and" && !quoted) || (next.tag === "subordinator" && !as)) continue;
    return i;
  }
  return null;
}

/**
 * "The Courier, which had it from a clerk, who …, said": the comma before the relative clause that a phrase at `from` is an
 * object of; -1 where it is none.
 */
export function clauseOver(reading: Reading, sentence: Sentence, from: number): number {
  for (let i = from - 1; i > sentence.first + 1 && i > from - 9; i -= 1) {
    const { tag, lower } = at(reading, i);
    // "The Register, quoting the director, Moira Dunfell, says"
    if (/^(?:quoting|citing)$/.test(lower) && at(reading, i - 1).tag === "comma") return i - 1;
    if (/^(?:who|which)$/.test(lower)) {
      const opens = at(reading, i - 1).tag === "comma" && nextVerb(reading, i + 1, from);
      return opens ? i - 1 : -1;
    }
    if (/^(?:comma|stop|quote|colon|dash|subordinator)$/.test(tag)) return -1;
  }
  return -1;
}

function nextVerb(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(?:past|verb|auxiliary)$/.test(at(reading, i).tag)) return true;
  return false;
}

/** "The ministry, the Courier understands, believes …", "…, writes its editor, …", "…, he told the paper, …": no apposition. */
export function isAside(reading: Reading, from: number, to: number): boolean {
  const first = at(reading, from);
  if (first.lower === "according") return true;
  if (/^(?:wh|subordinator)$/.test(first.tag) || /^(?:who|which|whose|whom)$/.test(first.lower)) return false;
  for (let i = from; i < to; i += 1) {
    const { tag, lower, pos } = at(reading, i);
    if (/^(?:who|which|whose|whom|that)$/.test(lower)) return false;
    const last = i + 1 === to;
    // "the Torch reports" may have been read as a noun.
    if (last && i > from && lower.endsWith("s") && isCueForm(lower) && at(reading, i - 1).capital) return true;
    if (/^(?:past|verb)$/.test(tag) && isCueForm(lower) && (last || /^VB[DPZ]$/.test(pos))) return true;
    if (tag === "past" && isCueForm(lower) && i > from && at(reading, i - 1).tag === "auxiliary") return true;
    if (tag === "auxiliary" && /^(?:has|have|had)$/.test(lower) && at(reading, i + 1).lower === "it") return true;
  }
  return false;
}
