import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PUBLIC_SERVER_OPTIONS } from "../../../src/web/public/limits.ts";
import { createPublicHandler } from "../../../src/web/public/server.ts";
import type { PublicHandler } from "../../../src/web/public/server.ts";
import { switchTo, writeWithTwins } from "./site.ts";

const PAGES = ["index.html", "en/index.html", "uk/index.html", "en/editions/1/index.html"];
const CONNECTIONS = 64;
const PUBLICATIONS = 40;

let directory: string;
let handler: PublicHandler;
let server: Server;

function publish(publication: number): void {
  // The tree that readers are done with is overwritten in place: torn files, were anybody to read them now.
  const tree = publication % 2 === 0 ? "a" : "b";
  // Lengths differ, so that two publications in one file would not even be well formed.
  const lines = Array.from(
    { length: 200 + (publication % 7) * 50 },
    (_, i) => `<p>${i} of publication ${publication}.</p>`,
  );
  for (const path of PAGES)
    writeWithTwins(join(directory, tree, path), `<title>publication ${publication}.</title>${lines.join("\n")}`);
  writeWithTwins(join(directory, tree, "large.txt"), `publication ${publication}.\n`.repeat(12_000 + publication * 10));
  switchTo(directory, tree);
}

async function start(cacheBytes: number): Promise<void> {
  handler = createPublicHandler({ directory, headers: {}, cacheBytes, largeBytes: 100_000 });
  server = createServer(PUBLIC_SERVER_OPTIONS, handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tocsin-load-"));
  publish(1);
});

afterEach(async () => {
  handler.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true });
});

interface Reading {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

function read(agent: Agent, path: string, headers: Record<string, string>): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ agent, host: "127.0.0.1", port, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", reject);
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

/** What is wrong with an answer, and of which publication it is. */
function examine({ status, headers, bytes }: Reading): {
  readonly problem: string | null;
  readonly publication: number;
} {
  if (status !== 200) return { problem: `status ${status}`, publication: 0 };
  const encoding = headers["content-encoding"];
  const body = (
    encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes
  ).toString();
  const numbers = new Set([...body.matchAll(/publication (\d+)\./g)].map((match) => Number(match[1])));
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  if (numbers.size !== 1)
    return { problem: `publications ${[...numbers].join(" and ")} in one answer`, publication: 0 };
  if (headers.etag !== tag) return { problem: `tag ${headers.etag} of other bytes`, publication: 0 };
  if (Number(headers["content-length"]) !== bytes.length) return { problem: "wrong length", publication: 0 };
  return { problem: null, publication: [...numbers][0] ?? 0 };
}

const ACCEPTED = ["br", "gzip", "identity"];

/** Reads on one connection until told to stop; every problem, and the newest publication seen. */
async function reader(
  index: number,
  isOver: () => boolean,
): Promise<{ problems: string[]; answers: number; newest: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const problems: string[] = [];
  let answers = 0;
  let newest = 0;
  while (!isOver()) {
    const page = PAGES[(index + answers) % PAGES.length] ?? "";
    const encoding = ACCEPTED[(index + answers) % ACCEPTED.length] ?? "";
    const { problem, publication } = examine(
      await read(agent, `/${page.replace("index.html", "")}`, { "Accept-Encoding": encoding }),
    );
    if (problem !== null) problems.push(problem);
    else if (publication < newest) problems.push(`publication ${publication} after ${newest}`);
    newest = Math.max(newest, publication);
    answers += 1;
  }
  agent.destroy();
  return { problems, answers, newest };
}

describe.each([
  { name: "told of each publication", isTold: true, cacheBytes: 64e6 },
  { name: "not told, as when another process publishes", isTold: false, cacheBytes: 64e6 },
  { name: "with room for nothing in memory", isTold: true, cacheBytes: 1 },
])("64 readers while 40 publications go live: $name", ({ isTold, cacheBytes }) => {
  test("no error, and each answer is whole and of one publication", async () => {
    await start(cacheBytes);
    let isOver = false;
    const readers = Array.from({ length: CONNECTIONS }, (_, index) => reader(index, () => isOver));
    for (let publication = 2; publication <= PUBLICATIONS; publication += 1) {
      publish(publication);
      if (isTold) handler.release(publication);
      await pause(10);
    }
    await pause(isTold ? 20 : 300);
    isOver = true;
    const results = await Promise.all(readers);
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    expect(results.every(({ answers }) => answers > 0)).toBe(true);
    expect(Math.max(...results.map(({ newest }) => newest))).toBe(PUBLICATIONS);
  });
});

test("after release the very next answer is of the new publication", async () => {
  await start(64e6);
  const agent = new Agent({ keepAlive: true });
  for (let publication = 2; publication < 10; publication += 1) {
    expect(examine(await read(agent, "/en/", {})).publication).toBe(publication - 1);
    publish(publication);
    handler.release(publication);
  }
  agent.destroy();
});

test("a large file is whole and of one publication, or visibly cut off", async () => {
  await start(64e6);
  const over = new AbortController();
  const problems: string[] = [];
  let whole = 0;
  const readers = Array.from({ length: 4 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!over.signal.aborted) {
      const answer = await read(agent, "/large.txt", {}).catch(() => "cut off" as const);
      const problem = answer === "cut off" ? null : examine(answer).problem;
      if (problem !== null) problems.push(problem);
      else if (answer !== "cut off") whole += 1;
    }
    agent.destroy();
  });
  for (let publication = 2; publication <= PUBLICATIONS; publication += 1) {
    publish(publication);
    await pause(10);
  }
  over.abort();
  await Promise.all(readers);
  expect(problems).toEqual([]);
  expect(whole).toBeGreaterThan(0);
});
