import type { NameMention } from "./names.ts";
import type { Reading } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** Somebody whom a text names, perhaps often. */
export interface Person {
  readonly id: number;
  /** The longest form of the name, without titles. */
  readonly full: string;
  readonly words: readonly string[];
  readonly gender: "male" | "female" | null;
  /** How often the text names them. */
  readonly count: number;
}

/** A place where a text names a person: token indexes `[from, to)`. */
export interface PersonMention {
  readonly from: number;
  readonly to: number;
  readonly person: number;
  /** A surname or first name alone. */
  readonly short: boolean;
}

export interface People {
  readonly people: readonly Person[];
  /** In order. */
  readonly mentions: readonly PersonMention[];
}

interface Draft {
  id: number;
  full: string;
  words: readonly string[];
  gender: Person["gender"];
  count: number;
  first: number;
  last: number;
}

/** People of one surname that are kept apart; of more the oldest are forgotten, so that work stays linear. */
const NAMESAKES_MAX = 8;
const SUFFIX = /^(?:jr|sr|i{1,3}|iv)\.?$/;

/** Who is named where: surnames, first names and initials go to the full name, the one named last where several fit. */
export function peopleOf(reading: Reading, names: readonly NameMention[]): People {
  const drafts: Draft[] = [];
  const bySurname = new Map<string, Draft[]>();
  const byGiven = new Map<string, Draft[]>();
  const named = names.filter(({ kind, inner }) => kind === "person" && !inner);
  const full = new Map<NameMention, Draft>();
  for (const mention of named) {
    const words = wordsOf(mention);
    if (words.length < 2) continue;
    const surname = words.at(-1) as string;
    const same = bySurname.get(surname)?.findLast((other) => mayBe(other, words, mention.gender));
    const draft = same ?? draftOf(drafts, mention, words);
    if (same === undefined) {
      push(bySurname, surname, draft);
      push(byGiven, words[0] as string, draft);
    } else if (words.length > same.words.length) {
      same.full = mention.full;
      same.words = words;
    }
    draft.gender ??= mention.gender;
    full.set(mention, draft);
  }
  const mentions: PersonMention[] = [];
  const note = (draft: Draft, from: number, to: number, short: boolean): void => {
    draft.count += 1;
    draft.last = from;
    mentions.push({ from, to, person: draft.id, short });
  };
  const shortly = (word: string, at: number, gender: Person["gender"]): Draft | null =>
    nearest(bySurname.get(word), at, gender) ?? nearest(byGiven.get(word), at, gender);
  let covered = 0;
  let next = 0;
  for (const mention of [...names.filter(({ inner }) => !inner), null]) {
    // Capitalised surnames of people named in full, in between, though not found to be names.
    for (const end = mention?.from ?? reading.tokens.length; next < end; next += 1) {
      const token = reading.tokens[next] as Token;
      if (next < covered || !token.capital || token.text.length < 3) continue;
      const draft = bySurname.has(token.lower) ? shortly(token.lower, next, null) : null;
      if (draft !== null && draft.first < next) note(draft, next, next + 1, true);
    }
    if (mention === null) break;
    covered = mention.to;
    next = Math.max(next, mention.to);
    const words = wordsOf(mention);
    const draft = full.get(mention);
    if (draft !== undefined) {
      note(draft, mention.from, mention.to, false);
      continue;
    }
    if (words.length !== 1) continue;
    const word = words[0] as string;
    const known = shortly(word, mention.from, mention.gender);
    if (mention.kind === "person") {
      const own = known ?? draftOf(drafts, mention, words);
      if (known === null) push(bySurname, word, own);
      own.gender ??= mention.gender;
      note(own, mention.from, mention.to, true);
    } else if (known !== null && known.first < mention.from && bySurname.get(word)?.includes(known) === true) {
      // One who was named in full before is likelier than a place or firm of that name.
      if (mention.kind !== "publication") note(known, mention.from, mention.to, true);
    }
  }
  return {
    people: drafts.map(({ id, full: name, words, gender, count }) => ({ id, full: name, words, gender, count })),
    mentions,
  };
}

/** The name's words without "Jr." and the like. */
function wordsOf({ words }: NameMention): readonly string[] {
  const last = words.at(-1) ?? "";
  return words.length > 2 && SUFFIX.test(last) ? words.slice(0, -1) : words;
}

function draftOf(drafts: Draft[], mention: NameMention, words: readonly string[]): Draft {
  const draft: Draft = {
    id: drafts.length,
    full: mention.full,
    words,
    gender: mention.gender,
    count: 0,
    first: mention.from,
    last: -1,
  };
  drafts.push(draft);
  return draft;
}

/** The same surname; is the rest of the name the same, shortened or left out? */
function mayBe(draft: Draft, words: readonly string[], gender: Person["gender"]): boolean {
  if (draft.words.length < 2) return false;
  const [a, b] = [draft.words[0] as string, words[0] as string];
  if (a === b || isInitialOf(a, b) || isInitialOf(b, a)) return true;
  if (gender !== null && draft.gender !== null && gender !== draft.gender) return false;
  return draft.words.includes(b) || words.includes(a);
}

function isInitialOf(initial: string, name: string): boolean {
  return /^\p{L}\.?$/u.test(initial) && name.startsWith(initial.slice(0, 1));
}

/** The one named last before `at`, else the first one after it; nobody of the other gender. */
function nearest(drafts: readonly Draft[] | undefined, at: number, gender: Person["gender"]): Draft | null {
  let best: Draft | null = null;
  for (const draft of drafts ?? []) {
    if (gender !== null && draft.gender !== null && draft.gender !== gender) continue;
    if (best === null || rank(draft, at) > rank(best, at)) best = draft;
  }
  return best;
}

function rank(draft: Draft, at: number): number {
  return draft.last >= 0 ? draft.last : -1 - Math.abs(draft.first - at);
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [draft]);
  else {
    if (list.length >= NAMESAKES_MAX) list.shift();
    list.push(draft);
  }
}
