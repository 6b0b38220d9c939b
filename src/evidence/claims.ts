import type { Claim, ClaimItem } from "../model/claim.ts";
import type { Figure } from "../model/figure.ts";
import type { AttributionId, ClaimId, FigureId, PublisherId, ReportId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import { msOf } from "../model/time.ts";
import { titleOf } from "./claim-title.ts";
import { featuresOf, likeness, vectorOf, weightsOf } from "./likeness.ts";
import type { Vector } from "./likeness.ts";
import { sameCount } from "./rivals.ts";

/** One attribution or figure of one report, with what is compared. */
export interface ClaimCandidate {
  readonly report: ReportId;
  readonly attribution: AttributionId | null;
  readonly figure: FigureId | null;
  /** The content of the attribution, or the sentence of the figure. */
  readonly text: string;
  /** Full name of who said it, else as printed; null when the report itself asserts it. */
  readonly sourceName: string | null;
  /** As printed, with the office. */
  readonly sourceText?: string | null;
  /** Outermost first. */
  readonly carriers: readonly string[];
  readonly stance: ClaimItem["stance"];
  readonly figureValue: Figure | null;
  readonly publisher: PublisherId;
  readonly publisherName: string;
  readonly ownerGroup: string;
  readonly publishedAt: Instant | null;
  readonly reportText: string;
}

export type SuggestedItem = Omit<ClaimItem, "origin">;

/** A claim that the machine would gather: at least two reports speak of it. */
export interface SuggestedClaim {
  readonly title: string;
  readonly items: readonly SuggestedItem[];
}

export interface ClaimSuggestions {
  readonly claims: readonly SuggestedClaim[];
  /** Items that belong to a claim that is there already and is not rejected. */
  readonly additions: readonly { readonly claim: ClaimId; readonly items: readonly SuggestedItem[] }[];
}

/** Cosine from which two texts speak of the same thing; with the same thing counted, and against a cluster's first text. */
const LIKE = 0.42;
const LIKE_COUNTED = 0.24;
const LIKE_LEADER = 0.2;
const WINDOW_MS = 14 * 86_400_000;
/** A feature in more texts than this brings nothing together. */
const POSTINGS_MAX = 80;
const FEATURES_MIN = 3;

interface Node {
  readonly candidate: ClaimCandidate | null;
  readonly features: readonly string[];
  vector: Vector;
  cluster: number;
}

/**
 * Gathers what several reports say of the same thing, by shared rare words, names and counted things within a window
 * of time. Pure and deterministic: the order of `items` does not matter. What stands in `existing`, whatever its
 * status, is not suggested again.
 */
export function suggestClaims(items: readonly ClaimCandidate[], existing: readonly Claim[]): ClaimSuggestions {
  const owner = new Map<string, number>();
  existing.forEach((claim, c) => claim.items.forEach((item) => owner.set(keyOf(item), c)));
  const sorted = [...items].filter((c) => c.figureValue?.kind !== "date").sort(byAge);
  // Clusters 0 … existing.length - 1 are the claims that are there, each with its title as first text.
  const nodes: Node[] = existing.map((claim, cluster) => ({
    candidate: null,
    features: featuresOf(claim.title),
    vector: EMPTY,
    cluster,
  }));
  for (const candidate of sorted) {
    const cluster = owner.get(keyOf(candidate)) ?? -1;
    const node = { candidate, features: featuresOf(candidate.text), vector: EMPTY, cluster };
    if (cluster !== -1) nodes.push(node);
  }
  for (const candidate of sorted)
    if (!owner.has(keyOf(candidate)))
      nodes.push({ candidate, features: featuresOf(candidate.text), vector: EMPTY, cluster: -1 });

  const weights = weightsOf(nodes.map((n) => n.features));
  for (const node of nodes) node.vector = vectorOf(node.features, weights);
  const clusters = assign(nodes, existing.length, weights);
  const additions: ClaimSuggestions["additions"][number][] = [];
  const claims: SuggestedClaim[] = [];
  clusters.forEach((members, c) => {
    const claim = existing[c];
    const fresh = members
      .map((m) => nodes[m]?.candidate ?? null)
      .filter((n): n is ClaimCandidate => n !== null && !owner.has(keyOf(n)));
    if (claim !== undefined) {
      if (claim.status !== "rejected" && fresh.length > 0)
        additions.push({ claim: claim.id, items: fresh.map(itemOf) });
      return;
    }
    const kept = withoutDoubles(fresh);
    if (new Set(kept.map((k) => k.report)).size < 2) return;
    claims.push({ title: titleOf(kept, weights), items: kept.map(itemOf) });
  });
  return { claims, additions };
}

const EMPTY: Vector = { features: [], has: new Set(), norm: 0 };
const keyOf = (item: Pick<ClaimItem, "report" | "attribution" | "figure">): string =>
  `${item.report} ${item.attribution ?? ""} ${item.figure ?? ""}`;
const itemOf = ({ report, attribution, figure, stance }: ClaimCandidate): SuggestedItem => ({
  report,
  attribution,
  figure,
  stance,
  confidence: null,
  reasons: [],
});

function byAge(a: ClaimCandidate, b: ClaimCandidate): number {
  const [x, y] = [`${a.publishedAt ?? ""} ${keyOf(a)}`, `${b.publishedAt ?? ""} ${keyOf(b)}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Puts each node, in order, with the cluster of the node that it is most like, or into a new one. */
function assign(nodes: readonly Node[], fixed: number, weights: ReadonlyMap<string, number>): number[][] {
  const clusters: number[][] = Array.from({ length: fixed }, () => []);
  const postings = new Map<string, number[]>();
  nodes.forEach((node, n) => {
    if (node.cluster === -1 && node.features.length >= FEATURES_MIN) {
      node.cluster = bestCluster(nodes, node, postings, clusters, weights);
      if (node.cluster === -1) node.cluster = clusters.push([]) - 1;
    }
    if (node.cluster === -1) return;
    clusters[node.cluster]?.push(n);
    for (const feature of node.features) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [n]);
      else if (list.length <= POSTINGS_MAX) list.push(n);
    }
  });
  return clusters;
}

function bestCluster(
  nodes: readonly Node[],
  node: Node,
  postings: ReadonlyMap<string, number[]>,
  clusters: readonly number[][],
  weights: ReadonlyMap<string, number>,
): number {
  const shared = new Map<number, number>();
  for (const feature of node.features) {
    const list = postings.get(feature) ?? [];
    if (list.length > POSTINGS_MAX) continue;
    for (const other of list) shared.set(other, (shared.get(other) ?? 0) + (weights.get(feature) ?? 0));
  }
  // The nearest few by shared weight are compared in full.
  const nearest = [...shared]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 16);
  let best = -1;
  let bestLikeness = 0;
  for (const [other] of nearest) {
    const known = nodes[other] as Node;
    if (!withinWindow(node.candidate, known.candidate)) continue;
    const [a, b] = [node.candidate?.figureValue ?? null, known.candidate?.figureValue ?? null];
    const counted = a !== null && b !== null && sameCount(a, b);
    // Figures of different things belong to different claims, however alike their sentences.
    if (a !== null && b !== null && !counted) continue;
    const near = likeness(node.vector, known.vector, weights);
    if (near < (counted ? LIKE_COUNTED : LIKE) || near <= bestLikeness) continue;
    const leader = nodes[clusters[known.cluster]?.[0] ?? other] ?? known;
    if (likeness(node.vector, leader.vector, weights) < LIKE_LEADER && !counted) continue;
    best = known.cluster;
    bestLikeness = near;
  }
  return best;
}

function withinWindow(a: ClaimCandidate | null, b: ClaimCandidate | null): boolean {
  const [x, y] = [a?.publishedAt ?? null, b?.publishedAt ?? null];
  return x === null || y === null || Math.abs(msOf(x) - msOf(y)) <= WINDOW_MS;
}

/** Drops what the same report says in the same words twice (one attribution inside another). */
function withoutDoubles(items: readonly ClaimCandidate[]): ClaimCandidate[] {
  return items.filter((item, i) => {
    const twin = items.findIndex(
      (o) =>
        o.report === item.report &&
        (o.figure === null) === (item.figure === null) &&
        (o.text === item.text || (o.figure === null && o.text.includes(item.text))),
    );
    return twin === -1 || twin >= i || item.figure !== null;
  });
}
