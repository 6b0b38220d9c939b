import type { Dispatch, Range, Variant } from "../deliver/dispatch.ts";
import type { Channel } from "../model/channel.ts";
import type { DispatchId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import { laneOf, outcomeOf } from "./outcome-bytes.ts";
import { recipientsOf } from "./recipients.ts";
import type { DeliveryDispatchRow, DeliveryRangeRow } from "./schema-delivery.ts";

/** A dispatch as the port speaks of it. */
export function dispatchOf(row: DeliveryDispatchRow): Dispatch {
  return {
    id: row.id as DispatchId,
    number: row.number,
    channel: row.channel as Channel,
    lane: laneOf(row.lane),
    why: row.why as Dispatch["why"],
    threads: JSON.parse(row.threads_json) as readonly DispatchId[],
    plannedAt: row.planned_at as Instant,
    notAfter: row.not_after as Instant | null,
    paused: row.paused === 1,
  };
}

/** What `delivery_variants` holds as JSON. */
export function variantOf(json: string): Variant {
  return JSON.parse(json) as Variant;
}

/** A range with what stands in other tables: its recipients, its variant and the name of its dispatch. */
export type WholeRangeRow = Pick<
  DeliveryRangeRow,
  "number" | "settled" | "started" | "attempt" | "not_before" | "outcomes"
> & { readonly recipients: Uint8Array; readonly value_json: string };

/** A range as the port speaks of it. */
export function rangeOf(dispatch: DispatchId, row: WholeRangeRow): Range {
  return {
    dispatch,
    number: row.number,
    variant: variantOf(row.value_json),
    recipients: recipientsOf(row.recipients),
    outcomes: Array.from(row.outcomes, outcomeOf),
    settled: row.settled,
    started: row.started,
    attempt: row.attempt,
    notBefore: row.not_before as Instant | null,
  };
}
