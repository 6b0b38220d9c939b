import { CUE_PREPOSITIONS } from "./cue-verbs.ts";
import type { CueVerb } from "./cue-verbs.ts";
import type { Span } from "../model/span.ts";
import { ADDRESSEE_PRONOUNS, COMPLEMENTIZERS } from "./cues.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Reading, Sentence } from "./sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { TIME_NOUNS } from "./words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What stands to the right of a cue verb. */
export interface RightSide {
  readonly kind: "quote" | "that" | "clause" | "infinitive" | "object" | "colon";
  /** Token where the content begins. */
  readonly from: number;
  /** Tokens `[from, to)` of whom it was said to; null where nobody is named. */
  readonly addressee: { readonly from: number; readonly to: number } | null;
}

const CIRCUMSTANCE = /^(?:in|on|at|during|to|via|through|after|before|with|from|by|of|over|about|for|under|against)$/;
const NOMINAL = /^(?:noun|name|number|determiner|possessive|pronoun|ing)$/;

/** Finds the content to the right of the verb, stepping over addressees, places, times and parentheses. */
export function rightSide(reading: Reading, sentence: Sentence, after: number, verb: Pick<CueVerb, "lemma" | "frames">): RightSide | null {
  const { frames } = verb;
  const particle = after < sentence.last ? at(reading, after).lower : "";
  if (CUE_PREPOSITIONS[verb.lemma]?.split(" ").includes(particle) === true && objectAt(reading, sentence, after + 1)) {
    return { kind: "object", from: after + 1, addressee: null };
  }
  let i = after;
  let addressee: RightSide["addressee"] = null;
  const limit = Math.min(sentence.last, after + 60);
  if (frames.includes("a")) {
    // "told the young students of his village on a regular basis that …"
    const that = nextOf(reading, i, Math.min(limit, i + 16), (t) => t.lower === "that" || /^(?:auxiliary|modal|verb|past|comma|stop|quote|colon)$/.test(t.tag));
    if (that > i && that < Math.min(limit, i + 16) && at(reading, that).lower === "that") return { kind: "that", from: that, addressee: { from: i, to: addresseeEnd(reading, i, that) } };
  }
  if (frames.includes("a") || (frames.includes("p") && !frames.includes("o"))) {
    const end = addresseeEnd(reading, i, limit);
    const next = end < limit ? at(reading, end) : null;
    if (end > i && next !== null && (frames.includes("a") || next.tag === "to")) {
      addressee = { from: i, to: end };
      i = end;
      if (next.tag === "to" && frames.includes("p")) return { kind: "infinitive", from: addressee.from, addressee: null };
    }
  }
  for (let step = 0; step < 8 && i < limit; step += 1) {
    const token = at(reading, i);
    if (token.tag === "quote") {
      if (frames === "i" || frames === "im") return null;
      return { kind: "quote", from: i, addressee };
    }
    if (token.tag === "colon") return frames.includes("q") || frames.includes("c") ? { kind: "colon", from: i + 1, addressee } : null;
    if (COMPLEMENTIZERS.has(token.lower) && /[ctq]/.test(frames)) {
      if ((token.lower === "when" || token.lower === "where") && frames.includes("c") && i === after) return null;
      if (token.lower === "who") return null;
      return { kind: "that", from: i, addressee };
    }
    if (token.tag === "to" && /[ip]/.test(frames) && i + 1 < limit && at(reading, i + 1).tag === "noun") {
      return { kind: "infinitive", from: i, addressee };
    }
    const follows = i + 1 < limit ? at(reading, i + 1).tag : null;
    const owner = follows === "possessive" || (follows === "number" && frames.includes("o"));
    if (token.tag === "adverb" || (!owner && TIME_NOUNS.has(token.lower) && token.tag === "noun")) {
      i += 1;
      continue;
    }
    if (token.tag === "comma") {
      // "said, in a statement, that": step over a parenthesis only if a content follows.
      const next = i + 1 < limit ? at(reading, i + 1) : null;
      if (next === null) return null;
      if (next.tag === "quote") return { kind: "quote", from: i + 1, addressee };
      const close = nextOf(reading, i + 1, Math.min(limit, i + 25), (t) => t.tag === "comma" || t.tag === "stop" || t.tag === "quote");
      if (close >= limit || at(reading, close).tag !== "comma" || close + 1 >= limit) return null;
      const then = at(reading, close + 1);
      if (then.tag !== "quote" && then.lower !== "that") return null;
      i = close + 1;
      continue;
    }
    if ((token.tag === "preposition" || token.tag === "to") && CIRCUMSTANCE.test(token.lower)) {
      const end = circumstanceEnd(reading, i + 1, limit);
      if (end === i + 1) return null;
      i = end;
      continue;
    }
    break;
  }
  if (i >= limit) return null;
  if (/c/.test(frames) && clauseAt(reading, i, limit)) return { kind: "clause", from: i, addressee };
  return /[of]/.test(frames) && i === after && objectAt(reading, sentence, i) ? { kind: "object", from: i, addressee } : null;
}

function objectAt(reading: Reading, sentence: Sentence, i: number): boolean {
  if (i >= sentence.last) return false;
  const { tag, lower } = at(reading, i);
  if (!NOMINAL.test(tag) && tag !== "past" && tag !== "quote" && lower !== "what" && lower !== "how") return false;
  return withoutStop(reading, i, sentence.last) - i >= 2;
}

/** Where a noun phrase or infinitive as content ends: before ", who …", ", but …", "after he …". */
function objectEnd(reading: Reading, from: number, end: number): number {
  for (let i = from + 1; i < end; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1) continue;
    if (token.tag === "dash") return i;
    const next = i + 1 < end ? at(reading, i + 1) : null;
    if (next === null) break;
    if (token.tag === "comma" && (/^(?:who|which|but|as|while|after|when|before|where|although|though|whose|because|even)$/.test(next.lower) || next.tag === "ing")) return i;
    if (/^(?:after|while|during|when|before|because|although|though|but)$/.test(token.lower)) return i;
    if (token.lower === "as" && clauseAt(reading, i + 1, Math.min(end, i + 5))) return i;
    if (token.lower === "and" && (next.tag === "past" || next.tag === "verb" || next.tag === "auxiliary" || next.tag === "modal")) return i;
  }
  return end;
}

/** End of a short noun phrase at `from`: `reporters`, `the BBC`, `Fox News host Chris Wallace`. */
function addresseeEnd(reading: Reading, from: number, limit: number): number {
  let i = from;
  if (i >= limit) return i;
  const first = at(reading, i);
  if (ADDRESSEE_PRONOUNS.has(first.lower)) {
    const after = at(reading, Math.min(i + 1, limit - 1));
    return after.lower === "at" || after.lower === "in" ? circumstanceEnd(reading, i + 2, limit) : i + 1;
  }
  while (i < limit && i < from + 14) {
    const token = at(reading, i);
    if (token.quote !== -1 && token.quote !== first.quote) break;
    if (token.tag === "determiner" && i > from && !/^(?:preposition|and|determiner)$/.test(at(reading, i - 1).tag)) break;
    if (token.tag === "pronoun" && i > from) break;
    if (token.tag === "possessive" && i > from && token.lower !== "'s") break;
    // A name after common nouns is theirs ("host Chris Wallace"), a common noun after a name begins a clause.
    if (token.tag === "noun" && i > from && at(reading, i - 1).tag === "name" && !TIME_NOUNS.has(token.lower) && from + 1 < i && clauseAt(reading, i, limit)) break;
    if (token.tag === "and" || (token.tag === "preposition" && /^(?:of|at|for|from|in)$/.test(token.lower) && i > from)) {
      i += 1;
      continue;
    }
    if (!NOMINAL.test(token.tag)) break;
    if (TIME_NOUNS.has(token.lower)) break;
    i += 1;
  }
  return i;
}

/** End of "on Monday", "in a televised interview", "a rally in Ohio" from behind the preposition. */
function circumstanceEnd(reading: Reading, from: number, limit: number): number {
  let i = from;
  let nouns = 0;
  while (i < limit && i < from + 18) {
    const token = at(reading, i);
    if (token.tag === "determiner" || token.tag === "possessive") {
      if (nouns > 0 && token.lower !== "'s" && at(reading, i - 1).tag !== "preposition") break;
    } else if (token.tag === "noun" || token.tag === "name" || token.tag === "number" || token.tag === "ing") {
      if (nouns > 0 && TIME_NOUNS.has(at(reading, i - 1).lower) && !TIME_NOUNS.has(token.lower) && token.tag !== "number") break;
      nouns += 1;
    } else if (token.tag === "past" || token.tag === "adverb") {
      if (nouns > 0) break;
    } else if (token.tag === "preposition" || token.tag === "to" || token.tag === "and") {
      if (nouns === 0 && i > from) break;
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
  if (!NOMINAL.test(first.tag) && first.lower !== "there" && !/^(?:if|when|not|no|because|once|unless|while)$/.test(first.lower)) return false;
  for (let i = from + 1; i < Math.min(limit, from + 30); i += 1) {
    const { tag } = at(reading, i);
    if (tag === "auxiliary" || tag === "modal" || tag === "verb" || tag === "past") return true;
    if (first.tag === "pronoun" && i === from + 1 && (tag === "noun" || tag === "adverb")) return true;
    if (tag === "stop" || tag === "colon") return false;
  }
  return false;
}

/** A clause as content ends where ", but stopped short of …" takes up the source's own doing again. */
function clauseEnd(reading: Reading, from: number, end: number): number {
  for (let i = from + 3; i + 2 < end; i += 1) {
    if (at(reading, i).tag !== "comma" || at(reading, i).quote !== -1) continue;
    const next = at(reading, i + 1);
    if (next.lower === "but" && at(reading, i + 2).tag === "past") return i;
  }
  return end;
}

/** Content from token `from` to the sentence's end, or to the end of a quotation that runs on beyond it. */
export function spansFrom(reading: Reading, sentence: Sentence, right: RightSide): Span[] {
  const first = at(reading, right.from);
  const end = withoutStop(reading, right.from, sentence.last);
  if (right.kind === "quote" || (right.kind === "colon" && first?.tag === "quote")) {
    const quotation = reading.quotes[first.quote];
    if (quotation === undefined) return [];
    const rest = nextOf(reading, right.from, sentence.last, (t) => t.start >= quotation.end);
    const follows = rest < sentence.last ? at(reading, rest) : null;
    // “… a disaster” for the country: the sentence goes on as content.
    const goesOn = follows !== null && !/^(?:comma|stop|dash|colon)$/.test(follows.tag) && rest < end && !/^(?:and|but|while)$/.test(follows.lower);
    return joined([[first.start, quotation.end], goesOn ? spanOf(reading, rest, end) : null]);
  }
  const to = right.kind === "object" || right.kind === "infinitive" ? objectEnd(reading, right.from, end) : clauseEnd(reading, right.from, end);
  return joined([withRunningQuote(reading, right.from, to)]);
}

/** The span of `[from, to)`, lengthened to the end of a quotation that its last token stands in. */
export function withRunningQuote(reading: Reading, from: number, to: number): Span | null {
  const span = spanOf(reading, from, to);
  if (span === null) return null;
  const last = at(reading, to - 1);
  const quotation = last.quote === -1 || last.quote === at(reading, from).quote ? undefined : reading.quotes[last.quote];
  return [span[0], Math.max(span[1], quotation?.end ?? 0)];
}

/**
 * Content to the left of a source (or of an inverted verb) at token `end`: the quotation that closes there, with what
 * leads into it, or the clause before a comma. Null when there is none.
 */
export function leftSide(reading: Reading, sentence: Sentence, end: number): { readonly spans: Span[]; readonly quoted: boolean } | null {
  let i = end;
  if (i <= 0) return null;
  let comma = false;
  while (i > 0 && at(reading, i - 1).quote === -1 && /^(?:comma|dash)$/.test(at(reading, i - 1).tag)) {
    comma = true;
    i -= 1;
  }
  if (i <= 0) return null;
  const last = at(reading, i - 1);
  const quotation = last.tag === "quote" ? reading.quotes[last.quote] : undefined;
  if (quotation !== undefined) {
    if (last.start < quotation.inner[1] && quotation.closed) return null;
    if (i < reading.tokens.length && at(reading, i).block) return null;
    // A quotation of an earlier sentence that came to a full end is not this cue's.
    if (i <= sentence.first && !comma && /[.…]$/.test(reading.text.slice(quotation.inner[0], quotation.inner[1]).trimEnd())) return null;
    if (!comma && quotation.inner[1] - quotation.inner[0] < 40 && !/[,?!.…—–-]$/.test(reading.text.slice(quotation.inner[0], quotation.inner[1]).trimEnd())) return null;
    let open = i - 1;
    while (open > 0 && at(reading, open - 1).quote === last.quote) open -= 1;
    // Words of the same sentence that lead into the quotation belong to the content too.
    let start = open;
    while (start > 0 && start > sentence.first && open - start < 60) start -= 1;
    if (open <= sentence.first) start = open;
    const lead = open > start && leadsIn(reading, start, open) ? start : open;
    const block = continuedFrom(reading, last.quote);
    return { spans: joined([spanOf(reading, lead, open), [quotation.start, quotation.end], ...block]), quoted: true };
  }
  if (!comma || i <= sentence.first) return null;
  const from = sentence.first;
  const first = at(reading, from);
  if (i - from < 3 || !hasFinite(reading, from, i)) return null;
  if (/^(?:as|when|while|if|although|though|after|before|since|because|asked|speaking|in|on|at|during|with|by|for|from|to|despite|until)$/.test(first.lower)) {
    const inner = nextOf(reading, from, i - 1, (t) => t.tag === "comma");
    if (inner >= i - 1 || !hasFinite(reading, inner, i)) return null;
  }
  if (first.tag === "ing") return null;
  return { spans: joined([spanOf(reading, from, i)]), quoted: false };
}

function leadsIn(reading: Reading, from: number, open: number): boolean {
  const before = at(reading, open - 1);
  return before.tag !== "comma" && before.tag !== "colon" && before.tag !== "stop" && open > from && hasFinite(reading, from, open);
}

export function hasFinite(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(?:auxiliary|modal|verb|past)$/.test(at(reading, i).tag)) return true;
  return false;
}

/** Earlier blocks of a speech whose quotation marks open each block and close only the last. */
function continuedFrom(reading: Reading, quote: number): Span[] {
  const spans: Span[] = [];
  for (let q = quote - 1; q >= 0 && q > quote - 20; q -= 1) {
    const quotation = reading.quotes[q];
    if (quotation === undefined || !quotation.continues) break;
    spans.push([quotation.start, quotation.end]);
  }
  return spans;
}
