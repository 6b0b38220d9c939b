import type { Registry } from "prom-client";
import { createAlarms, type Alarms } from "./alarms.ts";
import type { Delivery } from "./delivery.ts";
import { createForecast, type DeliveryForecast } from "./delivery-forecast.ts";
import { createDeliveryMeter, type DeliveryMeter } from "./delivery-meter.ts";
import { lookAtHealth, type HealthPart } from "./health.ts";
import type { Logger } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Press } from "./press.ts";
import { createSelfCheck, type SelfCheck, type SelfCheckSettings } from "./self-check.ts";
import type { RelayState } from "../deliver/email/relay.ts";
import type { DeliveryChannel } from "../deliver/ports.ts";
import type { Clock } from "../model/time.ts";
import type { Store } from "../store/store.ts";

export interface OperationsPorts {
  readonly store: Pick<Store, "ledger" | "subscribers">;
  readonly press: Press;
  readonly channels: readonly DeliveryChannel[];
  readonly relays: () => readonly RelayState[];
  readonly settings: SelfCheckSettings;
  readonly baseUrl: () => string;
  /** Null: this process delivers nothing. */
  readonly delivery: () => Delivery | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What is known of how delivery goes, before, while and after something is sent. */
export interface Operations {
  readonly forecast: DeliveryForecast;
  readonly meter: DeliveryMeter;
  readonly alarms: Alarms;
  readonly check: SelfCheck;
  /** Made at the first call. */
  readonly metrics: () => Registry;
  readonly health: () => Promise<readonly HealthPart[]>;
}

export function createOperations(ports: OperationsPorts): Operations {
  const { store, press, channels, relays, settings, baseUrl, delivery, clock, logger } = ports;
  const { ledger, subscribers } = store;
  const alarms = createAlarms(clock, logger);
  const meter = createDeliveryMeter(clock);
  const history = () => press.history();
  const check = createSelfCheck({ settings, ledger, channels, alarms, history, baseUrl, clock, logger });
  const names = channels.map(({ name }) => name);
  let registry: Registry | null = null;
  return {
    forecast: createForecast(ledger, channels, clock),
    meter,
    alarms,
    check,
    metrics: () =>
      (registry ??= createMetrics({ ledger, subscribers, press, meter, alarms, check, channels: names, relays })),
    health: () => lookAtHealth({ ledger, press, delivery, clock }),
  };
}
