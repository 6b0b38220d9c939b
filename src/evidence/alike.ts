import { contentStems } from "./likeness.ts";

/** Share of the telling words of both, rare ones counting more, from which two titles are worth showing together. */
const LEAST = 0.12;

/** Indexes of the titles that speak of something like `title`, the most alike first, at most `limit`. */
export function alikeTitles(title: string, titles: readonly string[], limit: number): number[] {
  const own = contentStems(title);
  const others = titles.map(contentStems);
  const frequency = new Map<number, number>();
  for (const stems of [own, ...others]) for (const one of stems) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  const weight = (stem: number): number => Math.log(1 + (titles.length + 1) / (frequency.get(stem) ?? 1));
  const sum = (stems: Iterable<number>): number => [...stems].reduce((total, stem) => total + weight(stem), 0);
  const whole = sum(own);
  return others
    .map((stems, index) => {
      const shared = sum([...stems].filter((stem) => own.has(stem)));
      return { index, like: shared === 0 ? 0 : shared / (whole + sum(stems) - shared) };
    })
    .filter(({ like }) => like >= LEAST)
    .toSorted((a, b) => b.like - a.like || a.index - b.index)
    .slice(0, limit)
    .map(({ index }) => index);
}
