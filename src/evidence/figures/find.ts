import type { Figure, FigureKind, Qualifier } from "../../model/figure.ts";
import type { Instant } from "../../model/time.ts";
import { casualtyAt } from "./casualties.ts";
import { countedAt, purposeAt } from "./counted.ts";
import { dateAt } from "./dates.ts";
import { numberAt, tidy } from "./numbers.ts";
import type { NumberAt } from "./numbers.ts";
import { qualifierAfter, qualifierBefore } from "./qualifiers.ts";
import type { Reading } from "../../language/sentences.ts";
import type { Token } from "../../language/tokens.ts";
import { currencyBefore, unitAt } from "./units.ts";

/** All figures of a text in order, none overlapping. Works from numbers outward; each looks at a bounded stretch. */
export function findFigures(reading: Reading, publishedAt: Instant | null): Figure[] {
  const { tokens } = reading;
  const figures: Figure[] = [];
  let floor = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const date = dateAt(tokens, i, publishedAt);
    if (date !== null && date.from >= floor) {
      figures.push(
        figure(reading, date.from, date.to, {
          kind: "date",
          value: date.value,
          max: null,
          unit: null,
          qualifier: "exactly",
          counts: null,
        }),
      );
      floor = date.to;
      i = date.to - 1;
      continue;
    }
    const number = numberAt(tokens, i);
    if (number === null) continue;
    const made = quantityAt(reading, number, floor);
    if (made === null) {
      i = number.to - 1;
      continue;
    }
    figures.push(made.figure);
    floor = made.to;
    i = Math.max(number.to, made.to) - 1;
  }
  return figures;
}

function figure(reading: Reading, from: number, to: number, rest: Omit<Figure, "text" | "span">): Figure {
  const start = (reading.tokens[from] as Token).start;
  const end = (reading.tokens[to - 1] as Token).end;
  return { text: reading.text.slice(start, end), span: [start, end], ...rest };
}

interface Bounds {
  from: number;
  to: number;
}

function quantityAt(
  reading: Reading,
  number: NumberAt,
  floor: number,
): { readonly figure: Figure; readonly to: number } | null {
  const { tokens } = reading;
  const currency = currencyBefore(tokens, number.from);
  const at: Bounds = { from: currency !== null && currency.from >= floor ? currency.from : number.from, to: number.to };
  const range = rangeEnd(tokens, at, number);
  if (range !== null) at.to = range.to;
  let unit = unitAt(tokens, at.to);
  const fused = /(km|ft)$/.exec(tokens[number.from]?.lower ?? "");
  if (fused !== null && unit === null)
    unit =
      fused[1] === "km"
        ? { kind: "distance", unit: "km", factor: 1, to: at.to }
        : { kind: "distance", unit: "km", factor: 0.0003048, to: at.to };
  const before = qualifierBefore(tokens, at.from);
  let qualifier: Qualifier = number.loose ? "at-least" : "exactly";
  const plain = at.from;
  if (before !== null && before.from >= floor) {
    qualifier = before.qualifier;
    at.from = before.from;
  }
  if (unit !== null) at.to = unit.to;
  const behind = qualifierAfter(tokens, at.to);
  if (behind !== null) {
    qualifier = behind.qualifier;
    at.to = behind.to;
  }
  let value = number.value;
  let max = range?.value ?? null;
  if (max !== null) {
    // "5 to 10 million": the scale of the second is that of the first.
    value *= range?.scale ?? 1;
    if (max < value) return null;
    qualifier = "between";
    if (tokens[plain - 1]?.lower === "between" || tokens[plain - 1]?.lower === "from") at.from = plain - 1;
  }
  const kindOf = currency !== null ? "money" : unit?.kind;
  const finish = (
    kind: FigureKind,
    unitName: string | null,
    counts: string | null,
    factor = 1,
  ): { figure: Figure; to: number } => ({
    figure: figure(reading, at.from, at.to, {
      kind,
      value: tidy(value * factor),
      max: max === null ? null : tidy(max * factor),
      unit: unitName,
      qualifier,
      counts,
    }),
    to: at.to,
  });

  if (kindOf === "money") {
    const per = perAt(tokens, at.to);
    if (per !== null) at.to = per.to;
    const counts = per?.counts ?? purposeAt(tokens, at.to);
    return finish("money", currency?.unit ?? unit?.unit ?? null, counts);
  }
  if (unit !== null) {
    if (number.words && number.value === 1 && unit.kind === "duration" && before === null) return null;
    // "68 years old", "a 5-year-old": an age.
    if (unit.kind === "duration" && /^(?:old|ago)$/.test(tokens[unit.to]?.lower ?? "")) return null;
    return finish(unit.kind, unit.unit, unit.kind === "percent" ? percentOf(tokens, at.to) : null, unit.factor);
  }
  if (isNoQuantity(tokens, number, before !== null)) return null;
  const casualty = casualtyAt(tokens, at.from, at.to);
  if (casualty !== null && casualty.from >= floor) {
    at.from = Math.min(at.from, casualty.from);
    at.to = casualty.to;
    return finish("casualties", null, casualty.counts);
  }
  const counted = countedAt(tokens, at.to);
  if (counted === null) return null;
  if (number.words && number.value <= 1 && before === null) return null;
  at.to = counted.to;
  return finish("count", null, counted.counts);
}

/** The second number of "10 to 20", "10–20", "between 10 and 20". */
function rangeEnd(
  tokens: readonly Token[],
  at: Bounds,
  number: NumberAt,
): { readonly value: number; readonly to: number; readonly scale: number } | null {
  const link = tokens[at.to];
  if (link === undefined || link.block) return null;
  const dash = link.text === "-" || link.text === "–" || link.text === "—";
  const glued = dash && link.start === (tokens[at.to - 1] as Token).end && tokens[at.to + 1]?.start === link.end;
  const between = tokens[at.from - 1]?.lower === "between" && link.lower === "and";
  if (!(link.lower === "to" || between || glued)) return null;
  let next = at.to + 1;
  if (tokens[next] !== undefined && /^[$£€¥₴]$/.test((tokens[next] as Token).text)) next += 1;
  const second = numberAt(tokens, next);
  if (second === null || second.loose || second.words !== number.words) return null;
  const scale =
    second.to - second.from > 1 && number.to - number.from === 1 && !number.words
      ? second.value / Number(tokens[next]?.text.replaceAll(",", ""))
      : 1;
  return { value: second.value, to: second.to, scale };
}

/** "$2,000 a day", "per month". */
function perAt(tokens: readonly Token[], i: number): { readonly counts: string; readonly to: number } | null {
  const word = tokens[i]?.lower;
  const unit = tokens[i + 1]?.lower ?? "";
  if (!(word === "a" || word === "an" || word === "per" || word === "each")) return null;
  return /^(?:day|week|month|year|hour|person|head|tonne|ton|barrel|household|family|night|minute)$/.test(unit)
    ? { counts: `per ${unit}`, to: i + 2 }
    : null;
}

/** What a percentage is of: "12 percent of voters" → `voter`. */
function percentOf(tokens: readonly Token[], i: number): string | null {
  return tokens[i]?.lower === "of"
    ? (countedAt(tokens, tokens[i + 1]?.lower === "the" ? i + 2 : i + 1)?.counts ?? null)
    : null;
}

/** Years, parts of names, times of day, ages between commas, "one of". */
function isNoQuantity(tokens: readonly Token[], number: NumberAt, qualified: boolean): boolean {
  const first = tokens[number.from] as Token;
  const before = tokens[number.from - 1];
  const after = tokens[number.to];
  if (!number.words && /^(?:1[5-9]|20|21)\d\d$/.test(first.text) && number.to - number.from === 1 && !qualified)
    return true;
  if (
    before !== undefined &&
    !first.line &&
    (before.tag === "name" ||
      before.text === "." ||
      before.text === "/" ||
      before.text === "#" ||
      before.text === ":") &&
    before.end >= first.start - 1 &&
    !qualified &&
    before.tag !== "stop"
  )
    return true;
  if (after === undefined) return true;
  if (
    /^(?:[ap]\.?m\.?|o'clock|gmt|est|utc|st|nd|rd|th)$/.test(after.lower) ||
    after.text === ":" ||
    after.text === "/" ||
    after.text === "°"
  )
    return true;
  return number.words && after.lower === "of" && !number.loose;
}
