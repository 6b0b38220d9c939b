import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";
import { DONE } from "./fates.ts";

/** "Dozens were hurt, |two of them badly", "wounded several men, |one of them fatally": what befell those not counted. */
export function vagueFate(pieces: readonly Piece[], from: number): string | null {
  if (!/^[,;–—(]$/.test(pieces[from - 1]?.lower ?? "")) return null;
  for (let k = from - 2; k >= 0 && k > from - 24; k -= 1) {
    const piece = pieces[k] as Piece;
    if (/^[.;:!?]$/.test(piece.lower) || piece.amount !== null) return null;
    const many =
      piece.pos === "NOUNS" ||
      /^(?:dozens|scores|hundreds|thousands|several|many|people|others|some)$/.test(piece.lower);
    if (!many) continue;
    const { fate } = predicateAfter(pieces, k + 1, true);
    if (fate !== null && fate.to <= from) return fate.fate;
    for (let v = k - 1; v >= 0 && v > k - 6; v -= 1) {
      const done = DONE.get(pieces[v]?.lower ?? "");
      if (done !== undefined) return done;
      if (!/^(?:DET|ADJ|NOUN|NUM|ADV|POSS|ADP|NOUNS)$/.test(pieces[v]?.pos ?? "")) break;
    }
    if (
      !/^(?:minutes|hours|days|injuries|wounds)$/.test(piece.lower) &&
      piece.pos === "NOUNS" &&
      /^(?:VB|AUX)/.test(pieces[k + 1]?.pos ?? "")
    )
      return null;
  }
  return null;
}
