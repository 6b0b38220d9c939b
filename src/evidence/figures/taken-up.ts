import { DONE } from "./fates.ts";
import { headsBefore } from "./list.ts";
import type { Counted } from "./noun-phrase.ts";
import { countedAt, isNounish } from "./noun-phrase.ts";
import { labelledNoun } from "./labelled.ts";
import { isPerson, singular } from "./noun-lists.ts";
import { isDigits } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";
import type { Quantity } from "./quantity.ts";
import type { Trail } from "./trail.ts";
import { vagueFate } from "./vague.ts";

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
  // "18 workers do the job of 40"
  return (
    pieces[from - 1]?.lower === "of" &&
    isNounish(pieces[from - 2]) &&
    !/^(?:job|jobs|work|place|strength|load|labour)$/.test(pieces[from - 2]?.lower ?? "")
  );
}

/** "Guns: 38", "Freed so far: 29": a label that says something else. */
function isLabelledElse(pieces: readonly Piece[], from: number): boolean {
  if (pieces[from - 1]?.lower !== ":") return false;
  const noun = labelledNoun(pieces, from);
  if (noun !== null) return isPerson(noun) !== true;
  for (let k = from - 2; k >= 0 && k > from - 7; k -= 1) if (OTHER_DEED.test(pieces[k]?.lower ?? "")) return true;
  return false;
}

/** "two of whom escaped" */
function isFreed(pieces: readonly Piece[], i: number): boolean {
  for (let k = i; k < i + 4; k += 1) if (OTHER_DEED.test(pieces[k]?.lower ?? "")) return true;
  return false;
}

function isNominal(noun: string): boolean {
  return /^(?:death|fatality|injury|murder|killing|homicide|suicide|drowning|abduction|kidnapping|casualty|disappearance|execution)$/.test(
    noun,
  );
}

/** Verbs that tell of a number and do nothing to those counted. */
const TELLS =
  /^(?:say|says|said|report|reports|reported|reporting|confirm|confirms|confirmed|confirming|count|counts|counted|counting|list|lists|listed|record|records|recorded|claim|claims|claimed|estimate|estimated|include|includes|included|including|leave|leaves|left|leaving|make|makes|made|making|bring|brings|brought|bringing|put|puts|number|numbered|total|totalled|identify|identified|identifying|name|named|naming|bury|buried|reach|reaches|reached|hit|top|topped|pass|passed|exceed|exceeded|stand|stands|stood|number|killing|is|are|was|were|be|remaining|following)$/;

/** What is done to people without harm. */
const OTHER_DEED =
  /^(?:rescued|saved|detained|arrested|freed|released|infected|tested|vaccinated|questioned|charged|jailed|convicted|recovered|sickened|carried|carrying|survived|escaped|rescuing|saving|detaining|arresting|freeing|infecting)$/;

/** What befell those counted before, where this number takes it up: parts of them, more of them, another list item. */
export function takenUp(pieces: readonly Piece[], quantity: Quantity, counted: Counted, trail: Trail): string | null {
  const before = trail.last();
  const ofSome = counted.anaphor && /^(?:them|whom)$/.test(pieces[counted.to - 1]?.lower ?? "");
  if (ofSome && before?.here !== true) {
    const vague = vagueFate(pieces, quantity.from);
    if (vague !== null) return vague;
  }
  if (before === null || before.fate === null || counted.person === false || isSizeOf(pieces, quantity)) return null;
  const antecedent = antecedentOf(pieces, quantity, counted);
  if (antecedent !== null && antecedent !== before.noun) return null;
  if (isLabelledElse(pieces, quantity.from)) return null;
  if (isPart(pieces, quantity) || (isLikewise(pieces, quantity, before.here) && counted.person !== null)) {
    trail.part = true;
    return before.fate;
  }
  const ofThem = counted.anaphor && /^(?:them|whom|those|these|us)$/.test(pieces[counted.to - 1]?.lower ?? "");
  // "three reached the shore": those did something else.
  // "injured 18, rescued 7"
  const verb = pieces[quantity.from - 1];
  if (counted.noun === null && !counted.anaphor && verb !== undefined && OTHER_DEED.test(verb.lower)) return null;
  if (
    counted.noun === null &&
    !counted.anaphor &&
    verb !== undefined &&
    /^VB[DGZP]$/.test(verb.pos) &&
    !TELLS.test(verb.lower) &&
    !DONE.has(verb.lower)
  )
    return null;
  // "six of them firefighters who had gone in"
  if (ofThem && (isNounish(pieces[counted.to]) || /^(?:ADJ|DET)$/.test(pieces[counted.to]?.pos ?? "")))
    return before.fate;
  // "10 of them marked unknown": a participle.
  if (ofThem && verb?.lower === "," && /^VB[DN]$/.test(pieces[counted.to]?.pos ?? "")) return before.fate;
  // "has visited 600 of them"
  if (ofThem && verb !== undefined && verb.pos.startsWith("VB") && !TELLS.test(verb.lower)) return null;
  // "25,000 were moved, and more may follow"
  if (counted.noun === null && /^(?:follow|followed|join|joined)$/.test(pieces[quantity.to + 1]?.lower ?? ""))
    return before.fate;
  // "1,900 deaths, though only 60 were written down": deaths, too.
  if (counted.noun === null && before.noun !== null && isNominal(before.noun)) return before.fate;
  if (ofThem && pieces[counted.to - 1]?.lower === "whom" && !isFreed(pieces, counted.to)) return before.fate;
  if (counted.noun === null || ofThem)
    return predicateAfter(pieces, Math.max(counted.to, quantity.to), true).verb === "did" ? null : before.fate;
  // "including seven women and four children"
  return before.here && trail.part && /^(?:and|,|or|plus)$/.test(pieces[quantity.from - 1]?.lower ?? "")
    ? before.fate
    : null;
}

const ALONE_BEFORE =
  /^(?:[,:;(—–-]|and|or|but|the|remaining|other|another|of|all|that|which|while|when|nearly|lost|fears?|feared|damaged|passed|reached|to|by|from|at|with|against|versus|only|just|”|“|"|further|than|out|including|some|a|whom)$/;

/** "the day before", "last year", "a week earlier" */
function isTimeAt(pieces: readonly Piece[], i: number): boolean {
  const at = /^(?:the|a|an|this|last|that|same|previous)$/.test(pieces[i]?.lower ?? "") ? i + 1 : i;
  return /^(?:day|week|month|year|night|morning|hour|decade|previous|same|following|yesterday|today)$/.test(
    pieces[at]?.lower ?? "",
  );
}

/** May the number take up the noun that was counted last? */
export function standsAlone(pieces: readonly Piece[], quantity: Quantity, counted: Counted, known: boolean): boolean {
  if (!known || quantity.dashed || isSizeOf(pieces, quantity)) return false;
  const before = pieces[quantity.from - 1];
  const next = pieces[quantity.to];
  if (counted.anaphor) return true;
  // "were brought down six at a time"
  if (next?.lower === "at" && pieces[quantity.to + 1]?.lower === "a" && pieces[quantity.to + 2]?.lower === "time")
    return true;
  if (
    next !== undefined &&
    !isTimeAt(pieces, quantity.to) &&
    /^(?:NOUNS|PROPN|DET|PRON|POSS|X)$/.test(next.pos) &&
    !/^(?:more|each|all|others?)$/.test(next.lower)
  )
    return quantity.to !== counted.to;
  if (before === undefined) return true;
  return ALONE_BEFORE.test(before.lower) || /^(?:VBD|VBZ|VBP|VBG|VBN|VB|AUX)$/.test(before.pos) || quantity.qualified;
}
