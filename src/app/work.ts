import { stat } from "node:fs/promises";
import { openChannels } from "./channels.ts";
import type { Config } from "./config.ts";
import { createHands } from "./delivery-hands.ts";
import { readDeliverySettings } from "./delivery-config.ts";
import { readSealer } from "./delivery-key.ts";
import { databaseOf, layoutOf } from "./layout.ts";
import { createLogger } from "./log.ts";
import { natsPrefix } from "./nats.ts";
import { createNatsBell } from "./nats-bell.ts";
import { systemClock } from "./press.ts";
import { createRecordReader, originOfRecord } from "./record-reader.ts";
import { createBell } from "../deliver/bell.ts";
import type { Bell, DeliveryChannel } from "../deliver/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { Clock } from "../model/time.ts";
import { openStore } from "../store/open.ts";

export interface WorkOptions {
  readonly clock?: Clock;
  readonly write?: (line: string) => void;
  /** Instead of the channels that the data folder sets up. */
  readonly channels?: readonly DeliveryChannel[];
  /** Ranges at once, instead of 8. */
  readonly hands?: number;
  /** After so many seconds without a sign of life others take over what this worker holds; instead of 60. */
  readonly leaseSeconds?: number;
}

/** A delivery worker of its own process, beside the server or on another machine. */
export interface Work {
  /** Names of the channels that it hands over on. */
  readonly channels: readonly string[];
  /** Resolves when nothing waits any more that can be handed over now. */
  idle(): Promise<void>;
  /** Finishes what is under way, lets the rest go, and closes everything. */
  close(): Promise<void>;
}

/**
 * Hands over what the server has planned. Needs of the data folder only what delivery needs: `delivery.json`,
 * `key/delivery.key`, `key/push.pem`; neither its lock nor the key of the record, and it publishes nothing. Throws
 * CONFIG_INVALID without PostgreSQL or before anything was published, DELIVERY_KEY, KEY_PERMISSIONS, KEY_INVALID.
 */
export async function startWork(config: Config, options: WorkOptions = {}): Promise<Work> {
  const layout = layoutOf(config.dataDirectory);
  if (config.postgresUrl === null) {
    throw new TocsinError("CONFIG_INVALID", "Workers of their own need PostgreSQL; with SQLite one process does all.", {
      fix: "Leave it to `tocsin start`, or set TOCSIN_DATABASE_URL.",
    });
  }
  const clock = options.clock ?? systemClock;
  const logger = createLogger(config.logFormat, options.write ?? ((line) => void process.stderr.write(line)));
  const store = await openStore(databaseOf(layout, config.postgresUrl));
  let bell: Bell | null = null;
  try {
    const sealer = await readSealer(layout.deliveryKey);
    await demandPushKey(layout.pushKey);
    const origin = await originOfRecord(store.log);
    if (origin === null) {
      throw new TocsinError("CONFIG_INVALID", "Nothing was ever published from this database.", {
        fix: "Check TOCSIN_DATABASE_URL, or run `tocsin init` first.",
      });
    }
    const record = await createRecordReader(store.log);
    const baseUrl = (): string => config.baseUrl ?? record.history().office?.baseUrl ?? "";
    const channels =
      options.channels ??
      (
        await openChannels(await readDeliverySettings(layout.deliverySettings), {
          sealer,
          subscribers: store.subscribers,
          pushKey: layout.pushKey,
          history: () => record.history(),
          baseUrl,
          clock,
        })
      ).all;
    const lease = options.leaseSeconds === undefined ? {} : { leaseSeconds: options.leaseSeconds };
    bell =
      config.natsUrl === null
        ? createBell()
        : await createNatsBell({ servers: config.natsUrl, prefix: natsPrefix(origin), logger, ...lease });
    const hands = createHands({
      ledger: store.ledger,
      subscribers: store.subscribers,
      sealer,
      channels: new Map(channels.map((one) => [one.name, one])),
      record,
      bell,
      baseUrl,
      clock,
      logger,
      ...(options.hands === undefined ? {} : { hands: options.hands }),
      ...lease,
    });
    const ringing = bell;
    return {
      channels: channels.map(({ name }) => name),
      idle: () => hands.idle(),
      async close() {
        await hands.close();
        await ringing.close();
        for (const channel of channels) await channel.close();
        await store.close();
      },
    };
  } catch (error) {
    await bell?.close();
    await store.close();
    throw error;
  }
}

/** Made here, it would be another than the one that browsers know. */
async function demandPushKey(file: string): Promise<void> {
  if ((await stat(file).catch(() => null)) !== null) return;
  throw new TocsinError("DELIVERY_KEY", `There is no push key at ${file}.`, {
    fix: "Copy key/push.pem from the data folder of the office's server.",
  });
}
