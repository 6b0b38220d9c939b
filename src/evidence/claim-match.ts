import type { Group, Node } from "./claim-group.ts";
import { chanceOf, signsOf } from "./claim-likeness.ts";
import type { ClaimSearch } from "./claim-search.ts";
import type { Match } from "./claim-suggest.ts";
import { NO_REPORT } from "./claim-terms.ts";
import type { ReportTerms } from "./claim-terms.ts";
import type { ClaimCandidate } from "./claims.ts";

/** Average chance with the others of a group from which an item fits it. */
const ON_AVERAGE = 0.3;
/** In one report only what is said twice in nearly the same words is one. */
const TWICE = 0.75;
const WINDOW_MS = 14 * 86_400_000;
/** Sums of money for the same are announced and added up for longer. */
const MONEY_WINDOW_MS = 400 * 86_400_000;
/** So many others are looked at to see whether an item fits a group, and to say why it is in it. */
const LOOKED_AT = 6;
/** How far the title of a claim is about the same as a report; it has no text of its own. */
const TITLE_TOPIC = 0.3;

/** Compares items with each other and with groups. */
export interface Matcher {
  /** Null where they cannot say the same. */
  readonly compare: (a: Node, b: Node) => Match | null;
  /** Is the item like the others of the group too, or only like one of them? */
  readonly fits: (node: Node, group: Group) => boolean;
  /** Each item with the best of its matches in other reports. */
  readonly matched: (nodes: readonly Node[]) => { candidate: ClaimCandidate; match: Match | null }[];
}

export function createMatcher(search: ClaimSearch, termsOf: (report: number) => ReportTerms): Matcher {
  function compare(a: Node, b: Node): Match | null {
    if (b.candidate !== null && a.report === b.report) {
      const signs = signsOf(a.terms, b.terms, NO_REPORT, NO_REPORT, 1, search.rarity);
      return signs.within >= TWICE && signs.otherCount === 0 ? { chance: 0.99, signs, other: b.candidate } : null;
    }
    const money = a.terms.counted !== 0 && a.terms.counted === b.terms.counted;
    const window = money && a.candidate?.figureValue?.kind === "money" ? MONEY_WINDOW_MS : WINDOW_MS;
    const far = a.terms.ms !== 0 && b.terms.ms !== 0 && Math.abs(a.terms.ms - b.terms.ms) > window;
    if (far) return null;
    const topic = b.report === -1 ? TITLE_TOPIC : search.topic(a.report, b.report, termsOf);
    const signs = signsOf(a.terms, b.terms, termsOf(a.report), termsOf(b.report), topic, search.rarity);
    return { chance: chanceOf(signs), signs, other: b.candidate ?? (a.candidate as ClaimCandidate) };
  }

  function fits(node: Node, group: Group): boolean {
    const others = group.members.filter((m) => m.report !== node.report && m.candidate !== null);
    if (others.length < 3) return true;
    const step = Math.max(1, Math.floor(others.length / LOOKED_AT));
    const some = others.filter((_, i) => i % step === 0).slice(0, LOOKED_AT);
    const sum = some.reduce((total, m) => total + (compare(node, m)?.chance ?? 0), 0);
    return sum / some.length >= ON_AVERAGE;
  }

  /** What is said twice in a report belongs where its twin belongs. */
  function twinOf(node: Node): Node | null {
    const other = node.match?.other;
    if (other === undefined || other.report !== node.candidate?.report) return null;
    return node.group?.members.find((m) => m.candidate === other) ?? null;
  }

  function matched(nodes: readonly Node[]): { candidate: ClaimCandidate; match: Match | null }[] {
    return nodes.flatMap((node) => {
      const { candidate } = node;
      if (candidate === null) return [];
      const elsewhere = (match: Match | null): Match | null =>
        match !== null && match.other.report !== candidate.report ? match : null;
      let match = elsewhere(node.match);
      // The first of a group had nothing to be compared with.
      const others = match === null ? (node.group?.members ?? []).filter((m) => m.report !== node.report) : [];
      for (const other of others.slice(0, LOOKED_AT)) {
        const next = compare(node, other);
        if (next !== null && next.chance > (match?.chance ?? -1)) match = next;
      }
      const twins = elsewhere(twinOf(node)?.match ?? null);
      if (twins !== null && twins.chance > (match?.chance ?? 0)) match = twins;
      return [{ candidate, match: match ?? node.match }];
    });
  }

  return { compare, fits, matched };
}
