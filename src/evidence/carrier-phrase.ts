import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { mainSubject } from "./subject.ts";
import type { Papers } from "./paper.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Behind these and "by" stands who brought it to the public. */
const BROUGHT =
  /^(?:seen|obtained|carried|published|broadcast|aired|printed|seriali[sz]ed|quoted|cited|reviewed|viewed|leaked|shared|interviewed|asked|pressed|questioned|approached|contacted|reached|posted|released|run|relayed)$/;
const BEFORE_PAPER = /^(?:to|with|in|for|on|by|from)$/;

/**
 * Papers that carry a remark by a phrase beside it: "quoted by the Courier", "in a letter seen by the Times", "speaking
 * to Radio Oster", "in Tuesday's Ledger". Outermost first.
 */
export function phraseCarriers(reading: Reading, sentence: Sentence, one: Found, papers: Papers): string[] {
  const names: string[] = [];
  const holder = documentHolder(reading, sentence, one, papers);
  if (holder !== null) names.push(holder);
  for (let i = sentence.first; i + 1 < sentence.last; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1 || !BEFORE_PAPER.test(token.lower)) continue;
    if (one.content.some(([from, to]) => from <= token.start && token.start < to)) continue;
    const before = i > sentence.first ? at(reading, i - 1).lower : "";
    if (before === "according") continue;
    const brought = token.lower === "by" && BROUGHT.test(before);
    const spokeTo = /^(?:spoke|speaking|spoken|talked|talking|speaks|met)$/.test(before);
    const passive = brought || (one.source !== null && hasBrought(reading, one.source.from, i));
    const inSource = one.source !== null && one.source.from <= i && i < one.source.to;
    if ((token.lower === "by" && !brought) || (inSource && !passive && !spokeTo)) continue;
    const phrase = nounPhraseAfter(reading, sentence, i + 1);
    if (phrase === null) continue;
    const paper = papersIn(reading, phrase.from, phrase.to, papers);
    names.push(...paper);
  }
  return names;
}

/** "The Gazette has a document in which the inspector writes …" */
function documentHolder(reading: Reading, sentence: Sentence, one: Found, papers: Papers): string | null {
  const until = one.source?.from ?? sentence.first;
  for (let i = sentence.first + 2; i + 1 < until; i += 1) {
    if (at(reading, i).lower !== "in" || at(reading, i + 1).lower !== "which") continue;
    const subject = mainSubject(reading, sentence, sentence.first, i);
    return subject === null ? null : papers.nameOf(subject);
  }
  return null;
}

function hasBrought(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (BROUGHT.test(at(reading, i).lower)) return true;
  return false;
}

/** "the Courier", "a reporter from the Courier", "the Observer and TNA". */
function papersIn(reading: Reading, from: number, to: number, papers: Papers): string[] {
  const comma = Array.from({ length: to - from }, (_, k) => from + k).find((i) => at(reading, i).tag === "comma") ?? to;
  const owner = papers.ownerOf({ from, to: comma });
  if (owner !== null) return [owner];
  const name = papers.nameOf({ from, to: comma });
  return name === null ? [] : [name];
}

/** A source without what tells where it was quoted: "a statement | quoted by the Post". */
export function headOf(reading: Reading, source: Range): Range {
  for (let i = source.from + 1; i + 1 < source.to; i += 1) {
    const token = at(reading, i);
    const next = at(reading, i + 1);
    if (token.tag === "comma" && BROUGHT.test(next.lower)) return { from: source.from, to: i };
    if (/^(?:quoted|cited|seen|obtained|published|interviewed)$/.test(token.lower)) return { from: source.from, to: i };
  }
  return source;
}
