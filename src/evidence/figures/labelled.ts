import { fatePhraseAt } from "./fate-phrases.ts";
import { DONE, FATES } from "./fates.ts";
import { isPerson, singular } from "./noun-lists.ts";
import type { Piece } from "./piece.ts";

/** Longest label before a colon, in pieces. */
const LONGEST = 6;

/** Where the label that ends with a colon right before piece `from` begins; -1 where there is none. */
function labelBefore(pieces: readonly Piece[], from: number): number {
  if (pieces[from - 1]?.lower !== ":" || pieces[from - 1]?.glued === false) return -1;
  let k = from - 2;
  while (k >= 0 && k >= from - 1 - LONGEST) {
    if (/^[.;:!?|•,(\]]$/.test(pieces[k]?.lower ?? "") || pieces[k]?.amount !== null) break;
    k -= 1;
  }
  return k < from - 1 - LONGEST ? -1 : k + 1;
}

/** "Unaccounted for: 5", "Abducted in March: 31 girls", "Prisoners taken: 450": what the label says befell them. */
export function labelledFate(pieces: readonly Piece[], from: number): string | null {
  const start = labelBefore(pieces, from);
  if (start === -1) return null;
  for (let k = start; k < from - 1; k += 1) {
    const { lower } = pieces[k] as Piece;
    if (/^(?:not|no|never|cause|causes|freed|released|rescued|found|search)$/.test(lower)) return null;
    const phrase = fatePhraseAt(pieces, k);
    if (phrase !== null) return phrase.fate;
    if (/^(?:prisoners|captives)$/.test(lower) && /^(?:taken|captured)$/.test(pieces[k + 1]?.lower ?? ""))
      return "captured";
    const done = /(?:ed|en|hurt|slain|shot)$/.test(lower) ? DONE.get(lower) : undefined;
    const fate = done ?? FATES.get(lower);
    if (fate === undefined) continue;
    const second = /^(?:or|and|\/)$/.test(pieces[k + 1]?.lower ?? "")
      ? FATES.get(pieces[k + 2]?.lower ?? "")
      : undefined;
    return second !== undefined && second !== fate && (fate === "killed" || second === "killed") ? "casualties" : fate;
  }
  return null;
}

/** "Guns: 38", "Houses burnt down: 14": the plural that the label begins with. */
export function labelledNoun(pieces: readonly Piece[], from: number): string | null {
  const start = labelBefore(pieces, from);
  if (start === -1) return null;
  for (let k = start; k < from - 1; k += 1) {
    const piece = pieces[k] as Piece;
    if (piece.pos === "NOUNS") return singular(piece.lower);
    // The tagger takes a capital for a name.
    if (piece.pos === "PROPN" && piece.lower.endsWith("s") && isPerson(singular(piece.lower)) !== null)
      return singular(piece.lower);
    if (!/^(?:NOUN|ADJ|ADV|NUM)$/.test(piece.pos)) return null;
  }
  return null;
}
