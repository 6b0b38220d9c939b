import type { FigureKind } from "../../model/figure.ts";
import type { Token } from "../../language/tokens.ts";

/** A unit of measure: factor into the unit that figures are kept in. */
export interface UnitAt {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly factor: number;
  readonly to: number;
}

type Unit = readonly [kind: FigureKind, unit: string, factor: number];
const UNITS: Readonly<Record<string, Unit>> = {
  mile: ["distance", "km", 1.609344],
  mi: ["distance", "km", 1.609344],
  km: ["distance", "km", 1],
  kilometre: ["distance", "km", 1],
  kilometer: ["distance", "km", 1],
  metre: ["distance", "km", 0.001],
  meter: ["distance", "km", 0.001],
  foot: ["distance", "km", 0.0003048],
  feet: ["distance", "km", 0.0003048],
  ft: ["distance", "km", 0.0003048],
  yard: ["distance", "km", 0.0009144],
  hectare: ["area", "km2", 0.01],
  acre: ["area", "km2", 0.0040468564224],
  "km²": ["area", "km2", 1],
  km2: ["area", "km2", 1],
  second: ["duration", "hour", 1 / 3600],
  minute: ["duration", "hour", 1 / 60],
  hour: ["duration", "hour", 1],
  day: ["duration", "day", 1],
  week: ["duration", "day", 7],
  fortnight: ["duration", "day", 14],
  month: ["duration", "month", 1],
  year: ["duration", "year", 1],
  decade: ["duration", "year", 10],
};
const SQUARE: Readonly<Record<string, number>> = {
  mile: 2.589988110336,
  kilometre: 1,
  kilometer: 1,
  km: 1,
  metre: 1e-6,
  meter: 1e-6,
  foot: 9.290304e-8,
  feet: 9.290304e-8,
};

export const CURRENCY_MARKS: Readonly<Record<string, string>> = {
  $: "USD",
  "£": "GBP",
  "€": "EUR",
  "¥": "JPY",
  "₴": "UAH",
  "₽": "RUB",
  "₹": "INR",
  "₪": "ILS",
  "₺": "TRY",
  "₩": "KRW",
  zł: "PLN",
};
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: "USD",
  euro: "EUR",
  pound: "GBP",
  hryvnia: "UAH",
  hryvnya: "UAH",
  ruble: "RUB",
  rouble: "RUB",
  yen: "JPY",
  yuan: "CNY",
  zloty: "PLN",
  rupee: "INR",
  shekel: "ILS",
  lira: "TRY",
  franc: "CHF",
};
export const CURRENCY_CODES = new Set("USD EUR GBP UAH RUB JPY CNY PLN INR ILS TRY CHF CAD AUD SEK NOK DKK".split(" "));
const DOLLARS: Readonly<Record<string, string>> = { us: "USD", canadian: "CAD", australian: "AUD", c: "CAD", a: "AUD" };

export function singular(word: string): string {
  const irregular: Readonly<Record<string, string>> = {
    men: "man",
    women: "woman",
    children: "child",
    people: "people",
    feet: "foot",
    soldiers: "soldier",
    lives: "life",
    police: "police",
    troops: "troops",
    arms: "arms",
    works: "works",
    goods: "goods",
    news: "news",
    headquarters: "headquarters",
    forces: "forces",
    casualties: "casualties",
    series: "series",
    species: "species",
    aircraft: "aircraft",
    personnel: "personnel",
    wives: "wife",
    knives: "knife",
  };
  const known = irregular[word];
  if (known !== undefined) return known;
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Percent, currency word or measure at token `i`, a hyphen before it allowed; null when there is none. */
export function unitAt(tokens: readonly Token[], i: number): UnitAt | null {
  const at = tokens[i]?.text === "-" && tokens[i]?.start === tokens[i - 1]?.end ? i + 1 : i;
  const token = tokens[at];
  if (token === undefined || token.block) return null;
  const word = singular(token.lower);
  if (token.text === "%" || token.text === "٪" || token.lower === "percent" || token.lower === "pct")
    return { kind: "percent", unit: "%", factor: 1, to: at + 1 };
  if (token.lower === "per" && tokens[at + 1]?.lower === "cent")
    return { kind: "percent", unit: "%", factor: 1, to: at + 2 };
  if (token.lower === "percentage" && /^points?$/.test(tokens[at + 1]?.lower ?? ""))
    return { kind: "percent", unit: "%", factor: 1, to: at + 2 };
  const mark =
    CURRENCY_MARKS[token.text] ?? CURRENCY_WORDS[word] ?? (CURRENCY_CODES.has(token.text) ? token.text : undefined);
  if (mark !== undefined) return { kind: "money", unit: mark, factor: 1, to: at + 1 };
  const national = DOLLARS[token.lower.replaceAll(".", "")];
  if (national !== undefined && /^dollars?$/.test(tokens[at + 1]?.lower ?? ""))
    return { kind: "money", unit: national, factor: 1, to: at + 2 };
  if (/^(?:square|sq)$/.test(token.lower)) {
    const factor = SQUARE[singular(tokens[at + 1]?.lower ?? "")];
    return factor === undefined ? null : { kind: "area", unit: "km2", factor, to: at + 2 };
  }
  if (token.lower === "nautical") return { kind: "distance", unit: "km", factor: 1.852, to: at + 2 };
  const unit = UNITS[word] ?? UNITS[token.lower];
  if (unit === undefined) return null;
  return { kind: unit[0], unit: unit[1], factor: unit[2], to: at + 1 };
}

/** Currency that stands before an amount whose number begins at `i`: `$`, `US$`, `EUR`. */
export function currencyBefore(
  tokens: readonly Token[],
  i: number,
): { readonly unit: string; readonly from: number } | null {
  const token = tokens[i - 1];
  if (token === undefined) return null;
  const mark = CURRENCY_MARKS[token.text];
  if (mark !== undefined) {
    const nation = tokens[i - 2];
    const national =
      nation !== undefined && nation.end === token.start ? DOLLARS[nation.lower.replaceAll(".", "")] : undefined;
    return national !== undefined && token.text === "$" ? { unit: national, from: i - 2 } : { unit: mark, from: i - 1 };
  }
  return CURRENCY_CODES.has(token.text) ? { unit: token.text, from: i - 1 } : null;
}
