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

const BE =
  /^(?:is|are|was|were|be|been|being|am|'re|get|gets|got|getting|isn't|aren't|wasn't|weren't|lie|lay|stood|remain|remains|remained|remaining)$/;
const OTHER_AUX =
  /^(?:has|have|had|having|will|would|may|might|must|can|could|should|shall|do|did|does|hasn't|haven't|hadn't|didn't|to|not|never|'ve|'ll|n't)$/;
const REPORTED =
  /^(?:feared|believed|thought|reported|presumed|said|confirmed|listed|declared|known|counted|registered|recorded|posted|left|considered|assumed|understood|officially|as|found|lying|among|badly|also|still|all|both|so|far|later|now|already|either|each|reportedly|apparently|since|even|just|seriously|severely|critically|slightly|lightly|gravely|instantly|allegedly|immediately|else|more|others|other|altogether|overall|alone|themselves|outright)$/;
const TIME_WORDS =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|last|this|early|late|overnight|when|while|in|on|at|by|after|during|since|and|or|as|here|there|so|instantly|outright|immediately|every|each|within)$/;
const CLAUSE_END = /^(?:[.;!?:…—–]|--)$/;
const ADPOSITION =
  /^(?:of|in|from|at|on|near|aboard|inside|outside|with|between|among|under|for|by|aged|around|across|across|along|into|through|throughout)$/;

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
    if (phrase !== null && !isAgent(pieces, k, phrase.to, be)) return told(found(phrase.fate, phrase.to));
    if (BE.test(lower)) {
      be = true;
      continue;
    }
    if (OTHER_AUX.test(lower)) {
      if (lower === "to" && !aux && !be) return none;
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
    // "six men were lost"
    if (lower === "lost" && be && !hasObject(pieces, k + 1)) return found("killed", k + 1, true);
    const suffered = SUFFERED.get(lower);
    if (suffered !== undefined) return told(withSecond(pieces, suffered, k + 1));
    const state = FATES.get(lower);
    if (state !== undefined && (be || aux || piece.pos !== "NOUNS" || k === i))
      return told(withSecond(pieces, state, k + 1));
    if (REPORTED.test(lower)) continue;
    if (lower === "who" || lower === "that" || lower === "which" || lower === "whom") {
      be = false;
      aux = false;
      relative = subject && pieces[k - 1]?.lower !== ",";
      continue;
    }
    if (lower === ",") {
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
    if (isVerb(piece)) return { fate: null, verb: "did" };
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
    const at = /^(?:then|later|also|been)$/.test(pieces[i + 1]?.lower ?? "") ? i + 2 : i + 1;
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

function isPassive(word: string): boolean {
  return /(?:ed|en|ain|hurt|shot|burnt)$/.test(word);
}

/** Is the verb at `k` done by those before it: "two guards shot dead a thief"? */
function isAgent(pieces: readonly Piece[], k: number, to: number, be: boolean): boolean {
  return (
    !be &&
    /^(?:shot|took|flew|put|taking|sending|rushing|surrendered|cleared|brought|moved|led)$/.test(
      pieces[k]?.lower ?? "",
    ) &&
    hasObject(pieces, to)
  );
}

/** Does an object begin at `i`? "killed Friday" has none. */
function hasObject(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece === undefined || TIME_WORDS.test(piece.lower)) return false;
  if (piece.amount !== null) return true;
  return /^(?:DET|POSS|NOUN|NOUNS|PROPN|ADJ|NUM|PRON)$/.test(piece.pos) && !FATES.has(piece.lower);
}

function hasAuxiliary(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = from; k < to && k < from + 6; k += 1) {
    const lower = pieces[k]?.lower ?? "";
    if (/^(?:as|when|after|while|because|and|,)$/.test(lower)) return false;
    if (BE.test(lower) || OTHER_AUX.test(lower)) return true;
  }
  return false;
}

function verbFollows(pieces: readonly Piece[], i: number): boolean {
  const at = pieces[i]?.pos === "ADV" ? i + 1 : i;
  return startsPredicate(pieces[at]);
}

function startsPredicate(piece: Piece | undefined): boolean {
  return piece !== undefined && (isVerb(piece) || SUFFERED.has(piece.lower) || BE.test(piece.lower));
}

function isVerb(piece: Piece): boolean {
  return /^(?:VB|VBP|VBZ|VBD|VBN|AUX)$/.test(piece.pos);
}

function startsVerb(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece === undefined) return true;
  const at = piece.pos === "ADV" ? pieces[i + 1] : piece;
  if (at === undefined) return true;
  return (
    isVerb(at) || DONE.has(at.lower) || SUFFERED.has(at.lower) || /^(?:that|if|when|while|because)$/.test(at.lower)
  );
}

/** The comma that closes what the one at `i` opens; -1 when it opens no such thing. */
function closingComma(pieces: readonly Piece[], i: number): number {
  const first = pieces[i + 1];
  if (first === undefined || /^(?:and|but|while|or|as|which|when|where)$/.test(first.lower)) return -1;
  for (let k = i + 1; k < i + 14; k += 1) {
    const lower = pieces[k]?.lower ?? ".";
    if (CLAUSE_END.test(lower)) return -1;
    if (lower === ",") return k;
  }
  return -1;
}
