import type { Figure } from "../../model/figure.ts";
import { localeOf } from "./messages.ts";
import type { View } from "./view.ts";

/** A figure's value in words and digits of the reader's language: `at least 35`, `2–3 km`, `about 1,500 USD`. */
export function figureText(v: View, figure: Pick<Figure, "kind" | "value" | "max" | "unit" | "qualifier">): string {
  const one = (value: number): string => (figure.kind === "date" ? dayText(v, value) : numberText(v, value));
  const range = figure.max === null ? one(figure.value) : `${one(figure.value)}–${one(figure.max)}`;
  const value = figure.unit === null ? range : `${range}${figure.unit === "%" ? "" : " "}${figure.unit}`;
  return figure.qualifier === "exactly" || figure.qualifier === "between"
    ? value
    : v.t(`qualifier.${figure.qualifier}.of`, { value });
}

function numberText(v: View, value: number): string {
  return new Intl.NumberFormat(localeOf(v.lang), { maximumFractionDigits: 4 }).format(value);
}

/** `yyyymmdd` as a number → `2031-03-03`. */
function dayText(v: View, value: number): string {
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(date.getTime())) return String(value);
  return new Intl.DateTimeFormat(localeOf(v.lang), { dateStyle: "medium", timeZone: "UTC" }).format(date);
}
