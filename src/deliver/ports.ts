import type { Dispatch, Lane, Outcome, Range, Tally, Trouble, TroubleCount, Variant } from "./dispatch.ts";
import type { Letter, Outgoing } from "./letter.ts";
import type { Channel } from "../model/channel.ts";
import type { DispatchId, EntryId, SubscriberNumber } from "../model/id.ts";
import type { Lang } from "../model/language.ts";
import type { Frequency, SealedAddress, Subscriber, Topic, Wishes } from "../model/subscriber.ts";
import type { Instant } from "../model/time.ts";

/** Encrypts addresses at rest. Keys: `key/delivery.key`, never in the database. */
export interface Sealer {
  seal(channel: Channel, address: string): SealedAddress;
  /** Throws DELIVERY_KEY when it was sealed with another key or changed. */
  open(channel: Channel, sealed: SealedAddress): string;
  fingerprint(channel: Channel, address: string): string;
  /** A token for links, signed: `subject` comes back from `read` when it is ours and not expired, else null. */
  sign(purpose: LinkPurpose, subject: string, expires: Instant | null): string;
  read(purpose: LinkPurpose, token: string, now: Instant): string | null;
}

/** confirm: ends the double opt-in; manage: change, export, erase; leave: RFC 8058 one click; bounce: return path. */
export type LinkPurpose = "confirm" | "manage" | "leave" | "bounce";

export interface SubscriberStore {
  /** A new one, or the known one with that fingerprint on that channel, unchanged. Told apart by `fresh`. */
  add(subscriber: Omit<Subscriber, "number">): Promise<{ readonly subscriber: Subscriber; readonly fresh: boolean }>;
  get(number: SubscriberNumber): Promise<Subscriber | null>;
  find(channel: Channel, fingerprint: string): Promise<Subscriber | null>;
  /** In the order asked for; null where nobody has that number any more. */
  many(numbers: readonly SubscriberNumber[]): Promise<readonly (Subscriber | null)[]>;
  /** Null when there is none. */
  change(
    number: SubscriberNumber,
    to: Partial<Pick<Subscriber, "wishes" | "status" | "since" | "confirmedAt" | "sealed">>,
  ): Promise<Subscriber | null>;
  /** Erases for good. True if there was one. */
  remove(number: SubscriberNumber): Promise<boolean>;
  /** Those who never confirmed. Gives how many went. */
  removePending(before: Instant): Promise<number>;
  count(): Promise<
    readonly { readonly channel: Channel; readonly status: Subscriber["status"]; readonly count: number }[]
  >;
}

/** Whom a dispatch goes to. */
export type Audience =
  /** Active subscribers of the channel by what they chose. `entries` is what each variant of them gets. */
  | {
      readonly kind: "subscribed";
      readonly frequencies: readonly Frequency[];
      /** Any of these topics; the variant's topics are those in common. */
      readonly topics: readonly Topic[];
      /** With frequency `daily`: this hour alone. */
      readonly hour: number | null;
      /** Areas that it is about, besides those who chose none; null: everybody. */
      readonly areas: readonly string[] | null;
      readonly entries: readonly EntryId[];
      /** Recipients whom these dispatches plan for already are left out. */
      readonly without: readonly DispatchId[];
    }
  /**
   * Everybody whom one of these dispatches on the same channel reached or may have reached (accepted, unknown), in a
   * variant that carried the topic; `lang`, topics and area stay as they were. Who left is left out.
   */
  | {
      readonly kind: "got-original";
      readonly dispatches: readonly DispatchId[];
      /** Of variants that carry sections; those for corrections alone carried every correction. Null: any. */
      readonly topic: Topic | null;
      /** Area of what was wrong: variants of another area did not carry it. Empty: everybody got it. */
      readonly area: string;
      readonly entries: readonly EntryId[];
    }
  /** What a digest that came too late left unsent goes with this one: those recipients get `entries` of both. */
  | { readonly kind: "merged"; readonly from: readonly DispatchId[]; readonly entries: readonly EntryId[] };

export interface DispatchPlan {
  readonly dispatch: Omit<Dispatch, "number">;
  readonly audience: readonly Audience[];
}

/** A range that a worker holds. `epoch` counts the times that it changed hands: an outdated hold changes nothing. */
export interface Hold {
  readonly range: Range;
  readonly dispatch: Dispatch;
  readonly worker: string;
  readonly epoch: number;
}

/** The outcome of one hand-over, as the channel tells it. */
export type Result =
  | { readonly outcome: "accepted"; readonly ref?: string }
  /** `permanent`: never try again; `gone`: the address is no more (a hard bounce): the subscriber is suspended. */
  | {
      readonly outcome: "failed";
      readonly code: string;
      readonly reason: string;
      readonly permanent: boolean;
      readonly gone?: true;
      /** Not before so many seconds, where the other side says so. */
      readonly retryAfter?: number;
    }
  /** No longer a subscriber: nothing was handed over. Said by the worker, never by a channel. */
  | { readonly outcome: "left" }
  /** It may have arrived: no answer came. Not tried again unless a person says so. */
  | { readonly outcome: "unknown"; readonly code: string; readonly reason: string };

/** What was sent to whom, with what outcome. Everything that it acknowledges is durable. */
export interface Ledger {
  /**
   * Plans dispatches with all their recipients, and notes that the record is planned for up to `size` entries: all or
   * nothing, in one transaction. A dispatch that exists is left as it is. Gives the new ones.
   */
  plan(plans: readonly DispatchPlan[], size: number | null): Promise<readonly Dispatch[]>;
  /** Entries of the record that deliveries were planned for. */
  plannedSize(): Promise<number>;
  /** By its id, or by its number, as Message-IDs carry it. */
  dispatch(id: DispatchId | number): Promise<Dispatch | null>;
  /** Newest first. */
  dispatches(filter: {
    readonly entry?: EntryId;
    readonly open?: boolean;
    /** Those that somebody is or was to get; without it also those to nobody. */
    readonly peopled?: true;
    readonly limit: number;
  }): Promise<readonly Dispatch[]>;
  /** Dispatches whose variants carried one of these entries. */
  carrying(entries: readonly EntryId[]): Promise<readonly Dispatch[]>;
  tally(id: DispatchId): Promise<Tally>;
  /**
   * How many people each audience of a dispatch would add to those before it if it were planned now; everybody is
   * counted once. Plans nothing.
   */
  reachable(channel: Channel, audience: readonly Audience[]): Promise<readonly number[]>;
  ranges(id: DispatchId): Promise<readonly Range[]>;

  /**
   * The next range that may be handed over now, by lane, then age; null when none waits. One that another worker held
   * and let go stale comes with its block in doubt: those recipients are `unknown` now, and named in `troubles`.
   */
  take(
    worker: string,
    now: Instant,
    options: { readonly leaseSeconds: number; readonly lanes?: readonly Lane[] },
  ): Promise<Hold | null>;
  /**
   * Settles the block under way and starts the next one, in one durable step: `results` are for recipients `settled` to
   * `started`, `start` of the following are handed over next. `size` is the record's size that the letter was made
   * from: where deliveries are planned for more of the record by now, results are settled and nothing is started
   * (`started` equals `settled` in the answer), so that nobody gets words that a correction has just overtaken. Gives
   * null when the hold is another's, or has ended: every recipient is settled, or more was to start of a dispatch that
   * is paused or too late. INPUT_INVALID when there are more or fewer results than recipients under way.
   */
  advance(hold: Hold, results: readonly Result[], start: number, now: Instant, size: number): Promise<Hold | null>;
  /** Lets a range go between two blocks, for others to take. */
  release(hold: Hold): Promise<void>;
  /** Extends the lease. False: the hold is another's. */
  renew(hold: Hold, now: Instant, leaseSeconds: number): Promise<boolean>;
  /** Ends every hold at once: for a process that knows that no other works with this ledger, when it starts. */
  endHolds(): Promise<void>;
  /** The first lane in which something waits for a worker; null: nothing waits. */
  waiting(now: Instant): Promise<Lane | null>;

  pause(id: DispatchId, paused: boolean): Promise<void>;
  /** Sends again to those who failed, or who are in doubt. Gives how many. */
  retry(id: DispatchId, which: "failed" | "unknown", now: Instant): Promise<number>;
  /** What is not handed over of dispatches that are too late becomes `expired` or, for digests, `merged`. Gives them. */
  expire(now: Instant): Promise<readonly DispatchId[]>;
  /** An accepted delivery turned out to have failed (a bounce). False when that is not known or no longer accepted. */
  bounce(trouble: Omit<Trouble, "outcome" | "attempt">): Promise<boolean>;
  troubles(
    id: DispatchId,
    filter: { readonly outcome?: Outcome; readonly after: number; readonly limit: number },
  ): Promise<readonly Trouble[]>;
  /** How many recipients of a dispatch are in trouble, by outcome and code; the most frequent first. */
  troubleCounts(id: DispatchId): Promise<readonly TroubleCount[]>;
  /** What one subscriber was sent, newest first: for their own export. */
  sentTo(
    subscriber: SubscriberNumber,
    limit: number,
  ): Promise<readonly { readonly dispatch: DispatchId; readonly outcome: Outcome }[]>;
  /** The ref under which a channel knows what a dispatch sent to a subscriber; null: none. */
  refs(id: DispatchId, subscribers: readonly SubscriberNumber[]): Promise<readonly (string | null)[]>;
}

/** One way to reach people; a contract test holds for each (tests/deliver/contract/channel.ts). */
export interface DeliveryChannel {
  readonly name: Channel;
  /** Hand-overs that may be under way at once. */
  readonly width: number;
  /** What would keep this letter from being sent well; empty: nothing. For the editor, before publishing. */
  check(letter: Letter): readonly ChannelProblem[];
  /** The address in its one form, or ADDRESS_INVALID with what is wrong. */
  address(text: string): string;
  /**
   * Hands over to one recipient. Resolves in any case; stops waiting when `signal` aborts and says `unknown` if
   * something may have gone out by then. Nothing of the address is in the result.
   */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Result>;
  close(): Promise<void>;
}

/** A message about a subscription itself. `confirm` ends the double opt-in; `known`: somebody signed up a known address. */
export interface SystemMail {
  readonly kind: "confirm" | "known";
  /** In the clear, in the channel's one form. */
  readonly to: string;
  readonly lang: Lang;
  readonly link: string;
  /** How long the link works. */
  readonly until: Instant;
}

/** Where people sign up by e-mail. What `send` throws may name the address: it is not for logs. */
export interface SystemMailer {
  /** The address in its one form, or ADDRESS_INVALID with what is wrong. */
  address(text: string): string;
  send(mail: SystemMail): Promise<void>;
}

export interface ChannelProblem {
  readonly code: string;
  /** One plain sentence for the editor. */
  readonly message: string;
  /** True: it cannot go out like this; false: it will be cut or look poor. */
  readonly blocks: boolean;
}

/** Tells workers that something waits, within one process or between machines (NATS). May be lost: workers also look. */
export interface Bell {
  ring(lane: Lane): void;
  /** Calls back at each ring, in every worker; gives the way to stop. */
  listen(heard: (lane: Lane) => void): () => void;
  /** Between machines: a ring wakes one hand, which wakes the next when it finds something. Null: it wakes all. */
  readonly turns: Turns | null;
  close(): Promise<void>;
}

/** Hands out turns at looking into the ledger, each to one hand of all workers. */
export interface Turns {
  /** How often a worker looks all the same, in milliseconds. */
  readonly lookMs: number;
  /** Resolves when a turn falls to this hand, or with null when `signal` aborts. Never rejects. */
  next(signal: AbortSignal): Promise<Turn | null>;
  /** One more hand may be of use. */
  offer(): void;
}

/** A turn that is not given back, because its worker died, goes to another hand. */
export interface Turn {
  /** Nothing waits any more as far as this hand can see. */
  done(): void;
}

/** Makes the letter of a variant. */
export type Compose = (variant: Variant, dispatch: Pick<Dispatch, "id" | "lane">) => Letter;

export type { Wishes };
