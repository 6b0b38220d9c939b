import type { Ledger } from "../deliver/ports.ts";
import { msOf, type Clock } from "../model/time.ts";
import type { Delivery } from "./delivery.ts";
import type { Press } from "./press.ts";

/** How long the database may take to answer. */
const DATABASE_MS = 5_000;
/** A worker looks for work every few seconds, and renews what it holds every 20. */
const WORKER_MS = 90_000;
/** How long what was published may wait to be planned. */
const PLANNER_MS = 60_000;

/** One part of the program: `detail` says what is wrong, in few words without names of anybody. */
export interface HealthPart {
  readonly name: "database" | "worker" | "planner";
  readonly ok: boolean;
  readonly detail: string;
}

export interface HealthPorts {
  readonly ledger: Pick<Ledger, "plannedSize">;
  readonly press: Pick<Press, "history">;
  /** Null: this process delivers nothing. */
  readonly delivery: () => Pick<Delivery, "signOfLife"> | null;
  readonly clock: Clock;
}

/** Whether this process does its work: the database answers, the worker lives, the planner keeps up. */
export async function lookAtHealth({ ledger, press, delivery, clock }: HealthPorts): Promise<readonly HealthPart[]> {
  const now = msOf(clock());
  const size = press.history().size;
  const planned = await within(DATABASE_MS, ledger.plannedSize());
  const running = delivery();
  const silent = running === null ? 0 : now - running.signOfLife();
  const published = press.history().publication?.time;
  const waits = running !== null && planned !== null && planned < size && published !== undefined;
  const behind = waits && now - msOf(published) > PLANNER_MS;
  return [
    part("database", planned !== null, "does not answer"),
    part("worker", silent <= WORKER_MS, `silent for ${Math.round(silent / 1000)} seconds`),
    part("planner", !behind, `${size - (planned ?? size)} entries behind`),
  ];
}

const part = (name: HealthPart["name"], ok: boolean, detail: string): HealthPart => ({
  name,
  ok,
  detail: ok ? "" : detail,
});

/** Null when it fails or takes longer. */
async function within<T>(ms: number, task: Promise<T>): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null);
  try {
    return await Promise.race([task.catch(() => null), promise]);
  } finally {
    clearTimeout(timer);
  }
}
