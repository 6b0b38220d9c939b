import { appendFileSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import type { Result } from "../../src/deliver/ports.ts";
import type {
  DispatchId,
  DraftId,
  EntryId,
  ProposalId,
  StatementId,
  SubscriberNumber,
  UserId,
} from "../../src/model/id.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { backupTo, restoreFrom } from "../../src/store/backup.ts";
import { connect } from "../../src/store/database.ts";
import { DUMPED_TABLES, UNDUMPED_TABLES } from "../../src/store/dump-tables.ts";
import { migrate, SCHEMA_VERSION } from "../../src/store/migrate.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import type { KeptFigure } from "../../src/evidence/ports.ts";
import { added, aPlan, busy, handOverAll, silent, somebody } from "../deliver/people.ts";
import { sampleClaim } from "../evidence/contract/claim-store.ts";
import { sampleAttribution, sampleFigure, sampleReading } from "../evidence/contract/suggestion-store.ts";
import { aPublisher, aReport, aSource, at } from "../intake/contract/examples.ts";
import { databases, hintFor, onEachDatabase, openEmpty, temporaryDirectory } from "./places.ts";

const noon = at("2031-03-03T12:00:00Z");
const ana = "u0000000000000001" as UserId;

async function fill(store: Store): Promise<void> {
  const leaves = Array.from({ length: 600 }, (_, i) => Uint8Array.from([i % 256, i >> 8, 0, 255]));
  await store.log.append(0, leaves, new TextEncoder().encode("checkpoint 600"));
  await store.publishers.save(aPublisher("gazette", { name: "Газета “G”\n" }));
  for (let n = 1; n <= 4; n += 1) await store.reports.insert(aReport(n, { text: `Текст ${n} \u{1F56F}\u2028"\\` }));
  await store.reports.insert(aReport(1, { version: 2, text: "Changed." }));
  await store.reports.markRead(aReport(2).id, true);
  await store.sources.add(aSource(1));
  await store.failures.add({
    at: noon,
    url: "https://x.example",
    code: "FETCH_TIMEOUT",
    message: "m",
    sha256: null,
    by: null,
  });
  // More rows than one page of a dump has, under keys of every shape.
  const many = Array.from({ length: 510 }, (_, i) =>
    sampleFigure(i + 10, { report: aReport(i % 300).id, reportVersion: i % 2 }),
  );
  const sets = [...Map.groupBy(many, (one) => `${one.report} ${one.reportVersion}`).values()];
  await store.suggestions.insert([
    sampleReading([sampleAttribution(0, { reportVersion: 7 })], [sampleFigure(1, { reportVersion: 7 })], {
      reportVersion: 7,
    }),
    ...sets.map((figures) =>
      sampleReading([], figures, {
        report: (figures[0] as KeptFigure).report,
        reportVersion: (figures[0] as KeptFigure).reportVersion,
      }),
    ),
  ]);
  await store.decisions.add([
    { at: noon, kind: "figure", about: "q1", verdict: "accepted", example: { text: "35 came" } },
  ]);
  await store.claims.save(sampleClaim(1));
  await store.drafts.save({
    id: "d0000000000000001" as DraftId,
    revision: 0,
    status: "open",
    edition: null,
    content: { asOf: null, nextUpdate: null, glance: [], languages: ["en"], statements: [] },
    savedAt: noon,
    savedBy: ana,
  });
  await store.users.insert({
    id: ana,
    email: "Ana@office.example",
    name: "Ana",
    role: "editor",
    disabled: false,
    passwordHash: "$argon2id$x",
    createdAt: noon,
  });
  await store.sessions.insert({
    tokenHash: "session",
    user: ana,
    createdAt: noon,
    expiresAt: at("2031-03-04T12:00:00Z"),
  });
  await store.links.insert({
    tokenHash: "link",
    purpose: "invitation",
    user: ana,
    expiresAt: at("2031-03-04T12:00:00Z"),
  });
  await store.proposals.insert({
    id: "p0000000000000001" as ProposalId,
    kind: "withdrawal",
    statement: "s1" as StatementId,
    version: 1,
    reason: { en: "x" },
    proposedBy: ana,
    proposedAt: noon,
    status: "open",
    decidedBy: null,
    decidedAt: null,
  });
  await store.proposals.insert({
    id: "p0000000000000002" as ProposalId,
    kind: "notice",
    notice: { headline: { en: "Boil" }, text: { en: "Now" }, area: {}, expires: noon, replaces: null, ends: false },
    proposedBy: ana,
    proposedAt: noon,
    status: "open",
    decidedBy: null,
    decidedAt: null,
  });
  await store.activity.add({ at: noon, by: ana, action: "draft.saved", about: "d1", note: "" });
  await deliver(store);
}

/** An edition to three, one of whom is in doubt and one is tried again, and one who left since. */
async function deliver({ subscribers, ledger }: Store): Promise<void> {
  const numbers = await added(subscribers, somebody(), somebody(), somebody(), somebody());
  await subscribers.remove(numbers[3]!);
  await ledger.plan([aPlan("edition:1/email")], 5);
  const answers: Result[] = [{ outcome: "accepted", ref: "m1" }, silent, busy];
  await handOverAll(ledger, noon, () => answers.shift()!);
}

/** Everything that a store gives out. */
async function everything(store: Store): Promise<unknown> {
  const { reports } = await store.reports.list({ limit: 1000, offset: 0 });
  return {
    leaves: await store.log.leaves(0, 10_000),
    checkpoint: await store.log.checkpoint(),
    reports,
    texts: await Promise.all(reports.map((report) => store.reports.versions(report.id))),
    found: await store.reports.list({ search: "ТЕКСТ 3", limit: 1000, offset: 0 }),
    sources: await store.sources.list(),
    publishers: await store.publishers.list(),
    failures: await store.failures.list(10),
    attributions: await store.suggestions.attributions(sampleAttribution(0).report, 1),
    figures: await store.suggestions.figures(sampleAttribution(0).report, 1),
    moreFigures: await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.suggestions.figures(aReport(i).id, i % 2)),
    ),
    claims: await store.claims.list({}),
    claimsOfReport: await store.claims.list({ report: sampleClaim(1).items[0]!.report }),
    drafts: await store.drafts.list(10),
    users: await store.users.list(),
    proposals: await store.proposals.list("open"),
    activity: await store.activity.list({ limit: 10 }),
    subscribers: await store.subscribers.many([1, 2, 3, 4] as SubscriberNumber[]),
    dispatches: await store.ledger.carrying(["edition:1" as EntryId]),
    ranges: await store.ledger.ranges("edition:1/email" as DispatchId),
    troubles: await store.ledger.troubles("edition:1/email" as DispatchId, { after: 0, limit: 10 }),
    refs: await store.ledger.refs("edition:1/email" as DispatchId, [1, 2] as SubscriberNumber[]),
    planned: await store.ledger.plannedSize(),
  };
}

onEachDatabase((kind, makePlace) => {
  test("every table is either dumped or left out on purpose", async () => {
    const place = await makePlace();
    const database = await connect(place.location);
    await migrate(database);
    const { rows } =
      kind === "sqlite"
        ? await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(database.db)
        : await sql<{
            name: string;
          }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(
            database.db,
          );
    const listed = [...DUMPED_TABLES.map((table) => table.name), ...UNDUMPED_TABLES];
    expect(listed.toSorted()).toEqual(rows.map((row) => row.name).toSorted());
    await database.close();
    await place.remove();
  });

  for (const target of databases) {
    test.skipIf(target.makePlace === null)(
      `everything but sessions and links comes back in ${target.kind}${hintFor(target.makePlace)}`,
      async () => {
        const { store, close } = await openEmpty(makePlace);
        const { dir, remove } = await temporaryDirectory();
        await fill(store);
        const manifest = await backupTo(store, join(dir, "backup"));
        expect(manifest).toMatchObject({
          kind,
          schemaVersion: SCHEMA_VERSION,
          tables: { log_leaves: 600, report_versions: 5, figures: 511, users: 1 },
        });
        const place = await target.makePlace!();
        await restoreFrom(join(dir, "backup"), place.location);
        const restored = await openStore(place.location);
        expect(await everything(restored)).toEqual(await everything(store));
        expect(await restored.sessions.find("session", noon)).toBeNull();
        expect(await restored.links.find("link", noon)).toBeNull();
        // Counters go on behind what was restored.
        await restored.activity.add({ at: noon, by: ana, action: "next", about: "d1", note: "" });
        await restored.sources.add(aSource(2));
        await restored.claims.save(sampleClaim(2));
        expect((await restored.activity.list({ limit: 1 }))[0]?.action).toBe("next");
        // Also behind somebody who left: the ledger knows that number.
        expect(await added(restored.subscribers, somebody())).toEqual([5]);
        await restored.log.append(600, [new Uint8Array(1)], new Uint8Array(1));
        await restored.close();
        await place.remove();
        await remove();
        await close();
      },
    );
  }

  test("a backup shows one moment, while others go on writing", async () => {
    const { store, close } = await openEmpty(makePlace);
    const { dir, remove } = await temporaryDirectory();
    await fill(store);
    const backing = backupTo(store, join(dir, "backup"));
    for (let size = 600; size < 640; size += 1) {
      await store.log.append(size, [new Uint8Array([size % 256])], new TextEncoder().encode(`checkpoint ${size + 1}`));
    }
    const manifest = await backing;
    const place = await makePlace();
    await restoreFrom(join(dir, "backup"), place.location);
    const restored = await openStore(place.location);
    const size = await restored.log.size();
    expect(manifest.tables["log_leaves"]).toBe(size);
    expect(await restored.log.leaves(0, 10_000)).toHaveLength(size);
    expect(new TextDecoder().decode((await restored.log.checkpoint()) ?? undefined)).toBe(`checkpoint ${size}`);
    await restored.close();
    await place.remove();
    await remove();
    await close();
  });

  test("a database that holds something is not restored into", async () => {
    const { store, close } = await openEmpty(makePlace);
    const { dir, remove } = await temporaryDirectory();
    await backupTo(store, join(dir, "backup"));
    const place = await makePlace();
    const target = await openStore(place.location);
    await target.publishers.save(aPublisher("courier"));
    await expect(restoreFrom(join(dir, "backup"), place.location)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await target.publishers.list()).toEqual([aPublisher("courier")]);
    await target.close();
    await place.remove();
    await remove();
    await close();
  });
});

/** Changes the dump and makes the manifest's sum fit again, as somebody without bad intent might. */
function changeDump(change: (text: string) => string): (dir: string) => void {
  return (dir) => {
    const file = join(dir, "tables.ndjson");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    changeManifest({ files: { "tables.ndjson": { bytes: statSync(file).size, sha256: sha256(readFileSync(file)) } } })(
      dir,
    );
  };
}

function changeManifest(change: Readonly<Record<string, unknown>>): (dir: string) => void {
  return (dir) => {
    const file = join(dir, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...manifest, ...change }));
  };
}

const broken: readonly [what: string, code: string, spoil: (dir: string) => void][] = [
  ["changed dump", "FILE_CHANGED", (dir) => appendFileSync(join(dir, "tables.ndjson"), "\n")],
  ["missing dump", "FILE_MISSING", (dir) => rmSync(join(dir, "tables.ndjson"))],
  ["missing manifest", "FILE_MISSING", (dir) => rmSync(join(dir, "manifest.json"))],
  ["manifest of something else", "INPUT_INVALID", (dir) => writeFileSync(join(dir, "manifest.json"), '{"format":1}')],
  ["newer program", "DATA_NEWER_THAN_PROGRAM", changeManifest({ schemaVersion: SCHEMA_VERSION + 1 })],
  ["dump without its end", "INPUT_INVALID", changeDump((text) => text.slice(0, text.length >> 1))],
  ["dump that lacks a row", "INPUT_INVALID", changeDump((text) => text.replace(/\n\["r[^\n]*/, ""))],
  ["dump that lacks a leaf", "INPUT_INVALID", changeDump((text) => text.replace(/\n\[7,\{[^\n]*/, ""))],
  [
    "dump with a foreign table",
    "INPUT_INVALID",
    changeDump((text) => text.replace('"table":"users"', '"table":"migrations"')),
  ],
  [
    "dump with a foreign column",
    "INPUT_INVALID",
    changeDump((text) => text.replace('"email_folded"', '"email_unknown"')),
  ],
  ["dump with nonsense in it", "INPUT_INVALID", changeDump((text) => text.replace('{"table":"users"', "{"))],
];

describe.each(databases)("backups that are not whole, into $kind", ({ makePlace }) => {
  const skipped = makePlace === null;
  let whole: { readonly dir: string; readonly remove: () => Promise<void> };
  beforeAll(async () => {
    whole = await temporaryDirectory();
    const [sqlite] = databases;
    const { store, close } = await openEmpty(sqlite!.makePlace!);
    await fill(store);
    await backupTo(store, join(whole.dir, "backup"));
    await close();
  });
  afterAll(() => whole.remove());

  test.skipIf(skipped).each(broken)("%s", async (_what, code, spoil) => {
    const { dir, remove } = await temporaryDirectory();
    cpSync(join(whole.dir, "backup"), dir, { recursive: true });
    spoil(dir);
    const place = await makePlace!();
    await expect(restoreFrom(dir, place.location)).rejects.toMatchObject({ code });
    const untouched = await openStore(place.location);
    expect(await untouched.log.size()).toBe(0);
    expect(await untouched.users.count()).toBe(0);
    await untouched.close();
    await place.remove();
    await remove();
  });
});

describe("where a backup goes", () => {
  const [{ makePlace }] = databases as readonly [(typeof databases)[0]];

  test("a directory that holds something is not backed up into", async () => {
    const { store, close } = await openEmpty(makePlace!);
    const { dir, remove } = await temporaryDirectory();
    writeFileSync(join(dir, "other"), "x");
    await expect(backupTo(store, dir)).rejects.toMatchObject({ code: "CONFLICT" });
    await remove();
    await close();
  });

  test("the files are readable by their owner only", async () => {
    const { store, close } = await openEmpty(makePlace!);
    const { dir, remove } = await temporaryDirectory();
    await backupTo(store, join(dir, "backup"));
    for (const file of ["tables.ndjson", "manifest.json"])
      expect(statSync(join(dir, "backup", file)).mode & 0o077).toBe(0);
    await remove();
    await close();
  });
});
