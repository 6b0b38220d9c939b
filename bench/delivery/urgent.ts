// A digest to many is on its way when an urgent notice to all is planned. argv: location as JSON, recipients. Prints the
// milliseconds from the plan (durable) to the first hand-over, and how many digests were handed over in between.
import { createBell } from "../../src/deliver/bell.ts";
import { linksOf } from "../../src/deliver/links.ts";
import { createWorker } from "../../src/deliver/worker.ts";
import { openStore } from "../../src/store/open.ts";
import type { StoreLocation } from "../../src/store/store.ts";
import { benchLetter, nothingChannel } from "./letter.ts";
import { fillPeople, newSealer, NOW, planFor } from "./people.ts";

const [place = "", recipients = ""] = process.argv.slice(2);
const location = JSON.parse(place) as StoreLocation;
/** What a mail relay needs for a message. */
const HAND_OVER_MS = 5;
const RUN_MS = 1500;

const store = await openStore(location);
const { ledger, subscribers } = store;
const sealer = newSealer();
await fillPeople(location, sealer, Number(recipients));
await ledger.plan([planFor("digest:1", "digest")], 1);

let [digests, first] = [0, 0];
const channel = nothingChannel((dispatch) => {
  if (dispatch.startsWith("digest")) digests += 1;
  else if (first === 0) first = performance.now();
}, HAND_OVER_MS);
const bell = createBell();
createWorker("w", 8, {
  ledger,
  subscribers,
  sealer,
  channels: new Map([["email", channel]]),
  bell,
  clock: () => NOW,
  compose: () => Promise.resolve({ letter: benchLetter, size: 2 }),
  links: (number) => linksOf(sealer, "https://office.example", number),
  onError: (error) => {
    throw error;
  },
});
await new Promise((resolve) => setTimeout(resolve, RUN_MS));
if (digests === 0 || digests === Number(recipients)) throw new Error(`${digests} digests were handed over by then`);
await ledger.plan([planFor("notice:n1", "urgent")], 2);
const [planned, before] = [performance.now(), digests];
bell.ring("urgent");
const begun = (): boolean => first > 0;
while (!begun()) await new Promise((resolve) => setTimeout(resolve, 1));
console.log(JSON.stringify({ ms: first - planned, digests: digests - before }));
process.exit(0);
