import { mix } from "./features.ts";
import { nameFeatures } from "./name-features.ts";
import type { NameContext } from "./name-context.ts";

/** Upper bound of how many features `innerFeatures` writes. */
export const INNER_FEATURES_MAX = 128;

/** Features of token `i` of a name `[from, to)` of the kind with index `kind`, for finding names inside of it ("Durham" in "Durham University"). */
export function innerFeatures(
  context: NameContext,
  first: number,
  last: number,
  from: number,
  to: number,
  kind: number,
  i: number,
  out: Int32Array,
): number {
  const { lower } = context.forms;
  let n = nameFeatures(context, first, last, i, out);
  let sort = 500;
  const add = (value: number): void => {
    sort += 1;
    out[n] = mix(Math.imul(sort, 0x3c6ef372), value);
    n += 1;
  };
  const edges = (i === from ? 1 : 0) | (i === to - 1 ? 2 : 0);
  const place = edges | ((kind + 1) << 2) | (Math.min(to - from, 5) << 4);
  const known = context.known[i] as number;
  const back = i > from ? (lower[i - 1] as number) : 1;
  const next = i + 1 < to ? (lower[i + 1] as number) : 1;
  add(place);
  add(mix(lower[i] as number, kind));
  add(mix(known, kind));
  add(mix(mix(((context.phrase[i] as number) << 2) | (context.phrasePlace[i] as number), kind), edges));
  add(mix(lower[to - 1] as number, edges));
  add(mix(next, kind));
  add(mix(back, kind));
  add(mix(mix(back, known), kind));
  add(mix(mix(next, known), kind));
  add(mix(lower[from] as number, edges));
  add(mix(known, place));
  return n;
}
