import { intervalOf, type Figure } from "../../model/figure.ts";

/** One figure on the common line; 0 is the left end of the line, 1 the right. */
export interface PlotBar {
  readonly from: number;
  readonly to: number;
  /** The range has no upper end: an arrow leads out of the picture. */
  readonly open: boolean;
}

export interface RangePlot {
  readonly bars: readonly PlotBar[];
  /** Round values to write under the line, with their places. */
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
}

/** Figures that count the same, on one line that holds all of their values with a little room around. */
export function rangePlot(figures: readonly Pick<Figure, "value" | "max" | "qualifier">[]): RangePlot {
  const intervals = figures.map(intervalOf);
  const ends = intervals.flat().filter(Number.isFinite);
  const lowest = Math.min(...ends);
  const highest = Math.max(...ends);
  const wide = highest - lowest || Math.abs(highest);
  const spread = wide > 1e-9 ? wide : 1;
  const zero = lowest >= 0 && lowest < spread;
  const left = zero ? 0 : lowest - spread * 0.1;
  const right = highest + spread * 0.15;
  const place = (value: number): number => Math.min(1, Math.max(0, (value - left) / (right - left)));
  const step = roundStep((right - left) / 4);
  const ticks: { at: number; value: number }[] = [];
  for (let i = Math.ceil(left / step); i * step <= right && ticks.length < 8; i += 1) {
    ticks.push({ at: place(i * step), value: i * step });
  }
  return {
    bars: intervals.map(([from, to]) => ({ from: place(from), to: place(to), open: !Number.isFinite(to) })),
    ticks,
  };
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  return ([1, 2, 5].find((factor) => factor * power >= about) ?? 10) * power || 1;
}
