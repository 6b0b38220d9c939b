import { sql, type Kysely, type Transaction } from "kysely";
import type { SubscriberStore } from "../deliver/ports.ts";
import type { Channel } from "../model/channel.ts";
import type { SubscriberNumber } from "../model/id.ts";
import type { Frequency, SealedAddress, Subscriber, Wishes } from "../model/subscriber.ts";
import type { Instant } from "../model/time.ts";
import type { Schema } from "./schema.ts";
import type { SubscriberRow } from "./schema-delivery.ts";
import { topicBits, topicsOf } from "./topic-bits.ts";

/** Bound values in one statement, far below both databases' limits. */
const NUMBERS_PER_SELECT = 1000;

/** Subscribers in the database. Numbers come from a counter that a backup carries: nobody gets a number twice. */
export function createSubscriberStore(db: Kysely<Schema>): SubscriberStore {
  async function find(channel: Channel, fingerprint: string): Promise<Subscriber | null> {
    const row = await db
      .selectFrom("subscribers")
      .selectAll()
      .where("channel", "=", channel)
      .where("fingerprint", "=", fingerprint)
      .executeTakeFirst();
    return row === undefined ? null : subscriberOf(row);
  }

  return {
    find,
    async add(subscriber) {
      const { channel, sealed } = subscriber;
      for (;;) {
        const known = await find(channel, sealed.fingerprint);
        if (known !== null) return { subscriber: known, fresh: false };
        const added = await db.transaction().execute((tx) => insert(tx, subscriber));
        // Null: somebody else added the same at the same time.
        if (added !== null) return { subscriber: added, fresh: true };
      }
    },
    async get(number) {
      const row = await db.selectFrom("subscribers").selectAll().where("number", "=", number).executeTakeFirst();
      return row === undefined ? null : subscriberOf(row);
    },
    async many(numbers) {
      const found = new Map<number, Subscriber>();
      for (let at = 0; at < numbers.length; at += NUMBERS_PER_SELECT) {
        const part = numbers.slice(at, at + NUMBERS_PER_SELECT);
        const rows = await db.selectFrom("subscribers").selectAll().where("number", "in", part).execute();
        for (const row of rows) found.set(row.number, subscriberOf(row));
      }
      return numbers.map((number) => found.get(number) ?? null);
    },
    async change(number, { wishes, status, since, confirmedAt, sealed }) {
      const to = {
        ...(wishes === undefined ? {} : wishColumns(wishes)),
        ...(status === undefined ? {} : { status }),
        ...(since === undefined ? {} : { since }),
        ...(confirmedAt === undefined ? {} : { confirmed_at: confirmedAt }),
        ...(sealed === undefined ? {} : { box: sealed.box, fingerprint: sealed.fingerprint }),
      };
      if (Object.keys(to).length === 0) return this.get(number);
      const row = await db
        .updateTable("subscribers")
        .set(to)
        .where("number", "=", number)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : subscriberOf(row);
    },
    async remove(number) {
      const { numDeletedRows } = await db.deleteFrom("subscribers").where("number", "=", number).executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async removePending(before) {
      const { numDeletedRows } = await db
        .deleteFrom("subscribers")
        .where(sql<boolean>`status = 'pending'`)
        .where("since", "<", before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async count() {
      const rows = await db
        .selectFrom("subscribers")
        .select(["channel", "status"])
        .select((eb) => eb.fn.countAll<number | string>().as("count"))
        .groupBy(["channel", "status"])
        .orderBy("channel")
        .orderBy("status")
        .execute();
      return rows.map((row) => ({
        channel: row.channel as Channel,
        status: row.status as Subscriber["status"],
        count: Number(row.count),
      }));
    },
  };
}

async function insert(tx: Transaction<Schema>, subscriber: Omit<Subscriber, "number">): Promise<Subscriber | null> {
  const { value: number } = await tx
    .insertInto("delivery_counters")
    .values({ name: "subscribers", value: 1 })
    .onConflict((oc) => oc.column("name").doUpdateSet({ value: sql`delivery_counters.value + 1` }))
    .returning("value")
    .executeTakeFirstOrThrow();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("subscribers")
    .values({
      number,
      channel: subscriber.channel,
      fingerprint: subscriber.sealed.fingerprint,
      box: subscriber.sealed.box,
      ...wishColumns(subscriber.wishes),
      status: subscriber.status,
      since: subscriber.since,
      confirmed_at: subscriber.confirmedAt,
    })
    .onConflict((oc) => oc.columns(["channel", "fingerprint"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? { ...subscriber, number: number as SubscriberNumber } : null;
}

function wishColumns({ lang, topics, area, frequency, hour }: Wishes) {
  return { lang, topics: topicBits(topics), area, frequency, hour };
}

function subscriberOf(row: SubscriberRow): Subscriber {
  const sealed: SealedAddress = { box: row.box, fingerprint: row.fingerprint };
  return {
    number: row.number as SubscriberNumber,
    channel: row.channel as Channel,
    sealed,
    wishes: {
      lang: row.lang,
      topics: topicsOf(row.topics),
      area: row.area,
      frequency: row.frequency as Frequency,
      hour: row.hour,
    },
    status: row.status as Subscriber["status"],
    since: row.since as Instant,
    confirmedAt: row.confirmed_at as Instant | null,
  };
}
