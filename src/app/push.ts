import { openVapidKey, vapidSubject } from "./vapid-key.ts";
import type { SubscriberStore } from "../deliver/ports.ts";
import { createPushChannel, type PushChannel } from "../deliver/push/channel.ts";
import { systemResolve } from "../intake/fetch-guard.ts";
import type { Office } from "../model/office.ts";
import { parseAllowList } from "../model/public-address.ts";
import type { Clock } from "../model/time.ts";

export interface PushPlace {
  /** File of the key pair. */
  readonly keyFile: string;
  readonly subscribers: Pick<SubscriberStore, "count">;
  readonly office: () => Office;
  readonly clock: Clock;
}

/** Web push as it is: it needs nothing but a key pair, made at the first start. Throws as `openVapidKey`. */
export async function openPush({ keyFile, subscribers, office, clock }: PushPlace): Promise<PushChannel> {
  const browsers = async (): Promise<number> =>
    (await subscribers.count()).reduce((sum, { channel, count }) => (channel === "push" ? sum + count : sum), 0);
  return createPushChannel(
    { keys: await openVapidKey(keyFile, browsers), allow: parseAllowList([]) },
    {
      clock,
      resolve: systemResolve,
      subject: () => vapidSubject(office()),
      ticks: () => performance.now(),
    },
  );
}
