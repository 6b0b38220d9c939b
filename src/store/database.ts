import { CompiledQuery, Kysely, type Transaction } from "kysely";
import { TocsinError, isTocsinError } from "../model/error.ts";
import { plainText } from "./plain-text.ts";
import { createPostgresPool, postgresDialect } from "./postgres-dialect.ts";
import type { Schema } from "./schema.ts";
import { SharedCommits } from "./shared-commits.ts";
import { NodeSqliteDialect, openSqliteFile } from "./sqlite-dialect.ts";
import type { StoreKind, StoreLocation } from "./store.ts";

/** A connection (SQLite) or pool (PostgreSQL) with what differs between the two. */
export interface Database {
  readonly kind: StoreKind;
  /** For tables of text and numbers. */
  readonly db: Kysely<Schema>;
  /** For the log: the same without the plugin that looks at every text. */
  readonly bare: Kysely<Schema>;
  /** PostgreSQL: the schema asked for. */
  readonly schema: string | null;
  /** Runs `read` on one consistent state of the whole database; others go on writing meanwhile. */
  readConsistently<T>(read: (db: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Runs one statement in a transaction of its own, prepared once on each connection; gives its rows. */
  run(statement: Statement, parameters: readonly unknown[]): Promise<readonly unknown[]>;
  /** A transaction of few statements that waits for nothing else; on SQLite it may share its commit with others. */
  transact<T>(act: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** SQL that runs so often that parsing it each time would count. */
export interface Statement {
  /** Unique; the same name is always the same text. */
  readonly name: string;
  /** With parameters as the database writes them: `$1` (PostgreSQL), `?1` (SQLite). */
  readonly text: string;
}

/** Opens the database without looking at its tables. Throws CONFIG_INVALID when it cannot be reached or is none. */
export async function connect(location: StoreLocation): Promise<Database> {
  return "sqliteFile" in location
    ? connectSqlite(location.sqliteFile)
    : connectPostgres(location.postgresUrl, location.schema ?? null);
}

function connectSqlite(file: string): Database {
  const bare = new Kysely<Schema>({ dialect: new NodeSqliteDialect(attempt(() => openSqliteFile(file))) });
  const commits = new SharedCommits(bare);
  return {
    kind: "sqlite",
    bare,
    db: bare.withPlugin(plainText),
    schema: null,
    async readConsistently(read) {
      // A connection of its own: WAL gives it the state at its first read, and it blocks nobody.
      const own = new Kysely<Schema>({ dialect: new NodeSqliteDialect(openSqliteFile(file, { readOnly: true })) });
      try {
        return await own.transaction().setAccessMode("read only").execute(read);
      } finally {
        await own.destroy();
      }
    },
    run: ({ text }, parameters) =>
      commits.run(async (tx) => (await tx.executeQuery(CompiledQuery.raw(text, [...parameters]))).rows),
    transact: (act) => commits.run(act),
    close: () => bare.destroy(),
  };

  function attempt<T>(open: () => T): T {
    try {
      return open();
    } catch (cause) {
      throw new TocsinError("CONFIG_INVALID", `The database file ${file} cannot be opened.`, {
        fix: "Check that the path is right, writable, and a database of this program.",
        cause,
      });
    }
  }
}

async function connectPostgres(postgresUrl: string, schema: string | null): Promise<Database> {
  const pool = createPostgresPool(postgresUrl, schema);
  const bare = new Kysely<Schema>({ dialect: postgresDialect(pool) });
  try {
    await bare.selectNoFrom((eb) => eb.lit(1).as("one")).execute();
  } catch (cause) {
    await bare.destroy();
    if (isTocsinError(cause)) throw cause;
    throw new TocsinError("CONFIG_INVALID", "The PostgreSQL server cannot be reached.", {
      fix: "Check that it runs and that address, user and password are right.",
      cause,
    });
  }
  return {
    kind: "postgres",
    bare,
    db: bare.withPlugin(plainText),
    schema,
    readConsistently: (read) =>
      bare.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read),
    run: async ({ name, text }, parameters) =>
      (await pool.query<Record<string, unknown>>({ name, text, values: [...parameters] })).rows,
    transact: (act) => bare.transaction().execute(act),
    close: () => bare.destroy(),
  };
}
