import type { Reason } from "../model/claim.ts";
import { isNamed, timeOf } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import { rootOf } from "./house-words.ts";
import { sameCount } from "./origin-counts.ts";
import { passageStems, sharedPart } from "./origin-passage.ts";
import { isWeak } from "./origin-speakers.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";
import { looksLikeAgency, publicationKey } from "./publication-name.ts";
import { matchInstitutions } from "./source-match.ts";

/** Share of a passage's telling words from which what "reports" say can be what one report said. */
const RETOLD = 0.25;

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
        const key = unseenKey(mention);
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
    const agencies = items.some((other) => other.report !== item.report && looksLikeAgency(other.publisherName));
    if (trace.nameless !== null && trace.cited.length === 0) {
      const earlier = items.flatMap((other, k) =>
        other.report !== item.report &&
        timeOf(other) <= timeOf(item) &&
        (trace.nameless === "sister" || !(traces[k] as Trace).cited.length) &&
        isMeantBy(trace.nameless, item, other, agencies)
          ? [k]
          : [],
      );
      const near = earlier.filter(
        (k) => sharedPart(passageStems(item), passageStems(items[k])) >= RETOLD || sameCount(item, items[k]),
      );
      // Where all that came before is of one origin, no other can be meant.
      const one = new Set(earlier.map((k) => groups.rootOf(k))).size === 1;
      const target = best(scene, i, near.length > 0 ? near : one ? earlier : []);
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

/** "Ruvian state television" and "Ruvia's state television" are one, though neither has a report here. */
const unseenKey = (mention: string): string =>
  publicationKey(mention)
    .split(" ")
    .filter((word) => word.length > 1)
    .map(rootOf)
    .join(" ");

/** Can "media", "agencies", "our sister paper" be this one? */
function isMeantBy(nameless: Trace["nameless"], item: OriginItem, other: OriginItem, agencies: boolean): boolean {
  if (nameless === "sister") return item.ownerGroup !== "" && item.ownerGroup === other.ownerGroup;
  return nameless === "media" || looksLikeAgency(other.publisherName) || !agencies;
}

/** Items of the publication that a mention means, other reports' first. */
function itemsOf({ items, publications }: Scene, mention: string, from: number): number[] {
  return items.flatMap((item, k) =>
    item.report !== items[from]?.report && publications.means(mention, item.publisherName) ? [k] : [],
  );
}

/** Two who are both named and not the same do not become one by a citation. */
function clashes({ traces, groups }: Scene, i: number, target: number): boolean {
  const [one, other] = [traces[i] as Trace, traces[target] as Trace];
  const [a, b] = [one.source, other.source];
  if (a === null || b === null || groups.rootOf(i) === groups.rootOf(target)) return false;
  if (a.indefinite || b.indefinite || isWeak(one) || isWeak(other)) return false;
  if (one.house === null || other.house === null || a.kind === "document" || b.kind === "document") return false;
  return (a.name.length > 0 && b.name.length > 0) || matchInstitutions(one.house, other.house) === "no";
}

/** Of several items the one that says most nearly the same: same figure, not later, then the first. */
function best({ items, traces }: Scene, i: number, among: readonly number[]): number | null {
  const mine = passageStems(items[i]);
  const day = 86_400_000;
  const rank = (k: number): number =>
    (sameCount(items[i], items[k]) ? 4 : 0) +
    4 * sharedPart(mine, passageStems(items[k])) +
    (timeOf(items[k]) <= timeOf(items[i]) ? 2 : timeOf(items[k]) - timeOf(items[i]) < day / 2 ? 1 : 0) +
    (traces[k]?.told === true || traces[k]?.source !== null ? 0.3 : 0);
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
    const key = unseenKey(other);
    const known = unseen.get(key);
    if (known === undefined) unseen.set(key, i);
    else groups.join(known, i);
  });
}
