import type { Channel } from "../model/channel.ts";
import type { History } from "../model/history.ts";
import type { DispatchId, EntryId } from "../model/id.ts";
import { SECTIONS } from "../model/statement.ts";
import { instantOf, msOf, type Instant } from "../model/time.ts";
import type { DispatchPlan } from "./ports.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How many days of missed digests one that comes late makes good. */
export const DIGEST_DAYS_MAX = 7;

/** The digest of an hour: `digest:2031-03-04T06/email`. */
export function digestId(hour: Instant, channel: Channel): DispatchId {
  return `digest:${hour.slice(0, 13)}/${channel}` as DispatchId;
}

/** The full hour that `now` is in. */
export function hourOf(now: Instant): Instant {
  return instantOf(Math.floor(msOf(now) / HOUR_MS) * HOUR_MS);
}

/** An hour some days before. */
export function daysBefore(hour: Instant, days: number): Instant {
  return instantOf(msOf(hour) - days * DAY_MS);
}

/** Hour of the day in a time zone, 0–23. */
export function localHour(at: Instant, timeZone: string): number {
  const text = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(msOf(at));
  return Number(text);
}

/**
 * The daily digest of an hour on one channel: the editions since the last one of that hour. `last`: its hour; null:
 * there was none within a week. `missed`: digests whose hour passed before everybody had them; who is left gets them
 * merged into this one. Null when there is nothing to tell.
 */
export function digestPlan(
  hour: Instant,
  channel: Channel,
  history: History,
  { last, missed }: { readonly last: Instant | null; readonly missed: readonly DispatchId[] },
): DispatchPlan | null {
  const { office } = history;
  if (office === null) return null;
  const since = (from: Instant): readonly EntryId[] =>
    history.editions
      .filter(({ time }) => time >= from && time < hour)
      .map(({ value }) => `edition:${value.number}` as EntryId);
  const entries = since(last ?? daysBefore(hour, 1));
  const older = missed.length === 0 ? [] : since(daysBefore(hour, DIGEST_DAYS_MAX));
  if (entries.length === 0 && older.length === 0) return null;
  return {
    dispatch: {
      id: digestId(hour, channel),
      channel,
      lane: "digest",
      why: "subscribed",
      threads: [],
      plannedAt: hour,
      notAfter: instantOf(msOf(hour) + DAY_MS - HOUR_MS),
      paused: false,
    },
    audience: [
      // First, so that they are not told only what is new.
      ...(missed.length === 0 ? [] : [{ kind: "merged", from: missed, entries: older } as const]),
      ...(entries.length === 0
        ? []
        : [
            {
              kind: "subscribed",
              frequencies: ["daily"],
              topics: SECTIONS,
              hour: localHour(hour, office.timeZone),
              areas: null,
              entries,
              without: [],
            } as const,
          ]),
    ],
  };
}
