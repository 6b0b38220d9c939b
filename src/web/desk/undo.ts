import { sameItem, type ClaimStatus, type ItemKey } from "../../model/claim.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Actor, EvidenceService } from "../ports.ts";

/** A decision about claims, with what is needed to take it back. */
export type Undo =
  | { readonly kind: "status"; readonly claim: ClaimId; readonly was: ClaimStatus; readonly revision: number }
  | { readonly kind: "split"; readonly claim: ClaimId; readonly fresh: ClaimId }
  | { readonly kind: "merge"; readonly claim: ClaimId; readonly title: string; readonly items: readonly ItemKey[] }
  | { readonly kind: "taken" | "refused"; readonly claim: ClaimId; readonly item: ItemKey };

/** The claim to look at to see what was decided; null on the page of that very claim. */
export function placeOf(undo: Undo, here: ClaimId | null): ClaimId | null {
  const place = undo.kind === "split" ? undo.fresh : undo.claim;
  return place === here ? null : place;
}

/** Takes a decision back. Gives the claim to look at then. Throws CONFLICT when somebody changed the claim meanwhile. */
export async function takeBack(evidence: EvidenceService, actor: Actor, undo: Undo): Promise<ClaimId> {
  const { claim } = await evidence.claim(actor, undo.claim);
  switch (undo.kind) {
    case "status":
      await evidence.saveClaim(actor, { ...claim, status: undo.was, revision: undo.revision });
      break;
    case "split":
      await evidence.mergeClaims(actor, { into: undo.claim, from: undo.fresh, revision: claim.revision });
      break;
    case "merge": {
      const { title, items } = undo;
      return evidence.splitClaim(actor, undo.claim, { revision: claim.revision, title, items });
    }
    case "taken":
      await evidence.saveClaim(actor, { ...claim, items: claim.items.filter((item) => !sameItem(item, undo.item)) });
      break;
    case "refused":
      await evidence.addToClaim(actor, undo.claim, undo.item);
      break;
  }
  return undo.claim;
}
