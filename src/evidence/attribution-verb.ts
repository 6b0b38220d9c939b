import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import { passiveAt } from "./attribution-passive.ts";
import { after, contentRight, parentheticalAt } from "./continuation.ts";
import { CUE_FORMS } from "./cue-verbs.ts";
import type { CueVerb } from "./cue-verbs.ts";
import { joined, spanOf } from "./found.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { rightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { mainSubject, nextOf, nounPhraseBefore, verbGroupStart } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { asserted, firstVerbal, hasBe, signalsOf, usedAsVerb } from "./verb-use.ts";
import { invertedAt, participleSubject, purposeSubject } from "./verb-source.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Attributions whose cue is a verb in this sentence, outside quotation marks. */
export function verbAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  let previous: Found | null = null;
  for (let v = sentence.first; v < sentence.last; v += 1) {
    const token = at(reading, v);
    if (token.quote !== -1) continue;
    const verb = CUE_FORMS.get(token.lower);
    if (verb === undefined || token.tag === "name" || !usedAsVerb(reading, sentence, v, verb)) continue;
    const made = attributionAt(reading, sentence, index, v, verb, previous);
    if (made === null || !asserted(reading, sentence, made)) continue;
    found.push(made);
    // Coordination takes up a source of this level, not one inside a content.
    const at0 = spanOf(reading, made.source?.from ?? 0, made.source?.to ?? 0)?.[0] ?? -1;
    const inside: boolean = previous !== null && previous.content.some(([from, to]) => from <= at0 && at0 < to);
    if (!inside) previous = made;
  }
}

/** A poll that "shows a lead" says so; a mayor who "shows a map" does not. */
function byStudy(reading: Reading, group: number, verb: CueVerb): CueVerb {
  if (!/^(?:show|find|indicate|suggest|reveal|demonstrate|illustrate|calculate|estimate|put)$/.test(verb.lemma))
    return verb;
  const from = Math.max(0, group - 8);
  const study = nextOf(reading, from, group, (t) =>
    /^(?:poll|polls|survey|surveys|study|studies|data|report|reports|research|analysis|review|figures|documents|records|average|investigation|audit|statistics)$/.test(
      t.lower,
    ),
  );
  return study < group ? { ...verb, frames: `co${verb.frames}` } : verb;
}

function attributionAt(
  reading: Reading,
  sentence: Sentence,
  index: number,
  v: number,
  verb: CueVerb,
  previous: Found | null,
): Found | null {
  const group = verbGroupStart(reading, sentence, v);
  const passive = verb.form === "past" && hasBe(reading, group, v);
  const spoken = !verb.frames.includes("m");
  const cue: Range = { from: firstVerbal(reading, group, v), to: v + 1 };
  const signals = signalsOf(reading, group, v, verb);
  const make = (
    rule: Found["rule"],
    source: Range | null,
    content: readonly Span[],
    more: readonly RemarkSignal[] = [],
  ): Found | null =>
    content.length === 0
      ? null
      : { rule, sentence: index, source, cue: [cue], content, signals: [...signals, ...more], via: [], spoken };

  if (passive) return passiveAt(reading, sentence, v, verb, group, make);
  const right = rightSide(reading, sentence, v + 1, byStudy(reading, group, verb));

  if (verb.form === "ing" && !hasBe(reading, group, v)) {
    if (right === null) return null;
    const source = participleSubject(reading, sentence, group, previous);
    if (right.kind === "object" && !spoken) return null;
    return source === null ? null : make("participle", source, contentRight(reading, sentence, right, v));
  }

  // "met them to discuss": the doer is the subject of the main verb; "failed to say" says nothing.
  const purpose = at(reading, group).tag === "to";
  if (nextOf(reading, group, v, (t) => t.lower === "failed") < v) return null;
  const subject = purpose ? purposeSubject(reading, sentence, group) : nounPhraseBefore(reading, sentence, group);
  if (purpose && (!spoken || right?.kind === "infinitive")) return null;
  const canQuote = verb.frames.includes("q") || verb.frames.includes("c");
  if (canQuote && (right === null || right.kind === "clause" || right.kind === "object" || right.kind === "quote")) {
    // “…,” said the mayor   |   “…,” the mayor said
    const inverted = invertedAt(reading, sentence, v, group);
    if (inverted !== null) {
      const left = leftSide(reading, sentence, group);
      if (left !== null && (left.quoted || spoken))
        return make("inverted", inverted, [...left.spans, ...after(reading, sentence, inverted.to)]);
    }
    if (subject !== null && right === null && spoken) {
      const around = parentheticalAt(reading, sentence, subject.from, v + 1);
      if (around !== null) return make("left", subject, around);
    }
    if (subject !== null) {
      const left =
        right?.kind === "quote" && subject.from <= sentence.first ? null : leftSide(reading, sentence, subject.from);
      if (
        left !== null &&
        (left.quoted || (right === null && spoken) || (right === null && verb.frames.includes("c")))
      ) {
        const rest =
          right?.kind === "quote" ? contentRight(reading, sentence, right, v) : after(reading, sentence, v + 1);
        return make("left", subject, joined([...left.spans, ...rest]));
      }
    }
  }
  if (right === null) return null;
  let source = subject;
  if (source === null) {
    // "… visited the town and said": the subject of the first verb.
    const before = group > sentence.first ? at(reading, group - 1) : null;
    if (
      before === null ||
      !/^(?:and|but|then|comma|adverb|noun|name|past)$/.test(before.lower === "but" ? "but" : before.tag)
    )
      return null;
    if (!spoken) return null;
    source =
      previous !== null && previous.cue.every((c) => c.to <= group)
        ? previous.source
        : mainSubject(reading, sentence, sentence.first, group);
    if (source === null) return null;
  }
  const made = make("right", source, contentRight(reading, sentence, right, v));
  return made === null ? null : { ...made, addressee: right.addressee };
}
