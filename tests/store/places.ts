import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { connect, type Database as Connection } from "../../src/store/database.ts";
import { DUMPED_TABLES } from "../../src/store/dump-tables.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store, StoreKind, StoreLocation } from "../../src/store/store.ts";
import { dropSchema, freshSchema, postgresUrl } from "./postgres.ts";

/** Somewhere for a database that does not exist yet, and how to remove it. */
export interface Place {
  readonly location: StoreLocation;
  readonly remove: () => Promise<void>;
}

export interface Database {
  readonly kind: StoreKind;
  /** Null when the tests of this kind cannot run here. */
  readonly makePlace: (() => Promise<Place>) | null;
}

/** Every kind of database, for a test that must hold on all. */
export const databases: readonly Database[] = [
  { kind: "sqlite", makePlace: makeSqlitePlace },
  { kind: "postgres", makePlace: postgresUrl === null ? null : () => makePostgresPlace(postgresUrl as string) },
];

/** Declares the tests once for each database; where one is not there, they are skipped and say what they need. */
export function onEachDatabase(tests: (kind: StoreKind, makePlace: () => Promise<Place>) => void): void {
  for (const { kind, makePlace } of databases) {
    describe.skipIf(makePlace === null)(`${kind}${hintFor(makePlace)}`, () => {
      tests(kind, makePlace ?? nowhere);
    });
  }
}

/** Behind the name of a test that is skipped without this database. */
export function hintFor(makePlace: Database["makePlace"]): string {
  return makePlace === null ? " (needs a PostgreSQL server, see TOCSIN_TEST_POSTGRES)" : "";
}

function nowhere(): never {
  throw new Error("a skipped test ran");
}

export async function temporaryDirectory(): Promise<{ readonly dir: string; readonly remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), "tocsin-store-"));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

async function makeSqlitePlace(): Promise<Place> {
  const { dir, remove } = await temporaryDirectory();
  return { location: { sqliteFile: join(dir, "tocsin.sqlite") }, remove };
}

async function makePostgresPlace(url: string): Promise<Place> {
  const schema = freshSchema();
  return { location: { postgresUrl: url, schema }, remove: () => dropSchema(url, schema) };
}

/** An open, empty store in a place of its own; `close` removes it all. */
export async function openEmpty(
  makePlace: () => Promise<Place>,
): Promise<{ readonly store: Store; readonly close: () => Promise<void> }> {
  const place = await makePlace();
  const store = await openStore(place.location);
  return {
    store,
    async close() {
      await store.close();
      await place.remove();
    },
  };
}

/** One store for the tests of a file, emptied before each: making a PostgreSQL schema takes longer than most tests. */
export function keepEmptying(makePlace: () => Promise<Place>): () => Promise<Store> {
  let opened: Promise<{
    readonly store: Store;
    readonly database: Connection;
    readonly close: () => Promise<void>;
  }> | null = null;
  const open = async () => {
    const place = await makePlace();
    const store = await openStore(place.location);
    const database = await connect(place.location);
    const close = async (): Promise<void> => {
      await database.close();
      await store.close();
      await place.remove();
    };
    return { store, database, close };
  };
  afterAll(async () => (await opened)?.close());
  return async () => {
    opened ??= open();
    const { store, database } = await opened;
    await database.bare.transaction().execute(async (tx) => {
      for (const { name } of DUMPED_TABLES.toReversed()) if (name !== "log_head") await tx.deleteFrom(name).execute();
      await tx.deleteFrom("sessions").execute();
      await tx.deleteFrom("links").execute();
      await tx.updateTable("log_head").set({ size: 0, checkpoint: null }).execute();
    });
    return store;
  };
}
