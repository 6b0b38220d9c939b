import { isLeading, isSite, kindOfHouse, rootOf } from "./house-words.ts";
import type { House } from "./house-words.ts";
import { ADDRESS, ANYBODY, BETWEEN, LEADING, MATTERS, OFFICES, SPEAKING, TRADES } from "./source-words.ts";

/** What a source's words tell of the institution behind it, comparable over reports. */
export interface Institution {
  /** What it is: a ministry, a police force, a company; empty where only a name tells it. */
  readonly houses: ReadonlySet<House>;
  /** Roots of the nouns that say what it is: `agency`, `institut`. */
  readonly nouns: ReadonlySet<string>;
  /** Roots of the words that tell which one it is. */
  readonly marks: ReadonlySet<string>;
  /** Those of them that are names; the others describe. */
  readonly proper: ReadonlySet<string>;
  /** Roots of offices held in it: `superintendent`, `mayor`. */
  readonly titles: ReadonlySet<string>;
  /** Short forms as printed, and those that its words would give; lower case. */
  readonly acronyms: ReadonlySet<string>;
  readonly initials: string;
  /** Heads it, whatever that is called. */
  readonly leads: boolean;
  /** Whoever is meant leads it or speaks for it: what is said is the institution's. */
  readonly speaks: boolean;
}

/** Words of size, level and seat: many institutions of a place share them. */
const LEVELS = new Set(
  "national federal central regional region provincial province city county state local general international royal town district municipal capital public senior cantonal canton"
    .split(" ")
    .map(rootOf),
);
export const isLevel = (root: string): boolean => LEVELS.has(root);

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.&-]*(?:['’]s?)?|[,;:()—–]/gu;
const LINK = /^(?:of|in|at|from|for|near|to|on|by|with|and|who|which|that|as)$/;

/** "who runs the quarry": an office in other words. */
const HEADS =
  /\bwho (?:heads|runs|leads|chairs|manages|directs|owns|oversees|commands|speaks for|represents|is in charge of|is responsible for) /;
const CLERGY = /^(?:father|fr|rev|reverend|vicar|pastor|priest|mgr|monsignor|parson|rector)$/;

/** Whose relative somebody is tells of no office of his. */
const KIN =
  /^(?:nephew|niece|brother|sister|wife|husband|son|daughter|widow|widower|mother|father|cousin|uncle|aunt|friend|neighbour|neighbor|lawyer|rival|critic|victim|relative|relation)s?$/;

interface Part {
  readonly marks: string[];
  readonly proper: string[];
  readonly nouns: string[];
  readonly houses: House[];
  readonly titles: string[];
  /** Houses that only an office tells of: a governor's, a judge's. */
  readonly held: House[];
  speaking: boolean;
  /** Follows "its", "the union's". */
  owned: boolean;
}
const partOf = (owned = false): Part => ({
  marks: [],
  proper: [],
  nouns: [],
  houses: [],
  titles: [],
  held: [],
  speaking: false,
  owned,
});

/** Reads a source as printed; `name`: lower-case words of the person's name, which tell of no institution. */
export function institutionOf(printed: string, name: readonly string[]): Institution {
  const words =
    printed
      .slice(0, 240)
      .replace(HEADS, "head of ")
      .replace(/\bprime minister/gi, "premier")
      .replace(/\bcoast guard/gi, "coastguard")
      .replace(/\b(harbour|harbor|station|quarter|bath) master/gi, "$1master")
      // Of those who work there, not of the works or the town.
      .replace(/\bworks council/gi, "staff union")
      .match(WORD) ?? [];
  const parts: Part[] = [partOf()];
  const acronyms = new Set<string>();
  let [speaks, trade, initials, letters] = [false, false, "", ""];
  for (const [i, word] of words.entries()) {
    const owner = /['’]s?$/.test(word);
    const bare = word.toLowerCase().replace(/['’]s?$/, "");
    const part = parts.at(-1) as Part;
    if (/^(?:who|which|that)$/.test(bare) || (i > 0 && KIN.test(bare))) break;
    if (/^(?:its|their|his|her|our)$/.test(bare)) part.owned = true;
    if (LINK.test(bare) || !/^[\p{L}\p{N}]/u.test(bare)) {
      // "its head of safety": what of is part of the office.
      const job = bare === "of" && part.owned && part.titles.length > 0 && part.houses.length === 0;
      if (bare !== "and" || part.titles.length > 0) parts.push(partOf(job));
      if (!LINK.test(bare)) [initials, letters] = [letters.length > initials.length ? letters : initials, ""];
      continue;
    }
    if (/^\p{Lu}{2,6}$/u.test(word.replace(/['’]s?$/, "")) && bare.length > 1) acronyms.add(bare);
    else if (!name.includes(bare) && !BETWEEN.has(bare)) letters += bare.charAt(0);
    if (name.includes(bare) && /^\p{Lu}/u.test(word)) {
      if (owner) part.marks.push(rootOf(bare));
    } else {
      const before = part.marks.length;
      read(part, bare, owner ? "'s" : (words[i + 1] ?? "").toLowerCase());
      if (/^\p{Lu}/u.test(word) && !MATTERS.has(bare)) part.proper.push(...part.marks.slice(before));
    }
    if (owner) parts.push(partOf(true));
  }
  for (const word of words) {
    const bare = word.toLowerCase().replace(/['’]s?$/, "");
    const plural = bare.replace(/s$/, "");
    if (TRADES.has(bare) || TRADES.has(plural)) trade = true;
    else if (
      isLeading(bare) ||
      isLeading(bare.replace(/(?:(?<=s)es|s)$/, "")) ||
      SPEAKING.has(bare) ||
      OFFICES.has(bare) ||
      OFFICES.has(plural)
    )
      speaks = true;
  }
  if (letters.length > initials.length) initials = letters;
  // "its owner, Bramwell Coal": the name is a firm's.
  if (/\b(?:owners?|operator|maker|supplier|insurer|manufacturer|company|firm|group),? \p{Lu}[^,]*$/u.test(printed))
    parts.push({ ...partOf(), marks: name.map(rootOf), proper: name.map(rootOf) });
  const seated = parts.some((p) => p.titles.length > 0 && p.marks.some((mark) => TOWNS.has(mark)));
  const leads = words.some(
    (word) => isLeading(word.toLowerCase()) || isLeading(word.toLowerCase().replace(/(?:(?<=s)es|s)$/, "")),
  );
  return {
    ...joined(parts),
    acronyms,
    leads,
    initials,
    speaks: speaks || (!trade && parts.some((p) => p.houses.length > 0)) || (trade && seated),
  };
}

/** What part of a house somebody leads, not which house. */
const JOB = /^(?:financial|operating|executive|technical|commercial|scientific|managing|vice)$/;

const isTrade = (word: string): boolean =>
  TRADES.has(word) || /^\p{L}{3,}(?:ologist|ician|arian|grapher|iatrist|onomist)$/u.test(word);
const isPost = (word: string): boolean => SPEAKING.has(word) || LEADING.has(word) || OFFICES.has(word);
/** "the city environment officer", "the county vet": of the town, the county. */
const TOWNS = new Set(["city", "town", "county", "cantonal", "district", "municipal"].map(rootOf));

function read(part: Part, bare: string, next: string): void {
  if (CLERGY.test(bare)) part.titles.push("priest");
  if (!/^[\p{L}\p{N}]{2}/u.test(bare) || BETWEEN.has(bare) || ADDRESS.has(bare)) return;
  if (ANYBODY.has(bare) && next !== "'s") return;
  const house = kindOfHouse(bare, /^\p{L}/u.test(next) && !LINK.test(next) && !isPost(next));
  const single = bare.replace(/ies$/, "y").replace(/s$/, "");
  const many = single !== bare && (OFFICES.has(single) || isTrade(single)) && !OFFICES.has(bare);
  const office =
    LEADING.has(bare) || LEADING.has(bare.replace(/(?:(?<=s)es|s)$/, "")) || OFFICES.has(bare) || isTrade(bare);
  if (house !== null && !many) {
    if (office) part.held.push(house);
    part.houses.push(house);
    part.nouns.push(rootOf(bare));
  }
  if (office) part.titles.push(rootOf(bare.replace(/(?:(?<=s)es|s)$/, "")));
  else if (SPEAKING.has(bare)) part.speaking = true;
  // "the farmers' union": many of them tell which.
  else if (JOB.test(bare)) return;
  else if (house === null || many || isSite(bare)) part.marks.push(rootOf(single));
}

/** The words before "director" tell which director, unless the institution stands apart: "the hospital's medical director". */
function joined(parts: readonly Part[]): Pick<Institution, "houses" | "nouns" | "marks" | "proper" | "titles"> {
  const apart = parts.some((p) => !p.owned && p.titles.length === 0 && (p.houses.length > 0 || p.marks.length > 0));
  const seat = parts.findIndex(
    (p, i) => parts[i + 1]?.owned === true && p.houses.some((h) => h !== "body" && h !== "town" && h !== "state"),
  );
  const stands = (p: Part): boolean =>
    p.houses.some((house) => house !== "body") ||
    (p.houses.length > 0 && (!p.speaking || p.marks.some((mark) => !isLevel(mark)))) ||
    isThing(p) ||
    (!p.owned && p.titles.length === 0);
  // "Selm's mountain rescue": what a place owns that is no office and no house that a list knows.
  const isThing = (p: Part): boolean =>
    p.owned && p.titles.length + p.houses.length === 0 && parts.every((one) => one.houses.length === 0);
  // A part of an institution is the institution: "the works' safety office".
  const within = (p: Part): boolean =>
    seat !== -1 && p === parts[seat + 1] && p.houses.every((house) => house === "body");
  const said = parts.filter((p) => !within(p) && (p.owned ? stands(p) : !apart || stands(p)));
  const houses = new Set(said.flatMap((p) => p.houses));
  if (houses.size === 0 && said.some((p) => p.marks.some((mark) => TOWNS.has(mark)))) houses.add("town");
  // "the commission's chairman, Judge Dunn" is the commission's; "the governor's office" is the governor's.
  const plain = said.flatMap((p) => p.houses.filter((house) => !p.held.includes(house)));
  const offices =
    said.flatMap((p) => p.nouns).filter((noun) => noun !== "offic").length > said.flatMap((p) => p.held).length;
  if (plain.length > 0 && offices)
    for (const house of said.flatMap((p) => p.held)) if (!plain.includes(house)) houses.delete(house);
  const held = said.some((p) => p.titles.length > 0 && p.houses.some((house) => house === "town" || house === "state"));
  const marked = said.some((p) => p.marks.some((mark) => !isLevel(mark)));
  // "the city's transit authority" is an authority, "the mayor's office" is the town's.
  for (const seat of ["town", "state"] as const)
    if (houses.size > 1 && !held && (marked || [...houses].some((house) => house !== seat && house !== "body")))
      houses.delete(seat);
  if (houses.size > 1) houses.delete("body");
  return {
    houses,
    nouns: new Set(said.flatMap((p) => p.nouns)),
    marks: new Set(said.flatMap((p) => p.marks)),
    proper: new Set(said.flatMap((p) => p.proper)),
    titles: new Set(parts.flatMap((p) => (p.owned && !stands(p) ? [...p.titles, ...p.marks] : p.titles))),
  };
}

/** Both as one: what is known of a speaker from several places. */
export function mergedInstitution(a: Institution, b: Institution): Institution {
  const both = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): Set<T> => new Set([...x, ...y]);
  return {
    houses: both(a.houses, b.houses),
    nouns: both(a.nouns, b.nouns),
    marks: both(a.marks, b.marks),
    proper: both(a.proper, b.proper),
    titles: both(a.titles, b.titles),
    acronyms: both(a.acronyms, b.acronyms),
    initials: a.initials.length >= b.initials.length ? a.initials : b.initials,
    leads: a.leads || b.leads,
    speaks: a.speaks || b.speaks,
  };
}
