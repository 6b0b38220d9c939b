import type { Reason } from "../model/claim.ts";
import type { Instant } from "../model/time.ts";
import { groupsOf } from "./groups.ts";
import { joinMentioned } from "./origin-bare.ts";
import { joinAnonymous, joinDescribed, joinNameless } from "./origin-nameless.ts";
import { joinAuthors, joinOwners, joinPublishers } from "./origin-publishers.ts";
import { joinCited, joinCredited } from "./origin-carried.ts";
import { joinCopies, joinRetold } from "./origin-copies.ts";
import { profileOf } from "./origin-profile.ts";
import type { ProfileCache, ReportProfile } from "./origin-profile.ts";
import { publicationsOf } from "./publication-name.ts";
import type { Scene } from "./origin-scene.ts";
import { joinLoose, joinSpeakers, joinWithinReports } from "./origin-speakers.ts";
import { traceOf } from "./origin-trace.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";

export type OriginNode =
  | { readonly kind: "origin"; readonly origin: number }
  | { readonly kind: "publication"; readonly name: string; readonly item: number | null };

export interface Origin {
  readonly label: string;
  readonly kind: "person" | "office" | "document" | "publication" | "own-report" | "unnamed";
  /** Indexes of items, ascending. */
  readonly items: readonly number[];
  readonly firstAt: Instant | null;
}

export interface OriginLink {
  readonly from: OriginNode;
  readonly to: OriginNode;
  readonly how: "said" | "told" | "cited" | "copied" | "credited" | "owned";
  readonly reason: Reason;
}

/** How what reports say hangs together: from the origins outward to the reports. */
export interface OriginGraph {
  readonly origins: readonly Origin[];
  readonly links: readonly OriginLink[];
  /** Per item its origin. */
  readonly labels: readonly string[];
  /** Publications that cite one another for it while none has it at first hand. */
  readonly circular: readonly { readonly publications: readonly string[]; readonly items: readonly number[] }[];
}

export interface OriginOptions {
  /** Per item the label that a person gave: it stands, and items of the same origin take it too. */
  readonly chosen?: readonly (string | null)[];
  /** Profiles of reports looked at before, for a caller who looks at many claims over the same reports. */
  readonly profiles?: ProfileCache;
}

/**
 * Where what the items say comes from. Equal labels repeat one origin: one speaker under whatever name or office, one
 * institution and those who speak for it, an agency and those who print it, a paper and those who cite or copy it,
 * papers of one owner that name nobody, and a ring of reports that cite one another. Pure; time grows with the square
 * of the number of items, of which 300 are looked at in well under a second.
 */
export function originGraphOf(items: readonly OriginItem[], options: OriginOptions = {}): OriginGraph {
  const publications = publicationsOf([
    ...new Set(items.map((item) => item.publisherName).filter((name) => name !== "")),
  ]);
  const cache: ProfileCache = options.profiles ?? new Map<string, ReportProfile>();
  const scene: Scene = {
    items,
    traces: items.map((item) => traceOf(item, publications)),
    groups: groupsOf(items.length),
    ties: [],
    publications,
    profile(i) {
      const { report, reportText, byline } = items[i] as OriginItem;
      const known = cache.get(report) ?? profileOf(reportText, byline ?? "");
      cache.set(report, known);
      return known;
    },
  };
  joinSpeakers(scene);
  joinPublishers(scene);
  joinWithinReports(scene);
  joinAuthors(scene);
  joinNameless(scene);
  joinDescribed(scene);
  joinAnonymous(scene);
  joinCited(scene);
  joinCredited(scene);
  joinCopies(scene);
  joinMentioned(scene);
  joinRetold(scene);
  joinOwners(scene);
  joinLoose(scene);
  const circular = ringsOf(scene);
  for (const ring of circular) for (const i of ring.items) scene.groups.join(ring.items[0] as number, i);
  return drawn(scene, circular, options.chosen ?? []);
}

/** Reports that cite one another until the first is reached again, none of them with a source of its own. */
function ringsOf({ items, traces, ties }: Scene): OriginGraph["circular"] {
  const next = new Map<string, string>();
  const members = new Map<string, number[]>();
  items.forEach((item, i) => members.set(item.report, [...(members.get(item.report) ?? []), i]));
  for (const [report, indexes] of members) {
    if (indexes.some((i) => firstHand(traces[i]))) continue;
    const cited = ties.find((tie) => tie.how === "cited" && tie.to !== null && indexes.includes(tie.from));
    if (cited?.to !== null && cited !== undefined) next.set(report, items[cited.to]?.report ?? "");
  }
  const rings: { publications: readonly string[]; items: readonly number[] }[] = [];
  const seen = new Set<string>();
  for (const start of next.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at) && !path.includes(at)) {
      path.push(at);
      at = next.get(at);
    }
    path.forEach((report) => seen.add(report));
    const from = at === undefined ? -1 : path.indexOf(at);
    if (from === -1 || path.length - from < 2) continue;
    const ring = path.slice(from);
    rings.push({
      publications: ring.map((report) => items[members.get(report)?.[0] ?? 0]?.publisherName ?? ""),
      items: ring.flatMap((report) => members.get(report) ?? []).sort((a, b) => a - b),
    });
  }
  return rings;
}

const firstHand = (trace: Trace | undefined): boolean =>
  trace !== undefined && (trace.witnessed || trace.told || (trace.source !== null && trace.cited.length === 0));

function drawn(scene: Scene, circular: OriginGraph["circular"], chosen: readonly (string | null)[]): OriginGraph {
  const { items, traces, groups } = scene;
  const members = new Map<number, number[]>();
  items.forEach((_, i) => members.set(groups.rootOf(i), [...(members.get(groups.rootOf(i)) ?? []), i]));
  const used = new Set<string>(chosen.filter((label) => label !== null));
  const byLabel = new Map<string, Origin>();
  const labels: string[] = [];
  for (const indexes of members.values()) {
    const given = mostFrequent(indexes.flatMap((i) => chosen[i] ?? []));
    const made = given ?? unique(labelOf(scene, indexes), used);
    for (const i of indexes) {
      const label = chosen[i] ?? made;
      labels[i] = label;
      const known = byLabel.get(label);
      byLabel.set(label, {
        label,
        kind:
          known?.kind ??
          kindOf(
            indexes.map((k) => traces[k] as Trace),
            scene,
            indexes,
          ),
        items: [...(known?.items ?? []), i].sort((a, b) => a - b),
        firstAt: earliest([known?.firstAt ?? null, items[i]?.publishedAt ?? null]),
      });
    }
  }
  const origins = [...byLabel.values()].sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
  const links = origins.flatMap((origin, o) => linksOf(scene, origin, o));
  return { origins, links, labels: items.map((_, i) => labels[i] ?? ""), circular };
}

/** One link into each report of an origin: from the origin itself, or from the publication that it came through. */
function linksOf({ items, ties, traces }: Scene, origin: Origin, o: number): OriginLink[] {
  const links: OriginLink[] = [];
  const done = new Set<string>();
  for (const i of origin.items) {
    const item = items[i] as OriginItem;
    if (done.has(item.report)) continue;
    done.add(item.report);
    const to: OriginNode = { kind: "publication", name: item.publisherName, item: i };
    const own = origin.items.filter((k) => items[k]?.report === item.report);
    const carried = ties.find((tie) => own.includes(tie.from) && tie.how !== "said" && tie.publication !== null);
    if (carried === undefined) {
      const trace = traces[own.find((k) => traces[k]?.source !== null) ?? i] as Trace;
      const tie = ties.find((one) => own.includes(one.from));
      const reason: Reason =
        tie?.reason ??
        (trace.told
          ? { code: "told", detail: { publication: item.publisherName } }
          : trace.source === null
            ? { code: "own-report", detail: { publisher: item.publisherName } }
            : { code: "same-speaker", detail: { name: trace.printed } });
      links.push({ from: { kind: "origin", origin: o }, to, how: trace.told ? "told" : "said", reason });
      continue;
    }
    const target = carried.to === null || !origin.items.includes(carried.to) ? null : carried.to;
    const via: OriginNode = {
      kind: "publication",
      name: target === null ? (carried.publication ?? "") : (items[target]?.publisherName ?? ""),
      item: target,
    };
    links.push({ from: via, to, how: carried.how, reason: carried.reason });
    if (target === null)
      links.push({ from: { kind: "origin", origin: o }, to: via, how: "said", reason: carried.reason });
  }
  return links;
}

function kindOf(traces: readonly Trace[], { ties }: Scene, indexes: readonly number[]): Origin["kind"] {
  const kinds = traces.map((trace) => trace.source?.kind);
  for (const kind of ["person", "office", "document"] as const) if (kinds.includes(kind)) return kind;
  if (ties.some((tie) => indexes.includes(tie.from) && tie.publication !== null && tie.how !== "owned"))
    return "publication";
  return traces.some((trace) => trace.witnessed)
    ? "own-report"
    : traces.some((trace) => trace.printed !== "")
      ? "unnamed"
      : "own-report";
}

function labelOf({ items, traces, ties }: Scene, indexes: readonly number[]): string {
  const named = indexes.map((i) => traces[i] as Trace).filter((trace) => trace.source !== null);
  for (const kind of ["person", "office", "document"] as const) {
    const printed = named.filter((trace) => trace.source?.kind === kind).map((trace) => tidy(trace.printed));
    if (printed.length > 0) return longest(printed);
  }
  const unseen = ties.find((tie) => indexes.includes(tie.from) && tie.to === null && tie.publication !== null);
  const first =
    indexes.toSorted((a, b) => ((items[a]?.publishedAt ?? "") < (items[b]?.publishedAt ?? "") ? -1 : 1))[0] ?? 0;
  if (unseen !== undefined) return (unseen.publication ?? "").replace(/^the /i, "");
  const { printed } = traces[first] as Trace;
  const publisher = items[first]?.publisherName ?? "";
  return printed === "" || printed.length > 60 || indexes.length > 1 ? publisher : `${printed}, via ${publisher}`;
}

/** Name with office, without a clause after it. */
function tidy(printed: string): string {
  return printed
    .replace(/,?\s+(?:who|which|that)\b.*$/s, "")
    .replace(/\s+on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, "")
    .replace(/[,\s]+$/, "");
}

function longest(names: readonly string[]): string {
  const good = names.filter((name) => name.length <= 100);
  return (good.length > 0 ? good : names)
    .reduce((best, name) => (name.length > best.length ? name : best))
    .slice(0, 160);
}

function unique(label: string, used: Set<string>): string {
  const base = label === "" ? "unknown" : label;
  let made = base;
  for (let n = 2; used.has(made); n += 1) made = `${base} (${n})`;
  used.add(made);
  return made;
}

function mostFrequent(labels: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  return times.filter((t) => t !== null).sort()[0] ?? null;
}
