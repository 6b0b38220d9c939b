// How fast is the whole engine on plain text, one thread? node bench/evidence/speed.ts ours|peer FOLDER
// Prints JSON: megabytes per second of text, best of some rounds over all .txt files of the folder.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROUNDS = 5;
const [who = "", folder = ""] = process.argv.slice(2);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .toSorted()
  .map((name) => readFileSync(join(folder, name), "utf8"));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const read = who === "ours" ? await ours() : await peer();
const speeds = Array.from({ length: ROUNDS }, () => {
  const started = performance.now();
  for (const text of texts) read(text);
  return bytes / 1e6 / ((performance.now() - started) / 1000);
});
console.log(JSON.stringify({ mbPerSecond: Math.max(...speeds) }));

async function ours(): Promise<(text: string) => unknown> {
  const { readWeights } = await import("../../src/app/weights.ts");
  const { readEvidence } = await import("../../src/evidence/read.ts");
  const model = readWeights();
  return (text) => readEvidence(text, { language: "en", publisherName: "", publishedAt: null }, model);
}

/** Names and quotations alone: the nearest that a well-known library does in one go. */
async function peer(): Promise<(text: string) => unknown> {
  const { default: nlp } = await import("compromise");
  return (text) => {
    const document = nlp(text);
    return [document.people().json(), document.places().json(), document.organizations().json()];
  };
}
