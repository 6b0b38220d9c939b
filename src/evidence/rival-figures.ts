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
  found.forEach((one, i) => {
    if (one.kind === "count") found[i] = { ...one, ...moneyOf(one, one.report ?? "", found) };
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
        ...moneyOf(one, item.report, found),
        counts: one.counts,
        text: one.text,
        span,
      });
    }
  });
  return found;
}

/** "Two million will be spent this year", where the report tells of money: money too. */
function moneyOf(
  { text = "", unit, counts }: Pick<RivalFigure, "text" | "unit" | "counts">,
  report: string,
  found: readonly ItemFigure[],
): Pick<ItemFigure, "kind" | "unit"> {
  if (unit !== null || counts !== null || !/(?:million|billion)$/i.test(text)) return { kind: "count", unit };
  const money = found.filter(({ kind }) => kind === "money");
  const near = money.find((other) => other.report === report) ?? money[0];
  return near === undefined ? { kind: "count", unit } : { kind: "money", unit: near.unit };
}
