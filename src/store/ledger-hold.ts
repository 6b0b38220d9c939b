import { LANES } from "../deliver/dispatch.ts";
import type { Hold, Ledger } from "../deliver/ports.ts";
import { IN_DOUBT } from "../deliver/settle.ts";
import { instantOf, msOf, type Instant } from "../model/time.ts";
import type { Database, Statement } from "./database.ts";
import { dispatchOf, rangeOf, type WholeRangeRow } from "./ledger-rows.ts";
import { laneNumber, laneOf } from "./outcome-bytes.ts";
import { statementFor } from "./statement.ts";
import type { DeliveryDispatchRow, DeliveryRangeRow } from "./schema-delivery.ts";

/** Taking ranges and letting them go. */
export function createHolding(
  database: Database,
  advance: Ledger["advance"],
): Pick<Ledger, "take" | "release" | "renew" | "endHolds" | "waiting"> & { readonly lookAgain: () => void } {
  const { kind } = database;
  const skipLocked = kind === "postgres" ? "for update of r skip locked" : "";
  const prepared = (name: string, text: string): Statement => statementFor(kind, `ledger.${name}`, text);
  const free = (now: string): string => `(r.worker is null or r.lease_until < ${now})
    and d.paused = 0 and (d.not_after is null or d.not_after > ${now})`;
  const wake = prepared(
    "wake",
    `update delivery_ranges set state = 1 where (dispatch, number) in (
      select r.dispatch, r.number from delivery_ranges r where r.state = 3 and r.not_before <= $1 ${skipLocked}
    )`,
  );
  const claim = (lanes: string): Statement =>
    prepared(
      `take ${lanes}`,
      `update delivery_ranges set worker = $1, epoch = epoch + 1, lease_until = $2
      where (dispatch, number) = (
        select r.dispatch, r.number from delivery_ranges r
        join delivery_dispatches d on d.number = r.dispatch
        where r.state = 1 and r.lane in (${lanes}) and ${free("$3")}
        order by r.lane, r.dispatch, r.number limit 1 ${skipLocked}
      ) returning dispatch, number`,
    );
  const load = prepared(
    "load",
    `select r.number, r.settled, r.started, r.attempt, r.not_before, r.epoch, r.outcomes, p.recipients, v.value_json,
      d.number as dispatch_number, d.id, d.channel, d.lane, d.why, d.threads_json, d.planned_at, d.not_after, d.paused
    from delivery_ranges r
    join delivery_recipients p on p.dispatch = r.dispatch and p.number = r.number
    join delivery_variants v on v.dispatch = r.dispatch and v.number = r.variant
    join delivery_dispatches d on d.number = r.dispatch
    where r.dispatch = $1 and r.number = $2`,
  );
  const first = prepared(
    "waiting",
    `select r.lane from delivery_ranges r join delivery_dispatches d on d.number = r.dispatch
    where r.state = 1 and ${free("$1")}
    order by r.lane, r.dispatch, r.number limit 1`,
  );
  const due = prepared(
    "due",
    `select min(r.lane) as lane from delivery_ranges r join delivery_dispatches d on d.number = r.dispatch
    where r.state = 3 and r.not_before <= $1 and d.paused = 0 and (d.not_after is null or d.not_after > $1)`,
  );
  const letGo = prepared(
    "release",
    `update delivery_ranges set worker = null
    where dispatch = (select number from delivery_dispatches where id = $1) and number = $2 and worker = $3
      and epoch = $4 and settled = started`,
  );
  const extend = prepared(
    "renew",
    `update delivery_ranges set lease_until = $5
    where dispatch = (select number from delivery_dispatches where id = $1) and number = $2 and worker = $3
      and epoch = $4 and state > 0
    returning number`,
  );
  const orphan = prepared("end holds", "update delivery_ranges set lease_until = '' where worker is not null");
  /** When retries were last looked for: they are due at whole seconds, so once a second is enough. */
  let woken: Instant | null = null;

  async function takeAny(worker: string, now: Instant, until: Instant, lanes: string): Promise<Hold | null> {
    const [claimed] = (await database.run(claim(lanes), [worker, until, now])) as Pick<
      DeliveryRangeRow,
      "dispatch" | "number"
    >[];
    if (claimed === undefined) return null;
    const [row] = (await database.run(load, [claimed.dispatch, claimed.number])) as (WholeRangeRow &
      DeliveryDispatchRow & { readonly dispatch_number: number; readonly epoch: number })[];
    if (row === undefined) throw new Error("A range of the ledger lacks its recipients, variant or dispatch.");
    const dispatch = dispatchOf({ ...row, number: row.dispatch_number });
    return { range: rangeOf(dispatch.id, row), dispatch, worker, epoch: row.epoch };
  }

  return {
    async take(worker, now, { leaseSeconds, lanes }) {
      if (woken !== now) {
        await database.run(wake, [now]);
        woken = now;
      }
      const wanted = LANES.filter((lane) => lanes?.includes(lane) ?? true)
        .map(laneNumber)
        .join(", ");
      if (wanted === "") return null;
      const until = later(now, leaseSeconds);
      for (;;) {
        const hold = await takeAny(worker, now, until, wanted);
        if (hold === null) return null;
        const { settled, started } = hold.range;
        if (started === settled) return hold;
        // The one before died in the middle of a block. Should we as well, the next one does the same again.
        const doubtful = Array.from({ length: started - settled }, () => IN_DOUBT);
        const rest = await advance(hold, doubtful, 0, now, 0);
        if (rest !== null) return rest;
      }
    },
    async release({ range, dispatch, worker, epoch }) {
      await database.run(letGo, [dispatch.id, range.number, worker, epoch]);
    },
    async renew({ range, dispatch, worker, epoch }, now, leaseSeconds) {
      const key = [dispatch.id, range.number, worker, epoch];
      return (await database.run(extend, [...key, later(now, leaseSeconds)])).length === 1;
    },
    async endHolds() {
      await database.run(orphan, []);
    },
    async waiting(now) {
      const rows = [...(await database.run(first, [now])), ...(await database.run(due, [now]))];
      const lanes = (rows as { readonly lane: number | null }[]).flatMap(({ lane }) => (lane === null ? [] : [lane]));
      return lanes.length === 0 ? null : laneOf(Math.min(...lanes));
    },
    lookAgain() {
      woken = null;
    },
  };
}

function later(now: Instant, seconds: number): Instant {
  return instantOf(msOf(now) + seconds * 1000);
}
