import type { SubscriberNumber } from "../model/id.ts";
import type { Subscriber } from "../model/subscriber.ts";
import type { SubscriberStore } from "./ports.ts";

/** Addresses are looked up again after this, so that who leaves hears nothing more within that time. */
const FRESH_MS = 5_000;

/** The people of a range, looked up again when what is known of them is no longer fresh. */
export interface Roll {
  /** So many from that place on; null where nobody has that number any more. */
  load(from: number, count: number): Promise<readonly (Subscriber | null)[]>;
}

export function createRoll(
  store: Pick<SubscriberStore, "many">,
  recipients: readonly SubscriberNumber[],
  now: () => number,
): Roll {
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
