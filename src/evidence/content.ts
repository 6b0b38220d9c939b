import type { Span } from "../model/span.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import { clauseAt } from "./right-side.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Content from token `from` to the sentence's end, or to the end of a quotation that runs on beyond it. */
export function spansFrom(reading: Reading, sentence: Sentence, right: RightSide): Span[] {
  const first = at(reading, right.from);
  const end = withoutStop(reading, right.from, sentence.last);
  if (right.kind === "quote" || (right.kind === "colon" && first?.tag === "quote")) {
    const quotation = reading.quotes[first.quote];
    if (quotation === undefined) return [];
    const rest = nextOf(reading, right.from, sentence.last, (t) => t.start >= quotation.end);
    const follows = rest < sentence.last ? at(reading, rest) : null;
    // “… a disaster” for the country: the sentence goes on as content.
    const goesOn =
      follows !== null &&
      !/^(?:comma|stop|dash|colon)$/.test(follows.tag) &&
      rest < end &&
      !/^(?:and|but|while)$/.test(follows.lower);
    return joined([[first.start, quotation.end], goesOn ? spanOf(reading, rest, end) : null]);
  }
  const to =
    right.kind === "object" || right.kind === "infinitive"
      ? objectEnd(reading, right.from, end)
      : clauseEnd(reading, right.from, end);
  return joined([withRunningQuote(reading, right.from, to)]);
}

/** Where a noun phrase or infinitive as content ends: before ", who …", ", but …", "after he …". */
function objectEnd(reading: Reading, from: number, end: number): number {
  for (let i = from + 1; i < end; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1) continue;
    if (token.tag === "dash") return i;
    const next = i + 1 < end ? at(reading, i + 1) : null;
    if (next === null) break;
    if (
      token.tag === "comma" &&
      (/^(?:who|which|but|as|while|after|when|before|where|although|though|whose|because|even)$/.test(next.lower) ||
        next.tag === "ing")
    )
      return i;
    if (/^(?:after|while|during|when|before|because|although|though|but)$/.test(token.lower)) return i;
    if (token.lower === "as" && clauseAt(reading, i + 1, Math.min(end, i + 5))) return i;
    if (
      token.lower === "and" &&
      (next.tag === "past" || next.tag === "verb" || next.tag === "auxiliary" || next.tag === "modal")
    )
      return i;
  }
  return end;
}

/** A clause as content ends where ", but stopped short of …" takes up the source's own doing again. */
function clauseEnd(reading: Reading, from: number, end: number): number {
  for (let i = from + 3; i + 2 < end; i += 1) {
    if (at(reading, i).text === ";" && at(reading, i).quote === -1) return i;
    if (at(reading, i).tag !== "comma" || at(reading, i).quote !== -1) continue;
    const next = at(reading, i + 1);
    if (next.lower === "but" && at(reading, i + 2).tag === "past") return i;
  }
  return end;
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
