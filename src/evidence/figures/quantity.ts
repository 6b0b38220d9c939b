import type { Qualifier } from "../../model/figure.ts";
import { amountAt } from "./amount.ts";
import type { CurrencyAt } from "./currency.ts";
import type { MeasureAt } from "./measure.ts";
import { tidy } from "./number.ts";
import type { NumberAt } from "./number.ts";
import { isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { qualifierAfter, qualifierBefore } from "./qualifier.ts";
import { rangeFrom } from "./range.ts";

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
    value *= range.scale;
    if (range.separate) to = one.to;
    else {
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
