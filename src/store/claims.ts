import type { Kysely, Selectable, Transaction } from "kysely";
import type { ClaimStore } from "../evidence/ports.ts";
import type { Claim, ClaimItem } from "../model/claim.ts";
import { TocsinError } from "../model/error.ts";
import type { Credibility, Reliability } from "../model/grade.ts";
import type { ClaimId } from "../model/id.ts";
import type { ClaimRow, Schema } from "./schema.ts";

/** Claims in the database, listed in the order of making. */
export function createClaimStore(db: Kysely<Schema>): ClaimStore {
  return {
    async list({ status, report }) {
      let query = db.selectFrom("claims").selectAll().orderBy("seq");
      if (status !== undefined) query = query.where("status", "=", status);
      if (report !== undefined) {
        query = query.where("id", "in", (eb) =>
          eb.selectFrom("claim_reports").select("claim_reports.claim").where("claim_reports.report", "=", report),
        );
      }
      return (await query.execute()).map(claimOf);
    },
    async get(id) {
      const row = await db.selectFrom("claims").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : claimOf(row);
    },
    save: (claim) => db.transaction().execute((tx) => save(tx, claim)),
  };
}

async function save(tx: Transaction<Schema>, claim: Claim): Promise<Claim> {
  const revision = claim.revision + 1;
  const row = {
    id: claim.id,
    revision,
    status: claim.status,
    title: claim.title,
    reliability: claim.grade.reliability,
    credibility: claim.grade.credibility,
    items_json: JSON.stringify(claim.items),
  };
  const changed =
    claim.revision === 0
      ? (
          await tx
            .insertInto("claims")
            .values(row)
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable("claims")
            .set(row)
            .where("id", "=", claim.id)
            .where("revision", "=", claim.revision)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (changed !== 1n) {
    throw new TocsinError("CONFLICT", "Somebody else changed this claim in the meantime.", {
      fix: "Load it again and repeat the change.",
      detail: { claim: claim.id, sent: claim.revision },
    });
  }
  await tx.deleteFrom("claim_reports").where("claim", "=", claim.id).execute();
  const reports = [...new Set(claim.items.map((item) => item.report))];
  if (reports.length > 0) {
    await tx
      .insertInto("claim_reports")
      .values(reports.map((report) => ({ claim: claim.id, report })))
      .execute();
  }
  return { ...claim, revision };
}

function claimOf(row: Selectable<ClaimRow>): Claim {
  return {
    id: row.id as ClaimId,
    title: row.title,
    status: row.status as Claim["status"],
    grade: { reliability: row.reliability as Reliability, credibility: row.credibility as Credibility },
    items: JSON.parse(row.items_json) as readonly ClaimItem[],
    revision: row.revision,
  };
}
