import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import type { Found } from "./found.ts";
import { rightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { nextOf, verbGroupStart } from "./subject.ts";
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
    if (verb === undefined || quotation === undefined || !RELAYED.test(verb.lemma)) continue;
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
    const source =
      hasBe(reading, group, v) || at(reading, group).tag === "to" ? null : nounPhraseBefore(reading, sentence, group);
    const right = source === null ? null : rightSide(reading, sentence, v + 1, verb);
    if (
      source === null ||
      right === null ||
      right.kind !== "that" ||
      source.to - source.from < 2 - Number(at(reading, source.from).tag === "name")
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
