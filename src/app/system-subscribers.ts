import type { SystemSubscriber } from "./programs.ts";
import type { Sealer, SubscriberStore } from "../deliver/ports.ts";
import { TOPICS, type Wishes } from "../model/subscriber.ts";
import type { Clock } from "../model/time.ts";

/**
 * Makes sure that the office's own hub and broker are subscribed to everything. Those of an earlier configuration are
 * given up by their channel when it is next told to send to them.
 */
export async function ensureSystemSubscribers(
  wanted: readonly SystemSubscriber[],
  {
    subscribers,
    sealer,
    clock,
  }: { readonly subscribers: SubscriberStore; readonly sealer: Sealer; readonly clock: Clock },
): Promise<void> {
  for (const { channel, address, lang } of wanted) {
    const wishes: Wishes = { lang, topics: TOPICS, area: "", frequency: "each", hour: 0 };
    const now = clock();
    const active = { wishes, status: "active", confirmedAt: now } as const;
    const sealed = sealer.seal(channel, address);
    const { subscriber, fresh } = await subscribers.add({ channel, sealed, since: now, ...active });
    if (!fresh && subscriber.status !== "active") await subscribers.change(subscriber.number, active);
  }
}
