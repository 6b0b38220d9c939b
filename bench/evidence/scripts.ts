import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isTocsinError } from "../../src/model/error.ts";
import { extractReport } from "../../src/intake/extract.ts";

/** Prints what is found in text files, as the scoring script reads it. */
const DUMP = join(import.meta.dirname, "../../tests/evidence/score-dump.ts");

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
  return scoresIn(run("python3", join(shared, "score/articles.py"), out, join(shared, "data/articles/truth")));
}

/** Whole attributions on annotated articles, scored by the script beside the data. */
export function attributionScores(shared: string, scratch: string): Scores {
  const folder = join(shared, "data/polnear-dev");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => join(folder, name));
  const out = join(scratch, "attributions.json");
  writeFileSync(out, run(process.execPath, DUMP, ...texts));
  return scoresIn(run("python3", join(shared, "score/attributions.py"), out, folder));
}

/** Is the folder there, with what is needed under it? */
export function has(shared: string, ...parts: readonly string[]): boolean {
  return parts.every((part) => existsSync(join(shared, part)));
}

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
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
