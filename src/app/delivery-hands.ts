import { hostname } from "node:os";
import type { Logger } from "./log.ts";
import type { RecordView } from "./record-reader.ts";
import { composeLetter } from "../deliver/compose.ts";
import type { Letter } from "../deliver/letter.ts";
import { linksOf } from "../deliver/links.ts";
import type { Bell, DeliveryChannel, Hold, Ledger, Result, Sealer, SubscriberStore } from "../deliver/ports.ts";
import { createWorker, type DeliveryWorker } from "../deliver/worker.ts";
import type { Channel } from "../model/channel.ts";
import type { Clock } from "../model/time.ts";

/** Ranges that one process hands over at once. */
const HANDS = 8;

export interface HandsPorts {
  readonly ledger: Ledger;
  readonly subscribers: SubscriberStore;
  readonly sealer: Sealer;
  readonly channels: ReadonlyMap<Channel, DeliveryChannel>;
  readonly record: RecordView;
  readonly bell: Bell;
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Instead of 8; 0: this process only plans. */
  readonly hands?: number;
  readonly leaseSeconds?: number;
  /** A block is settled. */
  readonly onSettled?: (hold: Hold, results: readonly Result[]) => void;
}

/** A worker of this process, with letters made from the record and addresses that are gone suspended. */
export function createHands(ports: HandsPorts): DeliveryWorker {
  const { ledger, subscribers, sealer, channels, record, bell, clock, logger } = ports;
  let closed = false;

  const failed = (event: string, error: unknown, range?: string): void => {
    if (!closed) logger({ level: "error", event, range, message: String(error) });
  };

  /** Letters by variant, as long as the record is what they were made from. */
  let letters = new Map<string, Letter>();
  let lettersOf = -1;
  async function compose({ range, dispatch }: Hold): Promise<{ readonly letter: Letter; readonly size: number }> {
    // Nothing under way: the range is new, or the ledger refused what was made from an older record.
    const history = range.started === range.settled ? await record.newest() : record.history();
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
    return { letter, size: history.size };
  }

  async function suspend({ range }: Hold, results: readonly Result[]): Promise<void> {
    for (const [i, result] of results.entries()) {
      const number = range.recipients[range.settled + i];
      if (result.outcome === "failed" && result.gone === true && number !== undefined)
        await subscribers.change(number, { status: "suspended" });
    }
  }

  const worker = createWorker(`${hostname()}.${process.pid}`, ports.hands ?? HANDS, {
    ledger,
    subscribers,
    sealer,
    channels,
    bell,
    clock,
    compose,
    links: (number) => linksOf(sealer, ports.baseUrl(), number),
    onError: (error, range) => failed("delivery.failed", error, range),
    onSettled: (hold, results) => {
      ports.onSettled?.(hold, results);
      suspend(hold, results).catch((error: unknown) => failed("delivery.suspend-failed", error));
    },
    ...(ports.leaseSeconds === undefined ? {} : { leaseSeconds: ports.leaseSeconds }),
  });
  return {
    ...worker,
    close() {
      closed = true;
      return worker.close();
    },
  };
}
