import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import { isCueForm } from "./cues.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Finds the noun phrase that ends right before a token. */
export type PhraseBefore = (reading: Reading, sentence: Sentence, end: number) => Range | null;

/** "Relatives gathered at the gate | heard": what hangs on a preposition is no subject, so the verb before it is a participle. */
export function isReduced(reading: Reading, i: number, floor: number, end: number): boolean {
  const token = at(reading, i);
  if (token.tag !== "past" || i - 1 < floor || isCueForm(token.lower)) return false;
  if (!/^(?:past|auxiliary|modal|verb)$/.test(reading.tokens[end]?.tag ?? "")) return false;
  const head = at(reading, i - 1);
  const opens = i - 2 < floor ? { tag: "stop" } : at(reading, i - 2);
  return (
    head.tag === "noun" && /^(?:determiner|comma|noun|possessive|stop)$/.test(opens.tag) && !TIME_NOUNS.has(head.lower)
  );
}

/** Is the participle at token `i` a short relative clause: "residents reached by telephone"? */
export function isModifier(reading: Reading, i: number, floor: number, preposition: string): boolean {
  const token = at(reading, i);
  if (token.lower === "close" && preposition === "to") return i > floor && at(reading, i - 1).tag === "noun";
  if (preposition === "to" && /^(?:leaked|sent|given|shown|passed|addressed|provided|handed)$/.test(token.lower))
    return i > floor && at(reading, i - 1).tag === "noun";
  if (token.tag !== "past" || i - 1 < floor || (token.pos !== "VBN" && preposition !== "by")) return false;
  const head = at(reading, i - 1);
  // "a paper drawn up by the staff and seen by the Courier"
  if (head.tag === "and" && i - 2 > floor)
    return /^(?:noun|name)$/.test(at(reading, i - 2).tag) && preposition === "by";
  return /^(?:noun|name|close)$/.test(head.tag) || (head.tag === "verb" && head.lower.endsWith("s"));
}

/**
 * The head of a relative clause that ends right before token `from`: "a woman who lost | her house told". Null where a
 * noun phrase that begins at `from` is a subject of its own.
 */
export function relativeHead(reading: Reading, sentence: Sentence, from: number, before: PhraseBefore): Range | null {
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
    // "told the Globe that judges …": a name is not told apart by "that".
    if (token.lower === "that" && at(reading, i - 1).tag === "name") return null;
    if (token.lower === "who" || token.lower === "which" || (token.lower === "that" && token.pos === "PRON")) {
      if (groups === 0 || !/^(?:noun|name|close)$/.test(at(reading, i - 1).tag)) return null;
      return before(reading, sentence, i);
    }
  }
  return null;
}

/** "Students occupying | the building told": the phrase is the object of a participle, and its noun the subject. */
export function doerBefore(reading: Reading, sentence: Sentence, from: number, before: PhraseBefore): Range | null {
  const ing = from - 1;
  if (ing - 1 < sentence.first || at(reading, ing).pos !== "VBG" || isCueForm(at(reading, ing).lower)) return null;
  const head = at(reading, ing - 1);
  if (head.tag !== "noun" || TIME_NOUNS.has(head.lower)) return null;
  const whole = before(reading, sentence, ing);
  const opens =
    whole !== null &&
    (whole.from === sentence.first || /^(?:comma|subordinator|quote)$/.test(at(reading, whole.from - 1).tag));
  return opens ? whole : null;
}

/** The head of a relative clause that ends with a verb right before token `end`; null where there is none. */
export function relativeBefore(reading: Reading, sentence: Sentence, end: number, before: PhraseBefore): Range | null {
  if (!/^(?:past|verb|auxiliary|modal|comma|adverb)$/.test(reading.tokens[end]?.tag ?? "")) return null;
  for (let i = end - 2; i > sentence.first && i > end - 12; i -= 1) {
    const { tag, lower } = at(reading, i);
    // "A memo that the paper has seen | warns"
    const object = /^(?:that|which|whom)$/.test(lower) && at(reading, i - 1).tag === "noun" && i < end - 2;
    if (object && !isCueForm(at(reading, end - 1).lower)) {
      const memo = before(reading, sentence, i);
      const opens =
        memo !== null &&
        (memo.from === sentence.first || /^(?:comma|subordinator)$/.test(at(reading, memo.from - 1).tag));
      return opens && memo !== null ? { from: memo.from, to: end } : null;
    }
    if (/^(?:comma|stop|colon|quote|dash|subordinator)$/.test(tag)) return null;
    if (lower !== "who") continue;
    const head = /^(?:noun|name|close|pronoun)$/.test(at(reading, i - 1).tag) ? before(reading, sentence, i) : null;
    return head === null ? null : { from: head.from, to: end };
  }
  return null;
}
