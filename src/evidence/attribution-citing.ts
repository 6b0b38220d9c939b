import { isSomebody } from "./antecedent.ts";
import { sayingAt } from "./attribution-passive.ts";
import { spansFrom } from "./content.ts";
import { after } from "./continuation.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { hasFinite, leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { rightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { INSTITUTIONS } from "./source-words.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const CITES = new Set("citing quoting cited quoted cites quotes cite quote".split(" "));
const MAY_CITE = wordFilterOf([...CITES, "from"]);

/**
 * Attributions to whom somebody cites. `found`: those of the same sentence so far; "A said C, citing B" gives B the
 * content C, through A.
 */
export function citingAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i + 1 < sentence.last; i += 1) {
    if (!MAY_CITE.mayBe(reading.forms, i)) continue;
    const token = at(reading, i);
    const had = token.lower === "from" && token.quote === -1 ? hadFrom(reading, sentence, index, i, found) : null;
    if (had !== null) {
      found.push(had);
      continue;
    }
    if (token.quote !== -1 || !CITES.has(token.lower) || token.tag === "name") continue;
    const next = at(reading, i + 1).lower;
    if (next === "by" || next === "as" || next === "in") continue;
    // "citing what it called two officers"
    const named = next === "what" && /^(?:called|described)$/.test(reading.tokens[i + 3]?.lower ?? "") ? i + 4 : i + 1;
    const phrase = nounPhraseAfter(reading, sentence, named);
    if (phrase === null) continue;
    const comma = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma");
    // "Citing two dockers, the Courier said …": what follows the comma is no apposition.
    const source = i === sentence.first && comma > phrase.from ? { from: phrase.from, to: comma } : phrase;
    const made = citedAt(reading, sentence, index, i, source, found);
    if (made === null) continue;
    // It takes the place of what the rules for verbs made of the same word.
    const same = found.findIndex((one) => one.cue.some((c) => c.from <= i && i < c.to));
    if (same !== -1) found.splice(same, 1);
    found.push(made);
  }
}

/** "has it from a clerk that …", "the Courier, which had it from a clerk, said …": what the clerk told, through whom. */
function hadFrom(
  reading: Reading,
  sentence: Sentence,
  index: number,
  i: number,
  found: readonly Found[],
): Found | null {
  const it = at(reading, i - 1);
  if (i - 3 < sentence.first || !/^(?:it|this|that|word|news)$/.test(it.lower)) return null;
  if (!/^(?:has|have|had|heard|got|learned)$/.test(at(reading, i - 2).lower)) return null;
  const group = verbGroupStart(reading, sentence, i - 2);
  const hearer = nounPhraseBefore(reading, sentence, group);
  const phrase = nounPhraseAfter(reading, sentence, i + 1);
  if (hearer === null || phrase === null) return null;
  const to = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma");
  const close = nextOf(reading, to, Math.min(sentence.last, to + 12), (t) => t.lower === "that");
  const main = found.find(
    (one) => one.source !== null && one.source.from <= hearer.from && (one.cue[0]?.from ?? 0) > i,
  );
  const told = rightSide(reading, sentence, to, { prepositions: [], frames: "t" });
  const right =
    told ?? (close < Math.min(sentence.last, to + 12) ? { kind: "that" as const, from: close, addressee: null } : null);
  const content =
    main === undefined ? (right === null ? [] : spansFrom(reading, sentence, right, i - 2)) : main.content;
  if (content.length === 0) return null;
  const who = main?.source ?? hearer;
  return {
    rule: "citing",
    sentence: index,
    source: { from: phrase.from, to },
    cue: [{ from: i - 2, to: i + 1 }],
    content,
    signals: [],
    via:
      main === undefined
        ? [hearer]
        : [...main.via, trimmedName(reading, { from: who.from, to: Math.min(who.to, i - 2) })],
    spoken: true,
  };
}

function citedAt(
  reading: Reading,
  sentence: Sentence,
  index: number,
  i: number,
  source: Range,
  found: readonly Found[],
): Found | null {
  const make = (cue: Found["cue"], content: Found["content"], via: readonly Range[]): Found | null =>
    content.length === 0
      ? null
      : { rule: "citing", sentence: index, source, cue, content, signals: [], via, spoken: true };
  const participle = at(reading, i).lower.endsWith("ing");
  const group = verbGroupStart(reading, sentence, i);
  const subject = participle ? null : nounPhraseBefore(reading, sentence, group);
  const as = nextOf(
    reading,
    source.to,
    Math.min(sentence.last, source.to + 10),
    (t) => t.lower === "as" || t.tag === "comma",
  );
  const saying = sayingAt(reading, sentence, as);
  if (saying !== null) {
    const who = subject ?? mainSubject(reading, sentence, sentence.first, i);
    const cue = [
      { from: i, to: i + 1 },
      { from: as, to: as + 2 },
    ];
    return make(cue, spansFrom(reading, sentence, saying, as + 1), who === null ? [] : [who]);
  }
  if (as < source.to + 10 && CUE_FORMS.get(reading.tokens[as + 1]?.lower ?? "")?.form === "ing") {
    // "…, the Courier quoted her as saying."
    const who = subject ?? null;
    const before = who === null ? null : leftSide(reading, sentence, who.from);
    const cue = [
      { from: i, to: i + 1 },
      { from: as, to: as + 2 },
    ];
    if (who !== null && before !== null)
      return make(cue, [...before.spans, ...after(reading, sentence, as + 2)], [who]);
  }
  const colon =
    source.to + 1 < sentence.last && at(reading, source.to).tag === "colon" ? at(reading, source.to + 1) : null;
  const spoken = colon?.tag === "quote" ? reading.quotes[colon.quote] : undefined;
  if (spoken !== undefined && subject !== null)
    return make([{ from: i, to: i + 1 }], [[spoken.start, spoken.end]], [subject]);
  // The remark that this belongs to: the last before it, or the first behind "A, citing B, said".
  const cited = participle || (subject !== null && /^(?:which|who)$/.test(at(reading, subject.to - 1).lower));
  if (!cited || !canSpeak(reading, source)) return null;
  const behind = found.filter((one) => one.rule !== "noun" && one.source !== null);
  const main =
    (i === sentence.first ? behind.find((one) => (one.source?.from ?? 0) >= source.to) : undefined) ??
    behind.find((one) => one.source !== null && one.source.from < i && (one.cue[0]?.from ?? 0) > i) ??
    behind.findLast((one) => (one.cue.at(-1)?.to ?? 0) <= i && one.rule !== "adjective");
  const cue = [{ from: i, to: i + 1 }];
  if (main !== undefined && main.source !== null) {
    const { from } = main.source;
    const who = { from, to: i > from ? Math.min(main.source.to, i) : main.source.to };
    return make(cue, main.content, [...main.via, trimmedName(reading, who)]);
  }
  const left = withoutStop(reading, sentence.first, i);
  const carrier = mainSubject(reading, sentence, sentence.first, i);
  return hasFinite(reading, sentence.first, left)
    ? make(cue, joined([spanOf(reading, sentence.first, left)]), carrier === null ? [] : [carrier])
    : null;
}

/** Without "which" and commas at its end. */
function trimmedName(reading: Reading, { from, to }: Range): Range {
  let end = to;
  while (
    end > from + 1 &&
    (/^(?:comma|wh|dash)$/.test(at(reading, end - 1).tag) || at(reading, end - 1).lower === "which")
  )
    end -= 1;
  return { from, to: end };
}

const SPEAKERS =
  /^(?:officials?|sources?|people|persons?|spokes(?:man|woman|person|people)|witness(?:es)?|documents?|reports?|statements?|agenc(?:y|ies)|authorit(?:y|ies)|police|ministr(?:y|ies)|medics?|doctors?|diplomats?|experts?|analysts?|residents?|media|newspapers?|papers?|data|stud(?:y|ies)|surveys?|polls?|emails?|letters?|interviews?|briefings?|lawyers?|prosecutors?|military|army|intelligence|figures|research|records?|minutes|recordings?|memos?|dispatch(?:es)?|articles?)$/;
/** Grounds that are given, as against somebody who says it. */
const GROUNDS =
  /^(?:reasons?|concerns?|fears?|costs?|risks?|lack|need|weather|conditions|security|safety|rules?|laws?|article|section|damage|shortages?|delays?|health|threats?|pressure|differences|difficulties|problems?|issues?|possibility|danger|example|examples)$/;

/** Is it somebody or something that tells, as against a reason that is given? */
function canSpeak(reading: Reading, source: Range): boolean {
  const head = reading.tokens.slice(source.from, source.to);
  const border = head.findIndex((t, k) => k > 0 && (t.tag === "preposition" || t.tag === "comma" || t.tag === "wh"));
  const words = border === -1 ? head : head.slice(0, border);
  if (words.some((t) => SPEAKERS.test(t.lower))) return true;
  const last = words.at(-1);
  if (last === undefined || GROUNDS.test(last.lower)) return false;
  if (words.every((t) => t.capital || t.tag === "determiner")) return true;
  if (INSTITUTIONS.has(last.lower) || last.lower === "media") return true;
  if (isSomebody(reading, { from: source.from, to: source.from + words.length })) return true;
  // "a coastguard lieutenant", "a hospital porter": one person is given with an article or a number.
  return (
    words.length >= 2 &&
    /^(?:a|an|two|three|four|five|several|one|another)$/.test(words[0]?.lower ?? "") &&
    last.tag === "noun"
  );
}
