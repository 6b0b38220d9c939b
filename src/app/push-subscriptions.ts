import { linksOf, subscriberOf } from "../deliver/links.ts";
import { networkOf } from "../deliver/network.ts";
import type { Sealer, SubscriberStore } from "../deliver/ports.ts";
import type { PushChannel } from "../deliver/push/channel.ts";
import type { LimitKind, SignUpLimits } from "../deliver/sign-up-limits.ts";
import { checkWishes, type WishChoices } from "../deliver/subscribe.ts";
import { isTocsinError } from "../model/error.ts";
import type { Subscriber, Wishes } from "../model/subscriber.ts";
import type { Clock } from "../model/time.ts";
import type { PushAnswer, PushAsk, SubscriptionService } from "../web/ports.ts";

/** What of the channel signing up needs. */
export type PushSignUp = Pick<PushChannel, "publicKey" | "address">;

export interface PushSubscriptionPorts {
  readonly subscribers: SubscriberStore;
  readonly sealer: Sealer;
  /** Null: web push is not set up. */
  readonly push: PushSignUp | null;
  readonly limits: SignUpLimits;
  /** What can be chosen from; `also`: an area that was chosen before. */
  readonly choices: (also: string) => WishChoices;
  readonly clock: Clock;
  readonly onLimit: (limit: LimitKind) => void;
}

type Known = Subscriber | null;

/**
 * Browsers that ask for notifications. There is nothing to confirm: only the browser itself, with its owner's leave,
 * knows the address of its subscription.
 */
export function createPushSubscriptions(
  ports: PushSubscriptionPorts,
): Pick<SubscriptionService, "pushKey" | "subscribePush"> {
  const { subscribers, sealer, push, limits, choices, clock, onLimit } = ports;

  async function holderOf(token: string): Promise<Known> {
    const number = token === "" ? null : subscriberOf(sealer, "manage", token, clock());
    const holder = number === null ? null : await subscribers.get(number);
    return holder?.channel === "push" ? holder : null;
  }

  /** The subscription with this address; null: a limit refuses it. */
  async function kept(address: string, wishes: Wishes, holder: Known, network: string): Promise<Known> {
    const sealed = sealer.seal("push", address);
    const known = await subscribers.find("push", sealed.fingerprint);
    if (known !== null) {
      // A browser has one subscription: what it had before goes.
      if (holder !== null && holder.number !== known.number) await subscribers.remove(holder.number);
      return subscribers.change(known.number, { wishes, status: "active" });
    }
    if (holder !== null) return subscribers.change(holder.number, { sealed, wishes, status: "active" });
    const now = clock();
    const limit = limits.take({ network: networkOf(network), address: sealed.fingerprint }, now);
    if (limit !== null) {
      onLimit(limit);
      return null;
    }
    const fresh = { channel: "push", sealed, wishes, status: "active", since: now, confirmedAt: now } as const;
    return (await subscribers.add(fresh)).subscriber;
  }

  async function subscribePush({ endpoint, keys, wishes: typed, manage, network }: PushAsk): Promise<PushAnswer> {
    if (push === null) return { outcome: "closed" };
    const address = addressOf(push, { endpoint, keys });
    if (address === null) return { outcome: "problems", problems: [{ field: "address", code: "address" }] };
    const holder = await holderOf(manage);
    const checked =
      typed === null ? { wishes: holder?.wishes } : checkWishes(typed, choices(holder?.wishes.area ?? ""));
    if ("problems" in checked) return { outcome: "problems", problems: checked.problems };
    if (checked.wishes === undefined) return { outcome: "unknown" };
    const subscriber = await kept(address, checked.wishes, holder, network);
    if (subscriber === null) return { outcome: "limited" };
    return { outcome: "subscribed", managePath: linksOf(sealer, "", subscriber.number).manage };
  }

  return { pushKey: () => push?.publicKey ?? null, subscribePush };
}

/** Null for what is no subscription. */
function addressOf(push: PushSignUp, subscription: object): string | null {
  try {
    return push.address(JSON.stringify(subscription));
  } catch (error) {
    if (isTocsinError(error, "ADDRESS_INVALID")) return null;
    throw error;
  }
}
