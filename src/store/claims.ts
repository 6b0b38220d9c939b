import type { Kysely, Selectable, Transaction } from "kysely";
import type { ClaimStore } from "../evidence/ports.ts";
import type { Claim, ClaimItem, ClaimOutline, ItemKey } from "../model/claim.ts";
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
    async titles() {
      const rows = await db
        .selectFrom("claims")
        .leftJoin("claim_reports", "claim_reports.claim", "claims.id")
        .select(["claims.id", "claims.title", "claims.status"])
        .select((eb) => eb.fn.count<number | string>("claim_reports.report").as("reports"))
        .groupBy(["claims.seq", "claims.id", "claims.title", "claims.status"])
        .orderBy("claims.seq")
        .execute();
      return rows.map((row) => ({
        id: row.id as ClaimId,
        title: row.title,
        status: row.status as Claim["status"],
        reports: Number(row.reports),
      }));
    },
    async get(id) {
      const row = await db.selectFrom("claims").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : claimOf(row);
    },
    async save(claim) {
      const [saved] = await this.saveTogether([claim]);
      return saved as Claim;
    },
    saveTogether: (claims) =>
      db.transaction().execute(async (tx) => {
        const saved: Claim[] = [];
        for (const claim of claims) {
          const one = await save(tx, claim);
          if (one === null) throw changedMeanwhile(claim);
          saved.push(one);
        }
        return saved;
      }),
    saveAll: (claims) =>
      db.transaction().execute(async (tx) => {
        const saved: Claim[] = [];
        for (const claim of claims) {
          const one = await save(tx, claim);
          if (one !== null) saved.push(one);
        }
        return saved;
      }),
  };
}

function changedMeanwhile(claim: Claim): TocsinError {
  return new TocsinError("CONFLICT", "Somebody else changed this claim in the meantime.", {
    fix: "Load it again and repeat the change.",
    detail: { claim: claim.id, sent: claim.revision },
  });
}

/** Null when the stored revision is another. */
async function save(tx: Transaction<Schema>, claim: Claim): Promise<Claim | null> {
  const revision = claim.revision + 1;
  const row = {
    id: claim.id,
    revision,
    status: claim.status,
    title: claim.title,
    reliability: claim.grade.reliability,
    credibility: claim.grade.credibility,
    items_json: JSON.stringify(claim.items),
    merged_into: claim.mergedInto,
    proposed_json: JSON.stringify(claim.proposed),
    outline_json: claim.outline === null ? null : JSON.stringify(claim.outline),
    apart_json: JSON.stringify(claim.apart),
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
  if (changed !== 1n) return null;
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
    items: (JSON.parse(row.items_json) as readonly StoredItem[]).map(itemOf),
    apart: JSON.parse(row.apart_json) as readonly ItemKey[],
    proposed: JSON.parse(row.proposed_json) as readonly ClaimItem[],
    mergedInto: row.merged_into as ClaimId | null,
    outline: row.outline_json === null ? null : (JSON.parse(row.outline_json) as ClaimOutline),
    revision: row.revision,
  };
}

/** Items that were stored before the machine gave reasons have none. */
type StoredItem = Omit<ClaimItem, "confidence" | "reasons"> & Partial<Pick<ClaimItem, "confidence" | "reasons">>;

function itemOf(stored: StoredItem): ClaimItem {
  return { ...stored, confidence: stored.confidence ?? null, reasons: stored.reasons ?? [] };
}
