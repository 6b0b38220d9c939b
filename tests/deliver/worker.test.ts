import { afterEach, expect, test } from "vitest";
import { createBell } from "../../src/deliver/bell.ts";
import { BLOCK_SIZE } from "../../src/deliver/dispatch.ts";
import type { Outgoing } from "../../src/deliver/letter.ts";
import { createMemoryLedger } from "../../src/deliver/memory/ledger.ts";
import { createMemorySubscriberStore } from "../../src/deliver/memory/subscriber-store.ts";
import type { DeliveryChannel, Result, Sealer } from "../../src/deliver/ports.ts";
import { createWorker, type DeliveryWorker } from "../../src/deliver/worker.ts";
import type { DispatchId, EntryId } from "../../src/model/id.ts";
import { aLetter } from "./letter.ts";
import { added, aPlan, everybody, NOON, somebody } from "./people.ts";

const working: DeliveryWorker[] = [];
afterEach(async () => {
  for (const worker of working.splice(0)) await worker.close();
});

/** A worker with eight hands for people of eight variants, so that there is a range for each hand. */
async function given(people: number, send: (outgoing: Outgoing) => Promise<Result>) {
  const subscribers = createMemorySubscriberStore();
  const ledger = createMemoryLedger(subscribers);
  const langs = ["en", "uk", "de", "fr", "es", "it", "pl", "ar"];
  await added(subscribers, ...Array.from({ length: people }, (_, i) => somebody({ lang: langs[i % 8] as string })));
  const bell = createBell();
  const channel: DeliveryChannel = {
    name: "email",
    width: 16,
    check: () => [],
    address: (text) => text,
    send,
    close: () => Promise.resolve(),
  };
  const start = (): DeliveryWorker => {
    const worker = createWorker("w", 8, {
      ledger,
      subscribers,
      sealer: { open: () => "reader@reader.example" } as unknown as Sealer,
      channels: new Map([["email", channel]]),
      bell,
      clock: () => NOON,
      compose: () => Promise.resolve({ letter: aLetter(), size: 0 }),
      links: () => ({ manage: "", leave: "" }),
      onError: (error) => {
        throw error;
      },
    });
    working.push(worker);
    return worker;
  };
  return { ledger, bell, start };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test("however many hands work, no more than a block of people is under way at once", async () => {
  let [underWay, most, mostStarted] = [0, 0, 0];
  const { ledger, start } = await given(2000, async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await soon();
    const ranges = await ledger.ranges("edition:1/email" as DispatchId);
    const started = ranges.reduce((sum, range) => sum + range.started - range.settled, 0);
    mostStarted = Math.max(mostStarted, started);
    underWay -= 1;
    return { outcome: "accepted" };
  });
  await ledger.plan([aPlan("edition:1/email")], 0);
  await start().idle();
  expect(await ledger.tally("edition:1/email" as DispatchId)).toMatchObject({ accepted: 2000, planned: 0 });
  expect(mostStarted).toBeLessThanOrEqual(BLOCK_SIZE);
  // Not one after the other either.
  expect(most).toBeGreaterThan(16);
});

test("when something urgent is rung, every hand leaves the digest after its block", async () => {
  const order: string[] = [];
  const { ledger, bell, start } = await given(4000, async ({ dispatch }) => {
    order.push(dispatch);
    await soon();
    return { outcome: "accepted" };
  });
  await ledger.plan([aPlan("digest:1/email", { lane: "digest" })], 0);
  const worker = start();
  while (order.length < 300) await soon();
  const urgent = { ...everybody, entries: ["notice:n1" as EntryId] };
  await ledger.plan([aPlan("notice:n1/email", { lane: "urgent" }, [urgent])], 0);
  const planned = order.length;
  bell.ring("urgent");
  await worker.idle();
  // Eight hands have an urgent range each; none is through with it before 1,500 of the 4,000 got it.
  const digests = order.slice(planned, planned + 1500).filter((id) => id.startsWith("digest"));
  expect(digests.length).toBeLessThanOrEqual(BLOCK_SIZE);
  expect(order).toHaveLength(8000);
});
