import { creditsOf } from "./origin-credits.ts";
import type { Credits } from "./origin-credits.ts";
import { contentStems, hashOf } from "./likeness.ts";

/** What is kept of a report to tell where it has its news from: some kilobytes, whatever its length. */
export interface ReportProfile extends Credits {
  /** Hashes of four-word runs, ascending; of a long report a fixed sample. */
  readonly runs: Uint32Array;
  /** Hashes of the stems of its telling words, ascending. */
  readonly stems: Uint32Array;
}

/** Profiles of reports that were looked at already, by report. */
export type ProfileCache = Map<string, ReportProfile>;

const RUN = 4;
const RUNS_MAX = 1500;
/** Of shorter reports nothing can be told. */
const RUNS_MIN = 12;
const STEMS_MIN = 14;
const TEXT_MAX = 60_000;

export function profileOf(text: string, byline: string): ReportProfile {
  const body = text.slice(0, TEXT_MAX);
  return { ...creditsOf(text, byline), runs: sampled(runsOf(body)), stems: sorted(contentStems(body)) };
}

/** Hashes of the runs of four words of a text. */
export function runsOf(text: string): number[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i += 1) {
    let hash = 0;
    for (let k = 0; k < RUN; k += 1) hash = (Math.imul(hash, 0x01000193) ^ (words[i + k] as number)) >>> 0;
    runs.add(hash);
  }
  return [...runs];
}

/** The smallest hashes are a fair sample, and the same one for a copy. */
function sampled(runs: readonly number[]): Uint32Array {
  const all = Uint32Array.from(runs).sort();
  return all.length <= RUNS_MAX ? all : all.slice(0, RUNS_MAX);
}

function sorted(stems: Iterable<number>): Uint32Array {
  return Uint32Array.from(new Set(stems)).sort();
}

/** How much of the shorter report the other one has, 0 … 1: word for word, and in telling words alone. */
export interface Copying {
  readonly words: number;
  readonly matter: number;
}

export function copyingOf(a: ReportProfile, b: ReportProfile): Copying {
  const [few, many] = [Math.min(a.stems.length, b.stems.length), Math.max(a.stems.length, b.stems.length)];
  const runs = overlapSize(a.runs, b.runs);
  const words = runs < RUNS_MIN ? 0 : shared(a.runs, b.runs) / runs;
  // A long report has much of a short one's words by chance; and no long one is written anew without a single run.
  const weight = (many > 3 * few ? 0.65 : many > 1.6 * few ? 0.8 : 1) * (few > 120 && words < 0.03 ? 0.7 : 1);
  return {
    words,
    matter: few < STEMS_MIN ? 0 : (weight * shared(a.stems, b.stems)) / few,
  };
}

/** Share of a passage's `runs` that a report has; 0 for passages of fewer than eight words. */
export function passageCopied(runs: readonly number[], report: ReportProfile): number {
  if (runs.length < 5) return 0;
  const last = report.runs.length < RUNS_MAX ? 0xffffffff : (report.runs.at(-1) ?? 0);
  const inSample = runs.filter((run) => run <= last);
  if (inSample.length < 3) return 0;
  return inSample.filter((run) => has(report.runs, run)).length / inSample.length;
}

/** Of two samples only the hashes below the smaller end can be compared. */
function overlapSize(a: Uint32Array, b: Uint32Array): number {
  const end = Math.min(
    a.length < RUNS_MAX ? 0xffffffff : (a.at(-1) ?? 0),
    b.length < RUNS_MAX ? 0xffffffff : (b.at(-1) ?? 0),
  );
  return Math.min(countUpTo(a, end), countUpTo(b, end));
}

function countUpTo(list: Uint32Array, end: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) <= end) low = middle + 1;
    else high = middle;
  }
  return low;
}

function has(list: Uint32Array, value: number): boolean {
  const at = countUpTo(list, value);
  return at > 0 && list[at - 1] === value;
}

/** Number of values in both ascending lists. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let [i, k, count] = [0, 0, 0];
  while (i < a.length && k < b.length) {
    const [x, y] = [a[i] as number, b[k] as number];
    if (x === y) {
      count += 1;
      i += 1;
      k += 1;
    } else if (x < y) i += 1;
    else k += 1;
  }
  return count;
}
