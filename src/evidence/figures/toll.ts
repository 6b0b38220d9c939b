import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { FATES } from "./fates.ts";
import { deedBefore } from "./deeds.ts";
import type { Counted } from "./noun-phrase.ts";
import { headsBefore } from "./list.ts";
import { isNounish } from "./noun-phrase.ts";
import { isPerson, singular } from "./noun-lists.ts";
import { isDigits } from "./piece.ts";
import type { Piece } from "./piece.ts";

const TOLL =
  /^(?:toll|count|tally|deaths|fatalities|casualties|dead|killed|injured|wounded|missing|injuries|victims|displaced|evacuated|evacuees|murders|killings|kidnappings|abductions|homicides|losses|taken|seized|abducted|kidnapped|captured|hospital|admissions)$/;
const LINK =
  /^(?:is|are|was|were|be|been|now|stands|stood|stand|reach|reached|reaches|reaching|rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|grow|grew|grown|jumped|soared|increased|doubled|to|at|of|past|above|as|hit|hits|pass|passed|passes|passing|exceed|exceeded|exceeds|topped|tops|surpassed|has|have|had|could|would|may|might|will|put|puts|putting|raised|from|remain|remains|remained|totalled|totaled|total|numbered|lies|lay|included|include|includes|comprised|comprise|comprises|\(|\)|:|-|–|—|=|already|officially|currently|yesterday|today|overnight|further|again|sharply|up|well|so|far|by|and|later|estimated|revised|number|numbers|given|first|initially|earlier|previously|reported|raised|lowered|cut)$/;

/** "The death toll rose to 57", "Dead: 41", "the deaths of the 11 cadets", "the search for another 20". */
export function tollBefore(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, to, counted } = place;
  const end = Math.max(to, counted.to);
  let at = from - 1;
  while (
    /^(?:the|these|those|all|its|another|other|at|least|some|more|than|about)$/.test(pieces[at]?.lower ?? "") &&
    at > from - 4
  )
    at -= 1;
  // "bringing to nine the number of murders"
  const named = followingToll(pieces, to, counted);
  if (named !== null) return { fate: named, from, to: end };
  // "the final toll, 2,316, was half the first estimate"
  if (
    counted.noun === null &&
    pieces[from - 1]?.lower === "," &&
    pieces[to]?.lower === "," &&
    pieces[from - 2]?.lower === "toll"
  )
    return { fate: tollFate(pieces, from - 2), from, to };
  const link = pieces[at]?.lower ?? "";
  const noun = pieces[at - 1]?.lower ?? "";
  if (link === "of" || link === "to" || link === "for") {
    const deed = deedBefore(pieces, at, place);
    if (deed !== null) return { fate: deed, from: counted.noun === null ? at - 1 : from, to: end };
  }
  // "the bodies of nine men, two women and …"
  for (const k of headsBefore(pieces, from - 1)) {
    const joint = pieces[k]?.lower ?? "";
    const deed = joint === "of" || joint === "to" ? deedBefore(pieces, k, place) : null;
    if (deed !== null && counted.person === true) return { fate: deed, from, to: end };
  }
  // "a boy of nine"
  if (link === "of" && isNounish(pieces[at - 1]) && !TOLL.test(noun) && !/^(?:number|total|count|figure)$/.test(noun))
    return null;
  // Numbers with a noun of their own are not the toll.
  if (counted.noun !== null && counted.person === false) return null;
  const lead = listLead(pieces, from);
  let jumped = false;
  for (let k = lead; k >= 0 && k >= lead - 30; k -= 1) {
    const piece = pieces[k] as Piece;
    const { lower } = piece;
    if (TOLL.test(lower) && isTollNoun(pieces, k)) {
      if (lower === "victims" && (counted.noun === null || !VICTIMS_OF.test(pieces[k - 1]?.lower ?? ""))) return null;
      if (lower === "toll" && /^(?:road|bridge|tunnel|motorway)$/.test(pieces[k - 1]?.lower ?? "")) return null;
      if (k < lead && !LINK.test(pieces[lead]?.lower ?? "")) return null;
      if (
        k === lead &&
        !/^(?:toll|count|tally)$/.test(lower) &&
        k > 0 &&
        !/^[,:;(|/•–—-]$/.test(pieces[k - 1]?.lower ?? "")
      )
        return null;
      const listed = /^(?:were|was|are|is|included|include|includes|comprise|comprises|comprised|—|–|:)$/.test(
        pieces[lead]?.lower ?? "",
      );
      if (counted.noun !== null && !listed && !linked(pieces, k, from)) return null;
      return { fate: tollFate(pieces, k), from: linked(pieces, k, from) ? tollStart(pieces, k) : from, to: end };
    }
    // "The death toll, which had stood at 14, rose to 19"
    if (
      /^(?:which|that)$/.test(lower) &&
      /^[,)]$/.test(pieces[k - 1]?.lower ?? "") &&
      TOLL.test(pieces[k - 2]?.lower ?? "")
    )
      continue;
    if (/^(?:[.;!?]|but|while|which|who)$/.test(lower)) return null;
    // "The toll, first given as five, was raised to eleven"
    if (lower === "," && !jumped && !linked(pieces, k, from) && LINK.test(pieces[lead]?.lower ?? "")) {
      const open = openingComma(pieces, k);
      if (open !== -1) {
        jumped = true;
        k = open;
        continue;
      }
    }
    if (lower === "," && !linked(pieces, k, from) && !TOLL.test(pieces[k - 1]?.lower ?? "") && !isDigits(pieces[k - 1]))
      return null;
  }
  return null;
}

/** The comma that opens what the one at `k` closes; -1 where none does. */
function openingComma(pieces: readonly Piece[], k: number): number {
  for (let i = k - 1; i >= 0 && i > k - 14; i -= 1) {
    if (/^[.;:!?]$/.test(pieces[i]?.lower ?? "")) return -1;
    if (pieces[i]?.lower === ",") return i;
  }
  return -1;
}

/** Those who die are meant, not those who are robbed. */
const VICTIMS_OF =
  /^(?:the|'s|blast|crash|quake|earthquake|fire|flood|attack|bomb|bombing|shooting|explosion|massacre|landslide|avalanche|collapse|stampede|shipwreck|wreck|storm|disaster|strike|raid|cyclone|hurricane|tsunami|dead|murder)$/;

/** The last piece before the number, or before the list that it stands in: "Among the dead |were two nurses and five …". */
function listLead(pieces: readonly Piece[], from: number): number {
  for (const k of headsBefore(pieces, from - 1))
    if (
      /^(?:is|was|are|were|include|includes|included|comprise|comprises|comprised|—|–|:)$/.test(pieces[k]?.lower ?? "")
    )
      return k;
  return from - 1;
}

function followingToll(pieces: readonly Piece[], to: number, counted: Counted): string | null {
  if (counted.noun !== null || pieces[to]?.lower !== "the") return null;
  const at = /^(?:death|total|overall|official|confirmed)$/.test(pieces[to + 1]?.lower ?? "") ? to + 2 : to + 1;
  const noun = pieces[at]?.lower ?? "";
  if (noun === "toll") return "killed";
  if (!/^(?:number|total|tally|count)$/.test(noun) || pieces[at + 1]?.lower !== "of") return null;
  for (let k = at + 2; k < at + 7; k += 1) {
    const fate = FATES.get(pieces[k]?.lower ?? "");
    if (fate !== undefined) return fate;
  }
  return null;
}

function isTollNoun(pieces: readonly Piece[], k: number): boolean {
  const { lower } = pieces[k] as Piece;
  // "the number of dead lines"
  if (lower === "dead" && pieces[k + 1]?.pos === "NOUNS")
    return isPerson(singular(pieces[k + 1]?.lower ?? "")) === true;
  if (lower === "count" || lower === "tally")
    return /^(?:body|death|casualty|fatality|injury|kill)$/.test(pieces[k - 1]?.lower ?? "");
  if (lower === "hospital")
    return pieces[k - 1]?.lower === "in" && /^(?:number|total|those|people|patients)$/.test(pieces[k - 2]?.lower ?? "");
  if (lower === "admissions") return pieces[k - 1]?.lower === "hospital";
  if (/^(?:taken|seized)$/.test(lower)) return pieces[k - 1]?.lower === "those";
  if (lower === "toll" || /(?:s|ties)$/.test(lower)) return lower !== "murders" || pieces[k]?.pos !== "VBZ";
  const before = pieces[k - 1]?.lower ?? "";
  // "Wounded in the raid were", "those killed", "the number of people killed"
  if (k === 0 || /^(?:those|among)$/.test(before)) return true;
  if (pieces[k - 2]?.lower === "of" && /^(?:number|numbers|total)$/.test(pieces[k - 3]?.lower ?? "")) return true;
  // "injured 18, missing 3"
  if (/^[,:;(|/•]$/.test(before) && isDigits(pieces[k + 1])) return true;
  const labelled = pieces[k + 1]?.lower === ":" || pieces[k + 1]?.lower === "-" || pieces[k + 1]?.lower === "–";
  // "put the civilian dead at 900"
  const led =
    /^(?:ADJ|NOUN)$/.test(pieces[k - 1]?.pos ?? "") && /^(?:the|its|their|own)$/.test(pieces[k - 2]?.lower ?? "");
  return labelled || led || /^(?:the|of|for|and|or)$/.test(before) || (before === "" && isDigits(pieces[k + 1]));
}

/** Do only linking words stand between `k` and the number? */
function linked(pieces: readonly Piece[], k: number, from: number): boolean {
  for (let i = k + 1; i < from; i += 1) if (!LINK.test(pieces[i]?.lower ?? "")) return false;
  return true;
}

function tollFate(pieces: readonly Piece[], k: number): string {
  const { lower } = pieces[k] as Piece;
  if (lower === "losses") return "casualties";
  // "the dead and missing number 412"
  const other = /^(?:and|or|\/)$/.test(pieces[k - 1]?.lower ?? "") ? FATES.get(pieces[k - 2]?.lower ?? "") : undefined;
  const own = FATES.get(lower);
  if (other !== undefined && own !== undefined && other !== own && (other === "killed" || own === "killed"))
    return "casualties";
  if (lower === "hospital" || lower === "admissions") return "hospitalised";
  if (lower === "taken" || lower === "seized") return "kidnapped";
  if (lower === "victims") return "killed";
  if (!/^(?:toll|count|tally)$/.test(lower)) return FATES.get(lower) ?? "killed";
  const before = pieces[k - 1]?.lower ?? "";
  return before === "casualty" ? "casualties" : before === "injury" || before === "injured" ? "injured" : "killed";
}

function tollStart(pieces: readonly Piece[], k: number): number {
  return /^(?:death|casualty|injury|official|confirmed)$/.test(pieces[k - 1]?.lower ?? "") ? k - 1 : k;
}
