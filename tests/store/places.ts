import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
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

/** Declares the tests once for each database that is there, and says by name which one is not. */
export function onEachDatabase(tests: (kind: StoreKind, makePlace: () => Promise<Place>) => void): void {
  for (const { kind, makePlace } of databases) {
    if (makePlace === null) describe.skip(`${kind} (needs a PostgreSQL server, see TOCSIN_TEST_POSTGRES)`, () => {});
    else describe(kind, () => tests(kind, makePlace));
  }
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
