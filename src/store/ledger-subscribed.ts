import { sql, type RawBuilder, type Transaction } from "kysely";
import type { Audience } from "../deliver/ports.ts";
import type { Channel } from "../model/channel.ts";
import type { AudiencePart } from "./ledger-audience.ts";
import type { Schema } from "./schema.ts";
import type { SubscriberRow } from "./schema-delivery.ts";
import type { StoreKind } from "./store.ts";
import { topicBits, topicsOf } from "./topic-bits.ts";

const ROWS_PER_PAGE = 10_000;

type Subscribed = Extract<Audience, { readonly kind: "subscribed" }>;
type Row = Pick<SubscriberRow, "lang" | "topics" | "area" | "number">;

/** Active subscribers by what they chose, page by page, all as of one moment. */
export async function* subscribedGroups(
  tx: Transaction<Schema>,
  kind: StoreKind,
  channel: Channel,
  audience: Subscribed,
): AsyncGenerator<AudiencePart> {
  const wanted = topicBits(audience.topics);
  if (wanted === 0 || audience.frequencies.length === 0) return;
  const chosen = chosenBy(channel, audience, wanted);
  for await (const page of kind === "postgres" ? byCursor(tx, chosen) : byKey(tx, chosen)) {
    let from = 0;
    for (let i = 1; i <= page.length; i += 1) {
      const [first, next] = [page[from], page[i]];
      if (first === undefined || (next !== undefined && sameGroup(first, next))) continue;
      yield {
        variant: {
          lang: first.lang,
          topics: topicsOf(first.topics & wanted),
          area: first.area,
          entries: audience.entries,
        },
        numbers: page.slice(from, i).map(({ number }) => number),
      };
      from = i;
    }
  }
}

function sameGroup(a: Row, b: Row): boolean {
  return a.lang === b.lang && a.topics === b.topics && a.area === b.area;
}

function chosenBy(channel: Channel, { frequencies, hour, areas }: Subscribed, wanted: number): RawBuilder<unknown> {
  const inHour = hour === null ? sql`` : sql`and (frequency <> 'daily' or hour = ${hour})`;
  const inArea = areas === null ? sql`` : sql`and area in (${sql.join(["", ...areas])})`;
  return sql`channel = ${channel} and status = 'active' and frequency in (${sql.join([...frequencies])})
    and (topics & cast(${wanted} as bigint)) <> 0 ${inHour} ${inArea}`;
}

/** PostgreSQL: a cursor sees one moment, whatever people change while it is read. */
async function* byCursor(tx: Transaction<Schema>, chosen: RawBuilder<unknown>): AsyncGenerator<readonly Row[]> {
  await sql`declare audience no scroll cursor for
    select lang, topics, area, number from subscribers where ${chosen} order by lang, topics, area, number`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_PER_PAGE)} from audience`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_PAGE) break;
  }
  await sql`close audience`.execute(tx);
}

/** SQLite: nobody else writes during the transaction. */
async function* byKey(tx: Transaction<Schema>, chosen: RawBuilder<unknown>): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  do {
    const behind: RawBuilder<unknown> =
      last === undefined
        ? sql``
        : sql`and (lang, topics, area, number) > (${last.lang}, ${last.topics}, ${last.area}, ${last.number})`;
    const { rows }: { readonly rows: Row[] } = await sql<Row>`
      select lang, topics, area, number from subscribers where ${chosen} ${behind}
      order by lang, topics, area, number limit ${sql.lit(ROWS_PER_PAGE)}`.execute(tx);
    if (rows.length > 0) yield rows;
    last = rows.length < ROWS_PER_PAGE ? undefined : rows.at(-1);
  } while (last !== undefined);
}
