import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { nodeScript, runChild } from "./child.ts";
import { inPostgres, inSqlite, postgresHere, type Somewhere } from "./delivery/location.ts";
import { withFolder } from "./folder.ts";
import type { Progress } from "./progress.ts";
import { median, type BenchRow } from "./row.ts";

const PAIRS = 3;
/** Recipients of one dispatch. */
const RECIPIENTS = 100_000;
/** Jobs of the peer: at its pace as many would take minutes. */
const JOBS = 20_000;
const MESSAGES = 2000;

const script = (name: string): URL => new URL(`delivery/${name}.ts`, import.meta.url);

async function measured<T>(name: string, ...args: readonly string[]): Promise<T> {
  return JSON.parse((await runChild(nodeScript(script(name), ...args))).stdout) as T;
}

/** Ledger, mail and urgency. What needs a PostgreSQL server that is not here is left out, and said so. */
export async function benchDelivery(progress: Progress): Promise<BenchRow[]> {
  const postgres = await postgresHere();
  if (postgres === null) console.log(pc.dim("PostgreSQL and graphile-worker: skipped: no server answers"));
  return withFolder(async (folder) => [
    ...(postgres === null ? [] : await ledgerAgainstJobs(postgres, progress)),
    ...(await ledgerAlone(() => inSqlite(folder), "SQLite", "ledger", progress)),
    ...(await ledgerAlone(() => inSqlite(folder), "SQLite", "worker", progress)),
    ...(postgres === null ? [] : await ledgerAlone(() => inPostgres(postgres), "PostgreSQL", "worker", progress)),
    ...(await mail(folder, progress)),
    ...(await urgency(folder, postgres, progress)),
  ]);
}

/** Recipients a second from the plan to the last durable outcome. */
async function handedOver(somewhere: Somewhere, mode: "ledger" | "worker"): Promise<number> {
  try {
    const place = JSON.stringify(somewhere.location);
    return RECIPIENTS / (await measured<{ seconds: number }>("ledger", place, String(RECIPIENTS), mode)).seconds;
  } finally {
    await somewhere.remove();
  }
}

async function ledgerAgainstJobs(postgres: string, progress: Progress): Promise<BenchRow[]> {
  const pairs: { readonly ours: number; readonly peer: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    progress(`ledger on PostgreSQL, pair ${pair + 1} of ${PAIRS}`);
    const ours = await handedOver(inPostgres(postgres), "ledger");
    const { schema, remove } = inPostgres(postgres);
    const { seconds } = await measured<{ seconds: number }>("graphile", postgres, schema, String(JOBS));
    await remove();
    pairs.push({ ours, peer: JOBS / seconds });
  }
  const ours = median(pairs.map((pair) => pair.ours));
  return [
    row("planned and handed over, PostgreSQL, outcome per recipient", ours, "recipients/s", "≥ 200000"),
    {
      name: "the same against graphile-worker, one job per recipient",
      ours,
      peer: median(pairs.map((pair) => pair.peer)),
      ratio: median(pairs.map((pair) => pair.ours / pair.peer)),
      unit: "recipients/s",
      goal: "",
    },
  ];
}

async function ledgerAlone(
  make: () => Somewhere,
  database: string,
  mode: "ledger" | "worker",
  progress: Progress,
): Promise<BenchRow[]> {
  progress(`${mode} on ${database}`);
  const what =
    mode === "ledger" ? "planned and handed over" : "the same through one worker, addresses opened, links signed";
  return [row(`${what}, ${database}`, await handedOver(make(), mode), "recipients/s", "")];
}

/** Messages a second of processor time, to a server of its own process. */
async function mail(folder: string, progress: Progress): Promise<BenchRow[]> {
  const keyFile = join(folder, "dkim.pem");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  const [program = "", ...args] = nodeScript(script("sink"));
  const sink = spawn(program, args, { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const [said] = (await once(sink.stdout as NonNullable<typeof sink.stdout>, "data")) as [Buffer];
  const port = said.toString().trim();
  const rows: BenchRow[] = [];
  for (const { name, key } of [
    { name: "mail, unsigned, against a bare nodemailer pool", key: "" },
    { name: "mail with DKIM (RSA 2048), against a bare nodemailer pool", key: keyFile },
  ]) {
    const pairs: { readonly ours: number; readonly peer: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      progress(`${name}, pair ${pair + 1} of ${PAIRS}`);
      const ours = await measured<{ perSecond: number }>("mail", "ours", port, String(MESSAGES), key);
      const peer = await measured<{ perSecond: number }>("mail", "peer", port, String(MESSAGES), key);
      pairs.push({ ours: ours.perSecond, peer: peer.perSecond });
    }
    rows.push({
      name,
      ours: median(pairs.map((pair) => pair.ours)),
      peer: median(pairs.map((pair) => pair.peer)),
      ratio: median(pairs.map((pair) => pair.ours / pair.peer)),
      unit: "messages/s of one core",
      goal: "≥ 0.9",
    });
  }
  sink.disconnect();
  return rows;
}

async function urgency(folder: string, postgres: string | null, progress: Progress): Promise<BenchRow[]> {
  const places = [
    { database: "SQLite", make: () => inSqlite(folder) },
    ...(postgres === null ? [] : [{ database: "PostgreSQL", make: () => inPostgres(postgres) }]),
  ];
  const rows: BenchRow[] = [];
  for (const { database, make } of places) {
    const delays: number[] = [];
    for (let time = 0; time < PAIRS; time += 1) {
      progress(`an urgent notice during a digest, ${database}, ${time + 1} of ${PAIRS}`);
      const somewhere = make();
      const place = JSON.stringify(somewhere.location);
      delays.push((await measured<{ ms: number }>("urgent", place, String(RECIPIENTS))).ms);
      await somewhere.remove();
    }
    const name = `urgent notice planned during a digest to ${RECIPIENTS.toLocaleString("en")}: first hand-over, ${database}`;
    rows.push(row(name, median(delays), "ms", ""));
  }
  return rows;
}

const row = (name: string, ours: number, unit: string, goal: string): BenchRow => ({
  name,
  ours,
  peer: null,
  ratio: null,
  unit,
  goal,
});
