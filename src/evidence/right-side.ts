import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";
import type { CueVerb } from "./cue-forms.ts";
import { ADDRESSEE_PRONOUNS, COMPLEMENTIZERS, isCueForm } from "./cues.ts";
import { withoutStop } from "./found.ts";
import { hasFinite } from "./left-side.ts";
import {
  NOMINAL,
  addresseeEnd,
  circumstanceEnd,
  clauseAt,
  isAudience,
  isHearer,
  isSite,
  startsInfinitive,
  titleAt,
} from "./right-side-phrase.ts";
import { nextOf } from "./subject.ts";
import { isTime } from "./time-noun.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What stands to the right of a cue verb. */
export interface RightSide {
  readonly kind: "quote" | "that" | "clause" | "infinitive" | "object" | "colon";
  /** Token where the content begins. */
  readonly from: number;
  /** Tokens `[from, to)` of whom it was said to; null where nobody is named. */
  readonly addressee: { readonly from: number; readonly to: number } | null;
}

/** What a paper does with a document. */
const OBTAINED =
  /^(?:seen|saw|obtained|viewed|reviewed|read|published|printed|received|acquired|broadcast|aired|shared|posted|examined|carried)$/;

const CIRCUMSTANCE =
  /^(?:in|on|at|during|to|via|through|after|before|with|from|by|of|over|about|for|under|against|outside|inside|near|behind|among|beside|aboard|within|amid)$/;

/** Finds the content to the right of the verb, stepping over addressees, places, times and parentheses. */
export function rightSide(
  reading: Reading,
  sentence: Sentence,
  after: number,
  verb: Pick<CueVerb, "prepositions" | "frames">,
): RightSide | null {
  const { frames } = verb;
  const particle = after < sentence.last ? at(reading, after).lower : "";
  if (
    verb.prepositions.includes(particle) &&
    objectAt(reading, sentence, after + 1) &&
    !(particle === "on" && isSite(reading, after + 1)) &&
    !(particle === "to" && /[cq]/.test(frames) && isHearer(reading, after + 1, sentence.last))
  ) {
    return { kind: "object", from: after + 1, addressee: null };
  }
  // "assured viewers | of Canal Seven that …"
  if (verb.prepositions.length > 0 && isAudience(reading, after))
    return rightSide(reading, sentence, after, { prepositions: [], frames });
  let i = after;
  let addressee: RightSide["addressee"] = null;
  const limit = Math.min(sentence.last, after + 60);
  if (frames.includes("a")) {
    // "told the young students of his village on a regular basis that …"
    const that = nextOf(
      reading,
      i,
      Math.min(limit, i + 16),
      (t) => t.lower === "that" || /^(?:auxiliary|modal|verb|past|comma|stop|quote|colon)$/.test(t.tag),
    );
    if (
      that > i &&
      that < Math.min(limit, i + 16) &&
      at(reading, that).lower === "that" &&
      !isObtained(reading, sentence, that)
    )
      return { kind: "that", from: that, addressee: { from: i, to: addresseeEnd(reading, i, that) } };
  }
  const show = frames.includes("a") ? titleAt(reading, sentence, i) : -1;
  if (show !== -1) return { kind: "that", from: show, addressee: { from: i, to: show } };
  if (particle === "as" && frames.includes("f")) return { kind: "object", from: after, addressee: null };
  if (frames.includes("a") || (frames.includes("p") && !frames.includes("o"))) {
    const end = addresseeEnd(reading, i, limit, verb.prepositions);
    const next = end < limit ? at(reading, end) : null;
    if (end > i && next !== null && (frames.includes("a") || next.tag === "to")) {
      addressee = { from: i, to: end };
      i = end;
      const then = /^(?:on|at|in|last|this)$/.test(next.lower) ? circumstanceEnd(reading, end + 1, limit) : end;
      if (then < limit && at(reading, then).tag === "to" && frames.includes("p"))
        return { kind: "infinitive", from: then === end ? addressee.from : then, addressee: null };
      if (frames.includes("o")) {
        const pronoun =
          addressee.to - addressee.from === 1 && ADDRESSEE_PRONOUNS.has(at(reading, addressee.from).lower);
        if (
          (addressee.to - addressee.from <= 3 && next.tag === "determiner") ||
          (pronoun && next.tag === "noun" && !clauseAt(reading, end, limit))
        )
          return { kind: "object", from: end, addressee };
        // "promised two hundred recruits": nobody is addressed.
        if (/^(?:stop|comma|preposition|and|colon|subordinator|dash|to)$/.test(next.tag) && next.lower !== "that")
          return { kind: "object", from: after, addressee: null };
      }
      if (verb.prepositions.includes(next.lower) && objectAt(reading, sentence, end + 1))
        return { kind: "object", from: end, addressee };
      // "told Radio Meer | the opposite: half the fuses …"
      const colon =
        next.tag === "determiner"
          ? nextOf(reading, end + 1, Math.min(limit, end + 6), (t) => !/^(?:noun|past|number)$/.test(t.tag))
          : limit;
      if (colon + 2 < limit && at(reading, colon).tag === "colon") return { kind: "colon", from: colon + 1, addressee };
    }
  }
  for (let step = 0; step < 8 && i < limit; step += 1) {
    const token = at(reading, i);
    if (token.tag === "quote") {
      if (frames === "i" || frames === "im") return null;
      return { kind: "quote", from: i, addressee };
    }
    if (token.tag === "colon")
      return frames.includes("q") || frames.includes("c") ? { kind: "colon", from: i + 1, addressee } : null;
    if (COMPLEMENTIZERS.has(token.lower) && /[ctq]/.test(frames)) {
      if (
        token.lower === "when" &&
        nextOf(reading, i, Math.min(limit, i + 6), (t) => /^(?:would|will)$/.test(t.lower)) >= Math.min(limit, i + 6)
      )
        return null;
      if (token.lower === "where" && (frames.includes("c") || !frames.includes("q")) && i === after) return null;
      if (token.lower === "who" && !frames.startsWith("q")) return null;
      if (i > after && token.lower === "that" && isObtained(reading, sentence, i)) return null;
      return { kind: "that", from: i, addressee };
    }
    if (i > after && verb.prepositions.includes(token.lower) && objectAt(reading, sentence, i + 1))
      return { kind: "object", from: i + 1, addressee };
    const not = token.tag === "not" && i + 1 < limit && at(reading, i + 1).tag === "to";
    if (not && /[ip]/.test(frames)) return { kind: "infinitive", from: i, addressee };
    if (token.tag === "to" && /[ip]/.test(frames) && startsInfinitive(reading, i, limit)) {
      return { kind: "infinitive", from: i, addressee };
    }
    const follows = i + 1 < limit ? at(reading, i + 1).tag : null;
    const owner = follows === "possessive" || (follows === "number" && frames.includes("o"));
    if (
      (token.tag === "adverb" && (!/^t?here$/.test(token.lower) || reading.tokens[i + 1]?.lower === "that")) ||
      (!owner && TIME_NOUNS.has(token.lower) && token.tag === "noun") ||
      (i > after &&
        (token.tag === "number" || token.pos === "NUM") &&
        TIME_NOUNS.has(reading.tokens[i + 1]?.lower ?? ""))
    ) {
      i += 1;
      continue;
    }
    // "told Lumen | this week, …"
    if (/^(?:this|last|next|that|earlier)$/.test(token.lower) && i + 1 < limit && isTimeWord(reading, i + 1)) {
      i += 2;
      continue;
    }
    if (token.tag === "comma") {
      // "said, in a statement, that": step over a parenthesis only if a content follows.
      const next = i + 1 < limit ? at(reading, i + 1) : null;
      if (next === null) return null;
      if (next.tag === "quote") return { kind: "quote", from: i + 1, addressee };
      const close = nextOf(
        reading,
        i + 1,
        Math.min(limit, i + 25),
        (t) => t.tag === "comma" || t.tag === "stop" || t.tag === "quote",
      );
      if (close >= limit || at(reading, close).tag !== "comma" || close + 1 >= limit) return null;
      const then = at(reading, close + 1);
      if (then.lower !== "that" && hasFinite(reading, i + 1, close)) return null;
      // "said, adding later, “…”" is another's.
      if (nextOf(reading, i + 1, close, (t) => isCueForm(t.lower)) < close && then.tag === "quote") return null;
      if (then.tag !== "quote" && then.lower !== "that") return null;
      i = close + 1;
      continue;
    }
    if ((token.tag === "preposition" || token.tag === "to") && CIRCUMSTANCE.test(token.lower)) {
      const end = circumstanceEnd(reading, i + 1, limit, verb.prepositions);
      if (end === i + 1 && i + 1 < limit && at(reading, i + 1).lower !== "that") return null;
      i = end;
      continue;
    }
    // "a message read | out on the radio"
    if (i > after && /^(?:out|aloud|live|over)$/.test(token.lower) && at(reading, i - 1).tag === "past") {
      i += 1;
      continue;
    }
    // "said in a statement | carried by the agency that …"
    if (i > after && isModifier(reading, i, limit)) {
      i += 1;
      continue;
    }
    break;
  }
  if (i >= limit) return null;
  if (/c/.test(frames) && (clauseAt(reading, i, limit) || (!/[ofp]/.test(frames) && plainClause(reading, sentence, i))))
    return { kind: "clause", from: i, addressee };
  if (at(reading, i).lower === "that" && !frames.includes("f")) return null;
  // "described to officers | a grey van": what is told comes last.
  const shifted =
    i > after &&
    particle === "to" &&
    frames.includes("o") &&
    at(reading, i).tag === "determiner" &&
    nextOf(reading, after, i, (t) => t.tag === "comma") >= i;
  // "denied ever touching it"
  const gerund = i > after && i < after + 3 && at(reading, i).pos === "VBG" && at(reading, i - 1).tag === "adverb";
  return /[of]/.test(frames) && (i === after || shifted || gerund) && objectAt(reading, sentence, i)
    ? { kind: "object", from: i, addressee }
    : null;
}

function objectAt(reading: Reading, sentence: Sentence, i: number): boolean {
  if (i >= sentence.last) return false;
  const { tag, lower } = at(reading, i);
  if (isTime(reading, i) && at(reading, i).capital) return false;
  if (lower === "at" && i + 2 < sentence.last) return /^(?:least|most)$/.test(at(reading, i + 1).lower);
  if (lower === "that") return i + 2 < sentence.last && at(reading, i + 1).tag !== "comma";
  if (!NOMINAL.test(tag) && tag !== "past" && tag !== "quote" && !/^(?:what|how|having|being)$/.test(lower))
    return false;
  return tag === "pronoun" || tag === "noun" || tag === "name" || withoutStop(reading, i, sentence.last) - i >= 2;
}

/** Behind "say" and its like a noun phrase with words after it is a clause, though no verb in it is known. */
function plainClause(reading: Reading, sentence: Sentence, i: number): boolean {
  return NOMINAL.test(at(reading, i).tag) && withoutStop(reading, i, sentence.last) - i >= 4;
}

/** "this | week": a time, and not "this | week's vote". */
function isTimeWord(reading: Reading, i: number): boolean {
  return (
    TIME_NOUNS.has(at(reading, i).lower) &&
    reading.tokens[i + 1]?.tag !== "possessive" &&
    !/^(?:noun|auxiliary|verb|past|modal)$/.test(reading.tokens[i + 1]?.tag ?? "")
  );
}

/** Is the participle at token `i` one of a noun before it, with its own phrase behind it: "remarks | broadcast by Tessa"? */
function isModifier(reading: Reading, i: number, limit: number): boolean {
  if (at(reading, i).pos !== "VBN" && at(reading, i).tag !== "past") return false;
  let next = i + 1;
  while (next < limit && (at(reading, next).tag === "adverb" || /^(?:out|over)$/.test(at(reading, next).lower)))
    next += 1;
  return (
    /^(?:noun|name)$/.test(at(reading, i - 1).tag) && next < limit && /^(?:preposition|to)$/.test(at(reading, next).tag)
  );
}

/** "an email | that the Courier has seen": a relative clause whose verb lacks its object, and nothing told. */
function isObtained(reading: Reading, sentence: Sentence, that: number): boolean {
  if (at(reading, that - 1).tag !== "noun") return false;
  const limit = Math.min(sentence.last, that + 9);
  const verb = nextOf(reading, that + 2, limit, (t) => t.tag === "past" || t.tag === "verb");
  if (verb >= limit || !OBTAINED.test(at(reading, verb).lower)) return false;
  const named = nextOf(reading, that + 1, verb, (t) => t.tag === "name") < verb;
  const passive = nextOf(reading, that + 2, verb, (t) => /^(?:was|were|be|been|is|are|being)$/.test(t.lower)) < verb;
  const next = verb + 1 < sentence.last ? at(reading, verb + 1).tag : "stop";
  return named && !passive && /^(?:stop|comma|preposition|and|quote)$/.test(next);
}
