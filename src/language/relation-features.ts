import { mix, seed, stirAll } from "./features.ts";
import type { ParserInput } from "./parser-features.ts";
import { POS } from "./pos.ts";

const AUX = POS.indexOf("AUX");

export const RELATION_FEATURES_MAX = 48;

/** The finished tree of a sentence, for naming its arcs; tokens count from 0, the root is `count`. */
export interface Tree {
  count: number;
  readonly heads: Int32Array;
  /** Dependents by rising index, chained: the first one of a head, the next one of the same head; -1 at the end. */
  readonly child: Int32Array;
  readonly next: Int32Array;
}

/** Chains the dependents of every head. */
export function chain(tree: Tree): void {
  const { count, heads, child, next } = tree;
  child.fill(-1, 0, count + 1);
  for (let i = count - 1; i >= 0; i -= 1) {
    const head = heads[i] as number;
    next[i] = child[head] as number;
    child[head] = i;
  }
}

/** What alone decides the relation of most small words: the word, both parts of speech, the side. */
export function arcKey(tree: Tree, input: ParserInput, d: number): number {
  const h = tree.heads[d] as number;
  const pair = (input.pos[d] as number) | ((input.pos[h] as number) << 5) | (d < h ? 0 : 1024);
  return mix(99 + (pair << 8), input.forms.lower[input.first + d] as number) || 1;
}

/**
 * Features of the arc to token `d`, into `out`; `relations` holds those of the tokens before it. Returns how many.
 */
export function relationFeatures(
  tree: Tree,
  input: ParserInput,
  d: number,
  relations: Uint8Array,
  out: Int32Array,
): number {
  const { count, heads, child, next } = tree;
  const { forms, first, pos } = input;
  const { lower, suffix3, shape } = forms;
  const h = heads[d] as number;
  const word = (i: number): number => (i < 0 || i >= count ? 7 : (lower[first + i] as number));
  const tag = (i: number): number => (i < 0 ? 31 : (pos[i] as number));
  const dp = tag(d);
  const hp = tag(h);
  const dw = word(d);
  const hw = word(h);
  const side = d < h ? 0 : 1;
  const far = Math.min(7, Math.abs(h - d) <= 3 ? Math.abs(h - d) : 3 + ((Math.abs(h - d) / 4) | 0));
  const pair = dp | (hp << 5) | (side << 10);
  // Dependents of the dependent: outermost ones and the first, which is often a preposition or conjunction.
  const c0 = child[d] as number;
  let cn = c0;
  let c1 = -1;
  for (let c = c0; c >= 0; c = next[c] as number) {
    if (cn !== c && c1 < 0) c1 = c;
    cn = c;
  }
  // Siblings: the one before, how many before on this side; what the head already has as subject or object.
  let before = -1;
  let has = 0;
  let auxiliary = -1;
  const after = next[d] as number;
  for (let c = child[h] as number; c >= 0 && c < d; c = next[c] as number) {
    before = c;
    has |= 1 << ((relations[c] as number) & 31);
    if (pos[c] === AUX) auxiliary = c;
  }
  for (let c = after; c >= 0; c = next[c] as number) if (pos[c] === AUX) auxiliary = c;
  const had = before < 0 ? 63 : (relations[before] as number);
  const above = h >= count ? -1 : (heads[h] as number);
  let n = 0;
  out[n++] = seed(1) ^ pair;
  out[n++] = seed(2) ^ (pair | (far << 11));
  out[n++] = seed(3) ^ dw;
  out[n++] = seed(4 + (pair << 8)) ^ dw;
  out[n++] = seed(5 + (pair << 8)) ^ hw;
  out[n++] = seed(mix(6 + (side << 8), dw)) ^ hw;
  out[n++] = seed(7 + (side << 8)) ^ hw;
  out[n++] = seed(8 + (pair << 8)) ^ word(c0);
  out[n++] = seed(9) ^ (pair | (tag(c0) << 11) | (tag(cn) << 16));
  out[n++] = seed(10 + (pair << 8)) ^ word(cn);
  out[n++] = seed(11) ^ (pair | (tag(c0) << 11) | (tag(c1) << 16));
  out[n++] = seed(12) ^ (pair | (had << 11));
  out[n++] = seed(13 + (pair << 8)) ^ has;
  out[n++] = seed(14) ^ (pair | (tag(before) << 11));
  out[n++] = seed(15) ^ (pair | (tag(after) << 11));
  out[n++] = seed(16 + (pair << 8)) ^ word(auxiliary);
  out[n++] = seed(17) ^ (pair | (tag(above) << 11));
  out[n++] = seed(18 + (pair << 8)) ^ (suffix3[first + d] as number);
  out[n++] = seed(19 + (pair << 8)) ^ (h < count ? (suffix3[first + h] as number) : 7);
  out[n++] = seed(20 + (pair << 8)) ^ word(d - 1);
  out[n++] = seed(21 + (pair << 8)) ^ (d + 1 < count ? word(d + 1) : 7);
  out[n++] = seed(22) ^ (pair | ((d > 0 ? tag(d - 1) : 31) << 11) | ((d + 1 < count ? tag(d + 1) : 31) << 16));
  out[n++] = seed(23 + (hp << 8) + (side << 16)) ^ mix(dw, word(c0));
  out[n++] = seed(24 + (dp << 8) + (side << 16)) ^ mix(hw, word(c0));
  out[n++] = seed(25 + (pair << 8)) ^ (shape[first + d] as number);
  out[n++] = seed(26 + (pair << 8)) ^ mix(has, tag(c0));
  out[n++] = seed(27 + (pair << 8)) ^ mix(word(auxiliary), had);
  out[n++] = seed(28 + (pair << 8)) ^ (h < d ? (relations[h] as number) : 99);
  return stirAll(out, n);
}
