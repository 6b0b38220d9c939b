import { Kysely } from "kysely";
import { TocsinError, isTocsinError } from "../model/error.ts";
import { plainText } from "./plain-text.ts";
import { createPostgresDialect } from "./postgres-dialect.ts";
import type { Schema } from "./schema.ts";
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
  readConsistently<T>(read: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the database without looking at its tables. Throws CONFIG_INVALID when it cannot be reached or is none. */
export async function connect(location: StoreLocation): Promise<Database> {
  return "sqliteFile" in location
    ? connectSqlite(location.sqliteFile)
    : connectPostgres(location.postgresUrl, location.schema ?? null);
}

function connectSqlite(file: string): Database {
  const bare = new Kysely<Schema>({ dialect: new NodeSqliteDialect(attempt(() => openSqliteFile(file))) });
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
  const bare = new Kysely<Schema>({ dialect: createPostgresDialect(postgresUrl, schema) });
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
    close: () => bare.destroy(),
  };
}
