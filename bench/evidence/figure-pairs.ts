import type { ItemFigure } from "../../src/evidence/rival-figures.ts";
import type { ClusterCase, ClusterReport, GoldFigure } from "./clusters.ts";

/** A figure by report and place, so that a gold figure finds it. */
export function figureName(figure: ItemFigure | undefined): string {
  return figure?.span ? `${figure.report ?? ""}@${figure.span[0]}-${figure.span[1]}` : "";
}

/** Counts which pairs of figures, named by `figureName`, are those of the set. */
export function judgePairs(
  score: { right: number; given: number; wanted: number },
  given: readonly string[],
  gold: ClusterCase["conflicts"],
  one: ClusterCase,
  misses: string[],
  what: string,
): void {
  const unique = [...new Set(given)];
  const place = ({ report, at }: GoldFigure): readonly [string, number, number] => {
    const { text, said } = one.reports.find((r) => r.key === report) as ClusterReport;
    const passage = said.find((s) => s.includes(at)) ?? at;
    const start = text.indexOf(passage) + passage.indexOf(at);
    return [`${one.id}-${report}`, start, start + at.length];
  };
  const meets = (name: string, wanted: readonly [string, number, number]): boolean => {
    const [report = "", span = ""] = name.split("@");
    const [from = 0, to = 0] = span.split("-").map(Number);
    return report === wanted[0] && from < wanted[2] && wanted[1] < to;
  };
  const left = gold.map(([a, b]) => [place(a), place(b)] as const);
  const found = new Set<number>();
  let wrong = 0;
  for (const pair of unique) {
    const [x = "", y = ""] = pair.split(" / ");
    const at = left.findIndex(([a, b]) => (meets(x, a) && meets(y, b)) || (meets(x, b) && meets(y, a)));
    if (at === -1) {
      wrong += 1;
      misses.push(
        `${one.id} ${one.kind}: no ${what}: ${pair.replaceAll(/(\S+)-(\w+)@(\d+)-(\d+)/g, (_, __, key: string, from: string, to: string) => `${key} “${one.reports.find((r) => r.key === key)?.text.slice(Number(from), Number(to)) ?? ""}”`)}`,
      );
    } else found.add(at);
  }
  gold.forEach(([a, b], i) => {
    if (!found.has(i))
      misses.push(`${one.id} ${one.kind}: missed ${what}: ${a.report} “${a.at}” / ${b.report} “${b.at}”`);
  });
  score.right += found.size;
  score.given += found.size + wrong;
  score.wanted += gold.length;
}
