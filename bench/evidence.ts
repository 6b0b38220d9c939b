import { existsSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { nodeScript, runChild } from "./child.ts";
import { benchGum } from "./evidence/gum.ts";
import { articleScores, attributionScores, has, type Scores } from "./evidence/scripts.ts";
import { benchMarkedTexts, benchSets } from "./evidence/sets.ts";
import { withFolder } from "./folder.ts";
import type { Progress } from "./progress.ts";
import { median, type BenchRow } from "./row.ts";

const PAIRS = 3;
/** Data for measuring lies beside the checkout; it is not part of the project. */
const SHARED = join(import.meta.dirname, "../../shared");

/** How good and how fast the evidence engine is. What needs data that is not here is left out, and said so. */
export async function benchEvidence(progress: Progress): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  progress("the project's own sets");
  rows.push(...benchSets(), ...benchMarkedTexts());
  if (needs("names and pronouns", "data/gum")) {
    progress("names and pronouns");
    rows.push(...benchGum(join(SHARED, "data/gum")));
  }
  await withFolder(async (scratch) => {
    if (needs("attributions", "data/polnear-dev", "score/attributions.py")) {
      progress("attributions");
      const scores = attributionScores(SHARED, scratch);
      rows.push(
        quality("attributions, any overlap", scores, "whole, any overlap F1", "≥ 0.7"),
        quality("attributions, half overlap", scores, "whole, half overlap F1", "≥ 0.6"),
        quality("direct quotes, half overlap", scores, "direct, half overlap F1", "≥ 0.85"),
      );
    }
    if (needs("article text", "data/articles", "score/articles.py")) {
      progress("article text");
      const scores = articleScores(SHARED, scratch);
      rows.push(
        quality("article text, words", scores, "word F1", "≥ 0.945"),
        quality("article text, runs of four words", scores, "shingle F1", "≥ 0.935"),
        quality("titles", scores, "title", "≥ 0.9"),
        quality("dates", scores, "date", "≥ 0.85"),
      );
    }
  });
  if (needs("speed", "data/polnear-dev")) rows.push(...(await speed(progress)));
  return rows;
}

function needs(what: string, ...parts: readonly string[]): boolean {
  const there = existsSync(SHARED) && has(SHARED, ...parts);
  if (!there) console.log(pc.dim(`${what}: skipped: no data (${parts.map((part) => `../shared/${part}`).join(", ")})`));
  return there;
}

function quality(name: string, scores: Scores, key: string, goal: string): BenchRow {
  return { name, ours: scores.get(key) ?? 0, peer: null, ratio: null, unit: "F1 or share", goal };
}

async function speed(progress: Progress): Promise<BenchRow[]> {
  const folder = join(SHARED, "data/polnear-dev");
  const script = new URL("evidence/speed.ts", import.meta.url);
  const pairs: { readonly ours: number; readonly peer: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    progress(`speed, pair ${pair + 1} of ${PAIRS}`);
    const [ours = 0, peer = 0] = [
      JSON.parse((await runChild(nodeScript(script, "ours", folder))).stdout) as { mbPerSecond: number },
      JSON.parse((await runChild(nodeScript(script, "peer", folder))).stdout) as { mbPerSecond: number },
    ].map(({ mbPerSecond }) => mbPerSecond);
    pairs.push({ ours, peer });
  }
  const ours = median(pairs.map((pair) => pair.ours));
  return [
    { name: "whole engine, one thread", ours, peer: null, ratio: null, unit: "MB/s", goal: "≥ 1" },
    {
      name: "the same against compromise, which finds names alone",
      ours,
      peer: median(pairs.map((pair) => pair.peer)),
      ratio: median(pairs.map((pair) => pair.ours / pair.peer)),
      unit: "MB/s",
      goal: "",
    },
  ];
}
