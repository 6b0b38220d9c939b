import { isLevel } from "./institution.ts";
import type { House } from "./house-words.ts";
import type { Institution } from "./institution.ts";

/** How surely two are one: "maybe" holds where there is no other whom the words would fit. */
export type Match = "same" | "maybe" | "no";

/** Are the institutions behind two sources one? What both are told by must agree, and nothing may stand against it. */
export function matchInstitutions(a: Institution, b: Institution): Match {
  if (shortFor(a, b) || shortFor(b, a)) return "same";
  // "a spokesman", "chairman Mick Dow": of whichever house there is.
  if (isHomeless(a) !== isHomeless(b)) return isHomeless(a) ? housed(a, b) : housed(b, a);
  const houses = housesAgree(a, b);
  const marks = overlap(a.marks, b.marks);
  if (houses === "no") return "no";
  if (marks.shared.some((mark) => !isLevel(mark))) {
    // "Varn Oil" is not the town's because the mayor of Varn shares its name.
    if (a.houses.size === 0 && isSeated(b) && !marks.onlyA.every(isLevel)) return "no";
    if (b.houses.size === 0 && isSeated(a) && !marks.onlyB.every(isLevel)) return "no";
    // A health secretary does not speak for whatever has health in its name.
    const matter = marks.shared.every((mark) => isLevel(mark) || !(a.proper.has(mark) || b.proper.has(mark)));
    if (matter && (isOfOffice(a, b) || isOfOffice(b, a))) return "no";
    if (marks.onlyA.every(isLevel) || marks.onlyB.every(isLevel))
      return houses === "maybe" && !isEnvoy(a) && !isEnvoy(b) ? "maybe" : "same";
    // "Ruvia's chief diplomat" and "the Ruvian foreign minister": the seat is shared, the matter is not.
    return "no";
  }
  // "The county vet" and "the veterinary office".
  if (overlap(a.titles, b.marks).shared.length + overlap(b.titles, a.marks).shared.length > 0) return "maybe";
  // Nothing but what sort it is, or what office: whichever there is.
  if (!marks.onlyA.every(isLevel) && !marks.onlyB.every(isLevel)) return describes(a, b) ? "maybe" : "no";
  const [x, y] = [marks.onlyA.filter(isLevel), marks.onlyB.filter(isLevel)];
  if (x.length > 0 && y.length > 0) return "no";
  const titles = overlap(a.titles, b.titles);
  // The president is not the prime minister of wherever it may be.
  if (HIGH.test(titles.onlyA[0] ?? "") && HIGH.test(titles.onlyB[0] ?? "") && titles.shared.length === 0) return "no";
  if (a.houses.size > 0 && b.houses.size > 0)
    return houses === "same" || overlap(a.nouns, b.nouns).shared.length > 0 ? "maybe" : "no";
  if (titles.shared.length > 0) return "maybe";
  // "bosses", "the head": of whichever house it is that has no other sort.
  const firm = [...a.houses, ...b.houses].every((house) => house === "company");
  return firm && a.leads && b.leads ? "maybe" : "no";
}

/** Offices of which a state or a town has one each. */
const HIGH = /^(?:presid|prem|chanc|minist|govern|prefec|mayor|king|queen|ambass|envoy|consul|secret|commis)/;
/** Who speaks for a whole state abroad. */
const ENVOY = /^(?:ambass|envoy|consul|deleg|embass)/;

const OPEN: readonly House[] = ["company", "fund", "union", "hospital", "school", "body"];
/** Offices that any such house has. */
const ANY_TITLE = /^(?:chair|chief|execut|direct|manag|head|boss|ceo|leader|treasur|secret|president)/;

/** Can somebody who speaks for no house that is named speak for this one? */
function housed(one: Institution, house: Institution): Match {
  if (!house.speaks) return "no";
  if (overlap(one.titles, house.titles).shared.length > 0) return "maybe";
  if (one.titles.size === 0 || [...one.titles].some((title) => house.marks.has(title))) return "maybe";
  // Bosses are those of a firm, not of its union.
  if (house.houses.has("union") && one.titles.has("boss")) return "no";
  const open = [...house.houses].every((sort) => OPEN.includes(sort));
  return open && [...one.titles].every((title) => ANY_TITLE.test(title)) ? "maybe" : "no";
}

/** Speaks for a house that nothing names. */
const isHomeless = (one: Institution): boolean =>
  one.speaks && one.houses.size + one.marks.size + one.acronyms.size === 0;

const isEnvoy = ({ titles, nouns }: Institution): boolean => [...titles, ...nouns].some((word) => ENVOY.test(word));

/** "the grid operator" and "Norrkraft": the one describes what the other names. */
function describes(a: Institution, b: Institution): boolean {
  const shared = [...a.houses].some((house) => b.houses.has(house));
  const named = (one: Institution): boolean => [...one.marks].every((mark) => isLevel(mark) || one.proper.has(mark));
  const plain = (one: Institution): boolean => ![...one.marks].some((mark) => one.proper.has(mark));
  return shared && ((named(a) && plain(b)) || (named(b) && plain(a)));
}

/** Told by the place that it is of: a town's, a country's. */
const SEATED: readonly House[] = [
  "police",
  "ministry",
  "state",
  "town",
  "army",
  "court",
  "parliament",
  "hospital",
  "school",
];
const isSeated = (one: Institution): boolean => SEATED.some((house) => one.houses.has(house));

/** Holds an office of no house that is named, where the other is a house with a name of its own. */
const isOfOffice = (one: Institution, house: Institution): boolean =>
  one.houses.size === 0 &&
  one.titles.size > 0 &&
  house.houses.size > 0 &&
  house.titles.size === 0 &&
  [...house.houses].every((sort) => sort === "body" || sort === "company" || sort === "fund") &&
  [...house.marks].some((mark) => house.proper.has(mark) && !isLevel(mark) && !one.marks.has(mark));

/** "NDA" for the national disaster agency. */
function shortFor(a: Institution, b: Institution): boolean {
  for (const short of a.acronyms)
    if (b.acronyms.has(short) || (short.length > 2 ? b.initials.endsWith(short) : b.initials === short)) return true;
  return false;
}

/** Sorts that are the same; "maybe" where one is a body that may be of any sort; "no" where they differ. */
function housesAgree(a: Institution, b: Institution): Match {
  if (a.houses.size === 0 || b.houses.size === 0) return "same";
  const shared = [...a.houses].filter((house) => b.houses.has(house));
  if (shared.length > 0) return "same";
  const pair = (x: House, y: House): boolean =>
    (a.houses.has(x) && b.houses.has(y)) || (a.houses.has(y) && b.houses.has(x));
  if (
    pair("state", "ministry") ||
    pair("body", "company") ||
    pair("body", "guard") ||
    pair("state", "town") ||
    pair("fund", "body") ||
    pair("ministry", "body") ||
    pair("town", "body")
  )
    return "maybe";
  return "no";
}

interface Overlap {
  readonly shared: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): Overlap {
  return {
    shared: [...a].filter((word) => b.has(word)),
    onlyA: [...a].filter((word) => !b.has(word)),
    onlyB: [...b].filter((word) => !a.has(word)),
  };
}
