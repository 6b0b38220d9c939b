import { openSync, readFileSync, writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { DeliveryChannel } from "../../src/deliver/ports.ts";

/** Addresses of this kind are refused for good. */
export const REFUSED = "refused";

/**
 * A channel whose other side is a file: each hand-over is a line in it before the answer is given, written with
 * O_APPEND, so that several processes may write and a kill loses none. `handed` is told how many there were.
 */
export function createWitness(file: string, handed: (count: number) => void = () => {}): DeliveryChannel {
  const fd = openSync(file, "a");
  let at = 0;
  return {
    name: "email",
    width: 16,
    check: () => [],
    address: (text) => text,
    async send({ address, dispatch, subscriber }) {
      at += 1;
      // Before and after, so that a kill finds some of a block on their way, some there, and some answered.
      await setTimeout(at % 5);
      if (address.startsWith(REFUSED)) {
        return { outcome: "failed", code: "MAILBOX_UNKNOWN", reason: "There is no such mailbox.", permanent: true };
      }
      writeSync(fd, `${dispatch} ${subscriber}\n`);
      handed(at);
      await setTimeout(at % 7);
      return { outcome: "accepted" };
    },
    close: () => Promise.resolve(),
  };
}

/** How often each recipient was handed each dispatch: keys are `dispatch subscriber`. */
export function readWitness(file: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line !== "") counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}
