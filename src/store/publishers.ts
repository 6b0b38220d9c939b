import type { Kysely } from "kysely";
import type { PublisherStore } from "../intake/ports.ts";
import type { Reliability } from "../model/grade.ts";
import type { PublisherId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import type { Publisher } from "../model/publisher.ts";
import type { PublisherRow, Schema } from "./schema.ts";

/** Publishers in the database, listed by name. */
export function createPublisherStore(db: Kysely<Schema>): PublisherStore {
  return {
    async get(id) {
      const row = await db.selectFrom("publishers").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : publisherOf(row);
    },
    async list() {
      const rows = await db.selectFrom("publishers").selectAll().orderBy("name").orderBy("id").execute();
      return rows.map(publisherOf);
    },
    async save(publisher) {
      const row = rowOf(publisher);
      await db
        .insertInto("publishers")
        .values(row)
        .onConflict((oc) => oc.column("id").doUpdateSet(row))
        .execute();
    },
  };
}

function rowOf(publisher: Publisher): PublisherRow {
  return {
    id: publisher.id,
    name: publisher.name,
    country: publisher.country,
    owner_group: publisher.ownerGroup,
    affiliation: publisher.affiliation,
    home: publisher.home,
    reliability: publisher.reliability,
    reason_json: JSON.stringify(publisher.reason),
  };
}

function publisherOf(row: PublisherRow): Publisher {
  return {
    id: row.id as PublisherId,
    name: row.name,
    country: row.country,
    ownerGroup: row.owner_group,
    affiliation: row.affiliation,
    home: row.home,
    reliability: row.reliability as Reliability,
    reason: JSON.parse(row.reason_json) as LocalText,
  };
}
