import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { BROUGHT } from "./carrier-words.ts";
import type { Found } from "./found.ts";
import type { Papers } from "./paper.ts";
import { mainSubject, nextOf } from "./subject.ts";

export const HOLDS =
  /^(?:has|have|had|obtained|obtains|read|reads|seen|saw|published|publishes|printed|prints|ran|runs|carried|carries|leaked|posted|broadcast|aired|released|reproduced|received)$/;

export const DOCUMENTS =
  /^(?:it|them|they|there|letter|document|report|memo|minutes|notes?|speech|statement|recording|transcript|diary|papers|interview|file|email|message|video|tape|footage|audio|film|clip|log|account|article|text|texts|emails|messages|letters|documents|papers|recordings|call|conversation)$/;

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const SAID =
  /^(?:pleas?|appeals?|statements?|interviews?|remarks?|comments?|words?|letters?|messages?|warnings?|claims?|accounts?|speech|denials?|apolog(?:y|ies)|answers?|repl(?:y|ies)|confession|testimony|conversation|talk)$/;
const SPOKE = /^(?:spoke|spoken|talked|interviewed|interviews|met|asked|questioned|telephoned|reached|rang)$/;

/** "he", "one of them": somebody of the sentence before. */
function isMeant(reading: Reading, { from, to }: Range): boolean {
  const last = at(reading, to - 1).lower;
  return to - from === 1
    ? /^(?:he|she|they|all|both|one|each|several|most|many|some|others|two|three|four|none)$/.test(last)
    : to - from <= 4 && /^(?:them|whom)$/.test(last);
}

/** "The Post has the minister's speech. In it, she says …": the paper that holds the document, from a sentence before. */
export function heldBefore(reading: Reading, one: Found, papers: Papers): string | null {
  const sentence = reading.sentences[one.sentence] as Sentence;
  const cue = one.cue[0]?.from ?? sentence.first;
  const source = one.source;
  const itself = source !== null && /^(?:it|they)$/.test(at(reading, source.from).lower);
  const start = nextOf(reading, sentence.first, cue, (t) => t.text === ";");
  const from = start < cue ? start + 1 : sentence.first;
  const inIt =
    from + 1 < cue &&
    /^(?:in|on)$/.test(at(reading, from).lower) &&
    DOCUMENTS.test(headWord(reading, from + 1, Math.min(cue, from + 4)));
  const answered = /^(?:repl(?:y|ies|ied)|answer(?:s|ed)|respond(?:s|ed))$/.test(
    reading.tokens[(one.cue[0]?.to ?? 0) - 1]?.lower ?? "",
  );
  const spoken = source !== null && ((from === sentence.first && isMeant(reading, source)) || answered);
  if (!itself && !inIt && !spoken) return null;
  const whole = { ...sentence, last: from };
  const before = from > sentence.first ? whole : reading.sentences[one.sentence - 1];
  if (before === undefined || before.block < sentence.block - 1) return null;
  const wrote = inIt && /^(?:his|her|their|its|the|this|that)$/.test(at(reading, from + 1).lower);
  if (wrote) {
    const sent = papers.within({ from: before.first, to: before.last });
    if (sent !== null) return sent;
  }
  const holds = (word: string): boolean => (spoken && SPOKE.test(word)) || ((itself || inIt) && HOLDS.test(word));
  const carried = (i: number): boolean =>
    spoken && HOLDS.test(at(reading, i).lower) && saysBehind(reading, i, before.last);
  const verb = nextOf(reading, before.first, before.last, (t) => t.tag !== "noun" && holds(t.lower));
  if (verb >= before.last) {
    for (let i = before.first; i < before.last; i += 1)
      if (at(reading, i).tag !== "noun" && carried(i)) return subjectPaper(reading, before, i, papers);
    return null;
  }
  const subject = mainSubject(reading, before, before.first, before.last);
  if (subject === null || subject.to > verb + 1) return null;
  return papers.nameOf(subject);
}

/** "carried a plea by the father": the object of the verb at `v` is somebody's saying. */
function saysBehind(reading: Reading, v: number, limit: number): boolean {
  for (let i = v + 1; i < Math.min(limit, v + 6); i += 1) {
    if (SAID.test(at(reading, i).lower)) return true;
    if (!/^(?:determiner|noun|name|possessive|number|adverb)$/.test(at(reading, i).tag)) return false;
  }
  return false;
}

/** The paper that is the subject of the verb at `v`, or the last of two. */
function subjectPaper(reading: Reading, sentence: Sentence, v: number, papers: Papers): string | null {
  const subject = mainSubject(reading, sentence, sentence.first, v + 1);
  if (subject === null || subject.to > v + 1) return null;
  return papers.nameOf(subject) ?? papers.within({ from: subject.from, to: subject.to });
}

function headWord(reading: Reading, from: number, to: number): string {
  let i = from;
  while (i + 1 < to && /^(?:determiner|possessive|noun)$/.test(at(reading, i + 1).tag)) i += 1;
  return at(reading, i).lower;
}

/** A document that this is done with comes to whom it is done. */
const LEAKED =
  /^(?:leaked|passed|given|sent|shown|handed|shared|provided|published|printed|posted|quoted|carried|broadcast|aired)$/;

/** A source without what tells where it was quoted: "a statement | quoted by the Post". */
export function headOf(reading: Reading, source: Range): Range {
  for (let i = source.from + 1; i + 1 < source.to; i += 1) {
    const token = at(reading, i);
    const next = at(reading, i + 1);
    if (token.tag === "comma" && (BROUGHT.test(next.lower) || next.tag === "wh")) return { from: source.from, to: i };
    if (
      BROUGHT.test(token.lower) &&
      token.tag === "past" &&
      /^(?:by|to|with|in|on)$/.test(next.lower) &&
      (next.lower === "by" || LEAKED.test(token.lower)) &&
      /^(?:determiner|name|possessive)$/.test(reading.tokens[i + 2]?.tag ?? "")
    ) {
      const to = i > source.from + 1 && at(reading, i - 1).tag === "and" ? i - 1 : i;
      return { from: source.from, to };
    }
    if (/^(?:quoted|cited|published|interviewed)$/.test(token.lower)) return { from: source.from, to: i };
    if (token.tag === "wh" && /^(?:spoke|talked|wrote)$/.test(next.lower)) return { from: source.from, to: i };
  }
  return source;
}
