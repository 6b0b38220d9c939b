import { DONE, FATES, OF_THINGS_TOO, SUFFERED } from "./fates.ts";
import { countedAt } from "./noun-phrase.ts";
import { numberAt } from "./number.ts";
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
  const bare = nominal(pieces, i) ?? lost(pieces, i);
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
  // "five were hurt, none seriously"
  const word = pieces[at]?.lower ?? "";
  if (/^(?:seriously|badly|gravely|severely|critically)$/.test(word)) return { fate: "injured", from: i, to: at + 1 };
  if (word === "fatally") return { fate: "killed", from: i, to: at + 1 };
  const { fate } = predicateAfter(pieces, at, true);
  // "none of the 212 passengers was hurt": the 212 are counted, too.
  if (fate !== null) {
    const counts = pieces
      .slice(to, fate.to)
      .some((piece, k) => piece.amount !== null || numberAt(pieces, to + k) !== null);
    return { fate: fate.fate, from: i, to: counts ? to : fate.to };
  }
  // "It killed no one."
  const done = DONE.get(pieces[i - 1]?.lower ?? "") ?? SUFFERED.get(pieces[i - 1]?.lower ?? "");
  return done === undefined ? null : { fate: done, from: i - 1, to };
}

const FIGHTING =
  /^(?:army|troops|soldiers?|forces|rebels?|guards?|fighters?|militia|militants|side|sides|brigade|battalion|unit|units|garrison|navy|marines|general|commander|colonel|insurgents|losses)$/;

/** "no losses of our own", "lost no men": of those who fight. */
function lost(pieces: readonly Piece[], i: number): ZeroAt | null {
  const next = pieces[i + 1]?.lower ?? "";
  if (next === "losses" && pieces.some((p) => p.lower !== "losses" && FIGHTING.test(p.lower)))
    return { fate: "killed", from: i, to: i + 2 };
  if (!/^(?:lost|lose|loses|losing)$/.test(pieces[i - 1]?.lower ?? "")) return null;
  const { person, noun, to } = countedAt(pieces, i + 1);
  if (next !== "one" && (person !== true || noun === null)) return null;
  const captured = pieces[to]?.lower === "to" && pieces[to + 1]?.lower === "capture";
  return { fate: captured ? "captured" : "killed", from: i - 1, to: captured ? to + 2 : Math.max(to, i + 2) };
}

/** "no injuries", "no deaths or injuries", "no loss of life", "no lives were lost". */
function nominal(pieces: readonly Piece[], i: number): ZeroAt | null {
  let at = i + 1;
  while (
    at < i + 5 &&
    /^(?:reports?|word|news|signs?|of|known|further|serious|major|human|civilian|other|new|any|confirmed|reported|immediate|military|more|single)$/.test(
      pieces[at]?.lower ?? "",
    )
  )
    at += 1;
  const lower = pieces[at]?.lower ?? "";
  const next = pieces[at + 1]?.lower ?? "";
  if (lower === "loss" && next === "of" && pieces[at + 2]?.lower === "life")
    return { fate: "killed", from: i, to: at + 3 };
  if (lower === "lives" || (lower === "life" && /^(?:lost|was|were|has|have)$/.test(next)))
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
