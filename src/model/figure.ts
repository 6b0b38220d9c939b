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
  /** In `unit`; for a date the day as the number `yyyymmdd`. Negative for a loss or a fall below zero. */
  readonly value: number;
  /** Upper end of a range; null where there is none. */
  readonly max: number | null;
  /** ISO 4217 code, `%`, `pp` (percentage points), `km`, `km2`, `hour`, `day`, `month`, `year`; null for plain counts. */
  readonly unit: string | null;
  readonly qualifier: Qualifier;
  /**
   * What is counted, lower case, base form: `missile`; of casualties what befell them: `killed`, `injured`, `missing`,
   * `captured`, `kidnapped`, `hospitalised`, `displaced`, `evacuated`, `casualties`; null where not known.
   */
  readonly counts: string | null;
}

/**
 * The values that a figure allows, both ends included; the lower one first. "About" and "nearly" give way by a tenth of
 * the value. Amounts under a limit begin at zero, unless the limit itself is negative: a loss has no end.
 */
export function intervalOf(figure: Pick<Figure, "value" | "max" | "qualifier">): readonly [min: number, max: number] {
  const low = Math.min(figure.value, figure.max ?? figure.value);
  const high = Math.max(figure.value, figure.max ?? figure.value);
  switch (figure.qualifier) {
    case "exactly":
    case "between":
      return [low, high];
    case "about":
      return [low - Math.abs(low) / 10, high + Math.abs(high) / 10];
    case "nearly":
      // Nearly -5 lies between -5 and zero.
      return low < 0 ? [low, high - high / 10] : [low - low / 10, high];
    case "at-least":
    case "more-than":
      return [low, Number.POSITIVE_INFINITY];
    case "up-to":
    case "less-than":
      return [high < 0 ? Number.NEGATIVE_INFINITY : Math.min(0, low), high];
  }
}
