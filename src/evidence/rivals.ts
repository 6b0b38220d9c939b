import { intervalOf } from "../model/figure.ts";
import type { Figure, Qualifier } from "../model/figure.ts";
import type { Instant } from "../model/time.ts";
import { countedAlike, settledRoles, sourcedBy } from "./alike-figures.ts";
import { asOfIn } from "./as-of.ts";
import type { AsOf } from "./as-of.ts";
import { countedOf } from "./counted.ts";
import type { Counted } from "./counted.ts";
import { PASSING } from "./counted-words.ts";
import { isAtLeast } from "./figure-aside.ts";
import { aroundOf } from "./figure-around.ts";
import { roleOf } from "./figure-role.ts";
import { groupsOf } from "./groups.ts";
import { judge, standingOf } from "./rival-verdict.ts";
import type { How, Seen } from "./rival-verdict.ts";

/** What is needed of a figure to set it against others of the same claim. */
export type RivalFigure = Pick<Figure, "value" | "max" | "qualifier" | "kind" | "unit" | "counts"> & {
  /** When the report that prints it was published. */
  readonly asOf: Instant | null;
  /** As printed: tells "a quarter of" and what is counted. */
  readonly text?: string;
  /** Offset of the figure in its sentence, where it is known. */
  readonly at?: number;
  /** The same label: the same origin. */
  readonly speaker?: string | null;
  readonly publisher?: string;
  /** The report that prints it; without one a figure is a report of its own. */
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
    readonly how: How;
  }[];
}

/** "A quarter of a million, a little more". */
const ROUND = /\b(?:a quarter|half|three quarters|a third) of (?:a|an)\b|\bhalf an?\b/i;
const LITTLE_MORE =
  /^[^.;]{0,24}\b(?:a little|a bit|slightly) (?:more|less|over|under)|^\s*(?:or so|give or take|odd)\b/i;

/**
 * Sets the figures of one claim against each other. Those of one value that count the same are one count, however
 * often it is told; two counts of the same contradict each other where they cannot both hold at one time, and the later
 * is an update where what is counted has moved on or the earlier was taken back. Pure; looks at all pairs.
 */
export function conflictsOf(figures: readonly RivalFigure[]): Conflicts {
  const seen = settledRoles(figures.map(look));
  const { counts, alike } = countedAlike(seen);
  const pairs: [number, number][] = [];
  const updates: { from: number; to: number; how: How }[] = [];
  for (const [x, y] of alike) {
    giveSources(counts[x] ?? [], counts[y] ?? [], seen);
    giveSources(counts[y] ?? [], counts[x] ?? [], seen);
  }
  const standings = counts.map((members) => standingOf(members.map((i) => seen[i] as Seen)));
  for (const [x, y] of alike)
    for (const i of counts[x] ?? [])
      for (const k of counts[y] ?? []) {
        // A report that takes a count back sets its readers right itself.
        const [one, other] = [seen[i] as Seen, seen[k] as Seen];
        if (one.report === other.report && (one.role === "old" || other.role === "old")) continue;
        if (isRetold(one, counts[x] ?? [], other, counts[y] ?? [], seen)) continue;
        if (isRetold(other, counts[y] ?? [], one, counts[x] ?? [], seen)) continue;
        const verdict = judge(one, other, standings[x] ?? [], standings[y] ?? []);
        if (verdict === null) continue;
        if (verdict.how === "conflict") pairs.push(i < k ? [i, k] : [k, i]);
        else updates.push({ ...(verdict.forward ? { from: i, to: k } : { from: k, to: i }), how: verdict.how });
      }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { rivals: groupsIn(pairs, figures.length), pairs, updates };
}

/**
 * What is only named as taken back stands for the reports that told it, where there are any; except beside a later
 * report of what was put in its place.
 */
function isRetold(
  one: Seen,
  count: readonly number[],
  other: Seen,
  rival: readonly number[],
  seen: readonly Seen[],
): boolean {
  if (one.role !== "old" || !count.some((i) => seen[i]?.role !== "old")) return false;
  const replaced = rival.some((i) => seen[i]?.report === one.report && seen[i]?.role === "whole");
  return !replaced || (other.figure.asOf ?? "") <= (one.figure.asOf ?? "");
}

/**
 * A sentence that tells two counts of the same has them from two sources, however it was read: the one that another
 * report has from somebody else is that one's.
 */
function giveSources(count: readonly number[], rival: readonly number[], seen: Seen[]): void {
  for (const i of count) {
    const one = seen[i] as Seen;
    if (!rival.some((k) => seen[k]?.report === one.report && seen[k]?.around.sentence === one.around.sentence))
      continue;
    const source = count.find((k) => sourcedBy(one, seen[k] as Seen));
    if (source !== undefined)
      seen[i] = { ...one, figure: { ...one.figure, speaker: seen[source]?.figure.speaker ?? null } };
  }
}

const DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
};

/** A duration in days, so that a week and seven days are one. */
function inDays(figure: RivalFigure): RivalFigure {
  const days = figure.kind === "duration" ? DAYS[figure.unit ?? ""] : undefined;
  if (days === undefined) return figure;
  return { ...figure, unit: "day", value: figure.value * days, max: figure.max === null ? null : figure.max * days };
}

/** "Never sank below 310", "cannot be done in less than a month". */
const NOT = /(?:\b(?:not|never|cannot|nor|den(?:y|ies|ied)|nobody|none)|n['’]t)\b[^,;.]{0,40}$/i;
const TURNED: Partial<Readonly<Record<Qualifier, Qualifier>>> = { "less-than": "at-least", "more-than": "up-to" };
const HALF_DAY = 43_200_000;

/** "500 were ill on Thursday" holds for Thursday, though it was printed later; who was killed on Thursday still is. */
function onItsDay(asOf: AsOf, { fate }: Counted): AsOf {
  const passes = fate === "ill" || (fate !== null && PASSING.has(fate));
  if (!passes || asOf.named || asOf.day === null || asOf.ms - asOf.day < 2 * HALF_DAY) return asOf;
  return { ...asOf, ms: asOf.day + HALF_DAY, named: true, within: HALF_DAY };
}

function look(printed: RivalFigure, i: number): Seen {
  const figure = inDays(printed);
  const around = aroundOf(figure.sentence ?? "", figure.text, figure.at);
  const loosely = ROUND.test(figure.text ?? "") || LITTLE_MORE.test(around.after);
  const bound = NOT.test(around.before) ? TURNED[figure.qualifier] : undefined;
  const own =
    bound !== undefined
      ? { ...figure, qualifier: bound }
      : figure.qualifier === "exactly" && isAtLeast(around, figure.text ?? "")
        ? { ...figure, qualifier: "at-least" as const }
        : loosely && figure.qualifier === "exactly"
          ? { ...figure, qualifier: "about" as const }
          : figure;
  const counted = countedOf(figure, around);
  return {
    figure,
    report: figure.report ?? `${figure.publisher ?? i} ${figure.asOf ?? ""}`,
    interval: intervalOf(own),
    bound: own.qualifier === "at-least" || own.qualifier === "more-than",
    counted,
    asOf: onItsDay(asOfIn(around.sentence, figure.asOf), counted),
    role: roleOf(figure, around),
    around,
  };
}

function groupsIn(pairs: readonly (readonly [number, number])[], size: number): number[][] {
  const groups = groupsOf(size);
  for (const [a, b] of pairs) groups.join(a, b);
  const members = new Map<number, Set<number>>();
  for (const i of pairs.flat()) members.set(groups.rootOf(i), (members.get(groups.rootOf(i)) ?? new Set()).add(i));
  return [...members.values()]
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
