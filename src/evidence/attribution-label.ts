import type { Found } from "./found.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** "NAME: what was said" at the start of a block: transcripts, interviews and headlines. */
export function labelAttributions(reading: Reading, found: Found[]): void {
  bylineAttributions(reading, found);
  for (let s = 0; s < reading.sentences.length; s += 1) {
    const sentence = reading.sentences[s] as Sentence;
    const previous = reading.sentences[s - 1];
    if (previous !== undefined && previous.block === sentence.block) continue;
    const made = labelAt(reading, sentence, s);
    if (made !== null) found.push(made);
  }
}

function labelAt(reading: Reading, sentence: Sentence, s: number): Found | null {
  let first = sentence.first;
  if (at(reading, first).tag === "quote") first += 1;
  let colon = first;
  while (colon < sentence.last && colon < first + 7 && at(reading, colon).tag !== "colon") {
    const token = at(reading, colon);
    if (!token.word || (!token.capital && !/^(?:of|the|and|for|'s)$/.test(token.lower))) return null;
    colon += 1;
  }
  if (colon === first || colon >= sentence.last || at(reading, colon).tag !== "colon") return null;
  if (
    colon === first + 1 &&
    /^(?:update|note|watch|read|photo|video|related|also|q|breaking|exclusive|correction|opinion|editorial|analysis)$/i.test(
      at(reading, first).text,
    )
  )
    return null;
  if (colon + 2 >= sentence.last) return null;
  // A headline's words before a colon are its subject, unless it is somebody whom the text names again.
  if ((s === 0 || colon - first > 2) && !namedAgain(reading, colon - 1, sentence.last)) return null;
  let last = sentence.last;
  for (
    let k = s + 1;
    k < reading.sentences.length && k < s + 60 && (reading.sentences[k] as Sentence).block === sentence.block;
    k += 1
  ) {
    last = (reading.sentences[k] as Sentence).last;
  }
  const content = joined([spanOf(reading, colon + 1, withoutStop(reading, colon + 1, last))]);
  if (content.length === 0) return null;
  return {
    rule: "label",
    sentence: s,
    source: { from: first, to: colon },
    cue: [{ from: colon, to: colon + 1 }],
    content,
    signals: [],
    via: [],
    spoken: true,
  };
}

function namedAgain(reading: Reading, name: number, from: number): boolean {
  const { text, tag } = at(reading, name);
  if (tag !== "name") return false;
  const to = Math.min(reading.tokens.length, from + 1500);
  for (let i = from; i < to; i += 1) if (at(reading, i).text === text && at(reading, i).tag === "name") return true;
  return from >= reading.tokens.length;
}

/** “What was said.” — Name, at the end of a block or line. */
function bylineAttributions(reading: Reading, found: Found[]): void {
  for (let s = 0; s < reading.sentences.length; s += 1) {
    const { first, last } = reading.sentences[s] as Sentence;
    for (let i = Math.max(first, 1); i < last - 1; i += 1) {
      const mark = at(reading, i - 1);
      const quotation = at(reading, i).tag === "dash" && mark.tag === "quote" ? reading.quotes[mark.quote] : undefined;
      if (quotation === undefined || mark.end !== quotation.end) continue;
      let to = i + 1;
      while (to < last && to < i + 9 && at(reading, to).word && at(reading, to).capital && !at(reading, to).line)
        to += 1;
      const next = reading.tokens[to];
      if (to === i + 1 || (next !== undefined && !next.line && next.tag !== "comma" && next.tag !== "stop")) continue;
      found.push({
        rule: "label",
        sentence: s,
        source: { from: i + 1, to },
        cue: [{ from: i, to: i + 1 }],
        content: [[quotation.start, quotation.end]],
        signals: [],
        via: [],
        spoken: true,
      });
    }
  }
}
