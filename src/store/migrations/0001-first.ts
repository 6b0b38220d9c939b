import type { CreateTableBuilder, Kysely } from "kysely";
import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * Foreign keys only within what one port owns: each port can be moved to a database of its own, and what another port
 * refers to by id is checked by the stage that has both.
 */
export const first: Migration = {
  number: 1,
  name: "first",
  async up(db, columns) {
    const tables = new Tables(db as Kysely<unknown>, columns);
    await logTables(tables, db as Kysely<unknown>);
    await intakeTables(tables, db as Kysely<unknown>);
    await evidenceTables(tables, db as Kysely<unknown>);
    await deskTables(tables, db as Kysely<unknown>);
    await accessTables(tables, db as Kysely<unknown>);
  },
};

type Build = (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>;

/** Writes column lists in one line: a `?` behind a name allows NULL. */
class Tables {
  readonly #db: Kysely<unknown>;
  readonly #types: ColumnTypes;

  constructor(db: Kysely<unknown>, types: ColumnTypes) {
    this.#db = db;
    this.#types = types;
  }

  async create(name: string, columns: Readonly<Record<string, keyof ColumnTypes>>, constraints: Build): Promise<void> {
    let table = this.#db.schema.createTable(name) as unknown as CreateTableBuilder<string, string>;
    for (const [written, type] of Object.entries(columns)) {
      const column = written.replace("?", "");
      const nullable = written.endsWith("?");
      table = table.addColumn(column, this.#types[type] as never, (c) =>
        type === "counter" ? c.primaryKey() : nullable ? c : c.notNull(),
      );
    }
    await constraints(table).execute();
  }

  async index(name: string, table: string, columns: readonly string[]): Promise<void> {
    await this.#db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns] as never)
      .execute();
  }
}

const key =
  (...columns: readonly string[]): Build =>
  (table) =>
    table.addPrimaryKeyConstraint(undefined as never, [...columns] as never);

async function logTables(tables: Tables, db: Kysely<unknown>): Promise<void> {
  await tables.create("log_head", { id: "integer", size: "integer", "checkpoint?": "bytes" }, key("id"));
  await tables.create("log_leaves", { idx: "integer", leaf: "bytes" }, key("idx"));
  await (db as Kysely<{ log_head: { id: number; size: number } }>)
    .insertInto("log_head")
    .values({ id: 1, size: 0 })
    .execute();
}
