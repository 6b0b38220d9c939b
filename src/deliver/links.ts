import type { SubscriberNumber } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import { subscriptionPaths } from "../publish/subscription-paths.ts";
import type { Outgoing } from "./letter.ts";
import type { LinkPurpose, Sealer } from "./ports.ts";

/** Where a subscriber changes or leaves. These links last, and say no more than a number. */
export function linksOf(sealer: Sealer, baseUrl: string, subscriber: SubscriberNumber): Outgoing["links"] {
  const token = (purpose: LinkPurpose): string => sealer.sign(purpose, String(subscriber), null);
  return {
    manage: baseUrl + subscriptionPaths.manage(token("manage")),
    leave: baseUrl + subscriptionPaths.leave(token("leave")),
  };
}

/** A link for a mail that somebody asked for: to confirm, or to the page of a subscription that there is. */
export function askedLinkOf(
  sealer: Sealer,
  baseUrl: string,
  purpose: "confirm" | "manage",
  subscriber: SubscriberNumber,
  until: Instant,
): string {
  return baseUrl + subscriptionPaths[purpose](sealer.sign(purpose, String(subscriber), until));
}

/** Whose link it is; null for one that is forged, of another purpose or expired. */
export function subscriberOf(
  sealer: Sealer,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): SubscriberNumber | null {
  const subject = sealer.read(purpose, token, now);
  return subject !== null && /^[1-9]\d{0,14}$/.test(subject) ? (Number(subject) as SubscriberNumber) : null;
}
