import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EditionDraft, EditionDraftContent } from "../../../src/desk/draft.ts";
import type { DraftStore } from "../../../src/desk/ports.ts";
import type { DraftId, StatementId, UserId } from "../../../src/model/id.ts";
import { parseInstant } from "../../../src/model/time.ts";

export interface DraftStoreUnderTest {
  readonly store: DraftStore;
  readonly close: () => Promise<void>;
}

const draftId = (n: number): DraftId => `d${n.toString(16).padStart(16, "0")}` as DraftId;
const minute = (n: number) => parseInstant(`2031-03-03T12:${String(n).padStart(2, "0")}:00Z`);

function aContent(text: string): EditionDraftContent {
  return {
    asOf: null,
    nextUpdate: minute(59),
    glance: [{ en: text, uk: "Міст закрито" }],
    languages: ["en", "uk"],
    statements: [
      {
        key: "k1",
        carried: "s4" as StatementId,
        section: "situation",
        kind: "known",
        text: { en: `“${text}” — 35 % \\ 'x'` },
        asOf: null,
        grade: { reliability: "F", credibility: 6 },
        evidence: [],
        area: {},
        replyRequests: [],
      },
    ],
  };
}

function aDraft(n: number, over: Partial<EditionDraft> = {}): EditionDraft {
  return {
    id: draftId(n),
    revision: 0,
    status: "open",
    edition: null,
    content: aContent(`draft ${n}`),
    savedAt: minute(n),
    savedBy: "u0000000000000001" as UserId,
    ...over,
  };
}

/** What every DraftStore keeps to. `make` gives an empty one for each test. */
export function describeDraftStore(name: string, make: () => Promise<DraftStoreUnderTest>): void {
  describe(`DraftStore: ${name}`, () => {
    let t: DraftStoreUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());

    it("saves a new draft at revision 0 and gives it back, complete, as revision 1", async () => {
      expect(await t.store.save(aDraft(1))).toEqual(aDraft(1, { revision: 1 }));
      expect(await t.store.get(draftId(1))).toEqual(aDraft(1, { revision: 1 }));
      expect(await t.store.get(draftId(2))).toBeNull();
    });

    it("keeps every revision", async () => {
      const first = await t.store.save(aDraft(1));
      const second = await t.store.save({
        ...first,
        content: aContent("changed"),
        savedAt: minute(5),
        savedBy: "u2" as UserId,
      });
      expect(second.revision).toBe(2);
      expect(await t.store.get(draftId(1))).toEqual(second);
      expect(await t.store.revisions(draftId(1))).toEqual([
        { revision: 1, savedAt: minute(1), savedBy: "u0000000000000001" },
        { revision: 2, savedAt: minute(5), savedBy: "u2" },
      ]);
      expect(await t.store.revision(draftId(1), 1)).toEqual(first);
      expect(await t.store.revision(draftId(1), 3)).toBeNull();
      expect(await t.store.revisions(draftId(9))).toEqual([]);
    });

    it("refuses a stale, repeated or made-up revision as DRAFT_STALE and changes nothing", async () => {
      const first = await t.store.save(aDraft(1));
      const second = await t.store.save({ ...first, content: aContent("mine") });
      for (const stale of [
        aDraft(1),
        { ...first, content: aContent("theirs") },
        { ...second, revision: 7 },
        aDraft(2, { revision: 1 }),
      ]) {
        await expect(t.store.save(stale)).rejects.toMatchObject({ code: "DRAFT_STALE" });
      }
      expect(await t.store.get(draftId(1))).toEqual(second);
      expect(await t.store.revisions(draftId(1))).toHaveLength(2);
      expect(await t.store.get(draftId(2))).toBeNull();
    });

    it("lets exactly one of two saves at once win", async () => {
      const first = await t.store.save(aDraft(1));
      const both = await Promise.allSettled([
        t.store.save({ ...first, content: aContent("left") }),
        t.store.save({ ...first, content: aContent("right") }),
      ]);
      expect(both.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
      expect(both.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "DRAFT_STALE" } });
      expect((await t.store.get(draftId(1)))?.revision).toBe(2);
    });

    it("lists open ones first, then the newest, up to the limit", async () => {
      await t.store.save(aDraft(1));
      const published = await t.store.save(aDraft(2));
      await t.store.save({ ...published, status: "published", edition: 12, savedAt: minute(40) });
      await t.store.save(aDraft(3));
      await t.store.save(aDraft(4, { status: "discarded" }));
      const listed = await t.store.list(10);
      expect(listed.map((draft) => draft.id)).toEqual([3, 1, 2, 4].map(draftId));
      expect(listed[2]).toMatchObject({ status: "published", edition: 12, revision: 2 });
      expect((await t.store.list(2)).map((draft) => draft.id)).toEqual([3, 1].map(draftId));
    });
  });
}
