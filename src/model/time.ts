import type { Brand } from "./brand.ts";
import { TocsinError } from "./error.ts";

/** A point in time, RFC 3339 in UTC with whole seconds: `2031-03-03T12:20:00Z`. Sorts as text. */
export type Instant = Brand<string, "Instant">;

/** Time as a port: the only way any stage learns what time it is. */
export type Clock = () => Instant;

/** Milliseconds since the epoch → Instant (fractions of a second are dropped). */
export function instantOf(ms: number): Instant {
  return (new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19) + "Z") as Instant;
}

/** Any RFC 3339 text (with zone) → Instant. Throws INPUT_INVALID on anything else. */
export function parseInstant(text: string): Instant {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new TocsinError("INPUT_INVALID", `“${text.slice(0, 40)}” is not a date and time with a zone.`, {
      fix: "Write it like 2031-03-03T12:20:00Z.",
    });
  }
  return instantOf(ms);
}

export function isInstant(text: unknown): text is Instant {
  return typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Instant → milliseconds since the epoch. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** How old something is, in the coarse whole units that a reader is told. */
export type Age =
  | { readonly unit: "now" }
  | { readonly unit: "hours"; readonly hours: number }
  | { readonly unit: "days"; readonly days: number }
  | { readonly unit: "months"; readonly years: number; readonly months: number };

/**
 * Age of `from` at `at`: under 1 hour "now", under 48 hours whole hours, under one month whole days, then whole
 * calendar months (UTC) as years and months. `at` before `from` counts as "now".
 */
export function ageAt(from: Instant, at: Instant): Age {
  const ms = msOf(at) - msOf(from);
  const hours = Math.floor(ms / 3_600_000);
  if (hours < 1) return { unit: "now" };
  if (hours < 48) return { unit: "hours", hours };
  const a = new Date(msOf(from));
  const b = new Date(msOf(at));
  let months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + (b.getUTCMonth() - a.getUTCMonth());
  const anniversary = new Date(a);
  anniversary.setUTCMonth(a.getUTCMonth() + months);
  if (anniversary.getTime() > b.getTime()) months -= 1;
  if (months < 1) return { unit: "days", days: Math.floor(hours / 24) };
  return { unit: "months", years: Math.floor(months / 12), months: months % 12 };
}
