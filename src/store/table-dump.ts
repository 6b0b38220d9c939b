import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { sql, type Kysely } from "kysely";
import type { Database } from "./database.ts";
import { DUMPED_TABLES, type DumpedTable } from "./dump-tables.ts";
import { syncDirectory } from "./durable.ts";
import type { Schema } from "./schema.ts";
import type { DatabaseDump } from "./store.ts";

/** Leaves have at most 64 KiB, so a page has at most 16 MB. */
const ROWS_PER_PAGE = 250;

/**
 * Writes all tables, as of one moment, as lines of JSON; the same format for both databases, so that a restore may also
 * move from one to the other. First line `{"dump":1,"schemaVersion":N}`; for each table a line
 * `{"table":NAME,"columns":[…]}` and then one array a row (bytes as `{"base64":…}`); last line `{"rows":{NAME:N,…}}`.
 * The file is there, complete and on disk, or not at all.
 */
export async function dumpTables(database: Database, schemaVersion: number, toFile: string): Promise<DatabaseDump> {
  const partial = `${toFile}.partial`;
  const out = createWriteStream(partial, { mode: 0o600, flush: true });
  const done = finished(out);
  // A failure to write is thrown below; until then nobody awaits it.
  done.catch(() => {});
  const line = async (value: unknown): Promise<void> => {
    if (!out.write(`${lineOf(value)}\n`)) await Promise.race([once(out, "drain"), done]);
  };
  const tables: Record<string, number> = {};
  try {
    await line({ dump: 1, schemaVersion });
    await database.readConsistently(async (db) => {
      for (const table of DUMPED_TABLES) tables[table.name] = await dumpTable(db, table, line);
    });
    await line({ rows: tables });
    out.end();
    await done;
  } catch (error) {
    out.destroy();
    await rm(partial, { force: true });
    throw error;
  }
  await rename(partial, toFile);
  await syncDirectory(dirname(toFile));
  return { schemaVersion, tables };
}

async function dumpTable(
  db: Kysely<Schema>,
  table: DumpedTable,
  line: (value: unknown) => Promise<void>,
): Promise<number> {
  let rows = 0;
  let columns: readonly string[] = [];
  let last: Readonly<Record<string, unknown>> | null = null;
  for (;;) {
    const page = await readPage(db, table, last);
    for (const row of page) {
      if (rows === 0) {
        columns = Object.keys(row);
        await line({ table: table.name, columns });
      }
      await line(columns.map((column) => encoded(row[column])));
      rows += 1;
    }
    last = page.at(-1) ?? null;
    if (page.length < ROWS_PER_PAGE || last === null) return rows;
  }
}

/** The rows behind `last` in the order of the key. */
async function readPage(
  db: Kysely<Schema>,
  { name, key }: DumpedTable,
  last: Readonly<Record<string, unknown>> | null,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const keyColumns = sql.join(key.map((column) => sql.ref(column)));
  const behind = last === null ? sql`` : sql`where (${keyColumns}) > (${sql.join(key.map((column) => last[column]))})`;
  const query = sql<Record<string, unknown>>`
    select * from ${sql.table(name)} ${behind} order by ${keyColumns} limit ${sql.lit(ROWS_PER_PAGE)}`;
  return (await query.execute(db)).rows;
}

function encoded(value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;
}

/** JSON in one line also for readers that take U+2028 and U+2029 for the end of one, as Node's own does. */
function lineOf(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (sign) => (sign === "\u2028" ? "\\u2028" : "\\u2029"));
}
