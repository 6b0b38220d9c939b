import type { Span } from "../model/span.ts";
import type { ClaimCandidate } from "./claims.ts";
import { looseFiguresIn } from "./loose-figures.ts";
import type { RivalFigure } from "./rivals.ts";

/** A figure that an item tells, ready to be set against those of other items. */
export interface ItemFigure extends RivalFigure {
  /** Index of the item. */
  readonly item: number;
  /** Offsets in the report's text; null where they are not known. */
  readonly span: Span | null;
}

/**
 * The figures of a claim's items: those that were read as such, and the numbers of items that have none ("the toll has
 * risen to eight"). `labels`: per item its origin, as `originGraphOf` gives it.
 */
export function rivalFiguresOf(items: readonly ClaimCandidate[], labels: readonly string[]): ItemFigure[] {
  const found: ItemFigure[] = [];
  const common = (i: number): Pick<ItemFigure, "item" | "asOf" | "speaker" | "publisher" | "report" | "sentence"> => {
    const item = items[i] as ClaimCandidate;
    return {
      item: i,
      asOf: item.publishedAt,
      speaker: labels[i] ?? null,
      publisher: item.publisherName,
      report: item.report,
      sentence: item.sentence ?? item.text,
    };
  };
  items.forEach(({ figureValue }, i) => {
    if (figureValue === null) return;
    const { value, max, qualifier, kind, unit, counts, text, span } = figureValue;
    found.push({ ...common(i), value, max, qualifier, kind, unit, counts, text, span });
  });
  items.forEach((item, i) => {
    const sentence = item.sentence ?? item.text;
    const start = item.reportText.indexOf(sentence);
    for (const one of looseFiguresIn(sentence)) {
      const span: Span | null = start === -1 ? null : [start + one.span[0], start + one.span[1]];
      const known = found.some(
        (other) =>
          other.report === item.report &&
          (span === null || other.span === null
            ? other.value === one.value
            : other.span[0] < span[1] && span[0] < other.span[1]),
      );
      if (known) continue;
      found.push({
        ...common(i),
        value: one.value,
        max: one.max ?? null,
        qualifier: one.qualifier,
        kind: "count",
        unit: one.unit,
        counts: one.counts,
        text: one.text,
        span,
      });
    }
  });
  return found;
}
