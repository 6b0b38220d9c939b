import { describe, expect, test } from "vitest";
import type { DecisionStore, LabelledDecision } from "../../../src/evidence/ports.ts";
import type { Instant } from "../../../src/model/time.ts";

function sample(number: number): LabelledDecision {
  return {
    at: `2031-03-03T12:${String(number % 60).padStart(2, "0")}:00Z` as Instant,
    kind: number % 2 === 0 ? "attribution" : "claim",
    about: `a${number}`,
    verdict: "rejected",
    example: { text: "“شيء” 100 % 🕯", spans: [[0, 4]], number, nothing: null },
  };
}

/** What every DecisionStore must do. Run it once for each implementation. */
export function describeDecisionStore(name: string, makeStore: () => Promise<DecisionStore> | DecisionStore): void {
  describe(`DecisionStore: ${name}`, () => {
    test("gives decisions back in the order of making, page by page", async () => {
      const store = await makeStore();
      const all = Array.from({ length: 1203 }, (_, i) => sample(i));
      await store.add(all.slice(0, 1200));
      await store.add(all.slice(1200));
      expect(await store.count()).toBe(1203);
      expect(await store.list(0, 2000)).toEqual(all);
      expect(await store.list(1199, 2)).toEqual(all.slice(1199, 1201));
      expect(await store.list(1203, 10)).toEqual([]);
    });

    test("adding none is allowed", async () => {
      const store = await makeStore();
      await store.add([]);
      expect(await store.count()).toBe(0);
    });
  });
}
