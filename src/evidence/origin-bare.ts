import { institutionOf } from "./institution.ts";
import { isHarm, subjectOf } from "./origin-actor.ts";
import { isOfItsOwn } from "./origin-people.ts";
import { figureOf, tie } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import { isWeak } from "./origin-speakers.ts";
import type { Trace } from "./origin-trace.ts";
import { matchInstitutions } from "./source-match.ts";

/** Somebody whom another item names stands in the sentence; or "officials" can only be the one official there is. */
export function joinMentioned(scene: Scene): void {
  const { items, traces, groups, ties } = scene;
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    const inner = trace.source?.kind === "office" && trace.cited.length === 0 ? namesakeIn(scene, i, TOLD_BY) : null;
    if (inner !== null && groups.rootOf(inner) !== groups.rootOf(i)) {
      tie(scene, inner, i, "same-speaker");
      return;
    }
    const open = trace.source === null || (isWeak(trace) && !trace.source.indefinite);
    if (!open || trace.cited.length > 0 || trace.witnessed || (trace.told && trace.source === null)) return;
    if (ties.some((tie) => tie.from === i)) return;
    const person = trace.printed === "" ? (subjectMeant(scene, i) ?? namesakeIn(scene, i)) : personMeant(scene, i);
    const officials = trace.official
      ? traces.flatMap((other, k) => (isOfficial(other) && items[k]?.report !== item.report ? [k] : []))
      : [];
    const agreeing = officials.filter(
      (k) => figureOf(items[k]) === null || figureOf(item) === null || figureOf(items[k]) === figureOf(item),
    );
    const roots = new Set(agreeing.map((k) => groups.rootOf(k)));
    const target = person ?? (roots.size === 1 ? agreeing[0] : undefined);
    if (target === undefined) return;
    tie(scene, target, i, person === null ? "same-office" : "same-speaker");
  });
}

/** "Norrkraft had cut the number to …": the sentence is about whom another item names as its source. */
function subjectMeant({ items, traces }: Scene, i: number): number | null {
  const sentence = items[i]?.sentence ?? items[i]?.text ?? "";
  const subject = subjectOf(sentence);
  const words = new Set(
    (subject ?? "").match(/\p{Lu}[\p{L}'’-]+/gu)?.map((w) => w.toLowerCase().replace(/['’]s?$/, "")),
  );
  if (subject === null || words.size === 0 || isHarm(sentence, subject)) return null;
  const house = institutionOf(subject, []);
  const found = traces.findIndex((other, k) => {
    if (k === i || other.source === null || other.house === null) return false;
    const surname = other.source.name.at(-1);
    if (surname !== undefined) return words.has(surname);
    if (
      isOfItsOwn(other.house) &&
      house.marks.size > 0 &&
      [...house.marks].every((mark) => other.house?.marks.has(mark))
    )
      return true;
    return house.marks.size > 0 && !other.source.indefinite && matchInstitutions(house, other.house) === "same";
  });
  return found === -1 ? null : found;
}

const ANY = /(?<=^|[\s“"‘'(])\p{Lu}[\p{L}-]+/gu;
/** "the doses that Kranz had offered": whoever hands on, it is Kranz's word. */
const TOLD_BY =
  /(?<=\b(?:that|which|what|as|whom) (?:(?:Mr|Mrs|Ms|Dr) )?)\p{Lu}[\p{L}-]+(?= (?:had |has )?(?:\p{Ll}{2,}ed|said|told|given|set|put)\b)/gu;

/** "Ross had 41 barges on his hands": the one person of the sentence is whom other items name as their source. */
function namesakeIn({ items, traces, groups }: Scene, i: number, told = ANY): number | null {
  const sentence = items[i]?.sentence ?? items[i]?.text ?? "";
  const names = new Map([...sentence.matchAll(told)].map(([word]) => [word.toLowerCase(), word]));
  const found = traces.flatMap((other, k) => {
    const word = names.get(other.source?.name.at(-1) ?? "");
    return k !== i && word !== undefined && !isHarm(sentence, word) ? [k] : [];
  });
  return new Set(found.map((k) => groups.rootOf(k))).size === 1 ? (found[0] as number) : null;
}

/** "the 54-year-old", "she": the one person in the report's text whom other reports name as their source. */
function personMeant(scene: Scene, i: number): number | null {
  const { items, traces, groups } = scene;
  const text = items[i]?.reportText ?? "";
  const names = new Set(
    text
      .slice(0, 20_000)
      .match(/\p{Lu}[\p{L}-]+/gu)
      ?.map((w) => w.toLowerCase()),
  );
  const meant = traces.flatMap((other, k) => {
    const surname = other.source?.name.at(-1);
    return surname !== undefined && names.has(surname) ? [k] : [];
  });
  // Of two of one surname the one whose whole name the report has.
  const whole = meant.filter((k) => (traces[k]?.source?.name ?? []).every((word) => names.has(word)));
  if (whole.length > 0) meant.splice(0, meant.length, ...whole);
  if (meant.length === 0) meant.push(...officeMeant(scene, i));
  return new Set(meant.map((k) => groups.rootOf(k))).size === 1 ? (meant[0] as number) : null;
}

/** "The man in the governor's chair has given his word": whoever holds an office that the sentence names. */
function officeMeant({ items, traces }: Scene, i: number): number[] {
  const { titles } = institutionOf(items[i]?.sentence ?? "", []);
  return traces.flatMap((other, k) =>
    other.source !== null && other.house?.speaks === true && [...other.house.titles].some((one) => titles.has(one))
      ? [k]
      : [],
  );
}

const OFFICIAL_HOUSES = [
  "police",
  "ministry",
  "state",
  "town",
  "army",
  "court",
  "parliament",
  "guard",
  "body",
] as const;
const OFFICIAL_TITLES = /^(?:commis|minist|mayor|govern|prosec|presid|offici|secret|inspec)/;
const isOfficial = ({ house }: Trace): boolean =>
  house !== null &&
  (OFFICIAL_HOUSES.some((one) => house.houses.has(one)) ||
    [...house.titles].some((title) => OFFICIAL_TITLES.test(title)));
