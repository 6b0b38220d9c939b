/**
 * Trains what lies in `weights/`: `node training/main.ts --data ../shared/data/gum [--only tags] [--check]`
 * With `--check` nothing is written; it fails where the trained bytes are not those of `weights/`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { englishModelOf } from "../src/language/model.ts";
import { writeSections } from "../src/language/sections.ts";
import { readingOf } from "../src/language/sentences.ts";
import { alignedOf } from "./aligned.ts";
import { readMarkedTexts } from "./attribution-texts.ts";
import { readGum } from "./gum.ts";
import { jackknifed } from "./jackknife.ts";
import { readNameTexts } from "./name-texts.ts";
import { trainNames } from "./names.ts";
import { peopleTextOf, trainPeople, untrainedPeople } from "./people.ts";
import { trainRelations, trainTransitions } from "./parser.ts";
import { trainTagger } from "./tagger.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, only: { type: "string" }, check: { type: "boolean", default: false } },
});
const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = values.data ?? join(home, "..", "shared", "data", "gum");
const labelled = readGum(folder).filter(({ split }) => split !== "test");
const documents = labelled.filter(({ split }) => split === "train");
const aligned = documents.map(alignedOf);

const trainers: Readonly<Record<string, () => Uint8Array>> = {
  tags: () => {
    const { words, linear } = trainTagger(aligned);
    return writeSections([words, linear]);
  },
  syntax: () => {
    const tagged = jackknifed(aligned);
    return writeSections([trainTransitions(tagged), ...trainRelations(tagged)]);
  },
  names: () => {
    const texts = new URL("texts/", import.meta.url);
    const articles = readMarkedTexts(fileURLToPath(texts)).map(({ text }) => text);
    return trainNames(labelled, readNameTexts(texts), articles);
  },
  people: () => {
    // Reads as the program does, so with what was trained before.
    const [tags, syntax, names] = ["tags", "syntax", "names"].map(readPacked) as [Uint8Array, Uint8Array, Uint8Array];
    const model = englishModelOf({ tags, syntax, names, people: untrainedPeople() });
    return trainPeople(documents.map((document) => peopleTextOf(document, readingOf(document.text, model))));
  },
};

function readPacked(name: string): Uint8Array {
  return brotliDecompressSync(readFileSync(join(home, "weights", `${name}.br`)));
}

mkdirSync(join(home, "weights"), { recursive: true });
for (const [name, train] of Object.entries(trainers)) {
  if (values.only !== undefined && values.only !== name) continue;
  const started = performance.now();
  const bytes = train();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const path = join(home, "weights", `${name}.br`);
  if (values.check) {
    if (!Buffer.from(readPacked(name)).equals(bytes)) throw new Error(`${name}: trained to other bytes.`);
    process.stdout.write(`${name}: the same bytes as in weights/, ${seconds} s\n`);
    continue;
  }
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(path, packed);
  process.stdout.write(`${name}: ${bytes.length} bytes, ${packed.length} packed, ${seconds} s\n`);
}
