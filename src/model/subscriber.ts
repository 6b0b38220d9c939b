import type { Channel } from "./channel.ts";
import type { SubscriberNumber } from "./id.ts";
import type { Lang } from "./language.ts";
import { SECTIONS } from "./statement.ts";
import type { Instant } from "./time.ts";

/** What somebody wants to hear of. `corrections` alone: only what was wrong. */
export const TOPICS = [...SECTIONS, "corrections"] as const;
export type Topic = (typeof TOPICS)[number];

/** each: every edition as it comes out; daily: once a day at an hour; urgent: nothing but urgent notices. */
export const FREQUENCIES = ["each", "daily", "urgent"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What a subscriber chose. */
export interface Wishes {
  readonly lang: Lang;
  /** In the order of TOPICS, each once; at least one. */
  readonly topics: readonly Topic[];
  /** Plain name of an area as statements carry it in the office's first language; empty: everywhere. */
  readonly area: string;
  readonly frequency: Frequency;
  /** Hour of the daily digest in the office's time zone, 0–23; 0 where it is not daily. */
  readonly hour: number;
}

/**
 * A person or machine on one channel. The address is sealed (deliver/ports.ts, Sealer) and never in a log or the
 * record. Whoever leaves is deleted: only the number stays in the ledger, where it says nothing of anybody.
 */
export interface Subscriber {
  /** Counts up, never used again. */
  readonly number: SubscriberNumber;
  readonly channel: Channel;
  readonly sealed: SealedAddress;
  readonly wishes: Wishes;
  /** pending: has not confirmed yet; suspended: the address was refused for good. */
  readonly status: "pending" | "active" | "suspended";
  /** When they asked; for those who are pending, when they asked last. */
  readonly since: Instant;
  readonly confirmedAt: Instant | null;
}

/** An address encrypted at rest, with what finds it again. */
export interface SealedAddress {
  /** AES-256-GCM under the delivery key: base64 of nonce, ciphertext and tag. */
  readonly box: string;
  /** HMAC-SHA-256 of channel and address under a key of its own, hex: equal for equal addresses. */
  readonly fingerprint: string;
}
