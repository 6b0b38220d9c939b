import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";
import { holderOf } from "./carrier-holder.ts";
import { BROUGHT, HOLDS, NAMED, OBJECT, PREPOSITIONS, SAYING, SPOKE, TELLING, WITHIN } from "./carrier-words.ts";
import type { Found } from "./found.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import type { Papers } from "./paper.ts";
import { verbGroupStart } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/**
 * Papers that carry a remark by a phrase beside it: "quoted by the Courier", "in a letter seen by the Times", "speaking
 * to Radio Oster", "in Tuesday's Ledger". `beside`: all attributions of the same sentence; `places`:
 * those of its `carryingPlaces`. Outermost first.
 */
export function phraseCarriers(
  reading: Reading,
  sentence: Sentence,
  one: Found,
  beside: readonly Found[],
  places: CarryingPlaces,
  papers: Papers,
): string[] {
  const names: string[] = [];
  const holder = holderOf(reading, sentence, one, places.holding[0], papers);
  if (holder !== null) names.push(holder);
  for (const i of places.bringing) {
    const token = at(reading, i);
    if (one.content.some(([from, to]) => from <= token.start && token.start < to)) continue;
    if (PREPOSITIONS.test(token.lower)) {
      const paper = bringerAt(reading, sentence, one, i, papers);
      if (paper !== null && belongsTo(reading, sentence, one, beside, paper.to - 1)) names.push(paper.name);
    } else {
      const paper = obtainerAt(reading, sentence, i, papers);
      if (paper !== null && belongsTo(reading, sentence, one, beside, i)) names.push(paper);
    }
  }
  return names;
}

/** Tokens of a sentence that may lead to a paper that carries. */
export interface CarryingPlaces {
  /** Prepositions before a paper, verbs behind one. */
  readonly bringing: readonly number[];
  /** Verbs of showing with a paper close before them. */
  readonly holding: readonly number[];
}

/** Finds what may lead to a paper, so that most sentences need no closer look. */
export function carryingPlaces(reading: Reading, sentence: Sentence, papers: Papers): CarryingPlaces {
  const bringing: number[] = [];
  const holding: number[] = [];
  let named = -100;
  for (let i = sentence.first; i + 1 < sentence.last; i += 1) {
    const { tag, lower, quote, capital } = at(reading, i);
    if ((capital || tag === "noun") && papers.isWord(i)) named = i;
    if (quote !== -1) continue;
    if (tag === "preposition" || tag === "to") {
      if (!PREPOSITIONS.test(lower)) continue;
      let k = i + 1;
      while (k < sentence.last && k < i + 12 && !papers.isWord(k) && WITHIN.test(at(reading, k).tag)) k += 1;
      if (k < sentence.last && papers.isWord(k)) bringing.push(i);
      continue;
    }
    const noun = lower === "broadcast" && OBJECT.test(at(reading, i + 1).tag);
    if (noun && i - named < 3) holding.push(i);
    if (tag !== "past" && tag !== "verb" && tag !== "ing" && tag !== "auxiliary") continue;
    const near = i - named < 12;
    // "the minutes, of which the agency has a copy"
    const copy = /^(?:has|have|had)$/.test(lower) && /^cop(?:y|ies)$/.test(reading.tokens[i + 2]?.lower ?? "");
    if (near && copy) bringing.push(i);
    if (near && (tag === "past" || tag === "verb") && (BROUGHT.test(lower) || NAMED.test(lower))) bringing.push(i);
    if ((near || tag === "ing") && HOLDS.test(lower) && (tag !== "auxiliary" || OBJECT.test(at(reading, i + 1).tag)))
      holding.push(i);
  }
  return { bringing, holding };
}

/** The paper behind the preposition at `i`, where what stands before it makes the paper a carrier. */
function bringerAt(
  reading: Reading,
  sentence: Sentence,
  one: Found,
  i: number,
  papers: Papers,
): { readonly name: string; readonly to: number } | null {
  const { lower } = at(reading, i);
  let back = i - 1;
  // "quoted at length by", "published yesterday in", "told by telephone to"
  while (
    back > sentence.first &&
    back > i - 4 &&
    (at(reading, back).tag === "adverb" || /^(?:out|up|over|in)$/.test(at(reading, back).lower))
  )
    back -= 1;
  const before = back >= sentence.first ? at(reading, back) : null;
  const word = before?.lower ?? "";
  if (word === "according" || (before?.tag === "preposition" && lower !== "from")) return null;
  const direct = BROUGHT.test(word) || SPOKE.test(word) || SAYING.test(word);
  const cued = one.cue.some((c) => c.from <= back && back < c.to);
  const near = direct || (lower !== "by" && broughtBefore(reading, sentence, i));
  const opens = before === null || /^(?:comma|quote|stop|colon)$/.test(before.tag);
  const fits =
    lower === "by"
      ? BROUGHT.test(word) || broughtWith(reading, sentence, i)
      : lower === "via" || lower === "through"
        ? true
        : lower === "from"
          ? /^(?:footage|pictures|video|recording|report|dispatch|bulletin|broadcast|reporter|correspondent|questions?|enquiry|enquiries|inquiry|inquiries|request|call)$/.test(
              word,
            )
          : near || cued || (/^(?:in|on|to)$/.test(lower) && opens) || saidBefore(reading, one, i);
  const paper = fits ? paperBehind(reading, sentence, i, direct || cued, papers) : null;
  // "a report from Arrowen" tells where it was written.
  return paper !== null && lower === "from" && /^(?:report|dispatch)$/.test(word) && !papers.isSure(i + 1, paper.to)
    ? null
    : paper;
}

/** Is a word of telling close before the preposition at `i`, with no clause between: "interviewed on Sunday for"? */
function broughtBefore(reading: Reading, sentence: Sentence, i: number): boolean {
  for (let k = i - 1; k >= sentence.first && k > i - 7; k -= 1) {
    const { tag, lower } = at(reading, k);
    if (SPOKE.test(lower) && tag !== "noun") return true;
    if (SAYING.test(lower)) return true;
    if (/^(?:comma|stop|quote|wh|subordinator|past|verb|auxiliary|modal)$/.test(tag)) return false;
  }
  return false;
}

/** "picked up by", "played in full by" */
function broughtWith(reading: Reading, sentence: Sentence, i: number): boolean {
  for (let k = i - 1; k >= sentence.first && k > i - 5; k -= 1) {
    const { tag, lower } = at(reading, k);
    if (BROUGHT.test(lower) && tag === "past") return true;
    if (!/^(?:adverb|preposition|noun|determiner)$/.test(tag)) return false;
  }
  return false;
}

/** "said on Monday | on state radio": the phrase hangs on the cue, with nothing but times and places between. */
function saidBefore(reading: Reading, one: Found, i: number): boolean {
  const end = one.cue.at(-1)?.to ?? 0;
  if (end === 0 || i < end || i > end + 7) return false;
  for (let k = end; k < i; k += 1)
    if (!/^(?:noun|name|preposition|determiner|adverb|possessive|number)$/.test(at(reading, k).tag)) return false;
  return true;
}

function paperBehind(
  reading: Reading,
  sentence: Sentence,
  i: number,
  told: boolean,
  papers: Papers,
): { readonly name: string; readonly to: number } | null {
  const from = i + 1;
  const limit = Math.min(sentence.last, from + 14);
  let to = from;
  while (to < limit && WITHIN.test(at(reading, to).tag)) to += 1;
  const named = papers.at(from, to);
  const loose = /^(?:in|on|for|at)$/.test(at(reading, i).lower);
  if (named !== null) {
    const next = named.to < sentence.last ? at(reading, named.to) : null;
    if (next?.tag === "possessive" || next?.tag === "noun") {
      const owner = papers.ownerOf({ from, to });
      const telling = nextNoun(reading, named.to, to);
      if (
        owner === null &&
        !TELLING.test(telling) &&
        !/^(?:shows|airs|runs|prints|quotes|reports|warns|says|states)$/.test(telling)
      )
        return null;
      return { name: owner ?? named.name, to: named.to };
    }
    // "in Tuesday's Torch"
    const issue = TIME_NOUNS.has(at(reading, from).lower) && at(reading, from + 1).tag === "possessive";
    if (issue) return named;
    const bare = at(reading, from).capital && !TIME_NOUNS.has(at(reading, from).lower);
    return loose && (bare || !told) && !papers.isSure(from, named.to) ? null : named;
  }
  const owner = papers.ownerOf({ from, to });
  if (owner !== null) return { name: owner, to };
  let short = from;
  while (short < to && /^(?:noun|determiner|possessive)$/.test(at(reading, short).tag)) short += 1;
  const name = short > from ? papers.nameOf({ from, to: short }) : null;
  return name === null ? null : { name, to: short };
}

function nextNoun(reading: Reading, from: number, to: number): string {
  for (let k = from; k < to && k < from + 4; k += 1) if (at(reading, k).tag === "noun") return at(reading, k).lower;
  return "";
}

/** "a letter that the Sentry has seen", "whom the Mail reached at her home": the paper before the verb at `v`. */
function obtainerAt(reading: Reading, sentence: Sentence, v: number, papers: Papers): string | null {
  const group = verbGroupStart(reading, sentence, v);
  const subject = nounPhraseBefore(reading, sentence, group);
  if (subject === null || subject.from <= sentence.first) return null;
  const before = at(reading, subject.from - 1);
  if (!/^(?:wh|subordinator|noun)$/.test(before.tag)) return null;
  // "When the Courier asked, the minister said …"
  const asks = /^(?:asked|reached|contacted|pressed|questioned|confronted|approached|interviewed)$/;
  if (/^(?:when|after|as)$/.test(before.lower) && asks.test(at(reading, v).lower)) return papers.nameOf(subject);
  const relative = /^(?:which|whom)$/.test(before.lower);
  if (!relative && (!reading.parse(sentence) || !at(reading, v).relation?.startsWith("acl"))) return null;
  return papers.nameOf(subject);
}

/**
 * Does what stands at token `i` hang on this attribution, rather than on another of the sentence? Where the parse leads
 * to none of them, it does.
 */
function belongsTo(reading: Reading, sentence: Sentence, one: Found, beside: readonly Found[], i: number): boolean {
  if (beside.length < 2) return true;
  const behind = beside.find((other) => saidBefore(reading, other, i));
  if (behind !== undefined) return behind === one || behind.source?.from === one.source?.from;
  if (!reading.parse(sentence)) return true;
  let top = i;
  for (let steps = 0; top >= sentence.first && steps < 60; steps += 1) {
    for (const other of beside) {
      const cued = other.cue.some((c) => c.from <= top && top < c.to);
      const named = other.source !== null && other.source.from <= top && top < other.source.to;
      if (!cued && !named) continue;
      return other === one || (other.source !== null && one.source !== null && other.source.from === one.source.from);
    }
    top = at(reading, top).head;
  }
  return true;
}
