import type { AsOf } from "./as-of.ts";
import type { Counted } from "./counted.ts";
import type { Around } from "./figure-around.ts";
import type { Role } from "./figure-role.ts";
import type { RivalFigure } from "./rivals.ts";

/** A figure as it is held against others. */
export interface Seen {
  readonly figure: RivalFigure;
  readonly report: string;
  readonly interval: readonly [number, number];
  /** There may be more: "at least", "more than". */
  readonly bound: boolean;
  readonly counted: Counted;
  readonly asOf: AsOf;
  readonly role: Role;
  readonly around: Around;
}

export type How = "grew" | "corrected" | "fell";

export interface Verdict {
  readonly how: How | "conflict";
  /** The first of the two came first. */
  readonly forward: boolean;
}

/** How long a speaker stood by a count: from the first to the last time of telling, in milliseconds. */
export interface Standing {
  readonly speaker: string | null;
  readonly from: number;
  readonly to: number;
  /** Reports that take the count back. */
  readonly takenBack: ReadonlySet<string>;
  /** Reports that tell it as it stands. */
  readonly reports: ReadonlySet<string>;
}

const CORRECTS =
  /\bcorrect(?:ed|s|ion|ing)\b|\brevis(?:ed?|es|ing|ion)\b|\bwithdr[ae]w\w*\b|\bretract\w*\b|\bregret\w* the error\b|\berroneous|\bmistak\w+\b|\bwrongly\b|\bmiscount|\bput right\b|\b(?:what|than|as|the) (?:\S+ ){0,4}?(?:had )?(?:first|earlier|originally|previously|initially) (?:said|thought|reported|feared|stated|assumed|given|announced|believed|put)|\b(?:a|the) (?:slip|error|misprint|mix-up|mistake)\b|\bnot so bad\b|\b(?:misread|mistyped|misheard|misprint\w*|counted twice|double[- ]counted|swapped|on two lists)\b|\b(?:after (?:a )?(?:review|recount)|recount\w*|re-examin\w+)\b|\b(?:lower\w*|cut|reduc\w+|scaled (?:back|down)|rais\w+|upgrad\w+|downgrad\w+|amend\w+|adjust\w+) (?:its|his|her|their|the|that)\b/iu;
const MOVED =
  /\b(?:ris(?:en|es|ing)|rose|climb\w*|grown|grew|grows|jump\w*|mount\w*|increas\w+|brings?|bringing|so far|now|new count|latest|fallen|falls|dropp\w*|drops|shrunk|shrank|eased|still|remain\w*|only)\b/i;

/** How long each speaker stood by one count. */
export function standingOf(members: readonly Seen[]): Standing[] {
  const takenBack = new Set(members.filter(isOld).map(({ report }) => report));
  const reports = new Set(members.filter((one) => !isOld(one)).map(({ report }) => report));
  const found = new Map<string | null, { speaker: string | null; from: number; to: number }>();
  for (const { figure, asOf } of members.filter((one) => !isOld(one))) {
    const speaker = figure.speaker ?? null;
    const known = found.get(speaker) ?? { speaker, from: asOf.ms, to: asOf.ms };
    found.set(speaker, { speaker, from: Math.min(known.from, asOf.ms), to: Math.max(known.to, asOf.ms) });
  }
  const spans = found.size === 0 ? [{ speaker: null, from: 0, to: 0 }] : [...found.values()];
  return spans.map((span) => ({ ...span, takenBack, reports }));
}

const isOld = ({ role }: Seen): boolean => role === "old";

/** What two figures of different counts of the same are to each other; null where both can hold. */
export function judge(a: Seen, b: Seen, ofA: readonly Standing[], ofB: readonly Standing[]): Verdict | null {
  // What a report takes back for the other count came first, whoever said it.
  const backA = isOld(a) || replaces(ofB, ofA);
  const backB = isOld(b) || replaces(ofA, ofB);
  if (backA && backB) return null;
  if (backA || backB) {
    const [from, to] = backA ? [a, b] : [b, a];
    // Who told the right count before the wrong one was told put nothing right.
    if (!isOld(from) && (to.figure.asOf ?? "") < (from.figure.asOf ?? ""))
      return agree(from, to) ? null : { how: "conflict", forward: true };
    return { how: howOf(from, to), forward: backA };
  }
  const forward = inOrder(a, b);
  const how = forward ? between(a, b, ofA, ofB) : between(b, a, ofB, ofA);
  return how === null ? null : { how, forward };
}

/** Does a report tell the one count and take the other back? */
function replaces(told: readonly Standing[], old: readonly Standing[]): boolean {
  for (const report of old[0]?.takenBack ?? []) if (told[0]?.reports.has(report) === true) return true;
  return false;
}

function howOf(first: Seen, second: Seen): How {
  const up = second.figure.value > first.figure.value;
  if (CORRECTS.test(second.around.sentence)) return "corrected";
  if (course(first, second) === "stands") return "corrected";
  return up ? "grew" : course(first, second) === "passes" ? "fell" : "corrected";
}

/** Is `a` the earlier one? As-of times where they differ, else publication. */
function inOrder(a: Seen, b: Seen): boolean {
  if (!sameTime(a.asOf, b.asOf)) return a.asOf.ms < b.asOf.ms;
  return (a.figure.asOf ?? "") <= (b.figure.asOf ?? "");
}

const DAY = 86_400_000;

/** Times that may be one: those that are named are taken at their word. */
function sameTime(a: AsOf, b: AsOf): boolean {
  // "On 1 May there were 19", printed on 2 May, and "as at 1 May 34".
  if (isOnDay(a, b) || isOnDay(b, a)) return true;
  return Math.abs(a.ms - b.ms) <= Math.max(a.within, b.within);
}

const isOnDay = (a: AsOf, b: AsOf): boolean =>
  a.day !== null && !a.named && b.named && b.ms >= a.day && b.ms < a.day + DAY && b.within >= DAY / 2;

/** How far apart two speakers' counts must be told, where neither names an hour, for the thing itself to have moved. */
const UNNAMED = 10 * 3_600_000;

/** Did the first speaker still stand by the count when the second one spoke? */
function standsStill(first: Seen, second: Seen, ofFirst: readonly Standing[], ofSecond: readonly Standing[]): boolean {
  const [a, b] = [spanOf(first, ofFirst), spanOf(second, ofSecond)];
  const named = first.asOf.named || second.asOf.named || MOVED.test(near(second));
  const within = named ? Math.max(first.asOf.within, second.asOf.within) : UNNAMED;
  return a.from - within <= b.to && b.from - within <= a.to;
}

const spanOf = (one: Seen, all: readonly Standing[]): { readonly from: number; readonly to: number } =>
  all.find(({ speaker }) => speaker !== null && speaker === one.figure.speaker) ?? {
    from: one.asOf.ms,
    to: one.asOf.ms,
  };

function course(a: Seen, b: Seen): Counted["course"] {
  const both = [a.counted.course, b.counted.course];
  return both.includes("passes") ? "passes" : both.includes("grows") ? "grows" : "stands";
}

/** "Over 2,000" is said of 2,350 too; of 3,500 it was not, and of 2,350 a day later the count has moved on. */
const BEYOND = 1.4;
const BEYOND_LATER = 1.1;
const LATER = 12 * 3_600_000;

/** "At least 60", then 131: both hold, and yet the count has moved on. */
function isOutgrown(first: Seen, second: Seen, moves: Counted["course"]): boolean {
  const times = second.figure.value / first.figure.value;
  const beyond = Math.abs(second.asOf.ms - first.asOf.ms) > LATER ? BEYOND_LATER : BEYOND;
  return first.bound && moves !== "stands" && times > beyond;
}

/** A count for which an hour is named is one of that hour, whatever is counted. */
function movement(a: Seen, b: Seen): Counted["course"] {
  const own = course(a, b);
  const dated = a.asOf.counts || b.asOf.counts || (a.asOf.named && b.asOf.named);
  return own === "stands" && dated && !sameTime(a.asOf, b.asOf) ? "passes" : own;
}

function between(
  first: Seen,
  second: Seen,
  ofFirst: readonly Standing[],
  ofSecond: readonly Standing[],
): How | "conflict" | null {
  const apart = !agree(first, second);
  const speaker = first.figure.speaker ?? null;
  const sameSpeaker = speaker !== null && speaker === second.figure.speaker;
  const later = (second.figure.asOf ?? "") > (first.figure.asOf ?? "");
  const up = second.figure.value > first.figure.value;
  const moves = movement(first, second);
  // One corrects what one said oneself, not what another says.
  const own = sameSpeaker || ofFirst.some((span) => span.speaker !== null && span.speaker === second.figure.speaker);
  if (apart && later && own && CORRECTS.test(second.around.sentence)) return howOf(first, second);
  if (sameSpeaker) {
    if (sameTime(first.asOf, second.asOf) && !later) return apart ? "conflict" : null;
    if (!apart && !isOutgrown(first, second, moves)) return null;
    if (apart && first.asOf.named && second.asOf.named && sameTime(first.asOf, second.asOf)) return "conflict";
    return up ? "grew" : moves === "passes" ? "fell" : moves === "grows" ? "corrected" : "fell";
  }
  if (!apart) return !sameTime(first.asOf, second.asOf) && isOutgrown(first, second, moves) ? "grew" : null;
  if (moves === "stands" || (first.asOf.period !== null && first.asOf.period === second.asOf.period)) return "conflict";
  if (!standsStill(first, second, ofFirst, ofSecond)) {
    // One hour alone says that a count may have grown until the other was told; that it fell takes two.
    const fell = course(first, second) === "passes" || (first.asOf.named && second.asOf.named);
    if (moves === "passes" && (up || fell)) return up ? "grew" : "fell";
    if (up) return "grew";
  }
  return "conflict";
}

/** What stands right before the figure, and the figure. */
const near = ({ around, figure }: Seen): string =>
  around.start === -1 ? around.sentence : `${around.before.slice(-80)}${figure.text ?? ""}`;

/** Can both hold? A measure that is told in fewer places agrees with all that round to it. */
function agree(a: Seen, b: Seen): boolean {
  if (a.interval[0] <= b.interval[1] && b.interval[0] <= a.interval[1]) return true;
  const unit = a.counted.unit !== null || !Number.isInteger(a.figure.value) || !Number.isInteger(b.figure.value);
  if (!unit || a.figure.max !== null || b.figure.max !== null) return false;
  const [rough, fine] = stepOf(a.figure) >= stepOf(b.figure) ? [a, b] : [b, a];
  const step = stepOf(rough.figure);
  return (
    step > stepOf(fine.figure) &&
    step <= Math.abs(rough.figure.value) / 5 &&
    Math.abs(rough.figure.value - fine.figure.value) <= step / 2
  );
}

/** The place that the last digit of a figure stands for, as printed: 0.1 of 6.4, 0.1 billion of 1.7 billion. */
function stepOf({ value, text }: RivalFigure): number {
  const printed = /\p{Nd}+(?:,\p{Nd}{3})*(?:\.(\p{Nd}+))?/u.exec(text ?? "")?.[0]?.replaceAll(",", "");
  const size = Math.abs(value);
  if (size === 0) return 0;
  const mantissa = printed === undefined ? null : Number(printed);
  const scale = mantissa === null || mantissa === 0 ? 1 : size / mantissa;
  if (printed !== undefined) return scale * 10 ** -(printed.split(".")[1]?.length ?? 0);
  return size >= 1e6 ? 10 ** (Math.floor(Math.log10(size)) - 1) : size < 1 ? size / 10 : 1;
}
