import { headsBefore } from "./list.ts";
import type { Counted } from "./noun-phrase.ts";
import { countedAt, isNounish } from "./noun-phrase.ts";
import { singular } from "./noun-lists.ts";
import { isDigits } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";
import type { Quantity } from "./quantity.ts";
import type { Trail } from "./trail.ts";

/** "The number of patients passed 10,000": patient. */
export function numberOf(pieces: readonly Piece[], from: number): string | null {
  for (let k = from - 1; k >= 1 && k >= from - 10; k -= 1) {
    if (/^[.,;:]$/.test(pieces[k]?.lower ?? "") || isDigits(pieces[k])) return null;
    if (pieces[k]?.lower === "of" && /^(?:number|numbers|total|count)$/.test(pieces[k - 1]?.lower ?? ""))
      return /^(?:VB\w?|to|at|of)$/.test(pieces[from - 1]?.pos ?? "") ||
        /^(?:to|at|is|was)$/.test(pieces[from - 1]?.lower ?? "")
        ? countedAt(pieces, k + 1, "many").noun
        : null;
  }
  return null;
}

/** "Seventeen were arrested", "infected 12,000": a count, though nobody says of what. */
export function isPlainCount(pieces: readonly Piece[], quantity: Quantity, counted: Counted): boolean {
  if (quantity.dashed || quantity.value <= 1) return false;
  if (quantity.qualified && counted.anaphor) return true;
  // "as many as 140 remain trapped"
  if (
    quantity.qualified &&
    !quantity.first.yearLike &&
    /^(?:remain|remained|are|were|have|had)$/.test(pieces[quantity.to]?.lower ?? "")
  )
    return true;
  const [before, next] = [pieces[quantity.from - 1], pieces[Math.max(quantity.to, counted.to)]];
  if (next?.pos === "AUX" && (before === undefined || /^(?:[,;]|and|but|that|said)$/.test(before.lower))) return true;
  const large = quantity.value >= 1000 && !quantity.first.yearLike;
  // "Some 19,000 roared"
  if (large && next?.pos === "VBD" && (before === undefined || /^[,;]$/.test(before.lower))) return true;
  return (
    large &&
    before?.pos.startsWith("VB") === true &&
    (next === undefined || /^(?:[,.;]|and|but|in|on|at)$/.test(next.lower))
  );
}

/** "including five children", "among them two nurses", "14 of whom": some of those just counted. */
export function isPart(pieces: readonly Piece[], { from }: Quantity): boolean {
  const [second, before] = [pieces[from - 2]?.lower ?? "", pieces[from - 1]?.lower ?? ""];
  return (
    before === "including" ||
    before === "include" ||
    (before === "whom" && second === "of") ||
    (/^(?:them|whom|these)$/.test(before) && second === "among") ||
    (/^(?:them|whom|these)$/.test(before) && second === "of") ||
    isListedPart(pieces, from)
  );
}

/** "including the governor and two aides", "among them a nurse and three porters". */
function isListedPart(pieces: readonly Piece[], from: number): boolean {
  for (const k of headsBefore(pieces, from - 1)) {
    const lower = pieces[k]?.lower ?? "";
    if (/^(?:including|namely|notably)$/.test(lower)) return true;
    if (/^(?:them|whom)$/.test(lower) && pieces[k - 1]?.lower === "among") return true;
  }
  return false;
}

/** "17 were killed, as were three interpreters", "four lives: three labourers and …": the same befell these. */
function isLikewise(pieces: readonly Piece[], { from }: Quantity, here: boolean): boolean {
  const [second, before] = [pieces[from - 2]?.lower ?? "", pieces[from - 1]?.lower ?? ""];
  if (before === ":" || before === "(") return here;
  return here && /^(?:as|so|nor)$/.test(second) && /^(?:were|was|did|had|have)$/.test(before);
}

/** What "two of whom" goes back to, where that is named right before: "its managers, two of whom …". */
export function antecedentOf(pieces: readonly Piece[], { from }: Quantity, counted: Counted): string | null {
  if (!counted.anaphor || !/^(?:whom|which)$/.test(pieces[counted.to - 1]?.lower ?? "")) return null;
  if (pieces[from - 1]?.lower !== ",") return null;
  const noun = pieces[from - 2];
  return noun?.pos === "NOUNS" ? singular(noun.lower) : null;
}

/** "a family of five", "a mother of four": the size of what stands before it, not some of those counted. */
function isSizeOf(pieces: readonly Piece[], { from }: Quantity): boolean {
  return pieces[from - 1]?.lower === "of" && isNounish(pieces[from - 2]);
}

/** What is done to people without harm. */
const OTHER_DEED =
  /^(?:rescued|saved|detained|arrested|freed|released|infected|tested|vaccinated|questioned|charged|jailed|convicted|recovered|sickened|carried|carrying|survived|escaped|rescuing|saving|detaining|arresting|freeing|infecting)$/;

/** What befell those counted before, where this number takes it up: parts of them, more of them, another list item. */
export function takenUp(pieces: readonly Piece[], quantity: Quantity, counted: Counted, trail: Trail): string | null {
  const before = trail.last();
  if (before === null || before.fate === null || counted.person === false || isSizeOf(pieces, quantity)) return null;
  const antecedent = antecedentOf(pieces, quantity, counted);
  if (antecedent !== null && antecedent !== before.noun) return null;
  if (isPart(pieces, quantity) || (isLikewise(pieces, quantity, before.here) && counted.person !== null)) {
    trail.part = true;
    return before.fate;
  }
  const ofThem = counted.anaphor && /^(?:them|whom|those|these|us)$/.test(pieces[counted.to - 1]?.lower ?? "");
  // "three reached the shore": those did something else.
  // "injured 18, rescued 7"
  const verb = pieces[quantity.from - 1];
  if (counted.noun === null && !counted.anaphor && verb !== undefined && OTHER_DEED.test(verb.lower)) return null;
  // "six of them firefighters who had gone in"
  if (ofThem && (isNounish(pieces[counted.to]) || /^(?:ADJ|DET)$/.test(pieces[counted.to]?.pos ?? "")))
    return before.fate;
  if (counted.noun === null || ofThem)
    return predicateAfter(pieces, Math.max(counted.to, quantity.to), true).verb === "did" ? null : before.fate;
  // "including seven women and four children"
  return before.here && trail.part && /^(?:and|,|or|plus)$/.test(pieces[quantity.from - 1]?.lower ?? "")
    ? before.fate
    : null;
}

const ALONE_BEFORE =
  /^(?:[,:;(—–-]|and|or|but|the|remaining|other|another|of|all|that|which|while|when|nearly|lost|fears?|feared|damaged|passed|reached|to|by|from|at|with|only|just|”|“|"|further|than|out|including|some|a)$/;

/** May the number take up the noun that was counted last? */
export function standsAlone(pieces: readonly Piece[], quantity: Quantity, counted: Counted, known: boolean): boolean {
  if (!known || quantity.dashed || isSizeOf(pieces, quantity)) return false;
  const before = pieces[quantity.from - 1];
  const next = pieces[quantity.to];
  if (counted.anaphor) return true;
  if (
    next !== undefined &&
    /^(?:NOUNS|PROPN|DET|PRON|POSS|X)$/.test(next.pos) &&
    !/^(?:more|each|all|others?)$/.test(next.lower)
  )
    return quantity.to !== counted.to;
  if (before === undefined) return true;
  return ALONE_BEFORE.test(before.lower) || /^(?:VBD|VBZ|VBP|VBG|VBN|VB|AUX)$/.test(before.pos) || quantity.qualified;
}
