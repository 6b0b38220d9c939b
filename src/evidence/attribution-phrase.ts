import type { Span } from "../model/span.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { clauseStart, hasFinite, leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Attributions by "according to". */
export function phraseAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1) continue;
    const next = i + 1 < sentence.last ? at(reading, i + 1) : null;
    let made: Found | null = null;
    if (token.lower === "according" && next?.lower === "to") made = accordingAt(reading, sentence, index, i, i + 2);
    if (made !== null) found.push(made);
  }
}

/** "According to NP, content" and "content, according to NP(, more content)". */
function accordingAt(reading: Reading, sentence: Sentence, index: number, cue: number, from: number): Found | null {
  const source = sourceAfter(reading, sentence, from);
  if (source === null) return null;
  const end = withoutStop(reading, from, sentence.last);
  const inner =
    cue >= sentence.first + 2 && at(reading, cue - 1).tag === "comma" && at(reading, cue - 2).lower === "that";
  const start = inner ? cue : clauseStart(reading, sentence, cue);
  const left = withoutStop(reading, start, cue);
  const right = source.to < end && at(reading, source.to).tag === "comma" ? source.to + 1 : source.to;
  const content: (Span | null)[] = [];
  if (left - start >= 2) {
    const quoted = leftSide(reading, sentence, cue);
    if (quoted?.quoted === true) content.push(...quoted.spans);
    content.push(spanOf(reading, start, left));
    // The sentence goes on behind a parenthesis: ", according to him, …".
    if (
      at(reading, source.to)?.tag === "comma" &&
      source.to + 1 < end &&
      !/^(?:and|but|who|which)$/.test(at(reading, source.to + 1).lower)
    ) {
      content.push(spanOf(reading, source.to + 1, end));
    }
  } else content.push(spanOf(reading, right, end));
  const spans = joined(content);
  if (spans.length === 0) return null;
  return {
    rule: "according",
    sentence: index,
    source,
    cue: [{ from: cue, to: from }],
    content: spans,
    signals: [],
    via: [],
    spoken: true,
  };
}

/** The source of "according to": up to a comma, unless an apposition follows that comma. */
function sourceAfter(reading: Reading, sentence: Sentence, from: number): Range | null {
  const comma = nextOf(
    reading,
    from,
    Math.min(sentence.last, from + 30),
    (t) => t.tag === "comma" || t.tag === "stop" || t.tag === "dash" || t.tag === "colon" || t.tag === "quote",
  );
  const phrase = nounPhraseAfter(reading, sentence, from);
  if (phrase === null) return null;
  const inner =
    from >= sentence.first + 4 && at(reading, from - 3).tag === "comma" && at(reading, from - 4).lower === "that";
  const starts = inner || from === sentence.first + 2;
  // At the head of a sentence the comma ends the source: what follows is content.
  // "According to Norrpress, which quoted the union, the captain …"
  const clause =
    comma + 2 < sentence.last &&
    (/^(?:who|which|whom|whose)$/.test(at(reading, comma + 1).lower) ||
      (at(reading, comma + 1).tag === "past" && /^(?:by|to|in|on)$/.test(at(reading, comma + 2).lower)));
  const close = clause ? nextOf(reading, comma + 2, Math.min(sentence.last, comma + 24), (t) => t.tag === "comma") : -1;
  if (starts && clause && close < Math.min(sentence.last, comma + 24)) return { from, to: close };
  if (starts && comma > from && comma < sentence.last && at(reading, comma).tag === "comma") return { from, to: comma };
  return comma > from && comma < phrase.to + 12 && !hasFinite(reading, phrase.to, comma)
    ? { from, to: Math.max(comma, phrase.to) }
    : phrase;
}
