import type { SubscriberNumber } from "../../model/id.ts";
import type { Instant } from "../../model/time.ts";
import { RANGE_SIZE, type Dispatch, type Outcome, type Range, type Variant } from "../dispatch.ts";
import { dueTogether } from "../settle.ts";

/** A range as the memory ledger holds it, changed in place. */
export interface KeptRange extends Omit<Range, "outcomes" | "settled" | "started" | "notBefore"> {
  outcomes: Outcome[];
  settled: number;
  started: number;
  notBefore: Instant | null;
  plannedSize: number;
  worker: string | null;
  epoch: number;
  leaseUntil: Instant | null;
  /** When each recipient to try again is due. */
  readonly again: Map<SubscriberNumber, Instant | null>;
  /** Places of those whose earlier hand-over was in doubt before it was tried again. */
  readonly maybeEarlier: Set<number>;
}

/** Ranges for recipients of one variant. */
export function rangesFor(
  { id }: Pick<Dispatch, "id">,
  variant: Variant,
  recipients: readonly SubscriberNumber[],
  rest: Pick<KeptRange, "attempt" | "notBefore" | "plannedSize">,
): KeptRange[] {
  const sorted = recipients.toSorted((a, b) => a - b);
  return Array.from({ length: Math.ceil(sorted.length / RANGE_SIZE) }, (_, i) => {
    const own = sorted.slice(i * RANGE_SIZE, (i + 1) * RANGE_SIZE);
    return {
      dispatch: id,
      number: 0,
      variant,
      recipients: own,
      outcomes: own.map((): Outcome => "planned"),
      settled: 0,
      started: 0,
      worker: null,
      epoch: 0,
      leaseUntil: null,
      again: new Map(),
      maybeEarlier: new Set(),
      ...rest,
    };
  });
}

/** Has it recipients without an outcome? */
export function isOpen({ settled, recipients }: KeptRange): boolean {
  return settled < recipients.length;
}

/** New ranges for those whom a range that is through leaves to be tried again. */
export function retriesOf(range: KeptRange, now: Instant): KeptRange[] {
  const again = range.recipients.filter((_, i) => range.outcomes[i] === "retrying");
  return dueTogether(
    again.map((item) => ({ item, at: range.again.get(item) ?? null })),
    now,
  ).flatMap(({ notBefore, items }) =>
    rangesFor({ id: range.dispatch }, range.variant, items, {
      attempt: range.attempt + 1,
      notBefore,
      plannedSize: range.plannedSize,
    }),
  );
}

/** As it is now; later changes do not show. */
export function asRange(range: KeptRange): Range {
  const { dispatch, number, variant, recipients, settled, started, attempt, notBefore } = range;
  const outcomes: readonly Outcome[] = [...range.outcomes];
  return { dispatch, number, variant, recipients, outcomes, settled, started, attempt, notBefore };
}
