import { contentStems } from "./likeness.ts";
import type { OriginItem } from "./origin-trace.ts";

export const passageOf = (item: OriginItem | undefined): string => item?.sentence ?? item?.text ?? "";

const known = new WeakMap<OriginItem, ReadonlySet<number>>();

/** Stems of the telling words of an item's passage. */
export function passageStems(item: OriginItem | undefined): ReadonlySet<number> {
  if (item === undefined) return new Set();
  const stems = known.get(item) ?? contentStems(passageOf(item));
  known.set(item, stems);
  return stems;
}

/** Share of the shorter passage's telling words that the other has, 0 … 1. */
export function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let count = 0;
  for (const stem of few) if (many.has(stem)) count += 1;
  return count / few.size;
}
