import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isTocsinError } from "../../src/model/error.ts";
import { extractReport } from "../../src/intake/extract.ts";
import { readWeights } from "../../src/app/weights.ts";
import { toReadJson } from "../../src/evidence/json.ts";
import { readEvidence } from "../../src/evidence/read.ts";

/** Scores by their printed names, as the scoring scripts beside the data print them. */
export type Scores = ReadonlyMap<string, number>;

/** Article text, title and date, scored by the script beside the data. */
export function articleScores(shared: string, scratch: string): Scores {
  const folder = join(shared, "data/articles/html");
  const reports: object[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    try {
      const bytes = readFileSync(join(folder, name));
      const { title, publishedAt, text } = extractReport(bytes, { url: `file:/${name}`, name });
      reports.push({ path: name, title, publishedAt, text });
    } catch (error) {
      // A page without an article counts as none.
      if (!isTocsinError(error)) throw error;
    }
  }
  const out = join(scratch, "articles.json");
  writeFileSync(out, JSON.stringify({ reports }));
  return scoresIn(run(join(shared, "score/articles.py"), out, join(shared, "data/articles/truth")));
}

/** Whole attributions on annotated articles, scored by the script beside the data. */
export function attributionScores(shared: string, scratch: string): Scores {
  const folder = join(shared, "data/polnear-dev");
  const model = readWeights();
  const reports = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const report = { path, title: path, publisher: "", publishedAt: null, language: null, text };
      return toReadJson(report, readEvidence(text, { language: null, publisherName: "", publishedAt: null }, model));
    });
  const out = join(scratch, "attributions.json");
  writeFileSync(out, JSON.stringify({ reports }));
  return scoresIn(run(join(shared, "score/attributions.py"), out, folder));
}

/** Is the folder there, with what is needed under it? */
export function has(shared: string, ...parts: readonly string[]): boolean {
  return parts.every((part) => existsSync(join(shared, part)));
}

function run(script: string, ...args: readonly string[]): string {
  return execFileSync("python3", [script, ...args], { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 });
}

/** `word F1 0.960   title 0.863` and `whole, any overlap   P 0.7  R 0.6  F1 0.65`. */
function scoresIn(printed: string): Scores {
  const scores = new Map<string, number>();
  for (const line of printed.split("\n")) {
    const row = /^(.*?)\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)/.exec(line);
    if (row !== null) {
      scores.set(`${row[1]} P`, Number(row[2]));
      scores.set(`${row[1]} R`, Number(row[3]));
      scores.set(`${row[1]} F1`, Number(row[4]));
    } else {
      for (const [, name, value] of line.matchAll(/([a-z]+(?: F1)?) ([01]\.\d+)/g)) {
        scores.set(String(name), Number(value));
      }
    }
  }
  return scores;
}
