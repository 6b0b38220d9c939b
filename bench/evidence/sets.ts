import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { BenchRow } from "../row.ts";
import { parseInstant } from "../../src/model/time.ts";
import { readWeights } from "../../src/app/weights.ts";
import { findFigures } from "../../src/evidence/figures/find.ts";
import { readEvidence, type ReadEvidence } from "../../src/evidence/read.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { markedTexts, scoreAttributions } from "./attributions.ts";
import { readCases } from "./cases.ts";
import { scoreChains, type ChainCase } from "./chains.ts";
import { scoreClusters, type ClusterCase, type PairScore } from "./clusters.ts";
import { scoreFigures, type FigureCase } from "./figures.ts";

/** `kept` is the half that nobody who writes the engine may look into; `open` is all that they may. */
const HALVES = ["open", "kept"] as const;
const FIGURE_GOALS: Readonly<Record<string, string>> = { money: "≥ 0.97", casualties: "≥ 0.92", percent: "≥ 0.97" };

// oxlint-disable-next-line no-unnecessary-type-parameters -- the caller names what the lines hold
function casesIn<T>(set: string, half: (typeof HALVES)[number]): readonly T[] {
  const folder = join(import.meta.dirname, "../../tests/evidence/sets", set);
  const files = readdirSync(folder).filter((name) => name.startsWith(half) && name.endsWith(".jsonl"));
  return files.toSorted().flatMap((name) => readCases<T>(join(folder, name)));
}

/** Articles of our own with every attribution marked. Whoever writes the rules may look at them. */
export function benchMarkedTexts(): BenchRow[] {
  const model = readWeights();
  const context = { language: "en", publisherName: "", publishedAt: null };
  const texts = markedTexts(join(import.meta.dirname, "../../training/texts"));
  return scoreAttributions(texts, (text) => readEvidence(text, context, model).attributions).map(({ name, f1 }) => ({
    name: `attributions in our own articles: ${name}`,
    ours: f1,
    peer: null,
    ratio: null,
    unit: "F1",
    goal: "",
  }));
}

/** Scores on the sets that were written for this project, each half on its own. */
export function benchSets(): BenchRow[] {
  const model = readWeights();
  const read = (text: string, publisherName: string, published: string): ReadEvidence =>
    readEvidence(text, { language: "en", publisherName, publishedAt: parseInstant(published) }, model);
  return HALVES.flatMap((half) => {
    const row = (name: string, ours: number, unit: string, goal: string): BenchRow => ({
      name: `${name} (${half})`,
      ours,
      peer: null,
      ratio: null,
      unit,
      goal,
    });
    const chains = scoreChains(
      casesIn<ChainCase>("chains", half),
      ({ text, publisher, published }) => read(text, publisher, published).attributions,
    );
    const figures = scoreFigures(casesIn<FigureCase>("figures", half), ({ text, published }) =>
      findFigures(readingOf(text, model), parseInstant(published)),
    );
    const clusters = scoreClusters(casesIn<ClusterCase>("clusters", half), read);
    return [
      row("chains, every link right", chains.right / chains.chains, "of all", "≥ 0.65"),
      ...figures.rows.map(({ name, f1 }) => row(`figures: ${name}`, f1, "F1", FIGURE_GOALS[name] ?? "")),
      row("independent origins counted exactly", clusters.counted / clusters.clusters, "of all", "≥ 0.85"),
      row("circular reporting told apart", clusters.circular / clusters.clusters, "of all", ""),
      ...pairRows("conflicts", clusters.conflicts, row, ["≥ 0.9", "≥ 0.8"]),
      ...pairRows("updates", clusters.updates, row, ["", ""]),
      ...pairRows("pledges announced again", clusters.pledges, row, ["", ""]),
      ...pairRows("gathered into one claim", clusters.gathered, row, ["", ""]),
    ];
  });
}

function pairRows(
  name: string,
  { right, given, wanted }: PairScore,
  row: (name: string, ours: number, unit: string, goal: string) => BenchRow,
  [precision, recall]: readonly [string, string],
): BenchRow[] {
  return [
    row(`${name}, precision`, given === 0 ? 1 : right / given, "of given", precision),
    row(`${name}, recall`, wanted === 0 ? 1 : right / wanted, "of wanted", recall),
  ];
}
