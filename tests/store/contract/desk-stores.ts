import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Activity, ActivityStore, Proposal, ProposalStore } from "../../../src/desk/ports.ts";
import type { NoticeId, ProposalId, StatementId, UserId } from "../../../src/model/id.ts";
import { parseInstant } from "../../../src/model/time.ts";

export interface DeskStoresUnderTest {
  readonly proposals: ProposalStore;
  readonly activity: ActivityStore;
  readonly close: () => Promise<void>;
}

const minute = (n: number) => parseInstant(`2031-03-03T12:${String(n).padStart(2, "0")}:00Z`);
const proposalId = (n: number): ProposalId => `p${n.toString(16).padStart(16, "0")}` as ProposalId;
const ana = "u0000000000000001" as UserId;
const ben = "u0000000000000002" as UserId;

type Withdrawal = Extract<Proposal, { readonly kind: "withdrawal" }>;

function aProposal(n: number, over: Partial<Withdrawal> = {}): Proposal {
  return {
    id: proposalId(n),
    kind: "withdrawal",
    statement: "s4" as StatementId,
    version: 2,
    reason: { en: "It was another town.", ar: "كانت بلدة أخرى" },
    proposedBy: ana,
    proposedAt: minute(n),
    status: "open",
    decidedBy: null,
    decidedAt: null,
    ...over,
  };
}

/** What every ProposalStore and ActivityStore keeps to. `make` gives empty ones for each test. */
export function describeDeskStores(name: string, make: () => Promise<DeskStoresUnderTest>): void {
  let t: DeskStoresUnderTest;
  const fresh = (): void => {
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());
  };

  describe(`ProposalStore: ${name}`, () => {
    fresh();

    it("gives back exactly what was inserted, and takes it once", async () => {
      await t.proposals.insert(aProposal(1));
      expect(await t.proposals.get(proposalId(1))).toEqual(aProposal(1));
      expect(await t.proposals.get(proposalId(2))).toBeNull();
      await expect(t.proposals.insert(aProposal(1, { version: 9 }))).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await t.proposals.get(proposalId(1))).toMatchObject({ version: 2 });
    });

    it("keeps a notice word for word, beside a withdrawal", async () => {
      const { id, proposedBy, proposedAt, status, decidedBy, decidedAt } = aProposal(2);
      const notice = {
        headline: { en: "Boil “tap” water", uk: "Кип’ятіть воду" },
        text: { en: "Three minutes.", uk: "Три хвилини." },
        area: {},
        expires: minute(59),
        replaces: "n1" as NoticeId,
        ends: false,
      };
      const proposal = { id, kind: "notice", notice, proposedBy, proposedAt, status, decidedBy, decidedAt } as const;
      await t.proposals.insert(aProposal(1));
      await t.proposals.insert(proposal);
      expect(await t.proposals.list("open")).toEqual([proposal, aProposal(1)]);
      expect(await t.proposals.decide(id, "approved", ben, minute(9))).toBe(true);
      expect(await t.proposals.get(id)).toEqual({
        ...proposal,
        status: "approved",
        decidedBy: ben,
        decidedAt: minute(9),
      });
    });

    it("decides an open one, once", async () => {
      await t.proposals.insert(aProposal(1));
      const outcomes = await Promise.all([
        t.proposals.decide(proposalId(1), "approved", ben, minute(9)),
        t.proposals.decide(proposalId(1), "approved", ben, minute(9)),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await t.proposals.decide(proposalId(1), "refused", ana, minute(10))).toBe(false);
      expect(await t.proposals.decide(proposalId(2), "refused", ana, minute(10))).toBe(false);
      expect(await t.proposals.get(proposalId(1))).toEqual(
        aProposal(1, { status: "approved", decidedBy: ben, decidedAt: minute(9) }),
      );
    });

    it("lists by status, newest first", async () => {
      await t.proposals.insert(aProposal(1));
      await t.proposals.insert(aProposal(2));
      await t.proposals.insert(aProposal(3));
      await t.proposals.decide(proposalId(2), "refused", ben, minute(9));
      expect((await t.proposals.list("open")).map((p) => p.id)).toEqual([3, 1].map(proposalId));
      expect((await t.proposals.list("refused")).map((p) => p.id)).toEqual([proposalId(2)]);
      expect(await t.proposals.list("approved")).toEqual([]);
    });
  });

  describe(`ActivityStore: ${name}`, () => {
    fresh();

    it("lists the newest first, the last added first among those of one time, of one thing or all", async () => {
      const act = (at: number, action: string, about: string, by: UserId | null = ana): Activity => ({
        at: minute(at),
        by,
        action,
        about,
        note: `“${action}”`,
      });
      await t.activity.add(act(1, "draft.saved", "d1"));
      await t.activity.add(act(3, "edition.published", "d1", null));
      await t.activity.add(act(2, "claim.graded", "c1"));
      await t.activity.add(act(2, "claim.graded-again", "c1"));
      const all = await t.activity.list({ limit: 10 });
      expect(all.map((one) => one.action)).toEqual([
        "edition.published",
        "claim.graded-again",
        "claim.graded",
        "draft.saved",
      ]);
      expect(all[0]).toEqual(act(3, "edition.published", "d1", null));
      expect((await t.activity.list({ about: "d1", limit: 10 })).map((one) => one.action)).toEqual([
        "edition.published",
        "draft.saved",
      ]);
      expect(await t.activity.list({ limit: 2 })).toHaveLength(2);
      expect(await t.activity.list({ about: "x", limit: 2 })).toEqual([]);
    });
  });
}
