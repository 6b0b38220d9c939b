import { spansFrom } from "./content.ts";
import type { CueVerb } from "./cue-forms.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { rightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import { isTime } from "./time-noun.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Whoever listens in these does not pass it on by that. */
export const LISTENERS =
  /^(?:court|committee|inquiry|jury|parliament|tribunal|panel|commission|council|senate|hearing|relatives|reporters|journalists|mourners|pilgrims|crowd|worshippers|audience|listeners|viewers|readers|lawmakers|deputies|voters|delegates|parents|families|passengers)$/;

/** "X learned from Y that …", "X had read in Y that …": Y says it, X carries it. Null where it is no such sentence. */
export function heardAt(
  reading: Reading,
  sentence: Sentence,
  index: number,
  v: number,
  verb: CueVerb,
  hearer: Range | null,
  cue: Range,
): Found | null {
  if (!/^(?:learn|hear|understand|know|gather|read|receive)$/.test(verb.lemma) || hearer === null) return null;
  // "learned on Friday from", "heard yesterday from"
  let from = v + 1;
  while (
    from + 1 < sentence.last &&
    from < v + 5 &&
    (isTime(reading, from) || /^(?:on|only|directly|first)$/.test(at(reading, from).lower))
  )
    from += 1;
  if (from === v + 1 && /^(?:adverb|noun)$/.test(at(reading, from)?.tag ?? "")) from += 1;
  if (
    from >= sentence.last ||
    !/^(?:from|in)$/.test(at(reading, from).lower) ||
    (at(reading, from).lower === "in") !== (verb.lemma === "read")
  )
    return null;
  const phrase = nounPhraseAfter(reading, sentence, from + 1);
  if (phrase === null) return null;
  const to = nextOf(reading, phrase.from, phrase.to, (t) => t.lower === "that" || t.tag === "comma");
  // "from her son, who drives a plough, that …"
  const aside =
    to + 1 < sentence.last &&
    at(reading, to).tag === "comma" &&
    /^(?:who|which|whose|whom)$/.test(at(reading, to + 1).lower);
  const close = aside ? nextOf(reading, to + 1, Math.min(sentence.last, to + 20), (t) => t.tag === "comma") : -1;
  const behind = close > 0 && reading.tokens[close + 1]?.lower === "that" ? close + 1 : to;
  const right = rightSide(reading, sentence, behind, { prepositions: [], frames: "c" });
  if (right?.kind === "object" || to === phrase.from) return null;
  // "The lock is shut, the Courier learned from a keeper."
  const content =
    right === null ? (leftSide(reading, sentence, hearer.from)?.spans ?? []) : spansFrom(reading, sentence, right, v);
  const listens = LISTENERS.test(at(reading, hearer.to - 1).lower);
  return content.length === 0
    ? null
    : {
        rule: "heard",
        sentence: index,
        source: { from: phrase.from, to: right === null ? phraseEnd(reading, sentence, to) : to },
        cue: [cue],
        content,
        signals: [],
        via: listens ? [] : [hearer],
        spoken: true,
      };
}

/** Over "on the case", "inside the ministry" behind a noun, to the end of the clause. */
function phraseEnd(reading: Reading, sentence: Sentence, to: number): number {
  if (to >= sentence.last || !/^(?:on|in|inside|near|behind|within|close)$/.test(at(reading, to).lower)) return to;
  if (isTime(reading, to + 1)) return to;
  const end = nextOf(
    reading,
    to,
    sentence.last,
    (t) => !/^(?:preposition|determiner|noun|name|to|possessive)$/.test(t.tag),
  );
  return end >= sentence.last || /^(?:stop|comma)$/.test(at(reading, end).tag) ? end : to;
}
