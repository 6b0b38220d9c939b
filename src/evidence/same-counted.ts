import { SOME } from "./counted-words.ts";
import { isTelling } from "./counted.ts";
import { contentStems } from "./likeness.ts";
import type { Counted } from "./counted.ts";

/** From this score on two figures of one claim count the same. */
export const SAME = 1.8;
/** What speaks for two figures that are all that their reports count. */
const ALONE = 1.5;
/** What tells against two figures of different size, at most. */
const SIZE_MAX = 2.2;
/** Logarithm of how far two bare numbers of one thing lie apart, at most. */
const NEAR = 1;

/**
 * How much speaks for two figures of one claim counting the same: `SAME` and more where they do, -Infinity where they
 * cannot. `values`: of the two, in the unit of each. `alone`: each is all that its report counts.
 */
export function sameCounted(a: Counted, b: Counted, values: readonly [number, number], alone = false): number {
  if (a.kind === "date" || b.kind === "date" || (a.kind === "percent") !== (b.kind === "percent")) return -Infinity;
  const [x, y] = [measureOf(a), measureOf(b)];
  if (x !== null && y !== null ? x !== y : (x !== null && !isBare(b)) || (y !== null && !isBare(a))) return -Infinity;
  if ((x !== null && b.people) || (y !== null && a.people)) return -Infinity;
  if (a.gauges.size > 0 && b.gauges.size > 0 && !meet(a.gauges, b.gauges)) return -Infinity;
  if (a.side !== null && b.side !== null && a.side !== b.side) return -Infinity;
  if (a.kind === "percent" && a.dimension !== null && b.dimension !== null && a.dimension !== b.dimension)
    return -Infinity;
  // Nothing is known of either.
  if (isBare(a) && isBare(b) && a.fate === null && b.fate === null && a.stems.size + b.stems.size === 0)
    return -Infinity;
  const fates = fatesOf(a, b);
  if (fates === -Infinity) return -Infinity;
  const equal = values[0] === values[1];
  const nouns = nounsOf(a, b);
  let score = fates + nouns + (alone ? ALONE : 0.5);
  if (x !== null && x === y) score += a.kind === "money" ? 2.5 : a.kind === "percent" ? 1 : 2;
  const [who, thing] = a.people ? [a, b] : [b, a];
  if (who.people && !thing.people && thing.noun !== null && (who.noun !== null || OF_PEOPLE.has(who.fate ?? "")))
    score -= 3;
  score += Math.min(2, 0.5 * sharedOf(a.stems, b.stems)) + Math.min(1, 0.5 * sharedOf(a.own, b.own));
  if (equal) return score + (Math.abs(values[0]) > 12 ? 2 : 1.5);
  if (a.dimension !== null && a.dimension === b.dimension) score += 1;
  const size = Math.abs(Math.log((Math.abs(values[0]) + 1e-9) / (Math.abs(values[1]) + 1e-9)));
  // A bare number near another one is the same in other words.
  if ((isBare(a) || isBare(b) || (alone && a.people && b.people)) && size < NEAR) score += 1;
  return score - Math.min(SIZE_MAX, (fates + nouns >= 3 ? 0.3 : 0.5) * size);
}

/** Beasts of any sort, and things: say nothing about what is counted. */
const ANY_BEAST: ReadonlySet<string> = new Set(["animal", "beast", "head", "creature", "item", "piece", "thing"]);
/** What befalls people alone, even where only a number is told. */
const OF_PEOPLE: ReadonlySet<string> = new Set(["arrested", "held", "ill", "injured", "missing", "employed"]);
/** Who is arrested is held from then on. */
const HELD: ReadonlySet<string> = new Set(["arrested", "held"]);

function fatesOf(a: Counted, b: Counted): number {
  if (a.fate === b.fate) return a.fate === null ? 0 : 3;
  if (a.fate === null || b.fate === null) return 0;
  if (a.fate === "left" || b.fate === "left") return a.course === "passes" && b.course === "passes" ? 2 : -Infinity;
  if (HELD.has(a.fate) && HELD.has(b.fate)) return 2;
  // What lies in ruins is counted by many words; people have one fate each.
  if (!a.people && !b.people && a.noun !== null && a.noun === b.noun) return 0;
  return a.sure && b.sure ? -Infinity : -2;
}

function nounsOf(a: Counted, b: Counted): number {
  if (a.noun === null || b.noun === null) return 0;
  if (ANY_BEAST.has(a.noun) !== ANY_BEAST.has(b.noun) && !a.people && !b.people) return 0;
  if (a.noun === b.noun) return a.people ? (isTelling(a.noun) ? 2 : 1) : 2.5;
  if (tells(a, b) || tells(b, a)) return 0.5;
  if (a.people && b.people) {
    if (SOME.has(a.noun) !== SOME.has(b.noun)) return -1.5;
    return isTelling(a.noun) && isTelling(b.noun) ? -0.5 : 0;
  }
  return -1.5;
}

/** "227 cancellations", "84 flights had been cancelled". */
const tells = (a: Counted, b: Counted): boolean =>
  a.noun !== null &&
  /(?:tion|sion|ment|al|ance|ence|ing|ure)$/.test(a.noun) &&
  [...contentStems(a.noun)].some((s) => b.stems.has(s));

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((name) => b.has(name));

const isBare = (one: Counted): boolean => one.noun === null && measureOf(one) === null;

const measureOf = ({ kind, unit }: Counted): string | null =>
  unit === null ? null : kind === "money" ? `money ${unit}` : unit;

function sharedOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const stem of few) if (many.has(stem)) count += 1;
  return count;
}
