import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { fits } from "./count-place.ts";
import { DONE, OF_THINGS_TOO } from "./fates.ts";
import type { Counted } from "./noun-phrase.ts";
import { isNounish } from "./noun-phrase.ts";
import type { Piece } from "./piece.ts";

const BE = /^(?:is|are|was|were|be|been|being|get|got|gets)$/;

/** "We lost fourteen people", "the army lost 480 men": the dead, where persons are named. */
export function lostAt(pieces: readonly Piece[], { from, counted }: CountPlace): CasualtyAt | null {
  if (counted.person !== true || counted.noun === null) return null;
  const lost = (k: number): boolean => /^(?:lost|lose|loses|losing)$/.test(pieces[k]?.lower ?? "");
  if (
    /^(?:family|household|customer|voter|member|employee|player|supporter|subscriber|passenger|shopper|fan|staff|tourist|tenant)$/.test(
      counted.noun,
    )
  )
    return null;
  if (lost(from - 1)) return { fate: "killed", from: from - 1, to: counted.to };
  for (const k of objectsBefore(pieces, from - 1)) if (lost(k)) return { fate: "killed", from, to: counted.to };
  return null;
}

/** The number is, or is one of, the objects of a verb: "killed 12", "killing the driver and two pupils". */
export function objectOf(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, to, counted } = place;
  const at = /^["“‘«]$/.test(pieces[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  const direct = verbFate(pieces, at);
  if (direct !== null)
    return fits(direct.fate, place) && !softOnThings(direct.fate, counted)
      ? { fate: direct.fate, from: direct.from, to: Math.max(to, counted.to) }
      : null;
  for (const k of objectsBefore(pieces, at)) {
    const verb = verbFate(pieces, k);
    if (verb !== null) return fits(verb.fate, place) ? { fate: verb.fate, from, to: Math.max(to, counted.to) } : null;
  }
  return null;
}

/** Places where a verb may stand whose objects end with the one that begins behind `at`: "killed a mother and her …". */
function* objectsBefore(pieces: readonly Piece[], at: number): Generator<number> {
  let k = at;
  while (/^(?:POSS|DET)$/.test(pieces[k]?.pos ?? "") && k > at - 2) k -= 1;
  if (!/^(?:and|,|plus|or|&)$/.test(pieces[k]?.lower ?? "")) return;
  for (let steps = 0; steps < 14 && k >= 0; steps += 1, k -= 1) {
    yield k;
    const piece = pieces[k] as Piece;
    const plain =
      isNounish(piece) ||
      /^(?:DET|POSS|ADJ|NUM|ADV)$/.test(piece.pos) ||
      piece.amount !== null ||
      /^(?:and|,|plus|or|&|of|'s|-|at|least|about|including)$/.test(piece.lower);
    if (!plain) return;
  }
}

function softOnThings(fate: string, counted: Counted): boolean {
  return OF_THINGS_TOO.has(fate) && counted.noun !== null && counted.person !== true;
}

/** A verb at `at` that does something to its object; not in the passive. Adverbs before the object are stepped over. */
function verbFate(pieces: readonly Piece[], at: number): { readonly fate: string; readonly from: number } | null {
  let i = at;
  while (i > 0 && i > at - 2 && pieces[i]?.pos === "ADV" && !DONE.has(pieces[i]?.lower ?? "")) i -= 1;
  let fate = DONE.get(pieces[i]?.lower ?? "");
  // "shot dead two guards", "took 12 hostage" stand with their number between or before.
  if (pieces[i]?.lower === "dead" && /^(?:shot|shoot|shoots|shooting)$/.test(pieces[i - 1]?.lower ?? ""))
    fate = "killed";
  if (fate === undefined || /^(?:treated|treating|resettled|rehoused|relocated|hanged)$/.test(pieces[i]?.lower ?? "")) {
    if (fate !== "injured") return null;
  }
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1) {
    const before = pieces[k] as Piece;
    if (BE.test(before.lower)) return null;
    if (before.pos !== "ADV" && !/^(?:not|or|and|also)$/.test(before.lower) && !DONE.has(before.lower)) break;
  }
  // "killed or wounded 70 soldiers"
  const joined = /^(?:and|or)$/.test(pieces[i - 1]?.lower ?? "") ? DONE.get(pieces[i - 2]?.lower ?? "") : undefined;
  if (joined !== undefined && joined !== fate && (joined === "killed" || fate === "killed"))
    return { fate: "casualties", from: i - 2 };
  return { fate, from: pieces[i]?.lower === "dead" ? i - 1 : i };
}
