import { readLinear } from "../src/language/linear.ts";
import { taggerOf } from "../src/language/tagger.ts";
import type { Tagger } from "../src/language/tagger.ts";
import { wordTableOf } from "../src/language/word-table.ts";
import type { AlignedDocument } from "./aligned.ts";
import { composedOf } from "./composed.ts";
import type { TaggedDocument } from "./parser.ts";
import { trainTagger } from "./tagger.ts";

const FOLDS = 5;

/** Tags each document with a tagger that was trained on the others, so that the parser learns from tags as they will be. */
export function jackknifed(documents: readonly AlignedDocument[]): TaggedDocument[] {
  const tagged: TaggedDocument[] = [];
  const composed: TaggedDocument[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const { words, linear } = trainTagger(documents.filter((_, i) => i % FOLDS !== fold));
    const tagger = taggerOf(readLinear(linear), wordTableOf(words));
    documents.forEach((document, i) => {
      if (i % FOLDS !== fold) return;
      tagged[i] = tag(document, tagger);
      composed[i] = tag(composedOf(document), tagger);
    });
  }
  return [...tagged, ...composed];
}

function tag(document: AlignedDocument, tagger: Tagger): TaggedDocument {
  const pos = new Uint8Array(document.tokens.length);
  for (const [first, last] of document.sentences) tagger.tag(document.forms, first, last, pos);
  return { document, pos };
}
