import { groupsOf } from "./groups.ts";
import { contentStems } from "./likeness.ts";
import type { Seen } from "./rival-verdict.ts";
import { SAME, sameCounted } from "./same-counted.ts";

/** Figures of one claim by what they count. */
export interface CountedAlike {
  /** Indexes of figures that tell the same count: one value of the same. */
  readonly counts: readonly (readonly number[])[];
  /** Pairs of counts, by their place in `counts`, that are of the same and differ. */
  readonly alike: readonly (readonly [number, number])[];
}

/**
 * Finds which figures count the same. Between two reports each figure goes with the one that it fits best, so that the
 * dead are set against the dead; what two reports count alike is then known of all that tell the same values.
 */
export function countedAlike(seen: readonly Seen[]): CountedAlike {
  const byReport = new Map<string, number[]>();
  seen.forEach((one, i) => {
    if (one.role === "none") return;
    byReport.set(one.report, [...(byReport.get(one.report) ?? []), i]);
  });
  const reports = [...byReport.values()].map((indexes) => ({ indexes, alone: isAlone(indexes, seen) }));
  const groups = groupsOf(seen.length);
  const matched: [number, number][] = [];
  const joined = new Set<number>();
  reports.forEach((a, x) => {
    for (const pair of replacedIn(a.indexes, seen)) matched.push(pair);
    for (const b of reports.slice(x + 1))
      for (const [i, k] of bestPairs(a.indexes, b.indexes, seen, a.alone && b.alone)) {
        if (sameValue(seen[i] as Seen, seen[k] as Seen)) {
          groups.join(i, k);
          joined.add(i).add(k);
        } else matched.push([i, k]);
      }
  });
  const counts: number[][] = [];
  const placeOf = new Map<number, number>();
  for (const i of [...byReport.values()].flat().sort((a, b) => a - b)) {
    const root = groups.rootOf(i);
    if (seen[i]?.role === "part" && !joined.has(i)) continue;
    const place = placeOf.get(root);
    if (place === undefined) {
      placeOf.set(root, counts.length);
      counts.push([i]);
    } else counts[place]?.push(i);
  }
  matched.push(...linkedThrough(matched, groups.rootOf, seen));
  const alike = new Map<string, [number, number]>();
  for (const [i, k] of matched) {
    const [x, y] = [placeOf.get(groups.rootOf(i)) ?? -1, placeOf.get(groups.rootOf(k)) ?? -1];
    if (x !== y && !toldTogether(counts[x] ?? [], counts[y] ?? [], seen))
      alike.set(x < y ? `${x} ${y}` : `${y} ${x}`, x < y ? [x, y] : [y, x]);
  }
  return { counts, alike: [...alike.values()] };
}

/** What counts the same as a third figure counts the same, where nothing tells against it. */
function linkedThrough(
  matched: readonly (readonly [number, number])[],
  countOf: (i: number) => number,
  seen: readonly Seen[],
): [number, number][] {
  const links = groupsOf(seen.length);
  seen.forEach((_, i) => links.join(i, countOf(i)));
  for (const [i, k] of matched) links.join(i, k);
  const whole = seen.flatMap(({ role }, i) => (role === "whole" ? [i] : []));
  return whole.flatMap((i) =>
    whole
      .filter((k) => {
        const [one, other] = [seen[i] as Seen, seen[k] as Seen];
        if (k <= i || links.rootOf(i) !== links.rootOf(k) || countOf(i) === countOf(k)) return false;
        return one.report !== other.report && mayBeOneTime(one, other) && scoreOf(one, other, true) > 0;
      })
      .map((k): [number, number] => [i, k]),
  );
}

const scoreOf = (a: Seen, b: Seen, alone: boolean): number =>
  sameCounted(a.counted, b.counted, [a.figure.value, b.figure.value], alone);

/** "590 of 640 colonies": does a sentence tell both as they stand, and not each by another source? */
function toldTogether(a: readonly number[], b: readonly number[], seen: readonly Seen[]): boolean {
  return a.some((i) =>
    b.some((k) => {
      const [one, other] = [seen[i] as Seen, seen[k] as Seen];
      if (one.report !== other.report || one.around.sentence !== other.around.sentence) return false;
      if (one.role !== "whole" || other.role !== "whole") return false;
      return !sourcedApart(one, a, seen) && !sourcedApart(other, b, seen);
    }),
  );
}

const sourcedApart = (one: Seen, same: readonly number[], seen: readonly Seen[]): boolean =>
  same.some((i) => sourcedBy(one, seen[i] as Seen));

/** "…, the army five": does what stands right before the figure name who tells the same in another report? */
export function sourcedBy(one: Seen, other: Seen): boolean {
  if (other.report === one.report || other.figure.speaker === one.figure.speaker) return false;
  const own = contentStems(/[^,;:—–]*$/u.exec(one.around.before)?.[0] ?? "");
  let shared = 0;
  for (const stem of own) if (other.counted.stems.has(stem)) shared += 1;
  return shared >= 2 && shared / own.size > 0.5;
}

const sameValue = (a: Seen, b: Seen): boolean =>
  a.figure.value === b.figure.value && (a.figure.max ?? a.figure.value) === (b.figure.max ?? b.figure.value);

/** Does a report tell one count only? What it takes back does not count. */
const isAlone = (indexes: readonly number[], seen: readonly Seen[]): boolean =>
  new Set(indexes.filter((i) => seen[i]?.role === "whole").map((i) => seen[i]?.figure.value)).size === 1;

interface Pair {
  readonly i: number;
  readonly k: number;
  readonly score: number;
}

/** What speaks for two figures that fit each other better than any others of their reports. */
const CLEAR = 0.5;

function pairsOf(a: readonly number[], b: readonly number[], seen: readonly Seen[], alone: boolean): Pair[] {
  const all: Pair[] = [];
  for (const i of a)
    for (const k of b) {
      const [one, other] = [seen[i] as Seen, seen[k] as Seen];
      if (!mayBeOneTime(one, other)) continue;
      // "38 of them": all of them where another report tells 38 too, else a part.
      if ((one.role === "part" || other.role === "part") && (one.role === other.role || !sameValue(one, other)))
        continue;
      const score = scoreOf(one, other, alone);
      if (score > 0) all.push({ i, k, score });
    }
  return all
    .map((pair) => {
      const rival = all.some(
        (other) =>
          other !== pair &&
          (other.i === pair.i || other.k === pair.k) &&
          other.score > pair.score - CLEAR &&
          !isTwin(other, pair, seen),
      );
      return rival ? pair : { ...pair, score: pair.score + CLEAR };
    })
    .filter(({ score }) => score >= SAME);
}

/** The same values over again. */
const isTwin = (a: Pair, b: Pair, seen: readonly Seen[]): boolean =>
  sameValue(seen[a.i] as Seen, seen[b.i] as Seen) && sameValue(seen[a.k] as Seen, seen[b.k] as Seen);

/** The pairs of figures of two reports that fit best, each figure in one pair at most. */
function bestPairs(
  a: readonly number[],
  b: readonly number[],
  seen: readonly Seen[],
  alone: boolean,
): [number, number][] {
  const all = pairsOf(a, b, seen, alone);
  // What both tell is the same; only the rest is set against each other.
  const equal = ({ i, k }: { readonly i: number; readonly k: number }): number =>
    sameValue(seen[i] as Seen, seen[k] as Seen) ? 1 : 0;
  all.sort((x, y) => equal(y) - equal(x) || y.score - x.score);
  const taken = new Map<number, number>();
  const found: [number, number][] = [];
  for (const { i, k } of all) {
    // What a report tells twice, or tells and takes back, is held against the same figure of the other.
    const free = (one: number, other: number): boolean => {
      const before = taken.get(one);
      if (before === undefined || sameValue(seen[before] as Seen, seen[other] as Seen)) return true;
      return isOld(before, seen) !== isOld(other, seen);
    };
    if (!free(i, k) || !free(k, i)) continue;
    const told = found.filter(([x, y]) => sameValue(seen[x] as Seen, seen[y] as Seen));
    if (!equal({ i, k }) && told.some(([x, y]) => isBeside(i, x, seen) || isBeside(k, y, seen))) continue;
    taken.set(i, k);
    taken.set(k, i);
    found.push([i, k]);
  }
  return found;
}

/** Is what `i` counts already told by `x` of the same report? Then `i` is of another place or part. */
function isBeside(i: number, x: number, seen: readonly Seen[]): boolean {
  const [one, other] = [seen[i] as Seen, seen[x] as Seen];
  if (i === x || one.role !== "whole" || other.role !== "whole" || sameValue(one, other)) return false;
  return scoreOf(one, other, false) >= SAME;
}

/** Fates of which every day has its own number. */
const DAILY: ReadonlySet<string> = new Set(["crossed", "present", "arrested"]);

/** Exports in March are not those in April, and who crossed on Saturday did not cross on Sunday. */
function mayBeOneTime({ asOf: a, counted: x }: Seen, { asOf: b, counted: y }: Seen): boolean {
  if (a.period !== null && b.period !== null && a.period !== b.period && kindOf(a.period) === kindOf(b.period))
    return false;
  const daily = DAILY.has(x.fate ?? "") && DAILY.has(y.fate ?? "");
  return !daily || a.day === null || b.day === null || a.day === b.day;
}

const kindOf = (period: string): string => period.slice(0, period.indexOf(" "));

const isOld = (i: number, seen: readonly Seen[]): boolean => seen[i]?.role === "old";

/** What a report takes back, with what it puts in its place. */
function replacedIn(indexes: readonly number[], seen: readonly Seen[]): [number, number][] {
  return indexes.flatMap((i): [number, number][] => {
    const other = seen[i]?.role === "old" ? placeOfOld(i, indexes, seen) : null;
    return other === null ? [] : [[i, other]];
  });
}

/** The figure of the report that stands in place of one that it takes back. */
function placeOfOld(i: number, indexes: readonly number[], seen: readonly Seen[]): number | null {
  const old = seen[i] as Seen;
  let best: { readonly k: number; readonly score: number } | null = null;
  for (const k of indexes) {
    const one = seen[k] as Seen;
    if (one.role !== "whole" && !(one.role === "earlier" && old.role === "old")) continue;
    if (k === i || sameValue(old, one)) continue;
    const score = scoreOf(old, one, true);
    if (score >= SAME && (best === null || score > best.score)) best = { k, score };
  }
  return best?.k ?? null;
}

/**
 * What was perhaps told before, or of another time, is so where its report tells another count of the same; else it is
 * what it tells. "Of 640 colonies" tells a count where other reports tell it.
 */
export function settledRoles(seen: readonly Seen[]): Seen[] {
  const byReport = new Map<string, number[]>();
  seen.forEach((one, i) => byReport.set(one.report, [...(byReport.get(one.report) ?? []), i]));
  return seen.map((one, i) => {
    if (one.role !== "earlier" && one.role !== "aside" && one.role !== "base") return one;
    if (one.role === "base") return { ...one, role: isToldElsewhere(one, seen) ? "whole" : "none" };
    const other = placeOfOld(i, byReport.get(one.report) ?? [], seen);
    return { ...one, role: other === null ? "whole" : one.role === "earlier" ? "old" : "none" };
  });
}

/** Does another report tell that value as a count of the same noun? */
const isToldElsewhere = (one: Seen, seen: readonly Seen[]): boolean =>
  one.counted.noun !== null &&
  seen.some(
    (other) =>
      other.report !== one.report &&
      other.role === "whole" &&
      other.counted.noun === one.counted.noun &&
      sameValue(one, other),
  );
