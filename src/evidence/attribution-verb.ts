import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import { passiveAt } from "./attribution-passive.ts";
import { heardAt } from "./attribution-heard.ts";
import { leftAt } from "./attribution-left.ts";
import type { VerbPlace } from "./attribution-left.ts";
import { relativeContent } from "./attribution-relative.ts";
import { contentRight } from "./continuation.ts";
import { BEFORE_PARTICLE, CUE_FORMS, PARTICLE_FORMS } from "./cue-forms.ts";
import type { CueVerb } from "./cue-forms.ts";
import { spanOf } from "./found.ts";
import { hasFinite, leftSide } from "./left-side.ts";
import type { Found } from "./found.ts";
import { isTitle, lacksPredicate } from "./predicate.ts";
import { addresseeEnd, isAudience } from "./right-side-phrase.ts";
import { rightSide } from "./right-side.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { contractedSubject, mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { firstVerbal, forceOf, hasBe, signalsOf, usedAsVerb } from "./verb-use.ts";
import { innerSubject, participleSubject, perceivedAt, purposeSubject } from "./verb-source.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Who does this "to report a fire" reports it. */
const CALLED = /^(?:rang|rung|phoned|telephoned|radioed|texted)$/;

/** Tags that no cue verb has. */
const NO_VERBS: ReadonlySet<Token["tag"]> = new Set([
  "name",
  "determiner",
  "possessive",
  "pronoun",
  "number",
  "comma",
  "stop",
  "colon",
  "quote",
  "and",
  "to",
  "modal",
  "wh",
]);

const MAY_BE_CUE = wordFilterOf([...CUE_FORMS.keys(), ...BEFORE_PARTICLE]);

/** Attributions whose cue is a verb in this sentence, outside quotation marks. */
export function verbAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  let previous: Found | null = null;
  for (let v = sentence.first; v < sentence.last; v += 1) {
    if (!MAY_BE_CUE.mayBe(reading.forms, v)) continue;
    const token = at(reading, v);
    if (token.quote !== -1 || NO_VERBS.has(token.tag)) continue;
    const gap = particleGap(reading, sentence, v);
    const own =
      gap > 0 && at(reading, v + gap).lower === "it" && /^(?:from|on)$/.test(reading.tokens[v + 2]?.lower ?? "");
    const pair = gap === 0 || own ? undefined : PARTICLE_FORMS.get(`${token.lower} ${at(reading, v + gap).lower}`);
    const verb = pair ?? CUE_FORMS.get(token.lower);
    if (verb === undefined || token.tag === "name" || !usedAsVerb(reading, sentence, v, verb)) continue;
    const end = pair === undefined ? v + 1 : v + gap + 1;
    const made = attributionAt(reading, sentence, index, v, end, verb, previous);
    if (made === null) continue;
    found.push(made);
    // Coordination takes up a source of this level, not one inside a content.
    const at0 = spanOf(reading, made.source?.from ?? 0, made.source?.to ?? 0)?.[0] ?? -1;
    const inside: boolean = previous !== null && previous.content.some(([from, to]) => from <= at0 && at0 < to);
    if (!inside) previous = made;
  }
}

/** How far behind the verb its particle would stand: "pointed out", "made it clear"; 0 for a verb that takes none. */
function particleGap(reading: Reading, sentence: Sentence, v: number): number {
  if (v + 1 >= sentence.last || !BEFORE_PARTICLE.has(at(reading, v).lower)) return 0;
  const it = at(reading, v + 1).lower === "it" && v + 2 < sentence.last;
  return it && PARTICLE_FORMS.has(`${at(reading, v).lower} ${at(reading, v + 2).lower}`) ? 2 : 1;
}

/** A poll that "shows a lead" says so; a mayor who "shows a map" does not. */
function byStudy(reading: Reading, sentence: Sentence, group: number, after: number, verb: CueVerb): CueVerb {
  if (!/^(?:show|find|indicate|suggest|reveal|demonstrate|illustrate|calculate|estimate|put)$/.test(verb.lemma))
    return verb;
  const from = Math.max(0, group - 8);
  if (verb.lemma === "put") {
    const value = nextOf(
      reading,
      after,
      Math.min(sentence.last, after + 10),
      (t) => t.lower === "at" || t.tag === "stop",
    );
    return value < Math.min(sentence.last, after + 10) && at(reading, value).lower === "at"
      ? { ...verb, frames: "f" }
      : verb;
  }
  const study = nextOf(reading, from, group, (t) =>
    /^(?:poll|polls|survey|surveys|study|studies|data|report|reports|research|analysis|review|figures|documents|records|average|investigation|audit|statistics)$/.test(
      t.lower,
    ),
  );
  return study < group ? { ...verb, frames: `co${verb.frames}` } : verb;
}

function besideNoun(reading: Reading, sentence: Sentence, v: number, verb: CueVerb): boolean {
  const next = v + 1 < sentence.last ? at(reading, v + 1) : null;
  // "the senator called on members to leave" is active.
  if (next !== null && verb.prepositions.includes(next.lower)) return false;
  const before = v > sentence.first ? at(reading, v - 1).tag : "stop";
  if (before !== "noun") return false;
  const that = nextOf(reading, v, Math.min(sentence.last, v + 10), (t) => t.lower === "that");
  if (that < Math.min(sentence.last, v + 10) && !hasFinite(reading, sentence.first, v)) return false;
  // Where there is no other verb, the participle is the verb itself, read wrongly.
  if (!hasFinite(reading, sentence.first, v) && !hasFinite(reading, v + 1, sentence.last)) return false;
  if (next === null || next.lower === "that" || next.tag === "quote" || next.tag === "pronoun") return false;
  // The parser knows a verb that the tagger took for a participle.
  return !reading.parse(sentence) || !/^(?:root|ccomp|conj|parataxis)$/.test(at(reading, v).relation ?? "");
}

/** "What the clerk told the paper was that …": what stands behind the verb of being. */
function cleftAt(reading: Reading, sentence: Sentence, subject: Range, end: number): RightSide | null {
  if (subject.from <= sentence.first || at(reading, subject.from - 1).lower !== "what") return null;
  const limit = Math.min(sentence.last - 2, end + 16);
  const be = nextOf(reading, end, limit, (t) => /^(?:is|was)$/.test(t.lower) && t.quote === -1);
  if (be >= limit) return null;
  const next = at(reading, be + 1);
  if (next.tag === "quote") return { kind: "quote", from: be + 1, addressee: null };
  if (next.lower === "that") return { kind: "that", from: be + 1, addressee: null };
  const colon = nextOf(reading, be, Math.min(limit, be + 4), (t) => t.tag === "colon");
  return colon < Math.min(limit, be + 4) ? { kind: "colon", from: colon + 1, addressee: null } : null;
}

/** Where the last infinitive of a verb group begins; the group's own begin where it has none. */
function lastTo(reading: Reading, group: number, v: number): number {
  for (let i = v - 1; i > group; i -= 1) if (at(reading, i).tag === "to") return i;
  return group;
}

function isBare(right: RightSide, verb: CueVerb): boolean {
  return right.kind === "object" && !/[cqfp]/.test(verb.frames) && verb.prepositions.length === 0;
}

function attributionAt(
  reading: Reading,
  sentence: Sentence,
  index: number,
  v: number,
  end: number,
  verb: CueVerb,
  previous: Found | null,
): Found | null {
  const group = verbGroupStart(reading, sentence, v);
  // "is understood to have hinted" is active, "is said to have been told" passive.
  const core = lastTo(reading, group, v);
  const passive = verb.form === "past" && hasBe(reading, core, v);
  const spoken = !verb.frames.includes("m");
  const cue: Range = { from: firstVerbal(reading, group, v), to: end };
  const signals = signalsOf(reading, group, v, verb);
  const addressed =
    verb.frames.includes("a") && !passive
      ? addresseeEnd(reading, end, sentence.last, isAudience(reading, end) ? [] : verb.prepositions)
      : end;
  const addressee = addressed > end ? { from: end, to: addressed } : null;
  const make = (
    rule: Found["rule"],
    source: Range | null,
    content: readonly Span[],
    more: readonly RemarkSignal[] = [],
  ): Found | null => {
    if (content.length === 0) return null;
    const made = { rule, sentence: index, source, cue: [cue], content, signals, via: [], spoken, addressee };
    return { ...made, signals: [...signals, ...more, ...forceOf(reading, sentence, made, group, v)] };
  };

  // "a guard who asked not to be named": no request that is news.
  const unnamed = verb.lemma === "ask" || verb.lemma === "request" || verb.lemma === "decline" || verb.lemma === "want";
  const limit = Math.min(sentence.last, end + 5);
  if (unnamed && nextOf(reading, end, limit, (t) => /^(?:named|identified)$/.test(t.lower)) < limit) return null;
  // "a group called the Anvil", "chemicals found in the well": a participle beside its noun.
  if (
    verb.form === "past" &&
    at(reading, v).pos === "VBN" &&
    group === v &&
    !verb.frames.includes("c") &&
    besideNoun(reading, sentence, v, verb)
  )
    return null;
  if (passive && verb.lemma === "know" && v - 3 > sentence.first && /^lets?$/.test(at(reading, v - 3).lower)) {
    // "has let it be known that …"
    const who = nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, v - 3));
    const told = rightSide(reading, sentence, end, { prepositions: [], frames: "t" });
    if (who === null) return null;
    if (told !== null) return make("right", who, contentRight(reading, sentence, told, v));
    // "The convoy turned back, the ministry let it be known through the agency."
    const before = leftSide(reading, sentence, who.from);
    return before === null ? null : make("left", who, before.spans);
  }
  if (passive) return passiveAt(reading, sentence, v, verb, group, make);
  const side = rightSide(reading, sentence, end, byStudy(reading, sentence, group, end, verb));
  if (side?.kind === "quote" && isTitle(reading, verb.lemma, at(reading, side.from).quote)) return null;
  const right =
    side?.kind === "object" && side.from === end && lacksPredicate(reading, sentence, verb.lemma, end) ? null : side;

  if (verb.form === "ing" && !hasBe(reading, group, v)) {
    if (right === null) return null;
    const overheard = perceivedAt(reading, sentence, group);
    const source = overheard?.subject ?? participleSubject(reading, sentence, group, previous);
    if (right.kind === "object" && !spoken) return null;
    const told = source === null ? null : make("participle", source, contentRight(reading, sentence, right, v));
    const via = overheard?.hearer ?? null;
    return told === null ? null : { ...told, object: right.kind === "object", via: via === null ? [] : [via] };
  }

  // "met them to discuss": the doer is the subject of the main verb; "failed to say" says nothing.
  const purpose = at(reading, group).tag === "to";
  if (nextOf(reading, group, v, (t) => /^(?:fail|declin|refus)(?:e|s|es|ed|ing)?$/.test(t.lower)) < v) return null;
  const subject = purpose
    ? purposeSubject(reading, sentence, group)
    : (contractedSubject(reading, group) ?? nounPhraseBefore(reading, sentence, group));
  // "had rung the station to report a body"
  const called =
    purpose && nextOf(reading, Math.max(sentence.first, group - 12), group, (t) => CALLED.test(t.lower)) < group;
  if (purpose && (!spoken || right?.kind === "infinitive" || (right?.kind === "object" && !called))) return null;
  const heard = heardAt(reading, sentence, index, v, verb, subject, cue);
  if (heard !== null) return heard;
  const place: VerbPlace = { v, group, end, verb, subject, right };
  const relative = relativeContent(reading, sentence, place);
  if (relative !== null) return make("relative", subject, relative);
  const learned = right === null && /^(?:understand|learn|hear|find|establish|show|have|calculate)$/.test(verb.lemma);
  const as = subject !== null && subject.from > sentence.first && at(reading, subject.from - 1).lower === "as";
  const left =
    /[cq]/.test(verb.frames) || learned || (as && right?.kind === "object")
      ? leftAt(reading, sentence, place, spoken, make)
      : null;
  if (left !== null) return left;
  const cleft = right === null && subject !== null ? cleftAt(reading, sentence, subject, end) : null;
  if (cleft !== null) return make("right", subject, contentRight(reading, sentence, cleft, v));
  if (right === null) return null;
  // "a keeper who knows how to whistle" is described, not reported.
  if (!spoken && subject !== null && /^(?:who|which)$/.test(at(reading, subject.to - 1).lower) && right.kind !== "that")
    return null;
  // "a law that calls for rest" says nothing; "a letter that says …" does.
  if (subject !== null && at(reading, subject.to - 1).lower === "that" && !/^(?:that|clause|quote)$/.test(right.kind))
    return null;
  if (verb.lemma === "know" && right.from + 1 < sentence.last && at(reading, right.from + 1).tag === "to") return null;
  let source = subject;
  if (source === null) {
    // "… visited the town and said": the subject of the first verb.
    const before = group > sentence.first ? at(reading, group - 1) : null;
    if (
      before === null ||
      !/^(?:and|but|then|comma|adverb|noun|name|past)$/.test(before.lower === "but" ? "but" : before.tag)
    )
      return null;
    if (!spoken && !/^(?:and|but)$/.test(before.lower)) return null;
    source =
      innerSubject(reading, sentence, v, previous) ??
      (previous !== null && previous.cue.every((c) => c.to <= group)
        ? previous.source
        : mainSubject(reading, sentence, sentence.first, group));
    if (source === null) return null;
  }
  const made = make("right", source, contentRight(reading, sentence, right, v));
  return made === null
    ? null
    : { ...made, addressee: right.addressee ?? made.addressee ?? null, bare: isBare(right, verb) };
}
