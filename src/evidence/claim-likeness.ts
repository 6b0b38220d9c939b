import type { ItemTerms, ReportTerms } from "./claim-terms.ts";

/** How rare a stem is, as a weight. */
export type Rarity = (stem: number) => number;

/** What speaks for two items saying the same, each 0 … 1 or nearly so. */
export interface Signs {
  /** Cosine of the contents, rare words counting more. */
  readonly words: number;
  /** Share of the shorter content that the other one has. */
  readonly within: number;
  /** Weight of the shared words, however long the contents are. */
  readonly shared: number;
  /** Share of names and numbers. */
  readonly names: number;
  /** Cosine of what the reports are about. */
  readonly topic: number;
  /** How much of the content stands in the other's report or title. */
  readonly told: number;
  /** The same, at its best. */
  readonly toldOnce: number;
  /** Cosine of the contents together with their reports' titles. */
  readonly broad: number;
  /** They count the same, and their reports are about the same. */
  readonly countTopic: number;
  readonly sameSpeaker: number;
  readonly otherSpeaker: number;
  readonly sameFigure: number;
  readonly sameCount: number;
  readonly otherCount: number;
  readonly bothLead: number;
  readonly days: number;
}

const DAY_MS = 86_400_000;

export function signsOf(a: ItemTerms, b: ItemTerms, ra: ReportTerms, rb: ReportTerms, topic: number, rarity: Rarity): Signs {
  const [dot, na, nb] = overlap(a.stems, b.stems, rarity);
  const [names, anyNames] = namesShared(a, b, rarity);
  const bothCount = a.counted !== 0 && b.counted !== 0;
  const [aTold, bTold] = [coveredBy(a.stems, rb, rarity), coveredBy(b.stems, ra, rarity)];
  const [broadDot, broadA, broadB] = overlap(a.broad, b.broad, rarity);
  const same = bothCount && a.counted === b.counted;
  return {
    words: dot === 0 ? 0 : dot / Math.sqrt(na * nb),
    within: dot === 0 ? 0 : dot / Math.min(na, nb),
    shared: Math.min(1, dot / 120),
    names: anyNames === 0 ? 0 : names / anyNames,
    topic,
    told: Math.min(aTold, bTold),
    toldOnce: Math.max(aTold, bTold),
    broad: broadDot === 0 ? 0 : broadDot / Math.sqrt(broadA * broadB),
    countTopic: same ? Math.min(1, topic * 5) : 0,
    sameSpeaker: a.speaker !== 0 && a.speaker === b.speaker ? 1 : 0,
    otherSpeaker: a.speaker !== 0 && b.speaker !== 0 && a.speaker !== b.speaker ? 1 : 0,
    sameFigure: same && a.value === b.value ? 1 : 0,
    sameCount: same ? 1 : 0,
    otherCount: bothCount && !same ? 1 : 0,
    bothLead: a.leads && b.leads ? 1 : 0,
    days: a.ms === 0 || b.ms === 0 ? 0 : Math.min(1, Math.abs(a.ms - b.ms) / (14 * DAY_MS)),
  };
}

/** Squared weights of the shared stems, and of each side's. */
function overlap(a: Uint32Array, b: Uint32Array, rarity: Rarity): readonly [number, number, number] {
  let [i, k, dot, na, nb] = [0, 0, 0, 0, 0];
  while (i < a.length || k < b.length) {
    const x = i < a.length ? (a[i] as number) : Number.POSITIVE_INFINITY;
    const y = k < b.length ? (b[k] as number) : Number.POSITIVE_INFINITY;
    const weight = rarity(Math.min(x, y)) ** 2;
    if (x <= y) {
      na += weight;
      i += 1;
    }
    if (y <= x) {
      nb += weight;
      k += 1;
    }
    if (x === y) dot += weight;
  }
  return [dot, na, nb];
}

/** Cosine of two reports' subjects. */
export function topicLikeness(a: ReportTerms, b: ReportTerms, rarity: Rarity): number {
  const [dot, na, nb] = overlap(a.stems, b.stems, rarity);
  return dot === 0 ? 0 : dot / Math.sqrt(na * nb);
}

function namesShared(a: ItemTerms, b: ItemTerms, rarity: Rarity): readonly [number, number] {
  let [shared, a1, b1] = [0, 0, 0];
  for (const name of a.names) {
    const weight = rarity(name);
    a1 += weight;
    if (b.names.has(name)) shared += weight;
  }
  for (const name of b.names) b1 += rarity(name);
  return [shared, Math.min(a1, b1)];
}

/** Share of a content's weight that the other report has anywhere. */
function coveredBy(stems: Uint32Array, { stems: report }: ReportTerms, rarity: Rarity): number {
  const [dot, own] = overlap(stems, report, rarity);
  return own === 0 ? 0 : dot / own;
}

/** Learned from clusters of reports of an invented world: how much each sign says. */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  words: 3.55,
  within: 0.66,
  shared: 8.50,
  names: 1.88,
  topic: 2.00,
  told: 0.63,
  toldOnce: 0.67,
  broad: 3.74,
  countTopic: 1.05,
  sameSpeaker: 2.59,
  otherSpeaker: 0.00,
  sameFigure: -0.03,
  sameCount: 0.65,
  otherCount: -0.87,
  bothLead: -0.00,
  days: -3.00,
};
const START = -3.01;

/** How likely two items with these signs say the same, 0 … 1. */
export function chanceOf(signs: Signs): number {
  let sum = START;
  for (const sign of Object.keys(WEIGHTS) as (keyof Signs)[]) sum += WEIGHTS[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
