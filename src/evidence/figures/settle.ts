import type { Qualifier } from "../../model/figure.ts";
import { countOf } from "./count.ts";
import { elidedMeasure, elidedMillions, elidedMoney, elidedRate } from "./elided-unit.ts";
import { gapBefore } from "./gapped.ts";
import { countedAt, isNounish } from "./noun-phrase.ts";
import { isPerson, singular } from "./noun-lists.ts";
import { namedBehind, spokenCurrency } from "./currency.ts";
import { partAt } from "./number.ts";
import type { Piece } from "./piece.ts";
import { qualifierAfter, qualifierBefore } from "./qualifier.ts";
import type { Quantity } from "./quantity.ts";
import { made, passed } from "./settled.ts";
import type { Settled } from "./settled.ts";
import type { ShareAt } from "./share.ts";
import type { Trail } from "./trail.ts";

/** What an amount is: money, a percentage, a measure, casualties, a count; null for what is no figure. */
export function settled(pieces: readonly Piece[], quantity: Quantity, floor: number, trail: Trail): Settled | null {
  const { currency, measure } = quantity;
  if (currency !== null) return money(pieces, quantity, floor, trail);
  if (measure !== null) {
    if (measure.kind === "none") return null;
    if (measure.kind === "percent") return percent(pieces, quantity, floor, trail);
    const millions = elidedMillions(pieces, quantity, trail);
    if (millions !== null) return millions;
    trail.measuredBy(measure);
    return measured(pieces, quantity, floor);
  }
  if (!trail.english) return null;
  return (
    points(pieces, quantity, trail) ??
    samePercent(pieces, quantity, trail) ??
    elidedRate(pieces, quantity) ??
    elidedMoney(pieces, quantity, floor, trail) ??
    elidedMeasure(pieces, quantity, trail) ??
    countOf(pieces, quantity, floor, trail)
  );
}

function money(pieces: readonly Piece[], plain: Quantity, floor: number, trail: Trail): Settled {
  const quantity = passed(pieces, plain, floor);
  const { currency } = quantity;
  const name = pieces[(currency?.to ?? 1) - 1]?.lower.replace(/s$/, "") ?? "";
  const spoken =
    currency === null || currency.bare === null ? null : spokenCurrency(pieces, currency.from, currency.bare);
  const behind = currency === null ? null : namedBehind(pieces, pieces[currency.to - 1]?.lower ?? "", quantity.to);
  const unit = behind ?? spoken ?? trail.currency(currency?.bare ?? null, currency?.unit ?? "");
  if (currency !== null && currency.bare === null) trail.named(currency.from >= quantity.first.to ? name : "", unit);
  trail.paid(unit, quantity.value);
  const per = perAt(pieces, quantity.to);
  const counts = per?.counts ?? purposeAt(pieces, quantity.to);
  return { ...made(quantity, "money", unit, counts), to: per?.to ?? quantity.to };
}

/** "54.2 percent to her 45.8", "to 3 percent from 5": the sign is not printed twice. */
function samePercent(pieces: readonly Piece[], quantity: Quantity, trail: Trail): Settled | null {
  const { value, from, to, bare, last } = quantity;
  const next = pieces[to];
  if (
    !trail.percentHere ||
    last.scale !== 1 ||
    value > 100 ||
    (value === 1 && quantity.first.words) ||
    (next !== undefined && !/^(?:[,.;:)]|and)$/.test(next.lower))
  )
    return null;
  const joined = /^(?:from|to|against|versus)$/.test(pieces[from - 1]?.lower ?? "");
  // "gave her 48%, him 41 and the rest 11"
  const share =
    (/^(?:PRON|PROPN)$/.test(pieces[from - 1]?.pos ?? "") && /^(?:,|and|;)$/.test(pieces[from - 2]?.lower ?? "")) ||
    /^(?:rest|others)$/.test(pieces[from - 1]?.lower ?? "");
  // "is on 34 per cent and the Lanterns on 29"
  const gap = gapBefore(pieces, from) !== -1;
  const label = /^(?:version|magnitude|\/|#|-)$/.test(pieces[bare - 1]?.lower ?? "");
  return (joined || share || gap || !Number.isInteger(value)) && !label ? made(quantity, "percent", "%", null) : null;
}

/** "a day" behind an amount of money. */
function perAt(pieces: readonly Piece[], i: number): { readonly counts: string; readonly to: number } | null {
  const [word, unit] = [pieces[i]?.lower ?? "", pieces[i + 1]?.lower ?? ""];
  if (!/^(?:a|an|per|each)$/.test(word)) return null;
  return /^(?:day|week|month|year|hour|person|head|tonne|ton|barrel|household|family|night|minute|dose|litre|gallon|kilo|kilogram)$/.test(
    unit,
  )
    ? { counts: `per ${unit}`, to: i + 2 }
    : null;
}

/** What money is for: "$17 billion for Israel" → `israel`, "a $95 billion package" → `package`. */
function purposeAt(pieces: readonly Piece[], i: number): string | null {
  const word = pieces[i]?.lower ?? "";
  const next = pieces[i + 1];
  if (word === "for" || word === "to") return isNounish(next) ? singular((next as Piece).lower) : null;
  if (word === "in" || word === "of" || word === "worth") {
    const at = next?.lower === "of" ? i + 2 : i + 1;
    return /^NOUNS?$/.test(pieces[at]?.pos ?? "") ? countedAt(pieces, at).noun : null;
  }
  return /^NOUNS?$/.test(pieces[i]?.pos ?? "") && !/^(?:more|less|today|yesterday|tomorrow)$/.test(word)
    ? countedAt(pieces, i).noun
    : null;
}

function percent(pieces: readonly Piece[], plain: Quantity, floor: number, trail: Trail): Settled {
  const quantity = passed(pieces, plain, floor);
  const unit = quantity.measure?.unit ?? "%";
  const base = unit === "%" ? (baseAt(pieces, quantity.to, trail) ?? repeated(pieces, quantity, trail)) : null;
  trail.percent(base);
  return made(quantity, "percent", unit, base);
}

/** "2.5 points", where percentages are near or a margin is told: percentage points. */
function points(pieces: readonly Piece[], quantity: Quantity, trail: Trail): Settled | null {
  const at = quantity.to;
  if (
    !/^points?$/.test(pieces[at]?.lower ?? "") ||
    !(
      trail.nearPercent ||
      pieces.some((p) =>
        /^(?:%|percent|cent|poll|polls|margin|lead|gap|swing|ahead|behind|advantage|inflation|unemployment|support|survey|turnout|rating|ratings)$/.test(
          p.lower,
        ),
      )
    )
  )
    return null;
  return { ...made(quantity, "percent", "pp", null), to: at + 1 };
}

/** What a percentage is of: "12 percent of voters" → `voter`; without "of" what the last one was of, when it goes on. */
function baseAt(pieces: readonly Piece[], i: number, trail: Trail): string | null {
  const next = pieces[i];
  if (next?.lower === "of") {
    const whose = pieces[i + 1]?.lower ?? "";
    if (/^(?:it|them|whom|which|us)$/.test(whose) || (/^(?:these|those)$/.test(whose) && !isNounish(pieces[i + 2])))
      return trail.base() ?? trail.last()?.noun ?? null;
    return countedAt(pieces, i).noun;
  }
  return /^(?:have|had|are|were)$/.test(next?.lower ?? "") ? trail.base() : null;
}

function measured(pieces: readonly Piece[], plain: Quantity, floor: number): Settled | null {
  const quantity = passed(pieces, plain, floor);
  const { measure, first, max, value, qualified } = quantity;
  if (measure === null || measure.kind === "none") return null;
  const before = pieces[quantity.bare - 1]?.lower ?? "";
  if (measure.kind === "duration") {
    // "one day" is some day; "the year 40" and "week 2 days" do not occur.
    if (
      first.words &&
      first.value === 1 &&
      max === null &&
      !qualified &&
      !/^(?:in|within|for|after|of|every|least|lasted|takes|took|just)$/.test(before)
    )
      return null;
    if (first.yearLike && measure.unit !== "hour" && value > 1900) return null;
  }
  // "km 31", "Route 6 miles"
  if (/^(?:km|mile|route|highway|kilometre)$/.test(before)) return null;
  // "six hours a day or less"
  const per = /^(?:a|per|each)$/.test(pieces[quantity.to]?.lower ?? "")
    ? qualifierAfter(pieces, quantity.to + 2)
    : null;
  if (per !== null && max === null)
    return { ...made(quantity, measure.kind, measure.unit, null), qualifier: per.qualifier, to: per.to };
  return made(quantity, measure.kind, measure.unit, null);
}

/** "works in 71 percent", "elsewhere it is 9 percent": of what the last one was of. */
function repeated(pieces: readonly Piece[], { from }: Quantity, trail: Trail): string | null {
  const [second, before] = [pieces[from - 2]?.lower ?? "", pieces[from - 1]?.lower ?? ""];
  return before === "in" || (/^(?:is|was)$/.test(before) && /^(?:it|this|that)$/.test(second)) ? trail.base() : null;
}

/** A part of a whole, or of a unit. */
export function settledShare(pieces: readonly Piece[], share: ShareAt, floor: number, trail: Trail): Settled | null {
  let { from, to } = share;
  let qualifier: Qualifier = "exactly";
  let max: number | null = null;
  // "between a third and a half", "a quarter to a third of"
  const joiner = pieces[to]?.lower ?? "";
  const lead = pieces[from - 1]?.lower ?? "";
  const second =
    share.measure === null && (joiner === "to" || (joiner === "and" && lead === "between"))
      ? partEnd(pieces, to + 1)
      : null;
  if (
    second !== null &&
    second.value > share.value &&
    !(joiner === "to" && /^(?:rose|fell|grew|shrank|up|down)$/.test(pieces[from - 2]?.lower ?? ""))
  ) {
    max = second.value;
    to = second.to;
    qualifier = "between";
    if (/^(?:between|from)$/.test(lead) && from > floor) from -= 1;
  }
  const before = qualifierBefore(pieces, from);
  if (before !== null && before.from >= floor) {
    if (max === null) qualifier = before.qualifier;
    from = before.from;
  }
  const behind = qualifierAfter(pieces, to);
  if (behind !== null) {
    if (max === null) qualifier = behind.qualifier;
    to = behind.to;
  }
  const { measure } = share;
  if (measure !== null) {
    if (measure.kind === "none") return null;
    return {
      kind: measure.kind,
      value: share.value * measure.factor,
      max: null,
      unit: measure.unit,
      qualifier,
      counts: null,
      from,
      to,
    };
  }
  // "half the shelters", "three in four pupils"
  const at = /^(?:the|its|their|his|her|our|all|those|these)$/.test(pieces[to]?.lower ?? "") ? to + 1 : to;
  const direct = at > to || /^NOUNS?$/.test(pieces[to]?.pos ?? "") ? countedAt(pieces, at).noun : null;
  const base = baseAt(pieces, to, trail) ?? direct;
  trail.percent(base);
  // "one in ten branches. It has 640 of them"
  if (base !== null && direct !== null) trail.count(base, isPerson(base), null);
  return { kind: "percent", value: share.value, max, unit: "%", qualifier, counts: base, from, to };
}

/** The part that a range of shares ends with, as a percentage. */
function partEnd(pieces: readonly Piece[], i: number): { readonly value: number; readonly to: number } | null {
  const part = partAt(pieces, i) ?? (pieces[i]?.lower === "half" ? { value: 0.5, to: i + 1 } : null);
  return part === null ? null : { value: Math.round(part.value * 10_000) / 100, to: part.to };
}
