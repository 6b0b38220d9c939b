import type { Kysely } from "kysely";
import { TocsinError } from "../model/error.ts";
import type { LogStore } from "../record/ports.ts";
import type { Schema } from "./schema.ts";

/** Two bound values a row: far below both databases' limits. */
const LEAVES_PER_INSERT = 500;

/** The durable log in the database. `db` is the connection without plugins: leaves are bytes. */
export function createLogStore(db: Kysely<Schema>): LogStore {
  return {
    async size() {
      return (await db.selectFrom("log_head").select("size").executeTakeFirstOrThrow()).size;
    },
    async leaves(from, to) {
      if (to <= from) return [];
      const rows = await db
        .selectFrom("log_leaves")
        .select("leaf")
        .where("idx", ">=", from)
        .where("idx", "<", to)
        .orderBy("idx")
        .execute();
      return rows.map((row) => bytesOf(row.leaf));
    },
    async checkpoint() {
      const { checkpoint } = await db.selectFrom("log_head").select("checkpoint").executeTakeFirstOrThrow();
      return checkpoint === null ? null : bytesOf(checkpoint);
    },
    async append(expectedSize, leaves, checkpoint) {
      await db.transaction().execute(async (tx) => {
        // Compare and swap on the one row: a second writer waits here for the first, then finds another size.
        const { numUpdatedRows } = await tx
          .updateTable("log_head")
          .set({ size: expectedSize + leaves.length, checkpoint })
          .where("id", "=", 1)
          .where("size", "=", expectedSize)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) {
          throw new TocsinError("LOG_CONFLICT", "The log has grown in the meantime.", { detail: { expectedSize } });
        }
        for (let at = 0; at < leaves.length; at += LEAVES_PER_INSERT) {
          const rows = leaves
            .slice(at, at + LEAVES_PER_INSERT)
            .map((leaf, i) => ({ idx: expectedSize + at + i, leaf }));
          await tx.insertInto("log_leaves").values(rows).execute();
        }
      });
    },
  };
}

/** PostgreSQL's driver gives Buffers; the port speaks of plain bytes. */
function bytesOf(value: Uint8Array): Uint8Array {
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}
