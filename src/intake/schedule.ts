import type { Source } from "../model/source.ts";
import { instantOf, msOf, type Instant } from "../model/time.ts";

const MINUTE_MS = 60_000;
/** However often it failed, a source is asked again after a day. */
export const WAIT_MAX_MINUTES = 24 * 60;
/** A wait is lengthened by up to this share, so that sources that failed together are not asked together. */
const JITTER_SHARE = 0.2;

/** A poll that brought content. */
export function afterSuccess(
  source: Source,
  now: Instant,
  validators: { readonly etag: string; readonly lastModified: string },
): Source {
  return { ...afterNotModified(source, now), etag: validators.etag, lastModified: validators.lastModified };
}

/** A poll that was answered with "not modified": all is well, the validators stay. */
export function afterNotModified(source: Source, now: Instant): Source {
  return {
    ...source,
    failures: 0,
    lastError: "",
    lastPollAt: now,
    lastSuccessAt: now,
    nextPollAt: after(now, source.everyMinutes),
  };
}

/**
 * A poll that failed: the wait doubles with each failure in a row, up to a day (or the source's own interval where that
 * is longer). `jitter` is a random number from 0 to 1.
 */
export function afterFailure(
  source: Source,
  now: Instant,
  error: { readonly code: string; readonly message: string },
  jitter: number,
): Source {
  const failures = source.failures + 1;
  // The exponent is bounded before it is used: 2 ** 1100 is no number of minutes.
  const doubled = source.everyMinutes * 2 ** Math.min(failures, 20);
  const ceiling = Math.max(WAIT_MAX_MINUTES, source.everyMinutes);
  const wait = Math.min(ceiling, doubled * (1 + JITTER_SHARE * jitter));
  return {
    ...source,
    failures,
    lastError: `${error.code}: ${error.message}`,
    lastPollAt: now,
    nextPollAt: after(now, wait),
  };
}

function after(now: Instant, minutes: number): Instant {
  return instantOf(msOf(now) + Math.round(minutes * MINUTE_MS));
}
