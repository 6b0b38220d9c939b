import type { Instant } from "../../model/time.ts";
import type { ClaimItemView, ClaimView } from "../ports.ts";

export type How = ClaimView["updates"][number]["how"];

export type ItemWithFigure = ClaimItemView & {
  readonly evidence: { readonly figure: NonNullable<ClaimItemView["evidence"]["figure"]> };
};

/** One value that was given, by everybody who gave it. */
export interface FigureStep {
  readonly figure: ItemWithFigure["evidence"]["figure"];
  readonly items: readonly ItemWithFigure[];
  /** The time that it is about, else when it was published first. */
  readonly at: Instant | null;
  /** What became of the step before; null for the first. */
  readonly how: How | null;
}

/** The time that an item's figure is about, else when it was published. */
export function asOf(item: ClaimItemView): Instant | null {
  return item.asOf ?? item.reportSummary.publishedAt;
}

/** The items at these indexes that have a figure; a report that prints one twice is there once. */
export function figureItems(view: ClaimView, indexes: readonly number[]): readonly ItemWithFigure[] {
  const all = indexes
    .map((index) => view.items[index])
    .filter((item): item is ItemWithFigure => item !== undefined && item.evidence.figure !== null);
  const name = (item: ItemWithFigure): string =>
    [item.report, item.evidence.source, valueOf(item.evidence.figure)].join("\n");
  return all.filter((item) => all.find((other) => name(other) === name(item)) === item);
}

const valueOf = ({ kind, value, max, unit, qualifier }: FigureStep["figure"]): string =>
  [kind, value, max, unit, qualifier].join(" ");

/** Items that give the same value together, in the order in which the values appeared. */
export function stepsOf(items: readonly ItemWithFigure[]): readonly FigureStep[] {
  const groups = new Map<string, ItemWithFigure[]>();
  for (const item of items.toSorted((a, b) => (asOf(a) ?? "~").localeCompare(asOf(b) ?? "~"))) {
    const value = valueOf(item.evidence.figure);
    groups.set(value, [...(groups.get(value) ?? []), item]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [ItemWithFigure, ...ItemWithFigure[]];
    return { figure: first.evidence.figure, items: group, at: asOf(first), how: null };
  });
}

/** Figures that followed one another because time went on: one list of steps for each thing that is counted. */
export function updateSequences(view: ClaimView): readonly (readonly FigureStep[])[] {
  const groups: Set<number>[] = [];
  for (const { from, to } of view.updates) {
    const mine = groups.filter((group) => group.has(from) || group.has(to));
    const joined = new Set([from, to, ...mine.flatMap((group) => [...group])]);
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => {
    const steps = stepsOf(figureItems(view, [...group]));
    return steps.map((step, i) => ({
      ...step,
      how: i === 0 ? null : howBetween(view, steps[i - 1] as FigureStep, step),
    }));
  });
}

function howBetween(view: ClaimView, before: FigureStep, after: FigureStep): How {
  const has = (step: FigureStep, index: number): boolean => step.items.some((item) => item === view.items[index]);
  const link = view.updates.find(({ from, to }) => has(before, from) && has(after, to));
  return link?.how ?? (after.figure.value < before.figure.value ? "fell" : "grew");
}
