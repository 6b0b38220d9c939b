import { createMemoryLedger } from "../../src/deliver/memory/ledger.ts";
import { createMemorySubscriberStore } from "../../src/deliver/memory/subscriber-store.ts";
import { onEachDatabase } from "../store/places.ts";
import { describeLedger, type MakeLedger } from "./contract/ledger.ts";
import { describeCrowd } from "./contract/ledger-crowd.ts";
import { describePlanning } from "./contract/ledger-plan.ts";
import { describeSubscriberStore } from "./contract/subscriber-store.ts";
import { added } from "./people.ts";
import { ledgerIn } from "./places.ts";

const inMemory: MakeLedger = async () => {
  const subscribers = createMemorySubscriberStore();
  return { subscribers, ledger: createMemoryLedger(subscribers), fill: (people) => added(subscribers, ...people) };
};

describeSubscriberStore("memory", async () => createMemorySubscriberStore());
describeLedger("memory", inMemory);
describePlanning("memory", inMemory);
describeCrowd("memory", inMemory);

onEachDatabase((kind, makePlace) => {
  const make = ledgerIn(makePlace);
  describeSubscriberStore(kind, async () => (await make()).subscribers);
  describeLedger(kind, make);
  describePlanning(kind, make);
  describeCrowd(kind, make);
});
