const RETRY_AFTER_MAX_S = 86_400;

/** Retry-After (RFC 9110 §10.2.3) in seconds, a day at most; null for none that can be read. */
export function retryAfterSeconds(retryAfter: string | null, nowMs: number): number | null {
  if (retryAfter === null || retryAfter.length > 40) return null;
  const date = retryAfter.endsWith("GMT") ? Date.parse(retryAfter) : Number.NaN;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : Math.ceil((date - nowMs) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), RETRY_AFTER_MAX_S);
}
