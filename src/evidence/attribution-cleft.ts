import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { nextOf, verbGroupStart } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What a quotation is called behind "was": somebody's own words. */
const WORDS =
  /^(?:advice|answer|reply|response|verdict|comment|warning|message|explanation|description|summary|reaction|words?|assessment|conclusion|plea|order|promise|reckoning|estimate|judgement|judgment|view)$/;

/**
 * Quotations that are the subject of "was": “…,” was how X described it to the paper; “…” is what X answered; “…,” was the
 * advice from X; “…,” was X's reply.
 */
export function cleftAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first + 1; i + 2 < sentence.last; i += 1) {
    const be = at(reading, i);
    if (be.quote !== -1 || !/^(?:was|is|were|are)$/.test(be.lower)) continue;
    const before = at(reading, i - 1).tag === "comma" ? i - 2 : i - 1;
    if (before < sentence.first || at(reading, before).tag !== "quote") continue;
    const said = leftSide(reading, { ...sentence }, i);
    if (said === null || !said.quoted) continue;
    const made = howAt(reading, sentence, i) ?? wordAt(reading, sentence, i);
    if (made === null) continue;
    const same = found.findIndex((one) => one.cue.some((c) => c.from < made.cue.to && made.cue.from < c.to));
    if (same !== -1) found.splice(same, 1);
    found.push({
      rule: "left",
      sentence: index,
      source: made.source,
      cue: [made.cue],
      content: said.spans,
      signals: [],
      via: [],
      spoken: true,
    });
    return;
  }
}

type Made = Pick<Found, "source"> & { readonly cue: Found["cue"][number] };

/** "was how the grower described the shore", "is what the clerk told the paper" */
function howAt(reading: Reading, sentence: Sentence, be: number): Made | null {
  if (!/^(?:how|what)$/.test(at(reading, be + 1).lower)) return null;
  const limit = Math.min(sentence.last, be + 30);
  const verb = (t: Token): boolean => t.tag === "past" || t.tag === "verb";
  for (let v = nextOf(reading, be + 2, limit, verb); v < limit; v = nextOf(reading, v + 1, limit, verb)) {
    const source = nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, v));
    if (source !== null && source.from === be + 2) return { source, cue: { from: v, to: v + 1 } };
  }
  return null;
}

/** "was the advice from the observatory", "was the clerk's reply" */
function wordAt(reading: Reading, sentence: Sentence, be: number): Made | null {
  const limit = Math.min(sentence.last, be + 10);
  const noun = nextOf(
    reading,
    be + 1,
    limit,
    (t) => WORDS.test(t.lower) || !/^(?:noun|name|determiner|possessive)$/.test(t.tag),
  );
  if (noun >= limit || !WORDS.test(at(reading, noun).lower)) return null;
  const owner = nextOf(reading, be + 1, noun, (t) => t.lower === "'s" || t.lower === "'");
  if (owner < noun) return { source: { from: be + 1, to: owner }, cue: { from: noun, to: noun + 1 } };
  if (!/^(?:from|of|by)$/.test(reading.tokens[noun + 1]?.lower ?? "")) return null;
  const phrase = nounPhraseAfter(reading, sentence, noun + 2);
  if (phrase === null) return null;
  const to = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma" || t.tag === "wh");
  return { source: { from: phrase.from, to }, cue: { from: noun, to: noun + 1 } };
}
