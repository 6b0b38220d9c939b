import type { Kysely } from "kysely";
import type { ActivityStore } from "../desk/ports.ts";
import type { UserId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import type { Schema } from "./schema.ts";

/** Who did what, in the database; among those of one time the last added comes first. */
export function createActivityStore(db: Kysely<Schema>): ActivityStore {
  return {
    async add({ at, by, action, about, note }) {
      await db.insertInto("activity").values({ at, by_user: by, action, about, note }).execute();
    },
    async list({ about, limit }) {
      let query = db.selectFrom("activity").selectAll().orderBy("at", "desc").orderBy("seq", "desc").limit(limit);
      if (about !== undefined) query = query.where("about", "=", about);
      return (await query.execute()).map((row) => ({
        at: row.at as Instant,
        by: row.by_user as UserId | null,
        action: row.action,
        about: row.about,
        note: row.note,
      }));
    },
  };
}
