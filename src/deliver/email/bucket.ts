/** Lets through so many a second, and after a rest as many at once as one second has (a token bucket). */
export interface Bucket {
  /** Milliseconds until one may go; 0: now. */
  wait(): number;
  take(): void;
}

/** `rate` a second; null: any number. `now` in milliseconds, never going back. */
export function createBucket(rate: number | null, now: () => number): Bucket {
  if (rate === null) return { wait: () => 0, take: () => {} };
  const size = Math.max(1, rate);
  let tokens = size;
  let at = now();
  const fill = (): void => {
    const time = now();
    tokens = Math.min(size, tokens + ((time - at) * rate) / 1000);
    at = time;
  };
  return {
    wait() {
      fill();
      // Rounded up, and a hair's breadth forgiven, so that a timer never comes just too early for ever.
      return tokens >= 0.999 ? 0 : Math.ceil(((1 - tokens) * 1000) / rate);
    },
    take() {
      fill();
      tokens -= 1;
    },
  };
}
