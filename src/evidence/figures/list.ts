import { isNounish } from "./noun-phrase.ts";
import type { Piece } from "./piece.ts";

/** Furthest that a list of people may run. */
const LONGEST = 26;
const JOINER = /^(?:and|,|plus|or|&|nor)$/;
const WITHIN =
  /^(?:of|'s|-|at|least|about|including|as|well|also|aged|"|“|”|in|from|near|with|on|along|together|alongside|another|further|more|than|over|nearly|almost|some|perhaps|few|under|for|to|both|two|one|himself|herself|itself|themselves|him|her|them)$/;

/** May the piece stand within a list of people or things: no verb, no mark that ends a clause? */
function isListed(piece: Piece): boolean {
  if (isNounish(piece) || piece.amount !== null || /^(?:DET|POSS|ADJ|NUM|ADV)$/.test(piece.pos)) return true;
  return JOINER.test(piece.lower) || WITHIN.test(piece.lower);
}

/**
 * Places, from the nearest one back, where a verb may stand whose list of objects, or a preposition whose list, the
 * phrase behind `at` goes on with: "killed a mother and her …". None when no joining word leads to it.
 */
export function* headsBefore(pieces: readonly Piece[], at: number): Generator<number> {
  let k = at;
  while (k > at - 4 && /^(?:POSS|DET|ADJ|ADV)$/.test(pieces[k]?.pos ?? "") && !JOINER.test(pieces[k]?.lower ?? ""))
    k -= 1;
  if (!JOINER.test(pieces[k]?.lower ?? "")) return;
  for (let steps = 0; steps < LONGEST && k >= 0; steps += 1, k -= 1) {
    yield k;
    if (!isListed(pieces[k] as Piece)) return;
  }
}

/**
 * Where the list ends that goes on with the comma or "and" at piece `i`: "two boys, a driver and four guards |were".
 * Null when no last member, led by "and" or "or", follows.
 */
export function listEnd(pieces: readonly Piece[], i: number): number | null {
  let last = false;
  let k = i;
  for (; k < pieces.length && k < i + LONGEST; k += 1) {
    const piece = pieces[k] as Piece;
    if (/^(?:and|or|&)$/.test(piece.lower)) last = true;
    if (!isListed(piece)) break;
    // A comma behind the last member closes something else.
    if (last && piece.lower === "," && k > i) break;
  }
  const joiner = pieces[k - 1]?.lower ?? "";
  return last && k > i + 1 && !JOINER.test(joiner) ? k : null;
}
