import type { Channel } from "./channel.ts";
import type { EntryId } from "./id.ts";

/** How many of those who got the original a correction reached on one channel. Counts alone, never who. */
export interface ChannelReach {
  readonly channel: Channel;
  /** Who had got the original on this channel and had not left since. */
  readonly planned: number;
  readonly accepted: number;
  readonly failed: number;
  /** Handed over without an answer, in a crash say. */
  readonly unknown: number;
  /** Left after it was planned. */
  readonly left: number;
}

/** What became of a correction's way to those who got the original. */
export interface Reach {
  /** `correction:k3` */
  readonly about: EntryId;
  readonly channels: readonly ChannelReach[];
}
