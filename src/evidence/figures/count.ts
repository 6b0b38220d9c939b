import type { Qualifier } from "../../model/figure.ts";
import { casualtyAt, isWhole } from "./casualty.ts";
import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { DONE, OF_THINGS_TOO } from "./fates.ts";
import { endsClause, gapBefore } from "./gapped.ts";
import { isLabel } from "./label.ts";
import { labelledNoun } from "./labelled.ts";
import { countedAt } from "./noun-phrase.ts";
import type { Counted } from "./noun-phrase.ts";
import { WEEKDAYS } from "./number-words.ts";
import { numberAt } from "./number.ts";
import type { Piece } from "./piece.ts";
import { qualifierAfter } from "./qualifier.ts";
import { isCompound } from "./quantity.ts";
import type { Quantity } from "./quantity.ts";
import { made, passed } from "./settled.ts";
import type { Settled } from "./settled.ts";
import { antecedentOf, isPart, isPlainCount, numberOf, standsAlone, takenUp } from "./taken-up.ts";
import type { Trail } from "./trail.ts";

/** A number without unit: casualties, a count, or nothing. */
export function countOf(pieces: readonly Piece[], quantity: Quantity, floor: number, trail: Trail): Settled | null {
  const { last, first, qualified, max } = quantity;
  const counted = countedAt(pieces, quantity.to, quantity.value === 1 && max === null ? "one" : "many");
  const cell = cellOf(pieces, quantity, trail);
  if (cell !== null) return cell;
  if (isTitle(pieces, quantity)) return null;
  if (
    isCompound(pieces, quantity) ||
    (trail.label === first.from - 1 &&
      /^(?:and|or|,|to|-|–)$/.test(pieces[first.from - 1]?.lower ?? "") &&
      counted.noun === null)
  ) {
    trail.label = last.to;
    return null;
  }
  if (max !== null && first.yearLike && last.yearLike) return null;
  const place = { from: quantity.from, to: quantity.to, counted, value: quantity.value };
  const before = trail.last();
  const befell = casualtyAt(pieces, place) ?? casualtyOfTree(pieces, place, first.from, trail);
  // "destroyed 14 tanks and captured six"
  const ofThings =
    befell !== null &&
    OF_THINGS_TOO.has(befell.fate) &&
    counted.noun === null &&
    counted.fate === null &&
    before?.here === true &&
    before.person === false;
  const casualty = ofThings ? null : befell;
  const tolled = casualty !== null && counted.noun === null && counted.fate === null && !qualified;
  const number = { ...first, to: Math.max(last.to, quantity.to) };
  const goesOn = counted.noun === null && counted.fate === null && before?.here === true && isGap(pieces, quantity);
  if (
    !goesOn &&
    !isTakenUpOne(pieces, quantity, before !== null, casualty !== null) &&
    isLabel(
      pieces,
      number,
      casualty !== null && tolled ? { ...counted, fate: casualty.fate } : counted,
      qualified || tolled,
    )
  ) {
    trail.label = last.to;
    return null;
  }
  if (casualty !== null) {
    const { fate } = casualty;
    const from = Math.max(floor, Math.min(casualty.from, quantity.from));
    trail.part = isPart(pieces, quantity);
    const implied = before?.noun ?? (fate === "kidnapped" ? "hostage" : null);
    trail.count(counted.noun ?? (counted.person === null ? implied : null), true, fate);
    return {
      ...withPassed(pieces, quantity, counted, floor),
      kind: "casualties",
      counts: fate,
      unit: null,
      from,
      to: reach(pieces, quantity, counted, casualty.to),
    };
  }
  const taken = goesOn ? before.fate : takenUp(pieces, quantity, counted, trail);
  if (taken !== null) {
    trail.count(counted.noun ?? before?.noun ?? null, true, taken);
    return {
      ...made(withQualifier(pieces, quantity, counted, floor), "casualties", null, taken),
      to: reach(pieces, quantity, counted, counted.to),
    };
  }
  const noun =
    counted.noun ??
    antecedentOf(pieces, quantity, counted) ??
    (goesOn || standsAlone(pieces, quantity, counted, before !== null) ? (before?.noun ?? null) : null);
  const named = noun ?? numberOf(pieces, quantity.from) ?? labelledNoun(pieces, quantity.from);
  if (named !== null && noun === null) {
    trail.count(named, null, null);
    return made(withQualifier(pieces, quantity, counted, floor), "count", null, named);
  }
  if (noun === null) return isPlainCount(pieces, quantity, counted) ? made(quantity, "count", null, null) : null;
  trail.part = false;
  // "25,000 were moved from 16 islands, and 7,000 may follow": those who were moved stay in mind.
  if (!(isOblique(pieces, quantity, counted) && before?.here === true && before.fate !== null))
    trail.count(noun, counted.noun === null ? (before?.person ?? null) : counted.person, null);
  return {
    ...made(withQualifier(pieces, quantity, counted, floor), "count", null, noun),
    to: reach(pieces, quantity, counted, Math.max(counted.to, quantity.to)),
  };
}

/** "the rebels lost 300 men, the army 45" */
function isGap(pieces: readonly Piece[], { from, to, dashed, max }: Quantity): boolean {
  return max === null && !dashed && endsClause(pieces[to]) && gapBefore(pieces, from) !== -1;
}

/** "killed one and wounded seven", "22 were held; one was later freed": one of those counted, no pronoun. */
function isTakenUpOne(
  pieces: readonly Piece[],
  { first, from, to, max }: Quantity,
  known: boolean,
  casualty: boolean,
): boolean {
  if (!first.words || first.value !== 1 || max !== null) return false;
  const [before, next] = [pieces[from - 1]?.lower ?? "", pieces[to]];
  if (next?.lower === "of") return false;
  if (casualty && DONE.has(before)) return true;
  return (known || casualty) && /^(?:[,;]|and|but|while)$/.test(before) && /^(?:AUX|VBD|VBN)$/.test(next?.pos ?? "");
}

/** Things in a phrase led by a preposition. */
function isOblique(pieces: readonly Piece[], { from }: Quantity, counted: Counted): boolean {
  return counted.noun !== null && counted.person !== true && pieces[from - 1]?.pos === "ADP";
}

/** Where words nearby do not say what befell people, the tree of the sentence may. */
function casualtyOfTree(pieces: readonly Piece[], place: CountPlace, number: number, trail: Trail): CasualtyAt | null {
  const { from, to, counted } = place;
  if (counted.person !== true || counted.noun === null || counted.noun === "household" || isWhole(pieces, from))
    return null;
  const fate = trail.fate((pieces[number] as Piece).start);
  return fate === null ? null : { fate, from, to: Math.max(to, counted.to) };
}

/** A number that fills a cell of a table: its column's head says what it counts. */
function cellOf(pieces: readonly Piece[], quantity: Quantity, trail: Trail): Settled | null {
  const mark = /^[|]$/;
  const [before, first, last, after] = [
    pieces[quantity.from - 1],
    pieces[quantity.from],
    pieces[quantity.to - 1],
    pieces[quantity.to],
  ];
  if (first === undefined || last === undefined) return null;
  if (before !== undefined && !mark.test(before.lower) && first.start - before.end !== 1) return null;
  if (after !== undefined && !mark.test(after.lower) && after.start - last.end !== 1) return null;
  const column = trail.column(first.start, last.end);
  if (column === null) return null;
  return made(quantity, column.fate === null ? "count" : "casualties", null, column.fate ?? column.noun);
}

/** "Eleven Winters", within a sentence: a name. */
function isTitle(pieces: readonly Piece[], { first, last }: Quantity): boolean {
  // "1 May Square", "1 Mill Road"
  if (!first.words && first.value === 1 && pieces[last.to]?.capital === true && pieces[last.to + 1]?.capital === true)
    return true;
  if (!first.words || first.from === 0 || pieces[first.from]?.capital !== true) return false;
  return pieces[last.to]?.capital === true && pieces[first.from - 1]?.lower !== ":";
}

/** "600 passengers at most", "passed 2,000". */
function withQualifier(pieces: readonly Piece[], quantity: Quantity, counted: Counted, floor: number): Quantity {
  if (quantity.max !== null) return quantity;
  const behind = quantity.qualified ? null : qualifierAfter(pieces, Math.max(counted.to, quantity.to));
  if (behind !== null) return { ...quantity, qualifier: behind.qualifier };
  return counted.noun === null ? passed(pieces, quantity, floor) : quantity;
}

function withPassed(
  pieces: readonly Piece[],
  quantity: Quantity,
  counted: Counted,
  floor: number,
): { readonly value: number; readonly max: number | null; readonly qualifier: Qualifier } {
  const { value, max, qualifier } = withQualifier(pieces, quantity, counted, floor);
  return { value, max, qualifier };
}

/** How far the figure's text goes: over what is counted and what befell it, but not over another number or day. */
function reach(pieces: readonly Piece[], quantity: Quantity, counted: Counted, to: number): number {
  const least = quantity.to;
  const phrase = Math.max(counted.to, least);
  if (to <= least) return least;
  const far = Math.min(to, phrase + 7);
  const clear = (from: number, end: number): boolean => {
    for (let k = from; k < end; k += 1) {
      const piece = pieces[k] as Piece;
      if (
        piece.amount !== null ||
        numberAt(pieces, k) !== null ||
        WEEKDAYS.includes(piece.lower) ||
        /^(?:today|yesterday|tomorrow)$/.test(piece.lower)
      )
        return false;
    }
    return true;
  };
  if (far === to && clear(least, to)) return to;
  return clear(least, Math.min(phrase, to)) ? Math.min(phrase, to) : least;
}
