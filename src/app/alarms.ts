import type { Clock } from "../model/time.ts";
import type { DeliveryAlarm } from "../web/delivery-ports.ts";
import type { Logger } from "./log.ts";

/** What is wrong now and should be looked into. Forgotten when the process ends: who raised it looks again. */
export interface Alarms {
  /** Raised again it stays as old as it is. */
  raise(alarm: Omit<DeliveryAlarm, "since">): void;
  clear(kind: DeliveryAlarm["kind"], about: string): void;
  /** Oldest first. */
  list(): readonly DeliveryAlarm[];
}

export function createAlarms(clock: Clock, logger: Logger): Alarms {
  const raised = new Map<string, DeliveryAlarm>();
  const keyOf = (kind: DeliveryAlarm["kind"], about: string): string => `${kind} ${about}`;
  return {
    raise(alarm) {
      const { kind, about, code } = alarm;
      const before = raised.get(keyOf(kind, about));
      raised.set(keyOf(kind, about), { ...alarm, since: before?.since ?? clock() });
      if (before?.code !== code) logger({ level: "error", event: "alarm.raised", kind, about, code });
    },
    clear(kind, about) {
      if (raised.delete(keyOf(kind, about))) logger({ level: "info", event: "alarm.cleared", kind, about });
    },
    list: () => [...raised.values()],
  };
}
