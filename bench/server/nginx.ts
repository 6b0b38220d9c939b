import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { securityHeaders } from "../../src/publish/headers.ts";
import { CACHE_PAGES } from "../../src/web/public/caching.ts";
import { median } from "../row.ts";
import type { BenchRow } from "../row.ts";
import { load, onCore } from "./load.ts";
import { cpuMicroseconds } from "./process-use.ts";

const ROUNDS = 7;
const SECONDS = 2;
/** Compressed size of the first page at its largest. */
const PAGE_BYTES = 12_000;

/** Requests per second and CPU per request of the built-in server against nginx; no rows where nginx is missing. */
export async function benchServer(): Promise<BenchRow[]> {
  if (spawnSync("nginx", ["-v"]).status !== 0) return [];
  const directory = mkdtempSync(join(tmpdir(), "tocsin-bench-"));
  const running: ChildProcess[] = [];
  try {
    const { ours, nginx } = writeSites(directory);
    const ports = [await freePort(), await freePort()] as const;
    const built = fileURLToPath(new URL("built-in.ts", import.meta.url));
    const tocsin = start([process.execPath, built, ours, String(ports[0])], running);
    const peer = start(["nginx", "-p", directory, "-c", writeNginxConfig(directory, nginx, ports[1])], running);
    const [us, them] = [await server(tocsin, ports[0]), await server(peer, ports[1])];
    measure(us, 1);
    measure(them, 1);
    const pairs = Array.from({ length: ROUNDS }, (_, round) => {
      // Who goes first changes, so that neither profits from what the machine does meanwhile.
      const first = measure(round % 2 === 0 ? us : them, SECONDS);
      const second = measure(round % 2 === 0 ? them : us, SECONDS);
      return round % 2 === 0 ? { us: first, them: second } : { us: second, them: first };
    });
    const row = (name: string, unit: string, goal: string, of: (run: Run) => number): BenchRow => ({
      name,
      ours: median(pairs.map((pair) => of(pair.us))),
      peer: median(pairs.map((pair) => of(pair.them))),
      ratio: median(pairs.map((pair) => of(pair.us) / of(pair.them))),
      unit,
      goal,
    });
    return [
      row("public page, 12 KB Brotli, against nginx", "requests/s", "≥ 0.5", (run) => run.perSecond),
      row("CPU for one such page, against nginx", "µs", "≤ 2", (run) => run.cpuPerRequest),
    ];
  } finally {
    await Promise.all(running.map(stop));
    rmSync(directory, { recursive: true });
  }
}

interface Target {
  readonly pid: number;
  readonly url: string;
}

interface Run {
  readonly perSecond: number;
  readonly cpuPerRequest: number;
}

function measure(target: Target, seconds: number): Run {
  const before = cpuMicroseconds(target.pid);
  const { requests, perSecond } = load(target.url, "gzip, br", seconds);
  return { perSecond, cpuPerRequest: (cpuMicroseconds(target.pid) - before) / requests };
}

/**
 * The same page for both, byte for byte on the wire. nginx as it is packaged has no Brotli module: its twin for gzip
 * holds the Brotli bytes, which is all the same to nginx and to the load generator.
 */
function writeSites(directory: string): { readonly ours: string; readonly nginx: string } {
  const page = pageOf(PAGE_BYTES);
  const compressed = brotliCompressSync(page);
  const write = (name: string, ending: string): string => {
    const folder = join(directory, name, "a", "en");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), page);
    writeFileSync(join(folder, `index.html.${ending}`), compressed);
    symlinkSync("a", join(directory, name, "current"));
    return join(directory, name);
  };
  return { ours: write("ours", "br"), nginx: write("nginx", "gz") };
}

/** A page of made-up words that Brotli brings down to about `bytes`. */
function pageOf(bytes: number): string {
  let state = 1;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const words = Array.from({ length: 2000 }, () =>
    Array.from({ length: 2 + random(9) }, () => "etaoinshrdlu"[random(12)]).join(""),
  );
  let text = '<!doctype html><html lang="en"><title>Edition 12</title>';
  while (brotliCompressSync(text).length < bytes) {
    text += `<p>${Array.from({ length: 200 }, () => words[random(words.length)]).join(" ")}.</p>\n`;
  }
  return text;
}

/** One worker, no log, and the headers that ours sends, without the rest of our generated configuration. */
function writeNginxConfig(directory: string, site: string, port: number): string {
  const headers = { "Cache-Control": CACHE_PAGES, ...securityHeaders };
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const file = join(directory, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${directory}/nginx.pid; error_log ${directory}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; gzip_static on; gzip_vary on; keepalive_requests 1000000000;
  types { "text/html; charset=utf-8" html; }
  ${temporary.map((name) => `${name}_temp_path ${directory}/${name};`).join(" ")}
  server {
    listen 127.0.0.1:${port};
    root ${site}/current;
    ${Object.entries(headers)
      .map(([name, value]) => `add_header ${name} "${value}";`)
      .join("\n    ")}
  }
}\n`,
  );
  return file;
}

function start(command: readonly string[], running: ChildProcess[]): ChildProcess {
  const [program = "", ...args] = [...onCore(0), ...command];
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  running.push(child);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

async function server(child: ChildProcess, port: number): Promise<Target> {
  const url = `http://127.0.0.1:${port}/en/`;
  for (let wait = 0; wait < 200; wait += 1) {
    const answer = await fetch(url, { headers: { "Accept-Encoding": "identity" } }).catch(() => null);
    if (answer?.ok === true) {
      await answer.arrayBuffer();
      return { pid: child.pid ?? 0, url };
    }
    await pause(50);
  }
  throw new Error(`no answer from ${url}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

if (import.meta.main) {
  for (const row of await benchServer()) {
    console.log(
      `${row.name}: ${row.ours.toFixed(1)} against ${row.peer?.toFixed(1)} ${row.unit}, ratio ${row.ratio?.toFixed(2)} (goal ${row.goal})`,
    );
  }
}
