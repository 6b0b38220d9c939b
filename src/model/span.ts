/** Half-open `[start, end)` in UTF-16 code units into a report's text. */
export type Span = readonly [start: number, end: number];

/** A piece of text, perhaps in several parts, exactly as it stands in the report. */
export interface Passage {
  /** The parts joined by one space. */
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The passage that `spans` cut out of `text`. */
export function passageOf(text: string, spans: readonly Span[]): Passage {
  return { text: spans.map(([start, end]) => text.slice(start, end)).join(" "), spans };
}
