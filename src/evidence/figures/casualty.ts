import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { carriedAt } from "./carried.ts";
import { fits, wordsOf } from "./count-place.ts";
import { DONE, FATES } from "./fates.ts";
import { isGapped, isGrave, isSeized } from "./elliptic.ts";
import { flightAt } from "./flight.ts";
import { labelledFate } from "./labelled.ts";
import type { Counted } from "./noun-phrase.ts";
import { lostAt, objectOf } from "./object.ts";
import { FIGHTERS } from "./people.ts";
import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";
import { tollBefore } from "./toll.ts";

/** What befell those counted, as the words of the clause say; null when nothing there does. */
export function casualtyAt(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const group = groupOf(pieces, place);
  if (group !== null) {
    const befell = befallen(pieces, group);
    return befell === null ? null : { ...befell, from: Math.min(befell.from, place.from) };
  }
  return befallen(pieces, place);
}

const GROUP =
  /^(?:family|crew|group|party|team|patrol|squad|gang|column|household|band|unit|class|detachment|platoon|contingent|squadron|delegation|congregation|garrison)$/;

/** "killed a family of five", "a patrol of six is missing": the group befalls what befalls its members. */
function groupOf(pieces: readonly Piece[], { from, to, counted, value }: CountPlace): CountPlace | null {
  if (pieces[from - 1]?.lower !== "of" || !GROUP.test(pieces[from - 2]?.lower ?? "") || counted.person === false)
    return null;
  let start = from - 2;
  while (start > from - 6 && /^(?:DET|POSS|ADJ|NOUN|PROPN)$/.test(pieces[start - 1]?.pos ?? "")) start -= 1;
  return { from: start, to, value, counted: { ...counted, noun: counted.noun ?? "person", person: true } };
}

function befallen(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, counted } = place;
  const carried = carriedAt(pieces, place);
  if (carried !== null) return carried;
  if (counted.person === false)
    return counted.fate === null ? livesAt(pieces, place) : { fate: counted.fate, from, to: counted.to };
  const labelled = counted.fate === null ? labelledFate(pieces, from) : null;
  if (labelled !== null) return { fate: labelled, from, to: Math.max(place.to, counted.to) };
  // "the remains of four hikers who vanished"
  if (
    pieces[from - 1]?.lower === "of" &&
    /^(?:bodies|body|remains|corpses|corpse|deaths|death)$/.test(pieces[from - 2]?.lower ?? "") &&
    counted.fate === null
  )
    return { fate: "killed", from, to: Math.max(place.to, counted.to) };
  if (isGapped(pieces, place)) return { fate: "killed", from, to: Math.max(place.to, counted.to) };
  if (counted.anaphor && /^(?:to death|fatally)\b/.test(wordsOf(pieces, counted.to, counted.to + 2)))
    return { fate: "killed", from, to: counted.to };
  if (isGrave(pieces, place)) return { fate: "injured", from, to: Math.max(place.to, counted.to) };
  const behind = subjectFate(pieces, place);
  // "Three displaced people were killed": what befell them now counts more than what they were.
  if (counted.fate !== null) {
    const stronger =
      behind !== null && behind.fate !== counted.fate && (isAdjective(pieces, counted) || isSelection(pieces, place))
        ? behind
        : null;
    if (stronger !== null) return stronger;
    return withSecond(pieces, counted, from);
  }
  if (behind !== null) return behind;
  const end = Math.max(place.to, counted.to);
  const flown = isWhole(pieces, from) ? null : flightAt(pieces, end, place.value, counted);
  if (flown !== null) return { fate: "displaced", from, to: end };
  if (isSeized(pieces, end)) return { fate: "kidnapped", from, to: end + 1 };
  const lives = livesAt(pieces, place) ?? lostAt(pieces, place);
  if (lives !== null) return lives;
  return objectOf(pieces, place) ?? tollBefore(pieces, place);
}

function isAdjective(pieces: readonly Piece[], counted: Counted): boolean {
  const last = pieces[counted.to - 1]?.lower ?? "";
  // "two captives died", "three evacuees were hurt"
  return counted.noun !== null && (!FATES.has(last) || /^(?:captives?|hostages?|evacuees?|pows?|idps?)$/.test(last));
}

/** "Eighteen of the injured were hospitalised": those of them; but "six of the wounded are in hospital". */
function isSelection(pieces: readonly Piece[], { to, counted }: CountPlace): boolean {
  return pieces[to]?.lower === "of" && !/^(?:are|is|remain|remained|lie|lay)$/.test(pieces[counted.to]?.lower ?? "");
}

/** "40 killed or wounded", "12 dead and injured": casualties, where no second number parts them. */
function withSecond(pieces: readonly Piece[], counted: Counted, from: number): CasualtyAt {
  const { fate, to } = counted as Counted & { readonly fate: string };
  const second = /^(?:and|or)$/.test(pieces[to]?.lower ?? "") ? FATES.get(pieces[to + 1]?.lower ?? "") : undefined;
  const mixed = second !== undefined && second !== fate && (fate === "killed" || second === "killed");
  return mixed ? { fate: "casualties", from, to: to + 2 } : { fate, from, to };
}

function subjectFate(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, counted } = place;
  // "half of the 60 passengers were hurt": not all of them.
  const whole = isWhole(pieces, from) && counted.fate === null;
  // "left eight people, including three guards, in critical condition"
  const left = /^(?:leave|leaves|left|leaving)$/.test(pieces[from - 1]?.lower ?? "");
  const { fate } = predicateAfter(pieces, Math.max(counted.to, place.to), left || isSubject(pieces, from));
  if (fate === null || !fits(fate.fate, place)) return null;
  // "two of the three hikers reported missing"
  if (counted.noun !== null && place.value > 1 && isOthers(pieces, from, counted.to, fate.to)) return null;
  if (whole && !isReduced(pieces, counted.to, fate.to)) return null;
  // "twelve soldiers are in captivity"
  if (fate.fate === "kidnapped" && FIGHTERS.has(counted.noun ?? "") && !isKidnap(pieces, counted.to, fate.to))
    return { fate: "captured", from, to: fate.to };
  if (fate.weak && counted.person !== true && !(counted.noun === null && fate.fate === "injured")) return null;
  if (fate.fate === "evacuated" && counted.person !== true && counted.noun !== null) return null;
  return { fate: fate.fate, from, to: fate.to };
}

/** "A boat with nine men on board has not been heard from": the verb is in the singular, its subject is another. */
function isOthers(pieces: readonly Piece[], from: number, noun: number, to: number): boolean {
  if (pieces[from - 1]?.lower === "of") return false;
  for (let k = noun; k < to; k += 1) {
    const lower = pieces[k]?.lower ?? "";
    if (/^(?:who|that|which)$/.test(lower)) return false;
    if (/^(?:are|were|have)$/.test(lower)) return false;
    if (/^(?:has|was|is)$/.test(lower)) return from > 0 && pieces[from - 1]?.pos === "ADP";
  }
  return false;
}

const PART_OF =
  /^(?:halves|thirds?|quarters?|fifths?|tenths?|most|some|many|none|any|each|few|several|majority|percent|cent|%|more|fewer|less|part|rest|half|one|number|members?|nobody|out)$/;

/** "half of the 60 passengers", "eight of its 50 guards", "of ten climbers eight died" */
export function isWhole(pieces: readonly Piece[], from: number): boolean {
  const at = /^(?:DET|POSS)$/.test(pieces[from - 1]?.pos ?? "") ? from - 2 : from - 1;
  if (pieces[at]?.lower !== "of") return false;
  const part = pieces[at - 1];
  return (
    part === undefined ||
    /^(?:PUNCT|CCONJ|SCONJ)$/.test(part.pos) ||
    part.amount !== null ||
    part.pos === "NUM" ||
    PART_OF.test(part.lower)
  );
}

/** Is a kidnapping named? */
function isKidnap(pieces: readonly Piece[], from: number, to: number): boolean {
  return /\b(?:hostages?|kidnap\w*|abduct\w*|ransom)\b/.test(wordsOf(pieces, from, to));
}

/** Does what says their fate follow the noun with no verb of its own? */
function isReduced(pieces: readonly Piece[], from: number, to: number): boolean {
  if (to > from + 4 || to <= from) return false;
  if (/^(?:who|that|to)$/.test(pieces[from]?.lower ?? "")) return true;
  for (let k = from; k < to; k += 1) if (pieces[k]?.pos === "AUX" || pieces[k]?.lower === ",") return false;
  const word = pieces[to - 1]?.lower ?? "";
  if (!FATES.has(word)) return false;
  if (DONE.has(word)) return true;
  // "26 of the 30 crew drowned": that is the verb itself.
  for (let k = to; k < to + 9; k += 1) {
    const piece = pieces[k];
    if (piece === undefined || /^[.,;:]$/.test(piece.lower)) return false;
    if (/^(?:AUX|VB[DPZ])$/.test(piece.pos)) return true;
  }
  return false;
}

/** Does a clause begin with the number, so that more may stand between it and its verb? */
function isSubject(pieces: readonly Piece[], from: number): boolean {
  const before = pieces[from - 1];
  if (before === undefined) return true;
  return (
    /^(?:[,;:."“”'‘’«»()\-–—]|that|and|but|while|when|as|after|because|where|if|although|though|the|all|its|another|then)$/.test(
      before.lower,
    ) ||
    before.pos === "SCONJ" ||
    (before.lower === "which" && pieces[from - 2]?.pos === "ADP") ||
    /^(?:said|says|say|saying|reported|reports|reporting|believe|believes|believed|think|thinks|thought|claimed|claims|claiming|estimates|estimated|estimate|announced|added|adds|fear|fears|feared|hear|heard|knew|know|knows)$/.test(
      before.lower,
    )
  );
}

/** "claimed 17 lives", "at the cost of 30 lives", "lost with all 62 hands", "drove 4,600 people out of their homes". */
function livesAt(pieces: readonly Piece[], { from, to, counted }: CountPlace): CasualtyAt | null {
  if (counted.noun === "life") {
    const before = wordsOf(pieces, Math.max(0, from - 4), from);
    const after = wordsOf(pieces, counted.to, counted.to + 4);
    const taken =
      /\b(?:claim|claims|claimed|claiming|take|takes|took|taken|taking|cost|costs|costing|lose|loses|lost|losing|ended|loss of)\b/;
    if (taken.test(before) || /\b(?:lost|taken|claimed|ended|cut short)\b/.test(after))
      return { fate: "killed", from, to: counted.to };
  }
  if (counted.noun === "victim" && /^claim(?:s|ed|ing)?$/.test(pieces[from - 1]?.lower ?? ""))
    return { fate: "killed", from, to: counted.to };
  // "cost four their lives"
  if (
    counted.person !== false &&
    /^cost(?:s|ing)?$/.test(pieces[from - 1]?.lower ?? "") &&
    /^(?:his|her|their) (?:life|lives|homes?|houses?)\b/.test(
      wordsOf(pieces, Math.max(to, counted.to), Math.max(to, counted.to) + 2),
    )
  ) {
    const home = pieces[Math.max(to, counted.to) + 1]?.lower.startsWith("h") === true;
    return { fate: home ? "displaced" : "killed", from, to: Math.max(to, counted.to) };
  }
  // "the lives of three firefighters"
  const lives = wordsOf(pieces, Math.max(0, from - 6), from);
  if (
    counted.person !== false &&
    /\b(?:claimed|claiming|claims|claim|took|taken|taking|cost|costing|costs|ended|lost) (?:the )?lives of(?: (?:the|all|at|least|another|some|its|their|more|than|about))*$/.test(
      lives,
    )
  )
    return { fate: "killed", from, to: Math.max(to, counted.to) };
  if (
    counted.person === true &&
    /\b(?:amputated|amputating|broke|breaking|broken|crushed|crushing|severed|cut off) (?:the )?(?:legs?|arms?|limbs?|hands?|feet|foot|fingers?) of(?: the)?$/.test(
      lives,
    )
  )
    return { fate: "injured", from, to: Math.max(to, counted.to) };
  if (counted.noun === "prisoner" && /^(?:take|takes|took|taken|taking|captured)$/.test(pieces[from - 1]?.lower ?? ""))
    return { fate: "captured", from, to: counted.to };
  if (
    counted.noun === "hand" &&
    /\b(?:lost|sank|sunk|down) with (?:all )?(?:the |its |her )?$/.test(
      `${wordsOf(pieces, Math.max(0, from - 5), from)} `,
    )
  )
    return { fate: "killed", from, to: counted.to };
  if (
    counted.person !== false &&
    /\b(?:drove|drive|drives|driving|driven|forced|forcing|chased|chasing|sent)\b/.test(
      wordsOf(pieces, Math.max(0, from - 3), from),
    )
  ) {
    const after = wordsOf(pieces, Math.max(to, counted.to), Math.max(to, counted.to) + 6);
    if (
      /\b(?:out of|from|to flee|to leave|to abandon|to quit)(?: their)? (?:homes?|houses?|villages?|land)\b|\bto flee\b|\binto (?:exile|camps?|hiding|tents|the (?:hills|bush|forests?|mountains|jungle))\b|^(?:out of|from) the (?:[\p{L}-]+ )?(?:province|region|area|district|city|town|country|valley|villages?|coast|islands?|north|south|east|west|quarter|lowlands|highlands|plain|delta)\b/u.test(
        after,
      )
    )
      return { fate: "displaced", from, to: counted.to };
  }
  // "ordered 900 residents to leave", "told some 40 families to evacuate"
  if (
    counted.person === true &&
    /\b(?:order|orders|ordered|ordering|tell|tells|told|telling|ask|asked|asking|urge|urged|urging|advise|advised|instructed|warned|forced|forcing|prompted|prompting|caused|led|made)$/.test(
      wordsOf(pieces, Math.max(0, from - 2), from),
    ) &&
    /^(?:[a-z'-]+ ){0,5}to (?:leave|evacuate|move out|get out|abandon|go to shelters)\b/.test(
      wordsOf(pieces, Math.max(to, counted.to), Math.max(to, counted.to) + 9),
    )
  )
    return { fate: "evacuated", from, to: counted.to };
  return null;
}
