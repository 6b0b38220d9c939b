import type { Origin, OriginLink } from "../../evidence/origin-graph.ts";
import type { ReportId } from "../../model/id.ts";
import type { Instant } from "../../model/time.ts";
import type { ClaimView } from "../ports.ts";

type How = OriginLink["how"];
type Stance = "says" | "denies";

/** A publication on the way from an origin outward: a report that came in, or one that is only named. */
export interface Stop {
  readonly name: string;
  /** Null: named by others, not among the reports. */
  readonly report: ReportId | null;
  readonly at: Instant | null;
  /** How it has it from the stop before, or from the origin. */
  readonly how: How;
  readonly reason: OriginLink["reason"] | null;
  readonly stance: Stance;
  readonly next: readonly Stop[];
}

/** What makes several publications one origin. */
export interface Joined {
  readonly how: How | "circular";
  readonly names: readonly string[];
  /** Whom or what they have it from. */
  readonly from: string;
}

/** One origin and the ways that its word took. */
export interface Lane {
  readonly label: string;
  readonly kind: Origin["kind"];
  readonly firstAt: Instant | null;
  /** Nobody had it earlier. */
  readonly first: boolean;
  readonly stance: Stance;
  /** The origin's own report, where a publication is the origin. */
  readonly own: Stop | null;
  readonly next: readonly Stop[];
  /** Publications that cite one another: each cites the next, the last cites the first. */
  readonly ring: readonly Stop[];
  readonly joined: readonly Joined[];
  /** Number of reports that have it from here. */
  readonly reports: number;
  /** Number of stops one behind the other on the longest way. */
  readonly depth: number;
}

interface Parent {
  readonly key: string | null;
  readonly how: How;
  readonly reason: OriginLink["reason"] | null;
}

/** Origins as lanes, the earliest first; those that only speak against the claim come last. */
export function originLanes(view: ClaimView): readonly Lane[] {
  const lanes = view.graph.origins
    .map((_, index) => laneOf(view, index))
    .toSorted(
      (a, b) => rank(a) - rank(b) || time(a.firstAt).localeCompare(time(b.firstAt)) || byName(a.label, b.label),
    );
  const first = lanes.find(({ stance, firstAt }) => stance === "says" && firstAt !== null);
  return lanes.map((lane) => ({ ...lane, first: lane === first && lanes.length > 1 }));
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, "");
const rank = ({ stance }: Lane): number => (stance === "says" ? 0 : 1);
const time = (at: Instant | null): string => at ?? "~";
const byName = (a: string, b: string): number => a.localeCompare(b);

function laneOf(view: ClaimView, index: number): Lane {
  const { graph } = view;
  const origin = graph.origins[index] as Origin;
  const circle = graph.circular.find(({ items }) => items.some((item) => origin.items.includes(item)));
  const ringKeys = new Set((circle?.items ?? []).map((item) => keyOfItem(view, item)));
  const parents = parentsOf(view, index, ringKeys);
  const stops = (key: string | null): readonly Stop[] =>
    [...parents]
      .filter(([own, parent]) => parent.key === key && !ringKeys.has(own))
      .map(([own, { how, reason }]) => stopOf(view, origin, own, how, reason, stops(own)))
      .toSorted((a, b) => time(a.at).localeCompare(time(b.at)) || byName(a.name, b.name));
  const turn = (stop: Stop): number => circle?.publications.indexOf(stop.name) ?? 0;
  const ring = [...ringKeys]
    .map((key) => stopOf(view, origin, key, "cited", null, []))
    .toSorted((a, b) => turn(a) - turn(b));
  const direct = stops(null);
  // A publication that is the origin itself has one box, not two.
  const isSelf = (stop: Stop): boolean => origin.kind !== "person" && bare(stop.name) === bare(origin.label);
  const own = direct.find(isSelf) ?? null;
  const next = own === null ? direct : [...own.next, ...direct.filter((stop) => stop !== own)];
  const all = [...ring, ...(own === null ? [] : [own]), ...flat(next)];
  return {
    label: origin.label,
    kind: origin.kind,
    firstAt: origin.firstAt ?? all.map(({ at }) => at).find((at) => at !== null) ?? null,
    first: false,
    stance:
      all.length > 0 && all.filter(({ report }) => report !== null).every((s) => s.stance === "denies")
        ? "denies"
        : "says",
    own,
    next,
    ring,
    joined: joinedOf(origin.label, own, next, ring),
    reports: new Set(all.flatMap(({ report }) => report ?? [])).size,
    depth: depthOf(next),
  };
}

const keyOfItem = (view: ClaimView, item: number): string => `report ${view.items[item]?.report ?? item}`;

/** Names of the things on an origin's ways, so that each is drawn once. */
function keysOf(view: ClaimView, origin: Origin) {
  const own = new Set(origin.items.map((item) => keyOfItem(view, item)));
  /** Reports of this origin by their publisher, where there is but one. */
  const byName = new Map<string, string | null>();
  for (const item of origin.items) {
    const name = view.items[item]?.reportSummary.publisherName.toLowerCase() ?? "";
    const key = keyOfItem(view, item);
    byName.set(name, !byName.has(name) || byName.get(name) === key ? key : null);
  }
  /** Null: the origin itself. */
  const from = (node: OriginLink["from"]): string | null => {
    if (node.kind === "origin") return null;
    if (node.item !== null) return keyOfItem(view, node.item);
    return byName.get(node.name.toLowerCase()) ?? `name ${node.name}`;
  };
  /** Null: what leads there concerns another origin. */
  const to = (node: OriginLink["to"]): string | null => {
    if (node.kind === "origin") return null;
    if (node.item === null || origin.items.includes(node.item)) return from(node);
    const key = keyOfItem(view, node.item);
    return own.has(key) ? null : key;
  };
  return { own, from, to };
}

/** For everything on this origin's ways the one stop before it; links that would lead in a circle are left out. */
function parentsOf(view: ClaimView, index: number, ring: ReadonlySet<string>): ReadonlyMap<string, Parent> {
  const keys = keysOf(view, view.graph.origins[index] as Origin);
  const into = new Map<string, OriginLink[]>();
  for (const link of view.graph.links) {
    const to = keys.to(link.to);
    if (to === null || to === keys.from(link.from)) continue;
    if (link.from.kind === "origin" && link.from.origin !== index) continue;
    into.set(to, [...(into.get(to) ?? []), link]);
  }
  const parents = new Map<string, Parent>();
  const leadsBack = (from: string, key: string): boolean => {
    for (let at: string | null = from; at !== null; at = parents.get(at)?.key ?? null) if (at === key) return true;
    return false;
  };
  const queue = [...keys.own];
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    if (parents.has(key)) continue;
    const links = into.get(key) ?? [];
    const through = ring.has(key)
      ? undefined
      : links.find(({ from }) => from.kind === "publication" && !leadsBack(keys.from(from) ?? "", key));
    const link = through ?? links.find(({ from }) => from.kind === "origin");
    const before = through === undefined ? null : keys.from(through.from);
    const parent = before !== null && ring.has(before) ? null : before;
    parents.set(key, { key: parent, how: howOf(link, through !== undefined), reason: link?.reason ?? null });
    if (parent !== null) queue.push(parent);
  }
  return parents;
}

/** Whoever has it from another publication cites it, also where the words are "told The Gazette". */
function howOf(link: OriginLink | undefined, fromPublication: boolean): How {
  if (link === undefined) return "said";
  return fromPublication && (link.how === "said" || link.how === "told") ? "cited" : link.how;
}

function stopOf(
  view: ClaimView,
  origin: Origin,
  key: string,
  how: How,
  reason: OriginLink["reason"] | null,
  next: readonly Stop[],
): Stop {
  const all = view.items.filter((item) => `report ${item.report}` === key);
  const own = all.filter((item) => origin.items.includes(view.items.indexOf(item)));
  const [item] = own.length > 0 ? own : all;
  if (item === undefined)
    return { name: key.replace(/^name /, ""), report: null, at: null, how, reason, stance: "says", next };
  return {
    name: item.reportSummary.publisherName,
    report: item.report,
    at: item.reportSummary.publishedAt,
    how,
    reason,
    stance: own.length > 0 && own.every(({ stance }) => stance === "denies") ? "denies" : "says",
    next,
  };
}

const flat = (stops: readonly Stop[]): readonly Stop[] => stops.flatMap((stop) => [stop, ...flat(stop.next)]);
const depthOf = (stops: readonly Stop[]): number => Math.max(0, ...stops.map((stop) => 1 + depthOf(stop.next)));

/** Why what several publications print counts once. */
function joinedOf(label: string, own: Stop | null, next: readonly Stop[], ring: readonly Stop[]): readonly Joined[] {
  const joined: Joined[] = [];
  const add = (how: Joined["how"], names: readonly string[], from: string): void => {
    const known = joined.findIndex((one) => one.how === how && one.from === from);
    const all = [...new Set([...(joined[known]?.names ?? []), ...names])];
    if (known >= 0) joined[known] = { how, names: all, from };
    else joined.push({ how, names: all, from });
  };
  if (ring.length > 0)
    add(
      "circular",
      ring.map(({ name }) => name),
      "",
    );
  const direct = next.filter(({ how }) => how === "said" || how === "told");
  if (own === null && new Set(direct.map(({ name }) => name)).size > 1)
    add(
      "said",
      direct.map(({ name }) => name),
      label,
    );
  const walk = (from: string, stops: readonly Stop[]): void => {
    for (const stop of stops) {
      if (stop.how !== "said" && stop.how !== "told" && stop.name !== from) add(stop.how, [stop.name], from);
      walk(stop.name, stop.next);
    }
  };
  walk(label, next);
  return joined;
}
