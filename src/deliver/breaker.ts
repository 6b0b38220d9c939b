/** Leaves alone for a while what failed several times in a row, then tries it with one (a circuit breaker). */
export interface Breaker {
  /** Milliseconds until it may be tried; 0: now; Infinity: one is trying it at this moment. */
  wait(): number;
  /** Called when something is about to be tried. */
  start(): void;
  worked(): void;
  failed(): void;
}

const FAULTS = 3;
const FIRST_MS = 30_000;
const LONGEST_MS = 10 * 60_000;

/** `now` in milliseconds, never going back. */
export function createBreaker(now: () => number): Breaker {
  let faults = 0;
  let rest = 0;
  /** Not before; null: nothing is wrong. */
  let until: number | null = null;
  let trying = false;
  return {
    wait() {
      if (until === null) return 0;
      return trying ? Number.POSITIVE_INFINITY : Math.max(0, until - now());
    },
    start() {
      trying = until !== null;
    },
    worked() {
      faults = 0;
      rest = 0;
      until = null;
      trying = false;
    },
    failed() {
      faults += 1;
      trying = false;
      // What was under way when it opened says nothing new.
      if (faults < FAULTS || (until !== null && now() < until)) return;
      rest = Math.min(LONGEST_MS, rest === 0 ? FIRST_MS : rest * 2);
      until = now() + rest;
    },
  };
}
