// How fast does the index gather a backlog? node bench/evidence/backlog.ts [reports] [items each]
import { candidatesOf } from "../../src/evidence/candidates.ts";
import { createClaimIndex } from "../../src/evidence/claim-index.ts";
import type { Claim } from "../../src/model/claim.ts";
import { UNGRADED } from "../../src/model/grade.ts";
import type { ClaimId } from "../../src/model/id.ts";
import { backlogReports } from "./backlog-reports.ts";

const BATCH = 24;

export interface BacklogRun {
  readonly reports: number;
  readonly items: number;
  readonly claims: number;
  /** Claims that hold reports of more than one event. */
  readonly mixed: number;
  readonly cpuSeconds: number;
  /** Of the slowest hundred reports and of the first, to see whether it grows. */
  readonly lastTenthSeconds: number;
  readonly firstTenthSeconds: number;
  readonly memoryMb: number;
}

/** Puts reports through the index, 24 at a time, and tells it each time what became of its suggestions. */
export function runBacklog(count: number, itemsEach: number): BacklogRun {
  const index = createClaimIndex();
  const claims = new Map<string, Claim>();
  const times: number[] = [];
  let items = 0;
  let number = 0;
  let batch: ReturnType<typeof candidatesOf> = [];
  const flush = (): void => {
    const start = process.cpuUsage();
    const found = index.add(batch);
    const changed: Claim[] = [];
    for (const { title, items: own } of found.claims) {
      number += 1;
      changed.push({
        id: `c${number}` as ClaimId,
        title,
        status: "suggested",
        grade: UNGRADED,
        items: own,
        proposed: [],
        apart: [],
        mergedInto: null,
        outline: null,
        revision: 1,
      });
    }
    for (const { claim, items: more } of found.additions) {
      const known = claims.get(claim);
      if (known !== undefined)
        changed.push({ ...known, items: [...known.items, ...more], revision: known.revision + 1 });
    }
    for (const claim of changed) claims.set(claim.id, claim);
    index.know(changed);
    const used = process.cpuUsage(start);
    times.push((used.user + used.system) / 1e6);
    batch = [];
  };
  let n = 0;
  for (const report of backlogReports(count, itemsEach)) {
    const candidates = candidatesOf(report);
    items += candidates.length;
    batch.push(...candidates);
    n += 1;
    if (n % BATCH === 0) flush();
  }
  flush();
  const tenth = Math.max(1, Math.floor(times.length / 10));
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const eventOf = (report: string): string => report.split("-").at(-1) ?? "";
  return {
    reports: n,
    items,
    claims: claims.size,
    mixed: [...claims.values()].filter((c) => new Set(c.items.map((i) => eventOf(i.report))).size > 1).length,
    cpuSeconds: sum(times),
    firstTenthSeconds: sum(times.slice(0, tenth)),
    lastTenthSeconds: sum(times.slice(-tenth)),
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

if (import.meta.main) {
  const [reports = 10_000, each = 30] = process.argv.slice(2).map(Number);
  console.log(runBacklog(reports, each));
}
