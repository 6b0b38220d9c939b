import type { Reason } from "../model/claim.ts";
import { msOf } from "../model/time.ts";
import type { Groups } from "./groups.ts";
import { copyingOf, passageCopied } from "./origin-profile.ts";
import type { ReportProfile } from "./origin-profile.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";
import { looseFiguresIn } from "./loose-figures.ts";
import { contentStems } from "./likeness.ts";
import { looksLikeAgency, meansPublication, publicationKey } from "./publication-name.ts";
import { sameName, sameRoles } from "./source-key.ts";
import type { SourceKey } from "./source-key.ts";

/** How one item hangs on another (`to`), or on a publication of which no report is here. */
export interface Tie {
  readonly from: number;
  readonly to: number | null;
  readonly how: "said" | "told" | "cited" | "copied" | "credited" | "owned";
  readonly publication: string | null;
  readonly reason: Reason;
}

/** Everything known of the items whose origins are sought. */
export interface Scene {
  readonly items: readonly OriginItem[];
  readonly traces: readonly Trace[];
  readonly profile: (item: number) => ReportProfile;
  readonly groups: Groups;
  readonly ties: Tie[];
}

/** Share of an office's words that another must have to be the same. */
const SAME_OFFICE = 0.6;
/** Share of a report's word runs, of its telling words, and of the passage's, from which it is a copy or a rewriting. */
const COPIED_WORDS = 0.3;
const COPIED_MATTER = 0.42;
const COPIED_PASSAGE = 0.5;
/** The same of a report's telling words when the passage itself has nearly the same ones. */
const COPIED_BOTH = 0.3;
const PASSAGE_LIKE = 0.75;
/** A figure from which it is a sum that one government announces. */
const SUM_MIN = 100_000;
const COMPARED_MAX = 200;

const timeOf = (item: OriginItem | undefined): number => (item?.publishedAt ? msOf(item.publishedAt) : 0);
const isNamed = (trace: Trace | undefined): boolean => trace?.source !== null && trace?.source !== undefined;
const figureOf = (item: OriginItem | undefined): number | null => item?.figureValue?.value ?? null;

/** Joins the items of one person, office or document. */
export function joinSpeakers({ items, traces, groups, ties }: Scene): void {
  const named = traces.flatMap((trace, i) => (trace.source === null ? [] : [{ i, key: trace.source }]));
  // Equal keys first, so that the comparison is between few.
  const distinct = new Map<string, { i: number; key: SourceKey }>();
  for (const one of named) {
    const key = `${one.key.kind} ${one.key.name.join(" ")} ${[...one.key.roles].sort().join(" ")} ${one.key.indefinite ? (items[one.i]?.report ?? "") : ""}`;
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, one);
    else tieSpeakers(known.i, one.i, "same-speaker");
  }
  const all = [...distinct.values()].slice(0, 120);
  const people = all.filter((one) => one.key.name.length > 0);
  people.forEach((a, at) => {
    for (const b of people.slice(at + 1)) {
      const close = personsMatch(a.key, b.key);
      if (close === 0) continue;
      // A bare surname goes to the one of its bearers that fits best, if there are several.
      const rivals = people.filter((c) => c !== a && c !== b && !samePerson(c.key, a.key, b.key));
      const [bare, full] = a.key.name.length <= b.key.name.length ? [a, b] : [b, a];
      const better = rivals.some(
        (c) =>
          c.key.name.length > bare.key.name.length &&
          personsMatch(bare.key, c.key) > 0 &&
          fitOf(bare, c) > fitOf(bare, full),
      );
      if (!better) tieSpeakers(a.i, b.i, "same-speaker");
    }
  });
  const offices = all.filter((one) => one.key.name.length === 0);
  offices.forEach((a, at) => {
    for (const b of offices.slice(at + 1))
      if (sameRoles(a.key.roles, b.key.roles) >= SAME_OFFICE && !(a.key.indefinite && b.key.indefinite))
        tieSpeakers(a.i, b.i, "same-office");
    let best: { i: number; fit: number } | null = null;
    for (const p of people) {
      const fit = fitOf(a, p) + (p.key.speaks ? 0.05 : 0);
      if (fit >= SAME_OFFICE && (best === null || fit > best.fit)) best = { i: p.i, fit };
    }
    if (best !== null) tieSpeakers(best.i, a.i, "same-office");
  });
  people.forEach((a, at) => {
    for (const b of people.slice(at + 1)) if (oneInstitution(a, b)) tieSpeakers(a.i, b.i, "same-office");
  });

  function fitOf(one: { i: number; key: SourceKey }, other: { i: number; key: SourceKey }): number {
    const together = items[one.i]?.report === items[other.i]?.report ? 0.1 : 0;
    const surname = other.key.name.at(-1)?.slice(0, 6);
    if (one.key.name.length === 0 && surname !== undefined && one.key.roles.has(surname)) return 1;
    const fit = sameRoles(one.key.roles, other.key.roles);
    return fit === 0 ? 0 : fit + together;
  }

  /** Two who speak for one institution, or members of one government who announce the same sum. */
  function oneInstitution(a: { i: number; key: SourceKey }, b: { i: number; key: SourceKey }): boolean {
    if (groups.rootOf(a.i) === groups.rootOf(b.i)) return false;
    if (traces[a.i]?.witnessed === true || traces[b.i]?.witnessed === true) return false;
    if (governs(a.key) && governs(b.key) && sharesSum(a.i, b.i)) return true;
    return speaksFor(a.key) && speaksFor(b.key) && sameHouse(a.key, b.key);
  }

  function sharesSum(a: number, b: number): boolean {
    const sums = (i: number): Set<number> =>
      new Set(
        items
          .filter((item) => item.report === items[i]?.report)
          .flatMap((item) => looseFiguresIn(item.sentence ?? item.text ?? "").map((one) => one.value))
          .filter((value) => value >= SUM_MIN),
      );
    const other = sums(b);
    return [...sums(a)].some((sum) => other.has(sum));
  }

  function tieSpeakers(a: number, b: number, code: "same-speaker" | "same-office"): void {
    groups.join(a, b);
    ties.push({ from: b, to: a, how: "said", publication: null, reason: { code, detail: { name: traces[a]?.printed ?? "" } } });
  }
}

function personsMatch(a: SourceKey, b: SourceKey): number {
  if (!sameName(a.name, b.name)) return 0;
  return a.name.length > 1 && b.name.length > 1 ? 1 : 0.8;
}

const samePerson = (c: SourceKey, ...others: readonly SourceKey[]): boolean =>
  others.some((o) => c.name.length > 1 && o.name.length > 1 && sameName(c.name, o.name));

const HOUSES = new Set("police army navy militar force counci commis compan minist govern coastg guard compan univer hospit union palace chance".split(" "));
const speaksFor = (key: SourceKey): boolean => key.speaks || key.roles.has("minist") || key.roles.has("inspec");
const governs = (key: SourceKey): boolean =>
  ["minist", "government", "presid", "premie", "prime", "cabine", "chance"].some((role) => key.roles.has(role));

/** One institution: it is named by both, and nothing tells the one's from the other's. */
function sameHouse(a: SourceKey, b: SourceKey): boolean {
  const house = [...a.roles].find((role) => HOUSES.has(role) && b.roles.has(role));
  if (sameRoles(a.roles, b.roles) >= SAME_OFFICE && [...a.roles].filter((r) => b.roles.has(r) && r !== "lead").length > 1) return true;
  if (house === undefined) return false;
  const extra = (one: SourceKey, other: SourceKey): string[] =>
    [...one.roles].filter((r) => !other.roles.has(r) && r !== "lead" && r !== "inspec");
  return extra(a, b).length === 0 || extra(b, a).length === 0;
}

/** What a report asserts beside what it has from somebody is that somebody's: one sentence, or one source in all. */
export function joinWithinReports({ items, traces, groups }: Scene): void {
  const byReport = new Map<string, number[]>();
  items.forEach((item, i) => byReport.set(item.report, [...(byReport.get(item.report) ?? []), i]));
  for (const members of byReport.values()) {
    for (const i of members) {
      const mine = traces[i] as Trace;
      const loose = mine.source === null || (mine.source.kind !== "person" && weak(mine.source));
      const beside = members.filter((k) => k !== i && sameSentence(items[i], items[k]) && isNamed(traces[k]));
      // In one sentence the speaker who has a name says what the nameless one is said to say.
      const person = beside.find((k) => traces[k]?.source?.kind === "person") ?? beside[0];
      if (person !== undefined && (loose || traces[person]?.source?.kind === "person") && !mine.cited.length) {
        if (mine.source?.kind !== "person") groups.join(person, i);
        continue;
      }
      if (mine.source !== null || mine.cited.length > 0 || mine.witnessed) continue;
      const roots = new Set(members.filter((k) => isNamed(traces[k])).map((k) => groups.rootOf(k)));
      if (roots.size === 1) groups.join([...roots][0] as number, i);
    }
  }
}

const weak = (key: SourceKey): boolean => [...key.roles].every((role) => role === "lead");

function sameSentence(a: OriginItem | undefined, b: OriginItem | undefined): boolean {
  const [x, y] = [a?.sentence ?? a?.text ?? "", b?.sentence ?? b?.text ?? ""];
  return x !== "" && y !== "" && (x.includes(y) || y.includes(x));
}

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
function itemsOf({ items }: Scene, mention: string, from: number): number[] {
  return items.flatMap((item, k) =>
    item.report !== items[from]?.report && meansPublication(mention, item.publisherName) ? [k] : [],
  );
}

/** Two who are both named and not the same do not become one by a citation. */
function clashes({ traces, groups }: Scene, i: number, target: number): boolean {
  const [a, b] = [traces[i]?.source ?? null, traces[target]?.source ?? null];
  if (a === null || b === null || groups.rootOf(i) === groups.rootOf(target)) return false;
  if (a.indefinite || b.indefinite || weak(a) || weak(b)) return false;
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
    const foreign = credits.filter((name) => !meansPublication(name, item.publisherName));
    const named = foreign.find((name) => name !== "agencies" && itemsOf(scene, name, i).length > 0);
    const agencies = foreign.includes("agencies")
      ? items.flatMap((other, k) => (other.report !== item.report && looksLikeAgency(other.publisherName) ? [k] : []))
      : [];
    const citing = isNamed(trace)
      ? undefined
      : cites.find((name) => !meansPublication(name, item.publisherName) && itemsOf(scene, name, i).length > 0);
    const name = named ?? (agencies.length > 0 ? "agencies" : citing);
    if (name !== undefined) {
      const target = best(scene, i, name === "agencies" ? agencies : itemsOf(scene, name, i));
      if (target === null || clashes(scene, i, target)) return;
      const agency = items[target]?.publisherName ?? name;
      ties.push({ from: i, to: target, how: "credited", publication: agency, reason: { code: "credit", detail: { agency } } });
      groups.join(target, i);
      return;
    }
    const [other] = foreign.filter((one) => one !== "agencies");
    if (other === undefined || isNamed(trace)) return;
    ties.push({ from: i, to: null, how: "credited", publication: other, reason: { code: "credit", detail: { agency: other } } });
    const key = publicationKey(other);
    const known = unseen.get(key);
    if (known === undefined) unseen.set(key, i);
    else groups.join(known, i);
  });
}

/** Reports that repeat another's words, or all its matter in other words: what names nobody goes back to the earlier one. */
export function joinCopies(scene: Scene): void {
  const { items, traces, groups, ties } = scene;
  const order = items.map((_, i) => i).sort((a, b) => timeOf(items[a]) - timeOf(items[b]) || a - b);
  const bare = order.filter((i) => {
    const trace = traces[i] as Trace;
    return trace.source === null && trace.cited.length === 0 && !trace.witnessed && !trace.told;
  });
  for (const i of bare.slice(0, COMPARED_MAX)) {
    const mine = scene.profile(i);
    let found: { k: number; share: number } | null = null;
    for (const k of order.slice(0, COMPARED_MAX)) {
      const later = timeOf(items[k]) > timeOf(items[i]) || (timeOf(items[k]) === timeOf(items[i]) && k > i);
      if (items[k]?.report === items[i]?.report || later) continue;
      const theirs = scene.profile(k);
      const { words, matter } = copyingOf(mine, theirs);
      const passage = passageCopied(items[i]?.sentence ?? items[i]?.text ?? "", theirs);
      const near = passageLike(items[i], items[k]);
      const share = Math.max(
        words / COPIED_WORDS,
        matter / COPIED_MATTER,
        passage / COPIED_PASSAGE,
        near >= PASSAGE_LIKE ? matter / COPIED_BOTH : 0,
      );
      const same = figureOf(items[i]) !== null && figureOf(items[i]) === figureOf(items[k]) ? 0.1 : 0;
      if (share >= 1 && (found === null || share + same > found.share)) found = { k, share: share + same };
    }
    if (found === null) continue;
    const percent = Math.round(100 * Math.max(copyingOf(mine, scene.profile(found.k)).words, passageCopied(items[i]?.sentence ?? "", scene.profile(found.k))));
    const publisher = items[found.k]?.publisherName ?? "";
    ties.push({ from: i, to: found.k, how: "copied", publication: publisher, reason: { code: "copy", detail: { percent, publisher } } });
    groups.join(found.k, i);
  }
}

/** Share of the shorter passage's telling words that the other has; 0 where there are few of them. */
function passageLike(a: OriginItem | undefined, b: OriginItem | undefined): number {
  const [x, y] = [a, b].map((item) => contentStems(item?.sentence ?? item?.text ?? ""));
  if (x === undefined || y === undefined) return 0;
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  return few.size < 5 ? 0 : [...few].filter((stem) => many.has(stem)).length / few.size;
}

/** Somebody whom another item names stands in the sentence; or "officials" can only be the one official there is. */
export function joinMentioned({ items, traces, groups, ties }: Scene): void {
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    if (trace.source !== null || trace.cited.length > 0 || trace.witnessed) return;
    if (ties.some((tie) => tie.from === i)) return;
    const sentence = item.sentence ?? item.text ?? "";
    const words = new Set(sentence.match(/\p{Lu}[\p{L}'-]+/gu)?.map((w) => w.toLowerCase().replace(/'s$/, "")) ?? []);
    const person = traces.findIndex((other, k) => k !== i && other.source !== null && words.has(other.source.name.at(-1) ?? ""));
    const officials = trace.official
      ? traces.flatMap((other, k) => (other.source !== null && isOfficial(other.source) ? [k] : []))
      : [];
    const agreeing = officials.filter((k) => figureOf(items[k]) === null || figureOf(item) === null || figureOf(items[k]) === figureOf(item));
    const roots = new Set(agreeing.map((k) => groups.rootOf(k)));
    const target = person !== -1 ? person : roots.size === 1 ? agreeing[0] : undefined;
    if (target === undefined) return;
    groups.join(target, i);
    ties.push({
      from: i,
      to: target,
      how: "said",
      publication: null,
      reason: { code: person === -1 ? "same-office" : "same-speaker", detail: { name: traces[target]?.printed ?? "" } },
    });
  });
}

const OFFICIAL_ROLES =
  ["commis", "minist", "mayor", "govern", "government", "police", "army", "author", "counci", "agency", "prefec", "prosec", "distri", "chance", "offici", "presid", "office"];
const isOfficial = (key: SourceKey): boolean => OFFICIAL_ROLES.some((role) => key.roles.has(role));

/** What a publisher says without naming anybody is one voice; so is what its owner's other papers say. */
export function joinOwners({ items, traces, groups, ties }: Scene): void {
  const first = new Map<string, number>();
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    if (trace.source !== null || trace.cited.length > 0 || ties.some((tie) => tie.from === i && tie.to !== null)) return;
    const owner = item.ownerGroup.trim().toLowerCase();
    for (const key of [`publisher ${item.publisher}`, ...(owner === "" ? [] : [`owner ${owner}`])]) {
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, i);
        continue;
      }
      groups.join(known, i);
      if (items[known]?.publisher !== item.publisher)
        ties.push({ from: i, to: known, how: "owned", publication: item.publisherName, reason: { code: "same-owner", detail: { owner: item.ownerGroup } } });
    }
    // A paper's later word without a source rests on what it had before.
    const before = items.findIndex(
      (other, k) => other.publisher === item.publisher && other.report !== item.report && timeOf(other) <= timeOf(item) && isNamed(traces[k]),
    );
    if (before !== -1 && !trace.witnessed) groups.join(before, i);
  });
}
