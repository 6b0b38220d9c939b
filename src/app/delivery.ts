import { createHands } from "./delivery-hands.ts";
import { createDeliveryPlanner } from "./delivery-planner.ts";
import type { Logger } from "./log.ts";
import type { Press } from "./press.ts";
import type { Lane } from "../deliver/dispatch.ts";
import type { Bell, DeliveryChannel, Hold, Ledger, Result, Sealer, SubscriberStore } from "../deliver/ports.ts";
import type { Channel } from "../model/channel.ts";
import type { Clock } from "../model/time.ts";

/** How often digests, late dispatches and reach are looked after. */
const TICK_MS = 15_000;

export interface DeliveryPorts {
  readonly ledger: Ledger;
  readonly subscribers: SubscriberStore;
  readonly sealer: Sealer;
  readonly channels: readonly DeliveryChannel[];
  readonly press: Press;
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly bell: Bell;
  /** Instead of 8 ranges at once; 0: this process only plans, and others hand over. */
  readonly hands?: number;
  /** A block is settled. */
  readonly onSettled?: (hold: Hold, results: readonly Result[]) => void;
}

/** Planning and handing over, in this process. */
export interface Delivery {
  /** The record has grown: plans what that causes. */
  wake(): void;
  /** What the hour asks for: digests, ends of what is late, reach. Runs by itself every quarter of a minute. */
  tick(): Promise<void>;
  /** Something waits in this lane. */
  ring(lane: Lane): void;
  /** When the worker last showed that it lives; milliseconds of the clock. */
  signOfLife(): number;
  /** Resolves when everything planned so far is handed over that can be now, and its reach is told. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { ledger, press, bell, clock, logger } = ports;
  const channels = new Map<Channel, DeliveryChannel>(ports.channels.map((one) => [one.name, one]));
  const planner = createDeliveryPlanner({ ledger, press, channels: [...channels.keys()], bell, clock, logger });
  let closed = false;
  let planning: Promise<void> = Promise.resolve();

  const failed = (event: string, error: unknown): void => {
    if (!closed) logger({ level: "error", event, message: String(error) });
  };

  const worker = createHands({
    ...ports,
    channels,
    record: { history: () => press.history(), newest: () => Promise.resolve(press.history()) },
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
    // Retries that are due, and what a worker that died has left.
    const lane = await ledger.waiting(clock());
    if (lane !== null) bell.ring(lane);
  }

  const timer = setInterval(() => {
    tick().catch((error: unknown) => failed("delivery.planning-failed", error));
  }, TICK_MS);
  timer.unref();

  return {
    wake,
    tick,
    ring: (lane) => bell.ring(lane),
    signOfLife: () => worker.signOfLife(),
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
      for (const channel of channels.values()) await channel.close();
    },
  };
}
