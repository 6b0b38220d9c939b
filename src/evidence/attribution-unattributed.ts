import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { clauseStart } from "./left-side.ts";
import type { Quotation } from "../language/quotes.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Shorter quotations are distance or a title, not speech of their own. */
const WORDS_MIN = 5;

const HEARSAY = /^(?:reportedly|allegedly|purportedly|supposedly)$/;

/** What somebody said, though the text does not say who: "reportedly", and quotations that no cue claims. */
export function unattributed(reading: Reading, found: readonly Found[]): Found[] {
  return [...hearsay(reading), ...orphans(reading, found)];
}

function hearsay(reading: Reading): Found[] {
  const made: Found[] = [];
  reading.sentences.forEach((sentence, s) => {
    const i = nextOf(reading, sentence.first, sentence.last, (t) => t.quote === -1 && HEARSAY.test(t.lower));
    if (i >= sentence.last) return;
    const end = nextOf(reading, i, withoutStop(reading, i, sentence.last), (t) => t.text === ";");
    const start = clauseStart(reading, sentence, i);
    const content = joined([spanOf(reading, start, i), spanOf(reading, i + 1, end)]);
    if (content.length > 0) made.push(nobody(s, "hearsay", [{ from: i, to: i + 1 }], content));
  });
  return made;
}

function orphans(reading: Reading, found: readonly Found[]): Found[] {
  const claimed = new Set<number>();
  const quoteAt = quoteIndex(reading);
  for (const one of found) for (const [from, to] of one.content) for (const q of quoteAt(from, to)) claimed.add(q);
  const made: Found[] = [];
  let s = 0;
  let i = 0;
  reading.quotes.forEach((quotation, q) => {
    while (i < reading.tokens.length && at(reading, i).start < quotation.start) i += 1;
    while (s + 1 < reading.sentences.length && (reading.sentences[s + 1] as Sentence).first <= i) s += 1;
    if (claimed.has(q) || !isSpeech(reading, i, quotation)) return;
    made.push(nobody(s, "orphan", [], [[quotation.start, quotation.end]]));
  });
  return made;
}

/** Indexes of the quotations that begin inside a span of text. */
function quoteIndex(reading: Reading): (from: number, to: number) => number[] {
  return (from, to) => {
    let low = 0;
    let high = reading.quotes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((reading.quotes[middle] as Quotation).end <= from) low = middle + 1;
      else high = middle;
    }
    const inside: number[] = [];
    for (let q = low; q < reading.quotes.length && (reading.quotes[q] as Quotation).start < to; q += 1) inside.push(q);
    return inside;
  };
}

/** A whole remark: enough words, no title with capitals, and an end of its own. */
function isSpeech(reading: Reading, from: number, quotation: Quotation): boolean {
  let words = 0;
  let capitals = 0;
  let long = 0;
  let last: Token | null = null;
  for (let i = from; i < reading.tokens.length && at(reading, i).start < quotation.inner[1]; i += 1) {
    const token = at(reading, i);
    if (token.word) words += 1;
    if (token.word && token.text.length > 3) {
      long += 1;
      if (token.capital) capitals += 1;
    }
    last = token;
  }
  return words >= WORDS_MIN && capitals * 2 < long + 1 && last !== null && /^(?:stop|comma|dash)$/.test(last.tag);
}

function nobody(sentence: number, rule: Found["rule"], cue: Found["cue"], content: Found["content"]): Found {
  return { rule, sentence, source: null, cue, content, signals: ["unattributed"], via: [], spoken: true };
}
