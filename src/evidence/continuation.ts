import type { Span } from "../model/span.ts";
import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-verbs.ts";
import { joined, withoutStop } from "./found.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "./sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "./tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** A quotation that goes on after the cue: `“…,” she said, “…”` and `“…,” she said. “…”`. */
export function after(reading: Reading, sentence: Sentence, from: number): Span[] {
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

export function contentRight(reading: Reading, sentence: Sentence, right: RightSide, v: number): Span[] {
  const spans = spansFrom(reading, sentence, right);
  const lastEnd = spans.at(-1)?.[1] ?? 0;
  const sentenceEnd = at(reading, withoutStop(reading, v, sentence.last) - 1)?.end ?? 0;
  const quoted = right.kind === "quote" || right.kind === "colon";
  return quoted && lastEnd >= sentenceEnd
    ? joined([...spans, ...after(reading, { ...sentence, first: sentence.last }, sentence.last)])
    : spans;
}
