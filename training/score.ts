/**
 * Scores what lies in `weights/` on GUM's held-back documents, on the program's own tokens:
 * `node training/score.ts --data ../shared/data/gum [--split dev|test]`
 * Parts of speech over all tokens; heads (UAS) and heads with relations (LAS) without punctuation, once with GUM's
 * sentences and once with the program's own.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readWeights } from "../src/app/weights.ts";
import { POS } from "../src/language/pos.ts";
import type { Pos } from "../src/language/pos.ts";
import { relationIndex } from "../src/language/relations.ts";
import { readingOf } from "../src/language/sentences.ts";
import { alignedOf, uposOf } from "./aligned.ts";
import type { AlignedDocument } from "./aligned.ts";
import { readGum } from "./gum.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, split: { type: "string", default: "dev" } },
});
const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const documents = readGum(values.data ?? join(home, "..", "shared", "data", "gum"))
  .filter(({ split }) => split === values.split)
  .map(alignedOf);
const model = readWeights();

interface Counts {
  tokens: number;
  upos: number;
  pos: number;
  words: number;
  heads: number;
  both: number;
}

function score(document: AlignedDocument, own: boolean): Counts {
  const { forms, tokens } = document;
  const sentences = own
    ? readingOf(document.text, model).sentences.map(({ first, last }) => [first, last] as const)
    : document.sentences;
  const pos = new Uint8Array(tokens.length);
  const heads = new Int32Array(tokens.length);
  const relations = new Uint8Array(tokens.length);
  const counts: Counts = { tokens: 0, upos: 0, pos: 0, words: 0, heads: 0, both: 0 };
  for (const [first, last] of sentences) {
    model.tagger.tag(forms, first, last, pos);
    model.parser.parse(forms, pos, first, last, heads, relations);
    for (let i = first; i < last; i += 1) {
      if ((document.pos[i] as number) < 0) continue;
      counts.tokens += 1;
      if (uposOf(POS[pos[i] as number] as Pos) === document.upos[i]) counts.upos += 1;
      if (pos[i] === document.pos[i]) counts.pos += 1;
      if (document.upos[i] === "PUNCT") continue;
      counts.words += 1;
      if (heads[i] !== document.heads[i]) continue;
      counts.heads += 1;
      if (relations[i] === relationIndex(document.relations[i] as string)) counts.both += 1;
    }
  }
  return counts;
}

for (const own of [false, true]) {
  for (const genre of [...new Set(documents.map((one) => one.genre)), "all"]) {
    const all = documents.filter((one) => genre === "all" || one.genre === genre).map((one) => score(one, own));
    const sum = (key: keyof Counts): number => all.reduce((total, one) => total + one[key], 0);
    const share = (key: keyof Counts, of: keyof Counts): string => ((100 * sum(key)) / sum(of)).toFixed(1);
    process.stdout.write(
      `${values.split} ${genre.padEnd(10)} ${own ? "own sentences" : "GUM sentences"}  tokens ${sum("tokens")}  UPOS ${share("upos", "tokens")}  ` +
        `with forms ${share("pos", "tokens")}  UAS ${share("heads", "words")}  LAS ${share("both", "words")}\n`,
    );
  }
}
