import { createClaimEdits } from "./claim-edits.ts";
import { conflictsIn, createClaimViewer } from "./claim-view.ts";
import type { Context } from "./context.ts";
import { createSuggestions, missing } from "./suggestions.ts";
import { demand } from "../desk/permission.ts";
import { originGraphOf } from "../evidence/origin-graph.ts";
import type { Claim } from "../model/claim.ts";
import type { ClaimLine, EvidenceService } from "../web/ports.ts";

/** What the desk can do with suggestions and claims. */
export function createEvidence(context: Context): EvidenceService {
  const { store } = context;
  const viewer = createClaimViewer(context);
  async function line(claim: Claim): Promise<ClaimLine> {
    const candidates = await viewer.candidates(claim.items);
    const graph = originGraphOf(candidates, { chosen: claim.items.map((item) => item.origin) });
    const times = candidates.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted();
    return {
      ...claim,
      reports: new Set(claim.items.map((item) => item.report)).size,
      origins: new Set(claim.items.filter((item) => item.stance === "says").map((item) => item.origin)).size,
      rivals: conflictsIn(candidates, graph.labels).rivals.length > 0,
      publishers: [...new Set(candidates.map(({ publisherName }) => publisherName))],
      newest: times.at(-1) ?? null,
      circular: graph.circular.length > 0,
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
