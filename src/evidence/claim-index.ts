import { itemKeyOf, type Claim, type ClaimItem, type ClaimOutline, type ItemKey } from "../model/claim.ts";
import type { ClaimId } from "../model/id.ts";
import { byAge, isClosed, isOpen, leave, newGroup, place, withoutDoubles } from "./claim-group.ts";
import type { Group, Node } from "./claim-group.ts";
import { createMatcher } from "./claim-match.ts";
import { createClaimSearch } from "./claim-search.ts";
import { itemsFor } from "./claim-suggest.ts";
import type { Match } from "./claim-suggest.ts";
import { NO_REPORT, itemTermsOf, reportTermsOf } from "./claim-terms.ts";
import type { ReportTerms } from "./claim-terms.ts";
import { titleOf } from "./claim-title.ts";
import type { ClaimCandidate, ClaimSuggestions } from "./claims.ts";
import { outlineOf } from "./outline.ts";
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

/** Chance from which an item is put with another. */
const TOGETHER = 0.5;
const STEMS_MIN = 3;
const NEAREST = 14;
const MEMBERS_MAX = 300;
/** So many items of a claim are looked at to see where a new one comes from. */
const BEFORE_MAX = 80;
/** Groups of more items than this are not put together. */
const JOINED_MAX = 12;

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

  const matcher = createMatcher(search, (report) => reports[report] ?? NO_REPORT);

  function know(claims: readonly Claim[]): void {
    for (const claim of claims) {
      const keys = [...claim.items, ...claim.proposed].map(itemKeyOf);
      const group = groups.get(claim.id) ?? pendingOf(keys) ?? newGroup();
      const before = group.claim;
      if (before !== null && before.revision > claim.revision) continue;
      group.claim = claim;
      group.pending = false;
      groups.set(claim.id, group);
      for (const item of [...(before?.items ?? []), ...(before?.proposed ?? [])])
        if (owners.get(itemKeyOf(item)) === claim.id) owners.delete(itemKeyOf(item));
      for (const item of claim.apart)
        apart.set(itemKeyOf(item), (apart.get(itemKeyOf(item)) ?? new Set()).add(claim.id));
      const closed = isClosed(claim);
      for (const key of keys) {
        const owner = groups.get(owners.get(key) ?? claim.id);
        // What a living claim holds is not a dead one's.
        if (closed && owner !== undefined && owner !== group && owner.claim !== null && !isClosed(owner.claim))
          continue;
        owners.set(key, claim.id);
        const node = byKey.get(key);
        if (node !== undefined && node.group !== group) place(node, group);
      }
      const kept = new Set(keys);
      for (const node of group.members.slice())
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
      terms: itemTermsOf({ ...NO_CANDIDATE, text: claim.title }, search.wordNumber),
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

  function enter(candidate: ClaimCandidate): Node {
    let report = reportNumbers.get(candidate.report);
    if (report === undefined) {
      report = reports.length;
      reportNumbers.set(candidate.report, report);
      const terms = reportTermsOf(candidate, search.wordNumber);
      reports.push(terms);
      search.countReport(terms.stems);
      profiles.set(candidate.report, profileOf(candidate.reportText, candidate.byline ?? ""));
    }
    (reports[report] as ReportTerms).items += 1;
    // The text itself is not kept: what is needed of it is in terms and profile.
    const lean = { ...candidate, reportText: "" };
    const node: Node = {
      number: nodes.length,
      key: itemKeyOf(candidate),
      candidate: lean,
      terms: itemTermsOf(candidate, search.wordNumber),
      report,
      group: null,
      match: null,
      gone: false,
    };
    nodes.push(node);
    byKey.set(node.key, node);
    return node;
  }

  /** Puts an item into the group that is most like it, or into one of its own. */
  function assign(node: Node): void {
    const found = new Map<Group, Match>();
    if (node.terms.stems.list.length >= (node.terms.counted === 0 ? STEMS_MIN : 2))
      for (const n of search.nearest(node.terms, NEAREST)) {
        const other = nodes[n] as Node;
        if (other.gone || other.group === null || other === node) continue;
        if (apart.get(node.key)?.has(other.group.claim?.id ?? NO_CLAIM) === true) continue;
        const match = matcher.compare(node, other);
        if (match !== null && match.chance >= TOGETHER && match.chance > (found.get(other.group)?.chance ?? 0))
          found.set(other.group, match);
      }
    const ranked = [...found].sort((a, b) => b[1].chance - a[1].chance);
    const at = ranked.findIndex(([group]) => matcher.fits(node, group));
    const best = ranked[at];
    const others = ranked.slice(at + 1);
    if (best === undefined) {
      place(node, newGroup());
    } else {
      place(node, best[0]);
      node.match = best[1];
      // Groups that nobody has seen yet and that this item belongs to alike are one.
      for (const [group, match] of others)
        if (
          isOpen(group) &&
          isOpen(best[0]) &&
          match.chance >= TOGETHER &&
          group.members.length <= JOINED_MAX &&
          group.members.every((m) => matcher.fits(m, best[0]))
        ) {
          for (const member of group.members.slice()) place(member, best[0]);
          best[0].fresh.push(...best[0].members.filter((m) => !best[0].fresh.includes(m)));
          changed.delete(group);
        }
    }
    const { group } = node;
    if (group === null) return;
    group.fresh.push(node);
    changed.add(group);
  }

  function outlined(items: readonly ClaimItem[]): ClaimOutline {
    const known = items.slice(-BEFORE_MAX).flatMap((item) => {
      const candidate = byKey.get(itemKeyOf(item))?.candidate ?? null;
      return candidate === null ? [] : [{ candidate, origin: item.origin }];
    });
    return outlineOf(
      known.map(({ candidate }) => candidate),
      known.map(({ origin }) => origin),
      profiles,
    );
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
        const origins = new Map(group.claim.items.map((item) => [itemKeyOf(item), item.origin]));
        const before = group.members.flatMap(({ key, candidate }) => {
          const origin = origins.get(key);
          return candidate === null || origin === undefined ? [] : [{ candidate, origin }];
        });
        const items = itemsFor(before.slice(-BEFORE_MAX), matcher.matched(fresh), profiles);
        additions.push({ claim: group.claim.id, items, outline: outlined([...group.claim.items, ...items]) });
        continue;
      }
      const members = withoutDoubles(group.members, group.members).slice(0, MEMBERS_MAX);
      if (new Set(members.map((m) => m.report)).size < 2) continue;
      group.pending = true;
      group.fresh = [];
      const items = itemsFor([], matcher.matched(members), profiles);
      claims.push({ title: titleOf(members.flatMap((m) => m.candidate ?? [])), items, outline: outlined(items) });
    }
    changed.clear();
    return { claims, additions };
  }

  return {
    get size() {
      return byKey.size;
    },
    know,
    drop(keys) {
      for (const item of keys) {
        const node = byKey.get(itemKeyOf(item));
        if (node === undefined) continue;
        leave(node);
        node.gone = true;
        byKey.delete(node.key);
        const report = reports[node.report] as ReportTerms;
        report.items -= 1;
        if (report.items > 0) continue;
        // Nothing is left of it: a newer version is read anew.
        reportNumbers.delete(item.report);
        profiles.delete(item.report);
      }
    },
    add(items) {
      const entered: Node[] = [];
      for (const candidate of items.toSorted(byAge)) {
        if (candidate.text === "" || candidate.figureValue?.kind === "date" || byKey.has(itemKeyOf(candidate)))
          continue;
        entered.push(enter(candidate));
      }
      search.refresh();
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
