import type { Kysely } from "kysely";
import type { NoticeContent } from "../desk/notice.ts";
import type { Proposal, Proposed, ProposalStore } from "../desk/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { ProposalId, StatementId, UserId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import type { Instant } from "../model/time.ts";
import type { ProposalRow, Schema } from "./schema.ts";

/** Proposals in the database, listed newest first. */
export function createProposalStore(db: Kysely<Schema>): ProposalStore {
  return {
    async insert(proposal) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("proposals")
        .values(rowOf(proposal))
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw new TocsinError("CONFLICT", "This proposal is there already.");
    },
    async get(id) {
      const row = await db.selectFrom("proposals").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : proposalOf(row);
    },
    async list(status) {
      const rows = await db
        .selectFrom("proposals")
        .selectAll()
        .where("status", "=", status)
        .orderBy("proposed_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(proposalOf);
    },
    async decide(id, status, by, at) {
      const { numUpdatedRows } = await db
        .updateTable("proposals")
        .set({ status, decided_by: by, decided_at: at })
        .where("id", "=", id)
        .where("status", "=", "open")
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

function rowOf(proposal: Proposal): ProposalRow {
  const { id, kind, proposedBy, proposedAt, status, decidedBy, decidedAt } = proposal;
  return {
    id,
    kind,
    ...aboutOf(proposal),
    proposed_by: proposedBy,
    proposed_at: proposedAt,
    status,
    decided_by: decidedBy,
    decided_at: decidedAt,
  };
}

function aboutOf(proposed: Proposed): Pick<ProposalRow, "statement" | "version" | "reason_json" | "notice_json"> {
  if (proposed.kind === "notice")
    return { statement: "", version: 0, reason_json: "{}", notice_json: JSON.stringify(proposed.notice) };
  const { statement, version, reason } = proposed;
  return { statement, version, reason_json: JSON.stringify(reason), notice_json: null };
}

function proposedOf(row: ProposalRow): Proposed {
  if (row.notice_json !== null) return { kind: "notice", notice: JSON.parse(row.notice_json) as NoticeContent };
  return {
    kind: "withdrawal",
    statement: row.statement as StatementId,
    version: row.version,
    reason: JSON.parse(row.reason_json) as LocalText,
  };
}

function proposalOf(row: ProposalRow): Proposal {
  return {
    id: row.id as ProposalId,
    ...proposedOf(row),
    proposedBy: row.proposed_by as UserId,
    proposedAt: row.proposed_at as Instant,
    status: row.status as Proposal["status"],
    decidedBy: row.decided_by as UserId | null,
    decidedAt: row.decided_at as Instant | null,
  };
}
