import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { isSomebody } from "./antecedent.ts";
import { BROUGHT } from "./carrier-words.ts";
import { SHEETS, isPassed } from "./carrier-sheets.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import type { Papers } from "./paper.ts";
import { nextOf } from "./subject.ts";
import { HEARS, groupStart, mainVerb } from "./clause-verb.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** A remark goes from one hand to the next: `from` told `to`. `from` is null where it is the remark's own source. */
export interface Relay {
  readonly from: Range | null;
  readonly to: Range;
  /** Token where the sentence says so. */
  readonly at: number;
  /** "had it from", "told", "credited", "spoke to", "forwarded": how the one behind came to know. */
  readonly kind: "heard" | "told" | "credited" | "asked" | "handed";
}

/** Verbs whose object is who is told. */
const TELLS =
  /^(?:told|tells|tell|informed|informs|briefed|briefs|advised|notified|alerted|warned|wired|cabled|tipped|telephoned|phoned|rang|called|let|lets|texted)$/;
/** Verbs of passing on, with whom it goes to behind a preposition. */
const GIVES =
  /^(?:passed|passes|gave|given|handed|sent|sends|forwarded|relayed|relays|repeated|repeats|leaked|described|describes|disclosed|confided|reported|shared|shares|showed|shown|spoke|spoken|talked|wrote|written|read|recounted|retold|whispered|wired|cabled|revealed|related|said|supplied|provided|betrayed|mentioned|paraphrased|recalled|telephoned|told|confirmed|went)$/;
/** Verbs of a paper that names another as its source. */
const CREDITS = /^(?:credited|credits|crediting|cited|cites|quoted|quotes|named|names|acknowledged|acknowledges)$/;
/** What a paper does with a remark. */
const PRINTS =
  /^(?:carried|carries|printed|prints|published|publishes|broadcast|aired|quoted|quotes|repeated|reported|took|takes|recorded|noted|ran|runs|reproduced|posted|cited|cites|picked|relayed|read|heard|obtained|seen|saw|translated|transcribed)$/;
/** What is done with a document on its way. */
const HANDED =
  /^(?:passed|given|handed|sent|forwarded|relayed|leaked|described|disclosed|shared|shown|read|supplied|provided|repeated|recounted|smuggled|brought|shouted|carried|slipped)$/;

/** What each sentence of a text says of how a remark went on; looked for once. */
export function relayFinder(reading: Reading, papers: Papers): (sentence: number) => readonly Relay[] {
  const known = new Map<number, readonly Relay[]>();
  return (index) => {
    const found = known.get(index) ?? relaysIn(reading, reading.sentences[index] as Sentence, papers);
    known.set(index, found);
    return found;
  };
}

/** Everything a sentence says of how a remark went on. */
function relaysIn(reading: Reading, sentence: Sentence, papers: Papers): Relay[] {
  const relays: Relay[] = [];
  for (let i = sentence.first + 1; i + 1 < sentence.last; i += 1) {
    const { lower, quote, tag } = at(reading, i);
    if (quote !== -1) continue;
    if (lower === "who" || lower === "which" || lower === "whose" || lower === "whom") {
      const head = headBefore(reading, sentence, i);
      if (head === null) continue;
      if (lower === "whose") ownRelays(reading, sentence, i, head, papers, relays);
      else if (/^(?:to|with|in)$/.test(at(reading, i - 1).lower)) receiving(reading, i, head, papers, relays);
      else clauseRelays(reading, sentence, i + 1, head, papers, relays);
    } else if (tag === "past" && /^(?:briefed|informed|told|notified|alerted|telephoned)$/.test(lower)) {
      mainRelay(reading, sentence, i, relays);
    } else if (
      tag === "past" &&
      /^(?:passed|gave|handed|sent|forwarded|relayed|repeated|leaked|told)$/.test(lower) &&
      isPassed(reading, i)
    ) {
      const subject = nounPhraseBefore(reading, sentence, groupStart(reading, i));
      const to = behind(reading, sentence, i, /^(?:to|with)$/);
      if (subject !== null && to !== null && !/^(?:who|which|that)$/.test(at(reading, subject.to - 1).lower))
        relays.push({ from: subject, to, at: i, kind: "told" });
    } else if (tag === "past" && HANDED.test(lower)) givenRelays(reading, sentence, i, relays);
  }
  return relays;
}

/** A noun phrase without what follows its first comma or relative pronoun. */
export function coreOf(reading: Reading, { from, to }: Range): Range {
  const end = nextOf(reading, from + 1, to, (t) => t.tag === "comma" || t.tag === "wh" || t.tag === "dash");
  return { from, to: end };
}

/** The noun phrase that the relative pronoun at `i` stands for, over a comma and a preposition. */
function headBefore(reading: Reading, sentence: Sentence, i: number): Range | null {
  let before = i;
  if (/^(?:to|with|in|of)$/.test(at(reading, before - 1).lower)) before -= 1;
  if (before > sentence.first && at(reading, before - 1).tag === "comma") before -= 1;
  if (at(reading, before - 1).lower === "know") before -= 1;
  return before <= sentence.first || at(reading, before - 1).tag === "comma"
    ? null
    : nounPhraseBefore(reading, sentence, before);
}

/** "…, which told the chamber", "…, who had it from the miller", "…, which credited the agency". */
function clauseRelays(
  reading: Reading,
  sentence: Sentence,
  from: number,
  head: Range,
  papers: Papers,
  relays: Relay[],
): void {
  const v = mainVerb(reading, from, sentence.last);
  if (v === -1) return;
  const { lower } = at(reading, v);
  const passive = nextOf(reading, from, v, (t) => /^(?:was|were|been|is|are|being)$/.test(t.lower)) < v;
  if (passive) {
    // "a letter, which was sent to the paper by a clerk"
    if (at(reading, from - 1).lower === "which" && HANDED.test(lower)) return;
    const by = behind(reading, sentence, v, /^by$/);
    const brought = BROUGHT.test(lower) && !TELLS.test(lower);
    if (by !== null && brought && papers.nameOf(by) !== null)
      relays.push({ from: head, to: by, at: v, kind: "handed" });
    else if (by !== null && !brought) relays.push({ from: by, to: head, at: v, kind: "heard" });
    return;
  }
  if (CREDITS.test(lower)) {
    const credited = nounPhraseAfter(reading, sentence, v + 1);
    if (credited !== null) relays.push({ from: credited, to: head, at: v, kind: "credited" });
    return;
  }
  const heard = HEARS.test(lower) ? behind(reading, sentence, v, /^from$/) : null;
  if (heard !== null) {
    relays.push({ from: heard, to: head, at: v, kind: "heard" });
    return;
  }
  const to = receiverOf(reading, sentence, v);
  if (to === null) return;
  // A paper that spoke to somebody asked; a guest who spoke to a paper told.
  const asks = /^(?:spoke|spoken|talked)$/.test(lower);
  if (asks && papers.nameOf(head) !== null) relays.push({ from: to, to: head, at: v, kind: "asked" });
  else if (!asks || papers.nameOf(to) !== null) relays.push({ from: head, to, at: v, kind: "told" });
}

/** "The deputy briefed the ministry, which …": told without a word of what. */
function mainRelay(reading: Reading, sentence: Sentence, v: number, relays: Relay[]): void {
  const subject = nounPhraseBefore(reading, sentence, groupStart(reading, v));
  const to = subject === null ? null : receiverOf(reading, sentence, v);
  if (subject === null || to === null || /^(?:who|which|that)$/.test(at(reading, subject.to - 1).lower)) return;
  const core = coreOf(reading, to);
  const next = reading.tokens[core.to + 1];
  if (next?.lower === "which" || next?.lower === "who") relays.push({ from: subject, to: core, at: v, kind: "told" });
}

/** "…, whose niece repeated it to the paper", "…, whose words the agency took down", "…, whose claim was carried by". */
function ownRelays(
  reading: Reading,
  sentence: Sentence,
  i: number,
  head: Range,
  papers: Papers,
  relays: Relay[],
): void {
  let to = i + 1;
  while (to < sentence.last && /^(?:noun|name)$/.test(at(reading, to).tag)) to += 1;
  if (to === i + 1) return;
  const owned: Range = { from: i, to };
  if (isSomebody(reading, { from: i + 1, to })) {
    const count = relays.length;
    clauseRelays(reading, sentence, to, owned, papers, relays);
    if (relays.length > count) relays.push({ from: head, to: owned, at: i, kind: "told" });
    return;
  }
  const v = nextOf(
    reading,
    to,
    Math.min(sentence.last, to + 9),
    (t) => (t.tag === "past" || t.tag === "verb") && PRINTS.test(t.lower),
  );
  if (v >= Math.min(sentence.last, to + 9)) return;
  const paper = nounPhraseBefore(reading, sentence, groupStart(reading, v));
  if (paper !== null && paper.from >= to) {
    relays.push({ from: head, to: paper, at: v, kind: "told" });
    const source = behind(reading, sentence, v, /^from$/);
    if (source !== null)
      relays.unshift({ from: head, to: source, at: v, kind: "told" }, { from: source, to: paper, at: v, kind: "told" });
    return;
  }
  const by = behind(reading, sentence, v, /^by$/);
  if (by !== null) relays.push({ from: head, to: by, at: v, kind: "handed" });
}

/** "The paper, to which he told this": the paper is who was told. */
function receiving(reading: Reading, i: number, head: Range, papers: Papers, relays: Relay[]): void {
  if (papers.nameOf(head) === null && papers.ownerOf(head) === null) return;
  const v = mainVerb(reading, i + 1, Math.min(reading.tokens.length, i + 8));
  const subject = v === -1 ? -1 : i + 1;
  if (subject === -1 || !(TELLS.test(at(reading, v).lower) || GIVES.test(at(reading, v).lower))) return;
  relays.push({ from: null, to: head, at: v, kind: "told" });
}

/** "a circular forwarded to the paper by a headmaster", "a message that the agency passed to the station". */
function givenRelays(reading: Reading, sentence: Sentence, v: number, relays: Relay[]): void {
  const group = groupStart(reading, v);
  const before = at(reading, group - 1);
  if (before === undefined || group <= sentence.first || before.lower === "who") return;
  const giver = /^(?:noun|name|pronoun)$/.test(before.tag) ? giverBefore(reading, sentence, group) : null;
  const to = giver === null ? null : behind(reading, sentence, v, /^(?:to|with)$/);
  if (giver !== null && (to !== null || /^(?:read|relayed|leaked|passed|forwarded)$/.test(at(reading, v).lower))) {
    relays.push({ from: null, to: giver, at: v, kind: "handed" });
    if (to !== null) relays.push({ from: giver, to, at: v, kind: "told" });
    return;
  }
  const participle =
    (group === v && (/^(?:noun|name|comma|and|adverb)$/.test(before.tag) || before.lower === "as")) ||
    /^(?:that|which)$/.test(before.lower) ||
    (group < v && nextOf(reading, group, v, (t) => /^(?:was|were|been)$/.test(t.lower)) < v);
  if (participle && (group < v || before.tag === "comma" || at(reading, v).pos === "VBN")) {
    const by = behind(reading, sentence, v, /^by$/);
    if (
      by === null ||
      /^(?:telephone|phone|radio|letter|hand|email|e-mail|post|courier)$/.test(at(reading, by.from).lower)
    )
      return;
    const to = behind(reading, sentence, v, /^(?:to|with)$/);
    relays.push({ from: null, to: by, at: v, kind: "handed" });
    if (to !== null)
      relays.push({
        from: by,
        to: { from: to.from, to: to.from > by.from ? to.to : Math.min(to.to, by.from - 1) },
        at: v,
        kind: "told",
      });
    return;
  }
}

/** "messages home that their families | shared", "the letter which the governor | read out": who; null where there is no such clause. */
function giverBefore(reading: Reading, sentence: Sentence, group: number): Range | null {
  const subject = nounPhraseBefore(reading, sentence, group);
  if (subject === null || subject.from - 2 < sentence.first) return null;
  const head = at(reading, subject.from - 2);
  const that = at(reading, subject.from - 1);
  // "he said that the guard passed …" has a clause, not a noun, before it.
  const relative =
    that.lower === "which" || (that.lower === "that" && (that.pos === "PRON" || SHEETS.test(head.lower)));
  return relative && /^(?:noun|name|adverb)$/.test(head.tag) ? subject : null;
}

/** Whom the verb at `v` tells: its object, or who stands behind "to", "with", "in". */
function receiverOf(reading: Reading, sentence: Sentence, v: number): Range | null {
  const { lower } = at(reading, v);
  const next = reading.tokens[v + 1];
  if (next === undefined || v + 1 >= sentence.last) return null;
  if (TELLS.test(lower)) {
    const from = v + 1 + Number(next.lower === "off" || next.lower === "up" || next.lower === "to");
    const object = nounPhraseAfter(reading, sentence, from);
    if (object === null) return null;
    const among = amongOf(reading, sentence, coreOf(reading, object).to);
    const end = at(reading, object.to - 1);
    // "let the agency know"
    return among ?? (end.lower === "know" ? { from: object.from, to: object.to - 1 } : object);
  }
  return GIVES.test(lower) ? behind(reading, sentence, v, /^(?:to|with|in|for)$/) : null;
}

/** "its clients, the Mail among them" */
function amongOf(reading: Reading, sentence: Sentence, comma: number): Range | null {
  const among = nextOf(reading, comma, Math.min(sentence.last, comma + 8), (t) => t.lower === "among");
  if (among >= Math.min(sentence.last, comma + 8)) return null;
  return nounPhraseBefore(reading, sentence, among);
}

/** The noun phrase behind the first of such prepositions after `v`, in the same clause. */
export function behind(reading: Reading, sentence: Sentence, v: number, preposition: RegExp): Range | null {
  for (let i = v + 1; i + 1 < sentence.last && i < v + 16; i += 1) {
    const { tag, lower } = at(reading, i);
    if (preposition.test(lower) && (tag === "preposition" || tag === "to")) {
      const phrase = nounPhraseAfter(reading, sentence, i + 1);
      if (phrase === null) return null;
      const comma = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma" || t.tag === "wh");
      return comma > phrase.from ? { from: phrase.from, to: comma } : phrase;
    }
    if (/^(?:stop|colon|quote|wh|subordinator|dash)$/.test(tag)) return null;
    if (tag === "comma" && !/^(?:to|by|from)$/.test(at(reading, i + 1).lower)) return null;
  }
  return null;
}
