import { mix, seed, stirAll } from "./features.ts";
import type { NameContext } from "./name-context.ts";

/** Upper bound of how many features `nameFeatures` writes. */
export const NAME_FEATURES_MAX = 96;

/** Hashes that stand for the edges of a sentence. */
const BEFORE = 0x5f3759df;
const BEHIND = 0x2c9277b5;
const SEED = 0x3c6ef372;
const KNOWN_BITS = 15;

/** One seed for each sort of feature; `stirAll` does the rest of `mix`. */
const S = Int32Array.from({ length: 128 }, (_, kind) => seed(Math.imul(kind, SEED)));

/** Features of token `i` of the sentence `[first, last)`, as 32-bit hashes, for the model that finds names. Returns their number. */
export function nameFeatures(context: NameContext, first: number, last: number, i: number, out: Int32Array): number {
  const { forms, known, begins, shouted, small, large, runFirst, runLast } = context;
  const { lower, shape, suffix3 } = forms;
  const own = lower[i] as number;
  const hasBack = i > first;
  const hasNext = i + 1 < last;
  const back = hasBack ? (lower[i - 1] as number) : BEFORE;
  const next = hasNext ? (lower[i + 1] as number) : BEHIND;
  const back2 = i - 2 >= first ? (lower[i - 2] as number) : BEFORE;
  const next2 = i + 2 < last ? (lower[i + 2] as number) : BEHIND;
  const edge = (begins[i] as number) | ((shouted[i] as number) << 1);
  const around = mix(back, next);
  out[0] = (S[1] as number) ^ edge;
  out[1] = (S[2] as number) ^ (forms.form[i] as number);
  out[2] = (S[3] as number) ^ own;
  out[3] = (S[4] as number) ^ back;
  out[4] = (S[5] as number) ^ next;
  out[5] = (S[6] as number) ^ back2;
  out[6] = (S[7] as number) ^ next2;
  out[7] = (S[8] as number) ^ mix(back, own);
  out[8] = (S[9] as number) ^ mix(own, next);
  out[9] = (S[10] as number) ^ around;
  out[10] = (S[11] as number) ^ mix(back, back2);
  out[11] = (S[12] as number) ^ mix(next, next2);
  out[12] = (S[13] as number) ^ (forms.prefix[i] as number);
  out[13] = (S[14] as number) ^ (forms.suffix2[i] as number);
  out[14] = (S[15] as number) ^ (suffix3[i] as number);
  out[15] = (S[16] as number) ^ (forms.suffix4[i] as number);
  out[16] = (S[17] as number) ^ (hasBack ? (suffix3[i - 1] as number) : BEFORE);
  out[17] = (S[18] as number) ^ (hasNext ? (suffix3[i + 1] as number) : BEHIND);
  const s0 = shape[i] as number;
  const sBack = hasBack ? (shape[i - 1] as number) : BEFORE;
  const sNext = hasNext ? (shape[i + 1] as number) : BEHIND;
  const s2 = mix(sBack, s0);
  out[18] = (S[19] as number) ^ mix(s0, edge);
  out[19] = (S[20] as number) ^ s2;
  out[20] = (S[21] as number) ^ mix(s0, sNext);
  out[21] = (S[22] as number) ^ mix(s2, sNext);
  const k0 = known[i] as number;
  const kBack = hasBack ? (known[i - 1] as number) : 0;
  const kNext = hasNext ? (known[i + 1] as number) : 0;
  const phrase = ((context.phrase[i] as number) << 2) | (context.phrasePlace[i] as number);
  const k2 = mix(kBack, k0);
  out[22] = (S[23] as number) ^ mix(k0, edge);
  out[23] = (S[24] as number) ^ mix(k0, phrase);
  out[24] = (S[25] as number) ^ k2;
  out[25] = (S[26] as number) ^ mix(k0, kNext);
  out[26] = (S[27] as number) ^ mix(k2, kNext);
  out[27] = (S[28] as number) ^ mix(back, k0);
  out[28] = (S[29] as number) ^ mix(next, k0);
  out[29] = (S[30] as number) ^ phrase;
  const seen = (small[i] as number) | ((large[i] as number) << 2) | (edge << 4);
  out[30] = (S[55] as number) ^ seen;
  out[31] = (S[56] as number) ^ mix(seen, k0);
  const from = runFirst[i] as number;
  const to = runLast[i] as number;
  const end = to - 1;
  const length = Math.min(to - from, 6);
  const place = (i === from ? 1 : 0) | (i === end ? 2 : 0) | (length << 2);
  const beforeRun = from > first ? (lower[from - 1] as number) : BEFORE;
  const behindRun = to < last ? (lower[to] as number) : BEHIND;
  out[32] = (S[47] as number) ^ place;
  out[33] = (S[48] as number) ^ mix(lower[end] as number, i === end ? 1 : 0);
  out[34] = (S[49] as number) ^ mix(suffix3[end] as number, i === from ? 1 : 0);
  out[35] = (S[50] as number) ^ mix(lower[from] as number, place & 3);
  out[36] = (S[51] as number) ^ mix(beforeRun, length);
  out[37] = (S[52] as number) ^ mix(behindRun, length);
  out[38] = (S[53] as number) ^ mix(mix(beforeRun, behindRun), length === 1 ? k0 : -1);
  out[39] = (S[54] as number) ^ mix(known[end] as number, k0);
  // One feature a bit, so that combinations never seen are not lost.
  let n = 40;
  for (let bits = k0 & ((1 << KNOWN_BITS) - 1); bits !== 0; bits &= bits - 1) {
    out[n] = (S[62 - Math.clz32(bits & -bits)] as number) ^ 1;
    n += 1;
  }
  const here = context.here[i] as number;
  const anywhere = context.anywhere[i] as number;
  const alone = length === 1 ? 1 : 0;
  out[n] = (S[80] as number) ^ mix(here, anywhere);
  out[n + 1] = (S[81] as number) ^ mix(anywhere, alone);
  out[n + 2] = (S[82] as number) ^ mix(anywhere & ~ANYWHERE_LOOSE, k0);
  out[n + 3] = (S[83] as number) ^ mix(here, k0);
  out[n + 4] = (S[84] as number) ^ mix(context.sort, alone);
  out[n + 5] = (S[85] as number) ^ mix(context.sort, k0);
  out[n + 6] = (S[86] as number) ^ mix(context.sort, s0);
  n += 7;
  // Parts of speech: its own, its neighbours', those of the last word of the run and around the run.
  const { pos } = context;
  const p0 = (pos[i] as number) + 1;
  const pBack = hasBack ? (pos[i - 1] as number) + 1 : 0;
  const pNext = hasNext ? (pos[i + 1] as number) + 1 : 0;
  const pEnd = (pos[end] as number) + 1;
  const pBefore = from > first ? (pos[from - 1] as number) + 1 : 0;
  const pBehind = to < last ? (pos[to] as number) + 1 : 0;
  out[n] = (S[110] as number) ^ p0;
  out[n + 1] = (S[111] as number) ^ (p0 | (pBack << 5));
  out[n + 2] = (S[112] as number) ^ (p0 | (pNext << 5));
  out[n + 3] = (S[113] as number) ^ (p0 | (pBack << 5) | (pNext << 10));
  out[n + 4] = (S[114] as number) ^ mix(p0, k0);
  out[n + 5] = (S[115] as number) ^ (p0 | (pBefore << 5) | (pBehind << 10) | ((place & 3) << 15));
  out[n + 6] = (S[116] as number) ^ (p0 | (pEnd << 5) | ((place & 3) << 10));
  out[n + 7] = (S[117] as number) ^ mix(p0, seen);
  n += 8;
  for (let bits = anywhere; bits !== 0; bits &= bits - 1) {
    out[n] = (S[90 + 31 - Math.clz32(bits & -bits)] as number) ^ alone;
    n += 1;
  }
  for (let bits = here; bits !== 0; bits &= bits - 1) {
    out[n] = (S[100 + 31 - Math.clz32(bits & -bits)] as number) ^ (place & 3);
    n += 1;
  }
  return stirAll(out, n);
}
/** Hints of little weight on their own. */
const ANYWHERE_LOOSE = 64 | 128;
