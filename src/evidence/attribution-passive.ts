import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import type { CueVerb } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { rightSide } from "./right-side.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

type Make = (
  rule: Found["rule"],
  source: Range | null,
  content: readonly Span[],
  more?: readonly RemarkSignal[],
) => Found | null;

/** Attributions by a passive verb at `v`: "was told by X that …", "was quoted as saying …", "is expected to …". */
export function passiveAt(
  reading: Reading,
  sentence: Sentence,
  v: number,
  verb: CueVerb,
  group: number,
  make: Make,
): Found | null {
  const next = v + 1 < sentence.last ? at(reading, v + 1) : null;
  if (next === null) return null;
  const subject = nounPhraseBefore(reading, sentence, group);
  const agent = next.lower === "by" ? nounPhraseAfter(reading, sentence, v + 2) : null;
  if (next.lower === "by" && agent === null) return null;
  const from = agent === null ? v + 1 : agent.to;
  if (/^(?:quote|cite)$/.test(verb.lemma)) {
    const saying = sayingAt(reading, sentence, from);
    if (saying !== null && subject !== null) {
      const made = make("passive", subject, spansFrom(reading, sentence, saying, v));
      return made === null || agent === null ? made : { ...made, via: [agent] };
    }
  }
  const told = toldAt(reading, sentence, from, verb);
  if (told !== null && (agent !== null || told.kind !== "infinitive")) {
    const made = make("passive", agent, spansFrom(reading, sentence, told, v), agent === null ? ["unattributed"] : []);
    return made === null ? null : { ...made, addressee: subject };
  }
  if (agent !== null) {
    if (!/[of]/.test(verb.frames)) return null;
    const rest = spanOf(reading, agent.to, restEnd(reading, sentence, agent.to));
    const head = subject === null ? null : spanOf(reading, subject.from, subject.to);
    return make("passive", agent, joined([head, rest]));
  }
  return supposedAt(reading, sentence, v, verb, subject, make);
}

/** Behind a passive the content goes on only with "as …", "for …", "to …". */
function restEnd(reading: Reading, sentence: Sentence, from: number): number {
  const first = from < sentence.last ? at(reading, from).lower : "";
  return /^(?:as|for|to|of)$/.test(first)
    ? nextOf(reading, from, withoutStop(reading, from, sentence.last), (t) => t.tag === "comma" && t.quote === -1)
    : from;
}

/** "as saying …" */
export function sayingAt(reading: Reading, sentence: Sentence, from: number): RightSide | null {
  if (from + 2 >= sentence.last || at(reading, from).lower !== "as") return null;
  const saying = CUE_FORMS.get(at(reading, from + 1).lower);
  return saying?.form === "ing" ? rightSide(reading, sentence, from + 2, saying) : null;
}

/** What was told to the subject: "was told that …", "was assured by X that …", "was asked by X to …". */
function toldAt(reading: Reading, sentence: Sentence, from: number, verb: CueVerb): RightSide | null {
  if (!/[ap]/.test(verb.frames)) return null;
  const frames = `${verb.frames.includes("a") ? "cq" : ""}${verb.frames.includes("p") ? "i" : ""}`;
  const right = rightSide(reading, sentence, from, { prepositions: verb.prepositions, frames });
  return right !== null && right.kind !== "object" ? right : null;
}

/** "It was reported that …", "is expected to …": nobody stands behind it. */
function supposedAt(
  reading: Reading,
  sentence: Sentence,
  v: number,
  verb: CueVerb,
  subject: Range | null,
  make: Make,
): Found | null {
  if (!/[ct]/.test(verb.frames) || subject === null) return null;
  const right = rightSide(reading, sentence, v + 1, { prepositions: [], frames: "ti" });
  if (right === null) return null;
  const content = spansFrom(reading, sentence, right, v);
  if (right.kind === "that" && at(reading, subject.from).lower === "it")
    return make("passive", null, content, ["unattributed"]);
  return right.kind === "infinitive"
    ? make("passive", null, joined([spanOf(reading, subject.from, subject.to), ...content]), ["unattributed"])
    : null;
}
