import { createClaimEdits } from "./claim-edits.ts";
import { createClaimViewer } from "./claim-view.ts";
import type { Context } from "./context.ts";
import { createSuggestions, missing } from "./suggestions.ts";
import { demand } from "../desk/permission.ts";
import { outlineOf } from "../evidence/outline.ts";
import type { Claim } from "../model/claim.ts";
import { originsOf } from "../model/evidence.ts";
import type { ClaimLine, EvidenceService } from "../web/ports.ts";

/** What the desk can do with suggestions and claims. */
export function createEvidence(context: Context): EvidenceService {
  const { store } = context;
  const viewer = createClaimViewer(context);
  async function line(claim: Claim): Promise<ClaimLine> {
    const outline =
      claim.outline ??
      outlineOf(
        await viewer.candidates(claim.items),
        claim.items.map(({ origin }) => origin),
      );
    return {
      ...claim,
      ...outline,
      reports: new Set(claim.items.map((item) => item.report)).size,
      origins: originsOf(claim.items),
    };
  }

  return {
    ...createClaimEdits(context, viewer),
    ...createSuggestions(context),

    async claims(actor, filter) {
      demand(actor.role, "desk.read");
      const claims = await store.claims.list(filter);
      return Promise.all(claims.map(line));
    },

    async claimTitles(actor) {
      demand(actor.role, "desk.read");
      return store.claims.titles();
    },

    async claim(actor, id) {
      demand(actor.role, "desk.read");
      const claim = await store.claims.get(id);
      if (!claim) throw missing("claim");
      return viewer.view(claim);
    },

    async decisions(actor, after, limit) {
      demand(actor.role, "desk.read");
      return store.decisions.list(after, limit);
    },
  };
}
