import type { Instant } from "../model/time.ts";
import { msOf } from "../model/time.ts";
import { MONTH_NAMES, WEEKDAYS } from "./figures/number-words.ts";

/** A moment that a sentence names for its figures, in milliseconds, and whether it names one at all. */
export interface AsOf {
  readonly ms: number;
  /** True: "by noon on Sunday", "as of 2 August"; false: the time of publication stands in. */
  readonly named: boolean;
  /** The count itself is dated: "by noon", "At noon 300 …"; not "it broke away at noon". */
  readonly counts: boolean;
  /** Half of the span in which the moment may lie, in milliseconds. */
  readonly within: number;
  /** The month or year that the sentence counts over ("this month", "in July"), as a key; null where it names none. */
  readonly period: string | null;
  /** First millisecond of the day on which it happened ("on Saturday 340 crossed"); null where none is named. */
  readonly day: number | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS = ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
const PARTS: Readonly<Record<string, number>> = {
  midnight: 24,
  dawn: 6,
  daybreak: 6,
  sunrise: 6,
  breakfast: 8,
  morning: 9,
  noon: 12,
  midday: 12,
  lunchtime: 13,
  afternoon: 15,
  teatime: 17,
  dusk: 19,
  sunset: 19,
  nightfall: 20,
  evening: 19,
  night: 22,
  tonight: 22,
  overnight: 4,
};

const MONTH = `(?:${MONTH_NAMES.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)})?\\.?`).join("|")})`;
const CLOCK = new RegExp(
  String.raw`^(?:the\s+)?(?:(\d{1,2})[:.](\d\d)|(\d{1,2})(?!\s*(?:per|%|,|\.\d|\d|[a-z]+s\b)|(?:st|nd|rd|th)?\s+${MONTH})|(${HOURS.join("|")})\b(?!\s+(?:people|of|dead|men|women|hundred|thousand|million)))\s*(a\.?m\.?|p\.?m\.?|o['’]clock)?`,
  "i",
);
const PART = new RegExp(String.raw`\b(${Object.keys(PARTS).join("|")})\b`, "i");
const WEEKDAY = new RegExp(String.raw`\b(last\s+)?(${WEEKDAYS.join("|")})\b`, "i");
const DATE = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(${MONTH})|(${MONTH})\s+(\d{1,2})(?:st|nd|rd|th)?)\b(?:,?\s+(\d{4}))?`,
  "i",
);
const MONTH_PART = new RegExp(
  String.raw`\b(?:(start|beginning|middle|end|early|mid|late)[\s-]+(?:of\s+)?)(${MONTH})\b`,
  "i",
);

/** The words that say until when was counted; "on Saturday night" says when it happened. */
const COUNTED_TO = new RegExp(
  String.raw`\b(?:as of|as at|up to|until|till|by|at|so far,? by|through|this|yesterday)\s+((?:the\s+)?(?:${[
    ...Object.keys(PARTS),
    ...WEEKDAYS,
    ...HOURS,
    "start",
    "beginning",
    "middle",
    "end",
    "early",
    "mid",
    "late",
    "yesterday",
    "today",
    "last",
    "this",
    MONTH,
    String.raw`\d{1,2}(?=[ap]\.?m|\b)(?![,.]\d{3})`,
  ].join("|")})(?:\b|(?=[ap]\.?m))[^,;]{0,40})`,
  "i",
);

/**
 * When the figures of a sentence hold: "by Tuesday evening", "as of 18:00", "at noon on Sunday", else `published`.
 * Weekdays and hours are the last ones before publication; the time zone is the report's own (UTC).
 */
export function asOfIn(sentence: string, published: Instant | null): AsOf {
  const at = published === null ? 0 : msOf(published);
  const period = periodIn(sentence, at);
  const unknown: AsOf = {
    ms: at,
    named: false,
    counts: false,
    within: 3 * HOUR,
    period,
    day: eventDayIn(sentence, at),
  };
  const told = COUNTED_TO.exec(sentence);
  const phrase = told?.[1];
  if (phrase === undefined || at === 0) return unknown;
  const start = Math.floor(at / DAY) * DAY;
  const found = momentIn(phrase, sentence, at, start);
  return found === null
    ? unknown
    : {
        ...unknown,
        ...found,
        named: true,
        counts: told?.index === 0 || !/^(?:at|through|this|yesterday)\b/i.test(told?.[0] ?? ""),
      };
}

function momentIn(
  phrase: string,
  sentence: string,
  at: number,
  start: number,
): { readonly ms: number; readonly within: number } | null {
  const day = dayIn(phrase, start) ?? dayIn(sentence, start);
  const hour = hourIn(phrase);
  if (hour === null) {
    const named = dayIn(phrase, start);
    if (named === null) return null;
    return named === start ? { ms: at, within: 3 * HOUR } : { ms: named + DAY / 2, within: DAY / 2 };
  }
  let ms = (day ?? start) + hour.hour * HOUR;
  // "By two o'clock" without morning or afternoon: the later of the two that has passed; a zone may be an hour ahead.
  if (hour.either && ms + 12 * HOUR <= at + HOUR) ms += 12 * HOUR;
  // "By nightfall", printed in the evening: nightfall is about now.
  const about = hour.exact ? HOUR : 3 * HOUR;
  if (ms > at + about && day === null) ms -= DAY;
  return { ms: Math.min(ms, at), within: hour.exact ? HOUR : 2 * HOUR };
}

const MONTHS = MONTH_NAMES.map((m) => `${m.charAt(0).toUpperCase()}${m.slice(1)}`).join("|");
const PERIOD = new RegExp(
  String.raw`\b(?:([Tt]his|[Ll]ast|[Tt]he) (month|year|week|season)(?:['’]s)?|(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]f) (${MONTHS})\b(?! \d)|(${MONTHS})['’]s)`,
  "u",
);

/** A month or year over which is counted. */
function periodIn(sentence: string, at: number): string | null {
  const found = PERIOD.exec(sentence);
  if (found === null || at === 0) return null;
  const day = new Date(at);
  const month = (found[3] ?? found[4])?.toLowerCase();
  if (month !== undefined) return `month ${MONTH_NAMES.indexOf(month)}`;
  const back = found[1]?.toLowerCase() === "last" ? 1 : 0;
  const unit = (found[2] ?? "").toLowerCase();
  if (unit === "month") return `month ${(day.getUTCMonth() - back + 12) % 12}`;
  if (unit === "week") return `week ${Math.floor(at / (7 * DAY)) - back}`;
  return unit === "year" ? `year ${day.getUTCFullYear() - back}` : `${unit} ${back}`;
}

const ON_DAY = new RegExp(
  String.raw`\b(?:(said|says|told|announced|reported|stated|confirmed|added|wrote|writes)\b[^,;.]{0,40}?)?(?:\bon (${WEEKDAYS.join("|")})\b|(?<!by )(?<!until )\b(${WEEKDAYS.join("|")})['’]s\b)`,
  "gi",
);

const ON_DATE = new RegExp(
  String.raw`\b(?:on|as (?:at|of)) (?:the )?(?:(\d{1,2}|first|second|third)(?:st|nd|rd|th)?(?: of)? (${MONTH})|(${MONTH}) (\d{1,2}))\b`,
  "i",
);
const PLACES = ["", "first", "second", "third"];

/** The day on which it happened; not the one on which somebody said so. */
function eventDayIn(sentence: string, at: number): number | null {
  if (at === 0) return null;
  const date = ON_DATE.exec(sentence);
  if (date !== null) {
    const told = (date[1] ?? date[4] ?? "").toLowerCase();
    const number = PLACES.includes(told) ? PLACES.indexOf(told) : Number(told);
    const month = monthOf(date[2] ?? date[3] ?? "");
    if (number >= 1 && number <= 31 && month !== -1)
      return nearest(Math.floor(at / DAY) * DAY, month, number, undefined);
  }
  for (const match of sentence.matchAll(ON_DAY)) {
    if (match[1] !== undefined) continue;
    return dayIn(match[2] ?? match[3] ?? "", Math.floor(at / DAY) * DAY);
  }
  return null;
}

/** The day that a phrase names, as its first millisecond. */
function dayIn(text: string, start: number): number | null {
  const date = DATE.exec(text);
  if (date !== null) {
    const number = Number(date[1] ?? date[4]);
    const month = monthOf(date[2] ?? date[3] ?? "");
    if (number >= 1 && number <= 31 && month !== -1) return nearest(start, month, number, date[5]);
  }
  const part = MONTH_PART.exec(text);
  if (part !== null) {
    const month = monthOf(part[2] ?? "");
    const number = /^(?:start|beginning|early)/i.test(part[1] ?? "") ? 1 : /^mid/i.test(part[1] ?? "") ? 15 : 28;
    if (month !== -1) return nearest(start, month, number, undefined);
  }
  if (/\byesterday\b|\blast night\b|\bovernight\b/i.test(text)) return start - DAY;
  if (/\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b/i.test(text)) return start;
  const weekday = WEEKDAY.exec(text);
  if (weekday === null) return null;
  const wanted = WEEKDAYS.indexOf((weekday[2] ?? "").toLowerCase());
  const back = (new Date(start).getUTCDay() - wanted + 7) % 7;
  return start - (back === 0 && weekday[1] !== undefined ? 7 : back) * DAY;
}

function monthOf(name: string): number {
  const short = name.toLowerCase().slice(0, 3);
  return MONTH_NAMES.findIndex((month) => month.startsWith(short));
}

/** The last day of that date before `start`. */
function nearest(start: number, month: number, number: number, year: string | undefined): number {
  const of = (y: number): number => Date.UTC(y, month, number);
  const now = new Date(start).getUTCFullYear();
  if (year !== undefined) return of(Number(year));
  return of(now) > start + 2 * DAY ? of(now - 1) : of(now);
}

/** "Six in the morning", "four this afternoon", "nine on Wednesday evening". */
const HALF: readonly (readonly [words: RegExp, half: string])[] = [
  [/^[^,.;]{0,24}\bmorning\b/i, "am"],
  [/^[^,.;]{0,24}\b(?:afternoon|evening|tonight)\b/i, "pm"],
];

function hourIn(text: string): { readonly hour: number; readonly either: boolean; readonly exact: boolean } | null {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const word = clock[4]?.toLowerCase();
    const number = word === undefined ? Number(clock[1] ?? clock[3]) : HOURS.indexOf(word) || 12;
    const rest = text.slice(clock.index + clock[0].length);
    const half = clock[5]?.toLowerCase().replaceAll(".", "") ?? HALF.find(([words]) => words.test(rest))?.[1];
    // "By six on Sunday", but not "by six people".
    const alone =
      clock[5] === undefined && clock[2] === undefined && !/^\s*(?:on|this|in|yesterday|last|[,.;]|$)/i.test(rest);
    if (!alone && number <= 24) {
      const minutes = Number(clock[2] ?? 0) / 60;
      const evening = half === "pm" && number < 12 ? 12 : half === "am" && number === 12 ? -12 : 0;
      const either = half !== "am" && half !== "pm" && number <= 12 && clock[1] === undefined;
      return { hour: number + minutes + evening, either, exact: true };
    }
  }
  const part = PART.exec(text)?.[1]?.toLowerCase();
  return part === undefined
    ? null
    : { hour: PARTS[part] ?? 12, either: false, exact: /^(?:noon|midday|midnight)$/.test(part) };
}
