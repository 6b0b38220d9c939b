import type { Channel } from "../model/channel.ts";
import type { DispatchId, EntryId, SubscriberNumber } from "../model/id.ts";
import type { Lang } from "../model/language.ts";
import type { Topic } from "../model/subscriber.ts";
import type { Instant } from "../model/time.ts";

/** In this order: nothing of a later lane is handed over while something of an earlier one waits. */
export const LANES = ["urgent", "correction", "edition", "digest"] as const;
export type Lane = (typeof LANES)[number];

/** Recipients in one range, at most. */
export const RANGE_SIZE = 1000;
/** Recipients handed over between two durable marks: so many are in doubt after a crash, at most. */
export const BLOCK_SIZE = 100;

/** What the recipients of a range are told: equal for all of them, so that it is written once. */
export interface Variant {
  readonly lang: Lang;
  /** Which sections they get; for a correction those of the original. */
  readonly topics: readonly Topic[];
  readonly area: string;
  /** Entries that it carries, oldest first: `edition:12`; a digest may carry several. */
  readonly entries: readonly EntryId[];
}

/** One thing that is sent on one channel. */
export interface Dispatch {
  readonly id: DispatchId;
  /** Counts up; part of Message-IDs. */
  readonly number: number;
  readonly channel: Channel;
  readonly lane: Lane;
  /** got-original: planned from the ledger of what it corrects; subscribed: planned from what people chose. */
  readonly why: "got-original" | "subscribed";
  /** What it corrects or ends: `edition:12`, `notice:n1`; dispatches whose recipients got it. Empty for others. */
  readonly threads: readonly DispatchId[];
  readonly plannedAt: Instant;
  /** What is not handed over by then goes stale: it expires, or is merged into the next digest. */
  readonly notAfter: Instant | null;
  readonly paused: boolean;
}

/**
 * What became of one recipient. One byte each in the ledger; the numbers are kept for good.
 * planned: waits, or is on its way now (Range.started); `unknown` once it is found that its worker died.
 * accepted: the other side took it. failed: refused for good, or too often. retrying: a later range has it.
 * unknown: handed over, no answer. left: no longer a subscriber. expired: too late. merged: goes with the next digest.
 */
export const OUTCOMES = ["planned", "accepted", "failed", "retrying", "unknown", "left", "expired", "merged"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Up to RANGE_SIZE recipients of one variant, in ascending order. */
export interface Range {
  readonly dispatch: DispatchId;
  /** Counts up within the dispatch. */
  readonly number: number;
  readonly variant: Variant;
  readonly recipients: readonly SubscriberNumber[];
  /** The outcome of each recipient. */
  readonly outcomes: readonly Outcome[];
  /** Recipients before this index have an outcome. */
  readonly settled: number;
  /** Those from `settled` up to here are being handed over. */
  readonly started: number;
  /** 1 for the first time; retries count up. */
  readonly attempt: number;
  readonly notBefore: Instant | null;
}

/** Why one delivery failed or is in doubt. Never contains an address. */
export interface Trouble {
  readonly dispatch: DispatchId;
  readonly subscriber: SubscriberNumber;
  readonly outcome: "failed" | "retrying" | "unknown";
  /** `MAILBOX_UNKNOWN`, `RELAY_TIMEOUT`, `ENDPOINT_GONE`, `WORKER_DIED` … (deliver/trouble-codes.ts) */
  readonly code: string;
  readonly reason: string;
  readonly at: Instant;
  readonly attempt: number;
}

/** How many recipients of a dispatch have the same trouble. */
export interface TroubleCount extends Pick<Trouble, "outcome" | "code"> {
  readonly count: number;
}

/** Recipients of a dispatch by outcome; retries counted where they ended. */
export type Tally = Readonly<Record<Exclude<Outcome, "retrying">, number>> & {
  /** Handed over and without an answer yet. */
  readonly underWay: number;
};
