import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { writeSections } from "../../src/language/sections.ts";
import { alignedOf } from "../../training/aligned.ts";
import { documentOf, readGum } from "../../training/gum.ts";
import { jackknifed } from "../../training/jackknife.ts";
import { trainRelations, trainTransitions } from "../../training/parser.ts";
import { trainTagger } from "../../training/tagger.ts";

const home = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const gum = join(home, "..", "shared", "data", "gum");

const sentence = (words: string): string => {
  const lines = words.split(" ").map((word, i) => {
    const [form = "", upos = "", xpos = "", head = "", relation = ""] = word.split("/");
    return [i + 1, form, form.toLowerCase(), upos, xpos, "_", head, relation, "_", "_"].join("\t");
  });
  const text = words.split(" ").map((word) => word.split("/")[0]);
  return [`# text = ${text.join(" ")}`, ...lines].join("\n");
};
const small = [
  "The/DET/DT/2/det mayor/NOUN/NN/3/nsubj opened/VERB/VBD/0/root the/DET/DT/5/det bridge/NOUN/NN/3/obj ./PUNCT/./3/punct",
  "She/PRON/PRP/2/nsubj says/VERB/VBZ/0/root it/PRON/PRP/5/nsubj will/AUX/MD/5/aux hold/VERB/VB/2/ccomp ./PUNCT/./2/punct",
  "Officials/NOUN/NNS/2/nsubj closed/VERB/VBD/0/root the/DET/DT/4/det harbour/NOUN/NN/2/obj today/NOUN/NN/2/obl ./PUNCT/./2/punct",
];
const documents = Array.from({ length: 10 }, (_, i) =>
  alignedOf(documentOf(`GUM_news_${i}`, "train", [...small.slice(i % 3), ...small].map(sentence).join("\n\n"))),
);

describe("training", () => {
  test("the same documents give the same bytes", () => {
    const train = (): Uint8Array[] => {
      const { words, linear } = trainTagger(documents, 2);
      const tagged = jackknifed(documents);
      return [words, linear, trainTransitions(tagged, 2), ...trainRelations(tagged, 2)];
    };
    const once = train();
    expect(once.every((bytes) => bytes.length > 0)).toBe(true);
    expect(train()).toEqual(once);
  });

  test.skipIf(!existsSync(gum))("GUM gives the tagger in weights/ (skipped: no data)", { timeout: 300_000 }, () => {
    const train = readGum(gum).filter(({ split }) => split === "train");
    const { words, linear } = trainTagger(train.map(alignedOf));
    const kept = brotliDecompressSync(readFileSync(join(home, "weights", "tags.br")));
    expect(Buffer.from(writeSections([words, linear])).equals(kept)).toBe(true);
  });
});
