import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { sql, type Kysely, type Transaction } from "kysely";
import { TocsinError } from "../model/error.ts";
import type { Database } from "./database.ts";
import { DUMPED_TABLES, type DumpedTable } from "./dump-tables.ts";
import type { Schema } from "./schema.ts";
import type { DatabaseDump } from "./store.ts";

const ROWS_PER_INSERT = 200;

/**
 * Fills the empty tables of a database with a dump (format: table-dump.ts) in one transaction. Throws CONFLICT when a
 * table has rows already, INPUT_INVALID when the dump is cut off or not what it should be.
 */
export async function loadTables(database: Database, fromFile: string): Promise<DatabaseDump> {
  return database.bare.transaction().execute(async (db) => {
    await assertEmpty(db);
    // The only row that a new database has of its own.
    await db.deleteFrom("log_head").execute();
    const dump = await loadLines(db, fromFile);
    if (database.kind === "postgres") await moveCounters(db);
    return dump;
  });
}

async function assertEmpty(db: Kysely<Schema>): Promise<void> {
  for (const { name } of DUMPED_TABLES) {
    const { rows } =
      name === "log_head"
        ? await sql`select 1 from log_head where size > 0 limit 1`.execute(db)
        : await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) {
      throw new TocsinError("CONFLICT", "The database to restore into is not empty.", {
        fix: "Name a database that does not exist yet.",
        detail: { table: name },
      });
    }
  }
}

async function loadLines(db: Transaction<Schema>, fromFile: string): Promise<DatabaseDump> {
  let schemaVersion: number | null = null;
  let counted: Readonly<Record<string, unknown>> | null = null;
  let table: DumpedTable | null = null;
  let columns: readonly string[] = [];
  let rows: Record<string, unknown>[] = [];
  const tables: Record<string, number> = Object.fromEntries(DUMPED_TABLES.map(({ name }) => [name, 0]));

  const flush = async (): Promise<void> => {
    if (table !== null && rows.length > 0) await insert(db, table, rows);
    rows = [];
  };

  for await (const text of createInterface({
    input: createReadStream(fromFile),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const value = parsed(text);
    if (Array.isArray(value)) {
      if (table === null || value.length !== columns.length) throw broken();
      rows.push(Object.fromEntries(columns.map((column, i) => [column, decoded(value[i])])));
      tables[table.name] = (tables[table.name] ?? 0) + 1;
      if (rows.length >= ROWS_PER_INSERT) await flush();
      continue;
    }
    await flush();
    const header = value as Readonly<Record<string, unknown>>;
    if (typeof header["schemaVersion"] === "number") schemaVersion = header["schemaVersion"];
    else if (isObject(header["rows"])) counted = header["rows"];
    else {
      table = DUMPED_TABLES.find(({ name }) => name === header["table"]) ?? null;
      columns = namesIn(header["columns"]);
      if (table === null || columns.length === 0) throw broken();
    }
  }
  if (schemaVersion === null || counted === null) throw broken();
  const expected = counted;
  if (Object.entries(tables).some(([name, rows]) => rows !== (expected[name] ?? 0))) throw broken();
  return { schemaVersion, tables };
}

async function insert(db: Transaction<Schema>, table: DumpedTable, rows: readonly object[]): Promise<void> {
  try {
    await db.insertInto(table.name).values(rows).execute();
  } catch (error) {
    throw refusedRows(error) ? broken(error) : error;
  }
}

/** Did the database refuse the rows themselves (unknown column, missing row, wrong type), or fail? */
function refusedRows(error: unknown): boolean {
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  // SQLite: ERROR, CONSTRAINT, MISMATCH in the low byte. PostgreSQL: classes data, integrity, syntax and names.
  if (typeof errcode === "number") return [1, 19, 20].includes(errcode & 0xff);
  return typeof code === "string" && /^(22|23|42)[0-9A-Z]{3}$/.test(code);
}

/** PostgreSQL's counters do not look at the rows; without this the next insert would meet a taken number. */
async function moveCounters(db: Transaction<Schema>): Promise<void> {
  for (const { name, counter } of DUMPED_TABLES) {
    if (counter === undefined) continue;
    await sql`
      select setval(pg_get_serial_sequence(${name}, ${counter}), max(${sql.ref(counter)})) from ${sql.table(name)}
      having max(${sql.ref(counter)}) is not null`.execute(db);
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value) || Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw broken();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string" && /^[a-z0-9_]{1,63}$/.test(name))
    ? (value as string[])
    : [];
}

function decoded(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (typeof value["base64"] !== "string") throw broken();
  return new Uint8Array(Buffer.from(value["base64"], "base64"));
}

function broken(cause?: unknown): TocsinError {
  return new TocsinError("INPUT_INVALID", "The dump of the database is incomplete or was changed.", {
    fix: "Use another backup.",
    cause,
  });
}
