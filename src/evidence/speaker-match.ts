import type { Institution } from "./institution.ts";
import type { SourceKey } from "./source-key.ts";
import { matchInstitutions } from "./source-match.ts";
import type { Match } from "./source-match.ts";

/** One of the sources that items have, by the first item that has it. */
export interface Speaker {
  readonly i: number;
  readonly key: SourceKey;
  readonly house: Institution;
  /** Tells what was seen, for nobody else. */
  readonly eye: boolean;
}

/** Does one speak for the other's institution, or are they the same office under two names? */
export function matchSpeakers(a: Speaker, b: Speaker): Match {
  const [named, unnamed] = [a, b].map((one) => one.key.name.length > 0) as [boolean, boolean];
  if (isNobody(a) || isNobody(b)) return "no";
  if (a.eye !== b.eye && !(named && unnamed)) return sameTrade(a, b) ? "maybe" : "no";
  const match = matchInstitutions(a.house, b.house);
  if (match === "no") return "no";
  const telling = [...a.house.houses].some((house) => house !== "body" && b.house.houses.has(house));
  if (named && unnamed) {
    // Two people: only what both speak for can be one.
    if (a.eye || b.eye || !a.house.speaks || !b.house.speaks) return "no";
    return match === "maybe" && !telling ? "no" : match;
  }
  if (a.eye || b.eye || isOneOfMany(a) || isOneOfMany(b)) return "no";
  return match;
}

/** Who saw it himself is met only by his own trade: "the surgeon", "its teacher of chemistry". */
function sameTrade(a: Speaker, b: Speaker): boolean {
  if (a.key.indefinite !== b.key.indefinite && (a.key.indefinite ? a : b).key.name.length === 0) return false;
  const words = (one: Speaker): Set<string> => new Set([...one.house.titles, ...one.house.marks]);
  const [mine, theirs] = [words(a), words(b)];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  const title = [...mine].some((one) => theirs.has(one) && (a.house.titles.has(one) || b.house.titles.has(one)));
  return title && (shared > 1 || shared === Math.min(mine.size, theirs.size));
}

/** "an inspector", "drivers"; not "the state vets", who are a house. */
function isOneOfMany({ key, house }: Speaker): boolean {
  if (key.indefinite && key.name.length === 0 && house.leads && house.houses.size + house.marks.size === 0) return true;
  return key.indefinite && !house.speaks && house.marks.size < 2;
}

/** Words that tell of no office and no institution. */
const isNobody = ({ house }: Speaker): boolean =>
  house.marks.size === 0 && house.houses.size === 0 && house.titles.size === 0 && house.acronyms.size === 0;
