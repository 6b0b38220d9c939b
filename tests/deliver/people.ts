import type { Channel } from "../../src/model/channel.ts";
import type { DispatchId, EntryId, SubscriberNumber } from "../../src/model/id.ts";
import { TOPICS, type Subscriber, type Wishes } from "../../src/model/subscriber.ts";
import type { Instant } from "../../src/model/time.ts";
import type { Audience, DispatchPlan, Hold, Ledger, Result, SubscriberStore } from "../../src/deliver/ports.ts";

export const NOON = "2031-03-03T12:00:00Z" as Instant;

/** So many seconds after noon. */
export function after(seconds: number): Instant {
  return new Date(Date.parse(NOON) + seconds * 1000).toISOString().replace(".000", "") as Instant;
}

let made = 0;

/** Somebody who wants everything in English by e-mail, unless it says otherwise. */
export function somebody(
  wishes: Partial<Wishes> = {},
  rest: Partial<Omit<Subscriber, "number" | "wishes">> = {},
): Omit<Subscriber, "number"> {
  made += 1;
  return {
    channel: "email",
    sealed: { box: `box ${made}`, fingerprint: `${made}`.padStart(64, "0") },
    wishes: { lang: "en", topics: TOPICS, area: "", frequency: "each", hour: 0, ...wishes },
    status: "active",
    since: NOON,
    confirmedAt: NOON,
    ...rest,
  };
}

export type Fill = (people: readonly Omit<Subscriber, "number">[]) => Promise<SubscriberNumber[]>;

export async function added(
  store: SubscriberStore,
  ...people: readonly Omit<Subscriber, "number">[]
): Promise<SubscriberNumber[]> {
  const numbers: SubscriberNumber[] = [];
  for (const one of people) numbers.push((await store.add(one)).subscriber.number);
  return numbers;
}

export const everybody: Extract<Audience, { readonly kind: "subscribed" }> = {
  kind: "subscribed",
  frequencies: ["each"],
  topics: TOPICS,
  hour: null,
  areas: null,
  entries: ["edition:1" as EntryId],
  without: [],
};

/** A plan for an edition to everybody by e-mail, unless it says otherwise. */
export function aPlan(
  id: string,
  rest: Partial<DispatchPlan["dispatch"]> = {},
  audience: readonly Audience[] = [everybody],
): DispatchPlan {
  return {
    dispatch: {
      id: id as DispatchId,
      channel: "email" satisfies Channel,
      lane: "edition",
      why: "subscribed",
      threads: [],
      plannedAt: NOON,
      notAfter: null,
      paused: false,
      ...rest,
    },
    audience,
  };
}

/** To those who got `dispatches`. */
export function aCorrection(id: string, ...dispatches: readonly string[]): DispatchPlan {
  const audience: Audience = {
    kind: "got-original",
    dispatches: dispatches as readonly DispatchId[],
    topic: null,
    area: "",
    entries: ["correction:k1" as EntryId],
  };
  return aPlan(id, { lane: "correction", why: "got-original" }, [audience]);
}

export const accepted: Result = { outcome: "accepted" };
export const refused: Result = {
  outcome: "failed",
  code: "MAILBOX_UNKNOWN",
  reason: "there is no such mailbox",
  permanent: true,
};
export const busy: Result = { outcome: "failed", code: "LATER", reason: "try again later", permanent: false };
export const silent: Result = { outcome: "unknown", code: "ANSWER_LOST", reason: "no answer came" };
export const gone: Result = { outcome: "left" };

/** Hands over everything that may be handed over now; gives who was handed over to, in order. */
export async function handOverAll(
  ledger: Ledger,
  now: Instant,
  answer: (subscriber: SubscriberNumber, hold: Hold) => Result,
  worker = "w1",
): Promise<SubscriberNumber[]> {
  const reached: SubscriberNumber[] = [];
  for (;;) {
    let hold = await ledger.take(worker, now, { leaseSeconds: 60 });
    if (hold === null) return reached;
    let results: readonly Result[] = [];
    while (hold !== null) {
      hold = await ledger.advance(hold, results, 100, now, Number.MAX_SAFE_INTEGER);
      if (hold === null) break;
      const { recipients, settled, started } = hold.range;
      const block = recipients.slice(settled, started);
      reached.push(...block);
      const current = hold;
      results = block.map((subscriber) => answer(subscriber, current));
    }
  }
}

/** Everybody whom a dispatch plans for, ascending, each as often as they are in a range. */
export async function plannedFor(ledger: Ledger, id: string): Promise<SubscriberNumber[]> {
  const ranges = await ledger.ranges(id as DispatchId);
  return ranges.flatMap(({ recipients }) => recipients).toSorted((a, b) => a - b);
}
