import type { QuoteMode } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";

/** Words in quotation marks of at most this number are distance ("so-called"), not speech, unless the cue is next to them. */
const SCARE_WORDS_MAX = 2;

/** How much of a content stands in quotation marks. `cueEnds`: where the cue ends in the text. */
export function modeOf(
  reading: Reading,
  content: readonly Span[],
  cueEnds: number,
  firstTokenAt: (offset: number) => number,
): QuoteMode {
  let quoted = 0;
  let plain = 0;
  let current = -1;
  let run = 0;
  let beside = false;
  const settle = (): void => {
    if (current !== -1 && run > 0) {
      if (run > SCARE_WORDS_MAX || beside) quoted += run;
      else plain += run;
    }
    run = 0;
  };
  for (const [from, to] of content) {
    for (let i = firstTokenAt(from); i < reading.tokens.length; i += 1) {
      const token = reading.tokens[i] as Token;
      if (token.start >= to) break;
      if (token.quote !== current) {
        settle();
        current = token.quote;
        beside = token.quote !== -1 && Math.abs(token.start - cueEnds) <= 4;
      }
      if (!token.word && token.tag !== "number") continue;
      if (token.quote === -1) plain += 1;
      else run += 1;
    }
  }
  settle();
  if (quoted === 0) return "indirect";
  return plain === 0 ? "direct" : "mixed";
}
