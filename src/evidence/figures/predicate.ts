import {
  BE,
  CLAUSE_END,
  OTHER_AUX,
  closingComma,
  hasAuxiliary,
  hasObject,
  isAgent,
  isElsewhere,
  isPassive,
  isVerb,
  mainVerb,
  startsPredicate,
  startsVerb,
  verbFollows,
} from "./clause.ts";
import { fatePhraseAt } from "./fate-phrases.ts";
import { DONE, FATES, SUFFERED, WEAK } from "./fates.ts";
import { listEnd } from "./list.ts";
import { isNounish } from "./noun-phrase.ts";
import { ONES } from "./number-words.ts";
import { isDigits } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** What befell the subject of a clause, and the end of the words that say so. */
export interface PredicateAt {
  readonly fate: string;
  readonly to: number;
  /** The verb befalls things as well: persons must be named. */
  readonly weak: boolean;
}

/** What the words behind a counted phrase say of it. */
export interface Predicate {
  /** Null where a verb says something else, or there is none. */
  readonly fate: PredicateAt | null;
  /** "did": a verb of doing; "is": a form of "be" without a fate; "none": no verb was met. */
  readonly verb: "did" | "is" | "none";
}

const REPORTED =
  /^(?:feared|believed|thought|reported|presumed|said|confirmed|listed|declared|known|counted|registered|recorded|posted|left|considered|assumed|understood|officially|as|found|lying|among|badly|also|still|very|quite|all|both|so|far|later|now|already|either|each|reportedly|apparently|since|even|just|seriously|severely|critically|slightly|lightly|gravely|instantly|allegedly|immediately|else|more|others|other|altogether|overall|alone|themselves|outright)$/;
/** Behind "fallen" where it means dead. */
const FALLEN_BEFORE = /^(?:[.,;:)]|since|in|on|during|for|at|near|so|while|as|there|here|defending|fighting)$/;
const SICK =
  /^(?:patients?|hospitals?|clinics?|wards?|outbreak|epidemic|infirmary|doctors|medics|fever|cholera|measles)$/;
/** Nouns that say of their subject what befell it only behind a form of "be". */
const NOUN_FATE =
  /^(?:hostage|captive|evacuee|idp|casualty|abductee|murder|death|injury|fatality|corpse|suicide|homicide|kidnapping|abduction|execution)$/;
/** No harm came to them. */
const SAFE =
  /^(?:alive|unharmed|unhurt|uninjured|unscathed|safe|safely|rescued|freed|released|saved|ill|sick|well|recovering|free)$/;
const ADPOSITION =
  /^(?:of|out|in|from|at|on|near|aboard|inside|outside|with|between|among|under|for|by|aged|around|across|across|along|into|through|throughout)$/;

/**
 * Reads on from piece `i`, behind a counted phrase. A `subject` may be parted from its verb by more: "37 guests of the
 * hotel, most of them old, were …", "two drivers and a guard were …". Looks at 24 pieces at most.
 */
export function predicateAfter(pieces: readonly Piece[], i: number, subject: boolean): Predicate {
  const none: Predicate = { fate: null, verb: "none" };
  let be = false;
  let aux = false;
  let jumped = 0;
  let relative = false;
  let reduced = false;
  let open = false;
  // "Four of those who were missing have been found dead": the main clause counts.
  const told = (inner: Predicate): Predicate => {
    if (!relative || inner.fate === null) return inner;
    const main = predicateAfter(pieces, inner.fate.to, false);
    return main.fate !== null && hasAuxiliary(pieces, inner.fate.to, main.fate.to) ? main : inner;
  };
  const end = Math.min(pieces.length, i + 24);
  for (let k = i; k < end; k += 1) {
    const piece = pieces[k] as Piece;
    const { lower } = piece;
    if (CLAUSE_END.test(lower)) return none;
    const phrase = fatePhraseAt(pieces, k);
    // "five with injuries", "12 in hospital": prepositions, too.
    // "50 are left in the village" left nothing.
    const stayed = be && lower === "left" && !/^(?:homeless|without|dead|with)$/.test(pieces[k + 1]?.lower ?? "");
    // "two might not live"
    const feared = lower === "not" && /^(?:may|might|could|would|should|must)$/.test(pieces[k - 1]?.lower ?? "");
    if (phrase !== null && !stayed && !feared && !isAgent(pieces, k, phrase.to, be))
      return told(found(phrase.fate, phrase.to));
    const among = be && lower === "among" ? amongFate(pieces, k) : null;
    if (among !== null) return found(among, k + 1);
    if (BE.test(lower)) {
      be = true;
      continue;
    }
    if (OTHER_AUX.test(lower)) {
      // "one of five people to have died"
      if (lower === "to" && !aux && !be && !/^(?:have|be|die)$/.test(pieces[k + 1]?.lower ?? "")) return none;
      aux = true;
      continue;
    }
    const weak =
      SUFFERED.has(lower) || (lower === "shot" && /^(?:down|at|off|up|through|into)$/.test(pieces[k + 1]?.lower ?? ""))
        ? undefined
        : WEAK.get(lower);
    const done = DONE.get(lower) ?? weak;
    if (done !== undefined && piece.pos !== "NOUN" && (piece.pos !== "NOUNS" || be)) {
      if (aux && !be && !/^(?:hurt)$/.test(lower)) return { fate: null, verb: "did" };
      if (!be && !isPassive(lower)) return { fate: null, verb: "did" };
      if (!be && hasObject(pieces, k + 1)) return { fate: null, verb: "did" };
      if (lower === "treated" && pieces[k + 1]?.lower === "as") return { fate: null, verb: "did" };
      // "seven students shot in the protest are in hospital"
      relative ||= subject && !be;
      return told(withSecond(pieces, done, k + 1, weak !== undefined && !DONE.has(lower)));
    }
    // "40,000 men have fallen since"
    if (lower === "fallen" && aux && !be && FALLEN_BEFORE.test(pieces[k + 1]?.lower ?? "."))
      return found("killed", k + 1, true);
    if (
      lower === "admitted" &&
      be &&
      !/^(?:to|that|as|into)$/.test(pieces[k + 1]?.lower ?? "") &&
      pieces.some((p) => SICK.test(p.lower))
    )
      return found("hospitalised", k + 1);
    if (isElsewhere(pieces, k)) return { fate: null, verb: "did" };
    if (SAFE.test(lower) && (be || !/(?:ed)$/.test(lower) || /^(?:[.,;:)]|and|by)$/.test(pieces[k + 1]?.lower ?? ".")))
      return { fate: null, verb: "did" };
    // "six men were lost"
    if (lower === "lost" && be && !hasObject(pieces, k + 1)) return found("killed", k + 1, true);
    const suffered = SUFFERED.get(lower);
    if (suffered !== undefined) return told(withSecond(pieces, suffered, k + 1));
    const state = FATES.get(lower);
    if (state !== undefined && (be || aux || k === i || (piece.pos !== "NOUNS" && !NOUN_FATE.test(lower)))) {
      // "two of the hikers reported missing were found dead"
      relative ||= subject && !be && !aux;
      return told(withSecond(pieces, state, k + 1));
    }
    if (REPORTED.test(lower)) continue;
    if (lower === "who" || lower === "that" || lower === "which" || lower === "whom") {
      be = false;
      aux = false;
      relative = subject && pieces[k - 1]?.lower !== ",";
      open = relative;
      continue;
    }
    if (lower === ",") {
      // "22 have been found, all dead"
      const all = be && /^(?:all|both|most|each)$/.test(pieces[k + 1]?.lower ?? "") ? k + 2 : -1;
      const shared =
        all === -1 ? undefined : FATES.get(pieces[pieces[all]?.lower === "of" ? all + 2 : all]?.lower ?? "");
      if (shared !== undefined) return found(shared, all + 1);
      // "480 men, killed and wounded"
      if (FATES.has(pieces[k + 1]?.lower ?? "") && !isDigits(pieces[k + 2])) continue;
      // "Nine soldiers, a cleric and 14 bystanders perished"
      const list = subject && !be && jumped < 2 ? listEnd(pieces, k) : null;
      if (list !== null && list < end && startsPredicate(pieces[list])) {
        jumped += 1;
        k = list - 1;
        continue;
      }
      const close = subject && jumped < 2 ? closingComma(pieces, k) : -1;
      // "a family, eight people in all, were wiped out"
      if (subject && k > i && close === -1 && !be && !aux && BE.test(pieces[k + 1]?.lower ?? "")) continue;
      // "news of the two surveyors, who have been missing since Thursday"
      if (close === -1 && !be && !aux && pieces[k + 1]?.lower === "who") continue;
      if (close === -1 || be) return none;
      jumped += 1;
      k = close;
      continue;
    }
    if (lower === "(") {
      let close = k + 1;
      while (close < end && pieces[close]?.lower !== ")") close += 1;
      k = close;
      continue;
    }
    // "28 soldiers who had been holding the mill gave themselves up": what they did before is passed over.
    if (open && (isVerb(piece) || piece.pos === "VBG")) {
      const main = mainVerb(pieces, k + 1, end);
      if (main === -1) return { fate: null, verb: "did" };
      open = false;
      be = false;
      aux = false;
      k = main - 1;
      continue;
    }
    // "of the 15 people on it nine were drowned": another subject.
    if (piece.pos === "NUM" && k > i && !be && !aux && /^(?:AUX|VBD)$/.test(pieces[k + 1]?.pos ?? "")) return none;
    if (be || aux) {
      // "two others had to be rescued"; but "two were identified" says nothing new.
      const state = be && (piece.pos !== "VBN" || /^(?:identified|named|aged|married|employed|buried)$/.test(lower));
      return later(pieces, k) ?? { fate: null, verb: state ? "is" : "did" };
    }
    if (ADPOSITION.test(lower)) continue;
    if (lower === "and" || lower === "or" || lower === "&" || lower === "plus") {
      if (!subject || startsVerb(pieces, k + 1)) return none;
      continue;
    }
    // "seven of the 20 people rescued later died"
    if (
      /^VB[ND]$/.test(piece.pos) &&
      !reduced &&
      !hasObject(pieces, k + 1) &&
      (piece.pos === "VBN" ? k > i : verbFollows(pieces, k + 1))
    ) {
      reduced = true;
      continue;
    }
    if (isVerb(piece)) return later(pieces, k) ?? { fate: null, verb: "did" };
    // The rest of the phrase, and of those that hang on it.
    if (isNounish(piece) || /^(?:DET|POSS|ADJ|ADV|NUM|PRON)$/.test(piece.pos) || piece.lower === "'s") continue;
    return none;
  }
  return none;
}

/** "were picked up and taken prisoner": the second verb says what befell them. */
function later(pieces: readonly Piece[], k: number): Predicate | null {
  for (let i = k + 1; i < k + 6; i += 1) {
    const lower = pieces[i]?.lower ?? ".";
    if (/^[.,;:]$/.test(lower)) return null;
    if (!/^(?:and|then|or)$/.test(lower)) continue;
    const at = /^(?:then|later|also|been|were|was)$/.test(pieces[i + 1]?.lower ?? "") ? i + 2 : i + 1;
    const phrase = fatePhraseAt(pieces, at);
    if (phrase !== null) return found(phrase.fate, phrase.to);
    const verb = pieces[at]?.lower ?? "";
    const fate = SUFFERED.get(verb) ?? (isPassive(verb) && !hasObject(pieces, at + 1) ? DONE.get(verb) : undefined);
    return fate === undefined ? null : withSecond(pieces, fate, at + 1);
  }
  return null;
}

function found(fate: string, to: number, weak = false): Predicate {
  return { fate: { fate, to, weak }, verb: "is" };
}

/** "killed or wounded", "killed, wounded or captured", without a number between: casualties. */
function withSecond(pieces: readonly Piece[], fate: string, to: number, weak = false): Predicate {
  let end = to;
  let mixed = false;
  for (let steps = 0; steps < 3; steps += 1) {
    const joined = /^(?:and|or|\/|,)$/.test(pieces[end]?.lower ?? "");
    const word = pieces[end + 1]?.lower ?? "";
    const other = joined ? (DONE.get(word) ?? FATES.get(word)) : undefined;
    if (other === undefined || isDigits(pieces[end + 2]) || ONES.has(pieces[end + 2]?.lower ?? "")) break;
    mixed ||= mixes(fate, other);
    end += 2;
  }
  return mixed ? found("casualties", end) : found(fate, to, weak);
}

function mixes(a: string, b: string): boolean {
  const both = new Set([a, b]);
  return both.has("killed") && (both.has("injured") || both.has("missing") || both.has("captured"));
}

/** "were among those who died" */
function amongFate(pieces: readonly Piece[], k: number): string | null {
  for (let i = k + 1; i < k + 7; i += 1) {
    const lower = pieces[i]?.lower ?? ".";
    if (/^[.,;:]$/.test(lower)) return null;
    const fate = FATES.get(lower) ?? SUFFERED.get(lower) ?? (isPassive(lower) ? DONE.get(lower) : undefined);
    if (fate !== undefined) return fate;
  }
  return null;
}
