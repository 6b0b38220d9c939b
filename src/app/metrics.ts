import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { RelayState } from "../deliver/email/relay.ts";
import type { Ledger, SubscriberStore } from "../deliver/ports.ts";
import { TROUBLE_CODES } from "../deliver/trouble-codes.ts";
import type { Channel } from "../model/channel.ts";
import { msOf } from "../model/time.ts";
import type { Alarms } from "./alarms.ts";
import type { DeliveryMeter } from "./delivery-meter.ts";
import type { Press } from "./press.ts";
import type { SelfCheck } from "./self-check.ts";

/** Open dispatches that are added up. */
const OPEN_MAX = 500;

export interface MetricsPorts {
  readonly ledger: Pick<Ledger, "dispatches" | "tally" | "plannedSize">;
  readonly subscribers: Pick<SubscriberStore, "count">;
  readonly press: Pick<Press, "history">;
  readonly meter: DeliveryMeter;
  readonly alarms: Pick<Alarms, "list">;
  readonly check: Pick<SelfCheck, "last">;
  readonly channels: readonly Channel[];
  readonly relays: () => readonly RelayState[];
}

/**
 * The program's numbers in the text format of Prometheus 0.0.4. Labels are channels, lanes, outcomes, codes and names of
 * relays: nothing of anybody.
 */
export function createMetrics(ports: MetricsPorts): Registry {
  const { ledger, subscribers, press, meter, alarms, check, channels, relays } = ports;
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = (name: string, help: string, labelNames: string[], collect: (to: Counter) => void): void => {
    const made: Counter = new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        made.reset();
        collect(made);
      },
    });
  };
  const gauge = (
    name: string,
    help: string,
    labelNames: string[],
    collect: (to: Gauge) => void | Promise<void>,
  ): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        made.reset();
        await collect(made);
      },
    });
  };

  counter("tocsin_deliveries_total", "Hand-overs of this process", ["channel", "lane", "outcome"], (to) => {
    for (const { count, ...labels } of meter.counts()) to.inc(labels, count);
  });
  counter("tocsin_delivery_troubles_total", "Troubles of this process by code", ["channel", "code"], (to) => {
    for (const { channel, code, count } of meter.troubles()) to.inc({ channel, code: knownCode(code) }, count);
  });
  counter("tocsin_relay_messages_total", "Mails handed to a relay", ["relay", "outcome"], (to) => {
    for (const { name, accepted, refused } of relays()) {
      to.inc({ relay: name, outcome: "accepted" }, accepted);
      to.inc({ relay: name, outcome: "refused" }, refused);
    }
  });
  counter("tocsin_relay_faults_total", "Failures of a relay itself", ["relay", "code"], (to) => {
    for (const { name, faults } of relays()) {
      for (const [code, count] of Object.entries(faults)) to.inc({ relay: name, code }, count);
    }
  });
  gauge("tocsin_relay_rest_seconds", "Seconds until a relay is tried again; 0: it works", ["relay"], (to) => {
    for (const { name, rests } of relays()) to.set({ relay: name }, rests);
  });
  gauge("tocsin_delivery_waiting", "Recipients without an outcome yet", ["channel", "lane"], async (to) => {
    for (const { id, channel, lane } of await ledger.dispatches({ open: true, limit: OPEN_MAX })) {
      const { planned, underWay } = await ledger.tally(id);
      to.inc({ channel, lane }, planned + underWay);
    }
  });
  gauge("tocsin_subscribers", "Subscribers", ["channel", "status"], async (to) => {
    for (const { channel, status, count } of await subscribers.count()) to.set({ channel, status }, count);
  });
  gauge("tocsin_record_entries", "Entries of the record", [], (to) => to.set(press.history().size));
  gauge("tocsin_planned_entries", "Entries that deliveries are planned for", [], async (to) => {
    to.set(await ledger.plannedSize());
  });
  gauge("tocsin_alarms", "Alarms that stand", ["kind"], (to) => {
    for (const kind of ["canary", "urgent"] as const)
      to.set({ kind }, alarms.list().filter((one) => one.kind === kind).length);
  });
  gauge("tocsin_canary_ok", "Did the last check of a channel go out?", ["channel"], (to) => {
    for (const channel of channels) {
      const last = check.last(channel);
      if (last !== null) to.set({ channel }, last.code === null ? 1 : 0);
    }
  });
  gauge("tocsin_canary_timestamp_seconds", "When a channel was checked last", ["channel"], (to) => {
    for (const channel of channels) {
      const last = check.last(channel);
      if (last !== null) to.set({ channel }, msOf(last.at) / 1000);
    }
  });
  return registry;
}

/** Other codes come from outside, and there may be any number of them. */
function knownCode(code: string): string {
  return Object.hasOwn(TROUBLE_CODES, code) ? code : "OTHER";
}
