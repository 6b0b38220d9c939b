import { looseFiguresIn } from "./loose-figures.ts";
import { isNamed } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";
import { fitsAny, sameName, sameRoles } from "./source-key.ts";
import type { SourceKey } from "./source-key.ts";

/** Share of an office's words that another must have to be the same. */
const SAME_OFFICE = 0.6;
/** A figure from which it is a sum that one government announces. */
const SUM_MIN = 100_000;

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
          fitOf(bare, c) >= fitOf(bare, full),
      );
      if (!better) tieSpeakers(a.i, b.i, "same-speaker");
    }
  });
  const offices = all.filter((one) => one.key.name.length === 0);
  const telling = offices.filter((one) => !fitsAny(one.key.roles));
  telling.forEach((a, at) => {
    for (const b of telling.slice(at + 1))
      if (sameRoles(a.key.roles, b.key.roles) >= SAME_OFFICE && !(a.key.indefinite && b.key.indefinite))
        tieSpeakers(a.i, b.i, "same-office");
    let best: { i: number; fit: number } | null = null;
    for (const p of people) {
      const fit = fitOf(a, p) + (p.key.speaks ? 0.05 : 0);
      if (fit < SAME_OFFICE) continue;
      // Whoever speaks for an institution says what it says; of others only the one that fits best.
      if (p.key.speaks && fit >= 1) tieSpeakers(p.i, a.i, "same-office");
      if (best === null || fit > best.fit) best = { i: p.i, fit };
    }
    if (best !== null && groups.rootOf(best.i) !== groups.rootOf(a.i)) tieSpeakers(best.i, a.i, "same-office");
  });
  // "The ministry" is the one ministry that there is; of several it may be any.
  for (const a of offices.filter((one) => fitsAny(one.key.roles))) {
    const fitting = all.filter((b) => b !== a && fitOf(a, b) >= SAME_OFFICE);
    const roots = new Set(fitting.map((b) => groups.rootOf(b.i)));
    if (roots.size === 1 && fitting[0] !== undefined) tieSpeakers(fitting[0].i, a.i, "same-office");
  }
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
    ties.push({
      from: b,
      to: a,
      how: "said",
      publication: null,
      reason: { code, detail: { name: traces[a]?.printed ?? "" } },
    });
  }
}

function personsMatch(a: SourceKey, b: SourceKey): number {
  if (!sameName(a.name, b.name)) return 0;
  return a.name.length > 1 && b.name.length > 1 ? 1 : 0.8;
}

const samePerson = (c: SourceKey, ...others: readonly SourceKey[]): boolean =>
  others.some((o) => c.name.length > 1 && o.name.length > 1 && sameName(c.name, o.name));

const HOUSES = new Set(
  "police army navy militar force counci commis compan minist govern coastg guard compan univer hospit union palace chance".split(
    " ",
  ),
);
const speaksFor = (key: SourceKey): boolean => key.speaks || key.roles.has("minist") || key.roles.has("inspec");
const governs = (key: SourceKey): boolean =>
  ["minist", "government", "presid", "premie", "prime", "cabine", "chance"].some((role) => key.roles.has(role));

/** One institution: it is named by both, and nothing tells the one's from the other's. */
function sameHouse(a: SourceKey, b: SourceKey): boolean {
  const house = [...a.roles].find((role) => HOUSES.has(role) && b.roles.has(role));
  if (
    sameRoles(a.roles, b.roles) >= SAME_OFFICE &&
    [...a.roles].filter((r) => b.roles.has(r) && r !== "lead").length > 1
  )
    return true;
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
      const loose = mine.source === null || (mine.source.kind !== "person" && isWeak(mine.source));
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

/** "its director": tells nothing without the sentence. */
export const isWeak = (key: SourceKey): boolean => [...key.roles].every((role) => role === "lead");

function sameSentence(a: OriginItem | undefined, b: OriginItem | undefined): boolean {
  const [x, y] = [a?.sentence ?? a?.text ?? "", b?.sentence ?? b?.text ?? ""];
  return x !== "" && y !== "" && (x.includes(y) || y.includes(x));
}
