import { TocsinError } from "../model/error.ts";
import type { Channel } from "../model/channel.ts";
import type { DispatchId, SubscriberNumber } from "../model/id.ts";
import type { Subscriber } from "../model/subscriber.ts";
import { msOf, type Clock } from "../model/time.ts";
import { BLOCK_SIZE, LANES, type Dispatch, type Lane } from "./dispatch.ts";
import type { Letter, Outgoing } from "./letter.ts";
import type { Bell, DeliveryChannel, Hold, Ledger, Result, Sealer, SubscriberStore } from "./ports.ts";

/** How long a range is held without a sign of life before another worker may take it. */
const LEASE_SECONDS = 60;
const RENEW_MS = 20_000;
/** How long one hand-over may take. */
const SEND_TIMEOUT_MS = 45_000;
/** Addresses are looked up again after this, so that who leaves hears nothing more within that time. */
const FRESH_MS = 5_000;
/** How often a worker looks by itself, should a ring be lost. */
const LOOK_MS = 2_000;

export interface WorkerPorts {
  readonly ledger: Ledger;
  readonly subscribers: SubscriberStore;
  readonly sealer: Sealer;
  readonly channels: ReadonlyMap<Channel, DeliveryChannel>;
  readonly bell: Bell;
  readonly clock: Clock;
  /** The letter as the record stands now, for a range's variant. */
  readonly compose: (hold: Hold) => Promise<{ readonly letter: Letter; readonly size: number }>;
  readonly links: (subscriber: SubscriberNumber) => Outgoing["links"];
  /** Something that nobody could foresee; `range` says where. */
  readonly onError: (error: unknown, range: string) => void;
  /** A block is settled: for metrics and for pages that show progress. */
  readonly onSettled?: (hold: Hold, results: readonly Result[]) => void;
}

export interface DeliveryWorker {
  /** Resolves when nothing waits any more that can be handed over now. */
  idle(): Promise<void>;
  /** Finishes the blocks under way, lets the ranges go, and stops. */
  close(): Promise<void>;
}

/** Hands over what is planned: `hands` ranges at once, the most urgent lane first. */
export function createWorker(name: string, hands: number, ports: WorkerPorts): DeliveryWorker {
  const { ledger, bell, clock, onError } = ports;
  let closed = false;
  /** The most urgent lane that was rung since anybody looked. */
  let rung: Lane | null = null;
  const sleepers = new Set<() => void>();
  const waiters = new Set<() => void>();
  let busy = hands;

  const stop = bell.listen((lane) => {
    rung = rung === null || LANES.indexOf(lane) < LANES.indexOf(rung) ? lane : rung;
    for (const wake of sleepers) wake();
  });

  const running = Array.from({ length: hands }, (_, hand) => work(`${name}/${hand}`));

  async function work(worker: string): Promise<void> {
    while (!closed) {
      let hold: Hold | null = null;
      try {
        rung = null;
        hold = await ledger.take(worker, clock(), { leaseSeconds: LEASE_SECONDS });
        if (hold !== null) await handOver(hold);
      } catch (error) {
        onError(error, hold === null ? worker : `${hold.dispatch.id} ${hold.range.number}`);
        await pause(LOOK_MS);
        continue;
      }
      if (hold === null) await rest();
    }
  }

  async function rest(): Promise<void> {
    busy -= 1;
    if (busy === 0) for (const done of waiters) done();
    await pause(LOOK_MS);
    busy += 1;
  }

  function pause(ms: number): Promise<void> {
    if (closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      timer.unref();
      sleepers.add(wake);
    });
  }

  async function handOver(first: Hold): Promise<void> {
    const channel = ports.channels.get(first.dispatch.channel);
    if (channel === undefined) {
      await ledger.release(first);
      throw new TocsinError("DELIVERY_CHANNEL", `The channel “${first.dispatch.channel}” is not set up here.`);
    }
    let hold: Hold | null = first;
    const heartbeat = setInterval(() => {
      if (hold !== null) ledger.renew(hold, clock(), LEASE_SECONDS).catch(() => false);
    }, RENEW_MS);
    heartbeat.unref();
    try {
      const people = createRoll(ports.subscribers, first.range.recipients, () => msOf(clock()));
      let results: readonly Result[] = [];
      for (;;) {
        const { letter, size } = await ports.compose(hold);
        const next = hold.range.settled + results.length;
        const count = mustYield(hold.dispatch) ? 0 : Math.min(BLOCK_SIZE, hold.range.recipients.length - next);
        const block = await people.load(next, count);
        const settled: Hold = hold;
        hold = await ledger.advance(settled, results, count, clock(), size);
        if (results.length > 0) ports.onSettled?.(settled, results);
        if (hold === null) return;
        if (hold.range.started === hold.range.settled) {
          // Nothing was started: somebody else goes first, or the record has moved on and the letter is made again.
          results = [];
          if (count > 0) continue;
          await ledger.release(hold);
          return;
        }
        results = await send(channel, hold, letter, block);
      }
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** Does something more urgent wait? */
  function mustYield({ lane }: Dispatch): boolean {
    return closed || (rung !== null && LANES.indexOf(rung) < LANES.indexOf(lane));
  }

  async function send(
    channel: DeliveryChannel,
    hold: Hold,
    letter: Letter,
    block: readonly (Subscriber | null)[],
  ): Promise<readonly Result[]> {
    const threads = await threadsOf(hold);
    const results: Result[] = [];
    let at = 0;
    const lane = async (): Promise<void> => {
      for (let i = at++; i < block.length; i = at++) {
        const subscriber = block[i] ?? null;
        results[i] = subscriber === null ? GONE : await one(channel, hold, letter, subscriber, threads(i));
      }
    };
    await Promise.all(Array.from({ length: Math.min(channel.width, block.length) }, lane));
    return results;
  }

  /** What each of the block got before, newest first. */
  async function threadsOf(hold: Hold): Promise<(i: number) => Outgoing["threads"]> {
    const { threads } = hold.dispatch;
    if (threads.length === 0) return () => [];
    const { recipients, settled, started } = hold.range;
    const block = recipients.slice(settled, started);
    const before = await Promise.all(
      threads.toReversed().map(async (id: DispatchId) => ({
        dispatch: await ledger.dispatch(id),
        refs: await ledger.refs(id, block),
      })),
    );
    return (i) =>
      before.flatMap(({ dispatch, refs }) => {
        const ref = refs[i];
        return dispatch === null || ref === undefined ? [] : [{ id: dispatch.id, number: dispatch.number, ref }];
      });
  }

  async function one(
    channel: DeliveryChannel,
    { dispatch }: Hold,
    letter: Letter,
    subscriber: Subscriber,
    threads: Outgoing["threads"],
  ): Promise<Result> {
    if (subscriber.status !== "active") return SUSPENDED;
    const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
    try {
      const outgoing: Outgoing = {
        letter,
        dispatch: dispatch.id,
        dispatchNumber: dispatch.number,
        threads,
        subscriber: subscriber.number,
        address: ports.sealer.open(subscriber.channel, subscriber.sealed),
        links: ports.links(subscriber.number),
      };
      return await channel.send(outgoing, signal);
    } catch (error) {
      onError(error, dispatch.id);
      return { outcome: "unknown", code: "INTERNAL", reason: "the program failed while handing over" };
    }
  }

  return {
    async idle() {
      while (busy > 0 && !closed) await new Promise<void>((resolve) => waiters.add(resolve));
    },
    async close() {
      closed = true;
      stop();
      for (const wake of sleepers) wake();
      await Promise.all(running);
      for (const done of waiters) done();
    },
  };
}

const GONE: Result = { outcome: "left" };
const SUSPENDED: Result = {
  outcome: "failed",
  code: "SUSPENDED",
  reason: "the address was refused for good before",
  permanent: true,
};

/** The people of a range, looked up again when what is known of them is no longer fresh. */
function createRoll(
  store: SubscriberStore,
  recipients: readonly SubscriberNumber[],
  now: () => number,
): { load(from: number, count: number): Promise<readonly (Subscriber | null)[]> } {
  let known: readonly (Subscriber | null)[] = [];
  let start = 0;
  let at = -Infinity;
  return {
    async load(from, count) {
      if (count === 0) return [];
      if (now() - at > FRESH_MS || from < start) {
        known = await store.many(recipients.slice(from));
        start = from;
        at = now();
      }
      return known.slice(from - start, from - start + count);
    },
  };
}
