/** Frequent words that say nothing about what a sentence is about. */
const EMPTY = new Set(
  (
    "the a an and or but of in on at to for from by with as is are was were be been being has have had it its that this these those he she they his her their we our i you " +
    "said says say saying told not no will would could should may might can which who what when where there also after before over under more than about into out up than then so if " +
    "according reported report reports one two last new now only other some all any both each"
  ).split(" "),
);

/** The features of a text: word stems and digits, in order of first appearance. At most the first 80 words count. */
export function featuresOf(text: string): string[] {
  const features = new Set<string>();
  let words = 0;
  for (const match of text.slice(0, 1500).matchAll(/[\p{L}\p{M}]+|\p{Nd}+(?:[.,]\p{Nd}+)*/gu)) {
    const word = match[0].toLowerCase();
    words += 1;
    if (words > 80) break;
    if (/^\p{Nd}/u.test(word)) features.add(`#${word.replaceAll(",", "")}`);
    else if (word.length > 2 && !EMPTY.has(word)) features.add(stem(word));
  }
  return [...features];
}

/** Takes the commonest endings off, so that "attacked" and "attacks" meet. */
function stem(word: string): string {
  const cut = word.length > 7 ? word.replace(/(?:ations?|ments?)$/, "") : word;
  const bare = cut.length > 5 ? cut.replace(/(?:ing|ed|es|s)$/, "") : cut.length > 3 ? cut.replace(/s$/, "") : cut;
  return bare.replace(/e$/, "");
}

/** Inverse document frequency of each feature over all lists. */
export function weightsOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const feature of list) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [feature, count] of counts) weights.set(feature, Math.log(1 + lists.length / count));
  return weights;
}

/** A weighted feature list made ready for many comparisons. */
export interface Vector {
  readonly features: readonly string[];
  readonly has: ReadonlySet<string>;
  readonly norm: number;
}

export function vectorOf(features: readonly string[], weights: ReadonlyMap<string, number>): Vector {
  const norm = Math.sqrt(features.reduce((sum, f) => sum + (weights.get(f) ?? 0) ** 2, 0));
  return { features, has: new Set(features), norm };
}

/** Cosine of two vectors made with the same `weights`, 0 … 1. */
export function likeness(a: Vector, b: Vector, weights: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const feature of a.features) if (b.has.has(feature)) dot += (weights.get(feature) ?? 0) ** 2;
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
}

/** Five-word shingles of a report's text, as a set of strings. */
export function shinglesOf(text: string): Set<string> {
  const words = (
    text
      .slice(0, 60_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 8000);
  const shingles = new Set<string>();
  for (let i = 0; i + 5 <= words.length; i += 1) shingles.add(words.slice(i, i + 5).join(" "));
  return shingles;
}

/** Share of the smaller set's shingles that the larger one has. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / small.size;
}
