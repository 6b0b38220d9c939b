import type { EditionDraft, EditionDraftContent } from "../../desk/draft.ts";
import type { DraftId } from "../../model/id.ts";

const KEPT_MAX = 100;

/**
 * The last revisions that pages were made from, so that a merge can tell who changed what. In memory: without it a
 * merge only has to ask more.
 */
export class DraftBases {
  readonly #kept = new Map<string, EditionDraftContent>();

  note(draft: EditionDraft): void {
    const name = `${draft.id} ${draft.revision}`;
    this.#kept.delete(name);
    this.#kept.set(name, draft.content);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
  }

  get(id: DraftId, revision: number): EditionDraftContent | null {
    return this.#kept.get(`${id} ${revision}`) ?? null;
  }
}
