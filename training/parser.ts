import { PARSE_FEATURES_MAX, parseFeatures, prepare } from "../src/language/parser-features.ts";
import { bestAllowed, parserInput, treeOf } from "../src/language/parser.ts";
import { RIGHT, SHIFT, TOKENS_MAX, begin, isDone, parserState, take } from "../src/language/parser-state.ts";
import { RELATION_FEATURES_MAX, arcKey, chain, relationFeatures } from "../src/language/relation-features.ts";
import type { Tree } from "../src/language/relation-features.ts";
import type { ParserInput } from "../src/language/parser-features.ts";
import { wordTableOf, writeWordTable } from "../src/language/word-table.ts";
import { RELATIONS, relationIndex } from "../src/language/relations.ts";
import type { AlignedDocument } from "./aligned.ts";
import { FORBIDDEN, costs, goldTreeOf } from "./oracle.ts";
import type { GoldTree } from "./oracle.ts";
import { drawing, shuffled } from "./order.ts";
import { perceptronOf } from "./perceptron.ts";

/** A document with the parts of speech that the tagger gave it without having seen it. */
export interface TaggedDocument {
  readonly document: AlignedDocument;
  readonly pos: Uint8Array;
}

interface Work extends TaggedDocument {
  readonly first: number;
  readonly gold: GoldTree;
  readonly relations: Uint8Array;
}

const TRANSITION_BITS = 20;
const RELATION_BITS = 17;
/** Right decisions by less than this are learned from too. */
const TRANSITION_MARGIN = 100;
const RELATION_MARGIN = 100;
/** From this round on, training follows its own decisions nine times out of ten, wrong ones too. */
const EXPLORE_FROM = 1;

function workOf(documents: readonly TaggedDocument[]): Work[] {
  return documents.flatMap(({ document, pos }) =>
    document.sentences.flatMap(([first, last]) => {
      const count = last - first;
      if (count < 1 || count > TOKENS_MAX) return [];
      const inside = (head: number): number => (head >= first && head < last ? head - first : count);
      const gold = goldTreeOf(Array.from(document.heads.subarray(first, last), inside));
      const relations = Uint8Array.from(document.relations.slice(first, last), relationIndex);
      return [{ document, pos, first, gold, relations }];
    }),
  );
}

/** Trains the model that decides transitions. Deterministic. */
export function trainTransitions(documents: readonly TaggedDocument[], rounds = 12): Uint8Array {
  const work = workOf(documents);
  const model = perceptronOf(["shift", "left", "right"], TRANSITION_BITS);
  const state = parserState();
  const input = parserInput((work[0] as Work).document.forms);
  const features = new Int32Array(PARSE_FEATURES_MAX);
  const scores = new Float32Array(3);
  const cost = new Int32Array(3);
  const draw = drawing(7);
  for (let round = -1; round < rounds; round += 1) {
    for (const index of shuffled(work.length, round + 2)) {
      const { document, pos, first, gold } = work[index] as Work;
      prepare(input, document.forms, pos, first, gold.count);
      begin(state, gold.count);
      while (!isDone(state)) {
        const n = parseFeatures(state, input, features);
        model.score(features, n, scores);
        costs(state, gold, cost);
        const good = bestRight(scores, cost);
        if (round < 0) {
          model.see(features, n);
          take(state, good);
          continue;
        }
        const guess = bestAllowed(state, scores);
        const rival = bestWrong(scores, cost, cost[good] as number);
        if (rival >= 0 && (scores[good] as number) - (scores[rival] as number) < TRANSITION_MARGIN)
          model.update(features, n, good, rival);
        else model.pass();
        take(state, round >= EXPLORE_FROM && draw(10) > 0 ? guess : good);
      }
    }
  }
  return model.finish();
}

/** The best-scored of the allowed transitions that lose more than `least`; -1 when there is none. */
function bestWrong(scores: Float32Array, cost: Int32Array, least: number): number {
  let best = -1;
  for (let t = SHIFT; t <= RIGHT; t += 1) {
    const wrong = (cost[t] as number) > least && (cost[t] as number) < FORBIDDEN;
    if (wrong && (best < 0 || (scores[t] as number) > (scores[best] as number))) best = t;
  }
  return best;
}

/** The best-scored of the transitions that lose least. */
function bestRight(scores: Float32Array, cost: Int32Array): number {
  let best = SHIFT;
  for (let t = SHIFT; t <= RIGHT; t += 1) {
    const better = (cost[t] as number) - (cost[best] as number);
    if (better < 0 || (better === 0 && (scores[t] as number) > (scores[best] as number))) best = t;
  }
  return best;
}

/** How often an arc's key must have been seen, with one relation in 199 of 200 cases, to stand for it. */
const SURE = 15;

/** The relations that arcs with the same key always have. */
function sureArcs(work: readonly Work[], input: ParserInput, tree: Tree): Uint8Array {
  const counts = new Map<number, Int32Array>();
  for (const { document, pos, first, gold, relations } of work) {
    prepare(input, document.forms, pos, first, gold.count);
    tree.heads.set(gold.heads);
    for (let d = 0; d < gold.count; d += 1) {
      const key = arcKey(tree, input, d);
      let row = counts.get(key);
      if (row === undefined) counts.set(key, (row = new Int32Array(RELATIONS.length)));
      row[relations[d] as number] = (row[relations[d] as number] as number) + 1;
    }
  }
  const entries: [number, number][] = [];
  for (const [key, row] of counts) {
    const all = row.reduce((a, b) => a + b, 0);
    const most = Math.max(...row);
    if (all >= SURE && most * 200 >= all * 199) entries.push([key, row.indexOf(most) + 1]);
  }
  return writeWordTable(entries);
}

/** Trains the model that names arcs, on the right trees, and the table of those that need none. Deterministic. */
export function trainRelations(documents: readonly TaggedDocument[], rounds = 8): [Uint8Array, Uint8Array] {
  const work = workOf(documents);
  const model = perceptronOf(RELATIONS, RELATION_BITS);
  const input = parserInput((work[0] as Work).document.forms);
  const features = new Int32Array(RELATION_FEATURES_MAX);
  const scores = new Float32Array(RELATIONS.length);
  const heads = new Int32Array(TOKENS_MAX + 1);
  const tree = treeOf(heads);
  const names = new Uint8Array(TOKENS_MAX + 1);
  const sure = sureArcs(work, input, tree);
  const arcs = wordTableOf(sure);
  for (let round = -1; round < rounds; round += 1) {
    for (const index of shuffled(work.length, round + 2)) {
      const { document, pos, first, gold, relations } = work[index] as Work;
      prepare(input, document.forms, pos, first, gold.count);
      heads.set(gold.heads);
      tree.count = gold.count;
      chain(tree);
      for (let d = 0; d < gold.count; d += 1) {
        const right = relations[d] as number;
        names[d] = right;
        if (gold.heads[d] === gold.count || arcs.of(arcKey(tree, input, d)) > 0) continue;
        const n = relationFeatures(tree, input, d, names, features);
        if (round < 0) {
          model.see(features, n);
          continue;
        }
        model.score(features, n, scores);
        let best = 0;
        let rival = right === 0 ? 1 : 0;
        for (let c = 1; c < scores.length; c += 1) {
          if ((scores[c] as number) > (scores[best] as number)) best = c;
          if (c !== right && (scores[c] as number) > (scores[rival] as number)) rival = c;
        }
        if ((scores[right] as number) - (scores[rival] as number) < RELATION_MARGIN)
          model.update(features, n, right, rival);
        else model.pass();
        names[d] = best;
      }
    }
  }
  return [model.finish(), sure];
}
