import { describe, expect, test } from "vitest";
import type { DispatchPlan } from "../../../src/deliver/ports.ts";
import type { DispatchId, EntryId } from "../../../src/model/id.ts";
import { accepted, aCorrection, added, after, aPlan, busy, everybody, gone, handOverAll, NOON } from "../people.ts";
import { plannedFor, refused, silent, somebody } from "../people.ts";
import { withEdition, type MakeLedger } from "./ledger.ts";

const EDITION = "edition:1/email" as DispatchId;
const CORRECTION = "correction:k1/email/got-original" as DispatchId;

/** What every Ledger must do when it plans. Run it once for each implementation. */
export function describePlanning(name: string, make: MakeLedger): void {
  describe(`Ledger, planning: ${name}`, () => {
    test("a dispatch that is there stays as it is; its number counts up", async () => {
      const { ledger, subscribers, numbers } = await withEdition(make, 3);
      await added(subscribers, somebody());
      const fresh = await ledger.plan([aPlan(EDITION), aPlan("edition:2/email")], 7);
      expect(fresh).toEqual([{ ...aPlan("edition:2/email").dispatch, number: 2 }]);
      expect(await plannedFor(ledger, EDITION)).toEqual(numbers);
      expect(await ledger.plannedSize()).toBe(7);
      expect(await ledger.plan([], 6)).toEqual([]);
      expect(await ledger.plan([], null)).toEqual([]);
      expect(await ledger.plannedSize()).toBe(7);
    });

    test("how many a plan would reach is told beforehand, everybody counted once, and nothing is planned", async () => {
      const { ledger, subscribers, numbers } = await withEdition(make, 4);
      const [first, second] = numbers;
      await handOverAll(ledger, NOON, (one) => (one === first ? refused : one === second ? silent : accepted));
      await subscribers.remove(numbers[3] as (typeof numbers)[0]);
      await added(subscribers, somebody({ topics: ["corrections"] }), somebody({}, { channel: "push" }));
      const correction = aCorrection(CORRECTION, EDITION).audience;
      expect(await ledger.reachable("email", correction)).toEqual([2]);
      expect(await ledger.reachable("email", [everybody])).toEqual([4]);
      expect(await ledger.reachable("email", [...correction, { ...everybody, topics: ["corrections"] }])).toEqual([
        2, 2,
      ]);
      expect(await ledger.reachable("email", [{ ...everybody, without: [EDITION] }])).toEqual([1]);
      expect(await ledger.reachable("push", [everybody])).toEqual([1]);
      expect(await ledger.reachable("webhook", [everybody])).toEqual([0]);
      expect(await ledger.reachable("email", [])).toEqual([]);
      await ledger.plan([aPlan("edition:1/webhook", { channel: "webhook" })], 6);
      const peopled = await ledger.dispatches({ peopled: true, limit: 9 });
      expect(peopled.map(({ id }) => id)).toEqual([EDITION]);
      expect(await ledger.dispatches({ limit: 9 })).toHaveLength(2);
      const fresh = await ledger.plan([aPlan("edition:2/email")], 9);
      expect((await plannedFor(ledger, "edition:2/email")).length).toBe(4);
      expect(fresh.map(({ number }) => number)).toEqual([3]);
    });

    test("troubles are counted by outcome and code, the most frequent first", async () => {
      const { ledger, numbers } = await withEdition(make, 6);
      expect(await ledger.troubleCounts(EDITION)).toEqual([]);
      const answers = new Map(
        numbers.map((number, i) => [number, [refused, refused, busy, silent, accepted, gone][i]]),
      );
      await handOverAll(ledger, NOON, (number) => answers.get(number) ?? accepted);
      expect(await ledger.troubleCounts(EDITION)).toEqual([
        { outcome: "failed", code: "MAILBOX_UNKNOWN", count: 2 },
        { outcome: "retrying", code: "LATER", count: 1 },
        { outcome: "unknown", code: "ANSWER_LOST", count: 1 },
      ]);
      expect(await ledger.troubleCounts(CORRECTION)).toEqual([]);
    });

    test("planners that come at once plan once", async () => {
      const { ledger, subscribers } = await make();
      await added(subscribers, somebody(), somebody());
      const fresh = await Promise.all(
        [1, 2, 3, 4].map(() => ledger.plan([aPlan(EDITION), aPlan("edition:2/email")], 5)),
      );
      expect(fresh.flat()).toHaveLength(2);
      expect(await plannedFor(ledger, EDITION)).toHaveLength(2);
    });

    test("a plan that fails leaves nothing", async () => {
      const { ledger, subscribers } = await make();
      await added(subscribers, somebody());
      const broken = { ...aPlan("edition:2/email"), audience: null } as unknown as DispatchPlan;
      await expect(ledger.plan([aPlan(EDITION), broken], 5)).rejects.toThrow(/iterable|null/);
      expect(await ledger.dispatch(EDITION)).toBeNull();
      expect(await ledger.plannedSize()).toBe(0);
    });

    test("ranges have at most 1,000 recipients of one variant, in ascending order", async () => {
      const { ledger, fill } = await make();
      const numbers = await fill(Array.from({ length: 2600 }, (_, i) => somebody({ lang: i % 2 === 0 ? "en" : "uk" })));
      await ledger.plan([aPlan(EDITION)], 5);
      const ranges = await ledger.ranges(EDITION);
      expect(ranges.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
      expect(ranges.map(({ recipients }) => recipients.length).toSorted((a, b) => a - b)).toEqual([
        300, 300, 1000, 1000,
      ]);
      for (const { recipients, variant, outcomes } of ranges) {
        expect(recipients).toEqual(recipients.toSorted((a, b) => a - b));
        expect(outcomes).toHaveLength(recipients.length);
        for (const number of recipients) expect(variant.lang).toBe(numbers.indexOf(number) % 2 === 0 ? "en" : "uk");
      }
      expect(await plannedFor(ledger, EDITION)).toEqual(numbers);
    });

    test("only those who chose it, in the variant that they chose", async () => {
      const { ledger, subscribers } = await make();
      const [all, safety, , north] = await added(
        subscribers,
        somebody(),
        somebody({ topics: ["safety"], lang: "uk" }),
        somebody({ topics: ["corrections"] }),
        somebody({ area: "North" }),
        somebody({ area: "South" }),
        somebody({ frequency: "daily", hour: 7 }),
        somebody({ frequency: "urgent" }),
        somebody({}, { status: "pending" }),
        somebody({}, { status: "suspended" }),
        somebody({}, { channel: "push" }),
      );
      const topics = ["situation", "safety"] as const;
      await ledger.plan([aPlan(EDITION, {}, [{ ...everybody, topics, areas: ["North"] }])], 5);
      const variants = (await ledger.ranges(EDITION)).map(({ recipients, variant }) => [recipients, variant]);
      const entries = ["edition:1"];
      expect(variants).toHaveLength(3);
      expect(variants).toEqual(
        expect.arrayContaining([
          [[all], { lang: "en", topics: ["situation", "safety"], area: "", entries }],
          [[safety], { lang: "uk", topics: ["safety"], area: "", entries }],
          [[north], { lang: "en", topics: ["situation", "safety"], area: "North", entries }],
        ]),
      );
    });

    test("a daily digest goes at its hour; others are not asked for theirs", async () => {
      const { ledger, subscribers } = await make();
      const [seven, , each] = await added(
        subscribers,
        somebody({ frequency: "daily", hour: 7 }),
        somebody({ frequency: "daily", hour: 8 }),
        somebody(),
      );
      await ledger.plan([aPlan("a/email", {}, [{ ...everybody, frequencies: ["daily", "each"], hour: 7 }])], null);
      expect(await plannedFor(ledger, "a/email")).toEqual([seven, each]);
      await ledger.plan([aPlan("b/email", {}, [{ ...everybody, frequencies: [] }])], null);
      await ledger.plan([aPlan("c/email", {}, [{ ...everybody, topics: [] }])], null);
      expect([...(await plannedFor(ledger, "b/email")), ...(await plannedFor(ledger, "c/email"))]).toEqual([]);
    });

    test("who is planned for elsewhere is left out, also within one plan; nobody comes twice in a dispatch", async () => {
      const { ledger, subscribers, numbers } = await withEdition(make, 3);
      const [late] = await added(subscribers, somebody());
      const without = { ...everybody, without: [EDITION] };
      await ledger.plan([aPlan("a/email", {}, [without, without]), aPlan("b/email", {}, [everybody, without])], null);
      await ledger.plan(
        [aPlan("c/email"), aPlan("d/email", {}, [{ ...everybody, without: ["c/email" as DispatchId] }])],
        6,
      );
      expect(await plannedFor(ledger, "a/email")).toEqual([late]);
      expect(await plannedFor(ledger, "b/email")).toEqual([...numbers, late]);
      expect(await plannedFor(ledger, "d/email")).toEqual([]);
    });

    test("dispatches are found by what they carry, newest first", async () => {
      const { ledger } = await withEdition(make, 1);
      const entries = ["edition:2", "edition:3"] as EntryId[];
      await ledger.plan([aPlan("digest:1/email", { lane: "digest" }, [{ ...everybody, entries }])], 6);
      const ids = (found: readonly { readonly id: DispatchId }[]): string[] => found.map(({ id }) => id);
      expect(ids(await ledger.carrying(["edition:1", "edition:3"] as EntryId[]))).toEqual(["digest:1/email", EDITION]);
      expect(ids(await ledger.carrying(["edition:2" as EntryId]))).toEqual(["digest:1/email"]);
      expect(await ledger.carrying([])).toEqual([]);
      expect(ids(await ledger.dispatches({ entry: "edition:1" as EntryId, limit: 9 }))).toEqual([EDITION]);
      expect(ids(await ledger.dispatches({ limit: 1 }))).toEqual(["digest:1/email"]);
      await handOverAll(ledger, NOON, () => accepted);
      await ledger.plan([aPlan("edition:4/email")], 7);
      expect(ids(await ledger.dispatches({ open: true, limit: 9 }))).toEqual(["edition:4/email"]);
      expect(ids(await ledger.dispatches({ open: false, limit: 9 }))).toEqual(["digest:1/email", EDITION]);
    });

    test("a correction goes to those who got it or may have, as they were, unless they left", async () => {
      const { ledger, subscribers, numbers } = await withEdition(make, 10);
      const [ok, bad, doubt, departed, bounced, slow, erased, suspended, changed, secondDoubt] = numbers;
      await handOverAll(ledger, NOON, (n) => {
        if (n === bad) return refused;
        if (n === doubt) return silent;
        if (n === departed) return gone;
        return n === slow || n === secondDoubt ? busy : accepted;
      });
      await handOverAll(ledger, after(60), (n) => (n === slow ? accepted : silent));
      await ledger.bounce({ dispatch: EDITION, subscriber: bounced!, code: "X", reason: "", at: NOON });
      await subscribers.remove(erased!);
      await subscribers.change(suspended!, { status: "suspended" });
      const wishes = { lang: "uk", topics: ["safety"], area: "North", frequency: "urgent", hour: 0 } as const;
      await subscribers.change(changed!, { wishes });
      await added(subscribers, somebody());
      await ledger.plan([aCorrection(CORRECTION, EDITION)], 6);
      expect(await plannedFor(ledger, CORRECTION)).toEqual([ok, doubt, slow, suspended, changed, secondDoubt]);
      for (const { variant } of await ledger.ranges(CORRECTION)) {
        expect(variant).toMatchObject({ lang: "en", area: "", entries: ["correction:k1"] });
      }
    });

    test("who was in doubt, sent again and refused may have got it all the same", async () => {
      const { ledger, numbers } = await withEdition(make, 3);
      await handOverAll(ledger, NOON, (n) => (n === numbers[0] ? silent : refused));
      await ledger.retry(EDITION, "unknown", NOON);
      await ledger.retry(EDITION, "failed", NOON);
      await handOverAll(ledger, NOON, () => refused);
      await ledger.plan([aCorrection(CORRECTION, EDITION)], 6);
      expect(await plannedFor(ledger, CORRECTION)).toEqual([numbers[0]]);
    });

    test("each once, though several dispatches reached them; the newest says how", async () => {
      const { ledger, subscribers, numbers } = await withEdition(make, 3);
      await handOverAll(ledger, NOON, () => accepted);
      await subscribers.change(numbers[0]!, { wishes: { ...somebody().wishes, lang: "uk" } });
      await ledger.plan([aPlan("edition:2/email")], 6);
      await handOverAll(ledger, NOON, (n) => (n === numbers[1] ? refused : accepted));
      await ledger.plan([aCorrection(CORRECTION, EDITION, "edition:2/email")], 7);
      expect(await plannedFor(ledger, CORRECTION)).toEqual(numbers);
      const ukrainian = (await ledger.ranges(CORRECTION)).find(({ variant }) => variant.lang === "uk");
      expect(ukrainian?.recipients).toEqual([numbers[0]]);
    });

    test("a correction of a section or an area goes to those whose variant carried it", async () => {
      const { ledger, subscribers } = await make();
      const numbers = await added(
        subscribers,
        somebody(),
        somebody({ topics: ["safety"] }),
        somebody({ topics: ["measures", "corrections"] }),
        somebody({ topics: ["corrections"] }),
        somebody({ area: "North" }),
        somebody({ area: "South" }),
      );
      await ledger.plan([aPlan(EDITION)], 5);
      await handOverAll(ledger, NOON, () => accepted);
      const audience = {
        kind: "got-original",
        dispatches: [EDITION],
        topic: "safety",
        area: "North",
        entries: ["correction:k1" as EntryId],
      } as const;
      await ledger.plan([aPlan(CORRECTION, {}, [audience])], 6);
      expect(await plannedFor(ledger, CORRECTION)).toEqual([0, 1, 3, 4].map((i) => numbers[i]));
    });

    test("a digest that came too late goes with the next, once, to those who still want mail", async () => {
      const { ledger, subscribers, numbers } = await withEdition(make, 4, { lane: "digest", notAfter: after(300) });
      const [done, slow, erased, suspended] = numbers;
      await handOverAll(ledger, NOON, (n) => (n === done ? accepted : busy));
      await subscribers.remove(erased!);
      await subscribers.change(suspended!, { status: "suspended" });
      const [fresh] = await added(subscribers, somebody());
      expect(await ledger.expire(after(300))).toEqual([EDITION]);
      expect(await ledger.tally(EDITION)).toMatchObject({ accepted: 1, merged: 3, planned: 0 });
      const entries = ["edition:1", "edition:2"] as EntryId[];
      await ledger.plan(
        [
          aPlan("digest:2/email", { lane: "digest" }, [
            { kind: "merged", from: [EDITION], entries },
            { ...everybody, entries: ["edition:2" as EntryId] },
          ]),
        ],
        6,
      );
      expect(await plannedFor(ledger, "digest:2/email")).toEqual([done, slow, fresh]);
      const both = (await ledger.ranges("digest:2/email" as DispatchId)).filter(
        ({ variant }) => variant.entries.length === 2,
      );
      expect(both.map(({ recipients }) => recipients)).toEqual([[slow]]);
    });
  });
}
