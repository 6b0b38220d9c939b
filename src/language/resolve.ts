import type { NameMention } from "./names.ts";
import { TITLES, namesOf } from "./names.ts";
import type { Reading } from "./sentences.ts";
import type { Range } from "./range.ts";
import type { Token } from "./tokens.ts";

/** Knows which full name a surname, a short name, "he" or "the paper" stands for. */
export interface Resolver {
  /** The full name for the source at `range`; `speaker` is the last person who spoke. Null when it is not known. */
  resolve(range: Range, speaker: Spoken | null): string | null;
  /** Names inside `range`, without titles. */
  names(range: Range): readonly NameMention[];
}

export interface Spoken {
  readonly name: string;
  /** Token at which that person was last named as source. */
  readonly at: number;
}

const PAPER =
  /^(?:paper|newspaper|daily|magazine|outlet|agency|broadcaster|channel|publication|report|article|wire|tabloid)$/;
const INSTITUTION =
  /^(?:ministry|department|council|committee|court|party|agency|office|union|bank|university|commission|police|association)$/;

export function resolverOf(reading: Reading): Resolver {
  const mentions = namesOf(reading);
  const byLast = new Map<string, NameMention[]>();
  const byHead = new Map<string, NameMention[]>();
  const people: NameMention[] = [];
  const papers: NameMention[] = [];
  for (const mention of mentions) {
    const last = mention.words.at(-1) ?? "";
    push(byLast, last, mention);
    const head = mention.words.find((w) => INSTITUTION.test(w));
    if (head !== undefined) push(byHead, head, mention);
    if (mention.kind === "person") people.push(mention);
    if (mention.kind === "publication") papers.push(mention);
  }
  // First name of each sentence: the likeliest antecedent of "he" and "she".
  const sentenceStart = new Set<number>();
  {
    let p = 0;
    for (const sentence of reading.sentences) {
      while (p < people.length && (people[p] as NameMention).from < sentence.first) p += 1;
      const first = people[p];
      if (first !== undefined && first.from < sentence.last) sentenceStart.add(first.from);
    }
  }
  const subjects = people.filter((m) => sentenceStart.has(m.from));

  const namesIn = (range: Range): NameMention[] => {
    const found: NameMention[] = [];
    for (let i = lowerBound(mentions, range.from); i < mentions.length; i += 1) {
      const mention = mentions[i] as NameMention;
      if (mention.from >= range.to) break;
      if (mention.to <= range.to) found.push(mention);
    }
    return found;
  };

  /** The longest form of a name: the last one before it, else the first after it. */
  const fullOf = (mention: NameMention): string => {
    const last = mention.words.at(-1) ?? "";
    if (mention.words.length > 1 && mention.kind === "person") return mention.full;
    const forms = (byLast.get(last) ?? []).filter(
      (m) =>
        m.words.length > mention.words.length && mention.words.every((w) => m.words.includes(w)) && m.kind !== "other",
    );
    const before = forms.filter((m) => m.from <= mention.from).at(-1) ?? forms[0];
    return before?.full ?? mention.full;
  };

  const resolve = (range: Range, speaker: Spoken | null): string | null => {
    const tokens = reading.tokens.slice(range.from, range.to);
    const first = tokens[0];
    if (first === undefined) return null;
    if (
      tokens.length === 1 &&
      (first.lower === "he" || first.lower === "she" || first.lower === "his" || first.lower === "her")
    ) {
      return antecedent(range.from, speaker);
    }
    const names = namesIn(range);
    const person = names.findLast((m) => m.kind === "person");
    const paper = names.findLast((m) => m.kind === "publication");
    const people = names.filter((m) => m.kind === "person");
    if (
      person !== undefined &&
      !joinedBy(reading, people) &&
      !genitiveAfter(reading, person) &&
      isHead(reading, range, person)
    )
      return longer(fullOf(person), range, reading);
    const head = tokens.findLast((t) => t.word)?.lower ?? "";
    if (paper !== undefined && (paper.to === range.to || tokens.some((t) => PAPER.test(t.lower)))) return fullOf(paper);
    if (names.length === 1 && tokens.every((t) => t.tag === "name" || t.tag === "determiner" || TITLES.has(t.lower)))
      return longer(fullOf(names[0] as NameMention), range, reading);
    if (tokens.length <= 4 && (first.tag === "determiner" || first.lower === "this") && names.length === 0) {
      if (PAPER.test(head)) return lastBefore(papers, range.from, fullOf);
      if (INSTITUTION.test(head)) return lastBefore(byHead.get(head) ?? [], range.from, (m) => institution(reading, m));
    }
    return null;
  };

  const antecedent = (at: number, speaker: Spoken | null): string | null => {
    const subject = subjects[lowerBound(subjects, at) - 1];
    const near = subject !== undefined && at - subject.from < 120 ? subject : undefined;
    if (speaker !== null && (near === undefined || speaker.at >= near.from))
      return at - speaker.at < 250 ? speaker.name : null;
    return near === undefined ? null : fullOf(near);
  };

  return { resolve, names: namesIn };
}

function push(map: Map<string, NameMention[]>, key: string, mention: NameMention): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [mention]);
  // A name that is repeated thousands of times needs no more than some of its places.
  else if (list.length < 40) list.push(mention);
}

function lastBefore(list: readonly NameMention[], at: number, name: (m: NameMention) => string): string | null {
  const before = list[lowerBound(list, at) - 1];
  return before === undefined ? null : name(before);
}

/** Number of mentions that begin before token `at`. */
function lowerBound(list: readonly NameMention[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as NameMention).from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A single word that the source prints anyway resolves nothing. */
function longer(full: string, range: Range, reading: Reading): string | null {
  if (full.includes(" ")) return full;
  return reading.tokens.slice(range.from, range.to).some((t) => t.text === full) ? null : full;
}

/** Two people at once: "Ina Müller and Ana Brod". */
function joinedBy(reading: Reading, people: readonly NameMention[]): boolean {
  const [first, last] = [people[0], people.at(-1)];
  if (first === undefined || last === undefined || first === last) return false;
  return reading.tokens.slice(first.to, last.from).some((t) => t.tag === "and");
}

/** "The campaign of Ina Müller" is not Ina Müller. */
function isHead(reading: Reading, range: Range, person: NameMention): boolean {
  if (TITLES.has((reading.tokens[person.from] as Token).lower.replace(/\.$/, "")) && person.words.length >= 2)
    return true;
  const title = reading.tokens[person.from - 1];
  if (title !== undefined && TITLES.has(title.lower.replace(/\.$/, ""))) return true;
  for (let i = range.from; i < person.from; i += 1) {
    const token = reading.tokens[i] as Token;
    if (/^(?:of|for|from|with|at)$/.test(token.lower)) {
      // "Chairman of the Joint Chiefs of Staff Charles Brown": a name right behind names of offices is the head.
      const before = reading.tokens[person.from - 1];
      return before !== undefined && before.tag === "name" && person.words.length >= 2;
    }
  }
  return true;
}

function genitiveAfter(reading: Reading, mention: NameMention): boolean {
  const next = reading.tokens[mention.to];
  return next !== undefined && next.lower === "'s";
}

/** "Ministry" with its "of Defence in Moscow". */
function institution(reading: Reading, mention: NameMention): string {
  let to = mention.to;
  for (let step = 0; step < 2; step += 1) {
    const preposition = reading.tokens[to];
    const name = reading.tokens[to + 1];
    if (
      preposition === undefined ||
      name === undefined ||
      !/^(?:of|for|in)$/.test(preposition.lower) ||
      name.tag !== "name"
    )
      break;
    to += 2;
    while (reading.tokens[to]?.tag === "name") to += 1;
  }
  const first = reading.tokens[mention.from] as Token;
  const last = reading.tokens[to - 1] as Token;
  return reading.text.slice(first.start, last.end);
}
