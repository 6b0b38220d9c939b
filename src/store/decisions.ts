import type { Kysely } from "kysely";
import type { DecisionStore, LabelledDecision } from "../evidence/ports.ts";
import type { Instant } from "../model/time.ts";
import type { Schema } from "./schema.ts";

const ROWS_PER_INSERT = 500;

/** What people decided about suggestions, in the database; only ever added to. */
export function createDecisionStore(db: Kysely<Schema>): DecisionStore {
  return {
    add: (decisions) =>
      db.transaction().execute(async (tx) => {
        const rows = decisions.map(({ example, ...one }) => ({ ...one, example_json: JSON.stringify(example) }));
        for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
          await tx
            .insertInto("decisions")
            .values(rows.slice(at, at + ROWS_PER_INSERT))
            .execute();
        }
      }),
    async list(after, limit) {
      const rows = await db
        .selectFrom("decisions")
        .selectAll()
        .orderBy("seq")
        .offset(Math.max(0, after))
        .limit(Math.max(0, limit))
        .execute();
      return rows.map((row) => ({
        at: row.at as Instant,
        kind: row.kind as LabelledDecision["kind"],
        about: row.about,
        verdict: row.verdict as LabelledDecision["verdict"],
        example: JSON.parse(row.example_json) as LabelledDecision["example"],
      }));
    },
    async count() {
      const { total } = await db
        .selectFrom("decisions")
        .select((eb) => eb.fn.countAll<number>().as("total"))
        .executeTakeFirstOrThrow();
      return total;
    },
  };
}
