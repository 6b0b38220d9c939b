import type { RemarkSignal } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";
import type { Reading } from "../language/sentences.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

/** An attribution while the rules still work on it: source and cue as token ranges, content as text spans. */
export interface Found {
  readonly rule:
    | "right"
    | "left"
    | "inverted"
    | "participle"
    | "passive"
    | "according"
    | "citing"
    | "noun"
    | "relative"
    | "heard"
    | "adjective"
    | "label"
    | "silence"
    | "so"
    | "relayed"
    | "hearsay"
    | "orphan";
  /** Index of the sentence with the cue. */
  readonly sentence: number;
  readonly source: Range | null;
  readonly cue: readonly Range[];
  content: readonly Span[];
  readonly signals: readonly RemarkSignal[];
  /** Names that stand between this report and the source, outermost first. */
  readonly via: readonly Range[];
  /** Whom the source told it: a paper that was told carries it. */
  readonly addressee?: Range | null;
  /** Saying, as against thinking or wanting. */
  readonly spoken: boolean;
  /** The content is a noun phrase. */
  readonly object?: boolean;
  /** What is told is a bare thing ("mentioned the bridge"), no clause, quotation or infinitive. */
  readonly bare?: boolean;
}

/** The text span of tokens `[from, to)`; null when empty. */
export function spanOf(reading: Reading, from: number, to: number): Span | null {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? null : [first.start, last.end];
}

/** Last token of `[from, to)` that is no closing punctuation outside quotation marks, exclusive. */
export function withoutStop(reading: Reading, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const token = reading.tokens[end - 1] as Token;
    if (token.tag === "stop" || token.tag === "comma" || token.tag === "colon" || token.tag === "dash") end -= 1;
    else break;
  }
  return end;
}

/** Joins touching and overlapping spans; drops empty ones. */
export function joined(spans: readonly (Span | null)[]): Span[] {
  const sorted = spans.filter((s): s is Span => s !== null && s[1] > s[0]).sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = out.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
