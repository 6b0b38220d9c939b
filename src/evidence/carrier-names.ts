import { antecedentOf } from "./antecedent.ts";
import { LISTENERS } from "./attribution-heard.ts";
import { carryingPlaces, headOf, phraseCarriers } from "./carrier-phrase.ts";
import type { CarryingPlaces } from "./carrier-phrase.ts";
import { carrierName } from "./carrier.ts";
import type { CarrierNames } from "./carrier.ts";
import type { Found } from "./found.ts";
import type { Papers } from "./paper.ts";
import type { Resolver } from "../language/resolve.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { mainSubject, nextOf } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const PRONOUN = /^(?:he|she|it|they|him|her|them)$/;

/** Names the carriers of all attributions of a text. `resolved`: the full names of their sources, where known. */
export function carrierNames(
  reading: Reading,
  found: readonly Found[],
  resolved: readonly (string | null)[],
  resolver: Resolver,
  papers: Papers,
  publisher: string,
): CarrierNames {
  const beside = bySentence(found);
  const text = ({ from, to }: Range): string => reading.text.slice(at(reading, from).start, at(reading, to - 1).end);
  const isPerson = (range: Range): boolean | null => {
    if (papers.nameOf(range) !== null) return false;
    const name = resolver.names(range).at(-1);
    return name === undefined ? null : name.kind === "person";
  };
  const nameOf = (range: Range, known: string | null, sentence: number): string => {
    const first = at(reading, range.from);
    const pronoun = /^(?:he|she|it|they|him|her|them)(?:'|$)/.exec(first.lower);
    if (pronoun !== null && range.to - range.from === 1) {
      if (known !== null) return known;
      const meant = antecedentOf(reading, sentence, range.from, isPerson);
      return meant === null ? carrierName(text(range)) : nameOf(meant, null, sentence);
    }
    const head = alone(reading, headOf(reading, range));
    const full = head.from === range.from && head.to === range.to ? known : resolver.resolve(head, null);
    return papers.ownerOf(head) ?? papers.nameOf(head) ?? full ?? carrierName(text(head));
  };
  const paperAt = (range: Range, sentence: number): string | null => {
    const first = at(reading, range.from).lower;
    const itself = /^(?:it|them)$/.test(first) && range.to - range.from === 1;
    const meant = itself ? antecedentOf(reading, sentence, range.from, isPerson) : range;
    if (meant === null) return null;
    const owner = papers.ownerOf(meant);
    if (owner !== null) return owner;
    const name = papers.nameOf(meant);
    const full = name === null ? null : resolver.resolve(meant, null);
    return full?.endsWith(name ?? "") === true ? full : name;
  };
  let placed = -1;
  let places: CarryingPlaces = { bringing: [], holding: [] };
  const placesIn = (sentence: number): CarryingPlaces => {
    if (placed !== sentence) places = carryingPlaces(reading, reading.sentences[sentence] as Sentence, papers);
    placed = sentence;
    return places;
  };
  const publisherName = bareName(publisher);
  const own = found.map((one) => {
    const sentence = reading.sentences[one.sentence] as Sentence;
    const names: string[] = [];
    const told = one.addressee ?? null;
    const paper = told === null ? null : paperAt(told, one.sentence);
    if (paper !== null) names.push(paper);
    if (one.rule !== "label" && one.rule !== "silence") {
      names.push(
        ...phraseCarriers(reading, sentence, one, beside.get(one.sentence) ?? [], placesIn(one.sentence), papers),
      );
      const holder = heldBefore(reading, one, papers);
      if (holder !== null) names.push(holder);
    }
    for (const range of one.via) {
      if (/^(?:who|which)$/.test(at(reading, range.from).lower)) continue;
      // "She had read in the Courier that …" inside somebody's content: that is who speaks.
      const lone = range.to - range.from === 1 && PRONOUN.test(at(reading, range.from).lower);
      if (lone && (beside.get(one.sentence) ?? []).some((other) => holdsToken(reading, other, range.from))) continue;
      names.push(
        paperAt(range, one.sentence) ?? nameOf(range, lone ? resolver.resolve(range, null) : null, one.sentence),
      );
    }
    return [...new Set(names)].filter((name) => bareName(name) !== publisherName);
  });
  found.forEach((_, i) => own[i]?.push(...takenUp(reading, found, i, own)));
  const source = found.map((one, i) =>
    one.source === null || isListener(reading, one) || (resolved[i] === null && isForward(reading, one))
      ? null
      : nameOf(one.source, resolved[i] ?? null, one.sentence),
  );
  const known = found.map((one, i) => (isPronoun(reading, one.source) ? (resolved[i] ?? null) : (source[i] ?? null)));
  return {
    source: source.map((name) => (name !== null && bareName(name) === publisherName ? null : name)),
    own,
    known,
  };
}

/** "The inquiry heard that …": whoever only listens carries nothing. */
function isListener(reading: Reading, { source, cue }: Found): boolean {
  const verb = reading.tokens[(cue.at(-1)?.to ?? 0) - 1]?.lower ?? "";
  return source !== null && /^(?:heard|hears|told)$/.test(verb) && LISTENERS.test(at(reading, source.to - 1).lower);
}

/** "As she told the Courier, the conductor wants …": the pronoun stands for who comes behind it. */
function isForward(reading: Reading, one: Found): boolean {
  if (!isPronoun(reading, one.source)) return false;
  const { first } = reading.sentences[one.sentence] as Sentence;
  return at(reading, first).lower === "as" && one.source?.from === first + 1;
}

function isPronoun(reading: Reading, range: Range | null): boolean {
  return range !== null && range.to - range.from === 1 && PRONOUN.test(at(reading, range.from).lower);
}

/** A source without its apposition; of "the spokesman, Rudo Klee" the name alone. */
function alone(reading: Reading, range: Range): Range {
  const comma = nextOf(reading, range.from, range.to, (t) => t.tag === "comma");
  if (comma >= range.to || comma === range.from) return range;
  const next = at(reading, comma + 1);
  const close = nextOf(reading, comma + 1, range.to, (t) => t.tag === "comma");
  const named = at(reading, comma - 1).tag !== "name" && next?.tag === "name" && at(reading, close - 1).tag === "name";
  return named ? { from: comma + 1, to: close } : { from: range.from, to: comma };
}

const DOCUMENTS =
  /^(?:it|them|they|there|letter|document|report|memo|minutes|notes?|speech|statement|recording|transcript|diary|papers|interview|file|email|message|video)$/;
const HOLDS =
  /^(?:has|have|had|obtained|obtains|read|reads|seen|saw|published|publishes|printed|prints|ran|runs|carried|carries|leaked|posted|broadcast|aired|released|reproduced|received)$/;

const SPOKE = /^(?:spoke|spoken|talked|interviewed|interviews|met|asked|questioned|telephoned|reached|rang)$/;

/** "he", "one of them": somebody of the sentence before. */
function isMeant(reading: Reading, { from, to }: Range): boolean {
  const last = at(reading, to - 1).lower;
  return to - from === 1 ? /^(?:he|she|they)$/.test(last) : to - from <= 4 && /^(?:them|whom)$/.test(last);
}

/** "The Post has the minister's speech. In it, she says …": the paper that holds the document, from a sentence before. */
function heldBefore(reading: Reading, one: Found, papers: Papers): string | null {
  const sentence = reading.sentences[one.sentence] as Sentence;
  const cue = one.cue[0]?.from ?? sentence.first;
  const source = one.source;
  const itself = source !== null && /^(?:it|they)$/.test(at(reading, source.from).lower);
  const start = nextOf(reading, sentence.first, cue, (t) => t.text === ";");
  const from = start < cue ? start + 1 : sentence.first;
  const inIt =
    from + 1 < cue &&
    at(reading, from).lower === "in" &&
    DOCUMENTS.test(headWord(reading, from + 1, Math.min(cue, from + 4)));
  const spoken = source !== null && from === sentence.first && isMeant(reading, source);
  if (!itself && !inIt && !spoken) return null;
  const whole = { ...sentence, last: from };
  const before = from > sentence.first ? whole : reading.sentences[one.sentence - 1];
  if (before === undefined || before.block < sentence.block - 1) return null;
  const wrote = inIt && /^(?:his|her|their|its|the|this|that)$/.test(at(reading, from + 1).lower);
  if (wrote) {
    const sent = papers.within({ from: before.first, to: before.last });
    if (sent !== null) return sent;
  }
  const holds = (word: string): boolean => (spoken && SPOKE.test(word)) || ((itself || inIt) && HOLDS.test(word));
  const verb = nextOf(reading, before.first, before.last, (t) => t.tag !== "noun" && holds(t.lower));
  if (verb >= before.last) return null;
  const subject = mainSubject(reading, before, before.first, before.last);
  if (subject === null || subject.to > verb + 1) return null;
  return papers.nameOf(subject);
}

function headWord(reading: Reading, from: number, to: number): string {
  let i = from;
  while (i + 1 < to && /^(?:determiner|possessive|noun)$/.test(at(reading, i + 1).tag)) i += 1;
  return at(reading, i).lower;
}

/** "…, she added": told to the same paper. */
function takenUp(
  reading: Reading,
  found: readonly Found[],
  i: number,
  own: readonly (readonly string[])[],
): readonly string[] {
  const one = found[i];
  if (one === undefined || own[i]?.length !== 0) return [];
  const cue = reading.tokens[(one.cue[0]?.to ?? 0) - 1]?.lower ?? "";
  if (!/^(?:added|adds|continued|continues|adding)$/.test(cue)) return [];
  for (let k = i - 1; k >= Math.max(0, i - 4); k -= 1) {
    const earlier = found[k];
    if (earlier === undefined || one.sentence - earlier.sentence > 2) break;
    if (earlier.source === null || (own[k]?.length ?? 0) === 0) continue;
    if (earlier.addressee !== undefined && earlier.addressee !== null) return own[k] ?? [];
    if (earlier.source.from === one.source?.from) return own[k] ?? [];
  }
  return [];
}

function bySentence(found: readonly Found[]): Map<number, Found[]> {
  const groups = new Map<number, Found[]>();
  for (const one of found) {
    const group = groups.get(one.sentence);
    if (group === undefined) groups.set(one.sentence, [one]);
    else group.push(one);
  }
  return groups;
}

function holdsToken(reading: Reading, one: Found, i: number): boolean {
  const { start } = at(reading, i);
  return one.source !== null && one.content.some(([from, to]) => from <= start && start < to);
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/^the\s+/, "");
}
