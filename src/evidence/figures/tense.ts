import type { Piece } from "./piece.ts";

export type Tense = "past" | "future" | "unknown";

const FUTURE =
  /^(?:will|'ll|shall|won't|scheduled|planned|due|expected|slated|upcoming|tomorrow|next|coming|forthcoming|plans|plan|intends|expects|hopes|until|till|starting|beginning|deadline|expires|expire)$/;
const PAST_AUX = /^(?:was|were|had|did|has|have|hadn't|wasn't|weren't|didn't|'ve|been)$/;
const PRESENT_AUX = /^(?:is|are|'re|am|be|can|may|might|could|would|should|must|do|does|isn't|aren't)$/;
/** Verbs of words: what was said says nothing of when the rest is. */
const LEADS_ON =
  /^(?:set|going|about|agreed|plans|planned|due|expected|scheduled|hopes|hoped|wants|wanted|voted|vowed|decided|ready|is|are|was|were|be|has|have|promised|pledged|intends|intended|ordered|told|asked|invited|needs|need|likely|supposed|bound|want|hope|plan|called|summoned|required|obliged)$/;
const IRREGULAR =
  /^(?:said|told|met|fell|rose|went|came|left|struck|held|began|took|gave|made|saw|broke|fought|sent|won|lost|led|put|hit|shot|shut|spoke|wrote|flew|sank|grew|ran|found|set|cut)$/;
const CLAUSE = /^(?:[.;:!?]|but|while|whereas|—|–|--)$/;

/** Tense of the clause around pieces `[from, to)`, as the nearest verb says it; the verb before counts first. */
export function tenseAround(pieces: readonly Piece[], from: number, to: number): Tense {
  const before = pieces[from - 1]?.lower ?? "";
  const second = pieces[from - 2]?.lower ?? "";
  if (before === "since" || before === "last" || second === "since") return "past";
  if (before === "until" || before === "till" || second === "until" || before === "next" || before === "coming")
    return "future";
  for (let k = from - 1; k >= 0 && k >= from - 24; k -= 1) {
    const lower = (pieces[k] as Piece).lower;
    if (CLAUSE.test(lower)) break;
    const tense = tenseOf(pieces, k);
    if (tense !== null) return tense;
  }
  for (let k = to; k < pieces.length && k < to + 24; k += 1) {
    const lower = (pieces[k] as Piece).lower;
    if (CLAUSE.test(lower)) break;
    const tense = tenseOf(pieces, k);
    if (tense !== null) return tense;
  }
  return "unknown";
}

function tenseOf(pieces: readonly Piece[], k: number): Tense | null {
  const { lower, pos } = pieces[k] as Piece;
  if (FUTURE.test(lower)) return "future";
  if (pos === "VBD" || (IRREGULAR.test(lower) && pos !== "VBN" && pos !== "NOUN" && pos !== "VB"))
    return behindModal(pieces, k) ?? "past";
  if (PAST_AUX.test(lower)) return behindModal(pieces, k) ?? wasTo(pieces, k);
  if (pos === "VBN") return behindModal(pieces, k) ?? auxBefore(pieces, k) ?? "past";
  if (pos === "VB" || pos === "VBP" || pos === "VBZ" || PRESENT_AUX.test(lower)) {
    const modal = behindModal(pieces, k);
    if (modal !== null) return modal;
    if (pos === "VB" && pieces[k - 1]?.lower === "to") return infinitive(pieces, k - 2);
    if (
      /^(?:say|says|tell|tells|add|adds|think|thinks|believe|believes|show|shows|report|reports|know|knows|allege|alleges|accuse|accuses|write|writes|warn|warns)$/.test(
        lower,
      )
    )
      return null;
    return lower === "is" || lower === "are" || pos !== "AUX" ? "future" : null;
  }
  return null;
}

/** "will have been", "would meet", "to be held" */
function behindModal(pieces: readonly Piece[], k: number): Tense | null {
  for (let i = k - 1; i >= 0 && i >= k - 4; i -= 1) {
    const { lower, pos } = pieces[i] as Piece;
    if (/^(?:will|'ll|shall|won't|would|wouldn't)$/.test(lower)) return "future";
    if (/^(?:may|might|can|could|should|must)$/.test(lower)) return pieces[i + 1]?.lower === "have" ? "past" : "future";
    if (lower === "to") return infinitive(pieces, i - 1);
    if (pos !== "ADV" && pos !== "AUX" && !/^(?:be|been|have|not)$/.test(lower)) return null;
  }
  return null;
}

function infinitive(pieces: readonly Piece[], i: number): Tense | null {
  const lead = pieces[i]?.lower ?? "";
  if (/^(?:due|set|going|scheduled|expected|slated|likely|bound|about)$/.test(lead)) return "future";
  return LEADS_ON.test(lead) ? "future" : null;
}

/** "was to meet", "were due" look ahead. */
function wasTo(pieces: readonly Piece[], k: number): Tense {
  const next = pieces[k + 1]?.lower ?? "";
  return next === "to" || /^(?:due|expected|scheduled|set|supposed|going)$/.test(next) ? "future" : "past";
}

function auxBefore(pieces: readonly Piece[], k: number): Tense | null {
  for (let i = k - 1; i >= 0 && i >= k - 4; i -= 1) {
    const { lower, pos } = pieces[i] as Piece;
    if (PAST_AUX.test(lower)) return "past";
    if (/^(?:is|are|being)$/.test(lower)) return "future";
    if (pos !== "ADV" && !/^(?:be|not|also|still)$/.test(lower)) return null;
  }
  return null;
}
