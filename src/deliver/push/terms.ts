import { createHash } from "node:crypto";
import type { Urgency } from "web-push";
import { msOf, type Instant } from "../../model/time.ts";
import type { Letter } from "../letter.ts";

const DAY_S = 86_400;
/** What the large push services keep a message at most. */
const TTL_MAX_S = 28 * DAY_S;
const TOPIC_MAX = 32;

/**
 * How devices that save power are woken (RFC 8030 §5.3): for a notice even with little charge left; a summary waits
 * until the device is in use or charging.
 */
const URGENCIES: Readonly<Record<Letter["kind"], Urgency>> = {
  notice: "high",
  correction: "normal",
  withdrawal: "normal",
  edition: "normal",
  digest: "low",
};

/** How long a message waits for a device that is off, in seconds, where its letter has no end: news grow old fast. */
const TTLS_S: Readonly<Record<Letter["kind"], number>> = {
  notice: TTL_MAX_S,
  correction: TTL_MAX_S,
  withdrawal: TTL_MAX_S,
  edition: 3 * DAY_S,
  digest: 2 * DAY_S,
};

/** How the push service is to treat a letter. */
export interface Terms {
  /** Seconds (RFC 8030 §5.2). */
  readonly TTL: number;
  readonly urgency: Urgency;
  /** Takes the place of what is not delivered yet under the same topic (RFC 8030 §5.4). */
  readonly topic: string;
}

/** Null: the letter is not to be shown any more. */
export function termsOf({ kind, expires, thread }: Letter, now: Instant): Terms | null {
  const left = expires === null ? TTLS_S[kind] : Math.floor((msOf(expires) - msOf(now)) / 1000);
  if (left <= 0) return null;
  return { TTL: Math.min(left, TTL_MAX_S), urgency: URGENCIES[kind], topic: topicOf(thread) };
}

/** At most 32 characters of base64url, the same for the same thread. */
export function topicOf(thread: string): string {
  if (/^[\w-]{1,32}$/.test(thread)) return thread;
  return createHash("sha256").update(thread).digest("base64url").slice(0, TOPIC_MAX);
}
