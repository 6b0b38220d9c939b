import { mailChannelOf, type DeliverySettings } from "./delivery-config.ts";
import { openPrograms, type Programs } from "./programs.ts";
import { openPush } from "./push.ts";
import type { MailChannel } from "../deliver/email/channel.ts";
import type { DeliveryChannel, Sealer, SubscriberStore } from "../deliver/ports.ts";
import type { PushChannel } from "../deliver/push/channel.ts";
import type { History } from "../model/history.ts";
import type { Clock } from "../model/time.ts";
import { officeOf } from "../publish/plan.ts";

export interface ChannelPorts {
  readonly sealer: Sealer;
  readonly subscribers: Pick<SubscriberStore, "count">;
  /** File of the key pair for web push. */
  readonly pushKey: string;
  readonly history: () => History;
  readonly baseUrl: () => string;
  readonly clock: Clock;
  /** Instead of web push to public push services. */
  readonly push?: PushChannel;
}

/** The channels that are set up, together and those with more to them apart. */
export interface Channels {
  readonly all: readonly DeliveryChannel[];
  /** Null: no mail is set up. */
  readonly mail: MailChannel | null;
  readonly push: PushChannel;
  readonly programs: Programs;
}

/** Throws CONFIG_INVALID, DELIVERY_KEY, KEY_PERMISSIONS, KEY_INVALID. */
export async function openChannels(settings: DeliverySettings, ports: ChannelPorts): Promise<Channels> {
  const { sealer, subscribers, pushKey, history, baseUrl, clock } = ports;
  const office = () => officeOf(history());
  const mail = mailChannelOf(settings, { sealer, clock, office, ticks: () => performance.now() });
  const push = ports.push ?? (await openPush({ keyFile: pushKey, subscribers, office, clock }));
  const programs = openPrograms(settings.programs, { history, baseUrl, clock });
  return { all: [...(mail === null ? [] : [mail]), push, ...programs.channels], mail, push, programs };
}
