import type { Claim } from "../../src/model/claim.ts";
import type { AttributionId, ClaimId } from "../../src/model/id.ts";
import type { Decision, KeptAttribution, KeptFigure } from "../../src/evidence/ports.ts";
import { createMemoryIntakeFailureStore } from "../../src/intake/memory/failures.ts";
import { createMemoryPublisherStore } from "../../src/intake/memory/publishers.ts";
import { createMemoryReportStore } from "../../src/intake/memory/reports.ts";
import { createMemorySnapshotStore } from "../../src/intake/memory/snapshots.ts";
import { createMemorySourceStore } from "../../src/intake/memory/sources.ts";
import { describeIntakeFailureStore } from "./contract/failure-store.ts";
import { describePublisherStore } from "./contract/publisher-store.ts";
import { describeReportStore } from "./contract/report-store.ts";
import { describeSnapshotStore } from "./contract/snapshot-store.ts";
import { describeSourceStore } from "./contract/source-store.ts";

const close = async () => {};

describeReportStore("memory", async () => {
  const publishers = createMemoryPublisherStore();
  const attributions: KeptAttribution[] = [];
  const figures: KeptFigure[] = [];
  const evidence = new Set<string>();
  const decided = new Map<AttributionId, Decision | null>();
  const claims = new Map<ClaimId, Claim>();
  const store = createMemoryReportStore({
    publishers,
    suggestionCounts(id, version) {
      const of = (s: KeptAttribution | KeptFigure) => s.report === id && s.reportVersion === version;
      const a = attributions.filter(of);
      const f = figures.filter(of);
      const open = a.filter((one) => (decided.get(one.id) ?? one.decision) === null);
      return { attributions: a.length, figures: f.length, undecided: open.length + f.length };
    },
    hasEvidence: (id, version) => evidence.has(`${id} ${version}`),
    reportsOfClaim: (id) => new Set(claims.get(id)?.items.map((item) => item.report)),
  });
  return {
    store,
    publishers,
    suggestions: {
      async insert(readings) {
        for (const reading of readings) {
          evidence.add(`${reading.report} ${reading.reportVersion}`);
          attributions.push(...reading.attributions);
          figures.push(...reading.figures);
        }
      },
      async decideAttribution(id, decision) {
        decided.set(id, decision);
      },
    },
    claims: {
      async save(claim) {
        claims.set(claim.id, claim);
        return claim;
      },
    },
    close,
  };
});
describeSnapshotStore("memory", async () => ({ store: createMemorySnapshotStore(), close }));
describeSourceStore("memory", async () => ({
  store: createMemorySourceStore(),
  publishers: createMemoryPublisherStore(),
  close,
}));
describePublisherStore("memory", async () => ({ store: createMemoryPublisherStore(), close }));
describeIntakeFailureStore("memory", async () => ({ store: createMemoryIntakeFailureStore(), close }));
