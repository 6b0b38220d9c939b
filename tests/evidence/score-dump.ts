/**
 * Prints the evidence of text files as `tocsin read --json` does, for the scoring script:
 * `node tests/evidence/score-dump.ts ../shared/data/polnear-dev/*.txt > out.json`
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { toReadJson } from "../../src/evidence/json.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";

const reports = process.argv.slice(2).map((path) => {
  const text = readFileSync(path, "utf8");
  const report = { path, title: basename(path), publisher: "", publishedAt: null, language: null, text };
  return toReadJson(report, readEvidence(text, { language: null, publisherName: "", publishedAt: null }, model));
});
process.stdout.write(JSON.stringify({ reports }));
