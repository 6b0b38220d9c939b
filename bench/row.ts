/** One line of what `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  /** The program that we measure ourselves against, in the same minutes on the same machine; null: none. */
  readonly peer: number | null;
  /** ours / peer, as median of pairs. */
  readonly ratio: number | null;
  readonly unit: string;
  /** `≥ 0.5`, `≤ 2`: of the ratio, or of ours where there is no peer; empty: only to know. */
  readonly goal: string;
}

/** Null where the row has no goal. */
export function meetsGoal(row: BenchRow): boolean | null {
  const [, sign, limit] = /^([≥≤]) ([\d.]+)$/.exec(row.goal) ?? [];
  if (sign === undefined) return null;
  const value = row.ratio ?? row.ours;
  return sign === "≥" ? value >= Number(limit) : value <= Number(limit);
}

/** The middle value; the mean of the two middle ones when there is an even number. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** The smallest value that so many per cent of all do not exceed (nearest rank). NaN for none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
