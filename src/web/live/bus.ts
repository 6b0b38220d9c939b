import type { LiveEvent } from "./event.ts";

/**
 * Carries events to everybody who serves readers, in this process and in others. Events may be lost or come twice:
 * their numbers show it. Who listens in the publishing process hears at once.
 */
export interface LiveBus {
  publish(event: LiveEvent): void;
  /** Gives the way to stop. */
  listen(heard: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}

/** Within one process. */
export function createLocalBus(): LiveBus {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish(event) {
      for (const heard of listeners) heard(event);
    },
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    close() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
