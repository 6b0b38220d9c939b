import type { Instant } from "../../model/time.ts";
import { msOf } from "../../model/time.ts";
import type { Token } from "../../language/tokens.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY_MS = 86_400_000;

/** A calendar day in the text: `yyyymmdd` and the tokens `[from, to)` that print it. */
export interface DateAt {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** The date that begins at token `i`; days without a year and weekdays are counted from `publishedAt`. */
export function dateAt(tokens: readonly Token[], i: number, publishedAt: Instant | null): DateAt | null {
  const token = tokens[i] as Token;
  const month = monthOf(token);
  if (month !== -1) {
    // February 16(, 2022)
    const day = dayOf(tokens[i + 1]);
    if (day === null || tokens[i + 1]?.block === true) return null;
    const comma = tokens[i + 2]?.text === "," ? 1 : 0;
    const year = yearOf(tokens[i + 2 + comma]);
    return made(year, month, day, publishedAt, i, year === null ? i + 2 : i + 3 + comma);
  }
  const day = dayOf(token);
  if (day !== null) {
    // 16 February 2022, 16th of February
    const of = tokens[i + 1]?.lower === "of" ? 1 : 0;
    const named = tokens[i + 1 + of];
    const later = named === undefined ? -1 : monthOf(named);
    if (later !== -1) {
      const comma = tokens[i + 2 + of]?.text === "," ? 1 : 0;
      const year = yearOf(tokens[i + 2 + of + comma]);
      return made(year, later, day, publishedAt, i, year === null ? i + 2 + of : i + 3 + of + comma);
    }
  }
  return isoAt(tokens, i) ?? (publishedAt === null ? null : relativeAt(tokens, i, publishedAt));
}

function monthOf(token: Token): number {
  if (!token.capital) return -1;
  const short = token.lower.replace(/\.$/, "");
  const index = MONTHS.findIndex((m) => m === short || (short.length >= 3 && short.length <= 4 && m.startsWith(short)));
  return short === "mar" || index !== 2 || short === "march" ? index : -1;
}

function dayOf(token: Token | undefined): number | null {
  const match = token === undefined ? null : /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.lower);
  const day = Number(match?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

function yearOf(token: Token | undefined): number | null {
  return token !== undefined && /^(?:19|20|21)\d\d$/.test(token.text) ? Number(token.text) : null;
}

function made(
  year: number | null,
  month: number,
  day: number,
  publishedAt: Instant | null,
  from: number,
  to: number,
): DateAt | null {
  const days = (y: number): number => Date.UTC(y, month, day);
  let chosen = year;
  if (chosen === null) {
    if (publishedAt === null) return null;
    // The nearest such day: at most half a year away.
    const at = msOf(publishedAt);
    const base = new Date(at).getUTCFullYear();
    chosen = [base, base - 1, base + 1].reduce((best, y) =>
      Math.abs(days(y) - at) < Math.abs(days(best) - at) ? y : best,
    );
  }
  return new Date(days(chosen)).getUTCDate() === day
    ? { value: chosen * 10_000 + (month + 1) * 100 + day, from, to }
    : null;
}

function isoAt(tokens: readonly Token[], i: number): DateAt | null {
  const [y, a, m, b, d] = tokens.slice(i, i + 5).map((t) => t.text);
  if (
    a !== "-" ||
    b !== "-" ||
    !/^(?:19|20|21)\d\d$/.test(y ?? "") ||
    !/^\d\d$/.test(m ?? "") ||
    !/^\d\d$/.test(d ?? "")
  )
    return null;
  const month = Number(m) - 1;
  return month >= 0 && month < 12 ? made(Number(y), month, Number(d), null, i, i + 5) : null;
}

function relativeAt(tokens: readonly Token[], i: number, publishedAt: Instant): DateAt | null {
  const token = tokens[i] as Token;
  const today = Math.floor(msOf(publishedAt) / DAY_MS) * DAY_MS;
  const shift = { today: 0, yesterday: -1, tomorrow: 1 }[token.lower];
  if (shift !== undefined && tokens[i + 1]?.lower !== "'s")
    return { value: numberOf(today + shift * DAY_MS), from: i, to: i + 1 };
  const weekday = token.capital ? WEEKDAYS.indexOf(token.lower) : -1;
  if (weekday === -1 || tokens[i + 1]?.lower === "'s") return null;
  const before = tokens[i - 1]?.lower;
  const back = (new Date(today).getUTCDay() - weekday + 7) % 7;
  if (before === "next") return { value: numberOf(today + (7 - back) * DAY_MS), from: i - 1, to: i + 1 };
  if (before === "last") return { value: numberOf(today - (back === 0 ? 7 : back) * DAY_MS), from: i - 1, to: i + 1 };
  // Reports speak of the day just past.
  return { value: numberOf(today - back * DAY_MS), from: i, to: i + 1 };
}

function numberOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
