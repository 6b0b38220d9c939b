import { intervalOf } from "../model/figure.ts";
import type { Figure } from "../model/figure.ts";
import type { Instant } from "../model/time.ts";

/** What is needed of a figure to set it against others. */
export type RivalFigure = Pick<Figure, "value" | "max" | "qualifier" | "kind" | "unit" | "counts"> & {
  readonly asOf: Instant | null;
};

/** Words for the same count. */
const SAME: Readonly<Record<string, string>> = {
  wounded: "injured",
  hurt: "injured",
  injuries: "injured",
  dead: "killed",
  deaths: "killed",
  died: "killed",
  death: "killed",
  person: "people",
  civilian: "people",
  resident: "people",
};

/** Do two figures count the same thing in the same unit? Figures that count nothing known never do. */
export function sameCount(
  a: Pick<Figure, "kind" | "unit" | "counts">,
  b: Pick<Figure, "kind" | "unit" | "counts">,
): boolean {
  const key = keyOf(a);
  return key !== null && key === keyOf(b);
}

function keyOf({ kind, unit, counts }: Pick<Figure, "kind" | "unit" | "counts">): string | null {
  if (counts === null || kind === "date") return null;
  return `${kind} ${unit ?? ""} ${SAME[counts] ?? counts}`;
}

/**
 * Groups of indexes of figures that count the same and cannot all hold: no value lies in all their intervals. Each
 * group is in ascending order and holds every figure that contradicts another one of it.
 */
export function rivalsOf(figures: readonly RivalFigure[]): number[][] {
  const byKey = new Map<string, number[]>();
  figures.forEach((figure, i) => {
    const key = keyOf(figure);
    if (key === null) return;
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [i]);
    else list.push(i);
  });
  const groups: number[][] = [];
  for (const indexes of byKey.values()) {
    const intervals = indexes.map((i) => intervalOf(figures[i] as RivalFigure));
    // One contradicts another when it begins after the earliest end or ends before the latest beginning.
    const earliestEnd = Math.min(...intervals.map(([, end]) => end));
    const latestStart = Math.max(...intervals.map(([start]) => start));
    if (latestStart <= earliestEnd) continue;
    groups.push(
      indexes.filter((_, k) => (intervals[k]?.[0] ?? 0) > earliestEnd || (intervals[k]?.[1] ?? 0) < latestStart),
    );
  }
  return groups;
}
