import type { App } from "./open.ts";
import type { Wishes } from "../model/subscriber.ts";

const EVERYTHING: Wishes = {
  lang: "en",
  topics: ["situation", "measures", "safety", "corrections"],
  area: "",
  frequency: "each",
  hour: 0,
};

/** Invented readers with different wishes; one of them has moved, and her mailbox is no more. */
const READERS: readonly { readonly address: string; readonly wishes: Partial<Wishes> }[] = [
  { address: "ana@reader.example", wishes: {} },
  { address: "bohdan@reader.example", wishes: { lang: "uk" } },
  { address: "carla@reader.example", wishes: { topics: ["safety"] } },
  { address: "dmytro@reader.example", wishes: { lang: "uk", topics: ["situation", "measures"] } },
  { address: "edda@reader.example", wishes: { topics: ["corrections"] } },
  { address: "farid@reader.example", wishes: { frequency: "urgent", topics: ["safety"] } },
  { address: "moved-away@reader.example", wishes: {} },
];

/** Subscribes the demo's readers, as if they had confirmed. */
export async function subscribeReaders({ context, sealer }: App): Promise<void> {
  const now = context.clock();
  for (const { address, wishes } of READERS) {
    await context.store.subscribers.add({
      channel: "email",
      sealed: sealer.seal("email", address),
      wishes: { ...EVERYTHING, ...wishes },
      status: "active",
      since: now,
      confirmedAt: now,
    });
  }
}
