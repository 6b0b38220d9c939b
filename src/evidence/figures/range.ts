import { amountAt } from "./amount.ts";
import type { Amount } from "./amount.ts";
import { numberAt } from "./number.ts";
import type { Piece } from "./piece.ts";
import { qualifierBefore } from "./qualifier.ts";

export interface RangeFrom {
  readonly end: Amount;
  /** What the first number is multiplied by: "5 to 10 million". */
  readonly scale: number;
  readonly dashed: boolean;
  /** "rose from 5 to 10 per cent": two figures that share a unit. */
  readonly separate: boolean;
}

const CHANGE =
  /^(?:rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grows|grown|growing|dropped|drop|drops|dropping|slipped|slip|slips|slid|cut|cuts|cutting|raised|raise|raises|raising|lifted|lift|lowered|lower|reduced|reduce|reduces|reducing|increased|increase|increases|increasing|decreased|decrease|went|go|goes|going|gone|climbed|climb|climbs|climbing|jumped|jump|jumps|sank|sink|shrank|shrink|shrunk|moved|swung|doubled|tripled|widened|narrowed|declined|decline|eased|ease|edged|plunged|plunge|soared|soar|tumbled|tumble|bring|brings|bringing|brought|changed|revised|swelled|surged|dipped|halved|trimmed|slashed|expanded|expand|contracted)$/;

/** The second number of a range, or of two that share a unit, behind the amount `one`. */
export function rangeFrom(pieces: readonly Piece[], one: Amount): RangeFrom | null {
  const joiner = pieces[one.to];
  if (joiner === undefined) return null;
  const word = joiner.lower;
  const dashed = /^[-–—‐‑−]$/.test(word);
  const from = fromWord(pieces, one.from);
  if (
    word === "and"
      ? from !== "between"
      : word === "or"
        ? !isEither(one)
        : word === "from"
          ? !/^(?:to|at)$/.test(from)
          : word !== "to" && word !== "till" && !dashed
  )
    return null;
  const end = secondAt(pieces, one.to + 1);
  if (end === null) return null;
  // "22:10 - 12% of districts in": a time of day.
  if (dashed && pieces[one.from - 1]?.lower === ":" && pieces[one.from]?.glued === true) return null;
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
  // "rose by £200m to £1.9bn": each with its own currency.
  const alike = (a.currency === null) === (b.currency === null) && (a.measure === null) === (b.measure === null);
  if (word === "to" && from === "by" && alike && high > low * 2) return null;
  // "have risen 8 to 10 per cent"
  const near =
    high > low &&
    from !== "from" &&
    a.measure === null &&
    a.currency === null &&
    b.measure?.kind === "percent" &&
    high <= low * 2;
  const borrows = a.measure === null && a.currency === null && (b.measure !== null || b.currency !== null);
  // "rose to 2.6 billion from 1.9 billion euros"
  if (word === "from") return borrows ? { end, scale: 1, dashed: false, separate: true } : null;
  const falls = word === "to" && high <= low && b.measure?.kind !== "duration";
  if (word === "to" && from !== "between" && !near && (falls || isChange(pieces, one.from, from))) {
    // "from 2.6 to 1.9 billion", but "from 900 to 1.2 billion"
    const shared =
      a.number.scale === 1 && b.number.scale > 1 && a.number.value < (100 * b.number.value) / b.number.scale;
    return borrows ? { end, scale: shared ? b.number.scale : 1, dashed: false, separate: true } : null;
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
