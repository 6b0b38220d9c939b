import { measureAt } from "./measure.ts";
import type { MeasureAt } from "./measure.ts";
import { numberAt, partAt } from "./number.ts";
import { isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { PARTS, SCALES } from "./number-words.ts";

/** A part of a whole: "a third", "half", "one in five"; as a percentage. Or a part of a unit: "half an hour". */
export interface ShareAt {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** The unit it is a part of; null for a share. */
  readonly measure: MeasureAt | null;
}

/** Words before a part that show it is one, not the third of a row. */
const BEFORE_PART =
  /^(?:by|than|nearly|almost|about|over|under|around|roughly|approximately|some|barely|just|only|exactly|least|most|to|of|up|down|another|lost|lose|losing|fell|rose|grew|shrank|within|hardly|virtually|close|cut|from|at|between|with)$/;
/** Words behind "half" that make it a share. */
const AFTER_HALF = /^(?:of|the|its|their|his|her|our|my|your|all|those|these|them|that)$/;
const NOT_SHARE_BEFORE =
  /^(?:first|second|third|last|next|previous|other|top|bottom|latter|former|upper|lower|better|each|either|this|that|per|every|one's|second-|northern|southern|eastern|western|worse|opening|in|third-|fourth)$/;

/** The part that begins at piece `i`; null when none does. */
export function shareAt(pieces: readonly Piece[], i: number): ShareAt | null {
  const lower = pieces[i]?.lower ?? "";
  const more = andAHalf(pieces, i);
  if (more !== null) return more;
  if (lower === "half" || lower === "quarter") return halfAt(pieces, i);
  const part = partAt(pieces, i) ?? slashed(pieces, i);
  if (part === null) return oneIn(pieces, i);
  if (
    pieces[part.to]?.lower === "of" &&
    pieces[part.to + 1]?.lower === "a" &&
    SCALES.has(pieces[part.to + 2]?.lower ?? "")
  )
    return null;
  if (lower === "a" && part.name === "half" && SCALES.has(pieces[part.to]?.lower ?? "")) return null;
  const fraction = ofPercent(pieces, part.to);
  if (fraction !== null)
    return { value: part.value * fraction.value, from: i, to: fraction.measure.to, measure: fraction.measure };
  const measure = ofUnit(pieces, part.to, part.name);
  if (measure !== null) return { value: part.value, from: i, to: measure.to, measure };
  return isShare(pieces, i, part) ? { value: percent(part.value), from: i, to: part.to, measure: null } : null;
}

/** "of one per cent" behind "a quarter" */
function ofPercent(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly measure: MeasureAt } | null {
  if (pieces[i]?.lower !== "of") return null;
  const number = numberAt(pieces, i + 1);
  const measure = number === null ? null : measureAt(pieces, number.to);
  return number === null || measure?.kind !== "percent" ? null : { value: number.value, measure };
}

/** "an hour and a half" */
function andAHalf(pieces: readonly Piece[], i: number): ShareAt | null {
  if (!/^an?$/.test(pieces[i]?.lower ?? "")) return null;
  const measure = measureAt(pieces, i + 1);
  if (measure === null || measure.kind === "none" || pieces[measure.to]?.lower !== "and") return null;
  const part = partAt(pieces, measure.to + 1);
  return part === null ? null : { value: 1 + part.value, from: i, to: part.to, measure };
}

function halfAt(pieces: readonly Piece[], i: number): ShareAt | null {
  const value = pieces[i]?.lower === "half" ? 0.5 : 0.25;
  const name = pieces[i]?.lower ?? "";
  const measure = ofUnit(pieces, i + 1, name);
  const before = pieces[i - 1]?.lower ?? "";
  if (measure !== null)
    return NOT_SHARE_BEFORE.test(before) && before !== "in" ? null : { value, from: i, to: measure.to, measure };
  if (name === "quarter" || NOT_SHARE_BEFORE.test(before)) return null;
  const next = pieces[i + 1];
  if (next === undefined) return BEFORE_PART.test(before) ? { value: 50, from: i, to: i + 1, measure: null } : null;
  if (isHyphen(next) || SCALES.has(next.lower) || next.lower === "past") return null;
  const share =
    AFTER_HALF.test(next.lower) ||
    (BEFORE_PART.test(before) &&
      before !== "of" &&
      !/^(?:NOUN|NOUNS|PROPN|ADJ|VBN)$/.test(next.pos) &&
      next.lower !== "a") ||
    (/^(?:AUX|VBP|VBD)$/.test(next.pos) && before !== "the");
  return share ? { value: 50, from: i, to: i + 1, measure: null } : null;
}

/** "an hour" behind "half", "of a mile" behind "a quarter", "-hour". */
function ofUnit(pieces: readonly Piece[], i: number, name: string): MeasureAt | null {
  let at = i;
  if (pieces[at]?.lower === "of") at += 1;
  const article = /^an?$/.test(pieces[at]?.lower ?? "");
  if (article) at += 1;
  else if (at > i || !/^(?:half|quarter|quarters)$/.test(name)) return null;
  const measure = measureAt(pieces, at);
  // "half a percent", "a half percentage point"
  return measure === null || measure.kind === "none" || measure.kind === "area" ? null : measure;
}

/** "three-quarters", "a third of", "by a fifth"; not "a third winter", "a quarter final". */
function isShare(
  pieces: readonly Piece[],
  i: number,
  part: { readonly to: number; readonly name: string; readonly value: number },
): boolean {
  const next = pieces[part.to];
  if (next?.lower === "of")
    return !/^(?:january|march|may|june)$/.test(pieces[part.to + 1]?.lower ?? "") || !pieces[part.to + 1]?.capital;
  // "a quarter to a third"
  if (next?.lower === "to" && partAt(pieces, part.to + 1) !== null) return true;
  if (part.name.endsWith("s") && PARTS.has(part.name)) return !/^(?:final|finals)$/.test(next?.lower ?? "");
  if (isHyphen(next)) return false;
  if (/^(?:the|its|their|his|her|as)$/.test(next?.lower ?? "") && part.name === "half") return next?.lower !== "as";
  if (next !== undefined && /^(?:NOUN|NOUNS|PROPN|NUM)$/.test(next.pos)) return false;
  if (
    next?.pos === "ADJ" &&
    !/^(?:more|less|higher|lower|fewer|larger|smaller|bigger|cheaper|dearer|up|down|full|empty|short)$/.test(next.lower)
  )
    return false;
  const before = pieces[i - 1]?.lower ?? "";
  if (BEFORE_PART.test(before)) return true;
  if (part.name === "quarter" && /^(?:AUX|VBD|VBP)$/.test(next?.pos ?? "")) return true;
  if (pieces[i]?.lower === "one" || isHyphen(pieces[i + 1])) return true;
  // "three-quarters want it, and a fifth would …"
  if (/^(?:and|,|while|but|;)$/.test(before) && /^(?:AUX|VB[DPZ]?)$/.test(next?.pos ?? "") && goesOnFrom(pieces, i))
    return true;
  // "A third was hurt" is the third person, "a third were hurt" a share.
  if (
    next === undefined ||
    /^(?:[,.;:)]|more|less|higher|lower|fewer|larger|smaller|up|down|full|empty)$/.test(next.lower)
  )
    return (
      /^(?:more|less|higher|lower|fewer|larger|smaller|up|down|full|empty)$/.test(next?.lower ?? "") || before === ","
    );
  return /^(?:are|were|have|do|say|live|want|need|come|go|on|in)$/.test(next.lower) && !/^(?:on|in)$/.test(next.lower);
}

/** Was a share printed before in the sentence? */
function goesOnFrom(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 30; k -= 1)
    if (/^(?:%|percent|cent|half|thirds|quarters|fifths|tenths|quarter)$/.test(pieces[k]?.lower ?? "")) return true;
  return false;
}

/** "3/4 of" */
function slashed(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly to: number; readonly name: string } | null {
  const [over, under] = [pieces[i]?.amount ?? null, pieces[i + 2]?.amount ?? null];
  if (over === null || under === null || pieces[i + 1]?.lower !== "/" || pieces[i + 3]?.lower !== "of") return null;
  return over > 0 && over < under && under <= 20 ? { value: over / under, to: i + 3, name: "slash" } : null;
}

/** "one in five", "three out of four", "nine in every ten". */
function oneIn(pieces: readonly Piece[], i: number): ShareAt | null {
  const over = numberAt(pieces, i);
  if (over === null || over.scale !== 1 || over.value < 1 || !Number.isInteger(over.value)) return null;
  // "one-in-three"
  const hyphen = isHyphen(pieces[over.to]) ? 1 : 0;
  let at = over.to + hyphen;
  const words = [pieces[at]?.lower ?? "", pieces[at + 1]?.lower ?? ""];
  let sure = false;
  if (words[0] === "in" || words[0] === "of") at += 1;
  else if (words[0] === "out" && words[1] === "of") at += 2;
  else return null;
  at += hyphen;
  if (pieces[at]?.lower === "every") {
    sure = true;
    at += 1;
  } else if (words[0] === "of") return null;
  const under = numberAt(pieces, at);
  if (under === null || under.value <= over.value || under.value > 1000 || !Number.isInteger(under.value)) return null;
  if (!sure) {
    // "two in 24 hours", "6 out of 9 cranes" are no shares.
    if (measureAt(pieces, under.to) !== null || pieces[under.to]?.lower === "-") return null;
    const round = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000].includes(under.value);
    // "one in 12 adults": numbers from ten on are printed in digits.
    const mixed =
      over.value === 1 &&
      under.value >= 10 &&
      (isPluralNoun(pieces[under.to]) || (pieces[under.to]?.lower === "of" && pieces[under.to + 1]?.pos === "DET"));
    if (!mixed && (!round || (over.words !== under.words && under.value !== 10 && under.value !== 100))) return null;
    if (words[0] === "out" && !over.words && under.value !== 10 && under.value !== 100) return null;
  }
  return { value: percent(over.value / under.value), from: i, to: under.to, measure: null };
}

function isPluralNoun(piece: Piece | undefined): boolean {
  return piece?.pos === "NOUNS" || piece?.lower === "people" || piece?.lower === "children";
}

function percent(part: number): number {
  return Math.round(part * 10_000) / 100;
}
