import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../src/store/database.ts";
import { migrate, SCHEMA_VERSION } from "../../src/store/migrate.ts";
import { MIGRATIONS } from "../../src/store/migrations/all.ts";
import { openStore } from "../../src/store/open.ts";
import { startChild } from "./children.ts";
import { onEachDatabase, temporaryDirectory } from "./places.ts";

test("migrations are numbered from 1 without gaps", () => {
  expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, i) => i + 1));
});

onEachDatabase((_kind, makePlace) => {
  test("a database is made once and opened as it is after that", async () => {
    const place = await makePlace();
    for (let time = 0; time < 2; time += 1) {
      const store = await openStore(place.location);
      expect(store.schemaVersion).toBe(SCHEMA_VERSION);
      expect(await store.log.size()).toBe(time);
      await store.log.append(time, [new Uint8Array([time])], new Uint8Array([9]));
      await store.close();
    }
    await place.remove();
  });

  test("a migration that fails leaves the database as it was", async () => {
    const place = await makePlace();
    const database = await connect(place.location);
    const migrations = [
      ...MIGRATIONS,
      {
        number: MIGRATIONS.length + 1,
        name: "broken",
        statements: () => ["create table half (a integer)", "create table half (a integer)"],
      },
    ];
    await expect(migrate(database, { migrations })).rejects.toThrow(/half/);
    expect(await migrate(database)).toBe(SCHEMA_VERSION);
    await expect(sql`select * from half`.execute(database.db)).rejects.toThrow(/half/);
    await database.close();
    await place.remove();
  });

  test("a database of a newer program is refused and left alone", async () => {
    const place = await makePlace();
    const database = await connect(place.location);
    const next = MIGRATIONS.length + 1;
    const migrations = [
      ...MIGRATIONS,
      { number: next, name: "next", statements: () => ["create table later (a integer)"] },
    ];
    expect(await migrate(database, { migrations })).toBe(next);
    await expect(openStoreAndClose(place.location)).rejects.toMatchObject({
      code: "DATA_NEWER_THAN_PROGRAM",
      detail: { database: next, program: SCHEMA_VERSION },
    });
    expect(await migrate(database, { migrations })).toBe(next);
    await database.close();
    await place.remove();
  });

  test("four programs that start at once on an empty place all find one schema", async () => {
    const place = await makePlace();
    const children = Array.from({ length: 4 }, () => startChild("open", JSON.stringify(place.location)));
    expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0, 0, 0]);
    for (const child of children) expect(child.lines).toEqual([`${SCHEMA_VERSION}`]);
    const database = await connect(place.location);
    expect(await database.db.selectFrom("migrations").select("number").execute()).toHaveLength(SCHEMA_VERSION);
    await database.close();
    await place.remove();
  });
});

describe("places that are no database", () => {
  test("a file of something else is CONFIG_INVALID and stays as it is", async () => {
    const { dir, remove } = await temporaryDirectory();
    const file = join(dir, "notes.txt");
    writeFileSync(file, "These are notes, not a database. ".repeat(50));
    await expect(openStoreAndClose({ sqliteFile: file })).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    await expect(openStoreAndClose({ sqliteFile: join(file, "below") })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
    });
    await remove();
  });

  test("a server that does not answer is CONFIG_INVALID, without the password", async () => {
    const location = { postgresUrl: "postgres://ana:secret@127.0.0.1:1/none" };
    const error = await openStore(location).then(
      () => null,
      (one: unknown) => one as Error,
    );
    expect(error).toMatchObject({ code: "CONFIG_INVALID" });
    expect(`${error?.stack} ${String(error?.cause)}`).not.toContain("secret");
  });

  test("a schema name that is more than a name is CONFIG_INVALID", async () => {
    const location = { postgresUrl: "postgres://127.0.0.1:1/none", schema: 'x"; drop schema public' };
    await expect(openStore(location)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });
});

async function openStoreAndClose(location: Parameters<typeof openStore>[0]): Promise<void> {
  await (await openStore(location)).close();
}
