import { itemKeyOf, type Claim } from "../model/claim.ts";
import type { Match } from "./claim-suggest.ts";
import type { ItemTerms } from "./claim-terms.ts";
import type { ClaimCandidate } from "./claims.ts";

/** One item of the index, or the title of a claim. */
export interface Node {
  readonly number: number;
  readonly key: string;
  /** Null: the title of a claim. */
  readonly candidate: ClaimCandidate | null;
  readonly terms: ItemTerms;
  readonly report: number;
  group: Group | null;
  match: Match | null;
  /** Dropped; still found by its words until these are forgotten. */
  gone: boolean;
}

/** Items that say the same: a claim, or what may become one. */
export interface Group {
  members: Node[];
  /** Suggested, but not yet known under an id; then its id. */
  pending: boolean;
  claim: Claim | null;
  /** Members that were not suggested yet. */
  fresh: Node[];
}

export const newGroup = (): Group => ({ members: [], pending: false, claim: null, fresh: [] });
export const isOpen = (group: Group): boolean => !group.pending && group.claim === null;
export const isClosed = (claim: Claim): boolean => claim.status === "rejected" || claim.status === "merged";

/** Order of publication; what was published together, by key. */
export function byAge(a: ClaimCandidate, b: ClaimCandidate): number {
  const [x, y] = [`${a.publishedAt ?? ""} ${itemKeyOf(a)}`, `${b.publishedAt ?? ""} ${itemKeyOf(b)}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Leaves out what its report says in the same words twice: one attribution inside another. */
export function withoutDoubles(some: readonly Node[], all: readonly Node[]): Node[] {
  return some.filter((node) => {
    const one = node.candidate;
    if (one === null || one.figure !== null) return one !== null;
    return !all.some(({ candidate: other }) => {
      if (other === null || other === one || other.report !== one.report || other.figure !== null) return false;
      return other.text === one.text ? itemKeyOf(other) < itemKeyOf(one) : other.text.includes(one.text);
    });
  });
}

export function place(node: Node, group: Group): void {
  leave(node);
  node.group = group;
  group.members.push(node);
}

export function leave(node: Node): void {
  const { group } = node;
  if (group === null) return;
  group.members = group.members.filter((one) => one !== node);
  group.fresh = group.fresh.filter((one) => one !== node);
  node.group = null;
}
