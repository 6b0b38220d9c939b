import { hashOf } from "../src/language/features.ts";
import { POS } from "../src/language/pos.ts";
import type { Pos } from "../src/language/pos.ts";
import {
  TAG_FEATURES_MAX,
  WORD_FEATURES,
  knownWords,
  onlyTag,
  printOf,
  tagFeatures,
  tagsOfWord,
} from "../src/language/tagger.ts";
import { wordTableOf, writeWordTable } from "../src/language/word-table.ts";
import type { AlignedDocument } from "./aligned.ts";
import { composedOf } from "./composed.ts";
import { lexiconWords } from "./lexicon.ts";
import { drawing, shuffled } from "./order.ts";
import { asHeadlines } from "./printed.ts";
import { perceptronOf } from "./perceptron.ts";

export interface TaggerParts {
  readonly words: Uint8Array;
  readonly linear: Uint8Array;
}

/** Rows of the tagger's model: 2 to this power. */
const BITS = 18;
/** Right decisions by less than this are learned from too. */
const MARGIN = 30;
/** In how many of a hundred cases the word itself is hidden. */
const HIDDEN = 30;

/** Trains the tagger on documents. Deterministic. */
export function trainTagger(documents: readonly AlignedDocument[], rounds = 8): TaggerParts {
  const words = wordsOf(documents);
  const table = wordTableOf(words);
  const model = perceptronOf(POS, BITS);
  const features = new Int32Array(TAG_FEATURES_MAX);
  const scores = new Float32Array(POS.length);
  const draw = drawing(5);
  const work = [...documents, ...documents.map(composedOf), ...asHeadlines(documents)].flatMap((document) =>
    document.sentences.map(([first, last]) => ({ document, first, last })),
  );
  const visit = (index: number, learn: boolean): void => {
    const { document, first, last } = work[index] as (typeof work)[number];
    const { forms, pos } = document;
    const print = printOf(forms, first, last);
    const tags = new Uint8Array(forms.count);
    const known = new Int32Array(last - first);
    knownWords(forms, table, first, last, known);
    for (let i = first; i < last; i += 1) {
      const only = onlyTag(known[i - first] as number);
      const gold = pos[i] as number;
      if (only >= 0 || gold < 0) {
        tags[i] = Math.max(only, 0);
        continue;
      }
      const count = tagFeatures(forms, known, first, last, i, print, tags, features);
      if (!learn) {
        tags[i] = gold;
        model.see(features, count);
        continue;
      }
      // Now and then the word itself is hidden, so that its ending and its neighbours learn to decide alone.
      const shown = draw(100) < HIDDEN ? count - WORD_FEATURES : count;
      model.score(features, shown, scores);
      let best = 0;
      let rival = gold === 0 ? 1 : 0;
      for (let c = 1; c < scores.length; c += 1) {
        if ((scores[c] as number) > (scores[best] as number)) best = c;
        if (c !== gold && (scores[c] as number) > (scores[rival] as number)) rival = c;
      }
      if ((scores[gold] as number) - (scores[rival] as number) < MARGIN) model.update(features, shown, gold, rival);
      else model.pass();
      tags[i] = best;
    }
  };
  for (let i = 0; i < work.length; i += 1) visit(i, false);
  for (let round = 0; round < rounds; round += 1) for (const i of shuffled(work.length, round + 1)) visit(i, true);
  return { words, linear: model.finish() };
}

/** Words of our lists, by hash, with a bit for each part of speech. */
function listedWords(): Map<number, number> {
  const bits = (pos: readonly string[]): number => pos.reduce((sum, one) => sum | (1 << POS.indexOf(one as Pos)), 0);
  return new Map([...lexiconWords()].map(([word, pos]) => [hashOf(word), bits(pos)]));
}

/** Words seen five times or more: every tag that made up a twentieth; alone and frequent: nothing else to consider. */
function wordsOf(documents: readonly AlignedDocument[]): Uint8Array {
  const counts = new Map<number, Int32Array>();
  for (const { forms, pos } of documents) {
    for (let i = 0; i < forms.count; i += 1) {
      const tag = pos[i] as number;
      if (tag < 0) continue;
      const hash = forms.lower[i] as number;
      let row = counts.get(hash);
      if (row === undefined) counts.set(hash, (row = new Int32Array(POS.length)));
      row[tag] = (row[tag] as number) + 1;
    }
  }
  const listed = listedWords();
  const entries: [number, number][] = [];
  for (const [hash, row] of counts) {
    const all = row.reduce((a, b) => a + b, 0);
    if (all < 5 && !listed.has(hash)) continue;
    let tags = 0;
    row.forEach((n, tag) => {
      if (n * 20 >= all) tags |= 1 << tag;
    });
    if (all < 20) tags |= listed.get(hash) ?? 0;
    listed.delete(hash);
    const most = Math.max(...row);
    entries.push([hash, tagsOfWord(tags, all >= 30 && most >= all * 0.995 && (tags & (tags - 1)) === 0)]);
  }
  entries.push(...listed);
  return writeWordTable(entries);
}
