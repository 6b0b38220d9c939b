import type { Figure } from "../model/figure.ts";
import { ANYBODY, FATE_OF, familyOf, fatesIn, GROWING, PASSING } from "./counted-words.ts";
import { aroundOf, bordersBetween } from "./figure-around.ts";
import type { Around } from "./figure-around.ts";
import { isPerson, singular } from "./figures/noun-lists.ts";
import { ONES, SCALES, TENS } from "./figures/number-words.ts";
import { contentStems } from "./likeness.ts";

/** How a count moves with time: it only grows, goes up and down, or stands for one event. */
export type Course = "grows" | "passes" | "stands";

/** What a figure counts, in words that can be compared over reports. */
export interface Counted {
  readonly people: boolean;
  readonly fate: string | null;
  readonly noun: string | null;
  readonly unit: string | null;
  readonly kind: Figure["kind"];
  readonly course: Course;
  /** "North of the river": the side that is counted; null where none is named. */
  readonly side: string | null;
  /** Names of gauges and stations: where it was measured. */
  readonly gauges: ReadonlySet<string>;
  /** What is measured, where only the sentence tells: "speed", "magnitude". */
  readonly dimension: string | null;
  /** The fate is told in the figure's own clause. */
  readonly sure: boolean;
  /** Stems of the sentence. */
  readonly stems: ReadonlySet<number>;
  /** Stems of the figure's own words and those right behind it. */
  readonly own: ReadonlySet<number>;
}

/** A fate across so many characters is as near as one across a border of clauses. */
const BORDER_COST = 60;
const SIDE =
  /\b(north|south|east|west|upper|lower|left|right|inner|outer)(?:ern)?[\s-]+(?:of|bank|side|shore|wing|half|tower|tube|district|quarter|part|end|coast|network|camp|ward|block|pier|slope|stand|town|valley)\b/gi;
/** What is counted anew each time: who is still there. */
const STILL =
  /\b(?:still|remain\w*|leaves|leaving|left (?:behind|without|inside)|yet to|no longer|just \S+ (?:people|were)|currently|at present)\b/i;
/** Who is in a shelter tonight is counted anew tomorrow. */
const IN_SHELTER =
  /\b(?:(?:in|at) (?:the |its |their )?(?:\S+ ){0,3}(?:shelters?|reception centres?|gyms?|emergency accommodation|temporary (?:homes|housing|accommodation))|(?:spent|spending|spend|stay(?:s|ed|ing)?|sleep\w*|slept)\b[^,.;]{0,40}\b(?:shelters?|camps?|tents?|gyms?|halls?|accommodation|terminal))\b/i;
/** Also "with half of the districts counted". */
const SO_FAR =
  /\b(?:so far|to date|until now|up to now|and counting)\b|\b(?:with|after|when|once)\b[^.;]{0,60}\b(?:counted|declared|wards|districts|precincts|polling stations)\b/i;
const ADDED_UP = /\b(?:now|ris(?:en|es|ing)|rose|climb\w*|grown|grew|mount\w*|reached|final)\b/i;
const MONEY_LOST = /\b(?:damages?|losses|lost|claims|damaged)\b/i;
const PAID =
  /\b(?:paid out|(?:been|was|were) (?:now |already )?(?:paid|disbursed|transferred)|(?:has|have|had) reached)\b/i;
/** Fates that things and beasts have too. */
const OF_THINGS: ReadonlySet<string> = new Set([
  "killed",
  "missing",
  "damaged",
  "without",
  "freed",
  "moved",
  "left",
  "restored",
]);

const OF_MEASURES: ReadonlySet<string> = new Set(["killed", "damaged", "without"]);
/** Words for the count itself, and verbs that stand behind a bare number. */
const NO_THING: ReadonlySet<string> = new Set(
  "figure number total toll count tally remain stay bear bore sum estimate our ours".split(" "),
);

const DIMENSIONS: readonly (readonly [dimension: string, words: RegExp])[] = [
  ["speed", /\b(?:speed\w*|doing|travell?ing|drove|driving|flew past|km\/h|mph|knots?|an hour|per hour)\b/i],
  ["magnitude", /\b(?:magnitude|richter|quake|earthquake|tremor|seism\w+)\b/i],
  ["temperature", /\b(?:degrees?|temperature|celsius|thermometer)\b/i],
  ["turnout", /\b(?:turnout|went to the polls|took part|cast (?:their |a )?(?:votes?|ballots?))\b/i],
  [
    "share",
    /\b(?:in favour|voted (?:for|against|yes|no)|of the vote|were for|were against|backed|support\w*|won|winning|lead\w*|ahead)\b/i,
  ],
  ["level", /\b(?:gauge|water level|river level|stood at|crest\w*|high[- ]water)\b/i],
];

/** Reads what a figure counts: from its own words, then from its clause, then from its sentence. */
export function countedOf(
  figure: Pick<Figure, "kind" | "unit" | "counts"> & { readonly text?: string; readonly sentence?: string },
  around: Around = aroundOf(figure.sentence ?? "", figure.text),
): Counted {
  const counts = figure.counts?.toLowerCase() ?? null;
  const own = figure.text ?? "";
  const { sentence } = around;
  const told = nounOf(counts, own, figure.kind);
  const named = told === null || NO_THING.has(told) ? null : told;
  const thing =
    named !== null &&
    FATE_OF[named] === undefined &&
    (isPerson(named) === false || familyOf(named) === "home") &&
    named !== "name";
  const read = figure.kind === "money" || figure.kind === "percent" ? null : fateOf(counts, own, around);
  // What befalls people in the sentence is not the fate of the things in it.
  const fits =
    named === null ||
    isPerson(named) === true ||
    figure.kind === "casualties" ||
    (read !== null && read.sure && (!thing || OF_THINGS.has(read.fate)));
  // What is measured has no fate of people: oil is not freed, it runs out.
  const fate = fits && (figure.unit === null || OF_MEASURES.has(read?.fate ?? "")) ? (read?.fate ?? null) : null;
  const people =
    (figure.kind === "casualties" && !thing) ||
    (named !== null && !thing && isPerson(named) === true) ||
    named === "name" ||
    (named !== null && !thing && fate !== null && !OF_THINGS.has(fate)) ||
    (counts !== null && FATE_OF[counts] !== undefined) ||
    (named === null &&
      figure.unit === null &&
      figure.kind === "count" &&
      fate !== null &&
      fate !== "without" &&
      fate !== "damaged");
  // Those without power are homes, whatever they are called.
  const rate = figure.kind === "percent";
  const noun = rate ? null : fate === "without" && named !== null ? "home" : named === null ? null : familyOf(named);
  return {
    people: people && !rate && fate !== "without",
    fate,
    noun,
    unit: figure.unit,
    kind: figure.kind,
    course: courseOf(figure.kind, fate, people, around),
    side: sideOf(around),
    gauges: figure.unit !== null || named === "millimetre" ? gaugesIn(sentence) : NO_GAUGES,
    dimension:
      (figure.kind === "count" || rate) && noun === null
        ? (DIMENSIONS.find(([, words]) => words.test(sentence))?.[0] ?? null)
        : null,
    sure: read?.sure === true,
    stems: contentStems(sentence),
    own: contentStems(`${own} ${/^[^,.;:]{0,40}/.exec(around.after)?.[0] ?? ""}`),
  };
}

const NUMBER = /^[\p{Nd}.,]+$/u;
const STOP = new Set(
  "were was are is have had has been be being who which that in on at from to as by with after when while said would will may might could dead died killed injured hurt wounded missing".split(
    " ",
  ),
);

/** The noun that is counted, singular; of casualties it stands in the figure's own words. */
function nounOf(counts: string | null, own: string, kind: Figure["kind"]): string | null {
  // The noun of a measure is its unit.
  if (kind !== "count" && kind !== "casualties") return kind === "money" ? null : counts;
  if (counts !== null && FATE_OF[counts] === undefined && counts !== "casualties") return counts;
  const words = own.toLowerCase().match(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}.,'’-]*/gu) ?? [];
  let from = words.findLastIndex(
    (word) =>
      NUMBER.test(word) || SCALES.has(word) || word.split("-").every((part) => ONES.has(part) || TENS.has(part)),
  );
  if (from === -1) return counts;
  if (words[from + 1] === "of") from += 2;
  let noun: string | null = null;
  for (const word of words.slice(from + 1, from + 5)) {
    if (STOP.has(word)) break;
    noun = word;
  }
  if (noun === null) return counts === null || FATE_OF[counts] === counts ? null : counts;
  const base = singular(noun);
  return isPerson(base) === null && counts !== null ? null : base;
}

interface Fate {
  readonly fate: string;
  readonly sure: boolean;
}

function fateOf(counts: string | null, own: string, around: Around): Fate | null {
  const treated = /^treated\b/i.test(own);
  const known = counts === null || treated ? null : (FATE_OF[counts] ?? null);
  const ownFates = treated ? [] : fatesIn(own);
  if (known !== null && (ownFates.length === 0 ? around.start === -1 : ownFates.some(({ fate }) => fate === known)))
    return { fate: known, sure: true };
  if (ownFates[0] !== undefined) return { fate: ownFates[0].fate, sure: true };
  const { sentence, start, end } = around;
  if (start === -1) return known === null ? firstIn(sentence) : { fate: known, sure: true };
  if (/\b(?:leaves|leaving|leave)\s+(?:\S+\s)?$/i.test(around.before)) return { fate: "left", sure: true };
  let best: { readonly fate: string; readonly cost: number } | null = null;
  for (const word of fatesIn(sentence)) {
    const [from, to] = word.end <= start ? [word.end, start] : [end, word.start];
    const cost = Math.max(0, to - from) + BORDER_COST * bordersBetween(sentence, from, to);
    if (best === null || cost < best.cost) best = { fate: word.fate, cost };
  }
  // What the clause itself says goes before what was taken over from another one.
  if (known !== null && (best === null || best.cost >= BORDER_COST)) return { fate: known, sure: true };
  return best === null ? null : { fate: best.fate, sure: best.cost < BORDER_COST };
}

const firstIn = (sentence: string): Fate | null => {
  const first = fatesIn(sentence)[0];
  return first === undefined ? null : { fate: first.fate, sure: false };
};

function courseOf(kind: Figure["kind"], fate: string | null, people: boolean, { sentence }: Around): Course {
  if (kind === "percent") return "stands";
  if (fate !== null && PASSING.has(fate)) return people || fate === "without" ? "passes" : "stands";
  if ((fate === "moved" || fate === "ill" || fate === "present") && STILL.test(sentence)) return "passes";
  if (people && (fate === null || fate === "moved" || fate === "present") && IN_SHELTER.test(sentence)) return "passes";
  if (fate !== null && GROWING.has(fate)) return "grows";
  if (kind === "money" && PAID.test(sentence)) return "grows";
  // What a loss comes to is estimated, unless it is being added up.
  return SO_FAR.test(sentence) || (kind === "money" && MONEY_LOST.test(sentence) && ADDED_UP.test(sentence))
    ? "grows"
    : "stands";
}

/** The side nearest to the figure. */
function sideOf({ sentence, start }: Around): string | null {
  let best: { readonly side: string; readonly gap: number } | null = null;
  for (const match of sentence.matchAll(SIDE)) {
    const gap = Math.abs(match.index - Math.max(0, start));
    if (best === null || gap < best.gap) best = { side: (match[1] ?? "").toLowerCase(), gap };
  }
  return best?.side ?? null;
}

const NO_GAUGES: ReadonlySet<string> = new Set();
const GAUGE =
  /\b(?:[Gg]auge|[Ss]tation|[Ss]ensor|[Bb]uoy|[Rr]eading)s? (?:at |in |of |near )?(?:the )?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)|\b[Aa]t (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)(?! (?:said|told))/gu;

/** Where a thing is measured: "gauge Harle", "at Nether Tarn". */
const gaugesIn = (sentence: string): ReadonlySet<string> =>
  new Set([...sentence.matchAll(GAUGE)].map((match) => match[1] ?? match[2] ?? ""));

/** Says who is counted, beyond that they are people. */
export const isTelling = (noun: string | null): noun is string => noun !== null && !ANYBODY.has(noun);
