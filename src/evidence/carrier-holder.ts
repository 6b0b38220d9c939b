import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { HOLDS } from "./carrier-words.ts";
import { carrierName } from "./carrier.ts";
import type { Found } from "./found.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import type { Papers } from "./paper.ts";
import { verbGroupStart } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** "The Gazette has a document in which the inspector writes …", "Television has him saying …": who shows it. */
export function holderOf(
  reading: Reading,
  sentence: Sentence,
  one: Found,
  first: number | undefined,
  papers: Papers,
): string | null {
  const cue = (one.cue.at(-1)?.to ?? 0) - 1;
  if (one.rule === "citing" || first === undefined || first >= cue) return null;
  if (!reading.parse(sentence)) return null;
  for (const from of [cue, relativeSource(reading, one)]) {
    let top = from === -1 ? -1 : at(reading, from).head;
    for (let steps = 0; top >= sentence.first && steps < 40; steps += 1) {
      const token = at(reading, top);
      if (
        HOLDS.test(token.lower) &&
        (token.tag !== "noun" || token.lower === "broadcast") &&
        !(one.cue[0]?.from === top)
      ) {
        const subject = subjectOf(reading, sentence, top);
        const name = subject === null ? null : (papers.ownerOf(subject) ?? papers.nameOf(subject));
        if (name !== null) return name;
        // "The chairman read out a message from the envoy, who wrote …"
        if (subject !== null && PASSES.test(token.lower) && token.tag !== "noun" && isOther(reading, subject))
          return carrierName(reading.text.slice(at(reading, subject.from).start, at(reading, subject.to - 1).end));
      }
      top = token.head;
    }
  }
  return shownIn(reading, sentence, one, first, papers);
}

/** Whoever does this with another's words passes them on, paper or not. */
const PASSES = /^(?:read|reads|cited|cites|quoted|quotes|relayed|relays|forwarded|recounted|paraphrased|summarised)$/;

/** A noun phrase, and no pronoun. */
function isOther(reading: Reading, { from, to }: Range): boolean {
  return to > from && at(reading, from).tag !== "pronoun" && /^(?:noun|name)$/.test(at(reading, to - 1).tag);
}

/** "an interview with a boatman, who said …": the noun that the source's "who" stands for; -1 where there is none. */
function relativeSource(reading: Reading, { source }: Found): number {
  if (source === null || !/^(?:who|which)$/.test(at(reading, source.to - 1).lower)) return -1;
  let i = source.to - 2;
  while (i > source.from && at(reading, i).tag === "comma") i -= 1;
  return i;
}

/** "Channel 8 broadcast an interview on Sunday in which the bishop said …", where the verb was read as a noun. */
function shownIn(reading: Reading, sentence: Sentence, one: Found, verb: number, papers: Papers): string | null {
  const before = (one.source?.from ?? 0) - 1;
  if (before <= verb || !/^(?:which|where)$/.test(at(reading, before).lower)) return null;
  for (let i = verb + 1; i < before; i += 1)
    if (/^(?:past|verb|auxiliary|modal)$/.test(at(reading, i).tag) || at(reading, i).tag === "quote") return null;
  const subject = nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, verb));
  return subject === null ? null : (papers.ownerOf(subject) ?? papers.nameOf(subject));
}

/** The parsed subject of a verb; of a participle that of the verb it hangs on. */
function subjectOf(reading: Reading, sentence: Sentence, verb: number): Range | null {
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = at(reading, i);
    if (token.head !== verb || token.relation !== "nsubj") continue;
    let from = i;
    while (from > sentence.first && at(reading, from - 1).head <= i && isUnder(reading, from - 1, i)) from -= 1;
    let to = i + 1;
    while (to < verb && isUnder(reading, to, i) && at(reading, to).tag !== "comma") to += 1;
    return { from, to };
  }
  const { head, relation } = at(reading, verb);
  return relation === "advcl" && head >= sentence.first ? subjectOf(reading, sentence, head) : null;
}

function isUnder(reading: Reading, i: number, top: number): boolean {
  let walk = i;
  for (let steps = 0; walk >= 0 && steps < 12; steps += 1) {
    if (walk === top) return true;
    walk = at(reading, walk).head;
  }
  return false;
}
