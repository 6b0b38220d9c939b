import { sql, type Transaction } from "kysely";
import type { RANGE_SIZE } from "../deliver/dispatch.ts";
import type { Instant } from "../model/time.ts";
import { recipientBytes } from "./recipients.ts";
import type { DeliveryRangeRow, DeliveryRecipientsRow } from "./schema-delivery.ts";
import type { Schema } from "./schema.ts";

/** Rows in one statement: 22 values each. */
const ROWS_PER_INSERT = 40;

/** Recipients of one range, at most. */
export const RECIPIENTS_MAX: typeof RANGE_SIZE = 1000;

/** What `delivery_ranges.state` says. Queries write the numbers out, so that partial indexes fit. */
export const STATE = { done: 0, ready: 1, paused: 2, waiting: 3 } as const;

/** A range before it has a number. */
export interface NewRange {
  readonly variant: number;
  readonly attempt: number;
  readonly notBefore: Instant | null;
  /** Ascending. */
  readonly recipients: ArrayLike<number>;
}

/**
 * Puts ranges behind those that the dispatch has. `paused`: as it is planned; ranges that come later look free and are
 * not taken all the same, so that whoever pauses and whoever ends a range need not wait for each other.
 */
export async function appendRanges(
  tx: Transaction<Schema>,
  dispatch: number,
  { plannedSize, paused }: { readonly plannedSize: number; readonly paused: boolean },
  ranges: readonly NewRange[],
): Promise<void> {
  if (ranges.length === 0) return;
  // The counter's row makes workers that end ranges of one dispatch at once take turns.
  const { last, lane } = await tx
    .updateTable("delivery_dispatches")
    .set({ ranges: sql`ranges + ${ranges.length}` })
    .where("number", "=", dispatch)
    .returning(["ranges as last", "lane"])
    .executeTakeFirstOrThrow();
  const first = last - ranges.length + 1;
  for (let at = 0; at < ranges.length; at += ROWS_PER_INSERT) {
    const part = ranges.slice(at, at + ROWS_PER_INSERT);
    const numbered = part.map((range, i) => ({ range, key: { dispatch, number: first + at + i } }));
    await tx
      .insertInto("delivery_recipients")
      .values(numbered.map(({ range, key }) => ({ ...key, ...recipientColumns(range) })))
      .execute();
    await tx
      .insertInto("delivery_ranges")
      .values(numbered.map(({ range, key }) => ({ ...key, lane, ...freshColumns(range, paused, plannedSize) })))
      .execute();
  }
}

function recipientColumns({ recipients }: NewRange): Omit<DeliveryRecipientsRow, "dispatch" | "number"> {
  return {
    low: recipients[0] ?? 0,
    high: recipients[recipients.length - 1] ?? 0,
    recipients: recipientBytes(recipients),
  };
}

function freshColumns(
  { variant, attempt, notBefore, recipients }: NewRange,
  paused: boolean,
  plannedSize: number,
): Omit<DeliveryRangeRow, "dispatch" | "number" | "lane"> {
  return {
    variant,
    attempt,
    size: recipients.length,
    settled: 0,
    started: 0,
    state: paused ? STATE.paused : notBefore === null ? STATE.ready : STATE.waiting,
    not_before: notBefore,
    planned_size: plannedSize,
    worker: null,
    epoch: 0,
    lease_until: null,
    accepted: 0,
    failed: 0,
    retrying: 0,
    unknown: 0,
    departed: 0,
    expired: 0,
    merged: 0,
    outcomes: new Uint8Array(recipients.length),
  };
}
