import type { Lang } from "../model/language.ts";
import { msOf, type Instant } from "../model/time.ts";
import type { Messages } from "./messages.ts";

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

type FormatKind = "time" | "day" | "dayInYear" | "weekday" | "month" | "zone" | "offset";

/** Points in time as a reader is told them: in the office's time zone, in the reader's language, 24-hour clock. */
export class Dates {
  readonly #messages: Messages;
  readonly #formats: Readonly<Record<FormatKind, Intl.DateTimeFormat>>;
  /** What was made already: days by day, times by minute of the day, zones by stretch of time. */
  readonly #made: Readonly<Record<FormatKind, Map<number, string>>> = {
    time: new Map(),
    day: new Map(),
    dayInYear: new Map(),
    weekday: new Map(),
    month: new Map(),
    zone: new Map(),
    offset: new Map(),
  };
  readonly #offsets = new Map<number, number>();
  readonly #offsetFormat: Intl.DateTimeFormat;

  constructor(messages: Messages, timeZone: string) {
    this.#messages = messages;
    // Day before month and a 24-hour clock also in English: read the same everywhere.
    const locale = messages.lang === "en" ? "en-GB" : messages.lang;
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone });
    this.#formats = {
      time: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
      day: format({ day: "numeric", month: "long", year: "numeric" }),
      dayInYear: format({ day: "numeric", month: "long" }),
      weekday: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
      month: format({ month: "long", year: "numeric" }),
      zone: format({ timeZoneName: "longGeneric" }),
      offset: format({ timeZoneName: "shortOffset" }),
    };
    this.#offsetFormat = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  }

  /** `14:20` */
  time(instant: Instant): string {
    return this.#format("time", instant);
  }

  /** `3 March 2031` */
  day(instant: Instant): string {
    return this.#format("day", instant);
  }

  /** `March 2031` */
  month(instant: Instant): string {
    return this.#format("month", instant);
  }

  /** `14:20, 3 March 2031` */
  moment(instant: Instant): string {
    return this.#messages.t("time.moment", { time: this.time(instant), day: this.day(instant) });
  }

  /** `14:20 on Monday, 3 March 2031` */
  fullMoment(instant: Instant): string {
    return this.#messages.t("time.full", { time: this.time(instant), day: this.#format("weekday", instant) });
  }

  /** `14:20, 3 March`, with the year where `beside` is in another one. */
  shortMoment(instant: Instant, beside: Instant): string {
    if (instant.slice(0, 4) !== beside.slice(0, 4)) return this.moment(instant);
    return this.#messages.t("time.moment", { time: this.time(instant), day: this.#format("dayInYear", instant) });
  }

  /** `Eastern European Time (UTC+2)` */
  zone(instant: Instant): string {
    const name = this.#part("zone", instant);
    const offset = this.#part("offset", instant).replace("GMT", "UTC").replace("UTC+0", "UTC");
    return offset === "UTC" || name.startsWith("GMT") ? offset : this.#messages.t("time.zone", { name, offset });
  }

  #part(kind: "zone" | "offset", instant: Instant): string {
    const ms = msOf(instant);
    return this.#once(kind, this.#spell(ms), () => zoneName(this.#formats[kind], ms));
  }

  #format(kind: Exclude<FormatKind, "zone" | "offset">, instant: Instant): string {
    const ms = msOf(instant);
    const local = ms + this.#offsetMs(this.#spell(ms));
    const day = Math.floor(local / DAY);
    const key = kind === "time" ? Math.floor((local - day * DAY) / MINUTE) : day;
    return this.#once(kind, key, () => this.#formats[kind].format(ms));
  }

  /** Formatting costs microseconds and thousands of pages share their days and minutes: each is formatted once. */
  #once(kind: FormatKind, key: number, make: () => string): string {
    const made = this.#made[kind];
    let text = made.get(key);
    if (text === undefined) {
      text = make();
      made.set(key, text);
    }
    return text;
  }

  /** Start of a stretch of time around `ms` in which the zone does not change: its UTC day, else its quarter of an hour. */
  #spell(ms: number): number {
    const day = Math.floor(ms / DAY) * DAY;
    return this.#offsetMs(day) === this.#offsetMs(day + DAY) ? day : Math.floor(ms / QUARTER) * QUARTER;
  }

  /** What local time is ahead of UTC at `ms`. */
  #offsetMs(ms: number): number {
    let offset = this.#offsets.get(ms);
    if (offset === undefined) {
      const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(zoneName(this.#offsetFormat, ms)) ?? [];
      const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
      offset = (sign === "-" ? -size : size) * MINUTE;
      this.#offsets.set(ms, offset);
    }
    return offset;
  }
}

function zoneName(format: Intl.DateTimeFormat, ms: number): string {
  return format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "";
}

const loaded = new Map<string, Dates>();

/** Formats for one language and time zone, made once. An unknown zone is shown as UTC. */
export function datesIn(messages: Messages, lang: Lang, timeZone: string): Dates {
  const key = `${lang} ${timeZone}`;
  let dates = loaded.get(key);
  if (dates === undefined) {
    try {
      dates = new Dates(messages, timeZone);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      dates = new Dates(messages, "UTC");
    }
    loaded.set(key, dates);
  }
  return dates;
}
