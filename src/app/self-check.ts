import type { Channel } from "../model/channel.ts";
import type { History } from "../model/history.ts";
import type { DispatchId, SubscriberNumber } from "../model/id.ts";
import { instantOf, msOf, type Clock, type Instant } from "../model/time.ts";
import { isTocsinError } from "../model/error.ts";
import { canaryLetter } from "../deliver/letter-canary.ts";
import type { Letter } from "../deliver/letter.ts";
import type { DeliveryChannel, Ledger, Result } from "../deliver/ports.ts";
import type { Alarms } from "./alarms.ts";
import type { Logger } from "./log.ts";

/** How often urgent dispatches are looked at. */
const LOOK_MS = 15_000;
const SEND_TIMEOUT_MS = 45_000;
/** Dispatches that are looked at, the newest. */
const DISPATCHES_MAX = 200;
/** An urgent dispatch that nobody accepted within this time is old news. */
const OLD_MS = 24 * 3_600_000;

/** What `delivery.json` says about looking after oneself. */
export interface SelfCheckSettings {
  /** Minutes between two checks of a channel. */
  readonly minutes: number;
  /** The office's own address on each channel; channels without one are not checked. */
  readonly addresses: Readonly<Partial<Record<Channel, string>>>;
  /** Seconds after which an urgent dispatch that nobody has accepted is an alarm. */
  readonly urgentSeconds: number;
}

export interface SelfCheckPorts {
  readonly settings: SelfCheckSettings;
  readonly ledger: Pick<Ledger, "dispatches" | "tally">;
  readonly channels: readonly DeliveryChannel[];
  readonly alarms: Alarms;
  readonly history: () => History;
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How the last check of a channel went; `code`: the trouble, null: it went out. */
export interface Checked {
  readonly at: Instant;
  readonly code: string | null;
}

/** Looks whether what should go out does, and raises an alarm where it does not. */
export interface SelfCheck {
  /** Begins to look by itself. */
  start(): void;
  /** Sends to the office's own address on each channel, outside the ledger. */
  sendCanaries(): Promise<void>;
  /** Raises an alarm for each urgent dispatch that nobody has accepted in time. */
  lookAtUrgent(): Promise<void>;
  last(channel: Channel): Checked | null;
  close(): void;
}

export function createSelfCheck(ports: SelfCheckPorts): SelfCheck {
  const { settings, ledger, channels, alarms, clock, logger } = ports;
  const checked = new Map<Channel, Checked>();
  const timers: NodeJS.Timeout[] = [];

  async function sendCanaries(): Promise<void> {
    const { office } = ports.history();
    if (office === null) return;
    const now = clock();
    const letter = canaryLetter(office, ports.baseUrl(), now);
    await Promise.all(
      channels.map(async (channel) => {
        const address = settings.addresses[channel.name];
        if (address === undefined) return;
        const code = codeOf(await send(channel, address, letter));
        checked.set(channel.name, { at: now, code });
        if (code === null) alarms.clear("canary", channel.name);
        else alarms.raise({ kind: "canary", about: channel.name, code });
      }),
    );
  }

  /** What goes wrong may name the address, so that nothing but its code is kept. */
  async function send(channel: DeliveryChannel, address: string, letter: Letter): Promise<Result> {
    const site = `${ports.baseUrl()}/`;
    try {
      return await channel.send(
        {
          letter,
          dispatch: `canary:${letter.at}/${channel.name}` as DispatchId,
          // Another one each time: what has the same name as an earlier message may be thrown away.
          dispatchNumber: Math.floor(msOf(letter.at) / 1000),
          threads: [],
          subscriber: 0 as SubscriberNumber,
          address: channel.address(address),
          links: { manage: site, leave: site },
        },
        AbortSignal.timeout(SEND_TIMEOUT_MS),
      );
    } catch (error) {
      const code = isTocsinError(error) ? error.code : "INTERNAL";
      return { outcome: "failed", code, reason: "", permanent: true };
    }
  }

  async function lookAtUrgent(): Promise<void> {
    const now = clock();
    const since = instantOf(msOf(now) - OLD_MS);
    const due = instantOf(msOf(now) - settings.urgentSeconds * 1000);
    const late = new Set<string>();
    for (const { id, lane, plannedAt } of await ledger.dispatches({ peopled: true, limit: DISPATCHES_MAX })) {
      if (lane !== "urgent" || plannedAt > due || plannedAt < since) continue;
      const { accepted, planned, underWay, failed, unknown, expired } = await ledger.tally(id);
      if (accepted === 0 && planned + underWay + failed + unknown + expired > 0) late.add(id);
    }
    for (const { kind, about } of alarms.list()) if (kind === "urgent" && !late.has(about)) alarms.clear(kind, about);
    for (const id of late) alarms.raise({ kind: "urgent", about: id, code: "" });
  }

  function every(ms: number, look: () => Promise<void>): void {
    const attempt = (): void => {
      look().catch((error: unknown) =>
        logger({
          level: "error",
          event: "self-check.failed",
          code: isTocsinError(error) ? error.code : "INTERNAL",
        }),
      );
    };
    const timer = setInterval(attempt, ms);
    timer.unref();
    timers.push(timer);
    attempt();
  }

  return {
    start() {
      if (timers.length > 0) return;
      every(LOOK_MS, lookAtUrgent);
      if (Object.keys(settings.addresses).length > 0) every(settings.minutes * 60_000, sendCanaries);
    },
    sendCanaries,
    lookAtUrgent,
    last: (channel) => checked.get(channel) ?? null,
    close() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** A message whose answer got lost has not been seen to go out. */
function codeOf(result: Result): string | null {
  if (result.outcome === "accepted") return null;
  return result.outcome === "left" ? "INTERNAL" : result.code;
}
