import type { Lang } from "../model/language.ts";
import { msOf, type Instant } from "../model/time.ts";
import type { Messages } from "./messages.ts";

const KEPT = 20_000;

type FormatKind = "time" | "day" | "dayInYear" | "weekday" | "month" | "zone" | "offset";

/** Points in time as a reader is told them: in the office's time zone, in the reader's language, 24-hour clock. */
export class Dates {
  readonly #messages: Messages;
  readonly #formats: Readonly<Record<FormatKind, Intl.DateTimeFormat>>;
  readonly #memo = new Map<string, string>();

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
    return this.#remember(kind, instant, (format) => {
      const parts = format.formatToParts(msOf(instant));
      return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
    });
  }

  #format(kind: FormatKind, instant: Instant): string {
    return this.#remember(kind, instant, (format) => format.format(msOf(instant)));
  }

  /** The same few times stand on many pages, and asking the standard library costs microseconds. */
  #remember(kind: FormatKind, instant: Instant, make: (format: Intl.DateTimeFormat) => string): string {
    const key = kind + instant;
    let text = this.#memo.get(key);
    if (text === undefined) {
      if (this.#memo.size > KEPT) this.#memo.clear();
      text = make(this.#formats[kind]);
      this.#memo.set(key, text);
    }
    return text;
  }
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
