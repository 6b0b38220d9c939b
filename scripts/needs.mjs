// Finds what the tests need, installs it where that is permitted (Debian, root), and says what is missing.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostfix } from "./need-postfix.mjs";

const root = process.getuid?.() === 0;
let updated = false;

function apt(...packages) {
  if (!root || !existsSync("/usr/bin/apt-get")) return false;
  // RUNLEVEL=1 keeps installed servers from starting on their own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const run = (...args) => spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "pipe"] }).status === 0;
  console.log(`  installing ${packages.join(" ")} through apt`);
  if (!updated) updated = run("update");
  return run("install", "-y", "--no-install-recommends", ...packages);
}

function onPath(names) {
  for (const folder of [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/bin", "/usr/bin"]) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

function program(names, debianPackage) {
  return onPath(names) ?? (apt(debianPackage) ? onPath(names) : null);
}

async function answers(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A PostgreSQL that the tests may use: one that answers, or a cluster of our own in .cache/. */
async function postgres(cache) {
  const given = [
    process.env.TOCSIN_TEST_POSTGRES,
    "postgres://root@127.0.0.1:5432/test",
    "postgres://postgres@127.0.0.1:5432/postgres",
  ];
  for (const url of given) if (url && (await answers(url))) return { url, stop: () => {} };
  const binaries = () => {
    const base = "/usr/lib/postgresql";
    const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
    return versions.map((v) => join(base, v, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
  };
  const bin = binaries() ?? (apt("postgresql") ? binaries() : null);
  if (bin === null) return null;
  const port = 54_000 + (process.pid % 1000);
  const data = join(root ? "/tmp" : cache, `tocsin-test-postgres-${process.pid}`);
  mkdirSync(data, { recursive: true });
  // PostgreSQL refuses to run as root; Debian's package brings the user postgres.
  const as = (command) => (root ? ["su", ["postgres", "-s", "/bin/sh", "-c", command]] : ["sh", ["-c", command]]);
  const run = (command) => execFileSync(...as(command), { stdio: "ignore" });
  try {
    if (root) execFileSync("chown", ["postgres", data]);
    run(`${bin}/initdb -D ${data}/db -A trust -U postgres -E UTF8 --no-sync`);
    run(`${bin}/pg_ctl -D ${data}/db -w -l ${data}/log -o "-p ${port} -c listen_addresses=127.0.0.1 -k ${data}" start`);
  } catch {
    return null;
  }
  const stop = () => {
    try {
      run(`${bin}/pg_ctl -D ${data}/db -m immediate stop`);
    } catch {
      // It has stopped by itself.
    }
    rmSync(data, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** What a server at this port of this machine says first; null when none answers. */
function greeting(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (said) => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(2000, () => end(null));
    socket.once("error", () => end(null));
    socket.once("data", (chunk) => end(chunk.toString()));
  });
}

/** A NATS server with JetStream that the tests may use: one that answers, or one of our own. */
async function nats() {
  const hasJetStream = async (port) => /"jetstream":\s*true/.test((await greeting(port)) ?? "");
  if (process.env.TOCSIN_TEST_NATS) return { url: process.env.TOCSIN_TEST_NATS, stop: () => {} };
  if (await hasJetStream(4222)) return { url: "nats://127.0.0.1:4222", stop: () => {} };
  const binary = program(["nats-server"], "nats-server");
  if (binary === null) return null;
  const port = 55_000 + (process.pid % 1000);
  const data = mkdtempSync(join(tmpdir(), "tocsin-test-nats-"));
  const server = spawn(binary, ["-js", "-sd", data, "-a", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const stop = () => {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 50; tries += 1) {
    if (await hasJetStream(port)) return { url: `nats://127.0.0.1:${port}`, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  return null;
}

/** A Postfix that the tests may use: one that is named, or one of our own beside the system's. */
async function mailServer() {
  if (process.env.TOCSIN_TEST_SMTP) return { port: Number(process.env.TOCSIN_TEST_SMTP), stop: () => {} };
  if (!root || program(["postfix"], "postfix") === null) return null;
  return startPostfix(56_000 + (process.pid % 1000), greeting);
}

/** An MQTT broker that the tests may use: one that answers, or a Mosquitto of our own. */
async function broker() {
  if (process.env.TOCSIN_TEST_MQTT) return { url: process.env.TOCSIN_TEST_MQTT, stop: () => {} };
  if (await listens(1883)) return { url: "mqtt://127.0.0.1:1883", stop: () => {} };
  const binary = program(["mosquitto"], "mosquitto");
  if (binary === null) return null;
  const port = 57_000 + (process.pid % 1000);
  const server = spawn(binary, ["-p", String(port)], { stdio: "ignore" });
  for (let tries = 0; tries < 50; tries += 1) {
    if (await listens(port)) return { url: `mqtt://127.0.0.1:${port}`, stop: () => void server.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  return null;
}

/** Does anything take connections at this port of this machine? */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2000, () => end(false));
    socket.once("error", () => end(false));
    socket.once("connect", () => end(true));
  });
}

/** Environment for the tests, names of what is missing, and how to stop what was started. */
export async function findNeeds(cache) {
  const missing = [];
  const env = {};
  const need = (name, variable, value) => {
    if (value === null) missing.push(name);
    else env[variable] = value;
    console.log(
      `  ${value === null ? "✗" : "✓"} ${name}${value === null ? " (not found, could not be installed)" : `: ${value}`}`,
    );
  };
  need(
    "Chromium",
    "TOCSIN_TEST_CHROMIUM",
    process.env.TOCSIN_TEST_CHROMIUM ?? program(["chromium", "chromium-browser", "google-chrome"], "chromium"),
  );
  need("nginx", "TOCSIN_TEST_NGINX", program(["nginx"], "nginx-light"));
  need("Caddy", "TOCSIN_TEST_CADDY", program(["caddy"], "caddy"));
  const database = await postgres(cache);
  need("PostgreSQL", "TOCSIN_TEST_POSTGRES", database?.url ?? null);
  const bell = await nats();
  need("NATS with JetStream", "TOCSIN_TEST_NATS", bell?.url ?? null);
  const mail = await mailServer();
  need("Postfix", "TOCSIN_TEST_SMTP", mail === null ? null : String(mail.port));
  const mqtt = await broker();
  need("MQTT broker", "TOCSIN_TEST_MQTT", mqtt?.url ?? null);
  const stop = () => {
    database?.stop();
    bell?.stop();
    mail?.stop();
    mqtt?.stop();
  };
  return { env, missing, stop };
}
