import { fatesIn } from "./counted-words.ts";
import type { Around } from "./figure-around.ts";

const NUMBER = String.raw`(?:\p{Nd}[\p{Nd}.,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?|hundred|thousand|million|billion))`;

/** Borders of what is said of one occasion: "312 mm fell; its old record, from 1988, was 290". */
const OCCASION_BORDER =
  /[;.]\s|\b(?:while|whereas|compared (?:with|to)|as against|against|but|(?:up|down) from)\s|,\s(?:which|bringing|taking|making)\b/giu;
const YEAR =
  /(?<!\b(?:since|until|to|by) )\b(?:in|of|from|during|for|the)\s+(?:the\s+)?(?:\p{L}+\s+)?((?:19|20)\d\d)\b/giu;
/** "A year ago", "the previous record", "at the last census". */
const BEFORE = new RegExp(
  String.raw`\b(?:a|an|${NUMBER}|some) (?:years?|months?|decades?) (?:ago|earlier|before)\b|\b(?:last|the previous) (?:year|winter|summer|spring|autumn|season)\b|\b(?:so far )?this (?:year|winter|summer|spring|autumn|season)\b|\b(?:previous|old|former|standing|all-time) (?:record|high|peak|maximum|worst)\b|\bthe (?:last|previous) (?:\p{L}+ )?(?:elections?|referendum|census|vote|ballot|survey|storm|flood|outbreak|eruption|strike|quake|earthquake|one|time)\b`,
  "iu",
);

/** Is the figure told of another occasion than the one that is reported? `year`: that of publication. */
export function isOfOtherTime({ sentence, start, end }: Around, year: number | null): boolean {
  if (start === -1) return false;
  let from = 0;
  let to = sentence.length;
  for (const match of sentence.matchAll(OCCASION_BORDER)) {
    if (match.index + match[0].length <= start) from = match.index + match[0].length;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  const clause = sentence.slice(from, to);
  if (BEFORE.test(clause)) return true;
  if (year === null) return false;
  for (const [, told] of clause.matchAll(YEAR)) if (Number(told) < year) return true;
  return false;
}

const HOLDS =
  /\b(?:holds|takes|seats|sleeps|carries|can (?:hold|take|seat|carry|house|sleep)|there (?:is|was) (?:room|space) for|has (?:room|space|\p{L}+ for)|with (?:room|space) for)\s+(?:(?:some|about|only|just|up to|at most|around)\s+)*$/iu;
const PLACES_AFTER = /^\s*(?:places|seats|beds|bunks|berths)\b/iu;

/** "The yard holds 350", "with 900 places": how many there may be. */
export function isRoom({ before, after }: Around, text: string, people: boolean): boolean {
  return (!people && HOLDS.test(before)) || PLACES_AFTER.test(after) || /\s(?:places|seats|berths)$/i.test(text);
}

const MEASURED_THING =
  /(?:^|[\s“"])(?:the|a|an|its|his|her|their)\s(?:[\p{L}'’-]+\s){0,3}[\p{L}'’-]+,\s+(?:about |some |just )?$/iu;

/** "The pass road, 24 kilometres from barrier to barrier, stays closed": the size of a thing that is spoken of. */
export function isSize({ before, after }: Around, kind: string): boolean {
  return (
    (kind === "distance" || kind === "area" || kind === "weight" || kind === "volume") &&
    MEASURED_THING.test(before) &&
    /^[^,.;]{0,50},\s/u.test(after)
  );
}

const LOT = new RegExp(String.raw`${NUMBER}\s+[\p{L}-]+s\s+of\s+$`, "iu");

/** "1,200 boxes of ten": how many are in each. */
export const isLot = ({ before, after }: Around): boolean => LOT.test(before) && /^\s*(?:[.,;:”")]|$)/u.test(after);

const OF_THEM = /^(?:[^\s,;:]+\s){1,4}?(?<!\ball )of (?:them|whom|these|those|which)\b/iu;
const OF_THE = /^(?:[^\s,;:]+\s){1,4}?(?<!\ball )of the (?:\p{Nd}+ )?([\p{L}-]+)/iu;
/** "Of those who died, eight bore one name." */
const OF_THOSE = /(?:^|[.;:“"]\s*)of (?:those|these|them|the \p{L}+)(?:\s[^.;,]{0,60})?,?\s+$/iu;
const AMONG_AND = new RegExp(
  String.raw`\b(?:among (?:them|whom|those)|including)\s+${NUMBER}\s[^.;]{1,40}?(?:\sand|,)\s+$`,
  "iu",
);
/** "In the town proper", "in Tarnik alone": a narrower place; "in the six districts together": a wider one. */
const NARROWER =
  /\b(?:[Ii]n|[Aa]cross) (?:the )?[^,;.]{2,40}?\s(?:itself|proper|alone|together|combined)\b|,\s\p{Lu}\p{L}+ included\b/u;

/** "Nineteen of the injured", "more than 80 of them": there are so many at least. */
export function isAtLeast(around: Around, text: string): boolean {
  const { after } = around;
  if (isAllBut(around)) return false;
  const own = `${text}${after.slice(0, 60)}`;
  return OF_THEM.test(own) || fatesIn(OF_THE.exec(own)?.[1] ?? "").length > 0;
}

/** Some of those who are counted: how sure that is, "pronoun" where it may be all that a report tells. */
export function isSomeOf({ before, after, sentence }: Around, text: string): "some" | "pronoun" | null {
  const own = `${text}${after.slice(0, 60)}`;
  if (AMONG_AND.test(before) || OF_THOSE.test(before) || NARROWER.test(sentence)) return "some";
  return OF_THEM.test(own) ? "pronoun" : null;
}

/** "All but 120 of those snowed in": who is still there. */
const isAllBut = ({ before, after }: Around): boolean =>
  /(?:^|[.;:“"—–)]\s*)all but\s+(?:about |some )?$/iu.test(before) && !/^\s*of (?:them|whom|which)\b/iu.test(after);

/** "Not to the minister's 3.4 billion": what somebody else says, and is not so. */
export const isDisputed = ({ before }: Around): boolean =>
  /\bnot (?:(?:to|by|at|of|on) )?(?:the )?(?:\p{L}+ ){0,2}\p{L}+['’]s?\s+$/iu.test(before);

/** "Against 3,838 for No": the other side. */
export const isOtherSide = ({ before, after }: Around): boolean =>
  /\b(?:against|to|and|with)\s+$/iu.test(before) &&
  /^\s*(?:votes? )?(?:for|against)\s+(?:the )?(?:\p{Lu}|no\b|yes\b)/u.test(after);
