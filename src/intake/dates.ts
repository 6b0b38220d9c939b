import { instantOf, type Instant } from "../model/time.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");

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
const ISO = new RegExp(String.raw`^(\d{4})-?(\d{2})-?(\d{2})(?:(?:t|\s+)${TIME})?`, "i");
/** `Mon, 03 Mar 2031 12:00:00 GMT`, `3rd March 2031`, `3 March 2031, 14:20`. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(?:at\s+)?${TIME})?`,
  "i",
);
/** `March 3, 2031 2:20 pm`, `Mon Mar 3 2031 12:00:00 GMT+0100`. */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]+,?\s+)??([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?${TIME})?`,
  "i",
);

const DIGITS = new RegExp(
  String.raw`^(?:[a-z]+,\s+)?(\d{1,2})([./])(\d{1,2})\2(\d{4})(?:,?\s+(?:-\s+|at\s+)?${TIME})?`,
  "i",
);

/**
 * A date, with or without a time, in the forms that feeds and pages use: ISO 8601, RFC 822 / 1123, English dates in
 * words. Without a zone it is taken as UTC, without a time as midnight. Anything else, or a year before 1970 or after
 * 2199, is null. Dates in digits whose order is not clear (`03/04/2031`) are null too.
 */
export function parseDate(text: string): Instant | null {
  const line = text.trim().slice(0, 80);
  const iso = ISO.exec(line);
  if (iso !== null) return instant(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4));
  const digits = DIGITS.exec(line);
  if (digits !== null) return fromDigits(digits);
  const dayFirst = DAY_FIRST.exec(line);
  if (dayFirst !== null)
    return instant(fullYear(dayFirst[3]!), month(dayFirst[2]!), Number(dayFirst[1]), dayFirst.slice(4));
  const monthFirst = MONTH_FIRST.exec(line);
  if (monthFirst !== null) {
    return instant(Number(monthFirst[3]), month(monthFirst[1]!), Number(monthFirst[2]), monthFirst.slice(4));
  }
  return null;
}

const NAME =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const IN_LINE = new RegExp(
  String.raw`\b(${NAME}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+${NAME}\.?,?\s+(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2})\b`,
  "i",
);

/** The first date that stands anywhere in a line of text. */
export function dateInLine(line: string): Instant | null {
  const found = IN_LINE.exec(line.slice(0, 600));
  return found === null ? null : parseDate(found[1]!);
}

/** `/2031/03/03/`, `/2031-03-03-`, `/20310303/` in an address → that day. */
export function dateInUrl(url: string): Instant | null {
  const path = URL.parse(url)?.pathname ?? "";
  const found = /(?:^|[/_-])((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=$|[/_.-])/.exec(path);
  if (found !== null) return instant(Number(found[1]), Number(found[3]), Number(found[4]), []);
  const words = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})\//i.exec(path);
  return words === null ? null : instant(Number(words[1]), month(words[2]!), Number(words[3]), []);
}

/** `03.04.2031` is always the 3rd of April; `03/04/2031` may be either, unless one number is over 12. */
function fromDigits(found: RegExpExecArray): Instant | null {
  const [first, separator, second] = [Number(found[1]), found[2], Number(found[3])];
  const dayFirst = separator === "." || first > 12 || first === second;
  if (!dayFirst && second <= 12) return null;
  const [day, monthNumber] = dayFirst ? [first, second] : [second, first];
  return instant(Number(found[4]), monthNumber, day, found.slice(5));
}

/** 0 for what is no month. */
function month(name: string): number {
  return name.length < 3 ? 0 : MONTHS.findIndex((full) => full.startsWith(name.toLowerCase())) + 1;
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
