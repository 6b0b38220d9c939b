import { KNOWN } from "../language/gazetteer.ts";
import type { Range } from "../language/range.ts";
import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { kindOfHouse } from "./house-words.ts";
import { bodily, isCrew, isNameWord, isToldOf, publication } from "./paper-name.ts";
import { KINDS, NEWS, STAFF } from "./paper-words.ts";
import { INSTITUTIONS, MATTERS } from "./source-words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** A name and the token where it begins. */
interface Named {
  readonly at: number;
  readonly name: string;
}

/** A paper's name and where it ends. */
export interface NamedPaper {
  readonly name: string;
  readonly to: number;
}

/** Knows which names of a text are those of papers, agencies and stations. */
export interface Papers {
  /** The paper that the phrase at `range` names, as printed, or that its "the paper" stands for; null when it is none. */
  nameOf(range: Range): string | null;
  /** The same, of whom somebody tells something: a name of several words that is nobody's and no body's, too. */
  toldName(range: Range): string | null;
  /** The paper whose reporter, report or investigation the phrase at `range` means; null when it is none. */
  ownerOf(range: Range): string | null;
  /** The paper named at token `i`, with what may stand before its name: "the agency", "Tuesday's"; null when it is none. */
  at(i: number, limit: number): NamedPaper | null;
  /** Is the name that ends before token `to` a paper's by its words, or by what the text says of it, wherever it stands? */
  isSure(from: number, to: number): boolean;
  /** The paper that the text joins by "and" to the one called `name`, between the tokens of `range`; null when none is. */
  twinOf(name: string, range: Range): string | null;
  /** May token `i` be of a paper's name, or a word for a paper? Quick, and true too often. */
  isWord(i: number): boolean;
  /** The paper named last between the tokens of `range`. */
  within(range: Range): string | null;
  /** The paper named last before token `i`. */
  before(i: number): string | null;
}

/** Who is told through a paper: "viewers of Tessera Television". */
const AUDIENCE = /^(?:readers|viewers|listeners|subscribers|audience|clients|pages|columns)$/;

/** What a name is known to be beside a paper. */
const PLACES = KNOWN.country | KNOWN.region | KNOWN.demonym;

/** First names. */
const GIVEN = KNOWN.male | KNOWN.female;

/** Learns the papers of a text from their names and from how it speaks of them. Linear. */
export function papersOf(reading: Reading): Papers {
  const known = new Set<string>();
  const people = new Set<string>();
  const places: Named[] = [];
  const others: Named[] = [];
  const acting: Named[] = [];
  const pairs: (Named & { readonly twin: string })[] = [];
  const words = new Set<number>();
  const { tokens } = reading;
  const bits = new Map<number, number>();
  const persons = new Set<number>();
  for (const found of reading.named() ?? []) {
    if (found.inner) continue;
    bits.set(found.from, found.known | found.firstKnown);
    if (found.kind === "person") persons.add(found.from);
  }
  const textOf = (from: number, to: number): string =>
    reading.text.slice(at(reading, from).start, at(reading, to - 1).end);
  const namesFrom = (from: number, limit: number): number => {
    let to = from;
    while (to < limit && to < from + 8 && isNameWord(reading, from, to)) to += 1;
    return to;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    if (!at(reading, i).capital) continue;
    if (!isNameWord(reading, i, i)) {
      // A name that the tagger takes for a noun, at the head of a text: "Svet is owned by …".
      const { capital, pos } = at(reading, i);
      const opens = capital && pos === "NOUN" && /^(?:past|verb|auxiliary)$/.test(tokens[i + 1]?.tag ?? "");
      const agency = capital && /\p{L}{3}(?:press|wire)$/u.test(at(reading, i).lower);
      if (agency) places.push({ at: i, name: textOf(i, i + 1) });
      else if (opens) acting.push({ at: i, name: textOf(i, i + 1) });
      continue;
    }
    const to = namesFrom(i, tokens.length);
    const name = textOf(i, to);
    const person = persons.has(i);
    const placed = ((bits.get(i) ?? 0) & PLACES) !== 0;
    if (!(person && to - i > 1) && isToldOf(reading, i, to)) known.add(name);
    const paper = known.has(name) || publication(reading, i, to);
    if (to - i >= 2 && !paper && person) people.add(at(reading, to - 1).lower);
    if (paper || (!placed && (!person || to - i === 1))) words.add(i);
    if (paper) places.push({ at: i, name });
    else if ((!person || (to - i === 1 && ((bits.get(i) ?? 0) & GIVEN) === 0)) && !placed && !bodily(reading, i, to))
      (/^(?:past|verb|auxiliary)$/.test(tokens[to]?.tag ?? "") ? acting : others).push({ at: i, name });
    i = Math.max(i, to - 1);
  }
  const nameOf = (range: Range): string | null => {
    const paper = paperAt(range.from, range.to);
    if (paper === null) return commonPaper(reading, range, before);
    let kind = paper.to;
    while (kind < range.to && kind < paper.to + 2 && NEWS.has(at(reading, kind).lower)) kind += 1;
    const next = kind < range.to ? at(reading, kind) : null;
    return next === null || KINDS.has(next.lower) || !/^(?:noun|name|possessive)$/.test(next.tag) ? paper.name : null;
  };
  const housed = (from: number, to: number): boolean => {
    for (let i = from; i < to; i += 1) {
      const { lower } = at(reading, i);
      if (kindOfHouse(lower, false) !== null || MATTERS.has(lower) || INSTITUTIONS.has(lower)) return true;
    }
    return false;
  };
  const isPaper = (from: number, to: number, article: boolean): boolean => {
    if (known.has(textOf(from, to)) || publication(reading, from, to)) return true;
    const last = at(reading, to - 1);
    if (bodily(reading, from, to) || people.has(last.lower)) return false;
    const what = bits.get(from) ?? 0;
    if ((what & PLACES) !== 0) return false;
    if (article) return to - from <= 2 && !(to - from === 1 && last.lower.endsWith("s"));
    // "MPs"
    if (/^[A-Z]{2,}s$/.test(last.text)) return false;
    // "told Norrpress": one word, and nobody's first name.
    if (last.tag === "number") return true;
    return to - from === 1 && (/^[A-Z]{2,6}$/.test(last.text) || (what & (GIVEN | KNOWN.city)) === 0);
  };
  const paperAt = (i: number, limit: number): NamedPaper | null => {
    let from = i;
    let article = false;
    while (from < limit && from < i + 5 && !isNameWord(reading, from, from)) {
      const { tag, lower } = at(reading, from);
      if (lower === "the" || tag === "possessive" || KINDS.has(lower)) article = true;
      else if (lower === "of" && from > i && AUDIENCE.test(at(reading, from - 1).lower)) article = true;
      else if (tag !== "noun" && tag !== "determiner") return null;
      from += 1;
    }
    const to = namesFrom(from, limit);
    const next = to < limit ? at(reading, to).lower : "";
    if (to === from) return null;
    // "the Tavia daily Svet"
    if (KINDS.has(next) && to + 1 < limit && at(reading, to + 1).tag === "name") {
      const end = namesFrom(to + 1, limit);
      return { name: textOf(to + 1, end), to: end };
    }
    const kind = NEWS.has(next) && to + 1 < tokens.length ? at(reading, to + 1).lower : next;
    // "a Tavian newspaper", "one Oster television channel"
    const some = !article && from > i && /^(?:an?|one|another|some|two)$/.test(at(reading, i).lower);
    if (some && KINDS.has(next) && to - from === 1) {
      let kind = to;
      while (kind < limit && KINDS.has(at(reading, kind).lower)) kind += 1;
      return { name: textOf(from, kind), to: kind };
    }
    if (/^(?:radio|television|tv|media)$/.test(next) && !known.has(textOf(from, to)))
      return { name: textOf(from, to + 1), to: to + 1 };
    if (!isPaper(from, to, article) && !KINDS.has(kind)) return null;
    return { name: textOf(from, to), to };
  };
  for (let i = 1; i + 1 < tokens.length; i += 1) {
    if (at(reading, i).tag !== "and" || at(reading, i).lower !== "and" || at(reading, i - 1).tag !== "name") continue;
    let from = i - 1;
    while (from > 0 && from > i - 6 && isNameWord(reading, from - 1, from - 1)) from -= 1;
    const article = from > 0 && at(reading, from - 1).lower === "the";
    const behind = paperAt(i + 1, Math.min(tokens.length, i + 8));
    if (behind !== null && isPaper(from, i, article)) pairs.push({ at: i, name: textOf(from, i), twin: behind.name });
  }
  const before = (i: number): string | null => lastOf(places, i) ?? lastOf(acting, i) ?? lastOf(others, i);
  return {
    at: paperAt,
    isSure(from, to) {
      let start = from;
      while (start < to && !isNameWord(reading, start, start)) start += 1;
      if (start >= to) return false;
      return known.has(textOf(start, to)) || publication(reading, start, to) || /^[A-Z]{2,6}$/.test(textOf(start, to));
    },
    before,
    isWord: (i) => words.has(i) || KINDS.has(at(reading, i).lower),
    within({ from, to }) {
      const last = entryBefore(places, to);
      return last !== null && last.at >= from ? last.name : null;
    },
    twinOf(name, range) {
      for (const pair of pairs)
        if (pair.at >= range.from && pair.at < range.to) {
          if (pair.name === name || name.endsWith(` ${pair.name}`)) return pair.twin;
          if (pair.twin === name) return pair.name;
        }
      return null;
    },
    nameOf,
    toldName(range) {
      const sure = nameOf(range);
      if (sure !== null || !isNameWord(reading, range.from, range.from)) return sure;
      const to = namesFrom(range.from, range.to);
      const whole = to === range.to || /^(?:comma|preposition|wh)$/.test(at(reading, to).tag);
      const placed = ((bits.get(range.from) ?? 0) & PLACES) !== 0 || people.has(at(reading, to - 1).lower);
      const some = to - range.from > 1 && to - range.from <= 3 && whole && !placed;
      return some && !persons.has(range.from) && !bodily(reading, range.from, to) && !housed(range.from, to)
        ? textOf(range.from, to)
        : null;
    },
    ownerOf(range) {
      let limit = range.from;
      while (limit < Math.min(range.to, range.from + 12) && at(reading, limit).tag !== "comma") limit += 1;
      // "the Herald's Gerda Falk"
      let start = range.from;
      while (start < limit && !isNameWord(reading, start, start)) start += 1;
      const house = namesFrom(start, limit);
      const person = house + 1 < limit && at(reading, house + 1).tag === "name" ? namesFrom(house + 1, limit) : -1;
      if (
        house > start &&
        reading.tokens[house]?.tag === "possessive" &&
        person === range.to &&
        isPaper(start, house, start > range.from)
      )
        return textOf(start, house);
      let staff = range.from;
      while (staff < limit && !STAFF.has(at(reading, staff).lower) && !isCrew(reading, staff)) staff += 1;
      if (staff >= limit) return null;
      // "the Beacon's correspondent", "a TNA dispatch", "a reporter from the Courier"
      let from = range.from;
      while (from < staff && !isNameWord(reading, from, from)) from += 1;
      const to = namesFrom(from, staff);
      if (to > from && (isPaper(from, to, false) || isPaper(from, to, true))) return textOf(from, to);
      // "page four of the Signal"
      if (staff + 2 < range.to && at(reading, staff + 1).pos === "NUM") staff += 1;
      const next = staff + 1 < range.to ? at(reading, staff + 1).lower : "";
      if (/^(?:from|for|of|at|with|by|in|on)$/.test(next)) {
        const paper = paperAt(staff + 2, range.to);
        if (paper !== null) return paper.name;
      }
      return /^(?:its|their)$/.test(at(reading, range.from).lower) ? lastOf(places, range.from) : null;
    },
  };
}

/** "state television", "a local newspaper" as printed; "the paper" as the name that it stands for. */
function commonPaper(reading: Reading, range: Range, before: Papers["before"]): string | null {
  let to = range.from;
  while (to < range.to && to < range.from + 5 && /^(?:determiner|possessive|noun)$/.test(at(reading, to).tag)) to += 1;
  const head = at(reading, to - 1);
  if (to === range.from || to < range.to || !KINDS.has(head.lower)) return null;
  const first = at(reading, range.from);
  const closed = first.tag === "determiner" || first.tag === "possessive" || first.lower === "that";
  // Posted there by the speakers themselves.
  if (head.lower === "media" && at(reading, Math.max(range.from, to - 2)).lower === "social") return null;
  // "on the union's website"
  const site = /^(?:website|site|portal|blog|channel|page)$/.test(head.lower);
  if (site && reading.tokens.slice(range.from + 1, to).some(({ tag }) => tag === "possessive")) return null;
  // "on her website": hers, and no paper.
  if (/^(?:his|her|their|my|our)$/.test(first.lower)) return null;
  if (
    first.lower === "its" &&
    /^(?:website|site|portal|blog|channel|page|radio|magazine|journal|programme|program)$/.test(head.lower)
  )
    return null;
  const printed = reading.text.slice(at(reading, closed ? range.from + 1 : range.from).start, head.end);
  if (closed && to - range.from === 2 && /^(?:the|that|this|its)$/.test(first.lower))
    return before(range.from) ?? printed;
  if (/^(?:television|radio|tv|media)$/.test(head.lower) && to - range.from >= 2) return printed;
  return to - range.from >= 2 && (closed || head.pos === "NOUNS") ? printed : null;
}

function lastOf(list: readonly Named[], i: number): string | null {
  return entryBefore(list, i)?.name ?? null;
}

function entryBefore(list: readonly Named[], i: number): Named | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.at ?? 0) < i) low = middle + 1;
    else high = middle;
  }
  return list[low - 1] ?? null;
}
