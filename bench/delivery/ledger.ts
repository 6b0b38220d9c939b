// Plans a dispatch and hands it over to a channel that does nothing. argv: location as JSON, recipients, and
// "ledger" (hands of as many workers as the machine has use for, blocks of 100) or "worker" (the whole worker with
// addresses opened and links signed). Prints seconds from the plan to the last durable outcome.
import type { Result } from "../../src/deliver/ports.ts";
import { createBell } from "../../src/deliver/bell.ts";
import { BLOCK_SIZE } from "../../src/deliver/dispatch.ts";
import { linksOf } from "../../src/deliver/links.ts";
import { createWorker } from "../../src/deliver/worker.ts";
import { openStore } from "../../src/store/open.ts";
import type { StoreLocation } from "../../src/store/store.ts";
import { benchLetter, nothingChannel } from "./letter.ts";
import { fillPeople, newSealer, NOW, planFor } from "./people.ts";

const [place = "", recipients = "", mode = ""] = process.argv.slice(2);
const location = JSON.parse(place) as StoreLocation;
const HANDS = 8;

const store = await openStore(location);
const { ledger, subscribers } = store;
const sealer = newSealer();
await fillPeople(location, sealer, Number(recipients));
const plan = planFor("edition:1", "edition");

const started = performance.now();
await ledger.plan([plan], 1);
const planned = performance.now();
if (mode === "ledger") await Promise.all(Array.from({ length: HANDS }, (_, hand) => handOver(`w${hand}`)));
else await work();
const ended = performance.now();

const tally = await ledger.tally(plan.dispatch.id);
if (tally.accepted !== Number(recipients)) throw new Error(`${tally.accepted} of ${recipients} were accepted`);
await store.close();
console.log(JSON.stringify({ seconds: (ended - started) / 1000, planSeconds: (planned - started) / 1000 }));

async function handOver(worker: string): Promise<void> {
  const accepted: Result = { outcome: "accepted" };
  const block = Array.from({ length: BLOCK_SIZE }, () => accepted);
  for (;;) {
    let hold = await ledger.take(worker, NOW, { leaseSeconds: 60 });
    if (hold === null) return;
    while (hold !== null) {
      const underWay: number = hold.range.started - hold.range.settled;
      hold = await ledger.advance(hold, underWay === 0 ? [] : block.slice(0, underWay), BLOCK_SIZE, NOW, 1);
    }
  }
}

async function work(): Promise<void> {
  const worker = createWorker("w", HANDS, {
    ledger,
    subscribers,
    sealer,
    channels: new Map([["email", nothingChannel(() => {})]]),
    bell: createBell(),
    clock: () => NOW,
    compose: () => Promise.resolve({ letter: benchLetter, size: 1 }),
    links: (number) => linksOf(sealer, "https://office.example", number),
    onError: (error) => {
      throw error;
    },
  });
  await worker.idle();
  await worker.close();
}
