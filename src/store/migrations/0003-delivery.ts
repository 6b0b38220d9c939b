import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * Subscribers, and the ledger of what was sent to whom. Of a million recipients the ledger keeps a thousand ranges:
 * who they are stands in `delivery_recipients` and never changes, what became of them in `delivery_ranges`, whose rows
 * stay small because they change with every block.
 */
export const delivery: Migration = {
  number: 3,
  name: "delivery",
  statements: (types) => [
    ...subscribers(types),
    ...dispatches(types),
    ...ranges(types),
    ...recipients(types),
    // What two people must agree on before it goes out; null for a withdrawal.
    `alter table proposals add column notice_json ${types.text}`,
  ],
};

/** Personal data: `box` is encrypted, `fingerprint` keyed. Who leaves is deleted. */
function subscribers({ text, integer }: ColumnTypes): string[] {
  return [
    `create table subscribers (
      number ${integer} primary key,
      channel ${text} not null,
      fingerprint ${text} not null,
      box ${text} not null,
      lang ${text} not null,
      topics ${integer} not null,
      area ${text} not null,
      frequency ${text} not null,
      hour ${integer} not null,
      status ${text} not null,
      since ${text} not null,
      confirmed_at ${text},
      unique (channel, fingerprint)
    )`,
    // In the order of planning, with all that it looks at: a million recipients are read from the index alone.
    `create index subscribers_by_variant on subscribers
      (channel, status, lang, topics, area, number, frequency, hour)`,
    "create index subscribers_pending on subscribers (since) where status = 'pending'",
    // Numbers that are never used again, also after a restore.
    `create table delivery_counters (
      name ${text} primary key,
      value ${integer} not null
    )`,
  ];
}

function dispatches({ text, integer }: ColumnTypes): string[] {
  return [
    `create table delivery_dispatches (
      number ${integer} primary key,
      id ${text} not null unique,
      channel ${text} not null,
      lane ${integer} not null,
      why ${text} not null,
      threads_json ${text} not null,
      planned_at ${text} not null,
      not_after ${text},
      paused ${integer} not null,
      ranges ${integer} not null
    )`,
    `create table delivery_entries (
      entry ${text} not null,
      dispatch ${integer} not null,
      primary key (entry, dispatch)
    )`,
    `create table delivery_variants (
      dispatch ${integer} not null,
      number ${integer} not null,
      value_json ${text} not null,
      primary key (dispatch, number)
    )`,
  ];
}

/** Indexed columns change when a range begins or ends, never with a block: PostgreSQL then updates within the page. */
function ranges({ text, integer, bytes, busy }: ColumnTypes): string[] {
  return [
    `create table delivery_ranges (
      dispatch ${integer} not null,
      number ${integer} not null,
      variant ${integer} not null,
      lane ${integer} not null,
      attempt ${integer} not null,
      size ${integer} not null,
      settled ${integer} not null,
      started ${integer} not null,
      state ${integer} not null,
      not_before ${text},
      planned_size ${integer} not null,
      worker ${text},
      epoch ${integer} not null,
      lease_until ${text},
      accepted ${integer} not null,
      failed ${integer} not null,
      retrying ${integer} not null,
      unknown ${integer} not null,
      departed ${integer} not null,
      expired ${integer} not null,
      merged ${integer} not null,
      outcomes ${bytes} not null,
      primary key (dispatch, number)
    ) ${busy}`,
    "create index delivery_ranges_ready on delivery_ranges (lane, dispatch, number) where state = 1",
    "create index delivery_ranges_waiting on delivery_ranges (not_before) where state = 3",
    "create index delivery_ranges_open on delivery_ranges (dispatch, number) where state > 0",
  ];
}

function recipients({ text, integer, bytes }: ColumnTypes): string[] {
  return [
    `create table delivery_recipients (
      dispatch ${integer} not null,
      number ${integer} not null,
      low ${integer} not null,
      high ${integer} not null,
      recipients ${bytes} not null,
      primary key (dispatch, number)
    )`,
    `create table delivery_troubles (
      dispatch ${integer} not null,
      subscriber ${integer} not null,
      outcome ${text} not null,
      code ${text} not null,
      reason ${text} not null,
      at ${text} not null,
      attempt ${integer} not null,
      again_at ${text},
      primary key (dispatch, subscriber)
    )`,
    `create table delivery_refs (
      dispatch ${integer} not null,
      subscriber ${integer} not null,
      ref ${text} not null,
      primary key (dispatch, subscriber)
    )`,
  ];
}
