import { existsSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
  type TransactionSettings,
} from "kysely";

const STATEMENTS_MAX = 200;
const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens (or makes, readable by its owner only) a database file the way the record needs it: a commit has reached the
 * disk before it is acknowledged, also in WAL mode (`synchronous=FULL`).
 */
export function openSqliteFile(file: string, options: { readonly readOnly?: boolean } = {}): DatabaseSync {
  const readOnly = options.readOnly ?? false;
  if (!readOnly) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Must happen before SQLite has it open: closing any descriptor of a file drops this process's locks on it.
    if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  }
  const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    if (!readOnly) database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    // Whoever erases themselves must be gone from the file too, not only from the table: what is deleted is zeroed.
    if (!readOnly) database.exec("pragma secure_delete = on");
    // The first read: a file that is no database is found here.
    database.prepare("select count(*) from sqlite_schema").get();
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Kysely's SQLite dialect over node:sqlite. Kysely gives the one connection to one user at a time, so a reader waits
 * for the transaction before it and never sees half of it.
 */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: asKyselyDatabase(database) });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new NodeSqliteDriver(this.#database);
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: asKyselyDatabase(database) });
    this.#database = database;
  }

  /** A writer takes the write lock at once: one that reads first and then writes would fail instead of waiting. */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(
      CompiledQuery.raw(settings?.accessMode === "read only" ? "begin" : "begin immediate"),
    );
  }

  /** SQLite rolls some failures back by itself; rolling back again would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

interface CachedStatement {
  readonly reader: boolean;
  readonly statement: StatementSync;
}

/** What Kysely needs of a database, with the last prepared statements kept. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const cache = new Map<string, CachedStatement>();

  function prepared(sql: string): CachedStatement {
    let found = cache.get(sql);
    if (found === undefined) {
      const statement = database.prepare(sql);
      found = { statement, reader: statement.columns().length > 0 };
      if (cache.size >= STATEMENTS_MAX) {
        const oldest = cache.keys().next();
        if (oldest.done !== true) cache.delete(oldest.value);
      }
    } else {
      cache.delete(sql);
    }
    cache.set(sql, found);
    return found;
  }

  return {
    close: () => {
      cache.clear();
      if (database.isOpen) database.close();
    },
    prepare(sql): SqliteStatement {
      const { statement, reader } = prepared(sql);
      return {
        reader,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        // Of its own: another query with the same text must not reset a running one.
        iterate: (parameters) => database.prepare(sql).iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
