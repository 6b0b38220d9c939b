import type { Claim, ItemKey } from "../model/claim.ts";
import type { ClaimId } from "../model/id.ts";
import { chanceOf, signsOf } from "./claim-likeness.ts";
import { createClaimSearch } from "./claim-search.ts";
import { itemsFor } from "./claim-suggest.ts";
import type { Match } from "./claim-suggest.ts";
import { itemTermsOf, reportTermsOf } from "./claim-terms.ts";
import type { ItemTerms, ReportTerms } from "./claim-terms.ts";
import { titleOf } from "./claim-title.ts";
import type { ClaimCandidate, ClaimSuggestions } from "./claims.ts";
import { profileOf } from "./origin-profile.ts";
import type { ProfileCache } from "./origin-profile.ts";

/** Everything that reports say, and the claims that gather it. */
export interface ClaimIndex {
  /** How many items it holds. */
  readonly size: number;
  /** Claims as they stand in the store, new ones and changed ones; the newer picture of a claim replaces the older. */
  know(claims: readonly Claim[]): void;
  /** Items that no longer count. */
  drop(items: readonly ItemKey[]): void;
  /**
   * Puts items beside those that are known; the claims and additions that they cause. What was suggested is not
   * suggested again, what is there already changes nothing.
   */
  add(items: readonly ClaimCandidate[]): ClaimSuggestions;
}

/** Chance from which an item is put with another, and on average with the others of a group. */
const TOGETHER = 0.45;
const ON_AVERAGE = 0.25;
/** In one report only what is said twice in nearly the same words is one. */
const TWICE = 0.75;
const WINDOW_MS = 14 * 86_400_000;
/** Sums of money for the same are announced and added up for longer. */
const MONEY_WINDOW_MS = 400 * 86_400_000;
const STEMS_MIN = 3;
const NEAREST = 20;
const MEMBERS_MAX = 300;

interface Node {
  readonly number: number;
  readonly key: string;
  /** Null: the title of a claim. */
  readonly candidate: ClaimCandidate | null;
  readonly terms: ItemTerms;
  readonly report: number;
  group: Group | null;
  match: Match | null;
  gone: boolean;
}

interface Group {
  members: Node[];
  /** Suggested, but not yet known under an id; then its id. */
  pending: boolean;
  claim: Claim | null;
  /** Members that were not suggested yet. */
  fresh: Node[];
}

export function createClaimIndex(): ClaimIndex {
  const search = createClaimSearch();
  const nodes: Node[] = [];
  const byKey = new Map<string, Node>();
  const reports: ReportTerms[] = [];
  const reportNumbers = new Map<string, number>();
  const profiles: ProfileCache = new Map();
  const groups = new Map<ClaimId, Group>();
  const owners = new Map<string, ClaimId>();
  const apart = new Map<string, Set<ClaimId>>();
  const titles = new Map<ClaimId, Node>();
  const changed = new Set<Group>();

  const termsOf = (report: number): ReportTerms => reports[report] ?? NO_REPORT;

  function know(claims: readonly Claim[]): void {
    for (const claim of claims) {
      const keys = [...claim.items, ...claim.proposed].map(keyOf);
      const group = groups.get(claim.id) ?? pendingOf(keys) ?? newGroup();
      const before = group.claim;
      if (before !== null && before.revision > claim.revision) continue;
      group.claim = claim;
      group.pending = false;
      groups.set(claim.id, group);
      for (const item of before?.items ?? []) if (owners.get(keyOf(item)) === claim.id) owners.delete(keyOf(item));
      for (const item of before?.proposed ?? []) if (owners.get(keyOf(item)) === claim.id) owners.delete(keyOf(item));
      for (const item of claim.apart) apart.set(keyOf(item), (apart.get(keyOf(item)) ?? new Set()).add(claim.id));
      const closed = isClosed(claim);
      for (const key of keys) {
        const owner = groups.get(owners.get(key) ?? claim.id);
        // What a living claim holds is not a dead one's.
        if (closed && owner !== undefined && owner !== group && owner.claim !== null && !isClosed(owner.claim)) continue;
        owners.set(key, claim.id);
        const node = byKey.get(key);
        if (node !== undefined && node.group !== group) place(node, group);
      }
      const kept = new Set(keys);
      for (const node of [...group.members])
        if (node.candidate !== null && !kept.has(node.key) && !group.fresh.includes(node)) leave(node);
      group.fresh = group.fresh.filter((node) => !kept.has(node.key));
      if (group.fresh.length > 0) changed.add(group);
      if (before?.title !== claim.title) entitle(claim, group);
    }
  }

  /** The group that was suggested and is now known: the one that holds most of its items. */
  function pendingOf(keys: readonly string[]): Group | null {
    const counts = new Map<Group, number>();
    for (const key of keys) {
      const group = byKey.get(key)?.group ?? null;
      if (group?.pending === true) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }

  function entitle(claim: Claim, group: Group): void {
    const old = titles.get(claim.id);
    if (old !== undefined) {
      leave(old);
      old.gone = true;
    }
    const node: Node = {
      number: nodes.length,
      key: `title ${claim.id}`,
      candidate: null,
      terms: itemTermsOf({ ...NO_CANDIDATE, text: claim.title }),
      report: -1,
      group: null,
      match: null,
      gone: false,
    };
    titles.set(claim.id, node);
    nodes.push(node);
    search.enter(node.number, node.terms);
    place(node, group);
  }

  function place(node: Node, group: Group): void {
    leave(node);
    node.group = group;
    group.members.push(node);
  }

  function leave(node: Node): void {
    const { group } = node;
    if (group === null) return;
    group.members = group.members.filter((one) => one !== node);
    group.fresh = group.fresh.filter((one) => one !== node);
    node.group = null;
  }

  function enter(candidate: ClaimCandidate): Node {
    let report = reportNumbers.get(candidate.report);
    if (report === undefined) {
      report = reports.length;
      reportNumbers.set(candidate.report, report);
      const terms = reportTermsOf(candidate);
      reports.push(terms);
      search.countReport(terms.stems);
      profiles.set(candidate.report, profileOf(candidate.reportText, candidate.byline ?? ""));
    }
    // The text itself is not kept: what is needed of it is in terms and profile.
    const lean = { ...candidate, reportText: "" };
    const node: Node = {
      number: nodes.length,
      key: keyOf(candidate),
      candidate: lean,
      terms: itemTermsOf(candidate),
      report,
      group: null,
      match: null,
      gone: false,
    };
    nodes.push(node);
    byKey.set(node.key, node);
    return node;
  }

  function compare(a: Node, b: Node): Match | null {
    if (b.candidate !== null && a.report === b.report) {
      const signs = signsOf(a.terms, b.terms, NO_REPORT, NO_REPORT, 1, search.rarity);
      return signs.within >= TWICE && signs.otherCount === 0 ? { chance: 0.99, signs, other: b.candidate } : null;
    }
    const money = a.terms.counted !== 0 && a.terms.counted === b.terms.counted;
    const window = money && a.candidate?.figureValue?.kind === "money" ? MONEY_WINDOW_MS : WINDOW_MS;
    const far = a.terms.ms !== 0 && b.terms.ms !== 0 && Math.abs(a.terms.ms - b.terms.ms) > window;
    if (far) return null;
    const topic = b.report === -1 ? 0.3 : search.topic(a.report, b.report, termsOf);
    const signs = signsOf(a.terms, b.terms, termsOf(a.report), termsOf(b.report), topic, search.rarity);
    return { chance: chanceOf(signs), signs, other: b.candidate ?? (a.candidate as ClaimCandidate) };
  }

  /** Puts an item into the group that is most like it, or into one of its own. */
  function assign(node: Node): void {
    const found = new Map<Group, Match>();
    if (node.terms.stems.length >= STEMS_MIN || (node.terms.counted !== 0 && node.terms.stems.length > 1))
      for (const n of search.nearest(node.terms, NEAREST)) {
        const other = nodes[n] as Node;
        if (other.gone || other.group === null || other === node) continue;
        if (apart.get(node.key)?.has(other.group.claim?.id ?? NO_CLAIM) === true) continue;
        const match = compare(node, other);
        if (match !== null && match.chance >= TOGETHER && match.chance > (found.get(other.group)?.chance ?? 0))
          found.set(other.group, match);
      }
    const ranked = [...found].sort((a, b) => b[1].chance - a[1].chance).filter(([group]) => fits(node, group));
    const [best, ...others] = ranked;
    if (best === undefined) {
      place(node, newGroup());
    } else {
      place(node, best[0]);
      node.match = best[1];
      // Groups that nobody has seen yet and that this item belongs to alike are one.
      for (const [group, match] of others)
        if (isOpen(group) && isOpen(best[0]) && match.chance >= TOGETHER && group.members.every((m) => fits(m, best[0]))) {
          for (const member of [...group.members]) place(member, best[0]);
          best[0].fresh.push(...best[0].members.filter((m) => !best[0].fresh.includes(m)));
          changed.delete(group);
        }
    }
    const { group } = node;
    if (group === null) return;
    group.fresh.push(node);
    changed.add(group);
  }

  function fits(node: Node, group: Group): boolean {
    const others = group.members.filter((m) => m.report !== node.report && m.candidate !== null);
    if (others.length < 3) return true;
    const step = Math.max(1, Math.floor(others.length / 6));
    const some = others.filter((_, i) => i % step === 0).slice(0, 8);
    const sum = some.reduce((total, m) => total + (compare(node, m)?.chance ?? 0), 0);
    return sum / some.length >= ON_AVERAGE;
  }

  function suggestions(): ClaimSuggestions {
    const claims: ClaimSuggestions["claims"][number][] = [];
    const additions: ClaimSuggestions["additions"][number][] = [];
    for (const group of changed) {
      if (group.pending) continue;
      if (group.claim !== null) {
        const fresh = withoutDoubles(group.fresh, group.members);
        group.fresh = [];
        if (fresh.length === 0 || isClosed(group.claim)) continue;
        const origins = new Map(group.claim.items.map((item) => [keyOf(item), item.origin]));
        const before = group.members.flatMap(({ key, candidate }) => {
          const origin = origins.get(key);
          return candidate === null || origin === undefined ? [] : [{ candidate, origin }];
        });
        additions.push({ claim: group.claim.id, items: itemsFor(before, freshOf(fresh), profiles) });
        continue;
      }
      const members = withoutDoubles(group.members, group.members).slice(0, MEMBERS_MAX);
      if (new Set(members.map((m) => m.report)).size < 2) continue;
      group.pending = true;
      group.fresh = [];
      claims.push({
        title: titleOf(members.flatMap((m) => m.candidate ?? []), search.rarity),
        items: itemsFor([], freshOf(members), profiles),
      });
    }
    changed.clear();
    return { claims, additions };
  }

  /** The first of a group had nothing to be compared with: its match is the best that came after. */
  function freshOf(members: readonly Node[]): { candidate: ClaimCandidate; match: Match | null }[] {
    return members.flatMap((node) => {
      if (node.candidate === null) return [];
      const others = (node.group?.members ?? members).filter((m) => m.report !== node.report).slice(0, 24);
      let match = node.match !== null && node.match.other.report !== node.candidate.report ? node.match : null;
      for (const other of others) {
        const next = compare(node, other);
        if (next !== null && next.chance > (match?.chance ?? -1)) match = next;
      }
      return [{ candidate: node.candidate, match: match ?? node.match }];
    });
  }

  return {
    get size() {
      return byKey.size;
    },
    know,
    drop(keys) {
      for (const item of keys) {
        const node = byKey.get(keyOf(item));
        if (node === undefined) continue;
        leave(node);
        node.gone = true;
        byKey.delete(node.key);
      }
    },
    add(items) {
      const entered: Node[] = [];
      for (const candidate of items.toSorted(byAge)) {
        if (candidate.text === "" || candidate.figureValue?.kind === "date" || byKey.has(keyOf(candidate))) continue;
        entered.push(enter(candidate));
      }
      for (const node of entered) {
        const owner = groups.get(owners.get(node.key) ?? NO_CLAIM);
        if (owner === undefined) assign(node);
        else place(node, owner);
        search.enter(node.number, node.terms);
      }
      return suggestions();
    },
  };
}

const NO_CLAIM = "" as ClaimId;
const NO_REPORT: ReportTerms = { stems: new Uint32Array(), title: new Uint32Array() };
const NO_CANDIDATE = {
  report: "",
  attribution: null,
  figure: null,
  text: "",
  sourceName: null,
  carriers: [],
  stance: "says",
  figureValue: null,
  publisher: "",
  publisherName: "",
  ownerGroup: "",
  publishedAt: null,
  reportText: "",
} as unknown as ClaimCandidate;

const newGroup = (): Group => ({ members: [], pending: false, claim: null, fresh: [] });
const isOpen = (group: Group): boolean => !group.pending && group.claim === null;
const isClosed = (claim: Claim): boolean => claim.status === "rejected" || claim.status === "merged";
const keyOf = (item: ItemKey): string => `${item.report} ${item.attribution ?? ""} ${item.figure ?? ""}`;

function byAge(a: ClaimCandidate, b: ClaimCandidate): number {
  const [x, y] = [`${a.publishedAt ?? ""} ${keyOf(a)}`, `${b.publishedAt ?? ""} ${keyOf(b)}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Leaves out what its report says in the same words twice: one attribution inside another. */
function withoutDoubles(some: readonly Node[], all: readonly Node[]): Node[] {
  return some.filter((node) => {
    const one = node.candidate;
    if (one === null || one.figure !== null) return one !== null;
    return !all.some(({ candidate: other }) => {
      if (other === null || other === one || other.report !== one.report || other.figure !== null) return false;
      return other.text === one.text ? keyOf(other) < keyOf(one) : other.text.includes(one.text);
    });
  });
}
