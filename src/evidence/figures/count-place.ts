import { OF_THINGS_TOO } from "./fates.ts";
import type { Counted } from "./noun-phrase.ts";
import type { Piece } from "./piece.ts";

/** What the counted have suffered, and the pieces `[from, to)` that say so where they touch the number. */
export interface CasualtyAt {
  readonly fate: string;
  readonly from: number;
  readonly to: number;
}

/** A number with what stands around it. */
export interface CountPlace {
  /** First piece of number and qualifier. */
  readonly from: number;
  /** End of number and qualifier. */
  readonly to: number;
  readonly counted: Counted;
  /** The number, or the lower end of a range. */
  readonly value: number;
}

/** May what is counted have suffered this? Things go missing, too. */
export function fits(fate: string, { counted }: CountPlace): boolean {
  return counted.person === true || (counted.person === null && (counted.noun === null || !OF_THINGS_TOO.has(fate)));
}

/** Words of the pieces `[from, to)` in small letters, with one space between. */
export function wordsOf(pieces: readonly Piece[], from: number, to: number): string {
  return pieces
    .slice(from, to)
    .map((p) => p.lower)
    .join(" ");
}
