import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMemoryLedger } from "../../src/deliver/memory/ledger.ts";
import { createMemorySubscriberStore } from "../../src/deliver/memory/subscriber-store.ts";
import type { Ledger, Result } from "../../src/deliver/ports.ts";
import type { DispatchId, SubscriberNumber } from "../../src/model/id.ts";
import { TOPICS } from "../../src/model/subscriber.ts";
import { databases, hintFor } from "../store/places.ts";
import type { MakeLedger } from "./contract/ledger.ts";
import { accepted, aCorrection, added, after, aPlan, busy, gone, handOverAll, NOON, plannedFor } from "./people.ts";
import { refused, silent, somebody } from "./people.ts";
import { ledgerIn } from "./places.ts";

/**
 * Everybody whom something reached or may have reached, kept apart from any ledger: what handing over answered, minus
 * what bounced and who left.
 */
class Heard {
  readonly #last = new Map<string, Result["outcome"]>();
  readonly #doubted = new Set<string>();

  answered(dispatch: string, subscriber: SubscriberNumber, { outcome }: Result): void {
    this.#last.set(`${dispatch} ${subscriber}`, outcome);
    if (outcome === "unknown") this.#doubted.add(`${dispatch} ${subscriber}`);
  }

  bounced(dispatch: string, subscriber: SubscriberNumber): void {
    this.#last.set(`${dispatch} ${subscriber}`, "failed");
  }

  did(dispatch: string, subscriber: SubscriberNumber): boolean {
    const key = `${dispatch} ${subscriber}`;
    return this.#last.get(key) === "accepted" || this.#doubted.has(key);
  }
}

const ANSWERS: readonly Result[] = [accepted, accepted, accepted, silent, refused, busy, busy, gone];
const DISPATCHES = ["edition:1/email", "edition:2/email", "digest:1/email"];

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("send" as const), minutes: fc.integer({ min: 0, max: 300 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("bounce" as const), which: fc.nat(2), who: fc.nat(400) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("leave" as const), who: fc.nat(400) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("again" as const),
      which: fc.nat(2),
      those: fc.constantFrom("failed" as const, "unknown" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("die" as const),
      blocks: fc.nat(2),
      size: fc.integer({ min: 1, max: 100 }),
    }),
  },
);

const course = fc.record({
  people: fc.integer({ min: 1, max: 400 }),
  answers: fc.array(fc.nat(ANSWERS.length - 1), { minLength: 1, maxLength: 60 }),
  steps: fc.array(step, { maxLength: 12 }),
});

type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

/** Plays it, and gives who must and who will get the correction. */
async function play(
  { ledger, subscribers, fill }: Awaited<ReturnType<MakeLedger>>,
  { people, answers, steps }: Course,
): Promise<{ readonly must: readonly SubscriberNumber[]; readonly will: readonly SubscriberNumber[] }> {
  const numbers = await fill(
    Array.from({ length: people }, (_, i) =>
      somebody({
        lang: i % 3 === 0 ? "uk" : "en",
        area: i % 7 === 0 ? "North" : "",
        topics: [TOPICS[i % 4] ?? "safety"],
      }),
    ),
  );
  await ledger.plan(
    DISPATCHES.map((id, i) => aPlan(id, { lane: i === 2 ? "digest" : "edition" })),
    5,
  );
  const heard = new Heard();
  const left = new Set<SubscriberNumber>();
  let asked = 0;
  let now = 0;
  const answer = (dispatch: string, subscriber: SubscriberNumber): Result => {
    const result = left.has(subscriber) ? gone : (ANSWERS[answers[asked++ % answers.length] ?? 0] ?? accepted);
    heard.answered(dispatch, subscriber, result);
    return result;
  };
  for (const one of [...steps, { do: "send" as const, minutes: 0 }]) {
    if (one.do === "send") {
      now += one.minutes * 60;
      await handOverAll(ledger, after(now), (subscriber, { range }) => answer(range.dispatch, subscriber));
    } else if (one.do === "leave") {
      const who = numbers[one.who % numbers.length] as SubscriberNumber;
      left.add(who);
      await subscribers.remove(who);
    } else if (one.do === "bounce") {
      const [dispatch, subscriber] = [DISPATCHES[one.which] as DispatchId, numbers[one.who % numbers.length]!];
      if (await ledger.bounce({ dispatch, subscriber, code: "X", reason: "", at: NOON })) {
        heard.bounced(dispatch, subscriber);
      }
    } else if (one.do === "again") {
      await ledger.retry(DISPATCHES[one.which] as DispatchId, one.those, after(now));
    } else {
      now += 61;
      await die(ledger, now, one, answer, heard);
      now += 61;
    }
  }
  const correction = "correction:k1/email/got-original";
  await ledger.plan([aCorrection(correction, ...DISPATCHES)], 6);
  const must = numbers.filter((one) => !left.has(one) && DISPATCHES.some((id) => heard.did(id, one)));
  return { must, will: await plannedFor(ledger, correction) };
}

/** A worker that hands over some blocks and dies in the next. */
async function die(
  ledger: Ledger,
  now: number,
  { blocks, size }: { readonly blocks: number; readonly size: number },
  answer: (dispatch: string, subscriber: SubscriberNumber) => Result,
  heard: Heard,
): Promise<void> {
  let hold = await ledger.take("dying", after(now), { leaseSeconds: 60 });
  let results: readonly Result[] = [];
  for (let block = 0; hold !== null && block <= blocks; block += 1) {
    hold = await ledger.advance(hold, results, size, after(now), 10);
    if (hold === null) return;
    const { recipients, settled, started, dispatch } = hold.range;
    const under = recipients.slice(settled, started);
    // Who was under way when it died is in doubt, whatever the other side said.
    if (block === blocks) for (const one of under) heard.answered(dispatch, one, silent);
    else results = under.map((one) => answer(dispatch, one));
  }
}

const inMemory: MakeLedger = async () => {
  const subscribers = createMemorySubscriberStore();
  return { subscribers, ledger: createMemoryLedger(subscribers), fill: (people) => added(subscribers, ...people) };
};

const made: readonly { readonly kind: string; readonly make: MakeLedger | null; readonly runs: number }[] = [
  { kind: "memory", make: inMemory, runs: 150 },
  ...databases.map(({ kind, makePlace }) => ({
    kind: `${kind}${hintFor(makePlace)}`,
    make: makePlace === null ? null : ledgerIn(makePlace),
    runs: kind === "sqlite" ? 25 : 12,
  })),
];

describe.each(made)("a correction is planned for exactly those who heard the error: $kind", ({ make, runs }) => {
  test.skipIf(make === null)("accepted and unknown, without those who left, each once", async () => {
    await fc.assert(
      fc.asyncProperty(course, async (one) => {
        const { must, will } = await play(await make!(), one);
        expect(will).toEqual(must);
      }),
      { numRuns: runs },
    );
  });
});

describe("100,000 subscribers of whom 8 % fail in various ways", () => {
  const sqlite = databases[0]!;

  test("the correction's recipients equal the original's accepted and unknown ones", async () => {
    const { ledger, subscribers, fill } = await ledgerIn(sqlite.makePlace!)();
    const numbers = await fill(
      Array.from({ length: 100_000 }, (_, i) =>
        somebody({ lang: i % 3 === 0 ? "uk" : "en", area: i % 7 === 0 ? "North" : "" }),
      ),
    );
    const edition = DISPATCHES[0] as DispatchId;
    await ledger.plan([aPlan(edition)], 5);
    const heard = new Heard();
    // 8 in 100: refused, silent, busy once, busy for good, gone.
    const fate = (n: number): readonly Result[] => {
      const ways: Readonly<Record<number, readonly Result[]>> = {
        3: [refused],
        17: [silent],
        31: [busy, accepted],
        42: [busy, busy, silent],
        55: [busy, busy, busy, refused],
        68: [busy, busy, busy, busy, busy, busy],
        81: [gone],
        94: [busy, refused],
      };
      return ways[n % 100] ?? [accepted];
    };
    for (const minutes of [0, 1, 6, 21, 81, 321]) {
      await handOverAll(ledger, after(minutes * 60), (subscriber, { range }) => {
        const way = fate(subscriber);
        const result = way[range.attempt - 1] ?? accepted;
        heard.answered(edition, subscriber, result);
        return result;
      });
    }
    const left = new Set<SubscriberNumber>(numbers.filter((n) => n % 500 === 0));
    for (const one of left) await subscribers.remove(one);
    const bounced = numbers.filter((n) => n % 1000 === 1);
    for (const subscriber of bounced) {
      const known = await ledger.bounce({
        dispatch: edition,
        subscriber,
        code: "MAILBOX_UNKNOWN",
        reason: "",
        at: NOON,
      });
      expect(known).toBe(true);
      heard.bounced(edition, subscriber);
    }
    const tally = await ledger.tally(edition);
    expect(tally).toEqual({
      planned: 0,
      underWay: 0,
      accepted: 92_900,
      failed: 4100,
      unknown: 2000,
      left: 1000,
      expired: 0,
      merged: 0,
    });

    const correction = "correction:k1/email/got-original";
    await ledger.plan([aCorrection(correction, edition)], 6);
    const must = numbers.filter((one) => heard.did(edition, one) && !left.has(one));
    expect(await plannedFor(ledger, correction)).toEqual(must);
    // Those who left had all been reached.
    expect(must).toHaveLength(tally.accepted + tally.unknown - left.size);
  });
});
