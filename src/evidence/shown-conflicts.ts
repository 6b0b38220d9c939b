import type { ClaimCandidate } from "./claims.ts";
import { rivalFiguresOf } from "./rival-figures.ts";
import { conflictsOf, type Conflicts } from "./rivals.ts";

/**
 * Rival and updated figures of a claim, as indexes into its items. Only items that are figures take part: a page
 * prints them side by side. `labels`: per item its origin.
 */
export function shownConflictsOf(
  items: readonly ClaimCandidate[],
  labels: readonly string[],
): Pick<Conflicts, "rivals" | "updates"> {
  const figures = rivalFiguresOf(items, labels).filter(({ item }) => items[item]?.figureValue !== null);
  const { rivals, updates } = conflictsOf(figures);
  const at = (index: number): number => figures[index]?.item ?? 0;
  return {
    rivals: rivals.map((group) => [...new Set(group.map(at))]).filter((group) => group.length > 1),
    updates: updates
      .map(({ from, to, how }) => ({ from: at(from), to: at(to), how }))
      .filter(({ from, to }) => from !== to),
  };
}
