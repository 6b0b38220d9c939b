import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "./database.ts";
import type { Schema } from "./schema.ts";

/**
 * One transaction after the other of those that touch many ranges at once, so that no two wait for each other's rows.
 * Workers, who hold one range each, go on meanwhile.
 */
export async function inTurn<T>(database: Database, act: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return database.db.transaction().execute(async (tx) => {
    if (database.kind === "postgres") {
      await sql`select pg_advisory_xact_lock(hashtext(${`tocsin ledger ${database.schema ?? ""}`}))`.execute(tx);
    }
    return act(tx);
  });
}

/** Ranges as they are once nobody else changes them, by number; `which` says which. */
export function lockedRanges(database: Database, db: Kysely<Schema>, dispatch: number) {
  return db
    .selectFrom("delivery_ranges")
    .where("dispatch", "=", dispatch)
    .orderBy("number")
    .$if(database.kind === "postgres", (query) => query.forUpdate());
}
