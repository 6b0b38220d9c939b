import type { Evidence } from "../model/evidence.ts";
import { instantOf } from "../model/time.ts";
import type { Locale } from "./locale.ts";

export type CitedFigure = NonNullable<Evidence["figure"]>;

const UNITS: Readonly<Record<string, string>> = {
  km: "kilometer",
  m: "meter",
  day: "day",
  hour: "hour",
  week: "week",
  month: "month",
  year: "year",
};
const MILLION = 1_000_000;
const formats = new Map<string, Intl.NumberFormat>();

function format(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${options.style} ${options.currency} ${options.unit} ${options.notation}`;
  let found = formats.get(key);
  if (found === undefined) {
    try {
      found = new Intl.NumberFormat(lang, options);
    } catch {
      // A unit or currency that the standard library does not know: the bare number.
      found = new Intl.NumberFormat(lang);
    }
    formats.set(key, found);
  }
  return found;
}

/** One value of a figure in the reader's language: `7.2 billion US dollars`, `12 km`, `40 %`, `3 March 2031`. */
export function amount(locale: Locale, value: number, figure: Pick<CitedFigure, "kind" | "unit">): string {
  const lang = locale.messages.lang;
  const { kind, unit } = figure;
  if (kind === "date")
    return locale.dates.day(instantOf(Date.UTC(value / 10_000, ((value / 100) % 100) - 1, value % 100, 12)));
  const notation = value >= MILLION ? "compact" : "standard";
  const size = { notation, compactDisplay: "long", maximumFractionDigits: 2 } as const;
  if (unit === "%") return format(lang, { style: "percent", maximumFractionDigits: 2 }).format(value / 100);
  if (kind === "money" && unit !== null) {
    return format(lang, {
      ...size,
      style: "currency",
      currency: unit,
      currencyDisplay: "name",
      minimumFractionDigits: 0,
    }).format(value);
  }
  const known = unit === null ? undefined : UNITS[unit];
  if (known !== undefined) return format(lang, { style: "unit", unit: known, unitDisplay: "long" }).format(value);
  const number = format(lang, { ...size, style: "decimal" }).format(value);
  if (unit === "pp") return locale.messages.t("figure.percentage-points", { value: number, count: value });
  if (unit === null) return number;
  return `${number}\u00a0${unit === "km2" ? "km²" : unit}`;
}

/** A figure with its qualifier: `at least 35`, `between 12 and 20`. */
export function figureWords(locale: Locale, figure: CitedFigure): string {
  const value = amount(locale, figure.value, figure);
  const { messages } = locale;
  if (figure.max !== null) return messages.t("figure.between", { value, max: amount(locale, figure.max, figure) });
  return figure.qualifier === "exactly" || figure.qualifier === "between"
    ? value
    : messages.t(`figure.${figure.qualifier}`, { value });
}
