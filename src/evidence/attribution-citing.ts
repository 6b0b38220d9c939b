import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { wordFilterOf } from "../language/word-filter.ts";
import type { Span } from "../model/span.ts";
import { isPerson, isSomebody } from "./antecedent.ts";
import { sayingAt } from "./attribution-passive.ts";
import { hadFrom, trimmedName } from "./attribution-taken.ts";
import { spansFrom } from "./content.ts";
import { after } from "./continuation.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { hasFinite, leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { rightSide } from "./right-side.ts";
import { INSTITUTIONS } from "./source-words.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const CITES = new Set("citing quoting cited quoted cites quotes cite quote".split(" "));
/** Of a record: only with "as saying" behind it. */
const RECORDS = new Set(
  "record records recorded recording shows show showed has have had describes described report reports reported reporting gives gave given names named identifies identified heard overheard caught captured captures portrays portrayed remembers remembered recalls recalled".split(
    " ",
  ),
);
/** Taking up what another has: "relaying Tessera", "picking up a report in the Mail". */
const TAKING = new Set("relaying repeating picking crediting reproducing reprinting".split(" "));
const MAY_CITE = wordFilterOf([...CITES, ...RECORDS, ...TAKING, "from"]);

/**
 * Attributions to whom somebody cites. `found`: those of the same sentence so far; "A said C, citing B" gives B the
 * content C, through A.
 */
export function citingAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i + 1 < sentence.last; i += 1) {
    if (!MAY_CITE.mayBe(reading.forms, i)) continue;
    const token = at(reading, i);
    const had = token.lower === "from" && token.quote === -1 ? hadFrom(reading, sentence, index, i, found) : null;
    if (had !== null) {
      found.push(had);
      continue;
    }
    const taken = TAKING.has(token.lower);
    const record = RECORDS.has(token.lower);
    if (token.quote !== -1 || !(taken || record || CITES.has(token.lower)) || token.tag === "name") continue;
    const limit = Math.min(sentence.last, i + 14);
    if (record && nextOf(reading, i + 2, limit, (t) => t.lower === "as") >= limit) continue;
    const next = at(reading, i + 1).lower;
    if (next === "by" || next === "as" || next === "in") continue;
    // "citing what it called two officers"
    const from = i + 1 + Number((next === "from" && token.lower.startsWith("quot")) || (taken && next === "up"));
    const named = next === "what" && /^(?:called|described)$/.test(reading.tokens[i + 3]?.lower ?? "") ? i + 4 : from;
    const object = nounPhraseAfter(reading, sentence, named);
    if (object === null) continue;
    // "quotes her deputy | saying …"
    const told = nextOf(reading, object.from + 1, object.to, (t) => CUE_FORMS.get(t.lower)?.form === "ing");
    const phrase = { from: object.from, to: told };
    const comma = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma");
    // "citing people who were in the room, that …"
    const end = reading.tokens[phrase.to]?.lower === "who" ? relativeEnd(reading, sentence, phrase.to) : phrase.to;
    // "Citing two dockers, the Courier said …": what follows the comma is no apposition.
    // "citing a report by the audit office"
    const by = reading.tokens[phrase.to]?.lower === "by" ? nounPhraseAfter(reading, sentence, phrase.to + 1) : null;
    const whole = by === null ? end : nextOf(reading, by.from, by.to, (t) => t.tag === "comma");
    const source =
      i === sentence.first && comma > phrase.from && comma < phrase.to
        ? { from: phrase.from, to: comma }
        : { from: phrase.from, to: whole };
    if (taken && !isNamed(reading, source)) continue;
    const made = citedAt(reading, sentence, index, i, source, found);
    if (made === null || (record && made.cue[1]?.from !== source.to)) continue;
    // It takes the place of what the rules for verbs made of the same word.
    const same = found.findIndex((one) => one.cue.some((c) => c.from <= i && i < c.to));
    if (same !== -1) found.splice(same, 1);
    found.push(made);
  }
}

function citedAt(
  reading: Reading,
  sentence: Sentence,
  index: number,
  i: number,
  source: Range,
  found: readonly Found[],
): Found | null {
  const make = (cue: Found["cue"], content: Found["content"], via: readonly Range[]): Found | null =>
    content.length === 0
      ? null
      : { rule: "citing", sentence: index, source, cue, content, signals: [], via, spoken: true };
  const participle = at(reading, i).lower.endsWith("ing");
  const group = verbGroupStart(reading, sentence, i);
  const subject = participle ? null : nounPhraseBefore(reading, sentence, group);
  const as = sayingFrom(reading, sentence, source);
  const saying = sayingAt(reading, sentence, as);
  // "quotes her deputy | saying there is none"
  const bare = CUE_FORMS.get(reading.tokens[source.to]?.lower ?? "");
  const said =
    bare?.form === "ing" && bare.frames.includes("c") ? rightSide(reading, sentence, source.to + 1, bare) : null;
  if (said !== null && source.to < sentence.last && !/^(?:comma|and)$/.test(at(reading, source.to).tag)) {
    const who = subject ?? mainSubject(reading, sentence, sentence.first, i);
    const cue = [
      { from: i, to: i + 1 },
      { from: source.to, to: source.to + 1 },
    ];
    return make(cue, spansFrom(reading, sentence, said, source.to), who === null ? [] : [who]);
  }
  if (saying !== null) {
    const who = subject ?? mainSubject(reading, sentence, sentence.first, i);
    const cue = [
      { from: i, to: i + 1 },
      { from: as, to: as + 2 },
    ];
    return make(cue, spansFrom(reading, sentence, saying, as + 1), who === null ? [] : [who]);
  }
  if (as < source.to + 10 && CUE_FORMS.get(reading.tokens[as + 1]?.lower ?? "")?.form === "ing") {
    // "…, the Courier quoted her as saying."
    const who = subject ?? null;
    const before = who === null ? null : leftSide(reading, sentence, who.from);
    const cue = [
      { from: i, to: i + 1 },
      { from: as, to: as + 2 },
    ];
    if (who !== null && before !== null)
      return make(cue, [...before.spans, ...after(reading, sentence, as + 2)], [who]);
  }
  const colon =
    source.to + 1 < sentence.last && at(reading, source.to).tag === "colon" ? at(reading, source.to + 1) : null;
  const spoken = colon?.tag === "quote" ? reading.quotes[colon.quote] : undefined;
  if (spoken !== undefined && subject !== null)
    return make([{ from: i, to: i + 1 }], [[spoken.start, spoken.end]], [subject]);
  // The remark that this belongs to: the last before it, or the first behind "A, citing B, said".
  const cited = participle || (subject !== null && /^(?:which|who)$/.test(at(reading, subject.to - 1).lower));
  const quotes = at(reading, i).lower.startsWith("quot");
  if (!cited || !(canSpeak(reading, source) || (quotes && !isGround(reading, source)))) return null;
  const behind = found.filter((one) => one.source !== null && (one.rule !== "noun" || isReport(reading, one)));
  const main =
    (i === sentence.first ? behind.find((one) => (one.source?.from ?? 0) >= source.to) : undefined) ??
    behind.find((one) => one.source !== null && one.source.from < i && (one.cue[0]?.from ?? 0) > i) ??
    (participle && joinedBehind(reading, sentence, source.to)
      ? behind.find((one) => (one.cue[0]?.from ?? 0) > i)
      : undefined) ??
    behind.findLast((one) => (one.cue.at(-1)?.to ?? 0) <= i && one.rule !== "adjective");
  const cue = [{ from: i, to: i + 1 }];
  if (main !== undefined && main.source !== null) {
    const { from } = main.source;
    // "A, citing B, and C, citing D, said": who stands right before it.
    const near =
      participle && i > sentence.first && from > i && at(reading, i - 1).tag === "comma"
        ? nounPhraseBefore(reading, sentence, i - 1)
        : null;
    if (near !== null) return make(cue, main.content, [near]);
    // "reported that the mayor had resigned, | quoting her deputy"
    if (participle && i > sentence.first && at(reading, i - 1).tag === "comma") {
      const cut = at(reading, i - 1).start;
      const ended = main.content
        .filter(([start]) => start < cut)
        .map(([start, end]): Span => [start, Math.min(end, cut)]);
      if (ended.length > 0) main.content = ended;
    }
    const who = { from, to: i > from ? Math.min(main.source.to, i) : main.source.to };
    return make(cue, main.content, [...main.via, trimmedName(reading, who)]);
  }
  const left = withoutStop(reading, sentence.first, i);
  const carrier = mainSubject(reading, sentence, sentence.first, i);
  return hasFinite(reading, sentence.first, left)
    ? make(cue, joined([spanOf(reading, sentence.first, left)]), carrier === null ? [] : [carrier])
    : null;
}

/** ", citing B, | and C, citing D, said" */
function joinedBehind(reading: Reading, sentence: Sentence, to: number): boolean {
  return to + 2 < sentence.last && at(reading, to).tag === "comma" && at(reading, to + 1).lower === "and";
}

/** "The Plough reports that …" may have been read as a noun. */
function isReport(reading: Reading, one: Found): boolean {
  return /^reports?$/.test(reading.tokens[(one.cue[0]?.to ?? 0) - 1]?.lower ?? "");
}

/** A name, or what a paper brings: "a report in the Mail". */
function isNamed(reading: Reading, { from, to }: Range): boolean {
  const end = nextOf(reading, from + 1, to, (t) => t.tag === "comma" || t.tag === "wh");
  return at(reading, end - 1).tag === "name";
}

function relativeEnd(reading: Reading, sentence: Sentence, who: number): number {
  const limit = Math.min(sentence.last, who + 12);
  const end = nextOf(reading, who, limit, (t) => /^(?:comma|stop|colon|quote|dash|subordinator)$/.test(t.tag));
  return end < limit ? end : who;
}

/** Where "as saying" or "to the effect that" stands behind whom somebody quotes, over what is said of him between commas. */
function sayingFrom(reading: Reading, sentence: Sentence, source: Range): number {
  const limit = Math.min(sentence.last, source.to + 18);
  for (let i = source.from + 1; i + 2 < limit; i += 1) {
    const { lower, tag, quote } = at(reading, i);
    if (quote !== -1 || /^(?:stop|colon|modal)$/.test(tag)) break;
    const next = at(reading, i + 1).lower;
    if (lower === "as" && (next === "having" || CUE_FORMS.get(next)?.form === "ing")) return i;
    if (lower === "to" && next === "the" && at(reading, i + 2).lower === "effect") return i;
  }
  return nextOf(
    reading,
    source.to,
    Math.min(sentence.last, source.to + 10),
    (t) => t.lower === "as" || t.tag === "comma",
  );
}

const SPEAKERS =
  /^(?:officials?|sources?|people|persons?|spokes(?:man|woman|person|people)|witness(?:es)?|documents?|reports?|statements?|agenc(?:y|ies)|authorit(?:y|ies)|police|ministr(?:y|ies)|medics?|doctors?|diplomats?|experts?|analysts?|residents?|media|newspapers?|papers?|data|stud(?:y|ies)|surveys?|polls?|emails?|letters?|interviews?|briefings?|lawyers?|prosecutors?|military|army|intelligence|figures|research|records?|minutes|recordings?|memos?|dispatch(?:es)?|articles?|invoices?|circulars?|filings?|notices?|bulletins?|transcripts?|logs?|files?|notes?|messages?|telegrams?|diar(?:y|ies)|inspectorate|neighbours?|relatives|scientists|workers|staff|insiders?|aides?|papers|posts?|sheets?|contracts?|footage|videos?|calculations|estimates|accounts?)$/;
/** Grounds that are given, as against somebody who says it. */
const GROUNDS =
  /^(?:reasons?|concerns?|fears?|costs?|risks?|lack|need|weather|conditions|security|safety|rules?|laws?|article|section|damage|shortages?|delays?|health|threats?|pressure|differences|difficulties|problems?|issues?|possibility|danger|example|examples)$/;

function isGround(reading: Reading, { from, to }: Range): boolean {
  const end = nextOf(reading, from + 1, to, (t) => /^(?:preposition|comma|wh)$/.test(t.tag));
  return GROUNDS.test(at(reading, end - 1).lower);
}

/** Is it somebody or something that tells, as against a reason that is given? */
function canSpeak(reading: Reading, source: Range): boolean {
  const head = reading.tokens.slice(source.from, source.to);
  const border = head.findIndex((t, k) => k > 0 && (t.tag === "preposition" || t.tag === "comma" || t.tag === "wh"));
  const words = border === -1 ? head : head.slice(0, border);
  if (words.some((t) => SPEAKERS.test(t.lower))) return true;
  const last = words.at(-1);
  if (last === undefined || GROUNDS.test(last.lower)) return false;
  if (words.every((t) => t.capital || t.tag === "determiner")) return true;
  if (INSTITUTIONS.has(last.lower) || last.lower === "media") return true;
  if (isSomebody(reading, { from: source.from, to: source.from + words.length })) return true;
  if (last.pos === "NOUNS" && (isPerson(last.lower.replace(/s$/, "")) || last.lower.endsWith("men"))) return true;
  // "a coastguard lieutenant", "a hospital porter": one person is given with an article or a number.
  return (
    words.length >= 2 &&
    /^(?:a|an|two|three|four|five|several|one|another)$/.test(words[0]?.lower ?? "") &&
    last.tag === "noun"
  );
}
