import type { Entry, EntryKind, EntryPayloads } from "../model/entry.ts";
import { entryId } from "../model/history.ts";
import type { Role } from "../model/role.ts";
import type { Instant } from "../model/time.ts";

/** What a decision wants to say to the public; `stamp` makes entries of it. */
export type EntryDraft = {
  readonly [K in EntryKind]: { readonly kind: K; readonly payload: EntryPayloads[K] };
}[EntryKind];

/** Entries for a record that has `size` entries, all at `time`, decided in `role`. */
export function stamp(
  drafts: readonly EntryDraft[],
  size: number,
  time: Instant,
  role: Role | "system",
): readonly Entry[] {
  return drafts.map(
    (draft, i) => ({ id: entryId(draft, size + i), kind: draft.kind, time, role, payload: draft.payload }) as Entry,
  );
}
