import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/model/claim.ts";
import { isTocsinError } from "../../../src/model/error.ts";
import type { Instant } from "../../../src/model/time.ts";
import type { AttributionId, ClaimId, FigureId, ReportId } from "../../../src/model/id.ts";
import type { ClaimStore } from "../../../src/evidence/ports.ts";

const first = "r00000000000000a1" as ReportId;
const second = "r00000000000000a2" as ReportId;

export function sampleClaim(number: number, over: Partial<Claim> = {}): Claim {
  return {
    id: `c${number.toString(16).padStart(16, "0")}` as ClaimId,
    title: "At least 35 «killed» — “north” 100 % 🕯",
    status: "suggested",
    grade: { reliability: "F", credibility: 6 },
    items: [
      {
        report: first,
        attribution: "a0000000000000001" as AttributionId,
        figure: null,
        stance: "says",
        origin: "Col. Ana Brod",
        confidence: 0.83,
        reasons: [{ code: "same-words", detail: { words: "north, “killed”", count: 2 } }],
      },
      {
        report: second,
        attribution: null,
        figure: "q0000000000000002" as FigureId,
        stance: "denies",
        origin: "",
        confidence: null,
        reasons: [],
      },
    ],
    apart: [{ report: second, attribution: "a0000000000000007" as AttributionId, figure: null }],
    proposed: [],
    mergedInto: number === 9 ? ("c0000000000000001" as ClaimId) : null,
    outline:
      number === 9
        ? { publishers: ["Ґазета «Північ»"], newest: "2031-03-03T12:00:00Z" as Instant, rivals: true, circular: false }
        : null,
    revision: 0,
    ...over,
  };
}

const isConflict = (error: unknown): boolean => isTocsinError(error, "CONFLICT");
const idsOf = (claims: readonly Claim[]): string[] => claims.map((claim) => claim.id).sort();

/** What every ClaimStore must do. Run it once for each implementation. */
export function describeClaimStore(name: string, makeStore: () => Promise<ClaimStore> | ClaimStore): void {
  describe(`ClaimStore: ${name}`, () => {
    test("a new claim is saved with revision 0 and comes back, complete and in order, as revision 1", async () => {
      const store = await makeStore();
      expect(await store.save(sampleClaim(1))).toEqual(sampleClaim(1, { revision: 1 }));
      expect(await store.get(sampleClaim(1).id)).toEqual(sampleClaim(1, { revision: 1 }));
      expect(await store.get(sampleClaim(2).id)).toBeNull();
    });

    test("saving what was read replaces it, items and all, and counts the revision up", async () => {
      const store = await makeStore();
      const saved = await store.save(sampleClaim(1));
      const changed = {
        ...saved,
        title: "Other",
        status: "kept",
        grade: { reliability: "B", credibility: 2 },
        items: saved.items.slice(1),
      } as const;
      expect(await store.save(changed)).toEqual({ ...changed, revision: 2 });
      expect(await store.get(saved.id)).toEqual({ ...changed, revision: 2 });
      expect(await store.save({ ...changed, items: [], revision: 2 })).toMatchObject({ items: [], revision: 3 });
    });

    test("a stale, repeated or made-up revision is a CONFLICT and changes nothing", async () => {
      const store = await makeStore();
      const saved = await store.save(sampleClaim(1));
      await expect(store.save(sampleClaim(1, { title: "again" }))).rejects.toSatisfy(isConflict);
      await store.save({ ...saved, title: "mine" });
      await expect(store.save({ ...saved, title: "theirs" })).rejects.toSatisfy(isConflict);
      await expect(store.save(sampleClaim(2, { revision: 4 }))).rejects.toSatisfy(isConflict);
      expect((await store.get(saved.id))?.title).toBe("mine");
      expect(await store.get(sampleClaim(2).id)).toBeNull();
    });

    test("of two saves at once from the same revision exactly one wins", async () => {
      const store = await makeStore();
      const saved = await store.save(sampleClaim(1));
      const outcomes = await Promise.allSettled([
        store.save({ ...saved, title: "one" }),
        store.save({ ...saved, title: "two" }),
      ]);
      expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
      expect(outcomes.flatMap((o) => (o.status === "rejected" ? [isConflict(o.reason)] : []))).toEqual([true]);
      expect((await store.get(saved.id))?.revision).toBe(2);
    });

    test("lists by status and by report, and all without a filter", async () => {
      const store = await makeStore();
      const [inFirst, inSecond] = sampleClaim(0).items;
      await store.save(sampleClaim(1, { items: inFirst === undefined ? [] : [inFirst] }));
      await store.save(sampleClaim(2, { items: inSecond === undefined ? [] : [inSecond], status: "kept" }));
      await store.save(sampleClaim(3, { status: "rejected" }));
      expect(idsOf(await store.list({}))).toEqual(idsOf([sampleClaim(1), sampleClaim(2), sampleClaim(3)]));
      expect(idsOf(await store.list({ status: "kept" }))).toEqual([sampleClaim(2).id]);
      expect(idsOf(await store.list({ report: first }))).toEqual(idsOf([sampleClaim(1), sampleClaim(3)]));
      expect(idsOf(await store.list({ report: second, status: "rejected" }))).toEqual([sampleClaim(3).id]);
      expect((await store.list({ status: "kept" }))[0]?.items).toEqual(sampleClaim(2).items.slice(1));
    });

    test("titles come in the order of making, with the number of reports behind each", async () => {
      const store = await makeStore();
      expect(await store.titles()).toEqual([]);
      for (const claim of [sampleClaim(2, { title: "Second" }), sampleClaim(1, { items: [] })]) await store.save(claim);
      const { title, status } = sampleClaim(1);
      expect(await store.titles()).toEqual([
        { id: sampleClaim(2).id, title: "Second", status, reports: 2 },
        { id: sampleClaim(1).id, title, status, reports: 0 },
      ]);
    });

    test("many are saved at once; one that somebody else changed is left out, the others are saved", async () => {
      const store = await makeStore();
      await store.save(sampleClaim(1));
      const saved = await store.saveAll([sampleClaim(1), sampleClaim(9), sampleClaim(3, { items: [] })]);
      expect(idsOf(saved)).toEqual([sampleClaim(3).id, sampleClaim(9).id]);
      expect(await store.get(sampleClaim(9).id)).toEqual(sampleClaim(9, { revision: 1 }));
      expect((await store.get(sampleClaim(1).id))?.revision).toBe(1);
      expect(await store.saveAll([])).toEqual([]);
    });

    test("what is saved together is saved whole or not at all", async () => {
      const store = await makeStore();
      const one = await store.save(sampleClaim(1));
      await expect(store.saveTogether([sampleClaim(3), sampleClaim(1)])).rejects.toSatisfy(isConflict);
      expect(await store.get(sampleClaim(3).id)).toBeNull();
      const saved = await store.saveTogether([sampleClaim(3), { ...one, status: "merged", items: [] }]);
      expect(saved.map((claim) => claim.revision)).toEqual([1, 2]);
      expect((await store.get(one.id))?.status).toBe("merged");
    });
  });
}
