import type { Kysely, Transaction } from "kysely";
import type { Decision, KeptReading, SuggestionStore } from "../evidence/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { ReportId } from "../model/id.ts";
import type { Schema, SuggestionRow } from "./schema.ts";
import { attributionOf, attributionRowOf, decisionColumns, figureOf, figureRowOf } from "./suggestion-row.ts";

type Table = "attributions" | "figures";

/** Nine bound values a row: below SQLite's limit of 32,766. */
const ROWS_PER_INSERT = 500;

/** What the machine found and what people said of it, in the database. */
export function createSuggestionStore(db: Kysely<Schema>): SuggestionStore {
  async function rowsOf(table: Table, report: ReportId, version: number): Promise<readonly SuggestionRow[]> {
    return db
      .selectFrom(table)
      .selectAll()
      .where("report", "=", report)
      .where("version", "=", version)
      .orderBy("position")
      .orderBy("id")
      .execute();
  }

  async function rowOf(table: Table, id: string): Promise<SuggestionRow | undefined> {
    return db.selectFrom(table).selectAll().where("id", "=", id).executeTakeFirst();
  }

  async function decide(table: Table, id: string, decision: Decision | null, fix: unknown): Promise<void> {
    const { numUpdatedRows } = await db
      .updateTable(table)
      .set(decisionColumns(decision, fix))
      .where("id", "=", id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new TocsinError("NOT_FOUND", "There is no such suggestion.", { detail: { id } });
  }

  return {
    insert: (readings) => db.transaction().execute((tx) => insert(tx, readings)),
    async reading(report, version) {
      const row = await db
        .selectFrom("suggestion_sets")
        .select("language_supported")
        .where("report", "=", report)
        .where("version", "=", version)
        .executeTakeFirst();
      return row === undefined ? null : { languageSupported: row.language_supported === 1 };
    },
    addAttribution: async (made) => insertRows(db, "attributions", [attributionRowOf(made)]),
    addFigure: async (made) => insertRows(db, "figures", [figureRowOf(made)]),
    attributions: async (report, version) => (await rowsOf("attributions", report, version)).map(attributionOf),
    async figures(report, version) {
      const found = (await rowsOf("figures", report, version)).map(figureOf);
      return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.id < b.id ? -1 : 1));
    },
    async attribution(id) {
      const row = await rowOf("attributions", id);
      return row === undefined ? null : attributionOf(row);
    },
    async figure(id) {
      const row = await rowOf("figures", id);
      return row === undefined ? null : figureOf(row);
    },
    decideAttribution: (id, decision, fix) => decide("attributions", id, decision, fix),
    decideFigure: (id, decision, fix) => decide("figures", id, decision, fix),
  };
}

async function insert(tx: Transaction<Schema>, readings: readonly KeptReading[]): Promise<void> {
  const attributions: SuggestionRow[] = [];
  const figures: SuggestionRow[] = [];
  for (const reading of readings) {
    // Whoever makes this row stores the suggestions; a second one, also at the same moment, stores nothing.
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("suggestion_sets")
      .values({
        report: reading.report,
        version: reading.reportVersion,
        language_supported: reading.languageSupported ? 1 : 0,
      })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) continue;
    attributions.push(...reading.attributions.map(attributionRowOf));
    figures.push(...reading.figures.map(figureRowOf));
  }
  await insertRows(tx, "attributions", attributions);
  await insertRows(tx, "figures", figures);
}

async function insertRows(db: Kysely<Schema>, table: Table, rows: readonly SuggestionRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
    await db
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_PER_INSERT))
      .execute();
  }
}
