import { acronymIn, acronymsOf } from "./acronyms.ts";
import { TITLES, namesOf } from "./names.ts";
import type { NameMention } from "./names.ts";
import { peopleOf } from "./people.ts";
import type { Person, PersonMention } from "./people.ts";
import { meaningsOf } from "./pronouns.ts";
import type { Range } from "./range.ts";
import type { Reading } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** Knows which full name a surname, a short name, "he" or "the paper" stands for. */
export interface Resolver {
  /** The full name for the source at `range`; `speaker` is the last person who spoke. Null when it is not known. */
  resolve(range: Range, speaker: Spoken | null): string | null;
  /** Names inside `range`, without titles; none that stand inside others. */
  names(range: Range): readonly NameMention[];
}

export interface Spoken {
  readonly name: string;
  /** Token at which that person was last named as source. */
  readonly at: number;
}

const PAPER =
  /^(?:paper|newspaper|daily|magazine|outlet|agency|broadcaster|channel|publication|report|article|wire|tabloid|station|weekly|journal|newswire|website)$/;
const INSTITUTION =
  /^(?:ministry|department|council|committee|court|party|agency|office|union|bank|university|commission|police|association|institute|authority|board|hospital|company|group|foundation|federation|service|organisation|organization|centre|center|society|parliament|fund|school|college|bureau|army|directorate|inspectorate|observatory|academy|museum|airport|port)$/;
const PRONOUN = /^(?:he|she|him|her|his|hers)$/;
/** A speaker who is that far behind, in tokens, is not meant any more. */
const SPEAKER_REACH = 250;

/** Looks at the names and pronouns of a text once; linear. */
export function resolverOf(reading: Reading): Resolver {
  const { tokens } = reading;
  const everything = namesOf(reading);
  const mentions = everything.filter(({ inner }) => !inner);
  const acronyms = acronymsOf(mentions);
  const known = peopleOf(reading, everything);
  const { people, mentions: places } = known;
  const meanings =
    reading.choose === null ? new Map<number, Person | null>() : meaningsOf(reading, known, reading.choose);
  const byHead = new Map<string, NameMention[]>();
  const byLast = new Map<string, NameMention[]>();
  const papers: NameMention[] = [];
  for (const mention of mentions) {
    if (mention.kind === "person") continue;
    push(byLast, mention.words.at(-1) ?? "", mention);
    const head = mention.words.find((word) => INSTITUTION.test(word));
    if (head !== undefined) push(byHead, head, mention);
    if (mention.kind === "publication") papers.push(mention);
  }

  const namesIn = (range: Range): NameMention[] => {
    const found: NameMention[] = [];
    for (let i = lowerBound(mentions, range.from); i < mentions.length; i += 1) {
      const mention = mentions[i] as NameMention;
      if (mention.from >= range.to) break;
      if (mention.to <= range.to) found.push(mention);
    }
    return found;
  };
  const peopleIn = (range: Range): PersonMention[] => {
    const found: PersonMention[] = [];
    for (let i = lowerBound(places, range.from); i < places.length; i += 1) {
      const place = places[i] as PersonMention;
      if (place.from >= range.to) break;
      if (place.to <= range.to) found.push(place);
    }
    return found;
  };

  /** The longest form of an organisation's or a place's name: the last one before it, else the first after it. */
  const fullOf = (mention: NameMention): string => {
    const acronym = acronymIn(mention.full);
    const spelled = acronym === null ? undefined : acronyms.get(acronym);
    if (spelled !== undefined) return spelled;
    if (mention.kind === "place") return mention.full;
    const forms = (byLast.get(mention.words.at(-1) ?? "") ?? []).filter(
      (other) => other.words.length > mention.words.length && mention.words.every((word) => other.words.includes(word)),
    );
    const best = forms.findLast((other) => other.from <= mention.from) ?? forms[0];
    return best?.full ?? mention.full;
  };

  const resolve = (range: Range, speaker: Spoken | null): string | null => {
    const inside = tokens.slice(range.from, range.to);
    const first = inside[0];
    if (first === undefined) return null;
    if (inside.length === 1 && PRONOUN.test(first.lower)) {
      const meant = meanings.get(range.from);
      if (meant !== undefined && meant !== null) return meant.full;
      return speaker !== null && range.from - speaker.at < SPEAKER_REACH ? speaker.name : null;
    }
    const persons = peopleIn(range);
    const person = persons.at(-1);
    const names = namesIn(range);
    if (
      person !== undefined &&
      !joinedBy(reading, persons) &&
      tokens[person.to]?.lower !== "'s" &&
      isHead(reading, range, person)
    )
      return longer((people[person.person] as Person).full, inside);
    const paper = names.findLast(({ kind }) => kind === "publication");
    if (paper !== undefined && (paper.to === range.to || inside.some(({ lower }) => PAPER.test(lower))))
      return fullOf(paper);
    const only = names.length === 1 ? (names[0] as NameMention) : undefined;
    if (only !== undefined && inside.every((t, i) => isPart(t, range.from + i, only)))
      return longer(fullOf(only), inside);
    if (inside.length <= 4 && (first.tag === "determiner" || first.lower === "this") && names.length === 0) {
      const head = inside.findLast(({ word }) => word)?.lower ?? "";
      if (PAPER.test(head)) {
        const before = lastBefore(papers, range.from);
        if (before !== null) return fullOf(before);
      }
      if (INSTITUTION.test(head)) {
        const before = lastBefore(byHead.get(head) ?? [], range.from);
        if (before !== null) return fullOf(before);
      }
    }
    return null;
  };

  return { resolve, names: namesIn };
}

/** Articles and titles beside a name, and the name itself. */
function isPart(token: Token, at: number, name: NameMention): boolean {
  return (
    (at >= name.from && at < name.to) || token.tag === "name" || token.tag === "determiner" || TITLES.has(token.lower)
  );
}

function push(map: Map<string, NameMention[]>, key: string, mention: NameMention): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [mention]);
  // A name that is repeated thousands of times needs no more than some of its places.
  else if (list.length < 40) list.push(mention);
}

function lastBefore(list: readonly NameMention[], at: number): NameMention | null {
  return list[lowerBound(list, at) - 1] ?? null;
}

/** Number of entries that begin before token `at`. */
function lowerBound(list: readonly { readonly from: number }[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as { readonly from: number }).from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A single word that the source prints anyway resolves nothing. */
function longer(full: string, inside: readonly Token[]): string | null {
  return full.includes(" ") || !inside.some(({ text }) => text === full) ? full : null;
}

/** Two people at once: "Ina Müller and Ana Brod". */
function joinedBy(reading: Reading, people: readonly PersonMention[]): boolean {
  const [first, last] = [people[0], people.at(-1)];
  if (first === undefined || last === undefined || first === last) return false;
  return reading.tokens.slice(first.to, last.from).some(({ tag }) => tag === "and");
}

/** "The campaign of Ina Müller" is not Ina Müller. */
function isHead(reading: Reading, range: Range, person: PersonMention): boolean {
  const bare = (i: number): string => (reading.tokens[i]?.lower ?? "").replace(/\.$/, "");
  if (TITLES.has(bare(person.from)) || TITLES.has(bare(person.from - 1))) return true;
  // "Joint Chiefs of Staff Ana Brod" was found as one name.
  for (let i = person.from; i < person.to; i += 1) if (bare(i) === "of") return true;
  for (let i = range.from; i < person.from; i += 1) {
    if (/^(?:of|for|from|with|at)$/.test((reading.tokens[i] as Token).lower)) {
      // "Chairman of the Joint Chiefs of Staff Charles Brown": a name right behind names of offices is the head.
      return reading.tokens[person.from - 1]?.tag === "name" && person.to - person.from >= 2;
    }
  }
  return true;
}
