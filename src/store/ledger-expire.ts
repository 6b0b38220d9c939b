import { sql, type Transaction } from "kysely";
import type { Ledger } from "../deliver/ports.ts";
import { IN_DOUBT, settle } from "../deliver/settle.ts";
import type { DispatchId, SubscriberNumber } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import type { Database } from "./database.ts";
import { STATE } from "./ledger-ranges.ts";
import { inTurn, lockedRanges } from "./ledger-turns.ts";
import { byteOf, ended, laneNumber, outcomeOf } from "./outcome-bytes.ts";
import { recipientsOf } from "./recipients.ts";
import type { DeliveryRangeRow } from "./schema-delivery.ts";
import type { Schema } from "./schema.ts";

const ROWS_PER_INSERT = 500;

type OpenRange = Pick<DeliveryRangeRow, "number" | "settled" | "started" | "size" | "attempt" | "outcomes">;

/** Ends what came too late. A range that a worker still holds ends with the next call after it lets go. */
export function createExpire(database: Database): Ledger["expire"] {
  return (now) =>
    inTurn(database, async (tx) => {
      const late = await tx
        .selectFrom("delivery_dispatches as d")
        .select(["d.number", "d.id", "d.lane"])
        .where("d.not_after", "<=", now)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom("delivery_ranges as r")
              .select("r.number")
              .whereRef("r.dispatch", "=", "d.number")
              .where(sql<boolean>`r.state > 0`),
          ),
        )
        .orderBy("d.number")
        .execute();
      const ended: DispatchId[] = [];
      for (const { number, id, lane } of late) {
        const ranges = await lockedRanges(database, tx, number)
          .select(["number", "settled", "started", "size", "attempt", "outcomes"])
          .where(sql<boolean>`state > 0`)
          .where((eb) => eb.or([eb("worker", "is", null), eb("lease_until", "<", now)]))
          .execute();
        for (const range of ranges)
          await endRange(tx, number, range, lane === laneNumber("digest") ? "merged" : "expired", now);
        if (ranges.length > 0) ended.push(id as DispatchId);
      }
      return ended;
    });
}

/** Who was being handed over to is in doubt; who waits, for the first time or again, is too late. */
async function endRange(
  tx: Transaction<Schema>,
  dispatch: number,
  range: OpenRange,
  outcome: "expired" | "merged",
  now: Instant,
): Promise<void> {
  const { recipients: bytes } = await tx
    .selectFrom("delivery_recipients")
    .select("recipients")
    .where("dispatch", "=", dispatch)
    .where("number", "=", range.number)
    .executeTakeFirstOrThrow();
  const recipients = recipientsOf(bytes);
  const outcomes = Uint8Array.from(range.outcomes);
  const doubtful = range.started - range.settled;
  outcomes.fill(byteOf("unknown"), range.settled, range.started);
  outcomes.fill(byteOf(outcome), range.started);
  const waiting: SubscriberNumber[] = [];
  for (let i = 0; i < range.settled; i += 1) {
    const byte = outcomes[i] ?? 0;
    if (outcomeOf(byte) !== "retrying") continue;
    outcomes[i] = ended(byte, outcome);
    waiting.push(recipients[i] as SubscriberNumber);
  }
  await tx
    .updateTable("delivery_ranges")
    .set({
      outcomes,
      settled: range.size,
      started: range.size,
      state: STATE.done,
      worker: null,
      // Whoever held it once changes nothing any more.
      epoch: sql`epoch + 1`,
      unknown: sql`unknown + ${doubtful}`,
      retrying: 0,
      [outcome]: sql`${sql.ref(outcome)} + ${range.size - range.started + waiting.length}`,
    })
    .where("dispatch", "=", dispatch)
    .where("number", "=", range.number)
    .execute();
  // Those of a later try have their trouble from the one before: it is over as well.
  const over = [...waiting, ...(range.attempt > 1 ? recipients.slice(range.started) : [])];
  for (let at = 0; at < over.length; at += ROWS_PER_INSERT) {
    await tx
      .deleteFrom("delivery_troubles")
      .where("dispatch", "=", dispatch)
      .where("subscriber", "in", over.slice(at, at + ROWS_PER_INSERT))
      .execute();
  }
  await noteDoubt(tx, dispatch, recipients.slice(range.settled, range.started), range.attempt, now);
}

async function noteDoubt(
  tx: Transaction<Schema>,
  dispatch: number,
  recipients: readonly SubscriberNumber[],
  attempt: number,
  now: Instant,
): Promise<void> {
  const { outcome, trouble } = settle(IN_DOUBT, attempt, now);
  if (recipients.length === 0 || trouble === null) return;
  const values = { outcome, code: trouble.code, reason: trouble.reason, at: now, attempt, again_at: null };
  await tx
    .insertInto("delivery_troubles")
    .values(recipients.map((subscriber) => ({ dispatch, subscriber, ...values })))
    .onConflict((oc) => oc.columns(["dispatch", "subscriber"]).doUpdateSet(values))
    .execute();
}
