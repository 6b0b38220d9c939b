import { mix, seed, stirAll } from "./features.ts";
import type { Forms } from "./features.ts";
import type { ParserState } from "./parser-state.ts";
import { POS } from "./pos.ts";

export const PARSE_FEATURES_MAX = 80;

/** Parts of speech of places outside of the sentence, and of the root. */
const NOTHING = POS.length;
const ROOT = POS.length + 1;

const COMMA = POS.indexOf("PUNCT");

/** What the features read of a sentence: hashes and parts of speech, with sums so far of what can stand between. */
export interface ParserInput {
  forms: Forms;
  /** Index in the forms of the sentence's first token. */
  first: number;
  /** Part of speech of each token of the sentence, from 0; the root behind the last. */
  readonly pos: Uint8Array;
  /** How many verbs, and how many marks, stand before each token. */
  readonly verbs: Uint16Array;
  readonly marks: Uint16Array;
}

/** Fills in a sentence `[first, last)`, whose parts of speech stand at the same indexes of `pos`. */
export function prepare(input: ParserInput, forms: Forms, pos: Uint8Array, first: number, count: number): void {
  input.forms = forms;
  input.first = first;
  let verbs = 0;
  let marks = 0;
  for (let i = 0; i < count; i += 1) {
    const tag = pos[first + i] as number;
    input.pos[i] = tag;
    input.verbs[i] = verbs;
    input.marks[i] = marks;
    if (tag >= VERB_FIRST && tag <= VERB_LAST) verbs += 1;
    if (tag === COMMA) marks += 1;
  }
  input.pos[count] = ROOT;
  input.verbs[count] = verbs;
  input.marks[count] = marks;
}

const VERB_FIRST = POS.indexOf("VB");
const VERB_LAST = POS.indexOf("VBD");

/** Features of a state, into `out`. Returns how many. `s` are places on the stack from the top, `b` in the buffer. */
export function parseFeatures(state: ParserState, input: ParserInput, out: Int32Array): number {
  const { stack, depth, front, count, leftmost, rightmost } = state;
  const { forms, first, pos } = input;
  const { lower, suffix3 } = forms;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : -1;
  const b0 = front;
  const b1 = front + 1 < count ? front + 1 : -1;
  const b2 = front + 2 < count ? front + 2 : -1;
  const s0l = s0 < 0 ? -1 : (leftmost[s0] as number);
  const s0r = s0 < 0 ? -1 : (rightmost[s0] as number);
  const s1l = s1 < 0 ? -1 : (leftmost[s1] as number);
  const s1r = s1 < 0 ? -1 : (rightmost[s1] as number);
  const b0l = leftmost[b0] as number;

  const tag = (i: number): number => (i < 0 ? NOTHING : (pos[i] as number));
  const word = (i: number): number => (i < 0 || i >= count ? 7 : (lower[first + i] as number));
  const s0p = tag(s0);
  const s1p = tag(s1);
  const s2p = tag(s2);
  const b0p = tag(b0);
  const b1p = tag(b1);
  const b2p = tag(b2);
  const b3p = front + 3 < count ? (pos[front + 3] as number) : NOTHING;
  const s0lp = tag(s0l);
  const s0rp = tag(s0r);
  const s1lp = tag(s1l);
  const s1rp = tag(s1r);
  const b0lp = tag(b0l);
  const s0w = word(s0);
  const s1w = word(s1);
  const b0w = word(b0);
  const b1w = word(b1);
  const b0s = b0 < count ? (suffix3[first + b0] as number) : 7;
  const s0s = s0 < 0 ? 7 : (suffix3[first + s0] as number);
  const valency0 = s0 < 0 ? 0 : (state.lefts[s0] as number) | ((state.rights[s0] as number) << 3);
  const valency1 = s1 < 0 ? 0 : (state.lefts[s1] as number) | ((state.rights[s1] as number) << 3);
  const valencyB = state.lefts[b0] as number;
  const gap = s0 < 0 ? 0 : distance(b0 - s0);
  const gap1 = s1 < 0 ? 0 : distance(s0 - s1);
  const between = s0 < 0 ? 0 : betweenOf(input, s0, b0);
  const between1 = s1 < 0 ? 0 : betweenOf(input, s1, s0);

  // A part of speech takes 5 bits: four of them and a template number fit into one value.
  const pair = s0p | (b0p << 5);
  const pair1 = s1p | (s0p << 5);
  let n = 0;
  out[n++] = seed(1) ^ s0w;
  out[n++] = seed(2 + (s0p << 8)) ^ s0w;
  out[n++] = seed(3) ^ b0w;
  out[n++] = seed(4 + (b0p << 8)) ^ b0w;
  out[n++] = seed(5 + (s1p << 8)) ^ s1w;
  out[n++] = seed(6 + (b1p << 8)) ^ b1w;
  out[n++] = seed(7) ^ (s0p | (s1p << 5) | (s2p << 10));
  out[n++] = seed(8) ^ (b0p | (b1p << 5) | (b2p << 10));
  out[n++] = seed(9) ^ word(b2);
  out[n++] = seed(mix(10, s0w)) ^ b0w;
  out[n++] = seed(11 + (pair << 8)) ^ s0w;
  out[n++] = seed(12 + (pair << 8)) ^ b0w;
  out[n++] = seed(13) ^ pair;
  out[n++] = seed(14) ^ (pair | (gap << 10));
  out[n++] = seed(15) ^ (pair | (between << 10));
  out[n++] = seed(16) ^ (pair | (b1p << 10));
  out[n++] = seed(17) ^ (pair | (b1p << 10) | (b2p << 15));
  out[n++] = seed(18) ^ (pair | (s1p << 10));
  out[n++] = seed(19) ^ (pair | (s1p << 10) | (b1p << 15));
  out[n++] = seed(20) ^ (pair | (s1p << 10) | (s2p << 15));
  out[n++] = seed(21) ^ pair1;
  out[n++] = seed(22) ^ (pair1 | (gap1 << 10));
  out[n++] = seed(23) ^ (pair1 | (between1 << 10));
  out[n++] = seed(mix(24, s1w)) ^ s0w;
  out[n++] = seed(25 + (pair1 << 8)) ^ s1w;
  out[n++] = seed(26 + (pair1 << 8)) ^ s0w;
  out[n++] = seed(27) ^ (s1p | (b0p << 5) | (between1 << 10));
  out[n++] = seed(28 + (s0p << 8)) ^ mix(s1w, b0p);
  out[n++] = seed(29) ^ (pair | (s0lp << 10));
  out[n++] = seed(30) ^ (pair | (s0rp << 10));
  out[n++] = seed(31) ^ (pair | (b0lp << 10));
  out[n++] = seed(32) ^ (pair | (s0lp << 10) | (s0rp << 15));
  out[n++] = seed(33) ^ (pair1 | (s1lp << 10));
  out[n++] = seed(34) ^ (pair1 | (s1rp << 10));
  out[n++] = seed(35) ^ (pair1 | (s0lp << 10) | (b0p << 15));
  out[n++] = seed(36) ^ (pair1 | (s1rp << 10) | (b0p << 15));
  out[n++] = seed(37 + (s0p << 8)) ^ word(s0l);
  out[n++] = seed(38 + (s0p << 8)) ^ word(s0r);
  out[n++] = seed(39 + (b0p << 8)) ^ word(b0l);
  out[n++] = seed(40 + (s1p << 8)) ^ word(s1r);
  out[n++] = seed(41) ^ (s0p | (valency0 << 5));
  out[n++] = seed(42 + (valency0 << 8)) ^ s0w;
  out[n++] = seed(43) ^ (pair | (valency0 << 10));
  out[n++] = seed(44) ^ (b0p | (valencyB << 5) | (s0p << 8));
  out[n++] = seed(45) ^ (pair1 | (valency1 << 10));
  out[n++] = seed(46 + (valency1 << 8)) ^ s1w;
  out[n++] = seed(47 + (s0p << 8)) ^ mix(b0w, b1p);
  out[n++] = seed(48 + (s0p << 8)) ^ mix(b0p, b1w);
  out[n++] = seed(49 + (s1p << 8)) ^ mix(s0p, b0w);
  out[n++] = seed(50 + (b0p << 8)) ^ mix(s0w, b1p);
  out[n++] = seed(51) ^ (b0p | (b1p << 5) | (b2p << 10) | (b3p << 15));
  out[n++] = seed(mix(52, b0w)) ^ b1w;
  out[n++] = seed(53 + (pair << 8)) ^ s0s;
  out[n++] = seed(54 + (pair << 8)) ^ b0s;
  out[n++] = seed(55) ^ (pair | (between << 10) | (valency0 << 18));
  out[n++] = seed(56) ^ ((pair1 << 5) | b0p | (between << 15));
  out[n++] = seed(57 + (s1p << 8)) ^ mix(s0w, b0p);
  out[n++] = seed(58) ^ (Math.min(depth, 7) | (s0p << 3) | ((front === count ? 1 : 0) << 9));
  return stirAll(out, n);
}

/** 1, 2, 3, 4 (to 5), 5 (to 8), 6 (to 14), 7 beyond. */
function distance(tokens: number): number {
  if (tokens <= 3) return tokens;
  return tokens <= 5 ? 4 : tokens <= 8 ? 5 : tokens <= 14 ? 6 : 7;
}

/** Verbs and marks between two tokens, each up to 3. */
function betweenOf(input: ParserInput, from: number, to: number): number {
  const verbs = (input.verbs[to] as number) - (input.verbs[from + 1] as number);
  const marks = (input.marks[to] as number) - (input.marks[from + 1] as number);
  return Math.min(3, verbs) | (Math.min(3, marks) << 2);
}
