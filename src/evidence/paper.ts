import type { Resolver } from "../language/resolve.ts";
import type { Reading } from "../language/sentences.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;
const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Last words of the names of papers, agencies and stations. */
const LAST = set(
  "times telegraph post guardian journal news herald tribune gazette wire press reuters afp bbc cnn ap tass interfax agency courier mail sun mirror observer chronicle express standard " +
    "independent economist spiegel monde figaro bloomberg politico axios nbc abc cbs npr pbs jazeera radio tv television magazine daily weekly today star globe inquirer dispatch bulletin " +
    "record examiner sentinel ledger echo voice monitor register bild welt dw unian ukrinform pravda novosti xinhua review digest beacon advertiser argus lantern wochenblatt zeitung",
);
/** Words that the name of a station begins with. */
const FIRST = set("radio channel tv television");
const KINDS = set(
  "paper newspaper daily weekly magazine outlet agency broadcaster channel station publication wire tabloid website portal radio television tv network programme program journal monthly",
);
const STAFF = set(
  "reporter reporters correspondent correspondents journalist journalists interviewer columnist newsroom investigation dispatch report article story survey interview analysis editorial programme program",
);
/** Words of bodies that are told things and are no papers. */
const BODIES = set(
  "parliament congress senate council committee court police ministry government assembly commission board union party kremlin pentagon house army bank bundestag knesset duma security navy " +
    "force cabinet jury inquiry tribunal panel office department agency group association federation university company school church club league summit forum nations states republic " +
    "kingdom administration campaign white vatican nato opec fifa nasa unicef unesco interpol un eu us uk fbi cia imf who wto iaea osce g7 g20 general president minister mayor judge senator " +
    "governor king queen prince hospital academy institute centre center foundation",
);

/** Knows which names of a text are those of papers, agencies and stations. */
export interface Papers {
  /** The paper that the phrase at `range` names, as printed, or that its "the paper" stands for; null when it is none. */
  nameOf(range: Range): string | null;
  /** The paper whose reporter, report or investigation the phrase at `range` means; null when it is none. */
  ownerOf(range: Range): string | null;
}

/** Learns the papers of a text from their names and from how it speaks of them. Linear. */
export function papersOf(reading: Reading, resolver: Resolver): Papers {
  const known = new Set<string>();
  const people = new Set<string>();
  const places: { readonly at: number; readonly name: string }[] = [];
  const { tokens } = reading;
  const textOf = (from: number, to: number): string =>
    reading.text.slice(at(reading, from).start, at(reading, to - 1).end);
  const namesFrom = (from: number, limit: number): number => {
    let to = from;
    while (to < limit && to < from + 8 && isNameWord(reading, from, to)) to += 1;
    return to;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    if (at(reading, i).tag !== "name") continue;
    const to = namesFrom(i, tokens.length);
    const name = textOf(i, to);
    const before = i > 0 ? at(reading, i - 1).lower : "";
    const after = to < tokens.length ? at(reading, to).lower : "";
    if (
      KINDS.has(before) ||
      (/^(?:reported|reports|broadcast|aired)$/.test(after) && before !== "in" && !bodily(reading, i, to))
    )
      known.add(name);
    if (to - i >= 2 && !publication(reading, i, to)) people.add(at(reading, to - 1).lower);
    if (known.has(name) || publication(reading, i, to)) places.push({ at: i, name });
    i = Math.max(i, to - 1);
  }
  const isPaper = (from: number, to: number, article: boolean): boolean => {
    if (known.has(textOf(from, to)) || publication(reading, from, to)) return true;
    if (bodily(reading, from, to) || people.has(at(reading, to - 1).lower)) return false;
    const kind = resolver.names({ from, to })[0]?.kind;
    if (kind === "person" || kind === "place") return false;
    const first = at(reading, from).text;
    if (to - from === 1 && /^[A-Z]{2,5}$/.test(first)) return !article;
    return article && to - from <= 2;
  };
  const isOwner = (from: number, to: number): boolean => isPaper(from, to, false) || isPaper(from, to, true);
  const lastBefore = (i: number): string | null => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle]?.at ?? 0) < i) low = middle + 1;
      else high = middle;
    }
    return places[low - 1]?.name ?? null;
  };
  /** The paper's name that begins at `i`, with what may stand before it: "the agency", "Tuesday's". */
  const paperAt = (i: number, limit: number): { readonly name: string; readonly to: number } | null => {
    let from = i;
    let article = false;
    while (from < limit && from < i + 4 && !isNameWord(reading, from, from)) {
      const { tag, lower } = at(reading, from);
      if (lower === "the" || tag === "possessive" || KINDS.has(lower)) article = true;
      else if (tag !== "noun" && tag !== "determiner") return null;
      from += 1;
    }
    const to = namesFrom(from, limit);
    if (to === from || !isPaper(from, to, article)) return null;
    return { name: textOf(from, to), to };
  };
  const nameOf = (range: Range): string | null => {
    const paper = paperAt(range.from, range.to);
    if (paper !== null)
      return paper.to === range.to || !/^(?:noun|name|possessive)$/.test(at(reading, paper.to).tag) ? paper.name : null;
    const head = at(reading, range.to - 1).lower;
    if (range.to - range.from > 3) return null;
    if (/^(?:television|radio|tv)$/.test(head)) return textOf(range.from, range.to);
    return KINDS.has(head) && /^(?:the|that|this|its)$/.test(at(reading, range.from).lower)
      ? lastBefore(range.from)
      : null;
  };
  return {
    nameOf,
    ownerOf(range) {
      let limit = range.from;
      while (limit < Math.min(range.to, range.from + 12) && at(reading, limit).tag !== "comma") limit += 1;
      let staff = range.from;
      while (staff < limit && !STAFF.has(at(reading, staff).lower)) staff += 1;
      if (staff >= limit) return null;
      // "the Beacon's correspondent", "a TNA dispatch", "a reporter from the Courier"
      let from = range.from;
      while (from < staff && at(reading, from).tag !== "name") from += 1;
      const to = namesFrom(from, staff);
      if (to > from && isOwner(from, to)) return textOf(from, to);
      const next = staff + 1 < range.to ? at(reading, staff + 1).lower : "";
      if (/^(?:from|for|of|at|with|by)$/.test(next)) {
        const paper = paperAt(staff + 2, range.to);
        if (paper !== null) return paper.name;
      }
      return /^(?:its|their)$/.test(at(reading, range.from).lower) ? lastBefore(range.from) : null;
    },
  };
}

/** Words of the calendar that the name of a paper may begin with: "the Morning Beacon". */
const MASTHEADS = /^(?:morning|evening|daily|weekly|sunday|saturday|night)$/;

/** Goes a name that begins at `from` on with token `to`? "Osterland Today" is one. */
function isNameWord(reading: Reading, from: number, to: number): boolean {
  const token = at(reading, to);
  if (to > from && token.line) return false;
  const next = reading.tokens[to + 1];
  if (token.capital && MASTHEADS.test(token.lower) && next?.tag === "name") return true;
  return token.tag === "name" || (to > from && token.capital && LAST.has(token.lower));
}

function publication(reading: Reading, from: number, to: number): boolean {
  return (
    LAST.has(at(reading, to - 1).lower) ||
    (to - from >= 2 && FIRST.has(at(reading, from).lower)) ||
    /(?:press|wire|news|line|post)$/.test(at(reading, to - 1).lower)
  );
}

function bodily(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (BODIES.has(at(reading, i).lower)) return true;
  return false;
}
