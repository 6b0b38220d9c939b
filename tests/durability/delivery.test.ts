import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../../src/app/config.ts";
import { initDataDirectory } from "../../src/app/init.ts";
import { natsPrefix } from "../../src/app/nats.ts";
import { openApp, type App } from "../../src/app/open.ts";
import { startWork } from "../../src/app/work.ts";
import { BLOCK_SIZE, type Outcome } from "../../src/deliver/dispatch.ts";
import type { Ledger } from "../../src/deliver/ports.ts";
import { SECTIONS } from "../../src/model/statement.ts";
import { connect, type Database } from "../../src/store/database.ts";
import { somebody } from "../deliver/people.ts";
import { filling } from "../deliver/places.ts";
import { natsServer, removeQueue } from "../deliver/nats.ts";
import { office } from "../desk/given.ts";
import { dropSchema, freshSchema, postgresUrl } from "../store/postgres.ts";
import { keepPublishing } from "./publishing.ts";
import { createWitness, readWitness, REFUSED } from "./witness.ts";

const KILLS = Number(process.env["TOCSIN_TEST_KILLS"] ?? 300) / 2;
const PEOPLE = 1200;
/** Workers beside each other. */
const WORKERS = 3;
/** Long enough that a busy machine never takes a live worker for dead: the count below would not be that of kills. */
const LEASE_SECONDS = 20;
/** A worker that had nothing to do for so long is killed all the same. */
const IDLE_MS = 5000;
const CHILD = new URL("delivery-child.ts", import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), "tocsin-delivery-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An office with many subscribers, whose deliveries a file witnesses. */
interface Place {
  readonly environment: Readonly<Record<string, string>>;
  readonly witness: string;
  readonly database: Database;
  /** Blocks in doubt that were counted already: who takes one over may be killed before that is noted. */
  readonly doubted: Set<string>;
}

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

async function makePlace(kind: string, more: Readonly<Record<string, string>>): Promise<Place> {
  const data = join(folder, kind);
  const environment = { TOCSIN_DATA: data, TOCSIN_LOG: "silent", ...more };
  const origin = `${kind}-${randomBytes(4).toString("hex")}.example/record`;
  await initDataDirectory(data, "https://office.example", origin);
  if ("TOCSIN_NATS_URL" in more) ending.push(() => removeQueue(natsPrefix(origin)));
  const config = readConfig(environment, false);
  const app = await openApp(config, { channels: [] });
  await app.context.press.publish(() => [office], "administrator");
  // The first time nothing is sent: from here on everything is.
  await app.context.store.ledger.plan([], app.context.press.history().size);
  const database = await connect(
    config.postgresUrl === null ? { sqliteFile: app.layout.database } : { postgresUrl: config.postgresUrl },
  );
  ending.push(() => database.close());
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const address = `${i % 37 === 0 ? REFUSED : "reader"}-${i}@reader.example`;
    const topics = [SECTIONS, ["situation"], ["situation", "safety"]][i % 3] as typeof SECTIONS;
    const wishes = { lang: i % 2 === 0 ? "en" : "uk", topics };
    return { ...somebody(wishes), sealed: app.sealer.seal("email", address) };
  });
  await filling(database)(people);
  await app.close();
  return { environment, witness: join(folder, `${kind}.witness`), database, doubted: new Set() };
}

/** A process that delivers. */
interface Life {
  /** Resolves when it has handed over so many times 20 recipients, or there is nothing for it to do. */
  worked(times: number): Promise<void>;
  /** SIGKILL; gives how many recipients it had under way. */
  kill(): Promise<number>;
}

function live(role: "office" | "worker", { environment, witness, database, doubted }: Place): Life {
  const name = `tocsin-${randomBytes(6).toString("hex")}`;
  const url = environment["TOCSIN_DATABASE_URL"];
  const own = url === undefined ? {} : { TOCSIN_DATABASE_URL: `${url}&application_name=${name}` };
  const args = [CHILD, role, JSON.stringify({ ...environment, ...own }), witness, String(LEASE_SECONDS)];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], { env });
  let stderr = "";
  let dots = 0;
  child.stdout?.on("data", (chunk: Buffer) => (dots += chunk.length));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = once(child, "close");
  ending.push(async () => child.kill("SIGKILL"));
  return {
    async worked(times) {
      const enough = (): boolean => dots >= times || child.exitCode !== null;
      for (let waited = 0; !enough() && waited < IDLE_MS; waited += 5) await setTimeout(5);
    },
    async kill() {
      expect(child.exitCode, `it stopped by itself: ${stderr}`).toBeNull();
      child.kill("SIGKILL");
      await closed;
      if (database.kind === "postgres") await disconnected(database, name);
      const blocks = await database.bare
        .selectFrom("delivery_ranges")
        .select(["dispatch", "number", "settled", "started"])
        .where("worker", "like", `%.${child.pid}/%`)
        .whereRef("started", ">", "settled")
        .execute();
      const own = blocks.filter(({ dispatch, number, settled }) => {
        const key = `${dispatch} ${number} ${settled}`;
        if (doubted.has(key)) return false;
        doubted.add(key);
        return true;
      });
      return own.reduce((sum, { settled, started }) => sum + started - settled, 0);
    },
  };
}

/** What a process sent before it died may still come to its end in the server. */
async function disconnected({ bare }: Database, name: string): Promise<void> {
  const left = async (): Promise<boolean> =>
    (await sql`select 1 from pg_stat_activity where application_name = ${name}`.execute(bare)).rows.length > 0;
  while (await left()) await setTimeout(5);
}

/** Mostly while it works, sometimes while it starts. */
async function killed(life: Life, kill: number): Promise<number> {
  if (kill % 5 === 4) await setTimeout(100 + ((kill * 53) % 400));
  else await life.worked(1 + ((kill * 7) % 9));
  await setTimeout((kill * 37) % 19);
  return life.kill();
}

type Account = ReadonlyMap<string, Outcome>;

/** What the ledger says became of everybody: keys are `dispatch subscriber`; each once. */
async function accountOf(ledger: Ledger): Promise<Account> {
  const account = new Map<string, Outcome>();
  for (const { id } of await ledger.dispatches({ limit: 100_000 })) {
    for (const { recipients, outcomes } of await ledger.ranges(id)) {
      recipients.forEach((subscriber, i) => {
        const outcome = outcomes[i] ?? "planned";
        if (outcome === "retrying") return;
        expect(account.has(`${id} ${subscriber}`), "planned twice").toBe(false);
        account.set(`${id} ${subscriber}`, outcome);
      });
    }
  }
  return account;
}

/**
 * Compares the ledger with the other side; `doubtful`: how many were under way when their worker was killed. `most`: how
 * many may be in doubt in all; a worker that a busy machine holds up for longer than its lease counts as dead too.
 */
async function compare(ledger: Ledger, witness: string, doubtful: number, most = doubtful): Promise<Account> {
  const account = await accountOf(ledger);
  const handed = readWitness(witness);
  const wrong = [...account].filter(([key, outcome]) => {
    const times = handed.get(key) ?? 0;
    if (outcome === "accepted") return times !== 1;
    if (outcome === "failed") return times !== 0;
    return outcome !== "unknown" || times > 1;
  });
  expect(wrong.slice(0, 10)).toEqual([]);
  expect([...handed.keys()].filter((key) => !account.has(key)).slice(0, 10), "handed over unplanned").toEqual([]);
  // Nobody is left out: everybody wants every edition.
  for (const { id } of await ledger.dispatches({ limit: 100_000 })) {
    if (!id.startsWith("edition:")) continue;
    for (let one = 1; one <= PEOPLE; one += 1) expect(account.has(`${id} ${one}`), `${id} ${one}`).toBe(true);
  }
  const unknown = [...account].filter(([, outcome]) => outcome === "unknown").map(([key]) => key);
  const named = [];
  for (const { id } of await ledger.dispatches({ limit: 100_000 })) {
    const troubles = await ledger.troubles(id, { outcome: "unknown", after: 0, limit: 10_000 });
    for (const { subscriber, code } of troubles) if (code === "WORKER_DIED") named.push(`${id} ${subscriber}`);
  }
  expect(named.toSorted()).toEqual(unknown.toSorted());
  expect(unknown.length).toBeGreaterThanOrEqual(doubtful);
  expect(unknown.length).toBeLessThanOrEqual(most);
  return account;
}

/** The operator chose “send again” for all who are in doubt: those get it once more, and nobody else. */
async function sendAgain(ledger: Ledger, now: App["context"]["clock"], before: Account): Promise<number> {
  let count = 0;
  for (const { id } of await ledger.dispatches({ limit: 100_000 })) count += await ledger.retry(id, "unknown", now());
  expect(count).toBe([...before.values()].filter((outcome) => outcome === "unknown").length);
  return count;
}

async function compareAfter(ledger: Ledger, witness: string, before: Account): Promise<void> {
  const account = await accountOf(ledger);
  expect([...account.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  const handed = readWitness(witness);
  const wrong = [...before].filter(([key, outcome]) => {
    const [now, times] = [account.get(key), handed.get(key) ?? 0];
    if (outcome !== "unknown") return now !== outcome || times > 1;
    return now === "failed" ? times !== 0 : now !== "accepted" || times < 1 || times > 2;
  });
  expect(wrong.slice(0, 10)).toEqual([]);
}

const say = (kind: string, account: Account, doubts: readonly number[], again: number): void => {
  const most = Math.max(...doubts);
  const found = doubts.filter((one) => one > 0).length;
  process.stdout.write(
    `${kind}: ${doubts.length} kills, ${account.size} recipients, ${again} in doubt (after ${found} kills, at most ${most} each)\n`,
  );
};

test(`SQLite, killed ${KILLS} times while it plans and hands over: nobody is left out, nobody gets it twice`, async () => {
  const place = await makePlace("sqlite", {});
  const doubts: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const doubt = await killed(live("office", place), kill);
    expect(doubt).toBeLessThanOrEqual(BLOCK_SIZE);
    doubts.push(doubt);
  }
  const app = await openApp(readConfig(place.environment, false), { channels: [createWitness(place.witness)] });
  const { ledger } = app.context.store;
  await app.deliver().settled();
  const doubtful = doubts.reduce((sum, one) => sum + one, 0);
  const before = await compare(ledger, place.witness, doubtful);
  const again = await sendAgain(ledger, app.context.clock, before);
  await app.deliver().settled();
  await compareAfter(ledger, place.witness, before);
  await app.close();
  say("SQLite", before, doubts, again);
  expect(doubtful).toBeGreaterThan(KILLS);
}, 600_000);

describe.skipIf(postgresUrl === null || natsServer === null)(
  "needs PostgreSQL and a NATS server with JetStream",
  () => {
    test(`${WORKERS} workers, killed ${KILLS} times: the others go on, nobody is left out, nobody gets it twice`, async () => {
      const schema = freshSchema();
      const client = new Client({ connectionString: postgresUrl as string });
      await client.connect();
      await client.query(`create schema "${schema}"`);
      await client.end();
      ending.push(() => dropSchema(postgresUrl as string, schema));
      const place = await makePlace("postgres", {
        TOCSIN_DATABASE_URL: `${postgresUrl}?options=-csearch_path%3D${schema}`,
        TOCSIN_NATS_URL: natsServer as string,
        TOCSIN_HAND_OVER: "off",
      });
      const config = readConfig(place.environment, false);
      // It plans; others hand over.
      const app = await openApp(config, { channels: [createWitness(place.witness)] });
      const { ledger } = app.context.store;
      const delivery = app.deliver();
      let over = false;
      const publishing = keepPublishing(app, () => over);
      ending.push(async () => {
        over = true;
        await publishing;
      });

      const lives = Array.from({ length: WORKERS }, () => live("worker", place));
      const doubts: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const doubt = await killed(lives[kill % WORKERS] as Life, kill);
        lives[kill % WORKERS] = live("worker", place);
        expect(doubt).toBeLessThanOrEqual(BLOCK_SIZE);
        doubts.push(doubt);
      }
      over = true;
      await publishing;
      for (const life of lives) doubts.push(await life.kill());

      const work = await startWork(config, { channels: [createWitness(place.witness)], leaseSeconds: LEASE_SECONDS });
      const doubtful = doubts.reduce((sum, one) => sum + one, 0);
      await everybodySettled(ledger);
      const before = await compare(ledger, place.witness, doubtful, doubts.length * BLOCK_SIZE);
      const again = await sendAgain(ledger, app.context.clock, before);
      delivery.ring("edition");
      await everybodySettled(ledger);
      await compareAfter(ledger, place.witness, before);
      await work.close();
      await app.close();
      say("PostgreSQL and NATS", before, doubts, again);
      expect(doubtful).toBeGreaterThan(KILLS);
    }, 600_000);
  },
);

/** Also what dead workers hold: their leases must end first. */
async function everybodySettled(ledger: Ledger): Promise<void> {
  while ((await ledger.dispatches({ open: true, limit: 1 })).length > 0) await setTimeout(100);
}
