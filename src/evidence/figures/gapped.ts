import type { Piece } from "./piece.ts";

/** What is numbered: "in Ward 4". */
const LABELS =
  /^(?:ward|hall|room|unit|building|group|zone|route|flight|highway|block|sector|area|tower|house|gate|district|depot|camp|bunker|street|road|chapter|article|section|page|line|platform|junction|exit|reactor|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/**
 * Where a clause without a verb of its own begins whose last word is the number at `from`: "the rebels lost 300, |the
 * army 45"; -1 where there is none. A preposition before the number may be repeated, too: "is on 34, the Lanterns on 29".
 */
export function gapBefore(pieces: readonly Piece[], from: number): number {
  let k = from - 1;
  if (/^(?:on|at|to|by|for)$/.test(pieces[k]?.lower ?? "")) k -= 1;
  const last = pieces[k];
  if (last === undefined || !/^(?:NOUNS?|PROPN|PRON)$/.test(last.pos)) return -1;
  while (
    k >= 0 &&
    k > from - 9 &&
    (/^(?:NOUNS?|PROPN|PRON|ADJ|DET|POSS|VBN)$/.test(pieces[k]?.pos ?? "") || pieces[k]?.lower === "of")
  )
    k -= 1;
  // ", in Bel 48"
  const placed = /^(?:in|at|for|among|on)$/.test(pieces[k]?.lower ?? "") && !LABELS.test(last.lower);
  const start = placed ? k : k + 1;
  const [joiner, first] = [pieces[start - 1], pieces[start]];
  if (first === undefined || !/^(?:,|;|and|but|while)$/.test(joiner?.lower ?? "")) return -1;
  if (placed) return start;
  const led = /^(?:DET|POSS|PRON)$/.test(first.pos) || last.pos === "NOUNS";
  // "an ATR 72", "the Marlin 500": names of things.
  const named = last.capital && !last.lower.endsWith("s") && pieces[from - 1] === last;
  return led &&
    !named &&
    !/^(?:that|this|which|who|than)$/.test(first.lower) &&
    !/^(?:youngest|oldest|eldest)$/.test(pieces[start + 1]?.lower ?? "")
    ? start
    : -1;
}

/** Does the clause end behind the number, but for a few words of place or time? */
export function endsClause(piece: Piece | undefined): boolean {
  return (
    piece === undefined || /^(?:[,.;:)!?–—]|and|but|in|at|on|last|this|while|when|over|so|by|a)$/.test(piece.lower)
  );
}
