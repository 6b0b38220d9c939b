import type { Instant } from "../../model/time.ts";
import { msOf } from "../../model/time.ts";
import { MONTH_NAMES, WEEKDAYS } from "./number-words.ts";
import { isDigits, isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";
import type { Tense } from "./tense.ts";
import { tenseAround } from "./tense.ts";

const DAY_MS = 86_400_000;
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((month, i) => {
    const short = month.slice(0, 3);
    const forms = [
      month,
      short,
      `${short}.`,
      ...(i === 8 ? ["sept", "sept."] : []),
      ...(i === 5 || i === 6 ? [`${month}.`] : []),
    ];
    return forms.map((form) => [form, i] as const);
  }),
);
const SHORT_DAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((day, i) => {
    const extra = i === 2 ? ["tues"] : i === 3 ? ["weds"] : i === 4 ? ["thur", "thurs"] : [];
    return [day, day.slice(0, 3), ...extra].flatMap((form) => [[form, i] as const, [`${form}.`, i] as const]);
  }),
);
const STREETS =
  /^(?:street|st|st\.|avenue|ave|square|road|bridge|boulevard|station|lane|quay|party|movement|group|brigade)$/;

/** A calendar day, or a run of days, in the text: `yyyymmdd`, and the pieces `[from, to)` that print it. */
export interface DateAt {
  readonly value: number;
  /** Last day of a run; null for one day. */
  readonly max: number | null;
  readonly from: number;
  readonly to: number;
}

/**
 * The date at piece `i`. Days without a year, and weekdays, are counted from `published` by the tense of their clause:
 * past is the latest on or before, future the next after. `english` is false where only full dates in digits are read.
 */
export function dateAt(
  pieces: readonly Piece[],
  i: number,
  published: Instant | null,
  english: boolean,
): DateAt | null {
  const piece = pieces[i] as Piece;
  if (piece.amount !== null) return inDigits(pieces, i) ?? (english ? dayMonth(pieces, i, published) : null);
  if (!english) return null;
  return monthDay(pieces, i, published) ?? (published === null ? null : weekdayAt(pieces, i, published));
}

function monthOf(piece: Piece | undefined): number | null {
  return piece === undefined || !piece.capital ? null : (MONTHS.get(piece.lower) ?? null);
}

/** Day of the month at piece `i`, its ordinal ending with it. */
function dayAt(pieces: readonly Piece[], i: number): { readonly day: number; readonly to: number } | null {
  const piece = pieces[i];
  if (piece === undefined || piece.amount === null || !piece.plain) return null;
  // "09 January"
  const day = /^0[1-9]$/.test(piece.lower) ? Number(piece.lower) : piece.amount;
  if (!(day >= 1 && day <= 31)) return null;
  const suffix = pieces[i + 1];
  return { day, to: suffix?.glued === true && /^(?:st|nd|rd|th)$/.test(suffix.lower) ? i + 2 : i + 1 };
}

function yearAt(pieces: readonly Piece[], i: number): { readonly year: number; readonly to: number } | null {
  const at = pieces[i]?.lower === "," ? i + 1 : i;
  const piece = pieces[at];
  if (piece === undefined || piece.amount === null || !piece.plain || piece.amount < 1500 || piece.amount > 2199)
    return null;
  return { year: piece.amount, to: at + 1 };
}

/** 14 March, 14th of March 2031, 12-15 May, from 12 to 15 May */
function dayMonth(pieces: readonly Piece[], i: number, published: Instant | null): DateAt | null {
  const first = dayAt(pieces, i);
  if (first === null) return null;
  let at = first.to;
  const joiner = pieces[at]?.lower ?? "";
  if (/^(?:-|–|—|to|and|or)$/.test(joiner)) {
    const second = dayAt(pieces, at + 1);
    const month = second === null || second.day <= first.day ? null : monthOf(pieces[second.to]);
    if (second === null || month === null) return onThe(pieces, i, first, published);
    const year = yearAt(pieces, second.to + 1);
    const range = joiner !== "and" && joiner !== "or" ? true : pieces[i - 1]?.lower === "between";
    const end = year?.to ?? second.to + 1;
    const from = range && /^(?:from|between)$/.test(pieces[i - 1]?.lower ?? "") ? i - 1 : i;
    const resolve = (day: number): number | null => resolved(pieces, i, end, published, year?.year ?? null, month, day);
    const [low, high] = [resolve(first.day), resolve(second.day)];
    if (low === null || high === null) return null;
    // "14 and 15 March": two days; this is the first, the second is found at its own place.
    return range ? { value: low, max: high, from, to: end } : { value: low, max: null, from: i, to: first.to };
  }
  if (joiner === "of") at += 1;
  const month = monthOf(pieces[at]);
  if (month === null) return onThe(pieces, i, first, published);
  if (joiner !== "of" && pieces[at + 1]?.capital === true && STREETS.test(pieces[at + 1]?.lower ?? "")) return null;
  const year = yearAt(pieces, at + 1);
  const to = year?.to ?? at + 1;
  const value = resolved(pieces, i, to, published, year?.year ?? null, month, first.day);
  return value === null ? null : { value, max: null, from: i, to };
}

/** "on the 14th" */
function onThe(
  pieces: readonly Piece[],
  i: number,
  day: { readonly day: number; readonly to: number },
  published: Instant | null,
): DateAt | null {
  if (
    day.to !== i + 2 ||
    published === null ||
    pieces[i - 1]?.lower !== "the" ||
    !/^(?:on|by|until|since)$/.test(pieces[i - 2]?.lower ?? "")
  )
    return null;
  const next = pieces[day.to];
  if (next !== undefined && /^(?:NOUN|NOUNS|PROPN|ADJ|NUM)$/.test(next.pos)) return null;
  if (pieces.some((p) => /^(?:every|each|monthly)$/.test(p.lower))) return null;
  const today = dayOf(published);
  const tense = tenseAround(pieces, i, day.to);
  const date = new Date(today);
  for (const shift of tense === "future" ? [0, 1, 2] : [0, -1, -2]) {
    const at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + shift, day.day);
    if (new Date(at).getUTCDate() !== day.day) continue;
    if (tense === "future" ? at >= today : at <= today) return { value: numberOf(at), max: null, from: i, to: day.to };
  }
  return null;
}

/** March 14, March 14th, 2031, March 14-16 */
function monthDay(pieces: readonly Piece[], i: number, published: Instant | null): DateAt | null {
  const month = monthOf(pieces[i]);
  const day = month === null ? null : dayAt(pieces, i + 1);
  if (month === null || day === null) return null;
  // "May 12 people": no date when more digits or a unit follow.
  if (
    pieces[day.to]?.glued === true &&
    /^(?:%|:|\.)$/.test(pieces[day.to]?.lower ?? "") &&
    pieces[day.to + 1]?.glued === true
  )
    return null;
  const joiner = pieces[day.to];
  const second = isHyphen(joiner) || /^(?:–|—|to)$/.test(joiner?.lower ?? "") ? dayAt(pieces, day.to + 1) : null;
  const end = second !== null && second.day > day.day && monthOf(pieces[second.to]) === null ? second : null;
  const year = yearAt(pieces, end?.to ?? day.to);
  const to = year?.to ?? end?.to ?? day.to;
  const resolve = (d: number): number | null => resolved(pieces, i, to, published, year?.year ?? null, month, d);
  const value = resolve(day.day);
  const max = end === null ? null : resolve(end.day);
  return value === null ? null : { value, max, from: i, to };
}

function resolved(
  pieces: readonly Piece[],
  from: number,
  to: number,
  published: Instant | null,
  year: number | null,
  month: number,
  day: number,
): number | null {
  const at = (y: number): number => Date.UTC(y, month, day);
  if (year === null && published === null) return null;
  const chosen = year ?? yearOf(at, dayOf(published as Instant), tenseAround(pieces, from, to));
  const ms = at(chosen);
  // 29 February falls on another day in most years.
  return new Date(ms).getUTCDate() === day ? numberOf(ms) : null;
}

/** The year of a day without one: the last such day, the next, or the nearest. */
function yearOf(at: (year: number) => number, today: number, tense: Tense): number {
  const base = new Date(today).getUTCFullYear();
  if (tense === "past") return at(base) <= today ? base : base - 1;
  const nearest = [base, base - 1, base + 1].reduce((best, y) =>
    Math.abs(at(y) - today) < Math.abs(at(best) - today) ? y : best,
  );
  if (tense === "future") {
    const next = at(base) >= today ? base : base + 1;
    // "The fair opens on 12 March", printed in the past a week after: no next year.
    return next - nearest === 1 && today - at(nearest) < 30 * DAY_MS ? nearest : next;
  }
  return nearest;
}

/** 2031-03-14, 14.03.2031, 14/03/2031 where the order is certain */
function inDigits(pieces: readonly Piece[], i: number): DateAt | null {
  const piece = pieces[i] as Piece;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20|21)\d\d)$/.exec(piece.lower);
  if (dotted !== null) return full(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), i, i + 1);
  const mark = pieces[i + 1];
  const second = pieces[i + 2];
  const third = pieces[i + 4];
  if (
    mark === undefined ||
    second?.amount === undefined ||
    third === undefined ||
    !mark.glued ||
    !second.glued ||
    !third.glued
  )
    return null;
  if (mark.lower !== pieces[i + 3]?.lower) return null;
  if (
    isHyphen(mark) &&
    /^(?:19|20|21)\d\d$/.test(piece.lower) &&
    /^\d\d$/.test(second.lower) &&
    /^\d\d$/.test(third.lower)
  )
    return full(Number(piece.lower), Number(second.lower), Number(third.lower), i, i + 5);
  if (
    mark.lower !== "/" ||
    !/^(?:19|20|21)\d\d$/.test(third.lower) ||
    !/^\d{1,2}$/.test(piece.lower) ||
    !/^\d{1,2}$/.test(second.lower)
  )
    return null;
  const [a, b] = [Number(piece.lower), Number(second.lower)];
  if (a > 12) return full(Number(third.lower), b, a, i, i + 5);
  return b > 12 || a === b ? full(Number(third.lower), a, b, i, i + 5) : null;
}

function full(year: number, month: number, day: number, from: number, to: number): DateAt | null {
  const ms = Date.UTC(year, month - 1, day);
  const valid = month >= 1 && month <= 12 && new Date(ms).getUTCDate() === day;
  return valid ? { value: numberOf(ms), max: null, from, to } : null;
}

function weekdayAt(pieces: readonly Piece[], i: number, published: Instant): DateAt | null {
  const { lower, capital } = pieces[i] as Piece;
  const today = dayOf(published);
  const one = (ms: number, from = i, to = i + 1): DateAt => ({ value: numberOf(ms), max: null, from, to });
  const next = pieces[i + 1]?.lower ?? "";
  // "The Osterland Today" is a paper.
  if (capital && i > 0 && /^(?:today|yesterday|tomorrow)$/.test(lower) && pieces[i - 1]?.pos !== "PUNCT") return null;
  if (lower === "today") return next === "'s" ? null : one(today);
  if (lower === "yesterday" || lower === "tomorrow") {
    const sign = lower === "yesterday" ? -1 : 1;
    const far = pieces[i - 1]?.lower === (sign < 0 ? "before" : "after") && pieces[i - 2]?.lower === "day";
    return far ? one(today + 2 * sign * DAY_MS, i - 2) : one(today + sign * DAY_MS);
  }
  const weekday = capital ? SHORT_DAYS.get(lower) : undefined;
  if (weekday === undefined) return null;
  // Short forms are also other words: "Sun", "Sat".
  const near = pieces[i + 1];
  if (
    !WEEKDAYS.includes(lower) &&
    monthOf(near) === null &&
    !isDigits(near) &&
    !/^(?:on|by|since|until|last|next|this|from|before|after)$/.test(pieces[i - 1]?.lower ?? "")
  )
    return null;
  const before = pieces[i - 1]?.lower ?? "";
  if (/^(?:every|each|most|some|any)$/.test(before)) return null;
  const after = pieces[i + 1];
  if (
    after?.capital === true &&
    /^(?:times|telegraph|mail|mirror|express|post|world|sun|herald|tribune|independent)$/.test(after.lower)
  )
    return null;
  // "Monday, March 3": the date says it.
  const at = next === "," ? i + 2 : i + 1;
  const dated =
    pieces[at] === undefined
      ? null
      : pieces[at].amount !== null
        ? dayMonth(pieces, at, published)
        : monthDay(pieces, at, published);
  if (dated !== null) return { ...dated, from: i };
  const back = (new Date(today).getUTCDay() - weekday + 7) % 7;
  if (before === "next" || before === "coming") return one(today + (7 - back) * DAY_MS, i - 1);
  if (before === "last") return one(today - (back === 0 ? 7 : back) * DAY_MS, i - 1);
  if (next === "week" || (next === "next" && pieces[i + 2]?.lower === "week"))
    return one(today + (7 - back) * DAY_MS + (next === "week" ? 7 * DAY_MS : 0), i, next === "week" ? i + 2 : i + 3);
  if (next === "last" && pieces[i + 2]?.lower === "week")
    return one(today - (back === 0 ? 7 : back) * DAY_MS, i, i + 3);
  const past = tenseAround(pieces, i, i + 1) !== "future";
  return one(past ? today - back * DAY_MS : today + (7 - back) * DAY_MS);
}

function dayOf(published: Instant): number {
  return Math.floor(msOf(published) / DAY_MS) * DAY_MS;
}

function numberOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
