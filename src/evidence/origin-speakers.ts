import { joinPeople } from "./origin-people.ts";
import { isNamed, tie } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";
import { matchSpeakers } from "./speaker-match.ts";
import type { Speaker } from "./speaker-match.ts";

const SPEAKERS_MAX = 120;

/** Joins the items of one person, office or document, and of all who speak for one institution. */
export function joinSpeakers(scene: Scene): void {
  const speakers = speakersOf(scene);
  joinPeople(scene, speakers);
  const open: { readonly one: Speaker; readonly others: Speaker[] }[] = [];
  for (const one of speakers) {
    const others: Speaker[] = [];
    for (const other of speakers) {
      if (other === one) continue;
      const match = matchSpeakers(one, other);
      if (match === "maybe") others.push(other);
      else if (match === "same" && one.i < other.i) tie(scene, one.i, other.i, "same-office");
    }
    if (others.length > 0) open.push({ one, others });
  }
  // "The ministry" is the one ministry that there is; of several it may be any.
  const between = new Set<Speaker>();
  for (const { one, others } of open)
    if (others.some((a, at) => others.slice(at + 1).some((b) => stand(scene, a, b)))) between.add(one);
  for (const { one, others } of open) {
    if (between.has(one)) continue;
    for (const other of others)
      if (!between.has(other) && scene.groups.rootOf(one.i) !== scene.groups.rootOf(other.i))
        tie(scene, one.i, other.i, "same-office");
  }
}

/** Do two stand apart, so that words which fit both tell of neither? */
const stand = (scene: Scene, a: Speaker, b: Speaker): boolean =>
  scene.groups.rootOf(a.i) !== scene.groups.rootOf(b.i) && matchSpeakers(a, b) === "no";

/** Sources that differ; equal ones are joined at once. */
function speakersOf(scene: Scene): Speaker[] {
  const { items, traces } = scene;
  const distinct = new Map<string, Speaker>();
  traces.forEach((trace, i) => {
    const { source: key, house } = trace;
    if (key === null || house === null) return;
    const eye = trace.eye || (!house.speaks && key.name.length > 0);
    const alone = key.indefinite && !house.speaks;
    const text = [
      key.kind,
      key.name.join(" "),
      [...house.marks].sort().join(" "),
      [...house.nouns].sort().join(" "),
      [...house.titles].sort().join(" "),
      [...house.acronyms].join(" "),
      alone ? (items[i]?.report ?? "") : "",
      eye,
    ].join("|");
    const known = distinct.get(text);
    if (known === undefined) distinct.set(text, { i, key, house, eye });
    else tie(scene, known.i, i, "same-speaker");
  });
  return [...distinct.values()].slice(0, SPEAKERS_MAX);
}

/** What a report asserts beside what it has from somebody is that somebody's: one sentence, or one source in all. */
export function joinWithinReports({ items, traces, groups }: Scene): void {
  const byReport = new Map<string, number[]>();
  items.forEach((item, i) => byReport.set(item.report, [...(byReport.get(item.report) ?? []), i]));
  for (const members of byReport.values()) {
    for (const i of members) {
      const mine = traces[i] as Trace;
      const loose = mine.source === null || (mine.source.kind !== "person" && isWeak(mine));
      const beside = members.filter((k) => k !== i && sameSentence(items[i], items[k]) && isNamed(traces[k]));
      // Whoever tells what somebody else said is the bearer of it; whose thoughts are told has told nothing.
      const borne = beside.find((k) => bears(items[i], items[k]) || bears(items[k], items[i]));
      if (borne !== undefined) groups.join(borne, i);
      // In one sentence the speaker who has a name says what the nameless one is said to say.
      const person = beside.find((k) => traces[k]?.source?.kind === "person") ?? beside[0];
      if (person !== undefined && (loose || traces[person]?.source?.kind === "person") && !mine.cited.length) {
        if (mine.source?.kind !== "person") groups.join(person, i);
        continue;
      }
      if (mine.source !== null || mine.cited.length > 0 || mine.witnessed) continue;
      // What one sentence says without a source is one.
      const also = members.find((k) => k !== i && sameSentence(items[i], items[k]) && !isNamed(traces[k]));
      if (also !== undefined) groups.join(also, i);
      const roots = new Set(members.filter((k) => isNamed(traces[k])).map((k) => groups.rootOf(k)));
      if (roots.size === 1) groups.join([...roots][0] as number, i);
    }
  }
}

/**
 * A report goes where its decisive source goes: what it says beside without anybody who could be told from others has no
 * origin of its own.
 */
export function joinLoose({ items, traces, groups }: Scene): void {
  const byReport = new Map<string, number[]>();
  const reports = new Map<number, Set<string>>();
  items.forEach(({ report }, i) => {
    byReport.set(report, [...(byReport.get(report) ?? []), i]);
    const root = groups.rootOf(i);
    reports.set(root, (reports.get(root) ?? new Set()).add(report));
  });
  for (const members of byReport.values()) {
    const roots = [...new Set(members.map((i) => groups.rootOf(i)))];
    if (roots.length < 2) continue;
    const strong = (root: number): boolean =>
      members.some((i) => groups.rootOf(i) === root && (isToldApart(traces[i]) || traces[i]?.witnessed === true));
    const among = roots.filter((root) => (reports.get(root)?.size ?? 0) > 1);
    const decisive = among.length === 0 ? (roots.find(strong) ?? roots[0]) : among.length === 1 ? among[0] : undefined;
    if (decisive === undefined) continue;
    for (const root of roots)
      if (root !== decisive && reports.get(root)?.size === 1 && !strong(root)) groups.join(decisive, root);
  }
}

/** A person with a full name, or a house of a known sort: no other than himself. */
const isToldApart = (trace: Trace | undefined): boolean =>
  isNamed(trace) &&
  ((trace?.source?.name.length ?? 0) > 1 || (trace?.house?.houses.size ?? 0) > 0 || trace?.source?.kind === "document");

/** Is the source of the one a bearer of the other? */
function bears(one: OriginItem | undefined, other: OriginItem | undefined): boolean {
  const name = one?.sourceName?.toLowerCase().replace(/^the /, "") ?? "";
  return name !== "" && other?.carriers.some((carrier) => carrier.toLowerCase().replace(/^the /, "") === name) === true;
}

/** "its director": tells nothing without the sentence. */
export const isWeak = ({ source, house }: Pick<Trace, "source" | "house">): boolean =>
  source !== null && source.name.length === 0 && house !== null && house.marks.size === 0 && house.houses.size === 0;

function sameSentence(a: OriginItem | undefined, b: OriginItem | undefined): boolean {
  const [x, y] = [a?.sentence ?? a?.text ?? "", b?.sentence ?? b?.text ?? ""];
  return x !== "" && y !== "" && (x.includes(y) || y.includes(x));
}
