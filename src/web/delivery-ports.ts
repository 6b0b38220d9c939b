import type { Channel } from "../model/channel.ts";
import type { DispatchId, DraftId, EntryId, StatementId } from "../model/id.ts";
import type { Lang } from "../model/language.ts";
import type { Subscriber } from "../model/subscriber.ts";
import type { Instant } from "../model/time.ts";
import type { Dispatch, Lane, Tally, Trouble, TroubleCount } from "../deliver/dispatch.ts";
import type { RelayState } from "../deliver/email/relay.ts";
import type { ChannelProblem } from "../deliver/ports.ts";
import type { Actor } from "./ports.ts";

/** A dispatch with how far it is. */
export type DispatchLine = Dispatch & { readonly tally: Tally };

/** Everything that the desk shows of one dispatch. Recipients are numbers, never addresses. */
export type DispatchView = DispatchLine & {
  /** The most frequent first. */
  readonly troubles: readonly TroubleCount[];
  /** Of whom nobody knows whether it reached them: the first thousand, by number. */
  readonly doubtful: readonly Pick<Trouble, "subscriber" | "code">[];
  /** What carries it on its channel; empty where a channel has no relays. */
  readonly relays: readonly RelayState[];
};

/** Something that a person should look into. */
export interface DeliveryAlarm {
  /** canary: a channel's check failed. urgent: nobody accepted an urgent dispatch in time. */
  readonly kind: "canary" | "urgent";
  /** The channel, or the dispatch. */
  readonly about: string;
  /** Trouble code of the check; empty for `urgent`. */
  readonly code: string;
  readonly since: Instant;
}

/** How one channel does. */
export interface ChannelLine {
  readonly channel: Channel;
  /** Is it set up in this process? */
  readonly ready: boolean;
  readonly subscribers: Readonly<Record<Subscriber["status"], number>>;
  /** Recipients who wait or are on their way. */
  readonly waiting: number;
  /** Handed over by this process in the last minute. */
  readonly perMinute: number;
  /** The last check, and the trouble code with which it failed; null: none was made. */
  readonly checked: { readonly at: Instant; readonly code: string | null } | null;
}

export interface DeliveryOverview {
  readonly channels: readonly ChannelLine[];
  /** Recipients who wait, by lane; lanes where nobody waits are left out. */
  readonly waiting: readonly { readonly lane: Lane; readonly count: number }[];
  /** Mail relays since the program started. */
  readonly relays: readonly RelayState[];
}

/** Whom something would reach on one channel if it were published now. */
export interface ExpectedReach {
  readonly channel: Channel;
  /** Who got what it corrects or ends. */
  readonly gotOriginal: number;
  /** Who gets it because they subscribed to such things. */
  readonly others: number;
}

/** What a channel says about a letter before it is published. */
export type ChannelCheck = ChannelProblem & { readonly channel: Channel; readonly lang: Lang };

/** What the desk can ask and do about what is sent. */
export interface DeliveryService {
  overview(actor: Actor): Promise<DeliveryOverview>;
  /** Those that somebody is or was to get, newest first; with `entry` those that carry it. */
  dispatches(
    actor: Actor,
    filter: { readonly entry?: EntryId; readonly limit: number },
  ): Promise<readonly DispatchLine[]>;
  /** Throws NOT_FOUND. */
  dispatch(actor: Actor, id: DispatchId): Promise<DispatchView>;
  /** Throws NOT_FOUND. */
  setPaused(actor: Actor, id: DispatchId, paused: boolean): Promise<void>;
  /** Sends again to those who failed, or who are in doubt and may get it twice. Gives how many. Throws NOT_FOUND. */
  retry(actor: Actor, id: DispatchId, which: "failed" | "unknown"): Promise<number>;
  /** Whom a correction or withdrawal of a statement would reach; empty once it is withdrawn. Throws STATEMENT_UNKNOWN. */
  correctionReach(actor: Actor, statement: StatementId): Promise<readonly ExpectedReach[]>;
  /** The same for an edition, with what channels say about its letters. Throws NOT_FOUND. */
  draftReach(
    actor: Actor,
    id: DraftId,
  ): Promise<{ readonly reach: readonly ExpectedReach[]; readonly checks: readonly ChannelCheck[] }>;
  /** What is wrong now. */
  alarms(): readonly DeliveryAlarm[];
}
