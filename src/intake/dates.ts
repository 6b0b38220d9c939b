import { instantOf, type Instant } from "../model/time.ts";
import { monthOf } from "./months.ts";

/** What `03/04/2031` means where a page is read: 3 April or March 4. */
export type DigitOrder = "day-first" | "month-first";

/** A date found in a line of text. */
export interface FoundDate {
  /** The day, with its time where one stands behind it. Two when digits may be read either way, the likelier first. */
  readonly readings: readonly Instant[];
  /** False when nothing tells which reading is meant. */
  readonly isSure: boolean;
  /** Where it stands, in UTF-16 units of the line. */
  readonly start: number;
  readonly end: number;
}

/** Zone names of RFC 822 §5 and the common European ones → minutes east of UTC. */
const ZONES: ReadonlyMap<string, number> = new Map(
  (
    "ut 0 utc 0 gmt 0 z 0 wet 0 west 60 bst 60 cet 60 cest 120 eet 120 eest 180 msk 180 " +
    "est -300 edt -240 cst -360 cdt -300 mst -420 mdt -360 pst -480 pdt -420"
  )
    .match(/\w+ -?\d+/g)!
    .map((pair) => [pair.split(" ")[0]!, Number(pair.split(" ")[1])]),
);

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?\s*((?:gmt|utc)?\s*[+-]\d{2}:?\d{2}\b|[a-z]{1,5}\b)?`;
const THEN_TIME = String.raw`(?:,?\s+(?:[-–|·]\s+)?(?:(?:at|um|о|à|kl\.?)\s+)?${TIME})?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}]|\d[.,/:-])`;
const AFTER = String.raw`(?![\p{L}\p{N}]|[./-]\d)`;
/** A word that may be a month: longer ones are looked up only to be turned down. */
const WORD = String.raw`(\p{L}{3,14})\.?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|\.|º|-?го)?`;

interface Form {
  readonly pattern: RegExp;
  /** Which groups hold year, month and day; the time's five groups come after the last. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: number;
}

const form = (pattern: string, [year, month, day, time]: readonly [number, number, number, number]): Form => ({
  pattern: new RegExp(pattern, "giu"),
  year,
  month,
  day,
  time,
});

const FORMS: readonly Form[] = [
  // 2031-03-03T12:00:00Z, 2031/3/3, 20310303
  form(
    String.raw`${BEFORE}(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|(\d{2})(?=\d{2}(?!\d)))(\d{1,2})(?!\d)(?:(?:t|\s+)${TIME})?`,
    [1, 2, 6, 7],
  ),
  // Mon, 03 Mar 2031 12:00:00 GMT; 3rd of March 2031; 3 de marzo de 2031; 3. März 2031; 3 березня 2031
  form(
    String.raw`${BEFORE}(\d{1,2})${ORDINAL}(?:\s+|-)(?:(?:de|of)\s+|d['’]\s*)?${WORD},?(?:\s+|-)(?:del?\s+)?(\d{4})(?!\d)${THEN_TIME}`,
    [3, 2, 1, 4],
  ),
  // March 3, 2031 2:20 pm
  form(String.raw`${BEFORE}${WORD}\s*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})(?!\d)${THEN_TIME}`, [3, 1, 2, 4]),
  // 2031. március 3., 2031 m. kovo 3 d.
  form(String.raw`${BEFORE}(\d{4})\.?\s+(?:m\.\s+)?${WORD}\s+(\d{1,2})${AFTER}`, [1, 2, 3, 4]),
];
/** 3.4.2031, 3/4/2031, 3/4/31, 3-4-2031 */
const DIGITS = new RegExp(
  String.raw`${BEFORE}(\d{1,2})([./]|-(?=\d{1,2}-\d{4}))(\d{1,2})\2(\d{4}|\d{2})${AFTER}${THEN_TIME}`,
  "giu",
);
const SHORT_YEAR = new RegExp(String.raw`^(\d{1,2})[\s-]+${WORD}[\s-]+(\d{2})(?!\d)${THEN_TIME}`, "iu");
/** A line of dates is short; what is longer is cut. */
const LINE_MAX = 600;

/** All dates that stand in a line, in its order. Without a zone a time is taken as UTC, without a time as midnight. */
export function datesIn(line: string, order?: DigitOrder): FoundDate[] {
  const text = line.slice(0, LINE_MAX);
  // Most lines hold none, and this tells so at once.
  if (!/\d/.test(text)) return [];
  const found: FoundDate[] = [];
  for (const one of FORMS) {
    for (const match of text.matchAll(one.pattern)) {
      const name = match.slice(one.month, one.day > one.month ? one.day : undefined).find(Boolean) ?? "";
      const month = /^\d/.test(name) ? Number(name) : monthOf(name);
      const date = instant(Number(match[one.year]), month, Number(match[one.day]), match.slice(one.time));
      if (date !== null)
        found.push({ readings: [date], isSure: true, start: match.index, end: match.index + match[0].length });
    }
  }
  for (const match of text.matchAll(DIGITS)) {
    const date = fromDigits(match, order);
    if (date !== null) found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((one, at) => !found.slice(0, at).some((other) => other.end > one.start));
}

/**
 * A date, with or without a time, in the forms that feeds and pages use: ISO 8601, RFC 822 / 1123, dates in words of
 * European languages, digits. Only a weekday may stand before it. Anything else, or a year before 1970 or after 2199, is
 * null. Digits whose order is not clear (`03/04/2031`) are null too, unless `order` says how they are meant.
 */
export function parseDate(text: string, order?: DigitOrder): Instant | null {
  const line = text.trim().slice(0, 80);
  const first = datesIn(line, order)[0];
  if (first !== undefined && /^(?:\p{L}+\.?,?\s+)?$/u.test(line.slice(0, first.start)))
    return first.isSure ? first.readings[0]! : null;
  const short = SHORT_YEAR.exec(line.replace(/^\p{L}+,\s+/u, ""));
  return short === null ? null : instant(fullYear(short[3]!), monthOf(short[2]!), Number(short[1]), short.slice(4));
}

/** `/2031/03/03/`, `/2031-03-03-`, `/20310303/` in an address → that day. */
export function dateInUrl(url: string): Instant | null {
  const path = URL.parse(url)?.pathname ?? "";
  const found = /(?:^|[/_-])((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=$|[/_.-])/.exec(path);
  if (found !== null) return instant(Number(found[1]), Number(found[3]), Number(found[4]), []);
  const words = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})\//i.exec(path);
  return words === null ? null : instant(Number(words[1]), monthOf(words[2]!), Number(words[3]), []);
}

/** `03.04.2031` is the 3rd of April; `03/04/2031` may be either, unless one number is over 12. */
function fromDigits(
  found: RegExpExecArray,
  order: DigitOrder | undefined,
): Pick<FoundDate, "readings" | "isSure"> | null {
  const [first, separator, second] = [Number(found[1]), found[2], Number(found[3])];
  const read = (day: number, month: number) => instant(fullYear(found[4]!), month, day, found.slice(5));
  const [dayFirst, monthFirst] = [read(first, second), read(second, first)];
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst;
    return only === null ? null : { readings: [only], isSure: true };
  }
  const isMonthFirst = separator !== "." && order === "month-first";
  return {
    readings: isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst],
    isSure: separator === "." || order !== undefined,
  };
}

/** RFC 2822 §4.3: two digits up to 49 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/** `time` holds hour, minute, second, am/pm and zone as found, each possibly undefined. */
function instant(
  year: number,
  monthNumber: number,
  day: number,
  time: readonly (string | undefined)[],
): Instant | null {
  const [h, min, s, half, zone] = time;
  let hour = Number(h ?? 0);
  if (half !== undefined) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const minute = Number(min ?? 0);
  const second = Math.min(59, Number(s ?? 0));
  if (year < 1970 || year > 2199 || monthNumber < 1 || monthNumber > 12 || hour > 23 || minute > 59) return null;
  const midnight = new Date(Date.UTC(year, monthNumber - 1, day));
  if (midnight.getUTCDate() !== day || midnight.getUTCMonth() !== monthNumber - 1) return null;
  return instantOf(midnight.getTime() + ((hour * 60 + minute - zoneMinutes(zone)) * 60 + second) * 1000);
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset !== null) return (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return ZONES.get(zone.toLowerCase()) ?? 0;
}
