import type { Context } from "./context.ts";
import { officeMissing } from "./office-missing.ts";
import { canonical } from "./press.ts";
import type { EditionDraft } from "../desk/draft.ts";
import { previewEdition } from "../desk/edition.ts";
import { stamp } from "../desk/entry-draft.ts";
import type { Entry } from "../model/entry.ts";
import { evolve, type History } from "../model/history.ts";

/** The record as it would be with something published now, and the entries that this would add. */
export interface Foreseen {
  readonly history: History;
  readonly entries: readonly Entry[];
}

/** The record with this draft as an edition. Throws CONFIG_INVALID where nobody has said whose site it is. */
export async function withDraft(
  { press, store, clock }: Pick<Context, "press" | "store" | "clock">,
  draft: EditionDraft,
): Promise<Foreseen> {
  const history = press.history();
  if (history.office === null) throw officeMissing();
  const now = clock();
  const drafts = previewEdition(draft.content, history, await store.publishers.list(), now);
  const entries = canonical(stamp(drafts, history.size, now, "approver"));
  return { history: evolve(history, entries), entries };
}
