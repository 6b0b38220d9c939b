import type { Figure } from "../model/figure.ts";
import { contentStems } from "./likeness.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const PEOPLE = set(
  "people person men man women woman children child civilian resident patient passenger islander citizen voter fighter militia soldier troop refugee migrant worker employee visitor guest student pupil villager camper tourist member body victim casualty suspect prisoner hostage protester demonstrator volunteer officer policeman firefighter survivor punter fan spectator customer farmer miner sailor fisherman nurse doctor teacher boy girl infant baby adult case participant bather swimmer skier driver household-member individual human name arrest",
);
/** What befell those who are counted, by words of the figure or its sentence. */
const FATES: readonly (readonly [fate: string, words: RegExp])[] = [
  [
    "killed",
    /\b(?:killed|dead|died|deaths?|bodies|perished|fatalit\w+|lost (?:their|his|her) li\w+|victims|drowned|slain|buried|toll)\b/i,
  ],
  ["injured", /\b(?:injur\w+|wounded|hurt)\b/i],
  ["missing", /\b(?:missing|unaccounted)\b/i],
  [
    "ill",
    /\b(?:ill|sick\w*|patients?|infect\w+|cases|admitted|poisoned|laid low|outbreak|diagnosed|hospitali[sz]ed)\b/i,
  ],
  ["arrested", /\b(?:arrest\w*|detained|custody|held|jailed)\b/i],
  ["moved", /\b(?:evacuat\w+|shelters?|displaced|homeless|fled|moved|away from home|led to safety)\b/i],
  ["crossed", /\b(?:cross\w+|entered|incursion|came over)\b/i],
  [
    "present",
    /\b(?:aboard|on board|passengers|attended|crowd|marched|gathered|turned out|demonstrat\w+|protest\w+)\b/i,
  ],
  ["freed", /\b(?:freed|released|rescued|saved|pulled out)\b/i],
];
/** Fates whose number only grows while an event lasts. */
const GROWING = set("killed injured ill arrested moved freed damage counted");
const SAME_NOUN: Readonly<Record<string, string>> = {
  house: "home",
  dwelling: "home",
  post: "job",
  position: "job",
  redundancy: "job",
  lorry: "truck",
  carrier: "vehicle",
  tank: "vehicle",
  kilo: "kg",
  kilogram: "kg",
  kilogramme: "kg",
  hive: "colony",
  plane: "aircraft",
  jet: "aircraft",
  vote: "vote",
  earthquake: "magnitude",
  quake: "magnitude",
};

/** What a figure counts, in words that can be compared over reports. */
export interface Counted {
  readonly people: boolean;
  readonly fate: string | null;
  readonly noun: string | null;
  readonly unit: string | null;
  readonly kind: Figure["kind"];
  /** Stems of the sentence. */
  readonly stems: ReadonlySet<number>;
}

const FATE_NOUNS: Readonly<Record<string, string>> = {
  killed: "killed",
  dead: "killed",
  deaths: "killed",
  death: "killed",
  died: "killed",
  body: "killed",
  injured: "injured",
  wounded: "injured",
  hurt: "injured",
  injury: "injured",
  missing: "missing",
  hospitalised: "ill",
  displaced: "moved",
  evacuated: "moved",
  captured: "arrested",
  arrested: "arrested",
  arrest: "arrested",
  case: "ill",
  patient: "ill",
};

/** Reads what a figure counts from its own words and its sentence. */
export function countedOf(
  figure: Pick<Figure, "kind" | "unit" | "counts"> & { readonly text?: string; readonly sentence?: string },
): Counted {
  const counts = figure.counts?.toLowerCase() ?? null;
  const sentence = figure.sentence ?? "";
  const own = figure.text ?? "";
  const unit = figure.unit;
  const people =
    (figure.kind === "casualties" && counts === null) ||
    (counts !== null && (PEOPLE.has(counts) || FATE_NOUNS[counts] !== undefined)) ||
    (counts === null &&
      unit === null &&
      figure.kind === "count" &&
      (PERSONS.test(own) || fateOf(null, own, sentence) !== null));
  const fate = people || counts === null ? fateOf(counts, own, sentence) : damageOf(figure.kind, sentence);
  const noun = counts === null ? null : (SAME_NOUN[counts] ?? counts);
  return { people, fate, noun, unit, kind: figure.kind, stems: contentStems(sentence) };
}

const PERSONS = /\b(?:people|men|women|children|persons|patients|passengers|residents)\b/i;

function fateOf(counts: string | null, own: string, sentence: string): string | null {
  const named = counts === null ? undefined : FATE_NOUNS[counts];
  if (named !== undefined) return named;
  return (FATES.find(([, words]) => words.test(own)) ?? FATES.find(([, words]) => words.test(sentence)))?.[0] ?? null;
}

function damageOf(kind: Figure["kind"], sentence: string): string | null {
  if (kind === "money") return /\b(?:damage|losses|bill|cost|costs)\b/i.test(sentence) ? "damage" : null;
  return /\b(?:so far|destroyed|damaged|flooded|burnt|burned|lost|collapsed|downed|without power|cut off|evacuat\w+|affected|captured|seized|cleared|restored)\b/i.test(
    sentence,
  )
    ? "counted"
    : null;
}

/** Does what is counted only grow while the event lasts, so that a later, higher number is news and no contradiction? */
export const grows = (counted: Counted): boolean => counted.fate !== null && GROWING.has(counted.fate);

/**
 * How surely two figures of one claim count the same: 2 by their own words, 1 by the sentences about them, 0 not.
 */
export function sameCounted(a: Counted, b: Counted): 0 | 1 | 2 {
  if (a.kind === "date" || b.kind === "date" || (a.kind === "percent") !== (b.kind === "percent")) return 0;
  const [x, y] = [measureOf(a), measureOf(b)];
  if (x !== null && y !== null && x !== y) return 0;
  if (a.people !== b.people && a.noun !== null && b.noun !== null) return 0;
  if (a.noun === null && b.noun === null && (a.stems.size === 0 || b.stems.size === 0)) return 0;
  if (a.people && b.people) {
    if (a.fate !== null && b.fate !== null) return a.fate === b.fate ? 2 : 0;
    return a.noun !== null && a.noun === b.noun && a.noun !== "people" ? 2 : sharedStems(a, b) >= 2 ? 1 : 0;
  }
  if (a.fate !== null && b.fate !== null && a.fate !== b.fate) return 0;
  if (a.noun !== null && b.noun !== null) {
    if (a.noun === b.noun) return 2;
    if (x === null && y === null) return 0;
  }
  if (x !== null && y !== null)
    return a.kind === "money" || sharedStems(a, b) >= 1 || a.noun === null || b.noun === null ? 2 : 1;
  if (a.fate !== null && a.fate === b.fate) return 1;
  return 1;
}

const measureOf = ({ kind, unit }: Counted): string | null =>
  unit === null ? null : kind === "money" ? `money ${unit}` : unit;

function sharedStems(a: Counted, b: Counted): number {
  let count = 0;
  for (const stem of a.stems) if (b.stems.has(stem)) count += 1;
  return count;
}
