import type { Tally } from "../../../src/deliver/dispatch.ts";
import type { DispatchId, SubscriberNumber } from "../../../src/model/id.ts";
import type { ChannelCheck, ChannelLine, DeliveryAlarm, DispatchView } from "../../../src/web/delivery-ports.ts";
import type { RelayState } from "../../../src/deliver/email/relay.ts";
import { at } from "./reports.ts";

/** What is sent, as tests set it. */
export interface FakeDelivery {
  dispatches: readonly DispatchView[];
  alarms: readonly DeliveryAlarm[];
  channels: readonly ChannelLine[];
  checks: readonly ChannelCheck[];
}

const NOTHING: Tally = {
  planned: 0,
  underWay: 0,
  accepted: 0,
  failed: 0,
  unknown: 0,
  left: 0,
  expired: 0,
  merged: 0,
};

export const relays: readonly RelayState[] = [
  { name: "relay-a", accepted: 900, refused: 31, faults: { RELAY_TIMEOUT: 2 }, busy: 3, rests: 0 },
  { name: "relay-b", accepted: 0, refused: 0, faults: { RELAY_AUTH: 4 }, busy: 0, rests: 41 },
];

/** A dispatch by e-mail that is through, unless it says otherwise. */
export function dispatchWith(id: string, tally: Partial<Tally>, rest: Partial<DispatchView> = {}): DispatchView {
  return {
    id: id as DispatchId,
    number: 1,
    channel: "email",
    lane: "edition",
    why: "subscribed",
    threads: [],
    plannedAt: at("3T08:00"),
    notAfter: null,
    paused: false,
    tally: { ...NOTHING, ...tally },
    troubles: [],
    doubtful: [],
    relays,
    ...rest,
  };
}

const person = (number: number): SubscriberNumber => number as SubscriberNumber;

/** An edition that is through with troubles, its correction on its way, an urgent notice that waits, a digest. */
export function someDelivery(): FakeDelivery {
  return {
    dispatches: [
      dispatchWith(
        "notice:n1/push",
        { planned: 1200 },
        { channel: "push", lane: "urgent", notAfter: at("3T18:00"), relays: [] },
      ),
      dispatchWith(
        "correction:k1/email/got-original",
        { planned: 400, underWay: 100, accepted: 430, failed: 10 },
        { lane: "correction", why: "got-original", troubles: [{ outcome: "failed", code: "MAILBOX_FULL", count: 10 }] },
      ),
      dispatchWith(
        "edition:1/email",
        { accepted: 940, failed: 38, unknown: 2, left: 1 },
        {
          notAfter: at("4T18:00"),
          troubles: [
            { outcome: "failed", code: "MAILBOX_UNKNOWN", count: 37 },
            { outcome: "failed", code: "BROUGHT_BY_PIGEON", count: 1 },
            { outcome: "unknown", code: "WORKER_DIED", count: 2 },
          ],
          doubtful: [
            { subscriber: person(17), code: "WORKER_DIED" },
            { subscriber: person(4711), code: "WORKER_DIED" },
          ],
        },
      ),
      dispatchWith("digest:2031-03-03T06/email", { planned: 5, merged: 3 }, { lane: "digest", paused: true }),
    ],
    alarms: [],
    channels: [
      {
        channel: "email",
        ready: true,
        subscribers: { active: 981, pending: 12, suspended: 40 },
        waiting: 505,
        perMinute: 4200,
        checked: { at: at("3T12:15"), code: null },
      },
      {
        channel: "push",
        ready: false,
        subscribers: { active: 1200, pending: 0, suspended: 0 },
        waiting: 1200,
        perMinute: 0,
        checked: { at: at("3T12:15"), code: "PUSH_SERVICE_FAILED" },
      },
    ],
    checks: [],
  };
}

export const noDelivery: FakeDelivery = { dispatches: [], alarms: [], channels: [], checks: [] };
