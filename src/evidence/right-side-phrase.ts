import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import { ADDRESSEE_PRONOUNS } from "./cues.ts";
import { nextOf } from "./subject.ts";
import { isTime } from "./time-noun.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Tags of words that a noun phrase may begin with. */
export const NOMINAL = /^(?:noun|name|number|determiner|possessive|pronoun|ing)$/;

/** "told “Good Morning Oster” on Friday | that …": a programme's name in quotation marks is who was told; else -1. */
export function titleAt(reading: Reading, sentence: Sentence, i: number): number {
  const open = i < sentence.last ? at(reading, i) : null;
  const quotation = open?.tag === "quote" ? reading.quotes[open.quote] : undefined;
  if (quotation === undefined || quotation.end - quotation.start > 40) return -1;
  let k = i + 1;
  while (k < sentence.last && at(reading, k).start < quotation.end) {
    const token = at(reading, k);
    if (token.word && !token.capital && token.text.length > 3) return -1;
    k += 1;
  }
  const end = Math.min(sentence.last, k + 10);
  const that = nextOf(reading, k, end, (t) => t.lower === "that" || /^(?:stop|comma|quote|past|verb)$/.test(t.tag));
  return that < end && at(reading, that).lower === "that" ? that : -1;
}

/** "reported on its website": a place, and no topic. */
export function isSite(reading: Reading, i: number): boolean {
  return (
    /^(?:its|their|his|her)$/.test(reading.tokens[i]?.lower ?? "") &&
    /^(?:website|site|page|front|blog|channel|programme|breakfast|evening|morning|main|own|live)$/.test(
      reading.tokens[i + 1]?.lower ?? "",
    )
  );
}

/** "viewers | of Canal Seven": who hears it, and no topic. */
export function isAudience(reading: Reading, i: number): boolean {
  return (
    /^(?:readers|viewers|listeners|subscribers|members|followers|customers|residents)$/.test(
      reading.tokens[i]?.lower ?? "",
    ) && reading.tokens[i + 1]?.lower === "of"
  );
}

/** "admitted to him that …": behind "to" stands who was told. */
export function isHearer(reading: Reading, from: number, limit: number): boolean {
  const end = addresseeEnd(reading, from, limit);
  return end > from && end < limit && /^(?:that|how|whether)$/.test(at(reading, end).lower);
}

/** Does an infinitive stand at the "to" of token `i`? */
export function startsInfinitive(reading: Reading, i: number, limit: number): boolean {
  let k = i + 1;
  while (k < limit && at(reading, k).tag === "adverb") k += 1;
  return k < limit && /^(?:noun|verb|auxiliary|quote)$/.test(at(reading, k).tag) && at(reading, k).pos !== "NOUNS";
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
    // "told the delegation | Delvia would not sign"
    if (token.tag === "name" && i > from && at(reading, i - 1).tag === "noun" && first.tag === "determiner") {
      let next = i;
      while (next < limit && at(reading, next).tag === "name") next += 1;
      if (next < limit && /^(?:auxiliary|modal|verb|past)$/.test(at(reading, next).tag)) break;
    }
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
    // "told the Sunday Compass", "told them two days later"
    const masthead =
      token.capital &&
      i > from &&
      at(reading, i - 1).tag === "determiner" &&
      at(reading, Math.min(i + 1, limit - 1)).capital;
    if (isTime(reading, i) && !masthead) break;
    if (
      i > from &&
      (token.tag === "number" || token.pos === "NUM") &&
      i + 1 < limit &&
      TIME_NOUNS.has(at(reading, i + 1).lower)
    )
      break;
    i += 1;
  }
  return i;
}

/** End of "on Monday", "in a televised interview", "a rally in Ohio" from behind the preposition. */
export function circumstanceEnd(
  reading: Reading,
  from: number,
  limit: number,
  prepositions: readonly string[] = [],
): number {
  let i = from;
  let nouns = 0;
  while (i < limit && i < from + 18) {
    const token = at(reading, i);
    if (token.tag === "determiner" || token.tag === "possessive") {
      if (nouns > 0 && token.lower !== "'s" && at(reading, i - 1).tag !== "preposition") break;
      // "confided in her that …"
      if (
        token.lower === "her" &&
        /^(?:that|of|about|they|he|she|it|we|there)$/.test(at(reading, Math.min(i + 1, limit - 1)).lower)
      )
        nouns += 1;
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
      // "complained to the man of being watched"
      const gerund = i + 1 < limit && at(reading, i + 1).pos === "VBG" && at(reading, from - 1).lower === "to";
      if (nouns > 0 && (token.lower !== "of" || gerund) && prepositions.includes(token.lower)) break;
      if ((nouns === 0 && i > from) || (token.tag === "to" && startsInfinitive(reading, i, limit))) break;
    } else if (token.tag === "pronoun" && nouns === 0) {
      nouns += 1;
    } else break;
    i += 1;
  }
  return nouns === 0 ? from : i;
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

/** ", the office said." behind a noun phrase: no verb of its clause. */
function isAside(reading: Reading, from: number, limit: number): boolean {
  const end = nextOf(reading, from, Math.min(limit, from + 12), (t) => t.tag === "comma" || t.tag === "stop");
  const verb = nextOf(reading, from, end, (t) => /^(?:past|verb|auxiliary|modal)$/.test(t.tag));
  return verb > from && verb < end && CUE_FORMS.get(at(reading, verb).lower)?.frames.includes("c") === true;
}
