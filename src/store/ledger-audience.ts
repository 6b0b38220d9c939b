import { sql, type Kysely, type Transaction } from "kysely";
import type { Outcome, Variant } from "../deliver/dispatch.ts";
import type { Audience } from "../deliver/ports.ts";
import type { Channel } from "../model/channel.ts";
import type { DispatchId } from "../model/id.ts";
import { SECTIONS } from "../model/statement.ts";
import type { Topic } from "../model/subscriber.ts";
import { variantOf } from "./ledger-rows.ts";
import { NumberSet } from "./number-set.ts";
import { mayHaveReached, outcomeOf } from "./outcome-bytes.ts";
import { recipientsOf } from "./recipients.ts";
import type { Schema } from "./schema.ts";
import type { StoreKind } from "./store.ts";
import { subscribedGroups } from "./ledger-subscribed.ts";

const RANGES_PER_PAGE = 50;

/** Some of an audience who are told the same. */
export interface AudiencePart {
  readonly variant: Variant;
  readonly numbers: readonly number[];
}

/** Whom a dispatch to these audiences goes to, a part at a time, everybody once: with the audience that has them first. */
export async function* everyoneOnce(
  tx: Transaction<Schema>,
  kind: StoreKind,
  channel: Channel,
  audience: readonly Audience[],
): AsyncGenerator<AudiencePart & { readonly audience: number }> {
  const taken = new NumberSet();
  for (const [place, one] of audience.entries()) {
    // Only for this audience: another one of the same dispatch may want them.
    const without = new NumberSet();
    if (one.kind === "subscribed") {
      for await (const page of rangesOf(tx, one.without)) {
        for (const { recipients } of page) for (const number of recipientsOf(recipients)) without.add(number);
      }
    }
    for await (const { variant, numbers } of partsOf(tx, kind, channel, one)) {
      const fresh = numbers.filter((number) => !without.has(number) && taken.add(number));
      yield { audience: place, variant, numbers: fresh };
    }
  }
}

/** Whom an audience means, a part at a time; somebody may come more than once. */
function partsOf(
  tx: Transaction<Schema>,
  kind: StoreKind,
  channel: Channel,
  audience: Audience,
): AsyncIterable<AudiencePart> {
  switch (audience.kind) {
    case "subscribed":
      return subscribedGroups(tx, kind, channel, audience);
    case "got-original":
      return earlier(tx, kind, audience, {
        carried: ({ topics, area }) => carriedTopic(topics, audience.topic) && carriedArea(area, audience.area),
        wanted: (byte, underWay) => underWay || mayHaveReached(byte),
        // Also who was suspended since: they got the original.
        standing: null,
      });
    case "merged":
      return earlier(
        tx,
        kind,
        { dispatches: audience.from, entries: audience.entries },
        {
          carried: () => true,
          wanted: (byte, underWay) => !underWay && outcomeOf(byte) === ("merged" satisfies Outcome),
          standing: "active",
        },
      );
  }
}

const IN_SECTIONS = new Set<Topic>(SECTIONS);

/** Variants for corrections alone carry every correction. */
function carriedTopic(topics: readonly Topic[], topic: Topic | null): boolean {
  return topic === null || topics.includes(topic) || !topics.some((one) => IN_SECTIONS.has(one));
}

function carriedArea(of: string, area: string): boolean {
  return area === "" || of === "" || of === area;
}

interface Choice {
  readonly carried: (variant: Variant) => boolean;
  readonly wanted: (byte: number, underWay: boolean) => boolean;
  readonly standing: "active" | null;
}

/** Recipients of earlier dispatches by what became of them, the newest first, as long as they are subscribers. */
async function* earlier(
  tx: Transaction<Schema>,
  kind: StoreKind,
  { dispatches, entries }: Pick<Audience, "entries"> & { readonly dispatches: readonly DispatchId[] },
  { carried, wanted, standing }: Choice,
): AsyncGenerator<AudiencePart> {
  for await (const page of rangesOf(tx, dispatches)) {
    const parts = page.flatMap((range) => {
      const variant = variantOf(range.value_json);
      if (!carried(variant)) return [];
      const numbers = recipientsOf(range.recipients).filter((_, i) =>
        wanted(range.outcomes[i] ?? 0, i >= range.settled && i < range.started),
      );
      return [{ variant: { ...variant, entries }, numbers }];
    });
    const there = await standingAmong(
      tx,
      kind,
      parts.flatMap(({ numbers }) => numbers),
      standing,
    );
    for (const { variant, numbers } of parts) {
      yield { variant, numbers: numbers.filter((number) => there.has(number)) };
    }
  }
}

/** Every range of some dispatches with who is in it, a page at a time, the newest dispatch first. */
async function* rangesOf(db: Kysely<Schema>, dispatches: readonly DispatchId[]) {
  if (dispatches.length === 0) return;
  const found = await db
    .selectFrom("delivery_dispatches")
    .select("number")
    .where("id", "in", [...dispatches])
    .orderBy("number", "desc")
    .execute();
  for (const { number } of found) {
    let last = 0;
    for (;;) {
      const rows = await db
        .selectFrom("delivery_ranges as r")
        .innerJoin("delivery_recipients as p", (join) =>
          join.onRef("p.dispatch", "=", "r.dispatch").onRef("p.number", "=", "r.number"),
        )
        .innerJoin("delivery_variants as v", (join) =>
          join.onRef("v.dispatch", "=", "r.dispatch").onRef("v.number", "=", "r.variant"),
        )
        .select(["r.number", "r.settled", "r.started", "r.outcomes", "p.recipients", "v.value_json"])
        .where("r.dispatch", "=", number)
        .where("r.number", ">", last)
        .orderBy("r.number")
        .limit(RANGES_PER_PAGE)
        .execute();
      yield rows;
      if (rows.length < RANGES_PER_PAGE) break;
      last = rows.at(-1)?.number ?? last;
    }
  }
}

/** Those of `numbers` who are subscribers still. */
async function standingAmong(
  db: Kysely<Schema>,
  kind: StoreKind,
  numbers: readonly number[],
  status: "active" | null,
): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  // One value for all of them: a page has more numbers than a statement may have values.
  const among =
    kind === "postgres"
      ? sql<boolean>`number = any(${numbers})`
      : sql<boolean>`number in (select value from json_each(${JSON.stringify(numbers)}))`;
  const rows = await db
    .selectFrom("subscribers")
    .select("number")
    .where(among)
    .$if(status !== null, (query) => query.where("status", "=", status))
    .execute();
  return new Set(rows.map(({ number }) => number));
}
