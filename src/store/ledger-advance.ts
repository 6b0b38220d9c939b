import { CompiledQuery, sql, type Transaction } from "kysely";
import type { Range } from "../deliver/dispatch.ts";
import type { Hold, Ledger } from "../deliver/ports.ts";
import { settle, type Settled } from "../deliver/settle.ts";
import { TocsinError } from "../model/error.ts";
import type { Instant } from "../model/time.ts";
import type { Database } from "./database.ts";
import { moveRetries } from "./ledger-retries.ts";
import { byteOf } from "./outcome-bytes.ts";
import type { DeliveryRangeRow, DeliveryTroubleRow } from "./schema-delivery.ts";
import type { Schema } from "./schema.ts";
import { statementFor } from "./statement.ts";

/**
 * Settles blocks and starts the next. Where all went well it is one statement, prepared, one round trip and one
 * commit; counts go up by what is new and outcomes are laid over their place, so that a bounce in between stays.
 */
export function createAdvance(database: Database): Ledger["advance"] {
  const { kind } = database;
  const laidOver =
    kind === "postgres"
      ? "overlay(outcomes placing $1 from cast(settled + 1 as integer))"
      : "cast(substr(outcomes, 1, settled) || $1 || substr(outcomes, started + 1) as blob)";
  // Right-hand sides see the row as it was: `started` there is where the block ends that is settled now.
  const update = `update delivery_ranges set
      outcomes = ${laidOver},
      settled = started,
      started = case when state = 1 and planned_size <= $4 then $3 else started end,
      worker = case when started = size or $5 = 1 or (state <> 1 and $3 > started) then null else worker end,
      state = case when started = size then 0 else state end,
      accepted = accepted + $6,
      failed = failed + $7,
      retrying = retrying + $8,
      unknown = unknown + $9,
      departed = departed + $10
    where dispatch = $11 and number = $12 and worker = $13 and epoch = $14 and settled = $15 and started = $2
    returning started, worker`;
  const step = statementFor(kind, "ledger.advance", update);
  // PostgreSQL notes troubles with the same statement: begin and commit would be round trips of their own.
  const stepWithTroubles = statementFor(
    kind,
    "ledger.advance troubles",
    `with step as (${update}), noted as (
      insert into delivery_troubles (dispatch, subscriber, outcome, code, reason, at, attempt, again_at)
      select $11, one.subscriber, one.outcome, one.code, one.reason, one.at, one.attempt, one.again_at
      from step, json_to_recordset($16) as one
        (subscriber bigint, outcome text, code text, reason text, at text, attempt bigint, again_at text)
      on conflict (dispatch, subscriber) do update set outcome = excluded.outcome, code = excluded.code,
        reason = excluded.reason, at = excluded.at, attempt = excluded.attempt, again_at = excluded.again_at
    ) select started, worker from step`,
  );
  type Stepped = Pick<DeliveryRangeRow, "started" | "worker">;

  return async (hold, results, start, now, size) => {
    const { range, dispatch } = hold;
    if (results.length !== range.started - range.settled) {
      throw new TocsinError("INPUT_INVALID", "A block is settled with as many results as it has recipients.", {
        detail: { results: results.length, recipients: range.started - range.settled },
      });
    }
    const settled = results.map((result) => settle(result, range.attempt, now));
    const late = start > 0 && dispatch.notAfter !== null && dispatch.notAfter <= now;
    const next = late ? range.started : Math.min(range.started + start, range.recipients.length);
    const parameters = stepParameters(hold, settled, next, size, late);

    let stepped: Stepped | undefined;
    const troubled = settled.some(({ trouble }) => trouble !== null);
    if (!isPlain(range, settled) || (troubled && kind === "sqlite")) {
      stepped = await database.transact(async (tx) => {
        const { rows } = await tx.executeQuery<Stepped>(CompiledQuery.raw(step.text, parameters));
        if (rows[0] !== undefined) await noteSettled(tx, hold, settled, now);
        return rows[0];
      });
    } else {
      const troubles = troublesOf(hold, settled, now);
      const rows =
        troubles.length === 0
          ? await database.run(step, parameters)
          : await database.run(stepWithTroubles, [...parameters, JSON.stringify(troubles)]);
      stepped = rows[0] as Stepped | undefined;
    }
    return stepped === undefined || stepped.worker === null ? null : { ...hold, range: after(range, settled, stepped) };
  };
}

/** Does settling these change nothing but the range's own row and troubles? */
function isPlain(range: Range, settled: readonly Settled[]): boolean {
  const ends = range.started === range.recipients.length;
  const tryAgain = (): boolean =>
    range.outcomes.includes("retrying") || settled.some(({ outcome }) => outcome === "retrying");
  return range.attempt === 1 && settled.every(({ ref }) => ref === null) && !(ends && tryAgain());
}

function stepParameters(hold: Hold, settled: readonly Settled[], next: number, size: number, late: boolean): unknown[] {
  const { range, dispatch, worker, epoch } = hold;
  const counts = { accepted: 0, failed: 0, retrying: 0, unknown: 0, left: 0 };
  const block = new Uint8Array(settled.length);
  settled.forEach(({ outcome }, i) => {
    counts[outcome] += 1;
    block[i] = byteOf(outcome);
  });
  const { accepted, failed, retrying, unknown, left } = counts;
  return [
    block,
    range.started,
    next,
    size,
    late ? 1 : 0,
    accepted,
    failed,
    retrying,
    unknown,
    left,
    dispatch.number,
    range.number,
    worker,
    epoch,
    range.settled,
  ];
}

function after(range: Range, settled: readonly Settled[], { started }: { readonly started: number }): Range {
  const outcomes = [...range.outcomes];
  settled.forEach(({ outcome }, i) => (outcomes[range.settled + i] = outcome));
  return { ...range, outcomes, settled: range.started, started };
}

function troublesOf(
  { range }: Hold,
  settled: readonly Settled[],
  now: Instant,
): Omit<DeliveryTroubleRow, "dispatch">[] {
  return settled.flatMap(({ outcome, trouble }, i) =>
    trouble === null
      ? []
      : {
          subscriber: range.recipients[range.settled + i] ?? 0,
          outcome,
          code: trouble.code,
          reason: trouble.reason,
          at: now,
          attempt: range.attempt,
          again_at: trouble.again,
        },
  );
}

/** Troubles, refs, and at the range's end those who are tried again. */
async function noteSettled(
  tx: Transaction<Schema>,
  hold: Hold,
  settled: readonly Settled[],
  now: Instant,
): Promise<void> {
  const { range, dispatch } = hold;
  const key = { dispatch: dispatch.number };
  const block = settled.map((one, i) => ({ ...one, subscriber: range.recipients[range.settled + i] ?? 0 }));
  const troubles = troublesOf(hold, settled, now).map((trouble) => ({ ...key, ...trouble }));
  if (troubles.length > 0) {
    await tx
      .insertInto("delivery_troubles")
      .values(troubles)
      .onConflict((oc) =>
        oc.columns(["dispatch", "subscriber"]).doUpdateSet((eb) => ({
          outcome: eb.ref("excluded.outcome"),
          code: eb.ref("excluded.code"),
          reason: eb.ref("excluded.reason"),
          at: eb.ref("excluded.at"),
          attempt: eb.ref("excluded.attempt"),
          again_at: eb.ref("excluded.again_at"),
        })),
      )
      .execute();
  }
  // A trouble that has passed is none.
  const well = block.filter(({ trouble }) => trouble === null).map(({ subscriber }) => subscriber);
  if (range.attempt > 1 && well.length > 0) {
    await tx
      .deleteFrom("delivery_troubles")
      .where("dispatch", "=", dispatch.number)
      .where("subscriber", "in", well)
      .execute();
  }
  const refs = block.flatMap(({ subscriber, ref }) => (ref === null ? [] : [{ ...key, subscriber, ref }]));
  if (refs.length > 0) {
    await tx
      .insertInto("delivery_refs")
      .values(refs)
      .onConflict((oc) => oc.columns(["dispatch", "subscriber"]).doUpdateSet({ ref: sql`excluded.ref` }))
      .execute();
  }
  if (range.started === range.recipients.length) await moveRetries(tx, dispatch.number, range.number, now);
}
