import type { Kysely } from "kysely";
import type { IntakeFailureStore } from "../intake/ports.ts";
import type { UserId } from "../model/id.ts";
import type { Sha256 } from "../model/sha256.ts";
import type { Instant } from "../model/time.ts";
import type { Schema } from "./schema.ts";

/** Failures at intake in the database; among those of one time the last added comes first. */
export function createIntakeFailureStore(db: Kysely<Schema>): IntakeFailureStore {
  return {
    async add({ at, url, code, message, sha256, by }) {
      await db.insertInto("intake_failures").values({ at, url, code, message, sha256, by_user: by }).execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom("intake_failures")
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        at: row.at as Instant,
        url: row.url,
        code: row.code,
        message: row.message,
        sha256: row.sha256 as Sha256 | null,
        by: row.by_user as UserId | null,
      }));
    },
  };
}
