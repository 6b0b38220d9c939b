import { isPerson, singular } from "./noun-lists.ts";
import { numberAt } from "./number.ts";
import type { Piece } from "./piece.ts";
import { isDigits, isHyphen } from "./piece.ts";
import { fatePhraseAt } from "./fate-phrases.ts";
import { DONE, FATES, SUFFERED } from "./fates.ts";

/** What stands behind a number: the noun phrase that it counts. */
export interface Counted {
  /** Head in base form; null for "more", "of them" and where nothing is named. */
  readonly noun: string | null;
  /** Is the head a person? Null where the word does not tell or nothing is named. */
  readonly person: boolean | null;
  /** What befell those counted, where the phrase itself says so: "20 injured", "58 bodies". */
  readonly fate: string | null;
  /** Names those counted before: "others", "more", "of them". */
  readonly anaphor: boolean;
  /** End of the phrase: no more than the number where nothing is named. */
  readonly to: number;
}

const DETERMINERS = /^(?:the|these|those|its|his|her|their|our|my|your|all|such|any|each|every|a|an|this|that|both)$/;
const LINKS = /^(?:more|other|others|further|additional|extra|new|so-called|remaining|different|separate|or|so)$/;
const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|january|february|april|june|july|august|september|october|november|december|am|pm|a\.m|p\.m|a\.m\.|p\.m\.|o'clock|gmt|utc|ago|old|later|earlier|altogether)$/;
const NOT_HEADS =
  /^(?:point|points|percent|per|pm|am|th|st|nd|rd|time|times|way|ways|'s|ago|old|other|others|more|less|fewer|km|m)$/;
/** Broken ones are injuries. */
const LIMBS = /^(?:arm|leg|rib|ankle|wrist|bone|hip|jaw|collarbone|finger|pelvis|skull|nose)$/;

/** Deeds and persons that say of another noun what it is about: "three murder suspects", "two hostage negotiators". */
const COMPOUND =
  /^(?:murder|homicide|death|killing|kidnap|kidnapping|abduction|hostage|injury|casualty|pow|evacuee|corpse|fatality)$/;

const NOTHING = (to: number): Counted => ({ noun: null, person: null, fate: null, anaphor: false, to });

/**
 * The phrase behind a number that ends before piece `i`. Looks at ten pieces at most. Behind `many` a noun in the
 * singular is no head, behind `one` no plural.
 */
export function countedAt(pieces: readonly Piece[], i: number, number: "one" | "many" | "any" = "any"): Counted {
  // "at least 30" soldiers
  let at = /^["”’»]$/.test(pieces[i]?.lower ?? "") ? i + 1 : i;
  if (pieces[at]?.lower === "out" && pieces[at + 1]?.lower === "of") at += 1;
  if (pieces[at]?.lower === "of") {
    at += 1;
    // "six of those seized"
    const done = pieces[at]?.lower === "those" ? DONE.get(pieces[at + 1]?.lower ?? "") : undefined;
    const seized = /^(?:seized|snatched|taken)$/.test(pieces[at + 1]?.lower ?? "") ? "kidnapped" : undefined;
    if (pieces[at]?.lower === "those" && (done ?? seized) !== undefined)
      return { noun: null, person: true, fate: done ?? seized ?? null, anaphor: false, to: at + 2 };
    const word = pieces[at]?.lower ?? "";
    if (/^(?:them|us|whom|which)$/.test(word) || (/^(?:those|these|whose)$/.test(word) && !isNounish(pieces[at + 1])))
      return { ...NOTHING(at + 1), anaphor: true };
    while (DETERMINERS.test(pieces[at]?.lower ?? "") && at < i + 4) at += 1;
    // "40 of 52 drones", "two of the three men"
    const inner = isDigits(pieces[at]) ? null : numberAt(pieces, at);
    if (inner !== null) at = inner.to;
    else if (isDigits(pieces[at]) || pieces[at]?.pos === "NUM") at += 1;
    // "27 of its own prisoners"
    if (pieces[at]?.lower === "own") at += 1;
  }
  let head = -1;
  let fate: string | null = null;
  let fateTo = at;
  let broken = false;
  let anaphor = false;
  let k = at;
  for (; k < pieces.length && k < at + 8; k += 1) {
    const piece = pieces[k] as Piece;
    const { lower } = piece;
    // "of the town's 40,000 people", "40 miners' families"
    if (
      (lower === "'s" || lower === "'" || lower === "’") &&
      k > at &&
      (at > i || (piece.glued && pieces[k + 1]?.pos === "NOUNS"))
    ) {
      head = -1;
      k = (numberAt(pieces, k + 1)?.to ?? k + 1) - 1;
      continue;
    }
    if (TIME.test(lower) || piece.amount !== null || /^(?:how|when|where|who|what|which|that|as|if)$/.test(lower))
      break;
    if (SUFFERED.has(lower) || (DONE.has(lower) && !FATES.has(lower) && piece.pos !== "NOUN")) break;
    // "25 needed stitches", "the first two killed 40"
    if (
      piece.pos.startsWith("VB") &&
      ((lower !== "broken" && fatePhraseAt(pieces, k) !== null) || (DONE.has(lower) && actsOn(pieces, k + 1)))
    )
      break;
    const own = head === -1 || anaphor ? FATES.get(lower) : undefined;
    if (own !== undefined && !(piece.pos === "NOUN" && COMPOUND.test(lower) && isNounish(pieces[k + 1]))) {
      fate = own;
      fateTo = k + 1;
      if (lower === "hurt" || isLastFate(pieces, k + 1)) break;
      continue;
    }
    if (LINKS.test(lower) && head === -1) {
      if (/^(?:other|others|more|further|remaining)$/.test(lower)) anaphor = true;
      if (lower === "or" && pieces[k + 1]?.lower !== "so") break;
      if (lower === "others") {
        // "30 others wounded", but "30 others sustained burns"
        if (!FATES.has(pieces[k + 1]?.lower ?? "")) {
          k += 1;
          break;
        }
      }
      continue;
    }
    if (/^(?:-|'s|,)$/.test(lower) && !(lower === "-" && piece.glued)) break;
    if (lower === "broken") broken = true;
    // A verb in the third person singular cannot follow: "5,000 Harvani refugees".
    if (
      isNounish(piece) ||
      (piece.pos === "VBZ" && head === (k > at ? k - 1 : -1) && number === "many" && isPerson(singular(lower)) === true)
    ) {
      if (NOT_HEADS.test(lower)) break;
      if (fate !== null && k > fateTo) break;
      head = k;
      if (
        endsPhrase(pieces, k) &&
        !(/^['’]s?$/.test(pieces[k + 1]?.lower ?? "") && (at > i || pieces[k + 2]?.pos === "NOUNS"))
      ) {
        k += 1;
        break;
      }
      continue;
    }
    if (isModifier(pieces, k)) continue;
    break;
  }
  if (head !== -1 && number !== "any" && isPlural(pieces[head] as Piece) !== (number === "many")) {
    const { lower, capital } = pieces[head] as Piece;
    if (number === "many" || (!capital && !SAME_PLURAL.test(lower))) head = -1;
  }
  if (head === -1) {
    const to = fate === null ? (anaphor ? k : i) : fateTo;
    const own = pieces[fateTo - 1];
    // "88 murders" names what is counted as well.
    const noun = fate !== null && own?.pos === "NOUNS" ? singular(own.lower) : null;
    return { noun, person: fate === null ? null : true, fate, anaphor: anaphor && fate === null, to };
  }
  // A fate behind the head was not reached; one before it is an adjective of it.
  const noun = singular((pieces[head] as Piece).lower);
  const nominal = FATES.get((pieces[head] as Piece).lower);
  const person = isPerson(noun);
  if (noun === "prisoner" && pieces[head + 1]?.lower === "of" && pieces[head + 2]?.lower === "war")
    return { noun, person: true, fate: "captured", anaphor: false, to: head + 3 };
  if (noun === "admission" && isOfHospital(pieces, head))
    return { noun, person: true, fate: "hospitalised", anaphor: false, to: head + 1 };
  if (broken && LIMBS.test(noun)) return { noun, person: false, fate: "injured", anaphor: false, to: head + 1 };
  return {
    noun,
    person,
    fate: nominal ?? (person === false ? null : fate),
    anaphor: false,
    to: Math.max(head, fateTo - 1) + 1,
  };
}

/** Does a hospital stand before the noun at `head`? */
function isOfHospital(pieces: readonly Piece[], head: number): boolean {
  for (let k = head - 1; k >= 0 && k > head - 16; k -= 1)
    if (/^(?:hospitals?|clinics?|infirmary|wards?)$/.test(pieces[k]?.lower ?? "")) return true;
  return false;
}

/** Does an object follow, so that the verb before piece `i` is active? "3 killed 5 hurt" is a list. */
function actsOn(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece === undefined) return false;
  if (piece.amount === null && piece.pos !== "NUM")
    return (
      /^(?:a|an|the|his|her|their|its|him|them|us)$/.test(piece.lower) &&
      !/^(?:day|week|month|year|night|hour|minute|previous|same)$/.test(pieces[i + 1]?.lower ?? "")
    );
  const next = pieces[i + 1]?.lower ?? ".";
  return !FATES.has(next) && !DONE.has(next);
}

const SAME_PLURAL =
  /(?:people|men|women|children|police|troops|personnel|staff|crew|aircraft|craft|sheep|cattle|fish|deer|head|livestock|hands|folk|salmon|series|species|infantry|cavalry|clergy|media|bacteria|youth|mice|feet|teeth|geese|oxen|dice|criteria|passers-by|swine|poultry|offspring|cod|bison|elite|dead)$/;

function isPlural({ lower, pos }: Piece): boolean {
  if (pos === "NOUNS" || SAME_PLURAL.test(lower)) return true;
  if (/[^s]s$/.test(lower)) return true;
  // "30 T-72", "six F-16"
  return /\d/.test(lower);
}

function isLastFate(pieces: readonly Piece[], k: number): boolean {
  return !isNounish(pieces[k]) && !/^(?:and|or)$/.test(pieces[k]?.lower ?? "");
}

/** "T-72", "F-16": the tagger takes them for numbers. */
function isModel({ pos, amount, lower }: Piece): boolean {
  return pos === "NUM" && amount === null && /\d/.test(lower);
}

export function isNounish(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    (piece.pos === "NOUN" || piece.pos === "NOUNS" || piece.pos === "PROPN" || piece.pos === "X" || isModel(piece)) &&
    /^\p{L}/u.test(piece.lower) &&
    piece.lower !== "'s"
  );
}

function isModifier(pieces: readonly Piece[], k: number): boolean {
  const piece = pieces[k] as Piece;
  if (piece.pos === "ADJ") return true;
  const next = pieces[k + 1];
  if (/^VB[NDG]$/.test(piece.pos)) return next?.pos === "NOUNS" || next?.pos === "NOUN";
  // "four elderly women": no adverb.
  if (piece.pos === "ADV")
    return next?.pos === "ADJ" || next?.pos === "VBN" || (next?.pos === "NOUNS" && piece.lower.endsWith("ly"));
  // "30 anti-tank missiles", "12 16-year-olds"
  return isHyphen(piece) && next?.glued === true;
}

/** A plural ends the phrase, unless another noun follows it directly: "seven arms depots". */
function endsPhrase(pieces: readonly Piece[], k: number): boolean {
  const piece = pieces[k] as Piece;
  const next = pieces[k + 1];
  if (/^(?:people|men|women|children|personnel|troops|others)$/.test(piece.lower)) return true;
  if (/^(?:crew|police|staff)$/.test(piece.lower)) return next?.pos !== "NOUNS";
  // "88 civilian deaths"
  if (piece.pos === "NOUN" && next?.pos === "NOUNS") return false;
  if (next === undefined || next.lower === "'s" || FATES.has(next.lower)) return true;
  // "sports fans", "customs officers", "measles patients"
  if (piece.pos === "NOUNS")
    return !(
      next.pos === "NOUNS" &&
      /^(?:arms|sports|sales|goods|customs|operations|communications|weapons|savings|works|measles|mumps|rabies|systems|intelligence|drugs|crafts|jobs)$/.test(
        piece.lower,
      )
    );
  return false;
}
