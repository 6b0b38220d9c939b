import type { Reason } from "../model/claim.ts";
import type { ClaimCandidate } from "./claims.ts";

/** Money that was announced more than once. */
export interface Pledge {
  /** Indexes of items, ascending; of two reports at least. */
  readonly items: readonly number[];
  readonly giver: string;
  readonly sum: string;
  readonly purpose: string;
  readonly reasons: readonly Reason[];
}

/** The same sum by the same giver for the same purpose, announced more than once. */
export function pledgesOf(items: readonly ClaimCandidate[]): readonly Pledge[] {
  const sums = new Map<string, number[]>();
  items.forEach(({ figureValue, sourceName }, i) => {
    if (figureValue?.kind !== "money" || sourceName === null) return;
    const key = `${figureValue.value} ${figureValue.unit ?? ""} ${sourceName.toLowerCase()}`;
    sums.set(key, [...(sums.get(key) ?? []), i]);
  });
  return [...sums.values()]
    .filter((indexes) => new Set(indexes.map((i) => items[i]?.report)).size > 1)
    .map((indexes) => ({
      items: indexes,
      giver: items[indexes[0] as number]?.sourceName ?? "",
      sum: items[indexes[0] as number]?.figureValue?.text ?? "",
      purpose: "",
      reasons: [],
    }));
}
