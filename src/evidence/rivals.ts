import { intervalOf } from "../model/figure.ts";
import type { Figure } from "../model/figure.ts";
import type { Instant } from "../model/time.ts";
import { asOfIn } from "./as-of.ts";
import type { AsOf } from "./as-of.ts";
import { countedOf, grows, sameCounted } from "./counted.ts";
import type { Counted } from "./counted.ts";

/** What is needed of a figure to set it against others of the same claim. */
export type RivalFigure = Pick<Figure, "value" | "max" | "qualifier" | "kind" | "unit" | "counts"> & {
  /** When the report that prints it was published. */
  readonly asOf: Instant | null;
  /** As printed: tells "a quarter of" and what is counted. */
  readonly text?: string;
  /** The same label: the same origin. */
  readonly speaker?: string | null;
  readonly publisher?: string;
  /** Figures of one report never contradict each other here. */
  readonly report?: string;
  /** The sentence it stands in: as-of times, "corrected", "not 340 as we wrote". */
  readonly sentence?: string;
};

export interface Conflicts {
  /** Groups of indexes, ascending: each contradicts another one of its group. */
  readonly rivals: readonly (readonly number[])[];
  readonly pairs: readonly (readonly [number, number])[];
  readonly updates: readonly {
    readonly from: number;
    readonly to: number;
    readonly how: "grew" | "corrected" | "fell";
  }[];
}

interface Seen {
  readonly figure: RivalFigure;
  readonly interval: readonly [number, number];
  readonly counted: Counted;
  readonly asOf: AsOf;
  readonly corrects: boolean;
  /** "not 340 as we wrote": what the sentence itself takes back, or no value at all. */
  readonly idle: boolean;
}

const CORRECTS =
  /\bcorrect(?:ed|s|ion|ing)\b|\brevised?\b|\bnot [\p{L}\d,. ]{1,20}(?:,)? as (?:we|it|he|she|they|was|first|earlier|previously|this)\b|\brather than\b|\binstead of the\b|\bwithdr[ae]w\w*\b|\bregret the error\b|\berroneous|\bmistake(?:n|nly)?\b|\bwrongly\b|\bmiscount|\bnot so bad\b|\b(?:had|were|was) (?:misread|mistyped|counted twice|double[- ]counted)\b|\bearlier (?:figure|number|report|count|toll)s?\b|\b(?:lowered|cut|reduced|scaled back) (?:its|his|her|their|the)\b/iu;
const TAKEN_BACK =
  /\b(?:not|and not|rather than|instead of|no longer|down from|up from|earlier (?:reports?|figures?|tolls?) (?:of|had)|from an earlier|earlier (?:put|given) (?:at|as)|on top of (?:the)?|besides the)\s+(?:the |a |an |about |some |over |at least |around )*$/i;
const PART_OF = /\b(?:a quarter of|half|a third of|two thirds of|three quarters of|a tenth of)\s*$/i;
/** "A quarter of a million, a little more". */
const ROUND = /\b(?:a quarter|half|three quarters|a third) of (?:a|an)\b|\bhalf an?\b/i;
const LITTLE_MORE =
  /^[^.;]{0,24}\b(?:a little|a bit|slightly) (?:more|less|over|under)|^\s*(?:or so|give or take|odd)\b/i;
/** Money that is given, not counted: what one gives says nothing against what another gives. */
const GIVING =
  /\b(?:pledg\w+|donat\w+|grants?|granted|aid|fund(?:s|ing|ed)?|loans?|lend\w*|invest\w*|contribut\w+|budget\w*|set(?:ting)? aside|earmark\w*|promis\w+|provid\w+|giv(?:e|es|ing|en)|allocat\w+|package|spend\w*|made available|programme|program|unveil\w+|commit\w+)\b/i;

/**
 * Sets the figures of one claim against each other. A pair is a contradiction when both count the same at about the
 * same time and no value fits both; an update when the later is the earlier one's speaker's, says that it corrects, or
 * is the higher count of what only grows. Pure; looks at all pairs.
 */
export function conflictsOf(figures: readonly RivalFigure[]): Conflicts {
  const seen = figures.map(look);
  const pairs: [number, number][] = [];
  const updates: { from: number; to: number; how: "grew" | "corrected" | "fell" }[] = [];
  seen.forEach((a, i) => {
    for (let k = i + 1; k < seen.length; k += 1) {
      const b = seen[k] as Seen;
      if (a.idle || b.idle || sameReport(a.figure, b.figure)) continue;
      const same = sameCounted(a.counted, b.counted);
      if (same === 0 || told(seen, a, b) || told(seen, b, a) || (same === 1 && !alone(seen, i, k))) continue;
      const [from, to] = inOrder(a, b) ? [i, k] : [k, i];
      const verdict = judge(seen[from] as Seen, seen[to] as Seen);
      if (verdict === "conflict") pairs.push([i, k]);
      else if (verdict !== null) updates.push({ from, to, how: verdict });
    }
  });
  return { rivals: groupsIn(pairs), pairs, updates };
}

function look(figure: RivalFigure): Seen {
  const sentence = figure.sentence ?? "";
  const at = figure.text === undefined ? -1 : sentence.indexOf(figure.text);
  const before = at === -1 ? "" : sentence.slice(0, at);
  const after = at === -1 ? "" : sentence.slice(at + (figure.text ?? "").length);
  const loosely = ROUND.test(figure.text ?? "") || LITTLE_MORE.test(after);
  const gift = figure.kind === "money" && GIVING.test(sentence) && !/\b(?:damage|losses|cost)\b/i.test(sentence);
  return {
    figure,
    interval: intervalOf(loosely && figure.qualifier === "exactly" ? { ...figure, qualifier: "about" } : figure),
    counted: countedOf(figure),
    asOf: asOfIn(sentence, figure.asOf),
    corrects: CORRECTS.test(sentence),
    idle:
      figure.kind === "date" ||
      gift ||
      TAKEN_BACK.test(before) ||
      PART_OF.test(before) ||
      /\bothers?\b/i.test(figure.text ?? ""),
  };
}

function sameReport(a: RivalFigure, b: RivalFigure): boolean {
  if (a.report !== undefined && b.report !== undefined) return a.report === b.report;
  return a.publisher !== undefined && a.publisher === b.publisher && a.asOf !== null && a.asOf === b.asOf;
}

/** Does the report of `b` tell the figure of `a` as well? Then its other figure is of something else. */
function told(seen: readonly Seen[], a: Seen, b: Seen): boolean {
  if (a.figure.value === b.figure.value) return false;
  return seen.some(
    (one) =>
      one !== a &&
      one !== b &&
      one.figure.value === a.figure.value &&
      !one.idle &&
      sameReport(one.figure, b.figure) &&
      one.figure.sentence === b.figure.sentence,
  );
}

/** Of figures that only the sentence tells, the nearest in size is meant. */
function alone(seen: readonly Seen[], i: number, k: number): boolean {
  const ratio = (a: number, b: number): number => Math.abs(Math.log((Math.abs(a) + 1e-9) / (Math.abs(b) + 1e-9)));
  const [a, b] = [seen[i] as Seen, seen[k] as Seen];
  const own = ratio(a.figure.value, b.figure.value);
  if (own > (a.counted.people && b.counted.people ? 2.3 : 1.4)) return false;
  const nearer = (one: Seen, other: Seen): boolean =>
    seen.some(
      (rival) =>
        rival !== other &&
        !rival.idle &&
        sameReport(rival.figure, other.figure) &&
        sameCounted(one.counted, rival.counted) > 0 &&
        (sameCounted(one.counted, rival.counted) === 2 || ratio(one.figure.value, rival.figure.value) < own),
    );
  return !nearer(a, b) && !nearer(b, a);
}

/** Is `a` the earlier one? As-of times where they differ, else publication. */
function inOrder(a: Seen, b: Seen): boolean {
  if (!sameTime(a.asOf, b.asOf)) return a.asOf.ms < b.asOf.ms;
  return (a.figure.asOf ?? "") <= (b.figure.asOf ?? "");
}

/** Times that may be one: those that are named are taken at their word. */
function sameTime(a: AsOf, b: AsOf): boolean {
  return Math.abs(a.ms - b.ms) <= Math.max(a.within, b.within);
}

function judge(first: Seen, second: Seen): "conflict" | "grew" | "corrected" | "fell" | null {
  const [a, b] = [first.interval, second.interval];
  const apart = a[1] < b[0] || b[1] < a[0];
  const later = (second.figure.asOf ?? "") > (first.figure.asOf ?? "");
  const speaker = first.figure.speaker ?? null;
  const sameSpeaker = speaker !== null && speaker === second.figure.speaker;
  const samePublisher = first.figure.publisher !== undefined && first.figure.publisher === second.figure.publisher;
  const up = second.figure.value > first.figure.value;
  if (apart && second.corrects && later && (sameSpeaker || samePublisher)) return "corrected";
  if (sameSpeaker) {
    const apartInTime = !sameTime(first.asOf, second.asOf) || later;
    if (!apartInTime || first.figure.value === second.figure.value) return apart ? "conflict" : null;
    // "At least 60", then 131: both hold, and yet the count has moved on.
    const bound = first.figure.qualifier === "at-least" || first.figure.qualifier === "more-than";
    if (!apart && !(bound && up && second.figure.value > first.figure.value * 1.1)) return null;
    if (apart && first.asOf.named && second.asOf.named && sameTime(first.asOf, second.asOf)) return "conflict";
    return up ? "grew" : grows(second.counted) ? "corrected" : "fell";
  }
  if (!apart) return null;
  if (!sameTime(first.asOf, second.asOf)) {
    if (up && grows(first.counted) && grows(second.counted)) return "grew";
    if (!up && first.counted.fate === "missing") return "fell";
  }
  return "conflict";
}

function groupsIn(pairs: readonly (readonly [number, number])[]): number[][] {
  const groups: Set<number>[] = [];
  for (const [a, b] of pairs) {
    const touching = groups.filter((group) => group.has(a) || group.has(b));
    const joined = new Set([a, b, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => [...group].sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
