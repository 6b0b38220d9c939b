import type { Claim, ItemKey } from "../model/claim.ts";
import { suggestClaims } from "./claims.ts";
import type { ClaimCandidate, ClaimSuggestions } from "./claims.ts";

/** Everything that reports say, and the claims that gather it. */
export interface ClaimIndex {
  /** How many items it holds. */
  readonly size: number;
  /** Claims as they stand in the store, new ones and changed ones. */
  know(claims: readonly Claim[]): void;
  /** Items that no longer count. */
  drop(items: readonly ItemKey[]): void;
  /** Puts items beside those that are known; the claims and additions that they cause. */
  add(items: readonly ClaimCandidate[]): ClaimSuggestions;
}

export function createClaimIndex(): ClaimIndex {
  const items = new Map<string, ClaimCandidate>();
  const claims = new Map<string, Claim>();
  return {
    get size() {
      return items.size;
    },
    know(changed) {
      for (const claim of changed) claims.set(claim.id, claim);
    },
    drop(keys) {
      for (const key of keys) items.delete(`${key.report} ${key.attribution ?? ""} ${key.figure ?? ""}`);
    },
    add(added) {
      for (const one of added) items.set(`${one.report} ${one.attribution ?? ""} ${one.figure ?? ""}`, one);
      return suggestClaims([...items.values()], [...claims.values()]);
    },
  };
}
