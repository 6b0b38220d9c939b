import type { Kysely, Transaction } from "kysely";
import type { ReportStore } from "../intake/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { PublisherId, ReportId } from "../model/id.ts";
import type { Report } from "../model/report.ts";
import { fold } from "./fold.ts";
import { listReports } from "./report-list.ts";
import { headRowOf, reportOf, versionRowOf } from "./report-row.ts";
import type { Schema } from "./schema.ts";

/**
 * Reports in the database. An address belongs to one report: a second report with the address of another is a CONFLICT,
 * so that two polls at once do not take the same page in twice.
 */
export function createReportStore(db: Kysely<Schema>): ReportStore {
  const newest = () =>
    db
      .selectFrom("reports")
      .innerJoin("report_versions as v", (join) =>
        join.onRef("v.report", "=", "reports.id").onRef("v.version", "=", "reports.version"),
      )
      .selectAll("v");

  return {
    async findByUrl(url) {
      const row = await newest().where("reports.url", "=", url).executeTakeFirst();
      return row === undefined ? null : reportOf(row);
    },
    async findByText(publisher, textSha256) {
      const row = await db
        .selectFrom("report_versions")
        .selectAll()
        .where("text_sha256", "=", textSha256)
        .where("publisher", "=", publisher)
        .orderBy("retrieved_at", "desc")
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : reportOf(row);
    },
    insert: (report) => db.transaction().execute((tx) => insert(tx, report)),
    async get(id, version) {
      const query =
        version === undefined
          ? newest().where("reports.id", "=", id)
          : db.selectFrom("report_versions").selectAll().where("report", "=", id).where("version", "=", version);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : reportOf(row);
    },
    async versions(id) {
      const rows = await db
        .selectFrom("report_versions")
        .selectAll()
        .where("report", "=", id)
        .orderBy("version")
        .execute();
      return rows.map(reportOf);
    },
    list: (filter) => listReports(db, filter),
    counts: () => count(db),
    async markRead(id, read) {
      await db
        .updateTable("reports")
        .set({ is_read: read ? 1 : 0 })
        .where("id", "=", id)
        .execute();
    },
    async withoutEvidence(limit) {
      const waiting = db
        .selectFrom("reports")
        .leftJoin("suggestion_sets as s", (join) =>
          join.onRef("s.report", "=", "reports.id").onRef("s.version", "=", "reports.version"),
        )
        .where("s.report", "is", null);
      const { total } = await waiting.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
      const rows = await waiting
        .select("reports.id")
        .orderBy("reports.sort_at", "desc")
        .orderBy("reports.id")
        .limit(Math.max(0, limit))
        .execute();
      return { reports: rows.map((row) => row.id as ReportId), total };
    },
  };
}

async function insert(tx: Transaction<Schema>, report: Report): Promise<void> {
  const head = headRowOf(report);
  const known = await tx.selectFrom("reports").select("id").where("url", "=", report.url).executeTakeFirst();
  if (known !== undefined && known.id !== report.id) throw conflict(report);
  // Both name the state that they expect, so of two inserts at once exactly one changes a row.
  const changed =
    report.version === 1
      ? (
          await tx
            .insertInto("reports")
            .values(head)
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable("reports")
            .set(head)
            .where("id", "=", report.id)
            .where("version", "=", report.version - 1)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (changed !== 1n) throw conflict(report);
  await tx.insertInto("report_versions").values(versionRowOf(report)).execute();
  const folded = fold(`${report.title}\n${report.text}`);
  await tx
    .insertInto("report_search")
    .values({ report: report.id, folded })
    .onConflict((oc) => oc.column("report").doUpdateSet({ folded }))
    .execute();
}

function conflict(report: Report): TocsinError {
  return new TocsinError("CONFLICT", "This report, or this version of it, is there already.", {
    detail: { report: report.id, version: report.version },
  });
}

async function count(db: Kysely<Schema>): ReturnType<ReportStore["counts"]> {
  const rows = await db
    .selectFrom("reports")
    .groupBy("publisher")
    .select((eb) => [
      "publisher",
      eb.fn.countAll<number>().as("reports"),
      eb.fn.sum<number | string>("is_read").as("read"),
    ])
    .execute();
  const names = await publisherNames(
    db,
    rows.map((row) => row.publisher),
  );
  const byPublisher = rows.map((row) => ({
    publisher: row.publisher as PublisherId,
    name: names.get(row.publisher) ?? row.publisher,
    count: row.reports,
  }));
  byPublisher.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const all = byPublisher.reduce((sum, line) => sum + line.count, 0);
  return { all, unread: all - rows.reduce((sum, row) => sum + Number(row.read), 0), byPublisher };
}

/** As the desk knows them, else as their reports print them. */
async function publisherNames(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = await db.selectFrom("publishers").select(["id", "name"]).execute();
  const names = new Map(known.map((row) => [row.id, row.name]));
  const unknown = ids.filter((id) => !names.has(id));
  if (unknown.length === 0) return names;
  const printed = await db
    .selectFrom("reports")
    .innerJoin("report_versions as v", "v.report", "reports.id")
    .where("reports.publisher", "in", unknown)
    .groupBy("reports.publisher")
    .select((eb) => ["reports.publisher", eb.fn.max("v.publisher_name").as("name")])
    .execute();
  for (const row of printed) names.set(row.publisher, row.name);
  return names;
}
