import { COPULAS, CUE_ADJECTIVES } from "./cue-nouns.ts";
import { spansFrom } from "./content.ts";
import type { Found } from "./found.ts";
import { clauseAt } from "./right-side-phrase.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { mainSubject, verbGroupStart } from "./subject.ts";
import type { Token } from "../language/tokens.ts";
import { firstVerbal, forceOf, hasBe } from "./verb-use.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const MAY_BE_CUE = wordFilterOf(CUE_ADJECTIVES.keys());

/** Attributions by adjectives of thought: "was sure that …", "is critical of …". */
export function adjectiveAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first + 2; i + 1 < sentence.last; i += 1) {
    if (!MAY_BE_CUE.mayBe(reading.forms, i)) continue;
    const token = at(reading, i);
    const ways = token.quote === -1 && token.word ? CUE_ADJECTIVES.get(token.lower) : undefined;
    if (ways === undefined) continue;
    let group = verbGroupStart(reading, sentence, i);
    // "were all certain"
    const all = group - 1 > sentence.first && /^(?:all|both|equally|each)$/.test(at(reading, group - 1).lower);
    if (all) group = verbGroupStart(reading, sentence, group - 1);
    const linked = group > sentence.first && COPULAS.has(at(reading, group - 1).lower);
    if (linked) group = verbGroupStart(reading, sentence, group - 1);
    if (!linked && !hasBe(reading, group, i)) continue;
    const right = complementOf(reading, sentence, i, ways);
    if (right === null) continue;
    const before = at(reading, group - 1).lower;
    const source =
      nounPhraseBefore(reading, sentence, group) ??
      (/^(?:and|but)$/.test(before) ? mainSubject(reading, sentence, sentence.first, group) : null);
    if (source === null || /^(?:it|this|that|what|there)$/.test(at(reading, source.from).lower)) continue;
    const content = spansFrom(reading, sentence, right, i);
    if (content.length === 0) continue;
    const made: Found = {
      rule: "adjective",
      sentence: index,
      source,
      cue: [{ from: firstVerbal(reading, group, i), to: i + 1 }],
      content,
      signals: [],
      via: [],
      spoken: false,
    };
    found.push({ ...made, signals: forceOf(reading, sentence, made, group, i) });
  }
}

function complementOf(reading: Reading, sentence: Sentence, i: number, ways: ReadonlySet<string>): RightSide | null {
  const next = at(reading, i + 1);
  if (next.lower === "that" || ((ways.has("t") || ways.has("c")) && /^(?:how|why|whether|what)$/.test(next.lower)))
    return ways.has("t") || ways.has("c") ? { kind: "that", from: i + 1, addressee: null } : null;
  if (ways.has("i") && next.tag === "to") return { kind: "infinitive", from: i + 1, addressee: null };
  if (ways.has(next.lower) && i + 2 < sentence.last) return { kind: "object", from: i + 2, addressee: null };
  return ways.has("c") && clauseAt(reading, i + 1, sentence.last)
    ? { kind: "clause", from: i + 1, addressee: null }
    : null;
}
