import { afterAll } from "vitest";
import { connect, type Database } from "../../src/store/database.ts";
import { topicBits } from "../../src/store/topic-bits.ts";
import type { SubscriberNumber } from "../../src/model/id.ts";
import { keepEmptying, type Place } from "../store/places.ts";
import type { MakeLedger } from "./contract/ledger.ts";
import type { Fill } from "./people.ts";

const ROWS_PER_INSERT = 1000;

/** The ledger and subscribers of one database, emptied before each test. */
export function ledgerIn(makePlace: () => Promise<Place>): MakeLedger {
  let database: Database | null = null;
  const empty = keepEmptying(async () => {
    const place = await makePlace();
    database = await connect(place.location);
    return place;
  });
  afterAll(async () => database?.close());
  return async () => {
    const { ledger, subscribers } = await empty();
    return { ledger, subscribers, fill: filling(database as Database) };
  };
}

/** Past the counter's commit for each: a sign-up at a time would take minutes for thousands. */
export function filling({ bare }: Database): Fill {
  return async (people) => {
    const rows = people.map(({ channel, sealed, wishes, status, since, confirmedAt }, i) => ({
      number: i + 1,
      channel,
      ...sealed,
      ...wishes,
      topics: topicBits(wishes.topics),
      status,
      since,
      confirmed_at: confirmedAt,
    }));
    await bare.transaction().execute(async (tx) => {
      for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
        await tx
          .insertInto("subscribers")
          .values(rows.slice(at, at + ROWS_PER_INSERT))
          .execute();
      }
      await tx.insertInto("delivery_counters").values({ name: "subscribers", value: rows.length }).execute();
    });
    return rows.map(({ number }) => number as SubscriberNumber);
  };
}
