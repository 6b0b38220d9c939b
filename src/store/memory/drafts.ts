import type { EditionDraft } from "../../desk/draft.ts";
import type { DraftStore } from "../../desk/ports.ts";
import { TocsinError } from "../../model/error.ts";
import type { DraftId } from "../../model/id.ts";

/** A DraftStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryDraftStore(): DraftStore {
  /** Revisions of each, oldest first, never empty. */
  const kept = new Map<DraftId, readonly EditionDraft[]>();
  return {
    async get(id) {
      return kept.get(id)?.at(-1) ?? null;
    },
    async list(limit) {
      return [...kept.values()]
        .flatMap((revisions) => revisions.slice(-1))
        .sort(openFirst)
        .slice(0, limit);
    },
    async save(draft) {
      const revisions = kept.get(draft.id) ?? [];
      if ((revisions.at(-1)?.revision ?? 0) !== draft.revision) {
        throw new TocsinError("DRAFT_STALE", "Somebody else saved this draft in the meantime.", {
          fix: "Load it again; what you wrote is kept until then.",
          detail: { draft: draft.id, sent: draft.revision },
        });
      }
      const saved = { ...structuredClone(draft), revision: draft.revision + 1 };
      kept.set(draft.id, [...revisions, saved]);
      return saved;
    },
    async revisions(id) {
      return (kept.get(id) ?? []).map(({ revision, savedAt, savedBy }) => ({ revision, savedAt, savedBy }));
    },
    async revision(id, revision) {
      return kept.get(id)?.find((draft) => draft.revision === revision) ?? null;
    },
  };
}

function openFirst(a: EditionDraft, b: EditionDraft): number {
  const open = Number(b.status === "open") - Number(a.status === "open");
  return open || compare(b.savedAt, a.savedAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
