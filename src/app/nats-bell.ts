import {
  AckPolicy,
  DiscardPolicy,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type Consumer,
  type JsMsg,
} from "@nats-io/jetstream";
import { nanos, type NatsConnection } from "@nats-io/transport-node";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "./log.ts";
import { connectNats, watchNats } from "./nats.ts";
import { createBell } from "../deliver/bell.ts";
import { LANES, type Lane } from "../deliver/dispatch.ts";
import type { Bell, Turn } from "../deliver/ports.ts";
import { LEASE_SECONDS } from "../deliver/worker.ts";
import { TocsinError } from "../model/error.ts";

export interface NatsBellOptions {
  readonly servers: string;
  /** Before the names of all subjects: one for each office that shares the servers. */
  readonly prefix: string;
  readonly logger: Logger;
  /** How long a range is held without a sign of life; a turn is held a little longer. */
  readonly leaseSeconds?: number;
}

const CONSUMER = "hands";
/** Turns that wait or are held, at most: more hands than this look by themselves. */
const TURNS_MAX = 1024;
/** A turn that nobody took is not worth more than a look. */
const TURN_AGE_MS = 600_000;
const LOOK_MS = 30_000;
/** How long the server keeps one request for a turn. */
const PULL_MS = 20_000;
/** After a failure, in milliseconds. */
const AGAIN_MS = 1000;

/**
 * A bell between machines. Every ring is heard everywhere (a plain subject), so that whoever works on something less
 * urgent stops after its block. Beside it goes one turn through a JetStream work queue: it wakes one resting hand of all
 * machines and is acknowledged when that hand finds nothing more; where its process dies, JetStream gives it to another
 * after the lease. What is to be done is in the ledger alone. Throws CONFIG_INVALID.
 */
export async function createNatsBell(options: NatsBellOptions): Promise<Bell> {
  const { prefix, logger } = options;
  const connection = await connectNats(options.servers);
  const ackMs = ((options.leaseSeconds ?? LEASE_SECONDS) + 2) * 1500;
  const local = createBell();
  const queue = jetstream(connection, { timeout: 5000 });
  const [ring, turn] = [`${prefix}.ring`, `${prefix}.turn`];
  const stream = turn.replaceAll(".", "-");
  const open = (): Promise<Consumer> => openQueue(connection, stream, turn, ackMs);
  let consumer = await open().catch(async (cause: unknown) => {
    await connection.close();
    throw new TocsinError("CONFIG_INVALID", "The NATS server has no JetStream for this office.", {
      fix: "Start nats-server with -js, and let this user make streams.",
      cause,
    });
  });
  let closed = false;
  const isOpen = (): boolean => !closed && !connection.isClosed();

  connection.subscribe(ring, {
    callback: (error, message) => {
      const lane = error === null ? LANES.find((one) => one === message.string()) : undefined;
      if (lane !== undefined) local.ring(lane);
    },
  });
  await connection.flush();
  const watching = watchNats(connection, logger, () => {});

  const offer = (): void => {
    // A queue that is full has enough turns; one that is gone is made again by those who ask it.
    if (isOpen()) queue.publish(turn).catch(() => null);
  };

  /** Requests that a hand made and did not wait for to the end: the next hand does. */
  const pulls: Promise<JsMsg | null>[] = [];
  const pull = async (): Promise<JsMsg | null> => {
    try {
      return await consumer.next({ expires: PULL_MS });
    } catch {
      if (closed) return null;
      await wait(AGAIN_MS, undefined, { ref: false });
      // The server may have lost the queue.
      consumer = await open().catch(() => consumer);
      return null;
    }
  };

  return {
    ring(lane: Lane) {
      local.ring(lane);
      if (!isOpen()) return;
      connection.publish(ring, lane);
      offer();
    },
    listen: (heard) => local.listen(heard),
    turns: {
      lookMs: LOOK_MS,
      offer,
      async next(signal) {
        const aborted = new Promise<"aborted">((resolve) => {
          if (signal.aborted) resolve("aborted");
          signal.addEventListener("abort", () => resolve("aborted"), { once: true });
        });
        while (!signal.aborted && isOpen()) {
          const asked = pulls.shift() ?? pull();
          const found = await Promise.race([asked, aborted]);
          if (found === "aborted") pulls.push(asked);
          else if (found !== null) return held(found, ackMs);
        }
        await aborted;
        return null;
      },
    },
    async close() {
      closed = true;
      await local.close();
      await connection.drain().catch(() => connection.close());
      await watching;
    },
  };
}

async function openQueue(
  connection: NatsConnection,
  stream: string,
  subject: string,
  ackMs: number,
): Promise<Consumer> {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({
    name: stream,
    subjects: [subject],
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    storage: StorageType.File,
    max_msgs: TURNS_MAX,
    max_age: nanos(TURN_AGE_MS),
  });
  await manager.consumers.add(stream, {
    durable_name: CONSUMER,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ackMs),
    max_ack_pending: TURNS_MAX,
  });
  return jetstream(connection).consumers.get(stream, CONSUMER);
}

/** Keeps a turn for as long as this process lives, until it is done. */
function held(message: JsMsg, ackMs: number): Turn {
  const alive = setInterval(() => message.working(), ackMs / 3);
  alive.unref();
  return {
    done() {
      clearInterval(alive);
      message.ack();
    },
  };
}
