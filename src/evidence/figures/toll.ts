import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { FATES } from "./fates.ts";
import type { Counted } from "./noun-phrase.ts";
import { headsBefore } from "./list.ts";
import { isNounish } from "./noun-phrase.ts";
import { isDigits } from "./piece.ts";
import type { Piece } from "./piece.ts";

const TOLL =
  /^(?:toll|deaths|fatalities|casualties|dead|killed|injured|wounded|missing|injuries|victims|displaced|evacuated|evacuees|murders|killings|kidnappings|abductions|homicides|losses)$/;
const LINK =
  /^(?:is|are|was|were|be|been|now|stands|stood|stand|reach|reached|reaches|reaching|rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|grow|grew|grown|jumped|soared|increased|doubled|to|at|of|past|above|as|hit|hits|pass|passed|passes|passing|exceed|exceeded|exceeds|topped|tops|surpassed|has|have|had|could|would|may|might|will|put|puts|putting|raised|from|remains|remained|totalled|totaled|total|numbered|lies|lay|included|include|includes|comprised|comprise|comprises|\(|\)|:|-|–|—|=|already|officially|currently|yesterday|today|overnight|further|again|sharply|up|well|so|far|by|and|later|estimated|revised)$/;

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
  const link = pieces[at]?.lower ?? "";
  const noun = pieces[at - 1]?.lower ?? "";
  if (link === "of" || link === "to" || link === "for") {
    const deed = nominalOf(noun, link, counted);
    if (deed !== null) return { fate: deed, from: counted.noun === null ? at - 1 : from, to: end };
  }
  // "the bodies of nine men, two women and …"
  for (const k of headsBefore(pieces, from - 1)) {
    const joint = pieces[k]?.lower ?? "";
    const deed = joint === "of" || joint === "to" ? nominalOf(pieces[k - 1]?.lower ?? "", joint, counted) : null;
    if (deed !== null && counted.person === true) return { fate: deed, from, to: end };
  }
  // "a boy of nine"
  if (link === "of" && isNounish(pieces[at - 1]) && !TOLL.test(noun) && !/^(?:number|total|count|figure)$/.test(noun))
    return null;
  // Numbers with a noun of their own are not the toll.
  if (counted.noun !== null && counted.person === false) return null;
  const lead = listLead(pieces, from);
  for (let k = lead; k >= 0 && k >= lead - 30; k -= 1) {
    const piece = pieces[k] as Piece;
    const { lower } = piece;
    if (TOLL.test(lower) && isTollNoun(pieces, k)) {
      if (lower === "victims" && (counted.noun === null || !VICTIMS_OF.test(pieces[k - 1]?.lower ?? ""))) return null;
      if (lower === "toll" && /^(?:road|bridge|tunnel|motorway)$/.test(pieces[k - 1]?.lower ?? "")) return null;
      if (k < lead && !LINK.test(pieces[lead]?.lower ?? "")) return null;
      if (k === lead && lower !== "toll" && k > 0 && !/^[,:;(|/•–—-]$/.test(pieces[k - 1]?.lower ?? "")) return null;
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
    if (lower === "," && !linked(pieces, k, from) && !TOLL.test(pieces[k - 1]?.lower ?? "") && !isDigits(pieces[k - 1]))
      return null;
  }
  return null;
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
  if (lower === "toll" || /(?:s|ties)$/.test(lower)) return lower !== "murders" || pieces[k]?.pos !== "VBZ";
  const before = pieces[k - 1]?.lower ?? "";
  // "Wounded in the raid were", "those killed", "the number of people killed"
  if (k === 0 || /^(?:those|among)$/.test(before)) return true;
  if (pieces[k - 2]?.lower === "of" && /^(?:number|numbers|total)$/.test(pieces[k - 3]?.lower ?? "")) return true;
  // "injured 18, missing 3"
  if (/^[,:;(|/•]$/.test(before) && isDigits(pieces[k + 1])) return true;
  const labelled = pieces[k + 1]?.lower === ":" || pieces[k + 1]?.lower === "-" || pieces[k + 1]?.lower === "–";
  return labelled || /^(?:the|of|for)$/.test(before) || (before === "" && isDigits(pieces[k + 1]));
}

/** Do only linking words stand between `k` and the number? */
function linked(pieces: readonly Piece[], k: number, from: number): boolean {
  for (let i = k + 1; i < from; i += 1) if (!LINK.test(pieces[i]?.lower ?? "")) return false;
  return true;
}

function tollFate(pieces: readonly Piece[], k: number): string {
  const { lower } = pieces[k] as Piece;
  if (lower === "losses") return "casualties";
  if (lower === "victims") return "killed";
  if (lower !== "toll") return FATES.get(lower) ?? "killed";
  const before = pieces[k - 1]?.lower ?? "";
  return before === "casualty" ? "casualties" : before === "injury" || before === "injured" ? "injured" : "killed";
}

function tollStart(pieces: readonly Piece[], k: number): number {
  return /^(?:death|casualty|injury|official|confirmed)$/.test(pieces[k - 1]?.lower ?? "") ? k - 1 : k;
}

/** "the deaths of", "bodies of", "injuries to", "the search for". */
function nominalOf(noun: string, link: string, counted: Counted): string | null {
  if (link === "for")
    return /^(?:search|hunt|searching|looking|missing)$/.test(noun) &&
      (counted.person === true || counted.noun === null)
      ? "missing"
      : null;
  if (link === "to") return /^(?:injury|injuries)$/.test(noun) ? "injured" : null;
  if (counted.noun !== null && counted.person === false) return null;
  if (/^(?:toll)$/.test(noun)) return "killed";
  const fate =
    /^(?:death|deaths|bodies|body|remains|killing|killings|murder|murders|execution|executions|massacre|assassination|assassinations|shooting-deaths|loss|funeral|funerals)$/.test(
      noun,
    )
      ? "killed"
      : /^(?:abduction|abductions|kidnapping|kidnappings)$/.test(noun)
        ? "kidnapped"
        : /^(?:capture)$/.test(noun)
          ? "captured"
          : /^(?:evacuation|evacuations)$/.test(noun)
            ? "evacuated"
            : /^(?:displacement)$/.test(noun)
              ? "displaced"
              : /^(?:disappearance|disappearances)$/.test(noun)
                ? "missing"
                : null;
  if (fate === null) return null;
  return counted.person === true || (counted.noun === null && noun !== "loss") ? fate : null;
}
