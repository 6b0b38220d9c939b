import { msOf, type Instant } from "../model/time.ts";

/** Failed attempts of one key (an e-mail address or a network address). */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Instant;
}

const FREE_FAILURES = 5;
const WAIT_SECONDS_MAX = 900;

/** Seconds that somebody must still wait before the next attempt; 0 when they may try. Doubles from the sixth failure. */
export function secondsToWait(attempts: Attempts | undefined, now: Instant): number {
  if (attempts === undefined || attempts.failures < FREE_FAILURES) return 0;
  const wait = Math.min(WAIT_SECONDS_MAX, 15 * 2 ** (attempts.failures - FREE_FAILURES));
  return Math.max(0, Math.ceil(wait - (msOf(now) - msOf(attempts.lastAt)) / 1000));
}

/** Attempts after one more failure; those of an hour ago are forgotten. */
export function afterFailure(attempts: Attempts | undefined, now: Instant): Attempts {
  const old = attempts !== undefined && msOf(now) - msOf(attempts.lastAt) > 3_600_000;
  return { failures: attempts === undefined || old ? 1 : attempts.failures + 1, lastAt: now };
}
