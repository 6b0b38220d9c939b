import { mix } from "./features.ts";
import type { NameContext } from "./name-context.ts";

/** Upper bound of how many features `nameFeatures` writes. */
export const NAME_FEATURES_MAX = 64;

/** Hashes that stand for the edges of a sentence. */
const BEFORE = 0x5f3759df;
const BEHIND = 0x2c9277b5;

/** Features of token `i` of the sentence `[first, last)`, as 32-bit hashes, for the model that finds names. Returns their number. */
export function nameFeatures(context: NameContext, first: number, last: number, i: number, out: Int32Array): number {
  const { forms, known, phrase, phrasePlace, begins, shouted, small, large, runFirst, runLast } = context;
  const { lower, shape, suffix2, suffix3, suffix4, prefix, form } = forms;
  const at = (list: Int32Array, k: number): number => (k < first ? BEFORE : k >= last ? BEHIND : (list[k] as number));
  const bits = (k: number): number => (k < first || k >= last ? 0 : (known[k] as number));
  let n = 0;
  let kind = 0;
  const add = (value: number): void => {
    kind += 1;
    out[n] = mix(Math.imul(kind, 0x3c6ef372), value);
    n += 1;
  };
  const own = lower[i] as number;
  const back = at(lower, i - 1);
  const next = at(lower, i + 1);
  const edge = (begins[i] as number) | ((shouted[i] as number) << 1);
  add(edge);
  add(form[i] as number);
  add(own);
  add(back);
  add(next);
  add(at(lower, i - 2));
  add(at(lower, i + 2));
  add(mix(back, own));
  add(mix(own, next));
  add(mix(back, next));
  add(mix(back, at(lower, i - 2)));
  add(mix(next, at(lower, i + 2)));
  add(prefix[i] as number);
  add(suffix2[i] as number);
  add(suffix3[i] as number);
  add(suffix4[i] as number);
  add(at(suffix3, i - 1));
  add(at(suffix3, i + 1));
  const s0 = shape[i] as number;
  const sBack = at(shape, i - 1);
  const sNext = at(shape, i + 1);
  add(mix(s0, edge));
  add(mix(sBack, s0));
  add(mix(s0, sNext));
  add(mix(mix(sBack, s0), sNext));
  const k0 = bits(i);
  const kBack = bits(i - 1);
  const kNext = bits(i + 1);
  const p0 = ((phrase[i] as number) << 2) | (phrasePlace[i] as number);
  add(mix(k0, edge));
  add(mix(k0, p0));
  add(mix(kBack, k0));
  add(mix(k0, kNext));
  add(mix(mix(kBack, k0), kNext));
  add(mix(back, k0));
  add(mix(next, k0));
  add(p0);
  // One feature a bit, so that combinations never seen are not lost.
  for (let bit = 0; bit < 14; bit += 1) {
    kind += 1;
    if ((k0 & (1 << bit)) !== 0) {
      out[n] = mix(Math.imul(kind, 0x3c6ef372), 1);
      n += 1;
    }
  }
  const seen = (small[i] as number) | ((large[i] as number) << 2) | (edge << 4);
  add(seen);
  add(mix(seen, k0));
  const from = runFirst[i] as number;
  const to = runLast[i] as number;
  const head = at(lower, to - 1);
  const length = Math.min(to - from, 6);
  const place = (i === from ? 1 : 0) | (i === to - 1 ? 2 : 0) | (length << 2);
  add(place);
  add(mix(head, i === to - 1 ? 1 : 0));
  add(mix(at(suffix3, to - 1), i === from ? 1 : 0));
  add(mix(at(lower, from), place & 3));
  add(mix(at(lower, from - 1), length));
  add(mix(at(lower, to), length));
  add(mix(mix(at(lower, from - 1), at(lower, to)), length === 1 ? k0 : -1));
  add(mix(bits(to - 1), k0));
  return n;
}
