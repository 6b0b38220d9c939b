import type { ClaimOutline } from "../model/claim.ts";
import type { ClaimCandidate } from "./claims.ts";
import { originGraphOf } from "./origin-graph.ts";
import type { ProfileCache } from "./origin-profile.ts";
import { shownConflictsOf } from "./shown-conflicts.ts";

/** Names of publishers that an outline keeps. */
const NAMES_MAX = 12;

/** What a list shows of a claim with these items. `labels`: per item its origin, as the claim has it. */
export function outlineOf(
  items: readonly ClaimCandidate[],
  labels: readonly (string | null)[],
  profiles?: ProfileCache,
): ClaimOutline {
  const graph = originGraphOf(items, { chosen: labels, ...(profiles === undefined ? {} : { profiles }) });
  const times = items.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted();
  const publishers = [...new Set(items.map(({ publisherName }) => publisherName))];
  return {
    publishers: publishers.slice(0, NAMES_MAX),
    newest: times.at(-1) ?? null,
    rivals: shownConflictsOf(items, graph.labels).rivals.length > 0,
    circular: graph.circular.length > 0,
  };
}
