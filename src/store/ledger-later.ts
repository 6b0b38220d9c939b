import { sql, type Transaction } from "kysely";
import type { Ledger } from "../deliver/ports.ts";
import type { DispatchId, SubscriberNumber } from "../model/id.ts";
import type { Database } from "./database.ts";
import { appendRanges, RECIPIENTS_MAX, STATE, type NewRange } from "./ledger-ranges.ts";
import { inTurn, lockedRanges } from "./ledger-turns.ts";
import { byteOf, outcomeOf, triedAgain } from "./outcome-bytes.ts";
import { placeOf, recipientsOf } from "./recipients.ts";
import type { Schema } from "./schema.ts";

const NUMBERS_PER_UPDATE = 1000;

/** What people decide, and what turns out, after a range was handed over. */
export function createAfterwards(
  database: Database,
  lookAgain: () => void,
): Pick<Ledger, "pause" | "retry" | "bounce"> {
  const { db } = database;

  return {
    async pause(id, paused) {
      await inTurn(database, async (tx) => {
        const own = tx.selectFrom("delivery_dispatches").select("number").where("id", "=", id);
        // The dispatch comes last: a worker that ends a range has the range and then wants the dispatch.
        await tx
          .updateTable("delivery_ranges")
          .set({ state: paused ? STATE.paused : sql`case when not_before is null then 1 else 3 end` })
          .where("dispatch", "=", own)
          .where(sql<boolean>`state > 0`)
          .execute();
        await tx
          .updateTable("delivery_dispatches")
          .set({ paused: paused ? 1 : 0 })
          .where("id", "=", id)
          .execute();
      });
      lookAgain();
    },
    retry: (id, which, now) =>
      inTurn(database, async (tx) => {
        const dispatch = await tx
          .selectFrom("delivery_dispatches")
          .select(["number", "not_after"])
          .where("id", "=", id)
          .executeTakeFirst();
        if (dispatch === undefined || (dispatch.not_after !== null && dispatch.not_after <= now)) return 0;
        const { count, fresh, plannedSize, again } = await markForRetry(tx, dispatch.number, which, now);
        for (let at = 0; at < again.length; at += NUMBERS_PER_UPDATE) {
          await tx
            .updateTable("delivery_troubles")
            .set({ outcome: "retrying", again_at: null })
            .where("dispatch", "=", dispatch.number)
            .where("subscriber", "in", again.slice(at, at + NUMBERS_PER_UPDATE))
            .execute();
        }
        await appendRanges(tx, dispatch.number, { plannedSize, paused: false }, fresh);
        return count;
      }),
    async bounce({ dispatch: id, subscriber, code, reason, at }) {
      return db.transaction().execute(async (tx) => {
        const found = await acceptedBy(tx, id, subscriber);
        if (found === null) return false;
        const range = await lockedRanges(database, tx, found.dispatch)
          .select(["outcomes", "attempt"])
          .where("number", "=", found.number)
          .executeTakeFirstOrThrow();
        if (outcomeOf(range.outcomes[found.place] ?? 0) !== "accepted") return false;
        const outcomes = Uint8Array.from(range.outcomes);
        outcomes[found.place] = byteOf("failed");
        await tx
          .updateTable("delivery_ranges")
          .set({ outcomes, accepted: sql`accepted - 1`, failed: sql`failed + 1` })
          .where("dispatch", "=", found.dispatch)
          .where("number", "=", found.number)
          .execute();
        const trouble = { outcome: "failed", code, reason, at, attempt: range.attempt, again_at: null };
        await tx
          .insertInto("delivery_troubles")
          .values({ dispatch: found.dispatch, subscriber, ...trouble })
          .onConflict((oc) => oc.columns(["dispatch", "subscriber"]).doUpdateSet(trouble))
          .execute();
        return true;
      });
    },
  };

  /**
   * Marks them in the ranges that they are in, and says which new ranges they go to. A range that nobody holds and
   * that is not through moves its own when it is; one that a worker holds is left alone.
   */
  async function markForRetry(tx: Transaction<Schema>, dispatch: number, which: "failed" | "unknown", now: string) {
    const rows = await lockedRanges(database, tx, dispatch)
      .select(["number", "variant", "attempt", "state", "settled", "planned_size", "outcomes"])
      .where(which, ">", 0)
      .where((eb) => eb.or([eb("worker", "is", null), eb("lease_until", "<", now)]))
      .where(sql<boolean>`settled = started`)
      .execute();
    const groups = new Map<string, { variant: number; attempt: number; recipients: SubscriberNumber[] }>();
    const again: SubscriberNumber[] = [];
    for (const row of rows) {
      const recipients = await recipientsIn(tx, dispatch, row.number);
      const outcomes = Uint8Array.from(row.outcomes);
      const marked = recipients.filter((_, i) => {
        const byte = outcomes[i] ?? 0;
        if (outcomeOf(byte) !== which) return false;
        outcomes[i] = triedAgain(byte);
        return true;
      });
      await tx
        .updateTable("delivery_ranges")
        .set({
          outcomes,
          [which]: sql`${sql.ref(which)} - ${marked.length}`,
          retrying: sql`retrying + ${marked.length}`,
        })
        .where("dispatch", "=", dispatch)
        .where("number", "=", row.number)
        .execute();
      again.push(...marked);
      if (row.state !== STATE.done) continue;
      const key = `${row.variant} ${row.attempt}`;
      const group = groups.get(key) ?? { variant: row.variant, attempt: row.attempt + 1, recipients: [] };
      groups.set(key, group);
      group.recipients.push(...marked);
    }
    const plannedSize = Math.max(0, ...rows.map((row) => row.planned_size));
    return { count: again.length, again, plannedSize, fresh: [...groups.values()].flatMap(inRanges) };
  }
}

function inRanges({ recipients, ...rest }: Omit<NewRange, "notBefore" | "recipients"> & { recipients: number[] }) {
  const sorted = recipients.toSorted((a, b) => a - b);
  return Array.from({ length: Math.ceil(sorted.length / RECIPIENTS_MAX) }, (_, i): NewRange => ({
    ...rest,
    notBefore: null,
    recipients: sorted.slice(i * RECIPIENTS_MAX, (i + 1) * RECIPIENTS_MAX),
  }));
}

async function recipientsIn(tx: Transaction<Schema>, dispatch: number, number: number): Promise<SubscriberNumber[]> {
  const { recipients } = await tx
    .selectFrom("delivery_recipients")
    .select("recipients")
    .where("dispatch", "=", dispatch)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return recipientsOf(recipients);
}

/** The range in which a dispatch was accepted for a subscriber. */
async function acceptedBy(
  tx: Transaction<Schema>,
  id: DispatchId,
  subscriber: SubscriberNumber,
): Promise<{ readonly dispatch: number; readonly number: number; readonly place: number } | null> {
  const rows = await tx
    .selectFrom("delivery_recipients as p")
    .innerJoin("delivery_dispatches as d", "d.number", "p.dispatch")
    .innerJoin("delivery_ranges as r", (join) =>
      join.onRef("r.dispatch", "=", "p.dispatch").onRef("r.number", "=", "p.number"),
    )
    .select(["p.dispatch", "p.number", "p.recipients", "r.outcomes", "r.settled"])
    .where("d.id", "=", id)
    .where("p.low", "<=", subscriber)
    .where("p.high", ">=", subscriber)
    .execute();
  for (const row of rows) {
    const place = placeOf(subscriber, row.recipients);
    if (place < 0 || place >= row.settled) continue;
    if (outcomeOf(row.outcomes[place] ?? 0) === "accepted")
      return { dispatch: row.dispatch, number: row.number, place };
  }
  return null;
}
