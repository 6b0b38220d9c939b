import type { Span } from "../model/span.ts";
import { spansFrom } from "./content.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import { clauseStart, hasFinite } from "./left-side.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** A quotation that goes on after the cue: `“…,” she said, “…”` and `“…,” she said. “…”`. */
export function after(reading: Reading, sentence: Sentence, from: number): Span[] {
  const open = nextOf(reading, from, Math.min(sentence.last, from + 25), (t) => t.tag === "quote");
  if (open < Math.min(sentence.last, from + 25)) {
    const before = open > from ? at(reading, open - 1) : null;
    if (before !== null && !/^(?:comma|colon|dash|and)$/.test(before.tag) && before.lower !== "but") return [];
    const quotation = reading.quotes[at(reading, open).quote];
    // A quotation that goes on in the midst of a sentence begins with a small letter.
    const midst =
      quotation !== undefined && /^\p{Ll}/u.test(reading.text.slice(quotation.inner[0], quotation.inner[0] + 2));
    const cue = nextOf(reading, from, open, (t) => CUE_FORMS.has(t.lower)) < open;
    if (hasFinite(reading, from, open) || (cue && !midst)) return [];
    return quotation === undefined ? [] : [[quotation.start, quotation.end]];
  }
  const next = reading.tokens[sentence.last];
  if (next === undefined || next.tag !== "quote" || next.block) return [];
  const quotation = reading.quotes[next.quote];
  if (quotation === undefined || next.start !== quotation.start) return [];
  return followedByCue(reading, sentence.last, quotation.end) ? [] : [[quotation.start, quotation.end]];
}

/** "The test, the army said, was its biggest": the sentence without the parenthesis `[from, to)`. */
export function parentheticalAt(reading: Reading, sentence: Sentence, from: number, to: number): Span[] | null {
  let end = to;
  while (
    end < sentence.last &&
    end < to + 7 &&
    /^(?:noun|name|preposition|pronoun|determiner|to)$/.test(at(reading, end).tag)
  )
    end += 1;
  if (end + 2 >= sentence.last || at(reading, end).tag !== "comma" || from - 2 < sentence.first) return null;
  if (at(reading, from - 1).tag !== "comma" || at(reading, end + 1).quote !== -1) return null;
  const next = at(reading, end + 1);
  if (
    next.tag === "ing" ||
    next.tag === "preposition" ||
    /^(?:and|but|who|whom|whose|which|as|while)$/.test(next.lower)
  )
    return null;
  if (at(reading, sentence.first).lower === "as") return null;
  // "…, the minister had told her, the mayor said.": the tail is another's cue.
  const tail = withoutStop(reading, end + 1, sentence.last);
  if (tail - end < 12 && CUE_FORMS.get(at(reading, tail - 1).lower)?.frames.startsWith("c") === true) return null;
  return joined([
    spanOf(reading, clauseStart(reading, sentence, from - 1), from - 1),
    spanOf(reading, end + 1, withoutStop(reading, end + 1, sentence.last)),
  ]);
}

/** Does a cue of its own stand behind the quotation that begins at token `open`? */
function followedByCue(reading: Reading, open: number, end: number): boolean {
  // “… down.” closes what was said before; a cue behind it would need a comma.
  const inner = reading.quotes[at(reading, open).quote]?.inner;
  if (inner !== undefined && /[^.]\.$/.test(reading.text.slice(inner[0], inner[1]).trimEnd())) return false;
  const first = nextOf(reading, open, Math.min(reading.tokens.length, open + 1500), (t) => t.start >= end);
  for (let i = first; i < Math.min(reading.tokens.length, first + 14); i += 1) {
    const token = at(reading, i);
    if (token.block || token.tag === "stop" || token.tag === "quote") return false;
    if (CUE_FORMS.get(token.lower)?.frames.includes("q") === true) return true;
  }
  return false;
}

export function contentRight(reading: Reading, sentence: Sentence, right: RightSide, v: number): Span[] {
  const spans = spansFrom(reading, sentence, right, v);
  const lastEnd = spans.at(-1)?.[1] ?? 0;
  const sentenceEnd = at(reading, withoutStop(reading, v, sentence.last) - 1)?.end ?? 0;
  const quoted = right.kind === "quote" || right.kind === "colon";
  return quoted && lastEnd >= sentenceEnd
    ? joined([...spans, ...after(reading, { ...sentence, first: sentence.last }, sentence.last)])
    : spans;
}

/** "As the Weekly first reported, …" and "…, as the Weekly reported": what it reported; null where no "as" stands there. */
export function reportedAt(reading: Reading, sentence: Sentence, subject: Range, to: number): Span[] | null {
  const as = subject.from - 1;
  if (as < sentence.first || at(reading, as).lower !== "as") return null;
  const last = withoutStop(reading, as, sentence.last);
  if (as === sentence.first) {
    const comma = nextOf(reading, to, Math.min(last, to + 12), (t) => t.tag === "comma");
    return comma + 2 < Math.min(last, to + 12) && !hasFinite(reading, to, comma)
      ? joined([spanOf(reading, comma + 1, last)])
      : null;
  }
  const start = clauseStart(reading, sentence, as);
  const end = withoutStop(reading, start, as);
  const close = nextOf(reading, to, Math.min(last, to + 12), (t) => t.tag === "comma");
  const goesOn =
    close + 2 < Math.min(last, to + 12) && hasFinite(reading, close, last) && !hasFinite(reading, start, end);
  if (at(reading, as - 1).tag === "comma" && goesOn && end > start)
    return joined([spanOf(reading, start, end), spanOf(reading, close + 1, last)]);
  return at(reading, as - 1).tag === "comma" && hasFinite(reading, start, end)
    ? joined([spanOf(reading, start, end)])
    : null;
}
