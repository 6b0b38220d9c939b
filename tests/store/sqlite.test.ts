import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { sql, type CompiledQuery, type KyselyPlugin } from "kysely";
import type { ReportFilter } from "../../src/intake/ports.ts";
import type { PublisherId } from "../../src/model/id.ts";
import { connect, type Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { createLedger } from "../../src/store/ledger.ts";
import { listReports } from "../../src/store/report-list.ts";
import { createSubscriberStore } from "../../src/store/subscribers.ts";
import { accepted, added, aPlan, handOverAll, NOON, somebody } from "../deliver/people.ts";
import { aReport, at } from "../intake/contract/examples.ts";
import { openStore } from "../../src/store/open.ts";
import { temporaryDirectory } from "./places.ts";

async function withDatabase(act: (database: Database, file: string) => Promise<void>): Promise<void> {
  const { dir, remove } = await temporaryDirectory();
  const file = join(dir, "tocsin.sqlite");
  const database = await connect({ sqliteFile: file });
  await migrate(database);
  await act(database, file);
  await database.close();
  await remove();
}

test("commits reach the disk before they are acknowledged, and foreign keys hold", () =>
  withDatabase(async ({ db }, file) => {
    const read = async (pragma: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${pragma}`)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await read("journal_mode")).toBe("wal");
    expect(await read("synchronous")).toBe(2);
    expect(await read("foreign_keys")).toBe(1);
    expect(await read("busy_timeout")).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    const orphan = db.insertInto("report_search").values({ report: "r1", folded: "" }).execute();
    await expect(orphan).rejects.toThrow(/FOREIGN KEY/);
  }));

test("a transaction that fails leaves nothing, and the next one works", () =>
  withDatabase(async ({ db }) => {
    const failing = db.transaction().execute(async (tx) => {
      await tx.insertInto("activity").values({ at: "x", by_user: null, action: "a", about: "b", note: "" }).execute();
      await tx.insertInto("log_head").values({ id: 1, size: 0, checkpoint: null }).execute();
    });
    await expect(failing).rejects.toThrow(/UNIQUE/);
    expect(await db.selectFrom("activity").selectAll().execute()).toEqual([]);
    await db
      .transaction()
      .execute((tx) =>
        tx.insertInto("activity").values({ at: "x", by_user: null, action: "a", about: "b", note: "" }).execute(),
      );
    expect(await db.selectFrom("activity").selectAll().execute()).toHaveLength(1);
  }));

test("a reader waits for a transaction and never sees half of it", () =>
  withDatabase(async ({ db }) => {
    const seen: number[] = [];
    const add = (note: string) => ({ at: "x", by_user: null, action: "a", about: "b", note });
    const writing = db.transaction().execute(async (tx) => {
      await tx.insertInto("activity").values(add("1")).execute();
      await new Promise((resolve) => setImmediate(resolve));
      await tx.insertInto("activity").values(add("2")).execute();
    });
    const reading = Array.from({ length: 5 }, async () => {
      seen.push((await db.selectFrom("activity").select("seq").execute()).length);
    });
    await Promise.all([writing, ...reading]);
    expect(seen.every((rows) => rows === 0 || rows === 2)).toBe(true);
  }));

test("small transactions share a commit, and each stands or falls alone", () =>
  withDatabase(async (database, file) => {
    const add = (name: string) =>
      database.transact(async (tx) => {
        await tx
          .insertInto("delivery_counters")
          .values({ name: `${name} half`, value: 1 })
          .execute();
        await tx.insertInto("delivery_counters").values({ name, value: 1 }).execute();
        return name;
      });
    const other = new DatabaseSync(file, { readOnly: true });
    const seen: unknown[] = [];
    const done = ["a", "b", "a", "c"].map((name) =>
      add(name).finally(() =>
        seen.push(other.prepare("select count(*) as rows from delivery_counters").get()?.["rows"]),
      ),
    );
    const outcomes = await Promise.allSettled(done);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    // Whoever was told, others can see it.
    expect(seen).toEqual([6, 6, 6, 6]);
    expect(await add("d")).toBe("d");
    other.close();
  }));

test("a range is found without looking at those that are done", () =>
  withDatabase(async (database, file) => {
    const texts: string[] = [];
    const run: Database["run"] = (statement, parameters) => {
      texts.push(statement.text);
      return database.run(statement, parameters);
    };
    const ledger = createLedger({ ...database, run });
    await added(createSubscriberStore(database.db), somebody());
    await ledger.plan([aPlan("edition:1/email")], 5);
    await handOverAll(ledger, NOON, () => accepted);
    await ledger.waiting(NOON);
    const planner = new DatabaseSync(file, { readOnly: true });
    const plans = texts.flatMap((text) => planner.prepare(`explain query plan ${text}`).all());
    planner.close();
    const details = plans.map((row) => String(row["detail"]));
    expect(details.filter((plan) => /_ready/.test(plan))).not.toEqual([]);
    expect(details.filter((plan) => /_waiting/.test(plan))).not.toEqual([]);
    expect(details.filter((plan) => /^SCAN \w+$|TEMP B-TREE/.test(plan))).toEqual([]);
  }));

test("more kinds of statements than are kept prepared", () =>
  withDatabase(async ({ db }) => {
    for (let n = 0; n < 450; n += 1) {
      const { rows } = await sql<{ n: number }>`select ${sql.raw(`${n}`)} as n`.execute(db);
      expect(rows[0]?.n).toBe(n);
    }
  }));

/** Statements that `act` runs, as the planner sees them. */
async function plansOf(
  file: string,
  database: Database,
  act: (db: Database["db"]) => Promise<unknown>,
): Promise<string[]> {
  const queries: CompiledQuery[] = [];
  const spy: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      queries.push(database.bare.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await act(database.db.withPlugin(spy));
  const planner = new DatabaseSync(file, { readOnly: true });
  const plans = queries.flatMap(({ sql: text, parameters }) =>
    planner.prepare(`explain query plan ${text}`).all(...(parameters as string[])),
  );
  planner.close();
  return plans.map((row) => String(row["detail"]));
}

const filters: readonly [name: string, filter: Partial<ReportFilter>][] = [
  ["everything", {}],
  ["unread", { unread: true }],
  ["one publisher", { publisher: "gazette" as PublisherId }],
  ["a day", { since: at("2031-03-03T00:00:00Z"), until: at("2031-03-04T00:00:00Z") }],
];

test.each(filters)("the inbox needs neither a full scan of texts nor a sort: %s", async (_name, filter) => {
  const { dir, remove } = await temporaryDirectory();
  const file = join(dir, "tocsin.sqlite");
  const store = await openStore({ sqliteFile: file });
  for (let n = 1; n <= 30; n += 1) await store.reports.insert(aReport(n));
  await store.close();
  const database = await connect({ sqliteFile: file });
  const plans = await plansOf(file, database, (db) => listReports(db, { limit: 10, offset: 0, ...filter }));
  const slow = plans.filter((plan) =>
    /SCAN (v|s|report_versions|report_search|attributions|figures)\b|TEMP B-TREE FOR ORDER/.test(plan),
  );
  expect(slow).toEqual([]);
  await database.close();
  await remove();
});
