import { CUE_NOUNS } from "./cue-nouns.ts";
import { isCueForm } from "./cues.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import { hasBe } from "./verb-use.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Whose saying ", saying …", "by saying …", "a statement saying …" or "officials saying …" is. */
export function participleSubject(
  reading: Reading,
  sentence: Sentence,
  group: number,
  previous: Found | null,
): Range | null {
  const before = group > sentence.first ? at(reading, group - 1) : null;
  const main = (): Range | null =>
    cueSubject(reading, sentence, group, previous) ??
    previous?.source ??
    mainSubject(reading, sentence, sentence.first, group);
  if (before === null || /^(?:without|worth)$/.test(before.lower)) return null;
  // "assuming no loss": a condition, and nobody's thought.
  if (/^(?:assuming|supposing|considering|regarding|given)$/.test(at(reading, group).lower)) return null;
  if (before.tag === "comma" || before.tag === "quote" || before.tag === "dash" || before.tag === "and") return main();
  if (/^(?:by|after|in|while|when|before|without|for)$/.test(before.lower)) return main();
  if (
    CUE_NOUNS.has(before.lower) ||
    /^(?:letter|article|post|tweet|speech|ad|video|interview|memo|email|op-ed|editorial|lawsuit)$/.test(before.lower)
  )
    return main();
  const near = nounPhraseBefore(reading, sentence, group);
  // "a statement on X denouncing": the statement is not who speaks.
  if (
    near !== null &&
    nextOf(reading, near.from, Math.min(near.to, near.from + 4), (t) => CUE_NOUNS.has(t.lower)) <
      Math.min(near.to, near.from + 4)
  )
    return main();
  return near !== null && (before.tag === "noun" || before.tag === "name") ? near : null;
}

/** "said a second diplomat disagreed, describing …": the subject of a cue verb that itself tells nothing. */
function cueSubject(reading: Reading, sentence: Sentence, group: number, previous: Found | null): Range | null {
  const before = group - 2;
  if (before <= sentence.first || at(reading, group - 1).tag !== "comma") return null;
  const verb = at(reading, before);
  if (verb.tag !== "past" && verb.tag !== "verb") return null;
  if (!isCueForm(verb.lower) || previous?.cue.some((c) => c.from <= before && before < c.to) === true) return null;
  return nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, before));
}

const PERCEIVED = /^(?:heard|overheard|seen|filmed|recorded|shown|caught|captured|observed|videotaped|pictured|taped)$/;

/** "was heard (by a guest) telling": who speaks, and who heard it; null where nobody was heard. */
export function perceivedAt(
  reading: Reading,
  sentence: Sentence,
  group: number,
): { readonly subject: Range; readonly hearer: Range | null } | null {
  for (let i = group - 1; i > sentence.first && i > group - 16; i -= 1) {
    const { tag, lower } = at(reading, i);
    if (/^(?:stop|colon|quote|dash)$/.test(tag)) return null;
    if (!PERCEIVED.test(lower)) continue;
    let be = i - 1;
    while (be > sentence.first && /^(?:adverb|auxiliary|modal)$/.test(at(reading, be).tag)) be -= 1;
    if (!hasBe(reading, be + 1, i)) return null;
    const subject = nounPhraseBefore(reading, sentence, be + 1);
    if (subject === null) return null;
    const by = i + 1 < group && at(reading, i + 1).lower === "by" ? nounPhraseAfter(reading, sentence, i + 2) : null;
    const comma = by === null ? -1 : nextOf(reading, by.from, by.to, (t) => t.tag === "comma" || t.tag === "wh");
    const near = nextOf(reading, i + 1, group, (t) => t.tag === "comma");
    // "was seen in town, saying …" is no hearing.
    if (by === null && near < group) return null;
    return { subject, hearer: by === null ? null : { from: by.from, to: Math.min(comma, by.to, group) } };
  }
  return null;
}

const CAUSATIVE = /^(?:prompt|forc|caus|lead|led|push|compell|requir|driv|allow|enabl)(?:ing|ed|s)?$/;

/** Whose doing the infinitive is: "prompting the office to clarify" the office’s, "met them to discuss" the subject’s. */
export function purposeSubject(reading: Reading, sentence: Sentence, group: number): Range | null {
  const left = leftTo(reading, sentence, group);
  if (left !== null) return left;
  const near = nounPhraseBefore(reading, sentence, group);
  if (near !== null) {
    const caused = nextOf(reading, near.from, near.to, (t) => CAUSATIVE.test(t.lower));
    if (caused + 1 < near.to) return { from: caused + 1, to: near.to };
    if (near.from > sentence.first && at(reading, near.from - 1).lower === "with") return near;
    if (near.from > sentence.first && CAUSATIVE.test(at(reading, near.from - 1).lower)) return near;
  }
  for (let i = group - 1; i > Math.max(sentence.first, group - 25); i -= 1) {
    const { tag } = at(reading, i);
    if (tag !== "past" && tag !== "verb") continue;
    const subject = nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, i));
    if (subject !== null) return subject;
  }
  return mainSubject(reading, sentence, Math.max(sentence.first, group - 25), group);
}

/** "It was left to a docker, who rang the station, to say that …": whom it fell to; null in no such sentence. */
function leftTo(reading: Reading, sentence: Sentence, group: number): Range | null {
  let comma = -1;
  for (let i = group - 1; i > sentence.first + 1 && i > group - 30; i -= 1) {
    const { lower, tag } = at(reading, i);
    if (tag === "comma") comma = i;
    if (lower !== "to" || !/^(?:left|fell|up|fallen|and)$/.test(at(reading, i - 1).lower)) continue;
    const phrase = nounPhraseAfter(reading, sentence, i + 1);
    if (phrase === null) continue;
    const fell = nextOf(reading, sentence.first, i, (t) => /^(?:left|fell|up|fallen)$/.test(t.lower)) < i;
    return fell
      ? { from: phrase.from, to: Math.min(phrase.to, comma === -1 ? group : Math.max(comma, phrase.from + 1)) }
      : null;
  }
  return null;
}

/** Source of an inverted order: the verb follows a quotation or comma and a noun phrase follows the verb. */
export function invertedAt(reading: Reading, sentence: Sentence, v: number, group: number): Range | null {
  if (group !== v || v === 0) return null;
  const before = at(reading, v - 1);
  if (before.tag !== "comma" && before.tag !== "quote" && before.tag !== "dash") return null;
  // "The head of the union, which has many members, said he hopes …"
  const pronoun = /^(?:he|she|they|it|we|i)$/.test(reading.tokens[v + 1]?.lower ?? "");
  if (
    pronoun &&
    before.tag === "comma" &&
    v + 2 < sentence.last &&
    /^(?:noun|verb|past|auxiliary|modal)$/.test(at(reading, v + 2).tag)
  )
    return null;
  const source = nounPhraseAfter(reading, sentence, v + 1);
  if (source === null) return null;
  // What follows must be an end, not a clause: ", said the mayor was …" is none.
  const next = source.to < sentence.last ? at(reading, source.to) : null;
  return next === null ||
    /^(?:stop|comma|preposition|subordinator|quote|dash|ing|adverb|colon|noun|to|wh)$/.test(next.tag) ||
    (next.tag === "past" &&
      (next.pos === "VBN" || /^(?:by|to|in|on)$/.test(reading.tokens[source.to + 1]?.lower ?? "")))
    ? source
    : null;
}

/**
 * "The editor says an aide telephoned him and threatened …": the second verb's subject inside the content of `previous`;
 * null where the verb at `v` goes on with the speaker's own doing.
 */
export function innerSubject(reading: Reading, sentence: Sentence, v: number, previous: Found | null): Range | null {
  if (previous === null || !reading.parse(sentence)) return null;
  const { relation, head } = at(reading, v);
  if (relation !== "conj" || head < sentence.first) return null;
  const before = at(reading, v - 1);
  if (before.tag !== "and" || at(reading, v - 2).tag === "comma") return null;
  const said = previous.cue.at(-1);
  const same = said !== undefined && at(reading, said.to - 1).pos === at(reading, v).pos;
  if (same && at(reading, head).pos !== at(reading, v).pos && at(reading, head).pos !== "VBN") return null;
  if (previous.cue.some((c) => c.from <= head && head < c.to)) return null;
  const { start } = at(reading, head);
  if (!previous.content.some(([from, to]) => from <= start && start < to)) return null;
  return nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, head));
}
