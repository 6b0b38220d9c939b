import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { readConfig, type Config } from "../../src/app/config.ts";
import { initDataDirectory } from "../../src/app/init.ts";
import { openApp, type App } from "../../src/app/open.ts";
import { startWork, type Work } from "../../src/app/work.ts";
import { createMemoryChannel } from "../../src/deliver/memory/channel.ts";
import { correctStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { DispatchId, StatementId } from "../../src/model/id.ts";
import { SECTIONS } from "../../src/model/statement.ts";
import { draft, office, statement, wire } from "../desk/given.ts";
import { at } from "../desk/given.ts";
import { dropSchema, freshSchema, postgresUrl } from "../store/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-work-"));
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clock = () => at(7);

test("with SQLite a worker of its own is refused, and told what to do", async () => {
  const config = readConfig({ TOCSIN_DATA: join(folder, "sqlite"), TOCSIN_LOG: "silent" }, false);
  await expect(startWork(config)).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    message: expect.stringContaining("need PostgreSQL") as string,
  });
});

describe.skipIf(postgresUrl === null)("needs a PostgreSQL server", () => {
  const schema = freshSchema();
  afterAll(() => dropSchema(postgresUrl as string, schema));

  async function configOf(name: string): Promise<Config> {
    const client = new Client({ connectionString: postgresUrl as string });
    await client.connect();
    await client.query(`create schema if not exists "${schema}"`);
    await client.end();
    return readConfig(
      {
        TOCSIN_DATA: join(folder, name),
        TOCSIN_LOG: "silent",
        TOCSIN_HAND_OVER: "off",
        TOCSIN_DATABASE_URL: `${postgresUrl}?options=-csearch_path%3D${schema}`,
      },
      false,
    );
  }

  async function work(config: Config, channel = createMemoryChannel("email")): Promise<Work> {
    const started = await startWork(config, { channels: [channel], clock });
    opened.push(started);
    return started;
  }

  test("it needs the delivery key of the office and an office, and makes neither", async () => {
    const config = await configOf("strange");
    await expect(work(config)).rejects.toMatchObject({ code: "DELIVERY_KEY" });
    await initDataDirectory(config.dataDirectory, "https://office.example");
    await expect(work(config)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  test("beside the server it hands over what that plans, with the words of the newest record", async () => {
    const config = await configOf("office");
    await initDataDirectory(config.dataDirectory, "https://office.example");
    const channel = createMemoryChannel("email");
    const app: App = await openApp(config, { clock, channels: [createMemoryChannel("email")] });
    opened.push(app);
    const { press, store } = app.context;
    await press.publish(() => [office], "administrator");
    // Neither the record's key nor the lock is its business.
    await rm(app.layout.key);
    const delivery = app.deliver();
    await store.ledger.plan([], press.history().size);
    const worker = await work(config, channel);
    await store.subscribers.add({
      channel: "email",
      sealed: app.sealer.seal("email", "ana@reader.example"),
      wishes: { lang: "en", topics: SECTIONS, area: "", frequency: "each", hour: 0 },
      status: "active",
      since: at(6),
      confirmedAt: at(6),
    });
    await press.publish((history, now) => publishEdition(draft(), history, [wire], now), "approver");
    await delivery.tick();
    await worker.idle();
    await press.publish(
      (history) =>
        correctStatement(
          {
            kind: "correction",
            statement: "s1" as StatementId,
            fromVersion: 1,
            right: { ...statement("a"), asOf: at(7), text: { en: "Right.", uk: "Вірно." } },
            reason: { en: "A slip.", uk: "Описка." },
          },
          history,
          [wire],
        ),
      "approver",
    );
    await delivery.tick();
    await worker.idle();
    expect(channel.arrived.map(({ outgoing, letter }) => [outgoing.address, letter.kind, letter.lead])).toEqual([
      ["ana@reader.example", "edition", "One line."],
      ["ana@reader.example", "correction", "Right."],
    ]);
    expect(await store.ledger.tally("edition:1/email" as DispatchId)).toMatchObject({ accepted: 1 });
  });
});
