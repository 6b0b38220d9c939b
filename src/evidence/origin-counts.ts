import { ONES, SCALES, TENS } from "./figures/number-words.ts";
import { passageOf } from "./origin-passage.ts";
import type { OriginItem } from "./origin-trace.ts";

const numbers = new WeakMap<OriginItem, ReadonlySet<number>>();
/** Of smaller ones nothing can be told. */
const COUNT_MIN = 4;
const ROUNDED = 0.05;

/** Counts that an item's passage gives: its figure, where it has one, else every number but years. */
function countsIn(item: OriginItem): ReadonlySet<number> {
  if (item.figureValue) return new Set(item.figureValue.kind === "date" ? [] : [item.figureValue.value]);
  const known = numbers.get(item);
  if (known !== undefined) return known;
  const found = new Set<number>();
  for (const value of numbersIn(passageOf(item)))
    if (value >= COUNT_MIN && !(value >= 1900 && value <= 2100)) found.add(value);
  numbers.set(item, found);
  return found;
}

/** Do two give one count, or one of them a rounding of the other's? */
export function sameCount(a: OriginItem | undefined, b: OriginItem | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const theirs = countsIn(b);
  for (const x of countsIn(a)) {
    if (x < COUNT_MIN) continue;
    for (const y of theirs) if (x === y || isRounding(x, y, a) || isRounding(y, x, b)) return true;
  }
  return false;
}

/** "nearly 1,200" of 1,180. */
function isRounding(round: number, exact: number, item: OriginItem): boolean {
  const { qualifier, max } = item.figureValue ?? { qualifier: "exactly", max: null };
  if (qualifier === "exactly" || max !== null || round < 20) return false;
  const size = 10 ** Math.max(1, Math.floor(Math.log10(round)) - 1);
  return round % size === 0 && Math.abs(round - exact) <= ROUNDED * exact;
}

/** Whole numbers of a text, in digits or words: "1,180", "forty-one", "twelve thousand". */
function* numbersIn(text: string): Generator<number> {
  let [sum, open] = [0, false];
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+|\p{Nd}+(?:[.,]\p{Nd}+)*|[.;:]/gu)) {
    const scale = SCALES.get(word);
    const small = TENS.get(word) ?? ONES.get(word);
    if (/^\p{Nd}/u.test(word)) {
      if (open) yield sum;
      [sum, open] = [Number(word.replaceAll(",", "")), true];
    } else if (scale !== undefined && open) sum *= scale;
    else if (small !== undefined) [sum, open] = [open ? sum + small : small, true];
    else if (open && word !== "and") {
      yield sum;
      [sum, open] = [0, false];
    }
  }
  if (open) yield sum;
}
