import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { limitServer, PUBLIC_SERVER_OPTIONS } from "../../../src/web/public/limits.ts";
import { createPublicHandler } from "../../../src/web/public/server.ts";
import type { PublicHandler, PublicOptions } from "../../../src/web/public/server.ts";
import { switchTo, writeWithTwins } from "./site.ts";

let directory: string;
let handler: PublicHandler;
let server: Server;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tocsin-public-"));
});

afterEach(async () => {
  handler.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true });
});

async function start(options: Partial<PublicOptions> = {}): Promise<string> {
  handler = createPublicHandler({ directory, headers: { "X-Ours": "yes" }, ...options });
  server = createServer(PUBLIC_SERVER_OPTIONS, handler);
  limitServer(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Everything that the server sends back for raw bytes until it closes the connection. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk: Buffer) => (said += chunk.toString("latin1")));
    socket.on("error", reject).on("close", () => resolve(said));
  });
}

test("before the first publication a reader is asked to come back, and then gets it without a restart", async () => {
  const url = await start();
  const early = await fetch(`${url}/en/`);
  expect([early.status, early.headers.get("retry-after"), early.headers.get("x-ours")]).toEqual([503, "5", "yes"]);
  writeWithTwins(join(directory, "a", "en/index.html"), "<p>first</p>");
  switchTo(directory, "a");
  handler.release(1);
  expect(await (await fetch(`${url}/en/`)).text()).toBe("<p>first</p>");
});

test("a site without a page for it says 404 in words", async () => {
  mkdirSync(join(directory, "a"));
  switchTo(directory, "a");
  const answer = await fetch(`${await start()}/nothing`);
  expect([answer.status, await answer.text()]).toEqual([404, "There is no such page.\n"]);
});

test("behind TLS browsers are told to stay with it", async () => {
  writeWithTwins(join(directory, "a", "index.html"), "x");
  switchTo(directory, "a");
  expect((await fetch(await start({ tls: true }))).headers.get("strict-transport-security")).toBe("max-age=31536000");
});

test("more files than fit into memory are still all answered", async () => {
  for (let i = 0; i < 60; i += 1) writeWithTwins(join(directory, "a", `${i}.txt`), `${i}`.repeat(1000));
  switchTo(directory, "a");
  const url = await start({ cacheBytes: 50_000 });
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < 60; i += 1) expect(await (await fetch(`${url}/${i}.txt`)).text()).toBe(`${i}`.repeat(1000));
  }
});

test("a twin that gets better while its page is live does no harm", async () => {
  writeWithTwins(join(directory, "a", "index.html"), "<p>same</p>".repeat(20_000));
  switchTo(directory, "a");
  const url = await start({ largeBytes: 1000 });
  expect((await (await fetch(url)).text()).length).toBe(220_000);
  writeFileSync(join(directory, "a", "index.html"), "<p>other</p>".repeat(20_000));
  const again = await fetch(url, { headers: { "Accept-Encoding": "identity" } });
  expect(await again.text()).toBe("<p>other</p>".repeat(20_000));
});

test("a body that nobody asked for is not read: the connection ends", async () => {
  await start();
  const said = await raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\nabc");
  expect(said).toMatch(/^HTTP\/1\.1 405 /);
  expect(said).toMatch(/connection: close/i);
});

test("headers beyond all measure are refused", async () => {
  await start();
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
});

test("what is not HTTP is refused", async () => {
  await start();
  expect(await raw("\u0016\u0003\u0001hello\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
});

test("requests sent in one go are answered in order", async () => {
  writeWithTwins(join(directory, "a", "1.txt"), "one");
  writeWithTwins(join(directory, "a", "2.txt"), "two");
  switchTo(directory, "a");
  await start();
  const said = await raw(
    "GET /1.txt HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\nGET /2.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  );
  expect(
    [...said.matchAll(/HTTP\/1\.1 (\d+)|\b(one|two)$|(?<=\r\n)(one|two)(?=HTTP)/gm)].map((match) => match[0]),
  ).toEqual(["HTTP/1.1 200", "one", "HTTP/1.1 404", "HTTP/1.1 200", "two"]);
});
