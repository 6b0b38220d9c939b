import type { Span } from "../model/span.ts";
import { clauseEnd, nounClauseEnd, objectEnd } from "./content-end.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/**
 * Content from token `right.from` to where it ends, or to the end of a quotation that runs on beyond the sentence.
 * `cue`: the word that governs it.
 */
export function spansFrom(reading: Reading, sentence: Sentence, right: RightSide, cue: number): Span[] {
  const first = at(reading, right.from);
  // "the remark that “nobody starves here” drew laughter": the quotation is all of it.
  const inner = at(reading, cue).tag === "noun" && right.kind === "that" ? reading.tokens[right.from + 1] : undefined;
  const told = inner?.tag === "quote" ? reading.quotes[inner.quote] : undefined;
  if (told !== undefined && told.end - told.start > 20) return joined([[first.start, told.end]]);
  const last = withoutStop(reading, right.from, sentence.last);
  const end =
    at(reading, cue).tag === "noun" && right.kind === "that" ? nounClauseEnd(reading, right.from, last) : last;
  if (right.kind === "quote" || (right.kind === "colon" && first?.tag === "quote")) {
    const quotation = reading.quotes[first.quote];
    if (quotation === undefined) return [];
    const rest = nextOf(reading, right.from, sentence.last, (t) => t.start >= quotation.end);
    const follows = rest < sentence.last ? at(reading, rest) : null;
    // “… a disaster” for the country: the sentence goes on as content.
    const goesOn =
      follows !== null &&
      !/^(?:comma|stop|dash|colon|subordinator)$/.test(follows.tag) &&
      rest < end &&
      !/^(?:and|but|while)$/.test(follows.lower);
    return joined([
      [first.start, quotation.end],
      goesOn ? spanOf(reading, rest, objectEnd(reading, sentence, rest - 1, end, cue, "object")) : null,
    ]);
  }
  const to =
    right.kind === "object" || right.kind === "infinitive"
      ? objectEnd(reading, sentence, right.from, end, cue, right.kind)
      : clauseEnd(reading, sentence, right.from, end, cue);
  // "scolded him: “…”"
  const quoted =
    to + 1 < last && right.kind === "object" && at(reading, to).tag === "colon" ? at(reading, to + 1) : null;
  const spoken = quoted?.tag === "quote" ? reading.quotes[quoted.quote] : undefined;
  if (spoken !== undefined) return [[spoken.start, spoken.end]];
  return joined([withRunningQuote(reading, right.from, to)]);
}

/** The span of `[from, to)`, lengthened to the end of a quotation that its last token stands in. */
function withRunningQuote(reading: Reading, from: number, to: number): Span | null {
  const span = spanOf(reading, from, to);
  if (span === null) return null;
  const last = at(reading, to - 1);
  const quotation =
    last.quote === -1 || last.quote === at(reading, from).quote ? undefined : reading.quotes[last.quote];
  return [span[0], Math.max(span[1], quotation?.end ?? 0)];
}
