import { DONE, FATES, OF_THINGS_TOO } from "./fates.ts";
import { countedAt } from "./noun-phrase.ts";
import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";

/** Nobody came to harm: pieces `[from, to)`, and what befell nobody. */
export interface ZeroAt {
  readonly fate: string;
  readonly from: number;
  readonly to: number;
}

const PEOPLE_OF = /^(?:of|else|the|them|those|us|his|her|its|their|these)$/;

/** "No one was hurt", "nobody died", "none of the crew was injured", "no casualties", "without loss of life". */
export function zeroAt(pieces: readonly Piece[], i: number): ZeroAt | null {
  const word = pieces[i]?.lower ?? "";
  switch (word) {
    case "nobody":
    case "none":
    case "no-one":
      return unharmed(pieces, i, i + 1);
    case "no":
      break;
    case "without":
    case "zero":
      return nominal(pieces, i);
    default:
      return null;
  }
  if (pieces[i + 1]?.lower === "one") return unharmed(pieces, i, i + 2);
  if (pieces[i + 1]?.lower === "-" && pieces[i + 2]?.lower === "one") return unharmed(pieces, i, i + 3);
  const bare = nominal(pieces, i);
  if (bare !== null) return bare;
  const counted = countedAt(pieces, i + 1);
  if (counted.person !== true || counted.noun === null) return null;
  const { fate } = predicateAfter(pieces, counted.to, true);
  return fate === null ? null : { fate: fate.fate, from: i, to: fate.to };
}

function unharmed(pieces: readonly Piece[], i: number, to: number): ZeroAt | null {
  let at = to;
  // "none of the crew", "nobody else", "no one on board"
  while (at < to + 5 && PEOPLE_OF.test(pieces[at]?.lower ?? "")) at += 1;
  const { fate } = predicateAfter(pieces, at, true);
  if (fate !== null) return { fate: fate.fate, from: i, to: fate.to };
  // "It killed no one."
  const done = DONE.get(pieces[i - 1]?.lower ?? "");
  return done === undefined ? null : { fate: done, from: i - 1, to };
}

/** "no injuries", "no deaths or injuries", "no loss of life", "no lives were lost". */
function nominal(pieces: readonly Piece[], i: number): ZeroAt | null {
  let at = i + 1;
  while (
    at < i + 4 &&
    /^(?:known|further|serious|major|human|civilian|other|new|any|confirmed|reported|immediate|military|more|single)$/.test(
      pieces[at]?.lower ?? "",
    )
  )
    at += 1;
  const lower = pieces[at]?.lower ?? "";
  const next = pieces[at + 1]?.lower ?? "";
  if (lower === "loss" && next === "of" && pieces[at + 2]?.lower === "life")
    return { fate: "killed", from: i, to: at + 3 };
  if (/^(?:lives|life)$/.test(lower) && /^(?:lost|was|were|has|have)$/.test(next))
    return { fate: "killed", from: i, to: at + 1 };
  const fate = FATES.get(lower);
  if (
    fate === undefined ||
    OF_THINGS_TOO.has(fate) ||
    !/(?:s|ies|ty|dead|injury|death|wounded|injured|kia|wia)$/.test(lower)
  )
    return null;
  const second = /^(?:or|and|nor)$/.test(next) ? FATES.get(pieces[at + 2]?.lower ?? "") : undefined;
  const mixed = second !== undefined && second !== fate;
  return { fate: mixed ? "casualties" : fate, from: i, to: mixed ? at + 3 : at + 1 };
}
