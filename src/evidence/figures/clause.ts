import { DONE, FATES, SUFFERED } from "./fates.ts";
import type { Piece } from "./piece.ts";

export const BE =
  /^(?:is|are|was|were|be|been|being|am|'re|get|gets|got|getting|isn't|aren't|wasn't|weren't|lie|lay|stood|remain|remains|remained|remaining)$/;
export const OTHER_AUX =
  /^(?:has|have|had|having|will|would|may|might|must|can|could|should|shall|do|did|does|hasn't|haven't|hadn't|didn't|to|not|never|'ve|'ll|n't)$/;
const TIME_WORDS =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|last|this|early|late|overnight|when|while|in|on|at|by|after|during|since|and|or|as|here|there|so|instantly|outright|immediately|every|each|within)$/;
export const CLAUSE_END = /^(?:[.;!?:…—–]|--)$/;

/** Has the word the form of a participle? */
export function isPassive(word: string): boolean {
  return /(?:ed|en|ain|hurt|shot|burnt)$/.test(word);
}

/** Is the verb at `k` done by those before it: "two guards shot dead a thief"? */
export function isAgent(pieces: readonly Piece[], k: number, to: number, be: boolean): boolean {
  return (
    !be &&
    /^(?:shot|took|flew|put|taking|sending|rushing|surrendered|cleared|brought|moved|led)$/.test(
      pieces[k]?.lower ?? "",
    ) &&
    hasObject(pieces, to)
  );
}

/** Does an object begin at `i`? "killed Friday" has none. */
export function hasObject(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece === undefined || TIME_WORDS.test(piece.lower)) return false;
  if (piece.amount !== null) return true;
  return /^(?:DET|POSS|NOUN|NOUNS|PROPN|ADJ|NUM|PRON)$/.test(piece.pos) && !FATES.has(piece.lower);
}

/** Does a form of "be" or another auxiliary stand shortly behind `from`? */
export function hasAuxiliary(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = from; k < to && k < from + 6; k += 1) {
    const lower = pieces[k]?.lower ?? "";
    if (/^(?:as|when|after|while|because|and|,)$/.test(lower)) return false;
    if (BE.test(lower) || OTHER_AUX.test(lower)) return true;
  }
  return false;
}

/** Does a verb follow, an adverb before it allowed? */
export function verbFollows(pieces: readonly Piece[], i: number): boolean {
  const at = pieces[i]?.pos === "ADV" ? i + 1 : i;
  return startsPredicate(pieces[at]);
}

/** Does a predicate begin with the piece? */
export function startsPredicate(piece: Piece | undefined): boolean {
  return piece !== undefined && (isVerb(piece) || SUFFERED.has(piece.lower) || BE.test(piece.lower));
}

/** Is the piece tagged as a verb in a finite form or a participle? */
export function isVerb(piece: Piece): boolean {
  return /^(?:VB|VBP|VBZ|VBD|VBN|AUX)$/.test(piece.pos);
}

/** Does another clause or verb begin at piece `i`? */
export function startsVerb(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece === undefined) return true;
  const at = piece.pos === "ADV" ? pieces[i + 1] : piece;
  if (at === undefined) return true;
  return (
    isVerb(at) || DONE.has(at.lower) || SUFFERED.has(at.lower) || /^(?:that|if|when|while|because)$/.test(at.lower)
  );
}

/** The comma that closes what the one at `i` opens; -1 when it opens no such thing. */
export function closingComma(pieces: readonly Piece[], i: number): number {
  const first = pieces[i + 1];
  if (first === undefined || /^(?:and|but|while|or|as)$/.test(first.lower)) return -1;
  const clause = /^(?:which|when|where|whose)$/.test(first.lower);
  for (let k = i + 1; k < i + 14; k += 1) {
    const lower = pieces[k]?.lower ?? ".";
    if (CLAUSE_END.test(lower)) return -1;
    // "the tanker, which had a crew of 22, was": the verb must follow.
    if (lower === ",") return clause && !startsPredicate(pieces[k + 1]) ? -1 : k;
  }
  return -1;
}
/** The next finite verb behind a relative clause's own, within its sentence and before a comma; -1 where none follows. */
export function mainVerb(pieces: readonly Piece[], i: number, end: number): number {
  for (let k = i; k < end; k += 1) {
    const piece = pieces[k] as Piece;
    if (
      CLAUSE_END.test(piece.lower) ||
      /^(?:,|and|or|but|that|who|which|when|while|as|if|to|because)$/.test(piece.lower)
    )
      return -1;
    if (/^(?:VBD|VBP|VBZ|AUX)$/.test(piece.pos)) return k;
  }
  return -1;
}

/** "two in custody", "one at large": another lot than that of those counted before. */
export function isElsewhere(pieces: readonly Piece[], k: number): boolean {
  const [first, second, third] = [pieces[k]?.lower ?? "", pieces[k + 1]?.lower ?? "", pieces[k + 2]?.lower ?? ""];
  if (first === "in") return second === "custody" || third === "custody";
  if (first === "under") return second === "arrest" || (second === "house" && third === "arrest");
  return (first === "at" && second === "large") || (first === "on" && second === "the" && third === "run");
}
