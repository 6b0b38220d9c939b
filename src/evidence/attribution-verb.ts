import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import { CUE_FORMS } from "./cue-verbs.ts";
import type { CueVerb } from "./cue-verbs.ts";
import { leftSide, rightSide, spansFrom } from "./content.ts";
import { CUE_NOUNS, OFTEN_NOUNS } from "./cues.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import type { Reading, Sentence } from "./sentences.ts";
import { mainSubject, nextOf, nounPhraseAfter, nounPhraseBefore, verbGroupStart } from "./subject.ts";
import type { Range } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { PERSONAL } from "./words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;
const BE = /^(?:is|are|was|were|be|been|being|am)$/;

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
    const inside: boolean = previous !== null && (previous as Found).content.some(([from, to]) => from <= at0 && at0 < to);
    if (!inside) previous = made;
  }
}

const RELAYED = /^(?:say|state|report|tell|announce|claim|warn|confirm|deny|insist|declare|admit|argue|write|add|promise|reveal)$/;

/** Attributions inside quotation marks, of somebody other than the one quoted: “Officials have stated that …”. */
export function quotedAttributions(reading: Reading, index: number, found: Found[]): void {
  const whole = reading.sentences[index] as Sentence;
  for (let v = whole.first + 1; v < whole.last; v += 1) {
    const token = at(reading, v);
    const quotation = reading.quotes[token.quote];
    const verb = token.quote === -1 || token.tag === "name" ? undefined : CUE_FORMS.get(token.lower);
    if (verb === undefined || quotation === undefined || !RELAYED.test(verb.lemma)) continue;
    let first = v;
    while (first > whole.first && at(reading, first - 1).quote === token.quote && at(reading, first - 1).tag !== "quote") first -= 1;
    const last = nextOf(reading, v, whole.last, (t) => t.tag === "quote" || t.quote !== token.quote);
    const sentence: Sentence = { first, last, block: whole.block };
    if (!usedAsVerb(reading, sentence, v, verb)) continue;
    const group = verbGroupStart(reading, sentence, v);
    const source = hasBe(reading, group, v) || at(reading, group).tag === "to" ? null : nounPhraseBefore(reading, sentence, group);
    const right = source === null ? null : rightSide(reading, sentence, v + 1, verb);
    if (source === null || right === null || right.kind !== "that" || source.to - source.from < 2 - Number(at(reading, source.from).tag === "name")) continue;
    const content = spansFrom(reading, sentence, right);
    if (content.length === 0) continue;
    const cue = { from: firstVerbal(reading, group, v), to: v + 1 };
    found.push({ rule: "right", sentence: index, source, cue: [cue], content, signals: signalsOf(reading, group, v, verb), via: [], spoken: true, addressee: right.addressee });
  }
}

/** Tells the verb from the noun of the same form by its left neighbour. */
function usedAsVerb(reading: Reading, sentence: Sentence, v: number, verb: CueVerb): boolean {
  if (v === sentence.first) return verb.form === "ing" || verb.form === "past";
  const before = at(reading, v - 1);
  if (verb.form === "ing") return before.tag !== "determiner" && before.tag !== "possessive";
  if (before.tag === "determiner" || before.tag === "possessive" || before.tag === "number") return false;
  if (before.tag === "preposition") return false;
  if (verb.form === "past") return true;
  const token = at(reading, v);
  const clear =
    before.tag === "modal" || before.tag === "to" || before.tag === "auxiliary" || before.tag === "not" || before.tag === "wh" ||
    (before.tag === "pronoun" && PERSONAL.has(before.lower));
  if (clear) return !(before.tag === "auxiliary" && BE.test(before.lower));
  if (verb.form === "base") {
    const plural = before.lower.endsWith("s") || /^(?:people|police|they|we|i|you|and|who|officials|men|women|children|many|some|most|others|both|those|critics)$/.test(before.lower);
    if (!plural && !(before.tag === "adverb") && before.tag !== "quote" && before.tag !== "comma") return false;
  }
  if (!OFTEN_NOUNS.has(token.lower)) return true;
  const next = v + 1 < sentence.last ? at(reading, v + 1) : null;
  if (before.tag === "name" || before.tag === "close") return next !== null && !/^(?:stop|comma|preposition|and)$/.test(next.tag);
  if (next === null) return false;
  return next.lower === "that" || next.tag === "quote" || (verb.form === "s" && next.tag === "determiner") || next.tag === "pronoun" || before.tag === "quote";
}

function attributionAt(reading: Reading, sentence: Sentence, index: number, v: number, verb: CueVerb, previous: Found | null): Found | null {
  const group = verbGroupStart(reading, sentence, v);
  const passive = verb.form === "past" && hasBe(reading, group, v);
  const spoken = !verb.frames.includes("m");
  const cue: Range = { from: firstVerbal(reading, group, v), to: v + 1 };
  const signals = signalsOf(reading, group, v, verb);
  const make = (rule: Found["rule"], source: Range | null, content: readonly Span[], more: readonly RemarkSignal[] = []): Found | null =>
    content.length === 0 ? null : { rule, sentence: index, source, cue: [cue], content, signals: [...signals, ...more], via: [], spoken };

  if (passive) return passiveAt(reading, sentence, v, verb, group, make);
  const right = rightSide(reading, sentence, v + 1, verb);

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
  if (purpose && !spoken) return null;
  const canQuote = verb.frames.includes("q") || verb.frames.includes("c");
  if (canQuote && (right === null || right.kind === "clause" || right.kind === "object" || right.kind === "quote")) {
    // “…,” said the mayor   |   “…,” the mayor said
    const inverted = invertedAt(reading, sentence, v, group);
    if (inverted !== null) {
      const left = leftSide(reading, sentence, group);
      if (left !== null && (left.quoted || spoken)) return make("inverted", inverted, [...left.spans, ...after(reading, sentence, inverted.to)]);
    }
    if (subject !== null) {
      const left = right?.kind === "quote" && subject.from <= sentence.first ? null : leftSide(reading, sentence, subject.from);
      if (left !== null && (left.quoted || (right === null && spoken) || (right === null && verb.frames.includes("c")))) {
        const rest = right?.kind === "quote" ? contentRight(reading, sentence, right, v) : after(reading, sentence, v + 1);
        return make("left", subject, joined([...left.spans, ...rest]));
      }
    }
  }
  if (right === null) return null;
  let source = subject;
  if (source === null) {
    // "… visited the town and said": the subject of the first verb.
    const before = group > sentence.first ? at(reading, group - 1) : null;
    if (before === null || !/^(?:and|but|then|comma|adverb|noun|name|past)$/.test(before.lower === "but" ? "but" : before.tag)) return null;
    if (!spoken) return null;
    source = previous !== null && previous.cue.every((c) => c.to <= group) ? previous.source : mainSubject(reading, sentence, sentence.first, group);
    if (source === null) return null;
  }
  const made = make("right", source, contentRight(reading, sentence, right, v));
  return made === null ? null : { ...made, addressee: right.addressee };
}

/** Whose saying ", saying …", "by saying …", "a statement saying …" or "officials saying …" is. */
function participleSubject(reading: Reading, sentence: Sentence, group: number, previous: Found | null): Range | null {
  const before = group > sentence.first ? at(reading, group - 1) : null;
  const main = (): Range | null => previous?.source ?? mainSubject(reading, sentence, sentence.first, group);
  if (before === null) return null;
  if (before.tag === "comma" || before.tag === "quote" || before.tag === "dash" || before.tag === "and") return main();
  if (/^(?:by|after|in|while|when|before|without|for)$/.test(before.lower)) return main();
  if (CUE_NOUNS.has(before.lower) || /^(?:letter|article|post|tweet|speech|ad|video|interview|memo|email|op-ed|editorial|lawsuit)$/.test(before.lower)) return main();
  const near = nounPhraseBefore(reading, sentence, group);
  // "a statement on X denouncing": the statement is not who speaks.
  if (near !== null && nextOf(reading, near.from, Math.min(near.to, near.from + 4), (t) => CUE_NOUNS.has(t.lower)) < Math.min(near.to, near.from + 4)) return main();
  return near !== null && (before.tag === "noun" || before.tag === "name") ? near : null;
}

const CAUSATIVE = /^(?:prompt|forc|caus|lead|led|push|compell|requir|driv|allow|enabl)(?:ing|ed|s)?$/;

/** Whose doing the infinitive is: "prompting the office to clarify" the office’s, "met them to discuss" the subject’s. */
function purposeSubject(reading: Reading, sentence: Sentence, group: number): Range | null {
  const near = nounPhraseBefore(reading, sentence, group);
  if (near !== null) {
    const caused = nextOf(reading, near.from, near.to, (t) => CAUSATIVE.test(t.lower));
    if (caused + 1 < near.to) return { from: caused + 1, to: near.to };
    if (near.from > sentence.first && at(reading, near.from - 1).lower === "with") return near;
    if (near.from > sentence.first && CAUSATIVE.test(at(reading, near.from - 1).lower)) return near;
  }
  return mainSubject(reading, sentence, Math.max(sentence.first, group - 25), group);
}

/** False in questions ("Did he say …?") and behind "if", "unless": nobody says that it was said. */
function asserted(reading: Reading, sentence: Sentence, made: Found): boolean {
  const from = Math.min(made.source?.from ?? Infinity, made.cue[0]?.from ?? Infinity);
  const before = from > sentence.first ? at(reading, from - 1) : null;
  if (before !== null && /^(?:if|unless|whether)$/.test(before.lower)) return false;
  const last = at(reading, sentence.last - 1);
  const first = at(reading, sentence.first);
  if (last.text !== "?" || last.quote !== -1 || made.rule !== "right") return true;
  return !(first.tag === "auxiliary" || first.tag === "modal" || first.tag === "wh" || /^(?:when|where)$/.test(first.lower));
}

function hasBe(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (BE.test(at(reading, i).lower)) return true;
  return false;
}

function firstVerbal(reading: Reading, group: number, v: number): number {
  let i = group;
  while (i < v && at(reading, i).tag === "adverb") i += 1;
  return i;
}

function signalsOf(reading: Reading, group: number, v: number, verb: CueVerb): RemarkSignal[] {
  const negated = nextOf(reading, group, v, (t) => t.tag === "not" || /n't$/.test(t.lower)) < v;
  if (/^(?:deny|refute|rebut)$/.test(verb.lemma)) return negated ? [] : ["denied"];
  return [];
}

/** Source of an inverted order: the verb follows a quotation or comma and a noun phrase follows the verb. */
function invertedAt(reading: Reading, sentence: Sentence, v: number, group: number): Range | null {
  if (group !== v || v === 0) return null;
  const before = at(reading, v - 1);
  if (before.tag !== "comma" && before.tag !== "quote" && before.tag !== "dash") return null;
  const source = nounPhraseAfter(reading, sentence, v + 1);
  if (source === null) return null;
  // What follows must be an end, not a clause: ", said the mayor was …" is none.
  const next = source.to < sentence.last ? at(reading, source.to) : null;
  return next === null || /^(?:stop|comma|preposition|subordinator|quote|dash|ing|adverb|colon|noun|to)$/.test(next.tag) ? source : null;
}

/** A quotation that goes on after the cue: `“…,” she said, “…”` and `“…,” she said. “…”`. */
function after(reading: Reading, sentence: Sentence, from: number): Span[] {
  const open = nextOf(reading, from, Math.min(sentence.last, from + 25), (t) => t.tag === "quote");
  if (open < Math.min(sentence.last, from + 25)) {
    const quotation = reading.quotes[at(reading, open).quote];
    return quotation === undefined ? [] : [[quotation.start, quotation.end]];
  }
  const next = reading.tokens[sentence.last];
  if (next === undefined || next.tag !== "quote" || next.block) return [];
  const quotation = reading.quotes[next.quote];
  if (quotation === undefined || next.start !== quotation.start) return [];
  return followedByCue(reading, sentence.last, quotation.end) ? [] : [[quotation.start, quotation.end]];
}

/** Does a cue of its own stand behind the quotation that begins at token `open`? */
export function followedByCue(reading: Reading, open: number, end: number): boolean {
  const first = nextOf(reading, open, Math.min(reading.tokens.length, open + 1500), (t) => t.start >= end);
  for (let i = first; i < Math.min(reading.tokens.length, first + 14); i += 1) {
    const token = at(reading, i);
    if (token.block || token.tag === "stop" || token.tag === "quote") return false;
    if (CUE_FORMS.get(token.lower)?.frames.includes("q") === true) return true;
  }
  return false;
}

function contentRight(reading: Reading, sentence: Sentence, right: NonNullable<ReturnType<typeof rightSide>>, v: number): Span[] {
  const spans = spansFrom(reading, sentence, right);
  const lastEnd = spans.at(-1)?.[1] ?? 0;
  const sentenceEnd = at(reading, withoutStop(reading, v, sentence.last) - 1)?.end ?? 0;
  const quoted = right.kind === "quote" || right.kind === "colon";
  return quoted && lastEnd >= sentenceEnd ? joined([...spans, ...after(reading, { ...sentence, first: sentence.last }, sentence.last)]) : spans;
}

function passiveAt(
  reading: Reading, sentence: Sentence, v: number, verb: CueVerb, group: number,
  make: (rule: Found["rule"], source: Range | null, content: readonly Span[], more?: readonly RemarkSignal[]) => Found | null,
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
  if (right !== null && right.kind === "that" && impersonal) return make("passive", null, spansFrom(reading, sentence, right), ["unattributed"]);
  return null;
}
