import type { Kysely } from "kysely";
import type { LinkStore } from "../desk/ports.ts";
import type { UserId } from "../model/id.ts";
import type { Schema } from "./schema.ts";

/** One-time links in the database. */
export function createLinkStore(db: Kysely<Schema>): LinkStore {
  return {
    async insert({ tokenHash, purpose, user, expiresAt }) {
      await db
        .insertInto("links")
        .values({ token_hash: tokenHash, purpose, user_id: user, expires_at: expiresAt, used: 0 })
        .execute();
    },
    async find(tokenHash, now) {
      const row = await db
        .selectFrom("links")
        .select(["purpose", "user_id"])
        .where("token_hash", "=", tokenHash)
        .where("used", "=", 0)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { purpose: row.purpose as "first-administrator" | "invitation", user: row.user_id as UserId | null };
    },
    async use(tokenHash, now) {
      const { numUpdatedRows } = await db
        .updateTable("links")
        .set({ used: 1 })
        .where("token_hash", "=", tokenHash)
        .where("used", "=", 0)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
