import { isDeepStrictEqual } from "node:util";
import type { Channel } from "../model/channel.ts";
import type { Entry } from "../model/entry.ts";
import type { CorrectionId, DispatchId, EntryId } from "../model/id.ts";
import type { ChannelReach, Reach } from "../model/reach.ts";
import type { Clock, Instant } from "../model/time.ts";
import { daysBefore, DIGEST_DAYS_MAX, digestId, digestPlan, hourOf } from "../deliver/digest.ts";
import type { Dispatch } from "../deliver/dispatch.ts";
import { originalsOf, plansFor } from "../deliver/plan.ts";
import type { Bell, Ledger } from "../deliver/ports.ts";
import { decodeEntry } from "../record/entry.ts";
import type { Logger } from "./log.ts";
import { Mutex } from "./mutex.ts";
import type { Press } from "./press.ts";

export interface PlannerPorts {
  readonly ledger: Ledger;
  readonly press: Press;
  readonly channels: readonly Channel[];
  readonly bell: Bell;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Turns what the record says into dispatches, and what became of corrections into entries of the record. */
export interface DeliveryPlanner {
  /** Plans what came into the record since the last time. */
  planRecord(): Promise<void>;
  /** Plans the digest of this hour, ends what is too late. */
  planHour(): Promise<void>;
  /** Publishes the reach of each correction whose way is at its end and whose numbers are new. */
  tellReach(): Promise<void>;
}

export function createDeliveryPlanner({ ledger, press, channels, bell, clock, logger }: PlannerPorts): DeliveryPlanner {
  const mutex = new Mutex();

  function ring(dispatches: readonly Dispatch[]): void {
    for (const { id, lane } of dispatches) {
      logger({ level: "info", event: "delivery.planned", dispatch: id });
      bell.ring(lane);
    }
  }

  async function carriersOf(entry: Entry): Promise<readonly Dispatch[]> {
    const originals = originalsOf(entry, press.history());
    return originals.length === 0 ? [] : ledger.carrying(originals);
  }

  async function planRecord(): Promise<void> {
    const history = press.history();
    const from = await ledger.plannedSize();
    if (from >= history.size) return;
    if (from === 0) {
      // The first time: what was published before anybody could subscribe is not sent.
      await ledger.plan([], history.size);
      return;
    }
    const leaves = press.leaves();
    // One entry after the other: a correction's recipients are those of dispatches that are planned by then.
    for (let at = from; at < history.size; at += 1) {
      const leaf = leaves[at];
      if (leaf === undefined) return;
      const entry = decodeEntry(leaf);
      const plans = plansFor(entry, await carriersOf(entry), { history, channels, now: clock() });
      ring(await ledger.plan(plans, at + 1));
    }
  }

  async function planHour(): Promise<void> {
    const now = clock();
    for (const id of await ledger.expire(now)) logger({ level: "info", event: "delivery.late", dispatch: id });
    const history = press.history();
    const hour = hourOf(now);
    for (const channel of channels) {
      if ((await ledger.dispatch(digestId(hour, channel))) !== null) continue;
      const before = await digestsBefore(hour, channel);
      const plan = digestPlan(hour, channel, history, {
        last: before[0]?.hour ?? null,
        missed: before.map(({ id }) => id),
      });
      if (plan !== null) ring(await ledger.plan([plan], null));
    }
  }

  /** Digests of the same hour on the days before, newest first. */
  async function digestsBefore(
    hour: Instant,
    channel: Channel,
  ): Promise<readonly { readonly id: DispatchId; readonly hour: Instant }[]> {
    const hours = Array.from({ length: DIGEST_DAYS_MAX }, (_, i) => daysBefore(hour, i + 1));
    const known = await Promise.all(hours.map((one) => ledger.dispatch(digestId(one, channel))));
    return known.flatMap((dispatch, i) => {
      const at = hours[i];
      return dispatch === null || at === undefined ? [] : [{ id: dispatch.id, hour: at }];
    });
  }

  async function tellReach(): Promise<void> {
    for (const id of press.history().corrections.keys()) {
      const reach = await reachOf(id);
      if (reach === null || sameReach(press.history().reaches.get(reach.about)?.value, reach)) continue;
      await press.publish(() => [{ kind: "reach", payload: reach }], "system");
      logger({ level: "info", event: "delivery.reach", entry: reach.about });
    }
  }

  /** Null while something of it is on its way, or where nobody was to be reached. */
  async function reachOf(id: CorrectionId): Promise<Reach | null> {
    const about = `correction:${id}` as EntryId;
    const sent = (await ledger.dispatches({ entry: about, limit: 100 })).filter(({ why }) => why === "got-original");
    const reached: ChannelReach[] = [];
    for (const { id: dispatch, channel } of sent.toSorted((a, b) => a.number - b.number)) {
      const { planned, underWay, accepted, failed, unknown, left, expired, merged } = await ledger.tally(dispatch);
      if (planned + underWay > 0) return null;
      const all = accepted + failed + unknown + left + expired + merged;
      if (all > 0) reached.push({ channel, planned: all, accepted, failed: failed + expired, unknown, left });
    }
    return reached.length === 0 ? null : { about, channels: reached };
  }

  return {
    planRecord: () => mutex.run(planRecord),
    planHour: () => mutex.run(planHour),
    tellReach: () => mutex.run(tellReach),
  };
}

function sameReach(a: Reach | undefined, b: Reach): boolean {
  return a !== undefined && isDeepStrictEqual(a.channels, b.channels);
}
