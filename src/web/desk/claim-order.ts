import type { ClaimLine } from "../ports.ts";

const STATUS = { suggested: 0, kept: 1, merged: 2, rejected: 3 } as const satisfies Record<ClaimLine["status"], number>;

/**
 * What waits for a decision first; among that, what can hurt most: rival figures, circles of papers that cite one
 * another, many publishers, new reports.
 */
export function claimsInOrder(claims: readonly ClaimLine[]): readonly ClaimLine[] {
  return claims.toSorted(
    (a, b) =>
      STATUS[a.status] - STATUS[b.status] ||
      Number(b.rivals) - Number(a.rivals) ||
      Number(b.circular ?? false) - Number(a.circular ?? false) ||
      publishersOf(b) - publishersOf(a) ||
      (b.newest ?? "").localeCompare(a.newest ?? ""),
  );
}

const publishersOf = (claim: ClaimLine): number => claim.publishers?.length ?? claim.reports;
