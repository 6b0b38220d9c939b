import type { Insertable, Kysely, Selectable } from "kysely";
import type { SourceStore } from "../intake/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { PublisherId, SourceId } from "../model/id.ts";
import type { Source } from "../model/source.ts";
import type { Instant } from "../model/time.ts";
import type { Schema, SourceRow } from "./schema.ts";

/** Sources in the database, listed in the order of adding. Saving one that was removed does not bring it back. */
export function createSourceStore(db: Kysely<Schema>): SourceStore {
  return {
    async add(source) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("sources")
        .values(rowOf(source))
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw conflict(source);
    },
    async get(id) {
      const row = await db.selectFrom("sources").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : sourceOf(row);
    },
    async list() {
      return (await db.selectFrom("sources").selectAll().orderBy("seq").execute()).map(sourceOf);
    },
    async save(source) {
      const other = await db
        .selectFrom("sources")
        .select("id")
        .where("url", "=", source.url)
        .where("id", "!=", source.id)
        .executeTakeFirst();
      if (other !== undefined) throw conflict(source);
      await db.updateTable("sources").set(rowOf(source)).where("id", "=", source.id).execute();
    },
    async remove(id) {
      await db.deleteFrom("sources").where("id", "=", id).execute();
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom("sources")
        .selectAll()
        .where("paused", "=", 0)
        .where("next_poll_at", "<=", now)
        .orderBy("next_poll_at")
        .orderBy("seq")
        .limit(limit)
        .execute();
      return rows.map(sourceOf);
    },
  };
}

function conflict(source: Source): TocsinError {
  return new TocsinError("CONFLICT", "This address is among the sources already.", { detail: { url: source.url } });
}

function rowOf(source: Source): Insertable<SourceRow> {
  return {
    id: source.id,
    url: source.url,
    kind: source.kind,
    publisher: source.publisher,
    title: source.title,
    paused: source.paused ? 1 : 0,
    every_minutes: source.everyMinutes,
    next_poll_at: source.nextPollAt,
    last_poll_at: source.lastPollAt,
    last_success_at: source.lastSuccessAt,
    failures: source.failures,
    last_error: source.lastError,
    etag: source.etag,
    last_modified: source.lastModified,
  };
}

function sourceOf(row: Selectable<SourceRow>): Source {
  return {
    id: row.id as SourceId,
    url: row.url,
    kind: row.kind as Source["kind"],
    publisher: row.publisher as PublisherId | null,
    title: row.title,
    paused: row.paused === 1,
    everyMinutes: row.every_minutes,
    nextPollAt: row.next_poll_at as Instant,
    lastPollAt: row.last_poll_at as Instant | null,
    lastSuccessAt: row.last_success_at as Instant | null,
    failures: row.failures,
    lastError: row.last_error,
    etag: row.etag,
    lastModified: row.last_modified,
  };
}
