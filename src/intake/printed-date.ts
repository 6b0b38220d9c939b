import { msOf, type Instant } from "../model/time.ts";
import { datesIn, type DigitOrder, type FoundDate } from "./dates.ts";
import type { PrintedLine } from "./near-heading.ts";

const UPDATED =
  /updated?\b|modified|revised|edited|reviewed|оновлен|обновлен|aktualisiert|geändert|stand:|mis à jour|modifié|actualizad|atualizad|aggiornat|bijgewerkt|aktualiz|uppdatera|opdater|oppdater|päivitetty/iu;
const PUBLISHED =
  /publish|posted|submitted|issued|released|опублік|опублик|veröffentlicht|publié|publicad|pubblicat|gepubliceerd|opublikowan|publicera|udgivet|publisert|julkaistu/iu;
/** More words beside a date than this are a sentence, and the date is of what it tells. */
const WORDS_MAX = 14;

/**
 * The date that a page prints for its readers beside its title: one called that of publication before one without a
 * name (close behind the title, ahead of it, farther behind), that before one called that of a change. `stated` is what the page gives
 * as data: where it falls on the printed day, anywhere on earth, it is taken for its time.
 */
export function printedDate(lines: readonly PrintedLine[], stated: Instant | null, order?: DigitOrder): Instant | null {
  let best: { readonly rank: number; readonly date: Instant; readonly distance: number } | null = null;
  for (const { text: printed, label, distance } of lines) {
    // Names and dates that only the style sheet keeps apart.
    const text = printed.replace(/(\p{Ll})(?=\p{Lu}|\d)/gu, "$1 ");
    let end = 0;
    for (const found of datesIn(text, order)) {
      const before = text.slice(end, found.start);
      end = found.end;
      const named = nameOf(/\p{L}/u.test(before) ? before : `${label} ${before}`);
      if (named === "none" && (distance === 0 || distance > NAMELESS_MAX || wordsBeside(text, found) > WORDS_MAX))
        continue;
      const date = readingOf(found, stated);
      const rank = named === "published" ? 0 : named === "updated" ? 4 : distance < 0 ? 2 : distance <= CLOSE ? 1 : 3;
      const isFar = named === "none" && best !== null && distance > best.distance + NEAR_DATE;
      if (date !== null && !isFar && (best === null || rank < best.rank)) best = { rank, date, distance };
    }
  }
  return best?.date ?? null;
}
/** A date without a name is that of the page only so near its title, and so near the page's other dates, in blocks. */
const NAMELESS_MAX = 14;
const CLOSE = 8;
const NEAR_DATE = 3;

function wordsBeside(text: string, { start, end }: FoundDate): number {
  const words = (part: string) => part.match(/\p{L}+/gu)?.length ?? 0;
  return words(text.slice(0, start)) + words(text.slice(end));
}

function nameOf(text: string): "published" | "updated" | "none" {
  const near = text.slice(-60);
  const published = near.search(PUBLISHED);
  const updated = near.search(UPDATED);
  if (published < 0 && updated < 0) return "none";
  return updated > published ? "updated" : "published";
}

/** The day as read; the page's own data where they agree; null where neither order of the digits is known to be meant. */
function readingOf({ readings, isSure }: FoundDate, stated: Instant | null): Instant | null {
  const agreed = stated === null ? undefined : readings.find((reading) => isSameDay(reading, stated));
  if (agreed !== undefined) return isMidnight(agreed) ? stated : agreed;
  return isSure ? readings[0]! : null;
}

const HOUR = 3_600_000;

/** Is `stated` on the day of `printed` in any zone on earth (UTC-12 to UTC+14)? A date without a time must be the same. */
function isSameDay(printed: Instant, stated: Instant): boolean {
  if (isMidnight(stated)) return printed.slice(0, 10) === stated.slice(0, 10);
  const day = Date.parse(`${printed.slice(0, 10)}T00:00:00Z`);
  const after = msOf(stated) - day;
  return after >= -14 * HOUR && after < 36 * HOUR;
}

function isMidnight(instant: Instant): boolean {
  return instant.endsWith("T00:00:00Z");
}
