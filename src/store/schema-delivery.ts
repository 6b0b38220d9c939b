/** Booleans are 0 or 1, times are Instants, `*_json` is JSON as text, as in schema.ts. */
export interface SubscriberRow {
  readonly number: number;
  readonly channel: string;
  readonly fingerprint: string;
  readonly box: string;
  readonly lang: string;
  /** One bit each, in the order of TOPICS. */
  readonly topics: number;
  readonly area: string;
  readonly frequency: string;
  readonly hour: number;
  readonly status: string;
  readonly since: string;
  readonly confirmed_at: string | null;
}

/** `subscribers`: the last number given. `planned`: entries of the record that deliveries were planned for. */
export interface DeliveryCounterRow {
  readonly name: string;
  readonly value: number;
}

export interface DeliveryDispatchRow {
  readonly number: number;
  readonly id: string;
  readonly channel: string;
  /** Place in LANES. */
  readonly lane: number;
  readonly why: string;
  readonly threads_json: string;
  readonly planned_at: string;
  readonly not_after: string | null;
  readonly paused: 0 | 1;
  /** Ranges that it has: the number of the last one. */
  readonly ranges: number;
}

/** An entry that a variant of the dispatch carries. */
export interface DeliveryEntryRow {
  readonly entry: string;
  readonly dispatch: number;
}

export interface DeliveryVariantRow {
  readonly dispatch: number;
  readonly number: number;
  readonly value_json: string;
}

/** What became of the recipients of one range; who they are is in the row of `delivery_recipients` with its key. */
export interface DeliveryRangeRow {
  readonly dispatch: number;
  readonly number: number;
  readonly variant: number;
  readonly lane: number;
  readonly attempt: number;
  /** Recipients. */
  readonly size: number;
  readonly settled: number;
  readonly started: number;
  /** 0: every recipient has an outcome. 1: may be taken. 2: paused. 3: waits for `not_before`. (ledger-ranges.ts) */
  readonly state: number;
  readonly not_before: string | null;
  /** Letters made from fewer entries of the record than these are not handed over any more. */
  readonly planned_size: number;
  readonly worker: string | null;
  readonly epoch: number;
  readonly lease_until: string | null;
  /** Recipients by outcome; `departed` are those who had left. */
  readonly accepted: number;
  readonly failed: number;
  readonly retrying: number;
  readonly unknown: number;
  readonly departed: number;
  readonly expired: number;
  readonly merged: number;
  /** One byte for each recipient (outcome-bytes.ts). */
  readonly outcomes: Uint8Array;
}

export interface DeliveryRecipientsRow {
  readonly dispatch: number;
  readonly number: number;
  readonly low: number;
  readonly high: number;
  /** Subscriber numbers, ascending, 32 bits each, little endian. */
  readonly recipients: Uint8Array;
}

/** The last trouble with one recipient of a dispatch. */
export interface DeliveryTroubleRow {
  readonly dispatch: number;
  readonly subscriber: number;
  readonly outcome: string;
  readonly code: string;
  readonly reason: string;
  readonly at: string;
  readonly attempt: number;
  /** When a retry is due. */
  readonly again_at: string | null;
}

export interface DeliveryRefRow {
  readonly dispatch: number;
  readonly subscriber: number;
  readonly ref: string;
}

/** The tables of the delivery stage. */
export interface DeliverySchema {
  readonly subscribers: SubscriberRow;
  readonly delivery_counters: DeliveryCounterRow;
  readonly delivery_dispatches: DeliveryDispatchRow;
  readonly delivery_entries: DeliveryEntryRow;
  readonly delivery_variants: DeliveryVariantRow;
  readonly delivery_recipients: DeliveryRecipientsRow;
  readonly delivery_ranges: DeliveryRangeRow;
  readonly delivery_troubles: DeliveryTroubleRow;
  readonly delivery_refs: DeliveryRefRow;
}
