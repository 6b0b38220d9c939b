import type { Qualifier } from "../../model/figure.ts";
import { currencyAfter, currencyBefore } from "./currency.ts";
import type { CurrencyAt } from "./currency.ts";
import { measureAt } from "./measure.ts";
import type { MeasureAt } from "./measure.ts";
import { numberAt, tidy } from "./number.ts";
import type { NumberAt } from "./number.ts";
import { isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { qualifierAfter, qualifierBefore } from "./qualifier.ts";

/** An amount with its unit, range and qualifier; pieces `[from, to)` print all of it. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** Where number, currency and unit begin: qualifier left out. */
  readonly bare: number;
  readonly first: NumberAt;
  readonly last: NumberAt;
  readonly value: number;
  readonly max: number | null;
  readonly currency: CurrencyAt | null;
  readonly measure: MeasureAt | null;
  readonly qualifier: Qualifier;
  readonly qualified: boolean;
  /** A range joined by a dash: a score, a code or years where nothing is counted. */
  readonly dashed: boolean;
}

interface Amount {
  readonly number: NumberAt;
  readonly from: number;
  readonly to: number;
  readonly currency: CurrencyAt | null;
  readonly measure: MeasureAt | null;
}

/** The amount whose number begins at piece `i`; nothing before piece `floor` is taken. */
export function quantityAt(pieces: readonly Piece[], i: number, floor: number): Quantity | null {
  const one = amountAt(pieces, i, floor);
  if (one === null) return null;
  const range = rangeFrom(pieces, one);
  let { from, to } = { from: one.from, to: range?.end.to ?? one.to };
  let value = one.number.value;
  let max: number | null = null;
  let qualifier: Qualifier = "exactly";
  let currency = one.currency;
  let measure = one.measure;
  if (range !== null) {
    currency ??= range.end.currency;
    measure ??= range.end.measure;
    if (range.separate) to = one.to;
    else {
      value *= range.scale;
      max = range.end.number.value;
      qualifier = "between";
    }
  }
  const sign = signBefore(pieces, from, floor, currency !== null || measure !== null);
  if (sign !== null) {
    from = sign;
    value = -value;
    if (max !== null) max = -max;
  }
  const bare = from;
  const before = qualifierBefore(pieces, from);
  let qualified = false;
  if (before !== null && before.from >= floor && !isDuring(pieces, before.from, from, measure)) {
    from = before.from;
    qualified = true;
    if (max === null) qualifier = before.qualifier;
  }
  if (max !== null && from - 1 >= floor && /^(?:between|from)$/.test(pieces[from - 1]?.lower ?? "")) {
    from -= 1;
    qualified = true;
  }
  const behind =
    range?.separate === true ? null : (qualifierAfter(pieces, to) ?? qualifierAfter(pieces, one.number.to));
  if (behind !== null) {
    to = Math.max(to, behind.to);
    qualified = true;
    if (max === null) qualifier = behind.qualifier;
  }
  const factor = (currency?.factor ?? 1) * (measure?.kind === "none" ? 1 : (measure?.factor ?? 1));
  const [low, high] = [tidy(value * factor), max === null ? null : tidy(max * factor)];
  return {
    from,
    to,
    bare,
    first: one.number,
    last: range === null || range.separate ? one.number : range.end.number,
    value: high !== null && high < low ? high : low,
    max: high !== null && high < low ? low : high,
    currency,
    measure,
    qualifier,
    qualified,
    dashed: range?.dashed ?? false,
  };
}

function amountAt(pieces: readonly Piece[], i: number, floor: number): Amount | null {
  const number = numberAt(pieces, i);
  if (number === null) return null;
  const before = currencyBefore(pieces, i);
  if (before !== null && before.from >= floor) {
    // "$40m USD" and "$40 million dollars" say it twice.
    const again = currencyAfter(pieces, number.to, number.words);
    const same = again !== null && (again.unit === before.unit || before.unit === "USD") && again.factor === 1;
    return {
      number,
      from: before.from,
      to: same ? again.to : number.to,
      currency: same ? { ...before, unit: again.unit } : before,
      measure: null,
    };
  }
  // "40-odd percent"
  const odd = isHyphen(pieces[number.to]) && pieces[number.to + 1]?.lower === "odd" ? number.to + 2 : number.to;
  const measure = measureAt(pieces, odd);
  const after = measure === null ? currencyAfter(pieces, number.to, number.words) : null;
  return { number, from: i, to: after?.to ?? measure?.to ?? number.to, currency: after, measure };
}

interface RangeFrom {
  readonly end: Amount;
  /** What the first number is multiplied by: "5 to 10 million". */
  readonly scale: number;
  readonly dashed: boolean;
  /** "rose from 5 to 10 per cent": two figures that share a unit. */
  readonly separate: boolean;
}

const CHANGE =
  /^(?:rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grows|grown|growing|dropped|drop|drops|dropping|slipped|slip|slips|slid|cut|cuts|cutting|raised|raise|raises|raising|lifted|lift|lowered|lower|reduced|reduce|reduces|reducing|increased|increase|increases|increasing|decreased|decrease|went|go|goes|going|gone|climbed|climb|climbs|climbing|jumped|jump|jumps|sank|sink|shrank|shrink|shrunk|moved|swung|doubled|tripled|widened|narrowed|declined|decline|eased|ease|edged|plunged|plunge|soared|soar|tumbled|tumble|bring|brings|bringing|brought|took|takes|changed|revised|swelled|surged|dipped|halved|trimmed|slashed|expanded|expand|contracted)$/;

function rangeFrom(pieces: readonly Piece[], one: Amount): RangeFrom | null {
  const joiner = pieces[one.to];
  if (joiner === undefined) return null;
  const word = joiner.lower;
  const dashed = /^[-–—‐‑−]$/.test(word);
  const from = fromWord(pieces, one.from);
  if (
    word === "and" ? from !== "between" : word === "or" ? !isEither(one) : word !== "to" && word !== "till" && !dashed
  )
    return null;
  const end = secondAt(pieces, one.to + 1);
  if (end === null) return null;
  // A dash with a space on one side only parts sentences.
  if (dashed && joiner.glued !== (pieces[one.to + 1]?.glued ?? false)) return null;
  const [a, b] = [one, end];
  if (a.currency !== null && b.currency !== null && a.currency.unit !== b.currency.unit) return null;
  if ((a.currency !== null && b.measure !== null) || (a.measure !== null && b.measure?.unit !== a.measure.unit))
    return null;
  const scaled = a.number.scale === 1 && b.number.scale > 1 && a.number.value < b.number.value / b.number.scale;
  const scale = scaled ? b.number.scale : 1;
  const [low, high] = [
    a.number.value * scale * (a.measure?.factor ?? b.measure?.factor ?? 1),
    b.number.value * (b.measure?.factor ?? 1),
  ];
  if (word === "or" && high !== low + 1 && high > low * 2) return null;
  if (word === "to" && from !== "between" && isChange(pieces, one.from, from)) {
    const borrows = a.measure === null && a.currency === null && (b.measure !== null || b.currency !== null) && !scaled;
    return borrows ? { end, scale: 1, dashed: false, separate: true } : null;
  }
  return high > low ? { end, scale, dashed, separate: false } : null;
}

/** "two or three", "20 or 30" */
function isEither(one: Amount): boolean {
  return one.currency === null && one.measure === null && one.number.scale === 1;
}

function fromWord(pieces: readonly Piece[], from: number): string {
  const before = qualifierBefore(pieces, from)?.from ?? from;
  return pieces[before - 1]?.lower ?? "";
}

/** "rose from 96 to 98": before and after, no range. "by 5 to 10" is one. */
function isChange(pieces: readonly Piece[], from: number, before: string): boolean {
  if (/^(?:by|of)$/.test(before)) return false;
  for (let k = from - 1; k >= 0 && k >= from - (before === "from" ? 9 : 3); k -= 1) {
    const lower = (pieces[k] as Piece).lower;
    if (/^[.,;:]$/.test(lower)) return false;
    if (CHANGE.test(lower) || (before === "from" && /^(?:up|down)$/.test(lower))) return true;
  }
  return false;
}

/** The second number of a range, its currency before it. */
function secondAt(pieces: readonly Piece[], i: number): Amount | null {
  for (let at = i; at < i + 3; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) return null;
    if (numberAt(pieces, at) !== null) {
      const amount = amountAt(pieces, at, i);
      return amount !== null && amount.from === i ? amount : null;
    }
    if (/^(?:about|around|nearly|almost|perhaps|as)$/.test(piece.lower)) return null;
  }
  return null;
}

const TIMES =
  /^(?:nights|evenings|mornings|weekends|seasons|sessions|games|matches|meetings|rounds|generations|summers|winters)$/;

/** "over 15 years" is when, unless something lasts that long. */
function isDuring(pieces: readonly Piece[], from: number, to: number, measure: MeasureAt | null): boolean {
  const time = measure?.kind === "duration" || TIMES.test(pieces[to + 1]?.lower ?? "");
  if (!time || pieces[to - 1]?.lower !== "over" || to - from > 1) return false;
  return !/^(?:for|after|of|is|was|were|lasted|lasts|lasting|took|takes|taking|spent|spend|waited|wait|just|well|in|be|been|a|lived|worked|last)$/.test(
    pieces[from - 1]?.lower ?? "",
  );
}

/** A minus sign written against the number, or in words. */
function signBefore(pieces: readonly Piece[], from: number, floor: number, unit: boolean): number | null {
  const at = from - 1;
  const piece = pieces[at];
  if (piece === undefined || at < floor || !unit) return null;
  if (piece.lower === "minus") return at;
  const first = pieces[from];
  if (piece.lower === "−" || piece.lower === "-") return first?.glued === true && !piece.glued ? at : null;
  return null;
}

/** Is the number part of a compound: "two-state", "one-on-one"? */
export function isCompound(pieces: readonly Piece[], { last, to, measure, currency }: Quantity): boolean {
  return (
    to === last.to &&
    measure === null &&
    currency === null &&
    isHyphen(pieces[last.to]) &&
    pieces[last.to + 1]?.glued === true
  );
}
