import type { ClaimCandidate } from "./claims.ts";

/** A title for what `items` say. */
export function titleOf(items: readonly ClaimCandidate[], _rarity: (stem: number) => number): string {
  return (items[0]?.text ?? "").slice(0, 140);
}
