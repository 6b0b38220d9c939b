// Figures: are value, unit and qualifier right? node bench/evidence/figures.ts SET.jsonl [--misses]
import { readWeights } from "../../src/app/weights.ts";
import { findFigures } from "../../src/evidence/figures/find.ts";
import { readingOf } from "../../src/language/sentences.ts";
import type { Figure, FigureKind, Qualifier } from "../../src/model/figure.ts";
import { FIGURE_KINDS } from "../../src/model/figure.ts";
import { parseInstant } from "../../src/model/time.ts";
import { readCases } from "./cases.ts";

/** One figure as the set has it: `at` is the substring that holds the number, its `nth` occurrence (from 1) in the text. */
interface GoldFigure {
  readonly at: string;
  readonly nth: number;
  readonly kind: FigureKind;
  readonly value: number;
  readonly max: number | null;
  readonly unit: string | null;
  readonly qualifier: Qualifier;
  readonly counts: string | null;
}

/** One line of `tests/evidence/sets/figures/*.jsonl`. */
export interface FigureCase {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly figures: readonly GoldFigure[];
}

export interface FigureScore {
  /** A kind, or a kind with what it counts: "percent with base", "count with noun". */
  readonly name: string;
  readonly hits: number;
  readonly predicted: number;
  readonly gold: number;
  /** Harmonic mean of hits/predicted and hits/gold; 1 when there is nothing to find and nothing was found. */
  readonly f1: number;
}

export interface FigureScores {
  readonly rows: readonly FigureScore[];
  readonly misses: readonly string[];
}

/** Words for the same count. */
const SAME: Readonly<Record<string, string>> = { wounded: "injured", hurt: "injured", dead: "killed" };

/** Kinds whose `counts` must be right too for a hit; with the name of the row. */
const ROWS: readonly (readonly [name: string, kind: FigureKind, counts: boolean])[] = [
  ...FIGURE_KINDS.map((kind) => [kind, kind, kind === "casualties"] as const),
  ["percent with base", "percent", true],
  ["count with noun", "count", true],
];

/**
 * Scores figures by kind. A hit overlaps the printed number, has its kind, unit and qualifier, and value and upper end
 * within 0.1 %; of casualties also what is counted. Each gold figure and each of ours counts once.
 */
export function scoreFigures(cases: readonly FigureCase[], read: (one: FigureCase) => readonly Figure[]): FigureScores {
  const rows = ROWS.map(([name, kind, counts]) => ({ name, kind, counts, hits: 0, predicted: 0, gold: 0 }));
  const misses: string[] = [];
  for (const one of cases) {
    const found = read(one);
    for (const row of rows) {
      const ours = found.filter((f) => f.kind === row.kind);
      const gold = one.figures.filter((f) => f.kind === row.kind);
      const taken = new Set<Figure>();
      const missed: GoldFigure[] = [];
      for (const wanted of gold) {
        const hit = ours.find((f) => !taken.has(f) && matches(one.text, wanted, f, row.counts));
        if (hit === undefined) missed.push(wanted);
        else taken.add(hit);
      }
      row.hits += taken.size;
      row.predicted += ours.length;
      row.gold += gold.length;
      for (const wanted of missed) misses.push(`${one.id} ${row.name} missed: ${words(wanted.at, wanted)}`);
      for (const f of ours) if (!taken.has(f)) misses.push(`${one.id} ${row.name} wrong: ${words(f.text, f)}`);
    }
  }
  return {
    rows: rows.map(({ name, hits, predicted, gold }) => ({
      name,
      hits,
      predicted,
      gold,
      f1: predicted + gold === 0 ? 1 : (2 * hits) / (predicted + gold),
    })),
    misses,
  };
}

function matches(text: string, gold: GoldFigure, ours: Figure, counts: boolean): boolean {
  let at = -1;
  for (let n = 0; n < gold.nth; n += 1) at = text.indexOf(gold.at, at + 1);
  return (
    ours.span[0] < at + gold.at.length &&
    at < ours.span[1] &&
    close(ours.value, gold.value) &&
    (ours.max === null || gold.max === null ? ours.max === gold.max : close(ours.max, gold.max)) &&
    ours.unit === gold.unit &&
    ours.qualifier === gold.qualifier &&
    (!counts || plain(ours.counts) === plain(gold.counts))
  );
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 0.001;
}

function plain(counts: string | null): string | null {
  return counts === null ? null : (SAME[counts] ?? counts);
}

function words(text: string, f: Omit<GoldFigure, "at" | "nth">): string {
  return `${text} | ${f.max === null ? f.value : `${f.value}..${f.max}`} ${f.unit ?? "-"} ${f.qualifier} ${f.counts ?? "-"}`;
}

if (import.meta.main) {
  const path = process.argv[2];
  if (path === undefined) throw new Error("usage: node bench/evidence/figures.ts SET.jsonl [--misses]");
  const model = readWeights();
  const { rows, misses } = scoreFigures(readCases<FigureCase>(path), (one) =>
    findFigures(readingOf(one.text, model), parseInstant(one.published)),
  );
  for (const { name, hits, predicted, gold, f1 } of rows)
    console.log(
      `${name.padEnd(18)} F1 ${f1.toFixed(3)}  precision ${(hits / predicted).toFixed(3)}  recall ${(hits / gold).toFixed(3)}  (${gold})`,
    );
  if (process.argv.includes("--misses")) console.log(misses.join("\n"));
}
