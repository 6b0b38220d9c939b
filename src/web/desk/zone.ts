import { instantOf, msOf, type Instant } from "../../model/time.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** Milliseconds that clocks in `zone` are ahead of UTC at a point in time. */
function offsetAt(ms: number, zone: string): number {
  const found: Record<string, number> = {};
  for (const { type, value } of partsFormat(zone).formatToParts(ms)) found[type] = Number(value);
  const wall = Date.UTC(
    found["year"] ?? 0,
    (found["month"] ?? 1) - 1,
    found["day"] ?? 1,
    found["hour"] ?? 0,
    found["minute"] ?? 0,
    found["second"] ?? 0,
  );
  return wall - Math.floor(ms / 1000) * 1000;
}

/** Instant → what clocks in `zone` show, as an `<input type="datetime-local">` wants it: `2031-03-03T14:20`. */
export function localOf(instant: Instant, zone: string): string {
  const ms = msOf(instant);
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16);
}

/**
 * What clocks in `zone` show → Instant; null when `local` is no date and time. An hour that the clocks skip moves
 * forward with them; of an hour that they repeat, the first is meant.
 */
export function instantIn(local: string, zone: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return null;
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return null;
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  for (const offset of [before, after]) {
    if (offsetAt(wall - offset, zone) === offset) return instantOf(wall - offset);
  }
  return instantOf(wall - before);
}

/** Is this a time zone that the platform knows? */
export function isZone(zone: string): boolean {
  try {
    partsFormat(zone);
    return true;
  } catch {
    return false;
  }
}
