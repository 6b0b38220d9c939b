import { TocsinError } from "../../model/error.ts";
import type { DispatchId, SubscriberNumber } from "../../model/id.ts";
import type { Subscriber } from "../../model/subscriber.ts";
import { instantOf, msOf, type Instant } from "../../model/time.ts";
import { LANES, type Dispatch, type Range, type Tally, type Trouble } from "../dispatch.ts";
import type { DispatchPlan, Hold, Ledger } from "../ports.ts";
import { IN_DOUBT, settle, type Settled } from "../settle.ts";
import { recipientsFor } from "./audience.ts";
import { asRange, isOpen, rangesFor, retriesOf, type KeptRange } from "./range.ts";

/** A Ledger that forgets everything when the process ends: for tests and trials. Its reading of the port is plain. */
export function createMemoryLedger(people: { readonly all: () => readonly Subscriber[] }): Ledger {
  let dispatches: Dispatch[] = [];
  const ranges: KeptRange[] = [];
  const troubles = new Map<DispatchId, Map<SubscriberNumber, Trouble>>();
  const refs = new Map<string, string>();
  let planned = 0;

  const dispatchOf = (id: DispatchId | number): Dispatch | null =>
    dispatches.find((one) => one.id === id || one.number === id) ?? null;
  const rangesOf = (id: DispatchId): KeptRange[] => ranges.filter(({ dispatch }) => dispatch === id);
  const isFree = (range: KeptRange, now: Instant): boolean => range.worker === null || (range.leaseUntil ?? "") < now;
  const isLate = ({ notAfter }: Dispatch, now: Instant): boolean => notAfter !== null && notAfter <= now;

  function append(fresh: readonly KeptRange[]): void {
    for (const range of fresh) ranges.push({ ...range, number: rangesOf(range.dispatch).length + 1 });
  }

  function note(range: KeptRange, i: number, { outcome, trouble, ref }: Settled, now: Instant): void {
    const subscriber = range.recipients[i] as SubscriberNumber;
    range.outcomes[i] = outcome;
    const own = troubles.get(range.dispatch) ?? new Map<SubscriberNumber, Trouble>();
    troubles.set(range.dispatch, own);
    if (ref !== null) refs.set(`${range.dispatch} ${subscriber}`, ref);
    if (trouble === null || outcome === "accepted" || outcome === "left") return void own.delete(subscriber);
    const { code, reason, again } = trouble;
    own.set(subscriber, {
      dispatch: range.dispatch,
      subscriber,
      outcome,
      code,
      reason,
      at: now,
      attempt: range.attempt,
    });
    range.again.set(subscriber, again);
  }

  function settleBlock(range: KeptRange, settled: readonly Settled[], now: Instant): void {
    settled.forEach((one, i) => note(range, range.settled + i, one, now));
    range.settled = range.started;
    if (isOpen(range)) return;
    range.worker = null;
    append(retriesOf(range, now));
  }

  /** By lane, then age, then number. */
  function waitingNow(now: Instant): KeptRange[] {
    return dispatches
      .filter((dispatch) => !dispatch.paused && !isLate(dispatch, now))
      .toSorted((a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || a.number - b.number)
      .flatMap(({ id }) => rangesOf(id))
      .filter((range) => isOpen(range) && (range.notBefore ?? "") <= now && isFree(range, now));
  }

  function held({ range, worker, epoch }: Hold): KeptRange | null {
    const found = rangesOf(range.dispatch).find(({ number }) => number === range.number);
    return found?.worker === worker && found.epoch === epoch ? found : null;
  }

  function planOne({ dispatch, audience }: DispatchPlan, size: number | null): Dispatch {
    const added = { ...dispatch, number: dispatches.length + 1 };
    const chosen = new Map<SubscriberNumber, Range["variant"]>();
    for (const one of audience) {
      if (one.kind === "got-original" && size !== null) {
        for (const range of ranges) if (one.dispatches.includes(range.dispatch)) range.plannedSize = size;
      }
      for (const { number, variant } of recipientsFor(one, dispatch.channel, people.all(), dispatches, ranges)) {
        if (!chosen.has(number)) chosen.set(number, variant);
      }
    }
    dispatches = [...dispatches, added];
    for (const group of Map.groupBy(chosen, ([, variant]) => JSON.stringify(variant)).values()) {
      const [, variant] = group[0] as (typeof group)[0];
      const numbers = group.map(([number]) => number);
      append(rangesFor(added, variant, numbers, { attempt: 1, notBefore: null, plannedSize: planned }));
    }
    return added;
  }

  return {
    async plan(plans, size) {
      const before = { dispatches, ranges: [...ranges], planned };
      try {
        planned = Math.max(planned, size ?? 0);
        return plans.flatMap((plan) => (dispatchOf(plan.dispatch.id) === null ? [planOne(plan, size)] : []));
      } catch (error) {
        ({ dispatches, planned } = before);
        ranges.splice(0, ranges.length, ...before.ranges);
        throw error;
      }
    },
    async plannedSize() {
      return planned;
    },
    async dispatch(id) {
      return dispatchOf(id);
    },
    async dispatches({ entry, open, peopled, limit }) {
      return dispatches
        .filter(({ id }) => open === undefined || rangesOf(id).some(isOpen) === open)
        .filter(({ id }) => peopled === undefined || rangesOf(id).length > 0)
        .filter(({ id }) => entry === undefined || rangesOf(id).some(({ variant }) => variant.entries.includes(entry)))
        .toReversed()
        .slice(0, limit);
    },
    async carrying(entries) {
      const carries = ({ variant }: KeptRange): boolean => variant.entries.some((one) => entries.includes(one));
      return dispatches.filter(({ id }) => rangesOf(id).some(carries)).toReversed();
    },
    async tally(id) {
      const tally: { -readonly [K in keyof Tally]: Tally[K] } = { ...NOTHING };
      for (const range of rangesOf(id)) {
        tally.underWay += range.started - range.settled;
        range.outcomes.forEach((outcome, i) => {
          if (i >= range.settled && i < range.started) return;
          // Who is tried again waits in this range until it is through, and then in another.
          if (outcome !== "retrying") tally[outcome] += 1;
          else if (isOpen(range)) tally.planned += 1;
        });
      }
      return tally;
    },
    async reachable(channel, audience) {
      const found = audience.map((one) => recipientsFor(one, channel, people.all(), dispatches, ranges));
      const upTo = (end: number): number =>
        new Set(found.slice(0, end).flatMap((some) => some.map(({ number }) => number))).size;
      return found.map((_, i) => upTo(i + 1) - upTo(i));
    },
    async ranges(id) {
      return rangesOf(id).map(asRange);
    },
    async take(worker, now, { leaseSeconds, lanes }) {
      for (;;) {
        const laneOf = (id: DispatchId): Dispatch["lane"] => (dispatchOf(id) as Dispatch).lane;
        const range = waitingNow(now).find(({ dispatch }) => lanes === undefined || lanes.includes(laneOf(dispatch)));
        if (range === undefined) return null;
        range.worker = worker;
        range.epoch += 1;
        range.leaseUntil = later(now, leaseSeconds);
        const doubtful = range.outcomes.slice(range.settled, range.started);
        const hold = { dispatch: dispatchOf(range.dispatch) as Dispatch, worker, epoch: range.epoch };
        if (doubtful.length > 0) {
          settleBlock(
            range,
            doubtful.map(() => settle(IN_DOUBT, range.attempt, now)),
            now,
          );
        }
        if (isOpen(range)) return { range: asRange(range), ...hold };
      }
    },
    async advance(hold, results, start, now, size) {
      if (results.length !== hold.range.started - hold.range.settled) {
        throw new TocsinError("INPUT_INVALID", "A block is settled with as many results as it has recipients.");
      }
      const range = held(hold);
      if (range?.settled !== hold.range.settled || range.started !== hold.range.started) return null;
      const dispatch = dispatchOf(range.dispatch) as Dispatch;
      settleBlock(
        range,
        results.map((result) => settle(result, range.attempt, now)),
        now,
      );
      if (!isOpen(range)) return null;
      if (start > 0 && (dispatch.paused || isLate(dispatch, now))) {
        range.worker = null;
        return null;
      }
      if (range.plannedSize <= size) range.started = Math.min(range.settled + start, range.recipients.length);
      return { ...hold, range: asRange(range) };
    },
    async release(hold) {
      const range = held(hold);
      if (range?.settled === range?.started && range !== null) range.worker = null;
    },
    async renew(hold, now, leaseSeconds) {
      const range = held(hold);
      if (range === null) return false;
      range.leaseUntil = later(now, leaseSeconds);
      return true;
    },
    async endHolds() {
      for (const range of ranges) range.leaseUntil = null;
    },
    async waiting(now) {
      const [first] = waitingNow(now);
      return first === undefined ? null : (dispatchOf(first.dispatch)?.lane ?? null);
    },
    async pause(id, paused) {
      dispatches = dispatches.map((one) => (one.id === id ? { ...one, paused } : one));
    },
    async retry(id, which, now) {
      const dispatch = dispatchOf(id);
      if (dispatch === null || isLate(dispatch, now)) return 0;
      let count = 0;
      for (const range of rangesOf(id).filter((one) => isFree(one, now) && one.settled === one.started)) {
        const again = range.recipients.filter((subscriber, i) => {
          if (range.outcomes[i] !== which) return false;
          if (which === "unknown") range.maybeEarlier.add(i);
          range.outcomes[i] = "retrying";
          range.again.set(subscriber, null);
          const trouble = troubles.get(id)?.get(subscriber);
          if (trouble !== undefined) troubles.get(id)?.set(subscriber, { ...trouble, outcome: "retrying" });
          return true;
        });
        count += again.length;
        if (isOpen(range)) continue;
        const rest = { attempt: range.attempt + 1, notBefore: null, plannedSize: range.plannedSize };
        append(rangesFor(dispatch, range.variant, again, rest));
      }
      return count;
    },
    async expire(now) {
      const late = dispatches.filter((dispatch) => isLate(dispatch, now));
      return late.flatMap((dispatch) => {
        const open = rangesOf(dispatch.id).filter((range) => isOpen(range) && isFree(range, now));
        for (const range of open) endRange(range, dispatch.lane === "digest" ? "merged" : "expired", now);
        return open.length === 0 ? [] : [dispatch.id];
      });
    },
    async bounce({ dispatch, subscriber, code, reason, at }) {
      for (const range of rangesOf(dispatch)) {
        const i = range.recipients.indexOf(subscriber);
        if (i < 0 || range.outcomes[i] !== "accepted") continue;
        note(range, i, { outcome: "failed", ref: null, trouble: { code, reason, again: null } }, at);
        return true;
      }
      return false;
    },
    async troubles(id, { outcome, after, limit }) {
      return [...(troubles.get(id)?.values() ?? [])]
        .filter((one) => one.subscriber > after && (outcome === undefined || one.outcome === outcome))
        .toSorted((a, b) => a.subscriber - b.subscriber)
        .slice(0, limit);
    },
    async troubleCounts(id) {
      const groups = Map.groupBy(troubles.get(id)?.values() ?? [], ({ outcome, code }) => `${outcome} ${code}`);
      return [...groups]
        .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
        .flatMap(([, [first, ...others]]) =>
          first === undefined ? [] : [{ outcome: first.outcome, code: first.code, count: others.length + 1 }],
        );
    },
    async sentTo(subscriber, limit) {
      return dispatches
        .toReversed()
        .flatMap(({ id }) => {
          const last = rangesOf(id).findLast(({ recipients }) => recipients.includes(subscriber));
          const outcome = last?.outcomes[last.recipients.indexOf(subscriber)];
          return outcome === undefined ? [] : [{ dispatch: id, outcome }];
        })
        .slice(0, limit);
    },
    async refs(id, subscribers) {
      return subscribers.map((subscriber) => refs.get(`${id} ${subscriber}`) ?? null);
    },
  };

  function endRange(range: KeptRange, outcome: "expired" | "merged", now: Instant): void {
    for (let i = range.settled; i < range.started; i += 1) note(range, i, settle(IN_DOUBT, range.attempt, now), now);
    range.outcomes.forEach((before, i) => {
      if (before !== "retrying" && before !== "planned") return;
      range.outcomes[i] = outcome;
      troubles.get(range.dispatch)?.delete(range.recipients[i] as SubscriberNumber);
    });
    range.settled = range.started = range.recipients.length;
    range.worker = null;
    range.epoch += 1;
  }
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

function later(now: Instant, seconds: number): Instant {
  return instantOf(msOf(now) + seconds * 1000);
}
