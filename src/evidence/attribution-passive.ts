import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-verbs.ts";
import type { CueVerb } from "./cue-verbs.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { rightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

export function passiveAt(
  reading: Reading,
  sentence: Sentence,
  v: number,
  verb: CueVerb,
  group: number,
  make: (
    rule: Found["rule"],
    source: Range | null,
    content: readonly Span[],
    more?: readonly RemarkSignal[],
  ) => Found | null,
): Found | null {
  const next = v + 1 < sentence.last ? at(reading, v + 1) : null;
  if (next === null) return null;
  const subject = nounPhraseBefore(reading, sentence, group);
  if (next.lower === "by") {
    const agent = nounPhraseAfter(reading, sentence, v + 2);
    if (agent === null || !/[of]/.test(verb.frames)) return null;
    const rest = spanOf(reading, agent.to, withoutStop(reading, agent.to, sentence.last));
    const head = subject === null ? null : spanOf(reading, subject.from, subject.to);
    return make("passive", agent, joined([head, rest]));
  }
  if (/^(?:quote|cite)$/.test(verb.lemma) && next.lower === "as") {
    // "was quoted as saying …"
    const saying = v + 2 < sentence.last ? CUE_FORMS.get(at(reading, v + 2).lower) : undefined;
    const right = saying === undefined ? null : rightSide(reading, sentence, v + 3, saying);
    return right === null || subject === null ? null : make("passive", subject, spansFrom(reading, sentence, right));
  }
  if (!/[ct]/.test(verb.frames)) return null;
  const impersonal = subject !== null && at(reading, subject.from).lower === "it";
  const right = rightSide(reading, sentence, v + 1, { lemma: verb.lemma, frames: "t" });
  if (right !== null && right.kind === "that" && impersonal)
    return make("passive", null, spansFrom(reading, sentence, right), ["unattributed"]);
  return null;
}
