import type { ItemTerms, ReportTerms, Words } from "./claim-terms.ts";

/** Weight of each word by its number, rare ones heavier, squared; they change with time, and `epoch` with them. */
export interface Rarity {
  readonly squares: Float32Array;
  readonly epoch: number;
}

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
  /** Cosine of the contents together with their reports' titles. */
  readonly broad: number;
  /** They count the same, and their reports are about the same. */
  readonly countTopic: number;
  readonly sameSpeaker: number;
  /** The same speaker, in words that are partly the same. */
  readonly speakerWords: number;
  readonly sameFigure: number;
  readonly sameCount: number;
  readonly otherCount: number;
  /** Their reports are about different things, and they share no name. */
  readonly strange: number;
  readonly days: number;
  /** Items and titles of their reports name somebody or some place each, and none in common. */
  readonly otherNames: number;
  /** Weight of the names that stand in both reports. */
  readonly places: number;
  /** Logarithm of how many other items the reports offer, beyond a few: the more, the less any two of them match. */
  readonly crowd: number;
}

const DAY_MS = 86_400_000;

export function signsOf(
  a: ItemTerms,
  b: ItemTerms,
  ra: ReportTerms,
  rb: ReportTerms,
  topic: number,
  rarity: Rarity,
): Signs {
  const dot = sharedWeight(a.stems.list, b.stems.list, rarity);
  const [na, nb] = [normOf(a.stems, rarity), normOf(b.stems, rarity)];
  const words = dot === 0 ? 0 : dot / Math.sqrt(na * nb);
  const names = sharedWeight(a.names.list, b.names.list, rarity);
  const fewNames = Math.min(normOf(a.names, rarity), normOf(b.names, rarity));
  const broad = sharedWeight(a.broad.list, b.broad.list, rarity);
  const broadNorm = Math.sqrt(normOf(a.broad, rarity) * normOf(b.broad, rarity));
  const bothCount = a.counted !== 0 && b.counted !== 0;
  const same = bothCount && a.counted === b.counted;
  const speaker = a.speaker !== 0 && a.speaker === b.speaker && (a.given === 0 || b.given === 0 || a.given === b.given);
  const crowd = Math.log(Math.max(1, Math.min(ra.items, rb.items) / FEW));
  const places = sharedWeight(ra.places.list, rb.places.list, rarity);
  const whole = Math.sqrt(normOf(ra.stems, rarity) * normOf(rb.stems, rarity));
  const faint = dot < FAINT && !same && !speaker && topic - (whole === 0 ? 0 : dot / whole) < NEAR;
  const aTold = na === 0 ? 0 : sharedWeight(a.stems.list, rb.stems.list, rarity) / na;
  const bTold = nb === 0 ? 0 : sharedWeight(b.stems.list, ra.stems.list, rarity) / nb;
  return {
    words,
    within: dot === 0 ? 0 : dot / Math.min(na, nb),
    shared: Math.min(1, dot / 120),
    names: fewNames === 0 ? 0 : names / fewNames,
    topic,
    told: Math.min(aTold, bTold),
    broad: broad === 0 ? 0 : broad / broadNorm,
    countTopic: same ? Math.min(1, topic * 5) : 0,
    sameSpeaker: speaker ? 1 : 0,
    speakerWords: speaker ? Math.min(1, words * 3) : 0,
    sameCount: same ? 1 : 0,
    sameFigure: same && a.value === b.value ? 1 : 0,
    otherCount: bothCount && !same ? 1 : 0,
    strange: names === 0 && (faint || (places < KNOWN && isStrange(ra, rb, na, nb, topic, dot, rarity))) ? 1 : 0,
    otherNames: names === 0 && namesApart(a.names, ra.names, b.names, rb.names) ? 1 : 0,
    places: Math.min(1, places / 60),
    crowd: a.leads && b.leads ? crowd / 2 : crowd,
    days: a.ms === 0 || b.ms === 0 ? 0 : Math.min(1, Math.abs(a.ms - b.ms) / (14 * DAY_MS)),
  };
}

function namesApart(a: Words, ra: Words, b: Words, rb: Words): boolean {
  if (a.list.length + ra.list.length === 0 || b.list.length + rb.list.length === 0) return false;
  return ![a, ra].some((one) => [b, rb].some((other) => meets(one.list, other.list)));
}

function meets(a: Uint32Array, b: Uint32Array): boolean {
  let [i, k] = [0, 0];
  while (i < a.length && k < b.length) {
    const [x, y] = [a[i] as number, b[k] as number];
    if (x === y) return true;
    if (x < y) i += 1;
    else k += 1;
  }
  return false;
}

/** Are the reports about different things, as far as they tell more than the items themselves? */
function isStrange(
  ra: ReportTerms,
  rb: ReportTerms,
  na: number,
  nb: number,
  topic: number,
  dot: number,
  rarity: Rarity,
): boolean {
  if (topic < STRANGE) return true;
  const [wholeA, wholeB] = [normOf(ra.stems, rarity), normOf(rb.stems, rarity)];
  if (wholeA < 2 * na || wholeB < 2 * nb) return false;
  return topic - dot / Math.sqrt(wholeA * wholeB) < STRANGE;
}

/** Weight of the words in both ascending lists. */
function sharedWeight(a: Uint32Array, b: Uint32Array, { squares }: Rarity): number {
  let [i, k, sum] = [0, 0, 0];
  while (i < a.length && k < b.length) {
    const [x, y] = [a[i] as number, b[k] as number];
    if (x === y) {
      sum += squares[x] as number;
      i += 1;
      k += 1;
    } else if (x < y) i += 1;
    else k += 1;
  }
  return sum;
}

function normOf(words: Words, { squares, epoch }: Rarity): number {
  if (words.epoch === epoch || words.list.length === 0) return words.norm;
  let sum = 0;
  for (const word of words.list) sum += squares[word] as number;
  words.norm = sum;
  words.epoch = epoch;
  return sum;
}

/** Cosine of two reports' subjects. */
export function topicLikeness(a: ReportTerms, b: ReportTerms, rarity: Rarity): number {
  const dot = sharedWeight(a.stems.list, b.stems.list, rarity);
  return dot === 0 ? 0 : dot / Math.sqrt(normOf(a.stems, rarity) * normOf(b.stems, rarity));
}

/** A report of so many items crowds nothing. */
const FEW = 4;
/** Weight of the names that two reports share from which they are about the same place or people, in whatever words. */
const KNOWN = 12;
/** Items that share less than this share a word by chance, unless their reports have more in common. */
const FAINT = 12;
const NEAR = 0.08;
/** Below this, reports are about different things. */
const STRANGE = 0.05;

/** Learned from clusters of reports of an invented world: how much each sign says. */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  words: 2.77,
  within: 0.64,
  shared: 4.37,
  names: 0.61,
  topic: 1.51,
  told: -1.27,
  broad: 0.16,
  countTopic: -0.4,
  sameSpeaker: 0.9,
  speakerWords: 1.13,
  sameCount: 0.77,
  sameFigure: -0.24,
  otherCount: -1.59,
  strange: -4.56,
  otherNames: -0.74,
  places: -0.94,
  crowd: -1.8,
  days: -4.76,
};
const START = 0.12;

const SIGNS = Object.keys(WEIGHTS) as (keyof Signs)[];

/** How likely two items with these signs say the same, 0 … 1. */
export function chanceOf(signs: Signs): number {
  let sum = START;
  for (const sign of SIGNS) sum += WEIGHTS[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
