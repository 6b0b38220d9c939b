import { hashOf } from "./likeness.ts";
import { topicLikeness } from "./claim-likeness.ts";
import type { Rarity } from "./claim-likeness.ts";
import type { ItemTerms, ReportTerms, WordNumber, Words } from "./claim-terms.ts";

/** Where words stand: finds the items that are most like another, at a cost that does not grow with their number. */
export interface ClaimSearch {
  readonly rarity: Rarity;
  readonly wordNumber: WordNumber;
  /** Counts a report's words, once for each report. */
  countReport(words: Words): void;
  /** Brings the weights up to date; to be called when a batch of reports was counted. */
  refresh(): void;
  /** Makes an item found by its words, speaker and figure. */
  enter(item: number, terms: ItemTerms): void;
  /** The items that share most with `terms`, best first, at most `limit`. */
  nearest(terms: ItemTerms, limit: number): number[];
  /** How much two reports are about the same, 0 … 1. */
  topic(a: number, b: number, termsOf: (report: number) => ReportTerms): number;
}

/** A word brings together the last so many items that have it. */
const POSTINGS_MAX = 72;
/** Of an item so many of its rarest words are looked up. */
const LOOKED_UP = 10;
const WEIGHT_MIN = 1;
/** Reports that are imagined beside the first few, so that words are not all rare or all common then. */
const IMAGINED = 50;
const TOPICS_MAX = 200;
/** Numbers of words lie above those of speakers and figures. */
const MARKS = 2 ** 32;
/** A number is rare, and yet says less than a rare word. */
const DIGITS = 0.35;
const SPEAKER_WEIGHT = 9;
const FIGURE_WEIGHT = 9;

export function createClaimSearch(): ClaimSearch {
  const numbers = new Map<string, number>();
  const postings = new Map<number, number[]>();
  const topics = new Map<number, Map<number, number>>();
  let counts = new Float32Array(4096);
  let squares = new Float32Array(4096);
  let digits = new Float32Array(4096);
  let scores = new Float32Array(1024);
  let touched = new Float32Array(1024);
  let reports = 0;
  let epoch = 0;
  let refreshed = -1;

  function post(key: number, item: number): void {
    const list = postings.get(key);
    if (list === undefined) postings.set(key, [item]);
    else {
      if (list.length >= POSTINGS_MAX) list.splice(0, POSTINGS_MAX / 2);
      list.push(item);
    }
  }

  return {
    get rarity() {
      return { squares, epoch };
    },
    wordNumber(stem) {
      const known = numbers.get(stem);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(stem, number);
      if (number >= counts.length) {
        counts = grown(counts, number);
        squares = grown(squares, number);
        digits = grown(digits, number);
      }
      digits[number] = stem.startsWith("#") ? 1 : 0;
      squares[number] = ((digits[number] === 1 ? DIGITS : 1) as number) * Math.log(reports + IMAGINED) ** 2;
      return number;
    },
    countReport({ list }) {
      reports += 1;
      for (const word of list) (counts[word] as number) += 1;
    },
    refresh() {
      // Every weight changes a little with every report; they are made anew when that shows.
      if (reports < refreshed * 1.03 && epoch > 0) return;
      refreshed = reports;
      epoch += 1;
      for (let word = 0; word < numbers.size; word += 1)
        squares[word] =
          (digits[word] === 1 ? DIGITS : 1) * Math.log((reports + IMAGINED) / ((counts[word] as number) + 1)) ** 2;
    },
    enter(item, terms) {
      if (item >= scores.length) scores = grown(scores, item);
      for (const word of terms.stems.list) post(word + MARKS, item);
      for (const [key] of marksOf(terms)) post(key, item);
    },
    nearest(terms, limit) {
      let count = 0;
      const collect = (key: number, weight: number): void => {
        const list = postings.get(key);
        if (list === undefined) return;
        for (const item of list) {
          if (scores[item] === 0) {
            if (count >= touched.length) touched = grown(touched, count);
            touched[count] = item;
            count += 1;
          }
          (scores[item] as number) += weight;
        }
      };
      const ranked = Array.from(terms.stems.list)
        .sort((a, b) => (squares[b] as number) - (squares[a] as number))
        .slice(0, LOOKED_UP);
      for (const word of ranked)
        if ((squares[word] as number) > WEIGHT_MIN) collect(word + MARKS, squares[word] as number);
      for (const [key, weight] of marksOf(terms)) collect(key, weight);
      const best: number[] = [];
      let least = 0;
      for (let t = 0; t < count; t += 1) {
        const item = touched[t] as number;
        const score = scores[item] as number;
        if (best.length === limit && score <= least) continue;
        // Put in order; of equals the later one first.
        let at = best.length;
        while (at > 0 && precedes(score, item, scores[best[at - 1] as number] as number, best[at - 1] as number))
          at -= 1;
        best.splice(at, 0, item);
        if (best.length > limit) best.pop();
        least = scores[best.at(-1) as number] as number;
      }
      for (let t = 0; t < count; t += 1) scores[touched[t] as number] = 0;
      return best;
    },
    topic(a, b, termsOf) {
      const [low, high] = a < b ? [a, b] : [b, a];
      let row = topics.get(high);
      if (row === undefined) {
        if (topics.size >= TOPICS_MAX) topics.clear();
        row = new Map();
        topics.set(high, row);
      }
      const known = row.get(low);
      if (known !== undefined) return known;
      const found = topicLikeness(termsOf(a), termsOf(b), { squares, epoch });
      row.set(low, found);
      return found;
    },
  };
}

const precedes = (score: number, item: number, other: number, otherItem: number): boolean =>
  score > other || (score === other && item > otherItem);

/** Speaker and figure, as words of their own. */
function marksOf(terms: ItemTerms): [key: number, weight: number][] {
  const marks: [number, number][] = [];
  if (terms.speaker !== 0) marks.push([terms.speaker, SPEAKER_WEIGHT]);
  if (terms.counted !== 0) marks.push([hashOf(`${terms.counted}=${terms.value}`), FIGURE_WEIGHT]);
  return marks;
}

function grown(scores: Float32Array<ArrayBuffer>, item: number): Float32Array<ArrayBuffer> {
  const more = new Float32Array(Math.max(item + 1, scores.length * 2));
  more.set(scores);
  return more;
}
