import type { Range } from "../language/range.ts";
import type { Resolver } from "../language/resolve.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { antecedentOf, isSomebody } from "./antecedent.ts";
import { LISTENERS } from "./attribution-heard.ts";
import { handsOf } from "./carrier-hands.ts";
import { DOCUMENTS, headOf, heldBefore } from "./carrier-held.ts";
import { pathCarriers } from "./carrier-path.ts";
import { carryingPlaces, phraseCarriers } from "./carrier-phrase.ts";
import type { CarryingPlaces } from "./carrier-phrase.ts";
import { recordOf } from "./carrier-record.ts";
import type { Relay } from "./carrier-relay.ts";
import { carrierName } from "./carrier.ts";
import type { CarrierNames } from "./carrier.ts";
import type { Found } from "./found.ts";
import { NEWSPEOPLE } from "./paper-words.ts";
import type { Papers } from "./paper.ts";
import { INSTITUTIONS } from "./source-words.ts";
import { nextOf } from "./subject.ts";

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
  parents: readonly (number | null)[],
  relaysIn: (sentence: number) => readonly Relay[],
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
      if (known !== null && !isOfPaper(known, papers.within({ from: 0, to: range.from }))) return known;
      const meant = antecedentOf(reading, sentence, range.from, isPerson);
      // "It was the Observer that broke the news: the minister, it said, …": what speaks is a paper, not the news.
      const speaks = first.lower === "it" && (meant === null || !isBody(reading, meant));
      const paper = speaks ? nearPaper(reading, papers, sentence, range.from) : null;
      if (paper !== null) return paper;
      return meant === null ? carrierName(text(range)) : nameOf(meant, null, sentence);
    }
    const head = alone(reading, headOf(reading, range));
    const whole = head.from === range.from && head.to === range.to ? known : resolver.resolve(head, null);
    // "the consul in Sarvik" is not the Sarvik Post.
    const last = (whole ?? "").split(" ").at(-1) ?? "";
    const other =
      whole !== null && !pronounIn(reading, head) && (!text(head).includes(last) || isBehind(reading, head, last));
    const full = other ? null : whole;
    return papers.ownerOf(head) ?? papers.nameOf(head) ?? full ?? carrierName(text(head));
  };
  const paperAt = (range: Range, sentence: number, told = false): string | null => {
    const first = at(reading, range.from).lower;
    const itself = /^(?:it|them)$/.test(first) && range.to - range.from === 1;
    const meant = itself ? antecedentOf(reading, sentence, range.from, isPerson) : range;
    if (itself && (meant === null || papers.nameOf(meant) === null))
      return first === "it" ? nearPaper(reading, papers, sentence, range.from) : null;
    if (meant === null) return null;
    const owner = papers.ownerOf(meant);
    if (owner !== null) return owner;
    const name = told ? papers.toldName(meant) : papers.nameOf(meant);
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
  // "the Packet" is the Quill Bay Packet itself.
  const isOwn = (name: string): boolean =>
    bareName(name) === publisherName || (name !== "" && publisherName.endsWith(` ${bareName(name)}`));
  const own = found.map((one, i) => {
    const sentence = reading.sentences[one.sentence] as Sentence;
    const names: string[] = [];
    const told = one.addressee ?? null;
    const paper = told === null ? null : paperAt(told, one.sentence, true);
    if (paper !== null) names.push(paper);
    else if (told !== null && one.rule === "passive" && passesOn(reading, told, (parents[i] ?? null) !== null))
      names.push(nameOf(told, null, one.sentence));
    if (one.rule !== "label" && one.rule !== "silence") {
      names.push(
        ...phraseCarriers(reading, sentence, one, beside.get(one.sentence) ?? [], placesIn(one.sentence), papers),
      );
      const holder = heldBefore(reading, one, papers);
      if (holder !== null) names.push(holder);
      const record = recordOf(reading, sentence, one, papers);
      if (record !== null) names.push(carrierName(text(headOf(reading, record))));
    }
    const through: string[] = [];
    for (const range of one.via) {
      if (/^(?:who|which)$/.test(at(reading, range.from).lower)) continue;
      // "She had read in the Courier that …" inside somebody's content: that is who speaks.
      const lone = range.to - range.from === 1 && PRONOUN.test(at(reading, range.from).lower);
      if (lone && (beside.get(one.sentence) ?? []).some((other) => holdsToken(reading, other, range.from))) continue;
      through.push(
        paperAt(range, one.sentence) ?? nameOf(range, lone ? resolver.resolve(range, null) : null, one.sentence),
      );
    }
    const hands = handsOf(reading, sentence, one, relaysIn(one.sentence), papers).map(
      (range) => paperAt(range, one.sentence) ?? nameOf(range, null, one.sentence),
    );
    const plain = one.rule !== "label" && one.rule !== "silence" && one.rule !== "citing" && one.rule !== "relayed";
    if (plain && names.length + hands.length + through.length === 0)
      names.push(...pathCarriers(reading, sentence, one, beside.get(one.sentence) ?? [], papers));
    const known = new Set([...hands, ...through]);
    // "A reports, citing B, which quoted C": A is outermost.
    const order = one.rule === "citing" ? [...through, ...hands] : [...hands, ...through];
    return [...new Set([...names.filter((name) => !known.has(name)), ...order])].filter((name) => !isOwn(name));
  });
  found.forEach((_, i) => own[i]?.push(...takenUp(reading, found, i, own)));
  const source = found.map((one, i) =>
    one.source === null ||
    one.rule === "silence" ||
    (one.bare === true && one.signals.includes("denied")) ||
    isListener(reading, one) ||
    (resolved[i] === null && isForward(reading, one))
      ? null
      : nameOf(one.source, resolved[i] ?? null, one.sentence),
  );
  const known = found.map((one, i) => (isPronoun(reading, one.source) ? (resolved[i] ?? null) : (source[i] ?? null)));
  return {
    source: source.map((name) => (name !== null && isOwn(name) ? null : name)),
    own,
    known,
  };
}

/** "Tolmere" of "Tolmere Chronicle" is a town, and no person. */
function isOfPaper(name: string, paper: string | null): boolean {
  return !name.includes(" ") && paper !== null && paper.startsWith(`${name} `);
}

/** Whoever was told something passes it on where the paper of a reporter, or a report of what was told, shows that. */
function passesOn(reading: Reading, told: Range, reported: boolean): boolean {
  const comma = nextOf(reading, told.from, told.to, (t) => t.tag === "comma");
  const core = { from: told.from, to: comma };
  if (isPronoun(reading, core) || at(reading, core.from).tag === "possessive" || !isSomebody(reading, core))
    return false;
  return reported || nextOf(reading, told.from, told.to, (t) => NEWSPEOPLE.has(t.lower)) < told.to;
}

/** The paper named last before token `i`, in this sentence or the two before it. */
function nearPaper(reading: Reading, papers: Papers, sentence: number, i: number): string | null {
  const { first } = reading.sentences[Math.max(0, sentence - 2)] as Sentence;
  return papers.within({ from: first, to: i });
}

function isBody(reading: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) if (INSTITUTIONS.has(at(reading, i).lower)) return true;
  return DOCUMENTS.test(at(reading, to - 1).lower);
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
  const named = !isName(reading, range.from, comma) && next?.tag === "name" && at(reading, close - 1).tag === "name";
  return named ? { from: comma + 1, to: close } : { from: range.from, to: comma };
}

/** A name, as against "the mayor of Cobre Bay". */
function isName(reading: Reading, from: number, to: number): boolean {
  const end = nextOf(reading, from, to, (t) => /^(?:preposition|wh|past)$/.test(t.tag));
  return at(reading, end - 1).tag === "name";
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

/** "her deputy", "one of them": whose full name stands elsewhere. */
function pronounIn(reading: Reading, { from, to }: Range): boolean {
  return to - from === 1 && at(reading, from).tag === "pronoun";
}

/** "an aide to Rikard Mossen": does the name that ends with `last` hang on a preposition? */
function isBehind(reading: Reading, { from, to }: Range, last: string): boolean {
  const name = nextOf(reading, from, to, (t) => t.text === last);
  const link = nextOf(reading, from, name, (t) => t.tag === "preposition" || t.tag === "to" || t.tag === "comma");
  return name < to && link > from && link < name && at(reading, link).tag !== "comma";
}
