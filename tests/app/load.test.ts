import { Pool } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type RunningServer } from "../../src/app/server.ts";
import type { StatementId } from "../../src/model/id.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { createSiteStore } from "../../src/store/site.ts";
import { at, draft, statement } from "../desk/given.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

const CONNECTIONS = 64;
const PUBLICATIONS = 25;
const PATHS = [
  "/en/",
  "/en/editions/1/",
  "/en/statements/s1/",
  "/en/corrections/",
  "/en/feed.atom",
  "/api/v1/latest.json",
  "/record/checkpoint",
];

let office: TestOffice;
let server: RunningServer;

beforeAll(async () => {
  office = await openOffice();
  server = await startServer(office.app);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

test(`${CONNECTIONS} connections read while ${PUBLICATIONS} publications go out: no error, no mixed page`, async () => {
  const approver = actor("approver");
  const started = await office.desk.editions.createDraft(approver);
  const saved = await office.desk.editions.saveDraft(
    approver,
    started.id,
    started.revision,
    draft({ statements: [statement("a")] }),
  );
  await office.desk.editions.publishDraft(approver, saved.id, saved.revision);

  const site = createSiteStore(office.app.layout.site);
  const published = new Set<string>();
  const note = async (): Promise<void> => {
    for (const path of PATHS) {
      const bytes = await site.read(`${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`);
      if (bytes !== null) published.add(`${path} ${sha256(bytes)}`);
    }
  };
  await note();

  const pool = new Pool(server.address, { connections: CONNECTIONS, pipelining: 1 });
  const [seen, wrong]: [Set<string>, string[]] = [new Set(), []];
  const load = { reading: true, answers: 0 };
  const reader = async (i: number): Promise<void> => {
    for (let n = i; load.reading; n += 1) {
      const path = PATHS[n % PATHS.length] ?? "/en/";
      const { statusCode, body } = await pool.request({ path, method: "GET" });
      const bytes = new Uint8Array(await body.arrayBuffer());
      load.answers += 1;
      if (statusCode === 200) seen.add(`${path} ${sha256(bytes)}`);
      else wrong.push(`${path} ${statusCode}`);
    }
  };
  const readers = Array.from({ length: CONNECTIONS }, (_, i) => reader(i));
  for (let n = 1; n <= PUBLICATIONS; n += 1) {
    await office.desk.editions.correct(approver, {
      kind: "correction",
      statement: "s1" as StatementId,
      fromVersion: n,
      right: { ...statement("a"), text: { en: `Version ${n}.`, uk: `Версія ${n}.` }, asOf: at(8) },
      reason: { en: "A slip.", uk: "Описка." },
    });
    await note();
  }
  load.reading = false;
  await Promise.all(readers);
  await pool.close();

  expect(wrong).toEqual([]);
  expect([...seen].filter((one) => !published.has(one))).toEqual([]);
  expect(load.answers).toBeGreaterThan(CONNECTIONS * 5);
  // The readers met several publications, or the test would have shown nothing.
  expect([...seen].filter((one) => one.startsWith("/en/ ")).length).toBeGreaterThan(2);
});
