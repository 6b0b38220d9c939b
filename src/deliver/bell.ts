import type { Lane } from "./dispatch.ts";
import type { Bell } from "./ports.ts";

/** Rings within one process. */
export function createBell(): Bell {
  const listeners = new Set<(lane: Lane) => void>();
  return {
    turns: null,
    ring(lane) {
      for (const heard of listeners) heard(lane);
    },
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    async close() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
