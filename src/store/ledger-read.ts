import { sql, type Kysely } from "kysely";
import type { Outcome, Tally, Trouble } from "../deliver/dispatch.ts";
import type { Ledger } from "../deliver/ports.ts";
import type { DispatchId, SubscriberNumber } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import { dispatchOf, rangeOf } from "./ledger-rows.ts";
import { outcomeOf } from "./outcome-bytes.ts";
import { placeOf } from "./recipients.ts";
import type { Schema } from "./schema.ts";

const NUMBERS_PER_SELECT = 1000;
const RANGES_PER_PAGE = 100;

/** What the ledger says. */
export function createReading(
  db: Kysely<Schema>,
): Pick<
  Ledger,
  | "plannedSize"
  | "dispatch"
  | "dispatches"
  | "carrying"
  | "tally"
  | "ranges"
  | "troubles"
  | "troubleCounts"
  | "sentTo"
  | "refs"
> {
  const numberOf = (id: DispatchId) => db.selectFrom("delivery_dispatches").select("number").where("id", "=", id);

  return {
    async plannedSize() {
      const row = await db
        .selectFrom("delivery_counters")
        .select("value")
        .where("name", "=", "planned")
        .executeTakeFirst();
      return row?.value ?? 0;
    },
    async dispatch(id) {
      const all = db.selectFrom("delivery_dispatches").selectAll();
      const wanted = typeof id === "number" ? all.where("number", "=", id) : all.where("id", "=", id);
      const row = await wanted.executeTakeFirst();
      return row === undefined ? null : dispatchOf(row);
    },
    async dispatches({ entry, open, peopled, limit }) {
      let query = db.selectFrom("delivery_dispatches").selectAll().orderBy("number", "desc").limit(limit);
      if (entry !== undefined) {
        query = query.where("number", "in", (eb) =>
          eb.selectFrom("delivery_entries").select("dispatch").where("entry", "=", entry),
        );
      }
      if (peopled) query = query.where("ranges", ">", 0);
      if (open !== undefined) {
        const opened = db
          .selectFrom("delivery_ranges")
          .select("dispatch")
          .where(sql<boolean>`state > 0`);
        query = query.where("number", open ? "in" : "not in", opened);
      }
      return (await query.execute()).map(dispatchOf);
    },
    async carrying(entries) {
      if (entries.length === 0) return [];
      const rows = await db
        .selectFrom("delivery_dispatches")
        .selectAll()
        .where("number", "in", (eb) =>
          eb
            .selectFrom("delivery_entries")
            .select("dispatch")
            .where("entry", "in", [...entries]),
        )
        .orderBy("number", "desc")
        .execute();
      return rows.map(dispatchOf);
    },
    async tally(id) {
      const { rows } = await sql<Record<keyof Tally, number>>`
        select ${sum("size - started + case when state > 0 then retrying else 0 end")} as planned,
          ${sum("started - settled")} as "underWay",
          ${sum("accepted")} as accepted, ${sum("failed")} as failed, ${sum("unknown")} as unknown,
          ${sum("departed")} as "left", ${sum("expired")} as expired, ${sum("merged")} as merged
        from delivery_ranges where dispatch = (${numberOf(id)})`.execute(db);
      return { ...NOTHING, ...rows[0] };
    },
    async ranges(id) {
      const rows = await db
        .selectFrom("delivery_ranges as r")
        .innerJoin("delivery_recipients as p", (join) =>
          join.onRef("p.dispatch", "=", "r.dispatch").onRef("p.number", "=", "r.number"),
        )
        .innerJoin("delivery_variants as v", (join) =>
          join.onRef("v.dispatch", "=", "r.dispatch").onRef("v.number", "=", "r.variant"),
        )
        .select(["r.number", "r.settled", "r.started", "r.attempt", "r.not_before", "r.outcomes"])
        .select(["p.recipients", "v.value_json"])
        .where("r.dispatch", "=", numberOf(id))
        .orderBy("r.number")
        .execute();
      return rows.map((row) => rangeOf(id, row));
    },
    async troubles(id, { outcome, after, limit }) {
      let query = db
        .selectFrom("delivery_troubles")
        .selectAll()
        .where("dispatch", "=", numberOf(id))
        .where("subscriber", ">", after)
        .orderBy("subscriber")
        .limit(limit);
      if (outcome !== undefined) query = query.where("outcome", "=", outcome);
      return (await query.execute()).map((row) => ({
        dispatch: id,
        subscriber: row.subscriber as SubscriberNumber,
        outcome: row.outcome as Trouble["outcome"],
        code: row.code,
        reason: row.reason,
        at: row.at as Instant,
        attempt: row.attempt,
      }));
    },
    async troubleCounts(id) {
      const rows = await db
        .selectFrom("delivery_troubles")
        .select(["outcome", "code"])
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("dispatch", "=", numberOf(id))
        .groupBy(["outcome", "code"])
        .orderBy("count", "desc")
        .orderBy("outcome")
        .orderBy("code")
        .execute();
      return rows.map(({ outcome, code, count }) => ({ outcome: outcome as Trouble["outcome"], code, count }));
    },
    async sentTo(subscriber, limit) {
      const found = new Map<DispatchId, Outcome>();
      for (let page = 0; found.size <= limit; page += 1) {
        const rows = await rangesOver(db, subscriber, page);
        for (const row of rows) {
          const place = placeOf(subscriber, row.recipients);
          const outcome = place < 0 ? undefined : outcomeOf(row.outcomes[place] ?? 0);
          // The last range that has them says how it ended.
          if (outcome !== undefined && !found.has(row.id as DispatchId)) found.set(row.id as DispatchId, outcome);
        }
        if (rows.length < RANGES_PER_PAGE) break;
      }
      return [...found].slice(0, limit).map(([dispatch, outcome]) => ({ dispatch, outcome }));
    },
    async refs(id, subscribers) {
      const found = new Map<number, string>();
      for (let at = 0; at < subscribers.length; at += NUMBERS_PER_SELECT) {
        const rows = await db
          .selectFrom("delivery_refs")
          .select(["subscriber", "ref"])
          .where("dispatch", "=", numberOf(id))
          .where("subscriber", "in", subscribers.slice(at, at + NUMBERS_PER_SELECT))
          .execute();
        for (const row of rows) found.set(row.subscriber, row.ref);
      }
      return subscribers.map((subscriber) => found.get(subscriber) ?? null);
    },
  };
}

const NOTHING: Tally = {
  planned: 0,
  underWay: 0,
  accepted: 0,
  failed: 0,
  unknown: 0,
  left: 0,
  expired: 0,
  merged: 0,
};

/** Zero where there is no row; an integer also where the database would widen it. */
function sum(expression: string) {
  return sql<number>`cast(coalesce(sum(${sql.raw(expression)}), 0) as bigint)`;
}

/** Ranges that a subscriber may be in, the newest dispatch and its last range first. */
async function rangesOver(db: Kysely<Schema>, subscriber: SubscriberNumber, page: number) {
  return db
    .selectFrom("delivery_recipients as p")
    .innerJoin("delivery_ranges as r", (join) =>
      join.onRef("r.dispatch", "=", "p.dispatch").onRef("r.number", "=", "p.number"),
    )
    .innerJoin("delivery_dispatches as d", "d.number", "p.dispatch")
    .select(["d.id", "p.recipients", "r.outcomes"])
    .where("p.low", "<=", subscriber)
    .where("p.high", ">=", subscriber)
    .orderBy("p.dispatch", "desc")
    .orderBy("p.number", "desc")
    .limit(RANGES_PER_PAGE)
    .offset(page * RANGES_PER_PAGE)
    .execute();
}
