import { sql, type Kysely, type Transaction } from "kysely";
import { TocsinError } from "../model/error.ts";
import { instantOf } from "../model/time.ts";
import type { Database } from "./database.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { columnTypes, type Migration } from "./migrations/migration.ts";
import type { Schema } from "./schema.ts";

/** Newest schema that this program knows. */
export const SCHEMA_VERSION: number = MIGRATIONS.length;

/**
 * Brings the database forward to `target` in one transaction; of several programs that start at once one does it and
 * the others wait. Throws DATA_NEWER_THAN_PROGRAM, and changes nothing, when the database is ahead of this program.
 */
export async function migrate(
  database: Database,
  options: { readonly target?: number; readonly migrations?: readonly Migration[] } = {},
): Promise<number> {
  const migrations = options.migrations ?? MIGRATIONS;
  const target = options.target ?? migrations.length;
  return database.bare.transaction().execute(async (db) => {
    await takeTurns(database, db);
    await db.schema
      .createTable("migrations")
      .ifNotExists()
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("applied_at", "text", (column) => column.notNull())
      .execute();
    const found = await currentVersion(db);
    if (found > migrations.length) {
      throw new TocsinError("DATA_NEWER_THAN_PROGRAM", "The database was written by a newer version of this program.", {
        fix: "Start the newer version, or restore a backup made by this one.",
        detail: { database: found, program: migrations.length },
      });
    }
    const types = columnTypes(database.kind);
    for (const { number, name, statements } of migrations.slice(found, target)) {
      for (const statement of statements(types)) await sql.raw(statement).execute(db);
      await db
        .insertInto("migrations")
        .values({ number, name, applied_at: instantOf(Date.now()) })
        .execute();
    }
    return Math.max(found, target);
  });
}

async function currentVersion(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom("migrations")
    .select((eb) => eb.fn.max("number").as("newest"))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

/** SQLite takes its turn with `begin immediate`; PostgreSQL with a lock named after program and schema. */
async function takeTurns(database: Database, db: Transaction<Schema>): Promise<void> {
  if (database.kind !== "postgres") return;
  const { schema } = database;
  await sql`select pg_advisory_xact_lock(hashtext(${`tocsin migrations ${schema ?? ""}`}))`.execute(db);
  if (schema !== null) await db.schema.createSchema(schema).ifNotExists().execute();
}
