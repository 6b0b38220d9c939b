import { groupsOf, type Groups } from "./groups.ts";
import { containment, shinglesOf } from "./likeness.ts";
import { publicationKey, sourceKeyOf } from "./source-key.ts";
import type { SourceKey } from "./source-key.ts";

/** What is looked at to see where an item comes from. A claim candidate is one. */
export interface OriginItem {
  readonly report: string;
  readonly sourceName: string | null;
  /** The source as printed, with office; used for the label. */
  readonly sourceText?: string | null;
  /** Outermost first. */
  readonly carriers: readonly string[];
  readonly publisher: string;
  readonly publisherName: string;
  readonly ownerGroup: string;
  readonly reportText: string;
}

/** Five-word runs of reports that were compared already, for a caller who looks at many claims over the same reports. */
export type ShingleCache = Map<string, ReadonlySet<string>>;

/** Share of five-word runs from which one report copies another. */
const COPY = 0.55;
const REPORTS_MAX = 200;

interface Traced {
  readonly key: SourceKey | null;
  /** Publishers that it came through or from, as comparable names, the innermost first. */
  readonly cited: readonly string[];
}

/**
 * For each item a label of the origin that it goes back to; equal labels repeat one origin. One origin are: items of
 * the same named person or office; items that cite the same publication, and that publication's own; near-copies; and
 * what publishers of one owner group say without naming anybody. Papers that cite each other in a circle are one.
 */
export function originsOfItems(items: readonly OriginItem[], shingles: ShingleCache = new Map()): string[] {
  const groups = groupsOf(items.length);
  const publishers = new Set(items.map((item) => publicationKey(item.publisherName)).filter((name) => name !== ""));
  const traced = items.map((item) => trace(item, publishers));
  joinSameSource(items, traced, groups.join);
  joinCited(items, traced, groups.join);
  joinOwners(items, traced, groups.join);
  joinCopies(items, traced, groups, shingles);
  const labels = new Map<number, string>();
  const used = new Set<string>();
  return items.map((_, i) => {
    const root = groups.rootOf(i);
    const known = labels.get(root);
    if (known !== undefined) return known;
    const members = items.map((__, k) => k).filter((k) => groups.rootOf(k) === root);
    const label = unique(labelOf(members.map((k) => [items[k] as OriginItem, traced[k] as Traced])), used);
    labels.set(root, label);
    return label;
  });
}

type Join = (a: number, b: number) => void;

function trace(item: OriginItem, publishers: ReadonlySet<string>): Traced {
  const name = item.sourceName?.trim() ?? "";
  const plain = publicationKey(name);
  const key: SourceKey | null =
    name === "" ? null : publishers.has(plain) ? { kind: "publication", key: plain } : sourceKeyOf(name);
  // A carrier without a name ("officials") leads nowhere.
  const cited = item.carriers
    .filter((carrier) => publishers.has(publicationKey(carrier)) || sourceKeyOf(carrier).kind !== "unnamed")
    .map((carrier) => publicationKey(carrier))
    .toReversed();
  return { key, cited: key?.kind === "publication" ? [key.key, ...cited] : cited };
}

const isNamed = (key: SourceKey | null): key is SourceKey =>
  key !== null && (key.kind === "person" || key.kind === "office");

function joinSameSource(items: readonly OriginItem[], traced: readonly Traced[], join: Join): void {
  const first = new Map<string, number>();
  const surnames = new Map<string, Set<string>>();
  for (const { key } of traced) {
    if (key?.kind !== "person" || !key.key.includes(" ")) continue;
    const surname = key.key.split(" ").at(-1) ?? "";
    surnames.set(surname, (surnames.get(surname) ?? new Set()).add(key.key));
  }
  items.forEach((_, i) => {
    const key = traced[i]?.key ?? null;
    if (!isNamed(key)) return;
    // A bare surname is the one full name with it, if there is but one.
    const full = key.kind === "person" && !key.key.includes(" ") ? surnames.get(key.key) : undefined;
    const name = full?.size === 1 ? `person ${[...full][0]}` : `${key.kind} ${key.key}`;
    const known = first.get(name);
    if (known === undefined) first.set(name, i);
    else join(known, i);
  });
}

/** What names no person or office but cites a publication goes back to it: with others that cite it, and its own. */
function joinCited(items: readonly OriginItem[], traced: readonly Traced[], join: Join): void {
  const own = new Map<string, number[]>();
  items.forEach((item, i) => {
    const name = publicationKey(item.publisherName);
    own.set(name, [...(own.get(name) ?? []), i]);
  });
  const citing = new Map<string, number>();
  items.forEach((_, i) => {
    const { key, cited } = traced[i] as Traced;
    const publication = cited[0];
    if (isNamed(key) || publication === undefined) return;
    const known = citing.get(publication);
    if (known === undefined) citing.set(publication, i);
    else join(known, i);
    // The publication's own items: those that name somebody only if there is no other choice.
    const theirs = (own.get(publication) ?? []).filter((k) => k !== i);
    const bare = theirs.filter((k) => !isNamed(traced[k]?.key ?? null));
    const target = bare[0] ?? (theirs.length === 1 ? theirs[0] : undefined);
    if (target !== undefined) join(target, i);
  });
}

function joinOwners(items: readonly OriginItem[], traced: readonly Traced[], join: Join): void {
  const first = new Map<string, number>();
  items.forEach((item, i) => {
    const { key, cited } = traced[i] as Traced;
    if (isNamed(key) || cited.length > 0) return;
    for (const owner of [
      `publisher ${item.publisher}`,
      ...(item.ownerGroup.trim() === "" ? [] : [`owner ${item.ownerGroup.trim().toLowerCase()}`]),
    ]) {
      const known = first.get(owner);
      if (known === undefined) first.set(owner, i);
      else join(known, i);
    }
  });
}

/** Reports that copy each other: what neither hangs on a name nor on a citation is one origin. */
function joinCopies(
  items: readonly OriginItem[],
  traced: readonly Traced[],
  { join, rootOf }: Groups,
  cache: ShingleCache,
): void {
  const bare = new Map<string, number[]>();
  items.forEach((item, i) => {
    if (!isNamed(traced[i]?.key ?? null)) bare.set(item.report, [...(bare.get(item.report) ?? []), i]);
  });
  const reports = [...bare.values()].slice(0, REPORTS_MAX);
  // Comparing texts is the dear part: only those that are not of one origin anyway.
  const shingles = (i: number): ReadonlySet<string> => {
    const { report, reportText } = items[i] as OriginItem;
    const known = cache.get(report) ?? shinglesOf(reportText);
    cache.set(report, known);
    return known;
  };
  reports.forEach((left, a) => {
    const first = left[0] as number;
    for (const right of reports.slice(a + 1)) {
      if (right.every((i) => rootOf(i) === rootOf(first))) continue;
      if (containment(shingles(first), shingles(right[0] as number)) < COPY) continue;
      for (const i of right) join(first, i);
    }
  });
}

function labelOf(members: readonly (readonly [OriginItem, Traced])[]): string {
  const named = members.filter(([, t]) => isNamed(t.key)).map(([item]) => printed(item));
  if (named.length > 0) return longest(named);
  const cited = members
    .map(([item, t]) => ({ item, publication: t.cited[0] }))
    .find((m) => m.publication !== undefined);
  if (cited !== undefined) {
    const spelled = [cited.item.sourceName ?? "", ...cited.item.carriers, ...members.map(([m]) => m.publisherName)];
    return (spelled.findLast((name) => publicationKey(name) === cited.publication) ?? cited.publication ?? "").replace(
      /^the /i,
      "",
    );
  }
  const [first] = members[0] as readonly [OriginItem, Traced];
  const who = first.sourceName?.trim() ?? "";
  return who === "" || who.length > 60 || members.length > 1
    ? first.publisherName
    : `${who}, via ${first.publisherName}`;
}

/** Name with office where it is printed: "Col. Ana Brod, army spokeswoman". */
function printed(item: OriginItem): string {
  const name = item.sourceName?.trim() ?? "";
  const text =
    item.sourceText
      ?.trim()
      .replace(/,?\s+who$/, "")
      .replace(/,$/, "") ?? "";
  return text.length > name.length && text.length <= 100 && text.includes(name) ? text : name;
}

function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best)).slice(0, 160);
}

function unique(label: string, used: Set<string>): string {
  let made = label === "" ? "unknown" : label;
  for (let n = 2; used.has(made); n += 1) made = `${label} (${n})`;
  used.add(made);
  return made;
}
