import type { Kysely, Transaction } from "kysely";
import type { EditionDraft, EditionDraftContent } from "../desk/draft.ts";
import type { DraftStore } from "../desk/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { DraftId, UserId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import type { DraftRevisionRow, Schema } from "./schema.ts";

/** Drafts in the database: a row for each revision, and one that names the newest. */
export function createDraftStore(db: Kysely<Schema>): DraftStore {
  const newest = () =>
    db
      .selectFrom("drafts")
      .innerJoin("draft_revisions as r", (join) =>
        join.onRef("r.draft", "=", "drafts.id").onRef("r.revision", "=", "drafts.revision"),
      )
      .selectAll("r");

  return {
    async get(id) {
      const row = await newest().where("drafts.id", "=", id).executeTakeFirst();
      return row === undefined ? null : draftOf(row);
    },
    async list(limit) {
      const rows = await newest()
        .orderBy("drafts.is_open", "desc")
        .orderBy("drafts.saved_at", "desc")
        .orderBy("drafts.id")
        .limit(limit)
        .execute();
      return rows.map(draftOf);
    },
    save: (draft) => db.transaction().execute((tx) => save(tx, draft)),
    async revisions(id) {
      const rows = await db
        .selectFrom("draft_revisions")
        .select(["revision", "saved_at", "saved_by"])
        .where("draft", "=", id)
        .orderBy("revision")
        .execute();
      return rows.map((row) => ({
        revision: row.revision,
        savedAt: row.saved_at as Instant,
        savedBy: row.saved_by as UserId,
      }));
    },
    async revision(id, revision) {
      const row = await db
        .selectFrom("draft_revisions")
        .selectAll()
        .where("draft", "=", id)
        .where("revision", "=", revision)
        .executeTakeFirst();
      return row === undefined ? null : draftOf(row);
    },
  };
}

async function save(tx: Transaction<Schema>, draft: EditionDraft): Promise<EditionDraft> {
  const saved = { ...draft, revision: draft.revision + 1 };
  const head = {
    id: draft.id,
    revision: saved.revision,
    is_open: draft.status === "open" ? 1 : 0,
    saved_at: draft.savedAt,
  } as const;
  const changed =
    draft.revision === 0
      ? (
          await tx
            .insertInto("drafts")
            .values(head)
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable("drafts")
            .set(head)
            .where("id", "=", draft.id)
            .where("revision", "=", draft.revision)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (changed !== 1n) {
    throw new TocsinError("DRAFT_STALE", "Somebody else saved this draft in the meantime.", {
      fix: "Load it again; what you wrote is kept until then.",
      detail: { draft: draft.id, sent: draft.revision },
    });
  }
  await tx.insertInto("draft_revisions").values(revisionRowOf(saved)).execute();
  return saved;
}

function revisionRowOf(draft: EditionDraft): DraftRevisionRow {
  return {
    draft: draft.id,
    revision: draft.revision,
    status: draft.status,
    edition: draft.edition,
    content_json: JSON.stringify(draft.content),
    saved_at: draft.savedAt,
    saved_by: draft.savedBy,
  };
}

function draftOf(row: DraftRevisionRow): EditionDraft {
  return {
    id: row.draft as DraftId,
    revision: row.revision,
    status: row.status as EditionDraft["status"],
    edition: row.edition,
    content: JSON.parse(row.content_json) as EditionDraftContent,
    savedAt: row.saved_at as Instant,
    savedBy: row.saved_by as UserId,
  };
}
