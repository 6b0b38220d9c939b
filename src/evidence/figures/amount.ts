import { currencyAfter, currencyBefore } from "./currency.ts";
import type { CurrencyAt } from "./currency.ts";
import { measureAt } from "./measure.ts";
import type { MeasureAt } from "./measure.ts";
import { numberAt } from "./number.ts";
import type { NumberAt } from "./number.ts";
import { isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { qualifierAfter } from "./qualifier.ts";

/** A number with the currency or measure written next to it; pieces `[from, to)`. */
export interface Amount {
  readonly number: NumberAt;
  readonly from: number;
  readonly to: number;
  readonly currency: CurrencyAt | null;
  readonly measure: MeasureAt | null;
}

/** The number at piece `i` with its unit; nothing before piece `floor` is taken. */
export function amountAt(pieces: readonly Piece[], i: number, floor: number): Amount | null {
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
  // "400 or so metres", "30 or more dollars"
  const vague = qualifierAfter(pieces, number.to)?.to ?? number.to;
  const measure =
    measureAt(pieces, odd) ?? laterMeasure(pieces, odd) ?? (vague > odd ? measureAt(pieces, vague) : null);
  const after =
    measure === null
      ? (currencyAfter(pieces, number.to, number.words) ??
        (vague > number.to ? currencyAfter(pieces, vague, number.words) : null))
      : null;
  return { number, from: i, to: after?.to ?? measure?.to ?? number.to, currency: after, measure };
}

/** "three more weeks", "six full days" */
function laterMeasure(pieces: readonly Piece[], i: number): MeasureAt | null {
  if (
    !/^(?:more|further|additional|extra|full|whole|long|straight|consecutive|successive|solid|other)$/.test(
      pieces[i]?.lower ?? "",
    )
  )
    return null;
  const measure = measureAt(pieces, i + 1);
  return measure?.kind === "duration" || (measure?.kind === "distance" && pieces[i]?.lower !== "long") ? measure : null;
}
