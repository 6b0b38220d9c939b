import { passiveAt } from "./attribution-passive.ts";
import { heardAt } from "./attribution-heard.ts";
import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import type { CueVerb } from "./cue-forms.ts";
import type { Found } from "./found.ts";
import { rightSide } from "./right-side.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { firstVerbal, hasBe, signalsOf, usedAsVerb } from "./verb-use.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const RELAYED =
  /^(?:say|state|report|tell|announce|claim|warn|confirm|deny|insist|declare|admit|argue|write|add|promise|reveal)$/;

/** Attributions inside quotation marks, of somebody other than the one quoted: “Officials have stated that …”. */
export function quotedAttributions(reading: Reading, index: number, found: Found[]): void {
  const whole = reading.sentences[index] as Sentence;
  for (let v = whole.first + 1; v < whole.last; v += 1) {
    const token = at(reading, v);
    if (token.quote === -1 || token.tag === "name") continue;
    const quotation = reading.quotes[token.quote];
    const verb = CUE_FORMS.get(token.lower);
    if (verb === undefined || quotation === undefined) continue;
    const heard = /^(?:hear|learn|understand|know)$/.test(verb.lemma)
      ? heardInside(reading, whole, index, v, verb)
      : null;
    if (heard !== null) {
      found.push(heard);
      continue;
    }
    const mine = isMine(reading, v + 1);
    if (!RELAYED.test(verb.lemma) && !/[ap]/.test(verb.frames)) continue;
    let first = v;
    while (
      first > whole.first &&
      at(reading, first - 1).quote === token.quote &&
      at(reading, first - 1).tag !== "quote"
    )
      first -= 1;
    const last = nextOf(reading, v, whole.last, (t) => t.tag === "quote" || t.quote !== token.quote);
    const sentence: Sentence = { first, last, block: whole.block };
    if (!usedAsVerb(reading, sentence, v, verb)) continue;
    const group = verbGroupStart(reading, sentence, v);
    if (verb.form === "past" && hasBe(reading, group, v)) {
      const told = toldMe(reading, sentence, index, v, verb, group);
      if (told !== null) found.push(told);
      continue;
    }
    if (!mine && !RELAYED.test(verb.lemma)) continue;
    const closed = hasBe(reading, group, v) || at(reading, group).tag === "to";
    const joins = group > first && at(reading, group - 1).lower === "and";
    const source = closed
      ? null
      : (nounPhraseBefore(reading, sentence, group) ?? (joins ? mainSubject(reading, sentence, first, group) : null));
    const right = source === null ? null : rightSide(reading, sentence, v + 1, verb);
    if (
      source === null ||
      right === null ||
      !(
        tells(reading, source, right, verb) ||
        (mine &&
          verb.form !== "ing" &&
          !/^(?:i|we|you|it|that|what)$/.test(at(reading, source.from).lower) &&
          right.kind !== "object")
      )
    )
      continue;
    const content = spansFrom(reading, sentence, right, v);
    if (content.length === 0) continue;
    const cue = { from: firstVerbal(reading, group, v), to: v + 1 };
    found.push({
      rule: "right",
      sentence: index,
      source,
      cue: [cue],
      content,
      signals: signalsOf(reading, group, v, verb),
      via: [],
      spoken: true,
      addressee: right.addressee,
    });
  }
}

/** “My neighbour heard from her son that …”: from whom. */
function heardInside(reading: Reading, whole: Sentence, index: number, v: number, verb: CueVerb): Found | null {
  const { quote } = at(reading, v);
  let first = v;
  while (first > whole.first && at(reading, first - 1).quote === quote && at(reading, first - 1).tag !== "quote")
    first -= 1;
  const last = nextOf(reading, v, whole.last, (t) => t.tag === "quote" || t.quote !== quote);
  const sentence: Sentence = { first, last, block: whole.block };
  const group = verbGroupStart(reading, sentence, v);
  const hearer = nounPhraseBefore(reading, sentence, group);
  const cue = { from: firstVerbal(reading, group, v), to: v + 1 };
  const made = heardAt(reading, sentence, index, v, verb, hearer, cue);
  return made === null || !/^(?:i|we)$/.test(at(reading, hearer?.from ?? v).lower) ? made : { ...made, via: [] };
}

/** "told | us", "promised | my mother": those who speak were told. */
function isMine(reading: Reading, i: number): boolean {
  return /^(?:me|us|my|our)$/.test(reading.tokens[i]?.lower ?? "");
}

/** “I was told by my superiors not to write it down”: who told the speaker; null where nobody is named. */
function toldMe(
  reading: Reading,
  sentence: Sentence,
  index: number,
  v: number,
  verb: CueVerb,
  group: number,
): Found | null {
  if (
    group <= sentence.first ||
    (!/^(?:i|we|my|our)$/.test(at(reading, group - 1).lower) && !/^(?:i|we)'/.test(at(reading, group).lower))
  ) {
    const subject = nounPhraseBefore(reading, sentence, group);
    if (subject === null || !isMine(reading, subject.from)) return null;
  }
  const cue = [{ from: firstVerbal(reading, group, v), to: v + 1 }];
  const made = passiveAt(reading, sentence, v, verb, group, (rule, source, content) =>
    source === null || content.length === 0
      ? null
      : { rule, sentence: index, source, cue, content, signals: [], via: [], spoken: true },
  );
  return made === null || made.source === null ? null : { ...made, addressee: null };
}

/** Passes the speaker on what somebody else said, rather than arguing about it: "My son said the road was gone"? */
function tells(reading: Reading, { from, to }: Range, right: RightSide, verb: CueVerb): boolean {
  if ((right.kind !== "that" && right.kind !== "clause") || verb.form === "ing") return false;
  const first = at(reading, from);
  const lone = to - from === 1;
  if (/^(?:i|we|you|it|this|that|who|which|what|there|nobody|no|they)$/.test(first.lower)) return false;
  if (verb.lemma === "tell" && right.addressee !== null) return true;
  if (right.kind === "that") return !lone || first.tag === "name";
  if (!/^(?:say|tell)$/.test(verb.lemma) || at(reading, to - 1).tag !== "noun") return false;
  return lone ? first.pos === "NOUNS" : /^(?:determiner|possessive)$/.test(first.tag) && !/^an?$/.test(first.lower);
}
