import { createClaimIndex } from "../../src/evidence/claim-index.ts";
import type { ClaimCandidate } from "../../src/evidence/claims.ts";
import { itemKeyOf } from "../../src/model/claim.ts";
import type { ClusterCase, ClusterScore } from "./clusters.ts";

/** All pairs of different keys, as `a b` in order. */
export function pairsOf(keys: readonly string[]): string[] {
  const sorted = [...new Set(keys)].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`));
}

/** Puts the reports of all clusters into one index and looks at the claims that it suggests. */
export function scoreGathering(
  cases: readonly ClusterCase[],
  all: readonly (readonly ClaimCandidate[])[],
  clusterOf: ReadonlyMap<string, number>,
  spoken: ReadonlySet<string>,
  misses: string[],
): Pick<ClusterScore, "gatheredWhole" | "gathered" | "confidence" | "titles"> {
  const inOrder = all.toSorted((a, b) => ((a[0]?.publishedAt ?? "") < (b[0]?.publishedAt ?? "") ? -1 : 1));
  const { claims } = createClaimIndex().add(inOrder.flat());
  const given = new Set<string>();
  const wanted = new Set(
    cases.flatMap((one) => pairsOf(one.reports.filter((r) => r.said.length > 0).map((r) => `${one.id}-${r.key}`))),
  );
  const confidence = Array.from({ length: 10 }, (_, i) => ({ from: i / 10, items: 0, right: 0 }));
  for (const { items } of claims) {
    pairsOf(items.filter((i) => spoken.has(itemKeyOf(i))).map((i) => i.report)).forEach((p) => given.add(p));
    const counts = new Map<number, number>();
    for (const item of items) {
      const cluster = clusterOf.get(item.report) ?? -1;
      counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    // With what the others of its claim speak of: the passage, or something else of the same cluster.
    const onPassage = items.filter((i) => spoken.has(itemKeyOf(i))).length * 2 > items.length;
    for (const item of items) {
      const slot = confidence[Math.min(9, Math.floor((item.confidence ?? 0) * 10))];
      if (slot === undefined) continue;
      slot.items += 1;
      if (clusterOf.get(item.report) === most && spoken.has(itemKeyOf(item)) === onPassage) slot.right += 1;
    }
  }
  let gatheredWhole = 0;
  for (const one of cases) {
    const keys = one.reports.filter((r) => r.said.length > 0).map((r) => `${one.id}-${r.key}`);
    const best = Math.max(
      0,
      ...claims.map(
        (c) =>
          new Set(c.items.filter((i) => spoken.has(itemKeyOf(i)) && keys.includes(i.report)).map((i) => i.report)).size,
      ),
    );
    if (best === keys.length) gatheredWhole += 1;
    else misses.push(`${one.id} ${one.kind}: gathered ${best} of ${keys.length}`);
  }
  const right = [...given].filter((p) => wanted.has(p)).length;
  return {
    gatheredWhole,
    gathered: { right, given: given.size, wanted: wanted.size },
    confidence,
    titles: claims.map((c) => `${c.items.length} ${c.title}`),
  };
}
