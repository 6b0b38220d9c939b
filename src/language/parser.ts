import type { Forms } from "./features.ts";
import type { Linear } from "./linear.ts";
import { PARSE_FEATURES_MAX, parseFeatures, prepare } from "./parser-features.ts";
import type { ParserInput } from "./parser-features.ts";
import { LEFT, RIGHT, SHIFT, TOKENS_MAX, begin, isAllowed, isDone, parserState, take } from "./parser-state.ts";
import type { ParserState } from "./parser-state.ts";
import { RELATION_FEATURES_MAX, arcKey, chain, relationFeatures } from "./relation-features.ts";
import type { Tree } from "./relation-features.ts";
import { RELATIONS } from "./relations.ts";
import type { WordTable } from "./word-table.ts";

export interface Parser {
  /**
   * Parses the sentence `[first, last)`: writes the head of each token (an index like `first`; -1 for the one root) and
   * the index of its relation in `RELATIONS`. The heads always form one tree.
   */
  parse(forms: Forms, pos: Uint8Array, first: number, last: number, heads: Int32Array, relations: Uint8Array): void;
}

/** Room for one sentence. */
export function parserInput(forms: Forms): ParserInput {
  const array = (): Uint16Array => new Uint16Array(TOKENS_MAX + 1);
  return { forms, first: 0, pos: new Uint8Array(TOKENS_MAX + 1), verbs: array(), marks: array() };
}

export function treeOf(heads: Int32Array): Tree {
  return { count: 0, heads, child: new Int32Array(heads.length), next: new Int32Array(heads.length) };
}

const NONE = new Int32Array(0);
const NO_FORMS: Forms = {
  count: 0,
  form: NONE,
  lower: NONE,
  prefix: NONE,
  suffix1: NONE,
  suffix2: NONE,
  suffix3: NONE,
  suffix4: NONE,
  stem1: NONE,
  stem2: NONE,
  ending: new Uint8Array(0),
  shape: NONE,
  flags: new Uint8Array(0),
};

/**
 * Greedy: transitions decide the tree, then a second model names each arc, left to right, unless `arcs` has its key
 * with the one relation that it always had (its index and one).
 */
export function parserOf(transitions: Linear, relations: Linear, arcs: WordTable): Parser {
  const state = parserState();
  const input = parserInput(NO_FORMS);
  const tree = treeOf(state.heads);
  const features = new Int32Array(Math.max(PARSE_FEATURES_MAX, RELATION_FEATURES_MAX));
  const scores = new Int32Array(transitions.classes.length);
  const names = new Uint8Array(TOKENS_MAX + 1);
  const piece = (
    forms: Forms,
    pos: Uint8Array,
    first: number,
    count: number,
    heads: Int32Array,
    out: Uint8Array,
  ): void => {
    prepare(input, forms, pos, first, count);
    begin(state, count);
    while (!isDone(state)) {
      const n = parseFeatures(state, input, features);
      transitions.score(features, n, scores);
      take(state, bestAllowed(state, scores));
    }
    oneRoot(state);
    tree.count = count;
    chain(tree);
    for (let d = 0; d < count; d += 1) {
      const root = state.heads[d] === count;
      if (root) names[d] = 0;
      else {
        const sure = arcs.of(arcKey(tree, input, d));
        names[d] = sure > 0 ? sure - 1 : relations.best(features, relationFeatures(tree, input, d, names, features));
      }
      heads[first + d] = root ? -1 : first + (state.heads[d] as number);
      out[first + d] = names[d] as number;
    }
  };
  return {
    parse: (forms, pos, first, last, heads, out) => {
      for (let at = first; at < last; at += TOKENS_MAX) {
        piece(forms, pos, at, Math.min(TOKENS_MAX, last - at), heads, out);
        // Pieces of a sentence that is too long hang on the first.
        if (at > first) hang(heads, out, first, at, Math.min(last, at + TOKENS_MAX));
      }
    },
  };
}

/** The allowed transition with the highest score. */
export function bestAllowed(state: ParserState, scores: Int32Array | Float32Array): number {
  let best = -1;
  for (let t = SHIFT; t <= RIGHT; t += 1)
    if (isAllowed(state, t) && (best < 0 || (scores[t] as number) > (scores[best] as number))) best = t;
  return best < 0 ? LEFT : best;
}

/** Of several roots the first stays; the others hang on it. */
function oneRoot(state: ParserState): void {
  const { heads, count } = state;
  let root = -1;
  for (let i = 0; i < count; i += 1) {
    if (heads[i] !== count) continue;
    if (root < 0) root = i;
    else heads[i] = root;
  }
}

const PARATAXIS = RELATIONS.indexOf("parataxis");

function hang(heads: Int32Array, relations: Uint8Array, first: number, from: number, to: number): void {
  let root = first;
  while (heads[root] !== -1) root += 1;
  for (let i = from; i < to; i += 1) {
    if (heads[i] !== -1) continue;
    heads[i] = root;
    relations[i] = PARATAXIS;
  }
}
