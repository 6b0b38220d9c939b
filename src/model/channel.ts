/** Ways to reach a subscriber. `websub` and `mqtt` have the office's own hub and broker as their one subscriber. */
export const CHANNELS = ["email", "push", "webhook", "telegram", "activitypub", "websub", "mqtt"] as const;
export type Channel = (typeof CHANNELS)[number];

export function isChannel(value: unknown): value is Channel {
  return CHANNELS.some((channel) => channel === value);
}
