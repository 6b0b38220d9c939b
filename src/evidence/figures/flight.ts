import type { Counted } from "./noun-phrase.ts";
import type { Piece } from "./piece.ts";

/** From so many on, those who flee are a displaced people, not thieves on the run. */
const MASS = 40;
const HOUSED =
  /^(?:resident|inhabitant|villager|civilian|family|household|citizen|islander|townsperson|refugee|islander|settler|farmer|herder)$/;
/** What a culprit flees, or one who keeps out of trouble. */
const ELSEWHERE = /^(?:the|a|on|in|police|their|his|custody|prison|jail)$/;

/** "have fled Upper Quillon", "Ten thousand fled in a single night": where the words that say so end. */
export function flightAt(pieces: readonly Piece[], i: number, value: number, counted: Counted): number | null {
  const housed = HOUSED.test(counted.noun ?? "");
  if (value < MASS && !housed) return null;
  for (let k = i; k < i + 12; k += 1) {
    const piece = pieces[k];
    if (piece === undefined || /^(?:[.;:,!?]|who|which|while|when|from|as|and)$/.test(piece.lower)) return null;
    if (housed && piece.lower === "expelled") return k + 1;
    if (/^(?:fled|flee|fleeing|flees)$/.test(piece.lower)) return escapes(pieces, k + 1) ? null : k + 1;
    if (
      !/^(?:have|had|has|are|were|be|been|already|now|also|since|may|might|will|could|would|must|to|of|the|in|others|more|people|so|far)$/.test(
        piece.lower,
      ) &&
      !/^(?:NOUNS?|PROPN|ADV|ADJ)$/.test(piece.pos)
    )
      return null;
  }
  return null;
}

/** "fled the scene", "fled custody" */
function escapes(pieces: readonly Piece[], i: number): boolean {
  const at = ELSEWHERE.test(pieces[i]?.lower ?? "") ? i + 1 : i;
  return /^(?:scene|prison|jail|custody|police|officers|court|building|theatre|hall|stadium|store|shop|foot)$/.test(
    pieces[at]?.lower ?? "",
  );
}
