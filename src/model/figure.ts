import type { Span } from "./span.ts";

export const FIGURE_KINDS = [
  "money",
  "casualties",
  "count",
  "percent",
  "distance",
  "area",
  "duration",
  "date",
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const QUALIFIERS = [
  "exactly",
  "about",
  "at-least",
  "more-than",
  "up-to",
  "less-than",
  "nearly",
  "between",
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** A normalised quantity in a report. */
export interface Figure {
  /** As printed, with qualifier and what it counts: `at least 35 were killed`. */
  readonly text: string;
  readonly span: Span;
  readonly kind: FigureKind;
  /** In `unit`; for a date the day as the number `yyyymmdd`. */
  readonly value: number;
  /** Upper end of a range; null where there is none. */
  readonly max: number | null;
  /** ISO 4217 code, `%`, `km`, `km2`, `day` …; null for plain counts. */
  readonly unit: string | null;
  readonly qualifier: Qualifier;
  /** What is counted, lower case, base form: `killed`, `injured`, `missile`; null where not known. */
  readonly counts: string | null;
}

/** The values that a figure allows, both ends included. */
export function intervalOf(figure: Pick<Figure, "value" | "max" | "qualifier">): readonly [min: number, max: number] {
  const { value, max } = figure;
  switch (figure.qualifier) {
    case "exactly":
    case "between":
      return [value, max ?? value];
    case "about":
      return [value * 0.9, (max ?? value) * 1.1];
    case "nearly":
      return [value * 0.9, value];
    case "at-least":
    case "more-than":
      return [value, Number.POSITIVE_INFINITY];
    case "up-to":
    case "less-than":
      return [0, value];
  }
}
