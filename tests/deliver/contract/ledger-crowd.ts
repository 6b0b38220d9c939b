import { describe, expect, test } from "vitest";
import type { Ledger, Result } from "../../../src/deliver/ports.ts";
import type { DispatchId, SubscriberNumber } from "../../../src/model/id.ts";
import {
  accepted,
  aCorrection,
  after,
  aPlan,
  busy,
  handOverAll,
  NOON,
  plannedFor,
  refused,
  silent,
} from "../people.ts";
import { withEdition, type MakeLedger } from "./ledger.ts";

const EDITION = "edition:1/email" as DispatchId;
const CORRECTION = "correction:k1/email/got-original" as DispatchId;

/** What every Ledger must do while many use it at once. Run it once for each implementation. */
export function describeCrowd(name: string, make: MakeLedger): void {
  describe(`Ledger, many hands: ${name}`, () => {
    test("who was sent the words of before is planned for, and nobody else", async () => {
      const { ledger, numbers } = await withEdition(make, 4500);
      const old = new Set<SubscriberNumber>();
      const all: SubscriberNumber[] = [];
      let size = 5;
      const workers = Array.from({ length: 6 }, (_, i) =>
        sendAs(ledger, `w${i}`, {
          size: () => size,
          sent: (block, of) => {
            all.push(...block);
            if (of === 5) for (const one of block) old.add(one);
          },
        }),
      );
      while (all.length < 800) await new Promise((resolve) => void setImmediate(resolve));
      // Workers that do not know of it yet go on with the words of before, as long as the ledger lets them.
      await ledger.plan([aCorrection(CORRECTION, EDITION)], 6);
      size = 6;
      await Promise.all(workers);
      expect(all.toSorted((a, b) => a - b)).toEqual(numbers);
      const planned = new Set(await plannedFor(ledger, CORRECTION));
      expect(planned).toEqual(old);
    });

    test("workers, bounces, retries and pauses at once: everybody is accounted for once", async () => {
      const { ledger, numbers } = await withEdition(make, 2300);
      const ways: readonly Result[] = [accepted, accepted, { outcome: "accepted", ref: "m" }, refused, silent, busy];
      const answer = (subscriber: SubscriberNumber): Result => ways[subscriber % ways.length] ?? accepted;
      const working = new AbortController();
      const meddling = [
        async (i: number) => ledger.pause(EDITION, i % 2 === 0),
        async () => ledger.retry(EDITION, "failed", NOON),
        async (i: number) => ledger.plan([aPlan(`edition:${i + 2}/push`, { channel: "push" })], 6 + i),
        async (i: number) => {
          const subscriber = numbers[(i * 97) % numbers.length]!;
          await ledger.bounce({ dispatch: EDITION, subscriber, code: "X", reason: "", at: NOON });
        },
      ].map(async (act) => {
        for (let i = 0; !working.signal.aborted; i += 1) {
          await act(i);
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
      });
      const sending = [0, 1, 2, 3].map((i) => handOverAll(ledger, NOON, answer, `w${i}`));
      await Promise.all(sending);
      working.abort();
      await Promise.all(meddling);
      await ledger.pause(EDITION, false);
      for (let round = 0; round < 7; round += 1) await handOverAll(ledger, after(round * 86_400), answer);
      const { planned, underWay, ...ended } = await ledger.tally(EDITION);
      expect([planned, underWay]).toEqual([0, 0]);
      expect(Object.values(ended).reduce((sum, count) => sum + count, 0)).toBe(numbers.length);
      const ends = (await ledger.ranges(EDITION)).flatMap(({ recipients, outcomes }) =>
        recipients.filter((_, i) => outcomes[i] !== "retrying"),
      );
      expect(ends.toSorted((a, b) => a - b)).toEqual(numbers);
    });
  });
}

/** Hands over as a worker does: what a plan overtakes is made again from the record as it is then. */
async function sendAs(
  ledger: Ledger,
  worker: string,
  {
    size,
    sent,
  }: { readonly size: () => number; readonly sent: (block: readonly SubscriberNumber[], of: number) => void },
): Promise<void> {
  for (;;) {
    let hold = await ledger.take(worker, NOON, { leaseSeconds: 60, lanes: ["edition"] });
    if (hold === null) return;
    let results: readonly Result[] = [];
    while (hold !== null) {
      const of = size();
      hold = await ledger.advance(hold, results, 40, NOON, of);
      if (hold === null) break;
      const block = hold.range.recipients.slice(hold.range.settled, hold.range.started);
      sent(block, of);
      results = block.map(() => accepted);
    }
  }
}
