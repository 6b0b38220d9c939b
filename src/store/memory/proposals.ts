import type { Proposal, ProposalStore } from "../../desk/ports.ts";
import { TocsinError } from "../../model/error.ts";
import type { ProposalId } from "../../model/id.ts";

/** A ProposalStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryProposalStore(): ProposalStore {
  const kept = new Map<ProposalId, Proposal>();
  return {
    async insert(proposal) {
      if (kept.has(proposal.id)) throw new TocsinError("CONFLICT", "This proposal is there already.");
      kept.set(proposal.id, proposal);
    },
    async get(id) {
      return kept.get(id) ?? null;
    },
    async list(status) {
      return [...kept.values()]
        .filter((proposal) => proposal.status === status)
        .sort((a, b) => compare(b.proposedAt, a.proposedAt) || compare(a.id, b.id));
    },
    async decide(id, status, by, at) {
      const proposal = kept.get(id);
      if (proposal?.status !== "open") return false;
      kept.set(id, { ...proposal, status, decidedBy: by, decidedAt: at });
      return true;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
