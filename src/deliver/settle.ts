import { instantOf, msOf, type Instant } from "../model/time.ts";
import type { Outcome } from "./dispatch.ts";
import type { Result } from "./ports.ts";

/** Minutes until the next try, after the first, second … one. After the last there is none. */
const RETRY_MINUTES = [1, 5, 15, 60, 240] as const;
const REASON_MAX = 300;

/** What the ledger writes down for one recipient of a block. */
export interface Settled {
  readonly outcome: Extract<Outcome, "accepted" | "failed" | "retrying" | "unknown" | "left">;
  readonly ref: string | null;
  /** Null where all went well, or nobody was there. */
  readonly trouble: { readonly code: string; readonly reason: string; readonly again: Instant | null } | null;
}

/** How a worker that died leaves those whom it was handing over to. */
export const IN_DOUBT: Result = {
  outcome: "unknown",
  code: "WORKER_DIED",
  reason: "the worker ended while handing over",
};

/**
 * The outcome of a hand-over: a refusal for now is tried again after 1, 5, 15, 60 and 240 minutes (RFC 5321 §4.5.4.1),
 * or later where the other side asked for it, then it has failed.
 */
export function settle(result: Result, attempt: number, now: Instant): Settled {
  switch (result.outcome) {
    case "accepted":
      return { outcome: "accepted", ref: result.ref ?? null, trouble: null };
    case "left":
      return { outcome: "left", ref: null, trouble: null };
    case "unknown":
      return { outcome: "unknown", ref: null, trouble: { ...saying(result), again: null } };
    case "failed": {
      const minutes = result.permanent ? undefined : RETRY_MINUTES[attempt - 1];
      if (minutes === undefined) return { outcome: "failed", ref: null, trouble: { ...saying(result), again: null } };
      const longest = Math.max(...RETRY_MINUTES) * 60;
      const seconds = Math.min(Math.max(minutes * 60, result.retryAfter ?? 0), longest);
      const again = instantOf(msOf(now) + seconds * 1000);
      return { outcome: "retrying", ref: null, trouble: { ...saying(result), again } };
    }
  }
}

/** Code and reason as one short line: the other side wrote it. */
function saying({ code, reason }: { readonly code: string; readonly reason: string }): {
  readonly code: string;
  readonly reason: string;
} {
  return {
    code,
    reason: reason
      .replace(/\p{C}+/gu, " ")
      .trim()
      .slice(0, REASON_MAX),
  };
}

/**
 * Recipients to try again, in groups that are due at about the same time, so that few ranges come of them: nobody
 * before the time that was meant for them, nobody long after it. Gives the time of each group; null: now.
 */
export function dueTogether<T>(
  again: readonly { readonly item: T; readonly at: Instant | null }[],
  now: Instant,
): readonly { readonly notBefore: Instant | null; readonly items: readonly T[] }[] {
  const steps = [0, ...RETRY_MINUTES];
  const groups = Map.groupBy(again, ({ at }) => {
    const minutes = at === null ? 0 : (msOf(at) - msOf(now)) / 60_000;
    return steps.findIndex((step) => minutes <= step);
  });
  return [...groups.values()].map((group) => {
    const latest = group.reduce<Instant | null>(
      (last, { at }) => (last === null || (at ?? "") > last ? at : last),
      null,
    );
    return { notBefore: latest !== null && latest > now ? latest : null, items: group.map(({ item }) => item) };
  });
}
