import { spansFrom } from "./content.ts";
import type { CueVerb } from "./cue-forms.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { rightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
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
  const from = nextOf(reading, v + 1, Math.min(sentence.last, v + 3), (t) => t.lower === "from" || t.lower === "in");
  if (from >= Math.min(sentence.last, v + 3) || (at(reading, from).lower === "in") !== (verb.lemma === "read"))
    return null;
  const phrase = nounPhraseAfter(reading, sentence, from + 1);
  if (phrase === null) return null;
  const to = nextOf(reading, phrase.from, phrase.to, (t) => t.lower === "that" || t.tag === "comma");
  const right = rightSide(reading, sentence, to, { prepositions: [], frames: "c" });
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
        source: { from: phrase.from, to },
        cue: [cue],
        content,
        signals: [],
        via: listens ? [] : [hearer],
        spoken: true,
      };
}
