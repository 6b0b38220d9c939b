import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scoreClusters } from "../../bench/evidence/clusters.ts";
import type { ClusterCase } from "../../bench/evidence/clusters.ts";
import { readWeights } from "../../src/app/weights.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { parseInstant } from "../../src/model/time.ts";

test("origins, contradictions and pledges in clusters of reports are found as well as before", () => {
  const cases = readFileSync(new URL("sets/clusters/open.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ClusterCase);
  const model = readWeights();
  const score = scoreClusters(cases, (text, publisherName, published) =>
    readEvidence(text, { language: "en", publisherName, publishedAt: parseInstant(published) }, model),
  );
  const share = ({ right }: { right: number }, of: number): number => right / of;
  expect(score.counted / score.clusters).toBeGreaterThanOrEqual(0.9);
  expect(score.circular / score.clusters).toBeGreaterThanOrEqual(0.95);
  expect(share(score.conflicts, score.conflicts.given)).toBeGreaterThanOrEqual(0.9);
  expect(share(score.conflicts, score.conflicts.wanted)).toBeGreaterThanOrEqual(0.85);
  expect(share(score.updates, score.updates.wanted)).toBeGreaterThanOrEqual(0.85);
  expect(share(score.pledges, score.pledges.wanted)).toBeGreaterThanOrEqual(0.8);
  // What is put together belongs together; not all that belongs together is found.
  expect(share(score.gathered, score.gathered.given)).toBeGreaterThanOrEqual(0.97);
  expect(share(score.gathered, score.gathered.wanted)).toBeGreaterThanOrEqual(0.5);
});
