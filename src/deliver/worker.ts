import { TocsinError } from "../model/error.ts";
import type { Channel } from "../model/channel.ts";
import type { SubscriberNumber } from "../model/id.ts";
import type { Subscriber } from "../model/subscriber.ts";
import { msOf, type Clock } from "../model/time.ts";
import { BLOCK_SIZE, LANES, type Dispatch, type Lane } from "./dispatch.ts";
import type { Letter, Outgoing } from "./letter.ts";
import type { Bell, DeliveryChannel, Hold, Ledger, Result, Sealer, SubscriberStore, Turn } from "./ports.ts";
import { createRoll } from "./roll.ts";
import { threadsOf } from "./threads.ts";

/** How long a range is held without a sign of life before another worker may take it. */
export const LEASE_SECONDS = 60;
/** A hold is renewed after this part of its lease. */
const RENEWED_AFTER = 1 / 3;
/** How long one hand-over may take. */
const SEND_TIMEOUT_MS = 45_000;
/** How often a worker looks by itself, should a ring be lost. */
const LOOK_MS = 2_000;
/** How often whoever waits for the end looks. */
const IDLE_LOOK_MS = 50;

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
  /** Instead of LEASE_SECONDS. */
  readonly leaseSeconds?: number;
}

export interface DeliveryWorker {
  /** When it last looked for work, started a block or renewed what it holds; milliseconds of the clock. */
  signOfLife(): number;
  /** Resolves when nothing waits any more that can be handed over now. */
  idle(): Promise<void>;
  /** Finishes the blocks under way, lets the ranges go, and stops. */
  close(): Promise<void>;
}

/**
 * Hands over what is planned: `hands` ranges at once (BLOCK_SIZE at most), the most urgent lane first. They share
 * BLOCK_SIZE: so many recipients are in doubt when the process dies, not so many for each hand. Equal parts, whoever has
 * work, so that none waits for one whose receivers hang.
 */
export function createWorker(name: string, hands: number, ports: WorkerPorts): DeliveryWorker {
  const { ledger, bell, clock, onError } = ports;
  const leaseSeconds = ports.leaseSeconds ?? LEASE_SECONDS;
  const blockSize = Math.floor(BLOCK_SIZE / Math.max(1, hands));
  let closed = false;
  /** The most urgent lane that was rung, until it is seen that nothing of it waits. */
  let rung: Lane | null = null;
  let rings = 0;
  /** Is one of the resting hands to look by itself? One is enough: who finds something wakes the next. */
  let lookout = false;
  const sleepers = new Set<() => void>();
  const waiters = new Set<() => void>();
  let busy = hands;
  let alive = msOf(clock());

  const stop = bell.listen((lane) => {
    rings += 1;
    rung = rung === null || LANES.indexOf(lane) < LANES.indexOf(rung) ? lane : rung;
    if (bell.turns === null) for (const wake of sleepers) wake();
  });

  const isOpen = (): boolean => !closed;
  const running = Array.from({ length: hands }, (_, hand) => work(`${name}/${hand}`));

  async function work(worker: string): Promise<void> {
    let turn: Turn | null = null;
    while (isOpen()) {
      let hold: Hold | null = null;
      try {
        hold = await look(worker);
        if (hold !== null) {
          wakeAnother();
          await handOver(hold);
        }
      } catch (error) {
        onError(error, hold === null ? worker : `${hold.dispatch.id} ${hold.range.number}`);
        await pause(LOOK_MS);
        continue;
      }
      if (hold !== null) continue;
      turn?.done();
      turn = await rest();
    }
    turn?.done();
  }

  async function look(worker: string): Promise<Hold | null> {
    const before = rings;
    const hold = await ledger.take(worker, clock(), { leaseSeconds });
    alive = msOf(clock());
    // What was rung since may not have been there to be seen.
    const seen = hold === null || (rung !== null && LANES.indexOf(hold.dispatch.lane) > LANES.indexOf(rung));
    if (seen && rings === before) rung = null;
    return hold;
  }

  /** Where there is something, there may be more. */
  function wakeAnother(): void {
    bell.turns?.offer();
    for (const wake of sleepers) return wake();
  }

  async function rest(): Promise<Turn | null> {
    busy -= 1;
    if (busy === 0) for (const done of waiters) done();
    const looking = !lookout;
    lookout = true;
    const turn = await sleep(looking ? (bell.turns?.lookMs ?? LOOK_MS) : null);
    if (looking) lookout = false;
    busy += 1;
    return turn;
  }

  /** Until somebody wakes it, a turn falls to it, or the time (milliseconds) is over. */
  async function sleep(ms: number | null): Promise<Turn | null> {
    if (closed) return null;
    const woken = new AbortController();
    const wake = (): void => {
      clearTimeout(timer);
      sleepers.delete(wake);
      woken.abort();
    };
    const timer = ms === null ? undefined : setTimeout(wake, ms);
    timer?.unref();
    sleepers.add(wake);
    if (bell.turns === null) {
      await new Promise<void>((resolve) => woken.signal.addEventListener("abort", () => resolve()));
      return null;
    }
    const turn = await bell.turns.next(woken.signal);
    wake();
    return turn;
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
    const heartbeat = setInterval(
      () => {
        if (hold === null) return;
        ledger.renew(hold, clock(), leaseSeconds).then(
          () => (alive = msOf(clock())),
          () => false,
        );
      },
      leaseSeconds * RENEWED_AFTER * 1000,
    );
    heartbeat.unref();
    try {
      const people = createRoll(ports.subscribers, first.range.recipients, () => msOf(clock()));
      let results: readonly Result[] = [];
      for (;;) {
        const { letter, size } = await ports.compose(hold);
        const next = hold.range.settled + results.length;
        const count = mustYield(hold.dispatch) ? 0 : Math.min(blockSize, hold.range.recipients.length - next);
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
    const threads = await threadsOf(ledger, hold);
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
    signOfLife: () => (hands === 0 ? msOf(clock()) : alive),
    async idle() {
      const atWork = async (): Promise<boolean> => busy > 0 || (await ledger.waiting(clock())) !== null;
      while (isOpen() && (await atWork())) {
        for (const wake of sleepers) wake();
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, IDLE_LOOK_MS);
          waiters.add(() => {
            clearTimeout(timer);
            resolve();
          });
        });
        waiters.clear();
      }
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
