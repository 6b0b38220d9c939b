import type { Kysely } from "kysely";
import type { SessionStore } from "../desk/ports.ts";
import type { UserId } from "../model/id.ts";
import type { Schema } from "./schema.ts";

/** Signed-in sessions in the database. A session ends at the moment `expiresAt`. */
export function createSessionStore(db: Kysely<Schema>): SessionStore {
  return {
    async insert({ tokenHash, user, createdAt, expiresAt }) {
      await db
        .insertInto("sessions")
        .values({ token_hash: tokenHash, user_id: user, created_at: createdAt, expires_at: expiresAt })
        .execute();
    },
    async find(tokenHash, now) {
      const row = await db
        .selectFrom("sessions")
        .select("user_id")
        .where("token_hash", "=", tokenHash)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      return row === undefined ? null : (row.user_id as UserId);
    },
    async remove(tokenHash) {
      await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
    },
    async removeAllOf(user) {
      await db.deleteFrom("sessions").where("user_id", "=", user).execute();
    },
    async removeExpired(now) {
      await db.deleteFrom("sessions").where("expires_at", "<=", now).execute();
    },
  };
}
