import { withoutControls } from "../plain.ts";
import type { PdfPage, PdfRun } from "./content.ts";

/** Words that stand side by side on one baseline, with no wide gap between them. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, from the top of the page. */
  readonly y: number;
  readonly size: number;
  /** Of most of its characters. */
  readonly font: string;
}

/** In sizes of the type: what is nearer stands in one word; what is farther apart may be in two columns. */
const WORD_GAP = 0.17;
const SEGMENT_GAP = 0.9;
/** How far off the baseline a raised or lowered character stands, in sizes of the type. */
const SAME_LINE = 0.45;

/** The segments of a page, from its top to its bottom, in each line from left to right. */
export function segmentsOf(page: PdfPage): Segment[] {
  return linesOf(page.runs).flatMap(splitLine);
}

/** Runs by baseline. The largest type of a line gives the baseline; notes raised above it belong to it. */
function linesOf(runs: readonly PdfRun[]): PdfRun[][] {
  const lines: { y: number; size: number; runs: PdfRun[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    let home: (typeof lines)[number] | undefined;
    // Sorted by height, so only the last few lines can be near.
    for (let at = lines.length - 1; at >= Math.max(0, lines.length - 4) && home === undefined; at -= 1) {
      const line = lines[at]!;
      const isNear = Math.abs(run.y - line.y) <= SAME_LINE * Math.max(run.size, line.size);
      if (
        isNear &&
        (sameSize(run.size, line.size) ? Math.abs(run.y - line.y) <= 0.25 * run.size : touches(line.runs, run))
      )
        home = line;
    }
    if (home === undefined) lines.push({ y: run.y, size: run.size, runs: [run] });
    else {
      home.runs.push(run);
      if (run.size > home.size) [home.size, home.y] = [run.size, run.y];
    }
  }
  return lines.map((line) => line.runs);
}

function sameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.15 * Math.max(a, b);
}

/** Stands a small run directly beside one of these? */
function touches(runs: readonly PdfRun[], run: PdfRun): boolean {
  return runs.some((one) => {
    const gap = Math.max(run.x - (one.x + one.width), one.x - (run.x + run.width));
    return gap <= 0.5 * Math.max(run.size, one.size);
  });
}

function splitLine(runs: readonly PdfRun[]): Segment[] {
  const sorted = [...runs].sort((a, b) => a.x - b.x);
  const groups: PdfRun[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    if (run.text.trim() === "") continue;
    if (groups.length > 0 && run.x - right <= SEGMENT_GAP * run.size) groups.at(-1)!.push(run);
    else groups.push([run]);
    right = Math.max(right, run.x + run.width);
  }
  return groups.map(segmentOf).filter(({ text }) => text !== "");
}

function segmentOf(runs: readonly PdfRun[]): Segment {
  const backwards = runs.filter(({ isRightToLeft }) => isRightToLeft).length * 2 > runs.length;
  let text = "";
  let before: PdfRun | undefined;
  for (const run of backwards ? [...runs].reverse() : runs) {
    if (before !== undefined) {
      const gap = backwards ? before.x - (run.x + run.width) : run.x - (before.x + before.width);
      // The same letter set again a hair beside: a way to make type bolder.
      if (gap < -0.7 * before.width && run.text === before.text) continue;
      if (gap > WORD_GAP * Math.min(run.size, before.size)) text += " ";
    }
    text += run.text;
    before = run;
  }
  const main = runs.reduce((most, run) => (run.text.length > most.text.length ? run : most));
  return {
    text: plainText(text),
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    y: main.y,
    size: main.size,
    font: main.font,
  };
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
};

function plainText(text: string): string {
  return withoutControls(text)
    .replace(/[ﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
