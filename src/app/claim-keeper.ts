import type { EvidenceThread } from "./evidence-thread.ts";
import type { ClaimSuggestions } from "../evidence/claims.ts";
import { itemKeyOf, type Claim, type ClaimItem, type ClaimOutline } from "../model/claim.ts";
import { UNGRADED } from "../model/grade.ts";
import { freshId, type ClaimId, type Random } from "../model/id.ts";
import type { Store } from "../store/store.ts";

/** A claim gathers no more than this; a person can split it. */
const ITEMS_MAX = 300;

/**
 * Keeps the claims that the machine suggests, all of one turn in one transaction, and tells the index how they stand
 * now. What a person has put together grows only by that person's hand: there the additions are proposals.
 */
export async function keepClaims(
  { store, random }: { readonly store: Pick<Store, "claims">; readonly random: Random },
  thread: Pick<EvidenceThread, "know">,
  { claims, additions }: ClaimSuggestions,
): Promise<void> {
  const made = claims.map(({ title, items, outline }): Claim => ({
    id: freshId<ClaimId>("c", random),
    title,
    status: "suggested",
    grade: UNGRADED,
    items: items.slice(0, ITEMS_MAX),
    apart: [],
    proposed: [],
    mergedInto: null,
    outline,
    revision: 0,
  }));
  const grown: Claim[] = [];
  for (const { claim, items, outline } of additions) {
    const known = await store.claims.get(claim);
    if (known !== null) grown.push(...grownBy(known, items, outline));
  }
  if (made.length + grown.length === 0) return;
  const saved = await store.claims.saveAll([...made, ...grown]);
  // What somebody changed in between stands as they left it.
  const missed = grown.filter((claim) => !saved.some((one) => one.id === claim.id));
  const stored = await Promise.all(missed.map((claim) => store.claims.get(claim.id)));
  await thread.know([...saved, ...stored.filter((claim) => claim !== null)]);
}

function grownBy(claim: Claim, items: readonly ClaimItem[], outline: ClaimOutline): readonly Claim[] {
  const there = new Set([...claim.items, ...claim.proposed].map(itemKeyOf));
  const fresh = items.filter((item) => !there.has(itemKeyOf(item)));
  const room = fresh.slice(0, Math.max(0, ITEMS_MAX - claim.items.length - claim.proposed.length));
  if (room.length === 0) return [];
  if (claim.status === "suggested") return [{ ...claim, items: [...claim.items, ...room], outline }];
  return claim.status === "kept" ? [{ ...claim, proposed: [...claim.proposed, ...room] }] : [];
}
