import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scoreClusters } from "../../bench/evidence/clusters.ts";
import type { ClusterCase } from "../../bench/evidence/clusters.ts";
import { readWeights } from "../../src/app/weights.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { parseInstant } from "../../src/model/time.ts";

const share = (right: number, of: number): number => (of === 0 ? 1 : right / of);

describe.each(["open", "open-2", "open-3", "open-4"])("clusters of reports, set %s", (set) => {
  const cases = readFileSync(new URL(`sets/clusters/${set}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ClusterCase);
  const model = readWeights();
  const score = scoreClusters(cases, (text, publisherName, published) =>
    readEvidence(text, { language: "en", publisherName, publishedAt: parseInstant(published) }, model),
  );

  test("origins are counted as well as before", () => {
    expect(share(score.counted, score.clusters)).toBeGreaterThanOrEqual(0.85);
    expect(share(score.circular, score.clusters)).toBeGreaterThanOrEqual(0.95);
  });

  test("contradictions, updates and pledges are found, and nothing else", () => {
    expect(share(score.conflicts.right, score.conflicts.given)).toBeGreaterThanOrEqual(0.92);
    expect(share(score.conflicts.right, score.conflicts.wanted)).toBeGreaterThanOrEqual(0.85);
    expect(share(score.updates.right, score.updates.given)).toBeGreaterThanOrEqual(0.85);
    expect(share(score.updates.right, score.updates.wanted)).toBeGreaterThanOrEqual(0.85);
    expect(share(score.pledges.right, score.pledges.given)).toBeGreaterThanOrEqual(0.8);
    expect(share(score.pledges.right, score.pledges.wanted)).toBeGreaterThanOrEqual(0.8);
  });

  test("what is put together belongs together; not all that belongs together is found", () => {
    expect(share(score.gathered.right, score.gathered.given)).toBeGreaterThanOrEqual(0.97);
    expect(share(score.gathered.right, score.gathered.wanted)).toBeGreaterThanOrEqual(0.42);
  });
});
