import type { Reason } from "../model/claim.ts";
import { figureOf, isNamed, timeOf } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import { isWeak } from "./origin-speakers.ts";
import type { Trace } from "./origin-trace.ts";
import { looksLikeAgency, publicationKey } from "./publication-name.ts";
import { sameRoles } from "./source-key.ts";

/** What cites a publication goes back to what that publication has, and so on; the rest of a ring with it. */
export function joinCited(scene: Scene): void {
  const { items, traces, groups, ties } = scene;
  const unseen = new Map<string, number>();
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    for (const mention of trace.cited.slice(0, 2)) {
      const theirs = itemsOf(scene, mention, i);
      const target = best(scene, i, theirs);
      const reason: Reason = { code: "cites", detail: { publication: mention } };
      if (target === null) {
        const key = publicationKey(mention);
        ties.push({ from: i, to: null, how: "cited", publication: mention, reason });
        const known = unseen.get(key);
        if (isNamed(trace)) continue;
        if (known === undefined) unseen.set(key, i);
        else groups.join(known, i);
        break;
      }
      ties.push({ from: i, to: target, how: trace.source === null ? "cited" : "told", publication: mention, reason });
      if (!clashes(scene, i, target)) groups.join(target, i);
      break;
    }
    if (trace.citesNameless && trace.cited.length === 0) {
      const earlier = items.flatMap((other, k) =>
        other.report !== item.report && timeOf(other) <= timeOf(item) && !(traces[k] as Trace).cited.length ? [k] : [],
      );
      const target = best(scene, i, earlier);
      if (target === null || clashes(scene, i, target)) return;
      ties.push({
        from: i,
        to: target,
        how: "cited",
        publication: items[target]?.publisherName ?? "",
        reason: { code: "cites", detail: { publication: items[target]?.publisherName ?? "" } },
      });
      groups.join(target, i);
    }
  });
}

/** Items of the publication that a mention means, other reports' first. */
function itemsOf({ items, publications }: Scene, mention: string, from: number): number[] {
  return items.flatMap((item, k) =>
    item.report !== items[from]?.report && publications.means(mention, item.publisherName) ? [k] : [],
  );
}

/** Two who are both named and not the same do not become one by a citation. */
function clashes({ traces, groups }: Scene, i: number, target: number): boolean {
  const [a, b] = [traces[i]?.source ?? null, traces[target]?.source ?? null];
  if (a === null || b === null || groups.rootOf(i) === groups.rootOf(target)) return false;
  if (a.indefinite || b.indefinite || isWeak(a) || isWeak(b)) return false;
  return (a.name.length > 0 && b.name.length > 0) || sameRoles(a.roles, b.roles) === 0;
}

/** Of several items the one that says most nearly the same: same figure, not later, then the first. */
function best({ items, traces }: Scene, i: number, among: readonly number[]): number | null {
  const rank = (k: number): number =>
    (figureOf(items[i]) !== null && figureOf(items[k]) === figureOf(items[i]) ? 4 : 0) +
    (timeOf(items[k]) <= timeOf(items[i]) ? 2 : 0) +
    (traces[k]?.told === true || traces[k]?.source !== null ? 1 : 0);
  return among.reduce<number | null>((top, k) => (top === null || rank(k) > rank(top) ? k : top), null);
}

/** A credit line: what the report does not have from somebody else is the agency's. */
export function joinCredited(scene: Scene): void {
  const { items, traces, groups, ties } = scene;
  const unseen = new Map<string, number>();
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    if (trace.witnessed || trace.told || trace.cited.length > 0) return;
    const { credits, cites } = scene.profile(i);
    const foreign = credits.filter((name) => !scene.publications.means(name, item.publisherName));
    const named = foreign.find((name) => name !== "agencies" && itemsOf(scene, name, i).length > 0);
    const agencies = foreign.includes("agencies")
      ? items.flatMap((other, k) => (other.report !== item.report && looksLikeAgency(other.publisherName) ? [k] : []))
      : [];
    const citing = isNamed(trace)
      ? undefined
      : cites.find((name) => !scene.publications.means(name, item.publisherName) && itemsOf(scene, name, i).length > 0);
    const name = named ?? (agencies.length > 0 ? "agencies" : citing);
    if (name !== undefined) {
      const target = best(scene, i, name === "agencies" ? agencies : itemsOf(scene, name, i));
      if (target === null || clashes(scene, i, target)) return;
      const agency = items[target]?.publisherName ?? name;
      ties.push({
        from: i,
        to: target,
        how: "credited",
        publication: agency,
        reason: { code: "credit", detail: { agency } },
      });
      groups.join(target, i);
      return;
    }
    const [other] = foreign.filter((one) => one !== "agencies");
    if (other === undefined || isNamed(trace)) return;
    ties.push({
      from: i,
      to: null,
      how: "credited",
      publication: other,
      reason: { code: "credit", detail: { agency: other } },
    });
    const key = publicationKey(other);
    const known = unseen.get(key);
    if (known === undefined) unseen.set(key, i);
    else groups.join(known, i);
  });
}
