import { randomBytes } from "node:crypto";
import { createSealer } from "../../src/deliver/sealer.ts";
import type { Sealer } from "../../src/deliver/ports.ts";
import type { EntryId } from "../../src/model/id.ts";
import { TOPICS } from "../../src/model/subscriber.ts";
import type { Instant } from "../../src/model/time.ts";
import type { DispatchPlan } from "../../src/deliver/ports.ts";
import type { DispatchId } from "../../src/model/id.ts";
import { topicBits } from "../../src/store/topic-bits.ts";
import { connect } from "../../src/store/database.ts";
import type { StoreLocation } from "../../src/store/store.ts";

export const NOW = "2031-03-03T12:00:00Z" as Instant;
const ROWS_PER_INSERT = 1000;

export function newSealer(): Sealer {
  return createSealer(randomBytes(32), (bytes) => randomBytes(bytes));
}

/** Puts so many subscribers into an empty database, in one transaction; half want English, half Ukrainian. */
export async function fillPeople(location: StoreLocation, sealer: Sealer, count: number): Promise<void> {
  const database = await connect(location);
  const rows = Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    channel: "email" as const,
    ...sealer.seal("email", `reader${i}@reader.example`),
    lang: i % 2 === 0 ? "en" : "uk",
    topics: topicBits(TOPICS),
    area: "",
    frequency: "each" as const,
    hour: 0,
    status: "active" as const,
    since: NOW,
    confirmed_at: NOW,
  }));
  await database.bare.transaction().execute(async (tx) => {
    for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
      await tx
        .insertInto("subscribers")
        .values(rows.slice(at, at + ROWS_PER_INSERT))
        .execute();
    }
    await tx.insertInto("delivery_counters").values({ name: "subscribers", value: count }).execute();
  });
  await database.close();
}

/** To everybody by mail. */
export function planFor(entry: string, lane: DispatchPlan["dispatch"]["lane"]): DispatchPlan {
  return {
    dispatch: {
      id: `${entry}/email` as DispatchId,
      channel: "email",
      lane,
      why: "subscribed",
      threads: [],
      plannedAt: NOW,
      notAfter: null,
      paused: false,
    },
    audience: [
      {
        kind: "subscribed",
        frequencies: ["each"],
        topics: TOPICS,
        hour: null,
        areas: null,
        entries: [entry as EntryId],
        without: [],
      },
    ],
  };
}
