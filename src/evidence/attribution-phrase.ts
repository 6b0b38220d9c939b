import type { Span } from "../model/span.ts";
import { CUE_NOUNS } from "./cues.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { clauseStart, hasFinite, leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { mainSubject, nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Attributions by "according to", "citing", "in the words of", and by nouns: `the claim by officials that …`. */
export function phraseAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1) continue;
    const next = i + 1 < sentence.last ? at(reading, i + 1) : null;
    let made: Found | null = null;
    if (token.lower === "according" && next?.lower === "to") made = accordingAt(reading, sentence, index, i, i + 2);
    else if (token.lower === "words" && next?.lower === "of" && i >= 2 && at(reading, i - 2).lower === "in")
      made = accordingAt(reading, sentence, index, i - 2, i + 2);
    else if (token.lower === "citing" && next !== null) made = citingAt(reading, sentence, index, i);
    else if (CUE_NOUNS.has(token.lower) && token.tag !== "name") made = nounAt(reading, sentence, index, i);
    if (made !== null) found.push(made);
  }
}

/** "According to NP, content" and "content, according to NP(, more content)". */
function accordingAt(reading: Reading, sentence: Sentence, index: number, cue: number, from: number): Found | null {
  const source = sourceAfter(reading, sentence, from);
  if (source === null) return null;
  const end = withoutStop(reading, from, sentence.last);
  const start = clauseStart(reading, sentence, cue);
  const left = withoutStop(reading, start, cue);
  const right = source.to < end && at(reading, source.to).tag === "comma" ? source.to + 1 : source.to;
  const content: (Span | null)[] = [];
  if (left - start >= 2) {
    const quoted = leftSide(reading, sentence, cue);
    if (quoted?.quoted === true) content.push(...quoted.spans);
    content.push(spanOf(reading, start, left));
    // The sentence goes on behind a parenthesis: ", according to him, …".
    if (
      at(reading, source.to)?.tag === "comma" &&
      source.to + 1 < end &&
      !/^(?:and|but|who|which)$/.test(at(reading, source.to + 1).lower)
    ) {
      content.push(spanOf(reading, source.to + 1, end));
    }
  } else content.push(spanOf(reading, right, end));
  const spans = joined(content);
  if (spans.length === 0) return null;
  return {
    rule: "according",
    sentence: index,
    source,
    cue: [{ from: cue, to: from }],
    content: spans,
    signals: [],
    via: [],
    spoken: true,
  };
}

/** The source of "according to": up to a comma, unless an apposition follows that comma. */
function sourceAfter(reading: Reading, sentence: Sentence, from: number): Range | null {
  const comma = nextOf(
    reading,
    from,
    Math.min(sentence.last, from + 30),
    (t) => t.tag === "comma" || t.tag === "stop" || t.tag === "dash" || t.tag === "colon" || t.tag === "quote",
  );
  const phrase = nounPhraseAfter(reading, sentence, from);
  if (phrase === null) return null;
  const starts = from === sentence.first + 2;
  // At the head of a sentence the comma ends the source: what follows is content.
  if (starts && comma > from && comma < sentence.last && at(reading, comma).tag === "comma") return { from, to: comma };
  return comma > from && comma < phrase.to + 12 && !hasFinite(reading, phrase.to, comma)
    ? { from, to: Math.max(comma, phrase.to) }
    : phrase;
}

/** "A did B, citing C": C is the source of the clause; A carries it. */
function citingAt(reading: Reading, sentence: Sentence, index: number, i: number): Found | null {
  const source = nounPhraseAfter(reading, sentence, i + 1);
  if (source === null || !canSpeak(reading, source)) return null;
  const left = withoutStop(reading, sentence.first, i);
  const carrier = mainSubject(reading, sentence, sentence.first, i);
  const span = spanOf(reading, sentence.first, left);
  if (span === null || !hasFinite(reading, sentence.first, left)) return null;
  return {
    rule: "citing",
    sentence: index,
    source,
    cue: [{ from: i, to: i + 1 }],
    content: [span],
    signals: [],
    via: carrier === null ? [] : [carrier],
    spoken: true,
  };
}

const SPEAKERS =
  /^(?:officials?|sources?|people|persons?|spokes(?:man|woman|person|people)|witness(?:es)?|documents?|reports?|statements?|agenc(?:y|ies)|authorit(?:y|ies)|police|ministr(?:y|ies)|medics?|doctors?|diplomats?|experts?|analysts?|residents?|media|newspapers?|data|study|survey|poll|email|emails|letter|interview|briefing|lawyers?|prosecutors?|military|army|intelligence|figures)$/;

/** Is it somebody or something that tells, as against a reason that is given? */
function canSpeak(reading: Reading, source: Range): boolean {
  for (let i = source.from; i < source.to; i += 1) {
    const token = at(reading, i);
    if (SPEAKERS.test(token.lower)) return true;
  }
  return reading.tokens.slice(source.from, source.to).every((t) => t.capital || t.tag === "determiner");
}

/** "X’s claim that …", "the announcement by X that …", "his warning that …". */
function nounAt(reading: Reading, sentence: Sentence, index: number, i: number): Found | null {
  const next = i + 1 < sentence.last ? at(reading, i + 1) : null;
  if (next === null) return null;
  let source: Range | null = null;
  let from = i + 1;
  if (/^(?:by|from|of)$/.test(next.lower)) {
    const agent = nounPhraseAfter(reading, sentence, i + 2);
    if (agent === null) return null;
    source = agent;
    from = agent.to;
  }
  if (from >= sentence.last || at(reading, from).lower !== "that") return null;
  let first = i;
  if (source === null) {
    // Up to three adjectives between the owner and the noun.
    for (let k = i - 1; k >= sentence.first && k >= i - 4; k -= 1) {
      const token = at(reading, k);
      if (token.tag === "possessive") {
        if (token.lower !== "'s" && token.lower !== "'") source = { from: k, to: k + 1 };
        else source = ownerBefore(reading, sentence, k);
        first = k + 1;
        break;
      }
      if (!/^(?:noun|name|adverb|past|ing)$/.test(token.tag)) break;
    }
  }
  if (source === null) return null;
  const span = spanOf(reading, from, withoutStop(reading, from, sentence.last));
  return span === null
    ? null
    : {
        rule: "noun",
        sentence: index,
        source,
        cue: [{ from: first, to: i + 1 }],
        content: [span],
        signals: [],
        via: [],
        spoken: true,
      };
}

function ownerBefore(reading: Reading, sentence: Sentence, genitive: number): Range | null {
  let from = genitive;
  while (
    from > sentence.first &&
    from > genitive - 8 &&
    /^(?:noun|name|number|determiner)$/.test(at(reading, from - 1).tag)
  ) {
    from -= 1;
    if (at(reading, from).tag === "determiner") break;
  }
  return from === genitive ? null : { from, to: genitive };
}
