import { describe, expect, test } from "vitest";
import type { Trouble } from "../../../src/deliver/dispatch.ts";
import type { Hold, Ledger, Result, SubscriberStore } from "../../../src/deliver/ports.ts";
import type { DispatchId, EntryId, SubscriberNumber } from "../../../src/model/id.ts";
import { accepted, after, aPlan, busy, everybody, gone, handOverAll, NOON, plannedFor, refused } from "../people.ts";
import { silent, somebody, type Fill } from "../people.ts";

const EDITION = "edition:1/email" as DispatchId;
const LEASE = { leaseSeconds: 60 };
const ANY = 1_000_000;

/** An empty ledger over empty subscribers; `fill` adds many at once and gives their numbers. */
export type MakeLedger = () => Promise<{
  readonly ledger: Ledger;
  readonly subscribers: SubscriberStore;
  readonly fill: Fill;
}>;

/** A ledger with an edition planned for so many. */
export async function withEdition(make: MakeLedger, people: number, rest: Parameters<typeof aPlan>[1] = {}) {
  const { ledger, subscribers, fill } = await make();
  const numbers = await fill(Array.from({ length: people }, () => somebody()));
  await ledger.plan([aPlan(EDITION, rest)], 5);
  return { ledger, subscribers, numbers };
}

const codes = (troubles: readonly Trouble[]) =>
  troubles.map(({ subscriber, outcome, code }) => [subscriber, outcome, code]);

/** What every Ledger must do while ranges are handed over. Run it once for each implementation. */
export function describeLedger(name: string, make: MakeLedger): void {
  describe(`Ledger, handing over: ${name}`, () => {
    test("a range is taken once, handed over block by block, and counted", async () => {
      const { ledger, numbers } = await withEdition(make, 250);
      const taken = await ledger.take("w1", NOON, LEASE);
      expect(taken?.range).toMatchObject({
        dispatch: EDITION,
        recipients: numbers,
        settled: 0,
        started: 0,
        attempt: 1,
      });
      expect(taken?.dispatch).toEqual({ ...aPlan(EDITION).dispatch, number: 1 });
      expect(await ledger.take("w2", NOON, LEASE)).toBeNull();

      const first = await ledger.advance(taken!, [], 100, NOON, ANY);
      expect(first?.range).toMatchObject({ settled: 0, started: 100 });
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 150, underWay: 100, accepted: 0 });
      const results = Array.from({ length: 100 }, (_, i) => (i === 7 ? silent : i === 8 ? gone : accepted));
      const second = await ledger.advance(first!, results, 100, NOON, ANY);
      expect(second?.range).toMatchObject({ settled: 100, started: 200 });
      expect(second?.range.outcomes.slice(6, 10)).toEqual(["accepted", "unknown", "left", "accepted"]);
      const third = await ledger.advance(
        second!,
        Array.from({ length: 100 }, () => accepted),
        100,
        NOON,
        ANY,
      );
      expect(third?.range).toMatchObject({ settled: 200, started: 250 });
      expect(
        await ledger.advance(
          third!,
          Array.from({ length: 50 }, () => refused),
          100,
          NOON,
          ANY,
        ),
      ).toBeNull();

      expect(await ledger.tally(EDITION)).toEqual({
        planned: 0,
        underWay: 0,
        accepted: 198,
        failed: 50,
        unknown: 1,
        left: 1,
        expired: 0,
        merged: 0,
      });
      const [range] = await ledger.ranges(EDITION);
      expect(range).toMatchObject({ recipients: numbers, settled: 250, started: 250 });
      expect(range?.outcomes.slice(198, 202)).toEqual(["accepted", "accepted", "failed", "failed"]);
      const troubles = await ledger.troubles(EDITION, { after: 0, limit: 2 });
      expect(codes(troubles)).toEqual([
        [numbers[7], "unknown", "ANSWER_LOST"],
        [numbers[200], "failed", "MAILBOX_UNKNOWN"],
      ]);
      expect(codes(await ledger.troubles(EDITION, { outcome: "failed", after: numbers[247]!, limit: 9 }))).toEqual([
        [numbers[248], "failed", "MAILBOX_UNKNOWN"],
        [numbers[249], "failed", "MAILBOX_UNKNOWN"],
      ]);
      expect(await ledger.take("w1", NOON, LEASE)).toBeNull();
      expect(await ledger.dispatches({ open: true, limit: 9 })).toEqual([]);
    });

    test("as many results as recipients, or nothing changes", async () => {
      const { ledger } = await withEdition(make, 3);
      const hold = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 3, NOON, ANY);
      await expect(ledger.advance(hold!, [accepted], 0, NOON, ANY)).rejects.toMatchObject({ code: "INPUT_INVALID" });
      expect(await ledger.tally(EDITION)).toMatchObject({ underWay: 3 });
    });

    test("who goes first: the lane, then the age, then the number", async () => {
      const { ledger, fill } = await make();
      await fill([...Array.from({ length: 1001 }, () => somebody({ frequency: "daily" })), somebody()]);
      const daily = { ...everybody, frequencies: ["daily"] } as const;
      await ledger.plan([aPlan("digest:1/email", { lane: "digest" }, [daily])], null);
      await ledger.plan([aPlan("edition:1/email"), aPlan("edition:2/email")], null);
      await ledger.plan([aPlan("notice:n1/email", { lane: "urgent" })], null);
      expect(await ledger.waiting(NOON)).toBe("urgent");
      expect(await ledger.take("w1", NOON, { ...LEASE, lanes: ["correction"] })).toBeNull();
      const digest = await ledger.take("w1", NOON, { ...LEASE, lanes: ["digest", "correction"] });
      expect(digest?.range).toMatchObject({ dispatch: "digest:1/email", number: 1 });
      const order: string[] = [];
      for (
        let hold = await ledger.take("w1", NOON, LEASE);
        hold !== null;
        hold = await ledger.take("w1", NOON, LEASE)
      ) {
        order.push(`${hold.range.dispatch} ${hold.range.number}`);
      }
      expect(order).toEqual(["notice:n1/email 1", "edition:1/email 1", "edition:2/email 1", "digest:1/email 2"]);
      expect(await ledger.waiting(NOON)).toBeNull();
    });

    test("workers that ask at once get ranges of their own", async () => {
      const { ledger } = await withEdition(make, 3001);
      const holds = await Promise.all(Array.from({ length: 8 }, (_, i) => ledger.take(`w${i}`, NOON, LEASE)));
      const ranges = holds.flatMap((hold) => (hold === null ? [] : [hold.range.number]));
      expect(ranges.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    });

    test("a worker that let its lease go leaves its block in doubt, named; the next goes on behind it", async () => {
      const { ledger, numbers } = await withEdition(make, 250);
      const dead = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, ANY);
      expect(await ledger.take("w2", after(59), LEASE)).toBeNull();
      const next = await ledger.take("w2", after(61), LEASE);
      expect(next?.range).toMatchObject({ settled: 100, started: 100 });
      expect(next?.range.outcomes.filter((one) => one === "unknown")).toHaveLength(100);
      const named = await ledger.troubles(EDITION, { after: 0, limit: 500 });
      expect(codes(named)).toEqual(numbers.slice(0, 100).map((number) => [number, "unknown", "WORKER_DIED"]));
      // The first was only slow: what it says now comes too late.
      const results = Array.from({ length: 100 }, () => accepted);
      expect(await ledger.advance(dead!, results, 100, after(62), ANY)).toBeNull();
      expect(await ledger.renew(dead!, after(62), 60)).toBe(false);
      await ledger.release(dead!);
      expect(await ledger.take("w3", after(62), LEASE)).toBeNull();
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 150, unknown: 100, accepted: 0 });
    });

    test("whoever knows to be alone ends the holds of before at once", async () => {
      const { ledger } = await withEdition(make, 250);
      await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, ANY);
      expect(await ledger.take("w2", after(1), LEASE)).toBeNull();
      await ledger.endHolds();
      expect((await ledger.take("w2", after(1), LEASE))?.range).toMatchObject({ settled: 100, started: 100 });
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 150, unknown: 100 });
    });

    test("a worker that dies in the last block leaves nothing to take but those to try again", async () => {
      const { ledger, numbers } = await withEdition(make, 3);
      const first = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 1, NOON, ANY);
      await ledger.advance(first!, [busy], 2, NOON, ANY);
      expect(await ledger.take("w1", after(61), LEASE)).toMatchObject({
        range: { number: 2, attempt: 2, recipients: [numbers[0]] },
      });
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 1, unknown: 2 });
    });

    test("the same step twice counts once", async () => {
      const { ledger } = await withEdition(make, 250);
      const hold = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, ANY);
      const results = Array.from({ length: 100 }, () => accepted);
      expect(await ledger.advance(hold!, results, 0, NOON, ANY)).not.toBeNull();
      expect(await ledger.advance(hold!, results, 100, NOON, ANY)).toBeNull();
      expect(await ledger.tally(EDITION)).toMatchObject({ accepted: 100, planned: 150 });
    });

    test("a lease can be extended, and a range let go between two blocks", async () => {
      const { ledger } = await withEdition(make, 250);
      const hold = await ledger.take("w1", NOON, LEASE);
      expect(await ledger.renew(hold!, after(50), 60)).toBe(true);
      expect(await ledger.take("w2", after(100), LEASE)).toBeNull();
      const started = await ledger.advance(hold!, [], 100, after(100), ANY);
      await ledger.release(started!);
      expect(await ledger.take("w2", after(100), LEASE)).toBeNull();
      const between = await ledger.advance(
        started!,
        Array.from({ length: 100 }, () => accepted),
        0,
        after(100),
        ANY,
      );
      expect(between?.range).toMatchObject({ settled: 100, started: 100 });
      await ledger.release(between!);
      expect(await ledger.waiting(after(100))).toBe("edition");
      expect((await ledger.take("w2", after(100), LEASE))?.range).toMatchObject({ settled: 100, started: 100 });
    });

    test("refused for now is tried again, less and less often, and has failed in the end", async () => {
      const { ledger, numbers } = await withEdition(make, 3);
      const stubborn = numbers[1]!;
      const answer = (subscriber: SubscriberNumber): Result => (subscriber === stubborn ? busy : accepted);
      expect(await handOverAll(ledger, NOON, answer)).toEqual(numbers);
      let now = 0;
      for (const [i, minutes] of [1, 5, 15, 60, 240].entries()) {
        expect(await ledger.tally(EDITION)).toMatchObject({ planned: 1, accepted: 2, failed: 0 });
        expect((await ledger.ranges(EDITION)).at(-1)).toMatchObject({ attempt: i + 2, recipients: [stubborn] });
        expect(codes(await ledger.troubles(EDITION, { after: 0, limit: 9 }))).toEqual([
          [stubborn, "retrying", "LATER"],
        ]);
        expect(await ledger.waiting(after(now + minutes * 60 - 1))).toBeNull();
        expect(await handOverAll(ledger, after(now + minutes * 60 - 1), answer)).toEqual([]);
        now += minutes * 60;
        expect(await ledger.waiting(after(now))).toBe("edition");
        expect(await handOverAll(ledger, after(now), answer)).toEqual([stubborn]);
      }
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 0, accepted: 2, failed: 1 });
      expect(await ledger.troubles(EDITION, { after: 0, limit: 9 })).toMatchObject([{ outcome: "failed", attempt: 6 }]);
      expect(await ledger.dispatches({ open: true, limit: 9 })).toEqual([]);
    });

    test("where a second try goes well, no trouble stays", async () => {
      const { ledger, numbers } = await withEdition(make, 200);
      await handOverAll(ledger, NOON, (n) => (n === numbers[3] || n === numbers[150] ? busy : accepted));
      const again = await handOverAll(ledger, after(60), (n) => (n === numbers[3] ? gone : accepted));
      expect(again).toEqual([numbers[3], numbers[150]]);
      expect(await ledger.troubles(EDITION, { after: 0, limit: 9 })).toEqual([]);
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 0, accepted: 199, left: 1 });
    });

    test("the other side may ask for more time, but not for days", async () => {
      const { ledger, numbers } = await withEdition(make, 3);
      const asks = [0, 600, 864_000];
      await handOverAll(ledger, NOON, (n) => ({ ...busy, retryAfter: asks[numbers.indexOf(n)]! }) as Result);
      expect(await handOverAll(ledger, after(599), () => accepted)).toEqual([numbers[0]]);
      expect(await handOverAll(ledger, after(900), () => accepted)).toEqual([numbers[1]]);
      expect(await handOverAll(ledger, after(4 * 3600), () => accepted)).toEqual([numbers[2]]);
    });

    test("what the channel calls a message is found again", async () => {
      const { ledger, numbers } = await withEdition(make, 3);
      await handOverAll(ledger, NOON, (n) => (n === numbers[0] ? accepted : { outcome: "accepted", ref: `m${n}` }));
      const asked = [numbers[2]!, numbers[0]!, numbers[1]!];
      expect(await ledger.refs(EDITION, asked)).toEqual([`m${numbers[2]}`, null, `m${numbers[1]}`]);
      expect(await ledger.refs("edition:9/email" as DispatchId, asked)).toEqual([null, null, null]);
    });

    test("nothing starts with words that a correction has overtaken", async () => {
      const { ledger, numbers } = await withEdition(make, 250);
      const hold = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, 5);
      const correction = aPlan("correction:k1/email/got-original", { lane: "correction", why: "got-original" }, [
        { kind: "got-original", dispatches: [EDITION], topic: null, area: "", entries: ["correction:k1" as EntryId] },
      ]);
      await ledger.plan([correction], 6);
      // Those whom it was under way to may have got it.
      expect(await plannedFor(ledger, correction.dispatch.id)).toEqual(numbers.slice(0, 100));
      const results = Array.from({ length: 100 }, () => accepted);
      const waits = await ledger.advance(hold!, results, 100, NOON, 5);
      expect(waits?.range).toMatchObject({ settled: 100, started: 100 });
      expect((await ledger.advance(waits!, [], 100, NOON, 6))?.range).toMatchObject({ settled: 100, started: 200 });
    });

    test("paused: the block under way is settled, nothing follows until it goes on", async () => {
      const { ledger } = await withEdition(make, 1500);
      const hold = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, ANY);
      await ledger.pause(EDITION, true);
      expect(await ledger.dispatch(EDITION)).toMatchObject({ paused: true });
      expect(
        await ledger.advance(
          hold!,
          Array.from({ length: 100 }, () => accepted),
          100,
          NOON,
          ANY,
        ),
      ).toBeNull();
      expect(await ledger.take("w1", NOON, LEASE)).toBeNull();
      expect(await ledger.waiting(NOON)).toBeNull();
      expect(await ledger.tally(EDITION)).toMatchObject({ accepted: 100, planned: 1400, underWay: 0 });
      await ledger.pause(EDITION, false);
      expect(await handOverAll(ledger, NOON, () => accepted)).toHaveLength(1400);
    });

    test("planned paused, it waits; so do its retries", async () => {
      const { ledger, numbers } = await withEdition(make, 3, { paused: true });
      expect(await ledger.take("w1", NOON, LEASE)).toBeNull();
      await ledger.pause(EDITION, false);
      await handOverAll(ledger, NOON, () => busy);
      await ledger.pause(EDITION, true);
      expect(await handOverAll(ledger, after(60), () => accepted)).toEqual([]);
      await ledger.pause(EDITION, false);
      expect(await handOverAll(ledger, after(60), () => accepted)).toEqual(numbers);
    });

    test("what comes too late is not sent, and shown", async () => {
      const { ledger, numbers } = await withEdition(make, 1500, { lane: "urgent", notAfter: after(30) });
      const first = await ledger.take("w1", NOON, LEASE);
      const hold = await ledger.advance(first!, [], 100, NOON, ANY);
      expect(await ledger.expire(after(29))).toEqual([]);
      // Ranges that nobody holds end at once, the other when its worker looks up.
      expect(await ledger.expire(after(30))).toEqual([EDITION]);
      const results = Array.from({ length: 100 }, (_, i) => (i === 0 ? busy : accepted));
      expect(await ledger.advance(hold!, results, 100, after(30), ANY)).toBeNull();
      expect(await ledger.take("w1", after(30), LEASE)).toBeNull();
      expect(await ledger.waiting(after(30))).toBeNull();
      expect(await ledger.expire(after(31))).toEqual([EDITION]);
      expect(await ledger.expire(after(32))).toEqual([]);
      expect(await ledger.tally(EDITION)).toMatchObject({ accepted: 99, expired: 1401, planned: 0 });
      expect(await ledger.troubles(EDITION, { after: 0, limit: 9 })).toEqual([]);
      expect(await ledger.retry(EDITION, "failed", after(40))).toBe(0);
      expect(await ledger.sentTo(numbers[0]!, 9)).toEqual([{ dispatch: EDITION, outcome: "expired" }]);
    });

    test("too late, with a worker that died: its block is in doubt", async () => {
      const { ledger, numbers } = await withEdition(make, 250, { notAfter: after(90) });
      const dead = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, ANY);
      expect(await ledger.expire(after(100))).toEqual([EDITION]);
      expect(await ledger.tally(EDITION)).toMatchObject({ unknown: 100, expired: 150 });
      const named = await ledger.troubles(EDITION, { after: 0, limit: 500 });
      expect(named.map(({ subscriber }) => subscriber)).toEqual(numbers.slice(0, 100));
      const results = Array.from({ length: 100 }, () => accepted);
      expect(await ledger.advance(dead!, results, 100, after(100), ANY)).toBeNull();
    });

    test("a bounce takes back what was accepted, also while the rest is on its way", async () => {
      const { ledger, numbers } = await withEdition(make, 250);
      const bounce = (n: number) => {
        const trouble = {
          subscriber: numbers[n]!,
          code: "MAILBOX_UNKNOWN",
          reason: "no such\u0000mailbox",
          at: after(5),
        };
        return ledger.bounce({ dispatch: EDITION, ...trouble });
      };
      let hold: Hold | null = await ledger.take("w1", NOON, LEASE);
      hold = await ledger.advance(hold!, [], 100, NOON, ANY);
      expect(await bounce(3)).toBe(false);
      hold = await ledger.advance(
        hold!,
        Array.from({ length: 100 }, () => accepted),
        100,
        NOON,
        ANY,
      );
      expect(await bounce(3)).toBe(true);
      expect(await bounce(3)).toBe(false);
      hold = await ledger.advance(
        hold!,
        Array.from({ length: 100 }, () => accepted),
        100,
        NOON,
        ANY,
      );
      expect((await ledger.ranges(EDITION))[0]?.outcomes.slice(2, 5)).toEqual(["accepted", "failed", "accepted"]);
      expect(await ledger.tally(EDITION)).toMatchObject({ accepted: 199, failed: 1, underWay: 50 });
      expect(codes(await ledger.troubles(EDITION, { after: 0, limit: 9 }))).toEqual([
        [numbers[3], "failed", "MAILBOX_UNKNOWN"],
      ]);
      const stranger = { subscriber: 4_000_000_000 as SubscriberNumber, code: "X", reason: "", at: NOON };
      expect(await ledger.bounce({ dispatch: EDITION, ...stranger })).toBe(false);
    });

    test("send again: those who failed, or are in doubt, once more and no others", async () => {
      const { ledger, numbers } = await withEdition(make, 1200);
      const [failing, doubtful] = [new Set(numbers.slice(90, 110)), new Set(numbers.slice(1100, 1150))];
      await handOverAll(ledger, NOON, (n) => (failing.has(n) ? refused : doubtful.has(n) ? silent : accepted));
      expect(await ledger.retry(EDITION, "failed", NOON)).toBe(20);
      expect(await ledger.retry(EDITION, "failed", NOON)).toBe(0);
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 20, failed: 0, unknown: 50, accepted: 1130 });
      expect(await ledger.troubles(EDITION, { outcome: "failed", after: 0, limit: 9 })).toEqual([]);
      expect(await handOverAll(ledger, NOON, () => accepted)).toEqual([...failing]);
      expect(await ledger.retry(EDITION, "unknown", NOON)).toBe(50);
      expect(await handOverAll(ledger, NOON, () => refused)).toEqual([...doubtful]);
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 0, failed: 50, unknown: 0, accepted: 1150 });
      expect((await ledger.ranges(EDITION)).slice(2)).toMatchObject([{ attempt: 2 }, { attempt: 2 }]);
    });

    test("send again leaves alone what a worker holds, and goes with the rest where nobody does", async () => {
      const { ledger, numbers } = await withEdition(make, 250);
      let hold = await ledger.advance((await ledger.take("w1", NOON, LEASE))!, [], 100, NOON, ANY);
      hold = await ledger.advance(
        hold!,
        Array.from({ length: 100 }, () => refused),
        0,
        NOON,
        ANY,
      );
      expect(await ledger.retry(EDITION, "failed", NOON)).toBe(0);
      await ledger.release(hold!);
      expect(await ledger.retry(EDITION, "failed", NOON)).toBe(100);
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 250, failed: 0 });
      expect(await handOverAll(ledger, NOON, () => accepted)).toEqual([
        ...numbers.slice(100),
        ...numbers.slice(0, 100),
      ]);
      expect(await ledger.tally(EDITION)).toMatchObject({ planned: 0, accepted: 250 });
      expect(await ledger.troubles(EDITION, { after: 0, limit: 9 })).toEqual([]);
    });

    test("a subscriber can see what was sent", async () => {
      const { ledger, numbers } = await withEdition(make, 3);
      await handOverAll(ledger, NOON, (n) => (n === numbers[0] ? busy : accepted));
      await ledger.plan([aPlan("edition:2/email")], 6);
      expect(await ledger.sentTo(numbers[0]!, 9)).toEqual([
        { dispatch: "edition:2/email", outcome: "planned" },
        { dispatch: EDITION, outcome: "planned" },
      ]);
      expect(await ledger.sentTo(numbers[1]!, 9)).toMatchObject([{}, { dispatch: EDITION, outcome: "accepted" }]);
      expect(await ledger.sentTo(numbers[1]!, 1)).toMatchObject([{ dispatch: "edition:2/email" }]);
      expect(await ledger.sentTo(4_000_000_000 as SubscriberNumber, 9)).toEqual([]);
    });

    test("a dispatch that is not there has nothing", async () => {
      const { ledger } = await make();
      const none = "edition:9/email" as DispatchId;
      expect(await ledger.dispatch(none)).toBeNull();
      expect(await ledger.ranges(none)).toEqual([]);
      expect(Object.values(await ledger.tally(none)).every((count) => count === 0)).toBe(true);
      expect(await ledger.troubles(none, { after: 0, limit: 9 })).toEqual([]);
      expect(await ledger.retry(none, "failed", NOON)).toBe(0);
      await ledger.pause(none, true);
    });
  });
}
