import { createDeliveryPlanner } from "./delivery-planner.ts";
import type { Logger } from "./log.ts";
import type { Press } from "./press.ts";
import { createBell } from "../deliver/bell.ts";
import { composeLetter } from "../deliver/compose.ts";
import type { Letter } from "../deliver/letter.ts";
import { linksOf } from "../deliver/links.ts";
import type { Bell, DeliveryChannel, Hold, Ledger, Result, Sealer, SubscriberStore } from "../deliver/ports.ts";
import { createWorker } from "../deliver/worker.ts";
import type { Channel } from "../model/channel.ts";
import type { Clock } from "../model/time.ts";

/** How often digests, late dispatches and reach are looked after. */
const TICK_MS = 15_000;
/** Ranges that one process hands over at once. */
const HANDS = 8;

export interface DeliveryPorts {
  readonly ledger: Ledger;
  readonly subscribers: SubscriberStore;
  readonly sealer: Sealer;
  readonly channels: readonly DeliveryChannel[];
  readonly press: Press;
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly bell?: Bell;
}

/** Planning and handing over, in this process. */
export interface Delivery {
  /** The record has grown: plans what that causes. */
  wake(): void;
  /** What the hour asks for: digests, ends of what is late, reach. Runs by itself every quarter of a minute. */
  tick(): Promise<void>;
  /** Resolves when everything planned so far is handed over that can be now, and its reach is told. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { ledger, subscribers, sealer, press, clock, logger } = ports;
  const bell = ports.bell ?? createBell();
  const channels = new Map<Channel, DeliveryChannel>(ports.channels.map((one) => [one.name, one]));
  const planner = createDeliveryPlanner({ ledger, press, channels: [...channels.keys()], bell, clock, logger });
  let closed = false;
  let planning: Promise<void> = Promise.resolve();

  const failed = (event: string, error: unknown): void => {
    if (!closed) logger({ level: "error", event, message: String(error) });
  };

  /** Letters by variant, as long as the record is what they were made from. */
  let letters = new Map<string, Letter>();
  let lettersOf = -1;
  function compose({ range, dispatch }: Hold): Promise<{ readonly letter: Letter; readonly size: number }> {
    const history = press.history();
    if (lettersOf !== history.size) {
      letters = new Map();
      lettersOf = history.size;
    }
    const key = JSON.stringify([dispatch.lane, dispatch.why, range.variant]);
    let letter = letters.get(key);
    if (letter === undefined) {
      letter = composeLetter(history, range.variant, dispatch);
      letters.set(key, letter);
    }
    return Promise.resolve({ letter, size: history.size });
  }

  async function suspend({ range }: Hold, results: readonly Result[]): Promise<void> {
    for (const [i, result] of results.entries()) {
      const number = range.recipients[range.settled + i];
      if (result.outcome === "failed" && result.gone === true && number !== undefined)
        await subscribers.change(number, { status: "suspended" });
    }
  }

  const worker = createWorker(`w${process.pid}`, HANDS, {
    ledger,
    subscribers,
    sealer,
    channels,
    bell,
    clock,
    compose,
    links: (number) => linksOf(sealer, ports.baseUrl(), number),
    onError: (error, range) => {
      if (!closed) logger({ level: "error", event: "delivery.failed", range, message: String(error) });
    },
    onSettled: (hold, results) => {
      suspend(hold, results).catch((error: unknown) => failed("delivery.suspend-failed", error));
    },
  });

  function wake(): void {
    planning = planning
      .then(() => planner.planRecord())
      .catch((error: unknown) => failed("delivery.planning-failed", error));
  }

  async function tick(): Promise<void> {
    await planner.planRecord();
    await planner.planHour();
    await planner.tellReach();
  }

  const timer = setInterval(() => {
    tick().catch((error: unknown) => failed("delivery.planning-failed", error));
  }, TICK_MS);
  timer.unref();

  return {
    wake,
    tick,
    async settled() {
      await planning;
      await worker.idle();
      await planner.tellReach();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await planning;
      await worker.close();
      await bell.close();
      for (const channel of channels.values()) await channel.close();
    },
  };
}
