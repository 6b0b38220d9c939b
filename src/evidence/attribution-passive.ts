import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import type { CueVerb } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { rightSide } from "./right-side.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { nextOf } from "./subject.ts";
import { isTime } from "./time-noun.ts";
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
  const by = agentAt(reading, sentence, v + 1);
  const agent = by === -1 ? null : nounPhraseAfter(reading, sentence, by + 1);
  if (by === v + 1 && agent === null) return null;
  const apposed = agent !== null && agent.to + 1 < sentence.last && at(reading, agent.to).tag === "comma";
  const from = agent === null ? v + 1 : agent.to + Number(apposed && at(reading, agent.to + 1).lower === "that");
  const named = /^(?:report|record|describe)$/.test(verb.lemma) && sayingAt(reading, sentence, from) !== null;
  if (named || /^(?:quote|cite)$/.test(verb.lemma)) {
    // "…, according to the uncle, who was quoted by the Courier."
    if (subject !== null && /^(?:who|which)$/.test(at(reading, subject.to - 1).lower) && agent !== null) {
      const as = reading.tokens[agent.to]?.lower;
      if (as !== "as") return null;
    }
    const place = agent === null && /^(?:in|on)$/.test(next.lower) ? nounPhraseAfter(reading, sentence, v + 2) : null;
    const saying = sayingAt(reading, sentence, place === null ? from : place.to);
    const behind = saying === null ? quotedBy(reading, sentence, from) : null;
    const quoting = behind !== null && agent !== null ? [agent] : behind;
    if (quoting !== null && subject !== null) {
      // "…, the chairwoman was quoted as saying by the agency."
      const left = leftSide(reading, sentence, subject.from);
      const made = left === null ? null : make("passive", subject, left.spans);
      const as = nextOf(reading, from, Math.min(sentence.last, from + 3), (t) => t.lower === "as");
      if (made !== null) return { ...made, cue: [...made.cue, { from: as, to: as + 2 }], via: quoting };
    }
    if (saying !== null && subject !== null) {
      const made = make("passive", subject, spansFrom(reading, sentence, saying, v));
      return made === null ? null : { ...made, via: agent === null ? [] : [agent], addressee: saying.addressee };
    }
  }
  const promised = agent === null && verb.frames.includes("a") ? promisedAt(reading, sentence, v + 1) : null;
  if (promised !== null) {
    const made = make("passive", promised.agent, joined([spanOf(reading, v + 1, promised.by)]));
    return made === null ? null : { ...made, addressee: subject };
  }
  const told = toldAt(reading, sentence, from, verb);
  if (told !== null && (agent !== null || told.kind !== "infinitive")) {
    const made = make("passive", agent, spansFrom(reading, sentence, told, v), agent === null ? ["unattributed"] : []);
    return made === null ? null : { ...made, addressee: subject };
  }
  if (agent !== null && subject !== null) {
    // "The lock is shut, the Courier was told by a keeper."
    const before = verb.frames.includes("a") && told === null ? leftSide(reading, sentence, subject.from) : null;
    const made = before === null ? null : make("passive", agent, before.spans);
    if (made !== null) return { ...made, addressee: subject };
    // "is said by a guard to have left"
    const right =
      /[ct]/.test(verb.frames) && reading.tokens[from]?.tag === "to"
        ? rightSide(reading, sentence, from, { prepositions: [], frames: "i" })
        : null;
    if (right?.kind === "infinitive" && !/[ap]/.test(verb.frames))
      return make(
        "passive",
        agent,
        joined([spanOf(reading, subject.from, subject.to), ...spansFrom(reading, sentence, right, v)]),
      );
  }
  if (verb.lemma === "put" && subject !== null) {
    // "was put at forty by the prefect"
    const value = next.lower === "at" ? spanOf(reading, v + 1, agent === null ? v + 1 : by) : null;
    return agent === null || value === null
      ? null
      : make("passive", agent, joined([spanOf(reading, subject.from, subject.to), value]));
  }
  if (agent !== null) {
    if (!/[of]/.test(verb.frames)) return null;
    const rest = spanOf(reading, agent.to, restEnd(reading, sentence, agent.to));
    const head = subject === null ? null : spanOf(reading, subject.from, subject.to);
    return make("passive", agent, joined([head, rest]));
  }
  return supposedAt(reading, sentence, v, verb, subject, make);
}

/** "was promised | immunity by the prosecutor": what, and who promised it; null where no such phrases follow. */
function promisedAt(
  reading: Reading,
  sentence: Sentence,
  from: number,
): { readonly agent: Range; readonly by: number } | null {
  if (!/^(?:noun|determiner|number|name)$/.test(at(reading, from).tag) || isTime(reading, from)) return null;
  const thing = nounPhraseAfter(reading, sentence, from);
  if (thing === null || reading.tokens[thing.to]?.lower !== "by" || isTime(reading, thing.to + 1)) return null;
  const agent = nounPhraseAfter(reading, sentence, thing.to + 1);
  if (agent === null || !/^(?:determiner|name|noun|pronoun)$/.test(at(reading, agent.from).tag)) return null;
  return {
    agent: { from: agent.from, to: nextOf(reading, agent.from, agent.to, (t) => t.tag === "comma") },
    by: thing.to,
  };
}

/** The "by" of a passive, behind its times and places: "was quoted on Thursday in Oster | by the agency"; else -1. */
function agentAt(reading: Reading, sentence: Sentence, from: number): number {
  for (let i = from; i < sentence.last && i < from + 9; i += 1) {
    const { tag, lower } = at(reading, i);
    if (lower === "by") return i;
    if (!/^(?:noun|name|preposition|determiner|adverb|number|possessive)$/.test(tag)) return -1;
    if (i === from && !/^(?:preposition|adverb)$/.test(tag) && !isTime(reading, i)) return -1;
  }
  return -1;
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
  if (from + 2 >= sentence.last) return null;
  if (at(reading, from).lower === "to" && at(reading, from + 2).lower === "effect" && from + 4 < sentence.last)
    return { kind: "that", from: from + 3, addressee: null };
  if (at(reading, from).lower !== "as") return null;
  // "as having said that …"
  const said = from + Number(at(reading, from + 1).lower === "having" && from + 3 < sentence.last);
  const saying = CUE_FORMS.get(at(reading, said + 1).lower);
  const fits = saying?.form === (said > from ? "past" : "ing");
  return fits && saying !== undefined ? rightSide(reading, sentence, said + 2, saying) : null;
}

/** Behind "as saying" with nothing told: who quotes; null where that does not stand there. */
function quotedBy(reading: Reading, sentence: Sentence, from: number): Range[] | null {
  if (from + 1 >= sentence.last || at(reading, from).lower !== "as") return null;
  if (CUE_FORMS.get(at(reading, from + 1).lower)?.form !== "ing") return null;
  const by = from + 2;
  const agent =
    by < sentence.last && at(reading, by).lower === "by" ? nounPhraseAfter(reading, sentence, by + 1) : null;
  return agent === null ? [] : [agent];
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
