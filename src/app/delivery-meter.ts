import type { Channel } from "../model/channel.ts";
import type { Lane, Outcome } from "../deliver/dispatch.ts";
import type { Hold, Result } from "../deliver/ports.ts";
import { settle } from "../deliver/settle.ts";
import type { Clock } from "../model/time.ts";
import { msOf } from "../model/time.ts";

/** Hand-overs of this process since it started. */
export interface MeterCount {
  readonly channel: Channel;
  readonly lane: Lane;
  readonly outcome: Outcome;
  readonly count: number;
}

/** Counts what this process hands over, for the dashboard and for metrics. */
export interface DeliveryMeter {
  /** A block is settled. */
  count(hold: Hold, results: readonly Result[]): void;
  /** Handed over on a channel within the last minute. */
  perMinute(channel: Channel): number;
  counts(): readonly MeterCount[];
  /** How often each trouble came, by the code that the channel gave. */
  troubles(): readonly { readonly channel: Channel; readonly code: string; readonly count: number }[];
}

const MINUTE_MS = 60_000;

export function createDeliveryMeter(clock: Clock): DeliveryMeter {
  const counts = new Map<string, MeterCount>();
  const troubles = new Map<string, { channel: Channel; code: string; count: number }>();
  /** One for each second in which something was handed over on a channel, oldest first. */
  let recent: { readonly channel: Channel; readonly at: number; count: number }[] = [];

  function note(channel: Channel, at: number, count: number): void {
    recent = recent.filter((one) => at - one.at < MINUTE_MS);
    const known = recent.find((one) => one.at === at && one.channel === channel);
    if (known === undefined) recent.push({ channel, at, count });
    else known.count += count;
  }

  return {
    count({ dispatch: { channel, lane }, range }, results) {
      const now = clock();
      note(channel, msOf(now), results.length);
      for (const result of results) {
        const { outcome, trouble } = settle(result, range.attempt, now);
        const key = `${channel} ${lane} ${outcome}`;
        counts.set(key, { channel, lane, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
        if (trouble === null) continue;
        const { code } = trouble;
        const known = `${channel} ${code}`;
        troubles.set(known, { channel, code, count: (troubles.get(known)?.count ?? 0) + 1 });
      }
    },
    perMinute(channel) {
      const now = msOf(clock());
      return recent
        .filter((one) => one.channel === channel && now - one.at < MINUTE_MS)
        .reduce((sum, { count }) => sum + count, 0);
    },
    counts: () => [...counts.values()],
    troubles: () => [...troubles.values()],
  };
}
