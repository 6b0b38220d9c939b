import { CUE_FORMS } from "./cue-forms.ts";
import type { CueVerb } from "./cue-forms.ts";
import { hasFinite } from "./left-side.ts";
import { ADDRESSEE_PRONOUNS, COMPLEMENTIZERS, isCueForm } from "./cues.ts";
import { withoutStop } from "./found.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import { isTime } from "./time-noun.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What stands to the right of a cue verb. */
export interface RightSide {
  readonly kind: "quote" | "that" | "clause" | "infinitive" | "object" | "colon";
  /** Token where the content begins. */
  readonly from: number;
  /** Tokens `[from, to)` of whom it was said to; null where nobody is named. */
  readonly addressee: { readonly from: number; readonly to: number } | null;
}

const CIRCUMSTANCE =
  /^(?:in|on|at|during|to|via|through|after|before|with|from|by|of|over|about|for|under|against|outside|inside|near)$/;
const NOMINAL = /^(?:noun|name|number|determiner|possessive|pronoun|ing)$/;

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
    !(particle === "to" && isHearer(reading, after + 1, sentence.last))
  ) {
    return { kind: "object", from: after + 1, addressee: null };
  }
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
    if (that > i && that < Math.min(limit, i + 16) && at(reading, that).lower === "that")
      return { kind: "that", from: that, addressee: { from: i, to: addresseeEnd(reading, i, that) } };
  }
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
        if (addressee.to - addressee.from <= 3 && next.tag === "determiner")
          return { kind: "object", from: end, addressee };
        // "promised two hundred recruits": nobody is addressed.
        if (/^(?:stop|comma|preposition|and|colon|subordinator|dash|to)$/.test(next.tag) && next.lower !== "that")
          return { kind: "object", from: after, addressee: null };
      }
      if (verb.prepositions.includes(next.lower) && objectAt(reading, sentence, end + 1))
        return { kind: "object", from: end, addressee };
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
      (token.tag === "adverb" && token.lower !== "there" && token.lower !== "here") ||
      (!owner && TIME_NOUNS.has(token.lower) && token.tag === "noun")
    ) {
      i += 1;
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
    break;
  }
  if (i >= limit) return null;
  if (/c/.test(frames) && (clauseAt(reading, i, limit) || (!/[ofp]/.test(frames) && plainClause(reading, sentence, i))))
    return { kind: "clause", from: i, addressee };
  if (at(reading, i).lower === "that" && !frames.includes("f")) return null;
  return /[of]/.test(frames) && i === after && objectAt(reading, sentence, i)
    ? { kind: "object", from: i, addressee }
    : null;
}

/** "admitted to him that …": behind "to" stands who was told. */
function isHearer(reading: Reading, from: number, limit: number): boolean {
  const end = addresseeEnd(reading, from, limit);
  return end > from && end < limit && /^(?:that|how|whether)$/.test(at(reading, end).lower);
}

/** Does an infinitive stand at the "to" of token `i`? */
function startsInfinitive(reading: Reading, i: number, limit: number): boolean {
  let k = i + 1;
  while (k < limit && at(reading, k).tag === "adverb") k += 1;
  return k < limit && /^(?:noun|verb|auxiliary|quote)$/.test(at(reading, k).tag) && at(reading, k).pos !== "NOUNS";
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

/** End of a short noun phrase at `from`: `reporters`, `the BBC`, `Fox News host Chris Wallace`. */
export function addresseeEnd(
  reading: Reading,
  from: number,
  limit: number,
  prepositions: readonly string[] = [],
): number {
  let i = from;
  if (i >= limit) return i;
  const first = at(reading, i);
  const owner = first.lower === "her" && i + 1 < limit && /^(?:noun|name)$/.test(at(reading, i + 1).tag);
  if (ADDRESSEE_PRONOUNS.has(first.lower) && !owner) {
    const after = at(reading, Math.min(i + 1, limit - 1));
    return after.lower === "at" || after.lower === "in" ? circumstanceEnd(reading, i + 2, limit) : i + 1;
  }
  while (i < limit && i < from + 14) {
    const token = at(reading, i);
    if (token.quote !== -1 && token.quote !== first.quote) break;
    if (token.tag === "determiner" && i > from && !/^(?:preposition|and|determiner)$/.test(at(reading, i - 1).tag))
      break;
    if (token.tag === "pronoun" && i > from) break;
    if (token.tag === "possessive" && i > from && token.lower !== "'s") break;
    if (i > from && prepositions.includes(token.lower)) break;
    // A name after common nouns is theirs ("host Chris Wallace"), a common noun after a name begins a clause.
    if (
      token.tag === "noun" &&
      i > from &&
      at(reading, i - 1).tag === "name" &&
      !TIME_NOUNS.has(token.lower) &&
      from + 1 < i &&
      clauseAt(reading, i, limit)
    )
      break;
    if (
      token.tag === "and" ||
      (token.tag === "preposition" && /^(?:of|at|for|from|in)$/.test(token.lower) && i > from)
    ) {
      i += 1;
      continue;
    }
    if (!NOMINAL.test(token.tag)) break;
    if (isTime(reading, i)) break;
    i += 1;
  }
  return i;
}

/** End of "on Monday", "in a televised interview", "a rally in Ohio" from behind the preposition. */
function circumstanceEnd(reading: Reading, from: number, limit: number, prepositions: readonly string[] = []): number {
  let i = from;
  let nouns = 0;
  while (i < limit && i < from + 18) {
    const token = at(reading, i);
    if (token.tag === "determiner" || token.tag === "possessive") {
      if (nouns > 0 && token.lower !== "'s" && at(reading, i - 1).tag !== "preposition") break;
      // "confided in her that …"
      if (token.lower === "her" && at(reading, Math.min(i + 1, limit - 1)).lower === "that") nouns += 1;
    } else if (token.tag === "noun" || token.tag === "name" || token.tag === "number" || token.tag === "ing") {
      if (
        nouns > 0 &&
        TIME_NOUNS.has(at(reading, i - 1).lower) &&
        !TIME_NOUNS.has(token.lower) &&
        token.tag !== "number"
      )
        break;
      nouns += 1;
    } else if (token.tag === "past" || token.tag === "adverb") {
      if (nouns > 0) break;
    } else if (token.tag === "preposition" || token.tag === "to" || token.tag === "and") {
      if (i > from && TIME_NOUNS.has(at(reading, i - 1).lower) && at(reading, i - 1).capital) break;
      if (nouns > 0 && token.lower !== "of" && prepositions.includes(token.lower)) break;
      if ((nouns === 0 && i > from) || (token.tag === "to" && startsInfinitive(reading, i, limit))) break;
    } else if (token.tag === "pronoun" && nouns === 0) {
      nouns += 1;
    } else break;
    i += 1;
  }
  return nouns === 0 ? from : i;
}

/** Behind "say" and its like a noun phrase with words after it is a clause, though no verb in it is known. */
function plainClause(reading: Reading, sentence: Sentence, i: number): boolean {
  return NOMINAL.test(at(reading, i).tag) && withoutStop(reading, i, sentence.last) - i >= 4;
}

/** ", the office said." behind a noun phrase: no verb of its clause. */
function isAside(reading: Reading, from: number, limit: number): boolean {
  const end = nextOf(reading, from, Math.min(limit, from + 12), (t) => t.tag === "comma" || t.tag === "stop");
  const verb = nextOf(reading, from, end, (t) => /^(?:past|verb|auxiliary|modal)$/.test(t.tag));
  return verb > from && verb < end && CUE_FORMS.get(at(reading, verb).lower)?.frames.includes("c") === true;
}

/** Does something like a clause begin here: a nominal, and a verb soon after it? */
export function clauseAt(reading: Reading, from: number, limit: number): boolean {
  const first = at(reading, from);
  if (first === undefined || from >= limit) return false;
  // "he'd", "they're": subject and verb in one.
  if (/^(?:i|you|he|she|it|we|they|there)'(?:re|ll|d|ve|m|s)$/.test(first.lower)) return true;
  if (
    !NOMINAL.test(first.tag) &&
    first.lower !== "there" &&
    !/^(?:if|when|not|no|because|once|unless|while)$/.test(first.lower)
  )
    return false;
  for (let i = from + 1; i < Math.min(limit, from + 30); i += 1) {
    const { tag } = at(reading, i);
    // The verb of ", which makes him an outlier" is not the clause's.
    if (tag === "comma" && i + 1 < limit && /^(?:which|who|whose|where)$/.test(at(reading, i + 1).lower)) {
      i = nextOf(reading, i + 1, Math.min(limit, from + 30), (t) => t.tag === "comma");
      continue;
    }
    if (tag === "comma" && isAside(reading, i + 1, limit)) return false;
    if (tag === "and" && i + 1 < limit && at(reading, i + 1).lower === "that") return false;
    if (tag === "auxiliary" || tag === "modal" || tag === "verb" || tag === "past") return true;
    if (first.tag === "pronoun" && i === from + 1 && (tag === "noun" || tag === "adverb")) return true;
    if (tag === "stop" || tag === "colon") return false;
  }
  return false;
}
