import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { LiveEvent } from "../../../src/web/live/event.ts";
import { createLiveHandler, type LiveHandler, type LiveOptions } from "../../../src/web/live/handler.ts";
import { PUBLIC_SERVER_OPTIONS } from "../../../src/web/public/limits.ts";
import { read, type Reader } from "./reader.ts";

let server: Server | null = null;
let live: LiveHandler | null = null;
afterEach(async () => {
  live?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  [server, live] = [null, null];
});

async function start(options: Partial<LiveOptions> = {}): Promise<{ handler: LiveHandler; port: number }> {
  const handler = createLiveHandler({
    headers: { "X-Content-Type-Options": "nosniff" },
    addressOf: ({ socket }) => socket.remoteAddress ?? "",
    number: 10,
    ...options,
  });
  const listening = createServer(PUBLIC_SERVER_OPTIONS, handler);
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  [server, live] = [listening, handler];
  return { handler, port: (listening.address() as AddressInfo).port };
}

const event = (number: number, pages: readonly string[] | null = ["/en/"]): LiveEvent => ({
  number,
  edition: 3,
  pages,
  notices: 0,
});
const until = (holds: () => boolean): Promise<void> => expect.poll(holds, { timeout: 5000, interval: 5 }).toBe(true);
const numbers = (reader: Reader): readonly string[] =>
  reader.messages().flatMap(({ event: kind, id }) => (kind === "publication" ? [id] : []));

test("a reader hears where we are, then of each publication once", async () => {
  const { handler, port } = await start();
  const reader = read(port);
  await until(() => reader.messages().length === 1);
  expect(reader.status()).toBe(200);
  expect(reader.text()).toMatch(/content-type: text\/event-stream/i);
  expect(reader.text()).toMatch(/x-content-type-options: nosniff/i);
  expect(reader.messages()[0]).toEqual({ event: "hello", id: "10", data: 10 });
  handler.tell(event(11));
  handler.tell(event(11));
  handler.tell(event(9));
  handler.tell(event(12, ["/en/corrections/"]));
  await until(() => numbers(reader).length === 2);
  expect(reader.messages().slice(1)).toEqual([
    { event: "publication", id: "11", data: event(11) },
    { event: "publication", id: "12", data: event(12, ["/en/corrections/"]) },
  ]);
});

test.each([
  ["as browsers do", { headers: "Last-Event-ID: 10\r\n" }],
  ["as pages do that were hidden", { path: "/live?since=10" }],
  ["as browsers do on a line that a page had asked for", { path: "/live?since=2", headers: "Last-Event-ID: 10\r\n" }],
])("who comes back hears all that was missed as one event: %s", async (_, how) => {
  const { handler, port } = await start();
  handler.tell(event(11, ["/en/", "/uk/"]));
  handler.tell(event(12, ["/en/", "/en/statements/s1/"]));
  const reader = read(port, how);
  await until(() => numbers(reader).length === 1);
  expect(reader.messages()[1]?.data).toEqual(event(12, ["/en/", "/uk/", "/en/statements/s1/"]));
  const even = read(port, { headers: "Last-Event-ID: 12\r\n" });
  await until(() => even.messages().length === 1);
  handler.tell(event(13));
  await until(() => numbers(even).length === 1);
  expect(numbers(even)).toEqual(["13"]);
});

test.each(["3", "-1", "99999", "x", "1e9", ""])(
  "from before this process began nothing is known, and nonsense is ignored: %s",
  async (id) => {
    const { handler, port } = await start();
    const reader = read(port, { headers: `Last-Event-ID: ${id}\r\n` });
    await until(() => reader.messages().length >= 1);
    handler.tell(event(11));
    await until(() => numbers(reader).at(-1) === "11");
    expect(numbers(reader)).toEqual(id === "3" ? ["10", "11"] : ["11"]);
    if (id === "3") expect(reader.messages()[1]?.data).toMatchObject({ pages: null });
  },
);

test("after a gap any page may have changed", async () => {
  const { handler, port } = await start();
  const reader = read(port);
  await until(() => reader.messages().length === 1);
  handler.tell(event(13));
  await until(() => numbers(reader).length === 1);
  expect(reader.messages()[1]?.data).toEqual(event(13, null));
});

test("a reader who does not read is cut, and nobody waits for them", async () => {
  const { handler, port } = await start({ limits: { behindMax: 20_000 } });
  const slow = read(port);
  const quick = read(port);
  await until(() => slow.messages().length + quick.messages().length === 2);
  slow.socket.pause();
  const pages = Array.from({ length: 60 }, (_, i) => `/en/statements/a-rather-long-${i}/`);
  let number = 10;
  // What the kernel takes for the slow one is not ours to bound.
  while (handler.clients === 2 && number < 40_000) {
    number += 1;
    handler.tell(event(number, pages));
    if (number % 50 === 0) await until(() => numbers(quick).at(-1) === String(number));
  }
  expect(handler.clients).toBe(1);
  await until(() => numbers(quick).at(-1) === String(number));
  expect(numbers(quick)).toHaveLength(number - 10);
}, 30_000);

test("lines are bounded, in all and for one address, and a line that ends makes room", async () => {
  const { handler, port } = await start({ limits: { clientsMax: 3, perAddressMax: 2 } });
  const [one, two] = [read(port), read(port)];
  await until(() => handler.clients === 2);
  const third = read(port);
  await third.ended;
  expect(third.status()).toBe(429);
  expect(third.text()).toMatch(/retry-after: 60/i);
  one.socket.destroy();
  await until(() => handler.clients === 1);
  const fourth = read(port);
  await until(() => fourth.messages().length === 1);
  expect(two.socket.destroyed).toBe(false);
});

test("when all lines are taken others are asked to come later", async () => {
  let next = 0;
  const { handler, port } = await start({
    limits: { clientsMax: 2 },
    addressOf: () => `2001:db8::${(next += 1).toString(16)}`,
  });
  read(port);
  read(port);
  await until(() => handler.clients === 2);
  const third = read(port);
  await third.ended;
  expect(third.status()).toBe(503);
});

test("silence is broken by heartbeats", async () => {
  const { port } = await start({ limits: { heartbeatMs: 20 } });
  const reader = read(port);
  await until(() => reader.text().split("\n:\n").length > 3);
  expect(reader.messages()).toHaveLength(1);
});

test("closing ends all lines in order, with what was told", async () => {
  const { handler, port } = await start();
  const reader = read(port);
  await until(() => reader.messages().length === 1);
  handler.tell(event(11));
  handler.close();
  await reader.ended;
  expect(numbers(reader)).toEqual(["11"]);
  const late = read(port);
  await late.ended;
  expect(late.status()).toBe(503);
});

test("a request behind an open line cannot write into it", async () => {
  const { port, handler } = await start();
  const reader = read(port);
  await until(() => reader.messages().length === 1);
  reader.socket.write("GET /live HTTP/1.1\r\nHost: a.example\r\n\r\n");
  await reader.ended;
  expect(reader.text().match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(handler.clients).toBe(0);
});

test("only reading is possible", async () => {
  const { port } = await start();
  const answer = await fetch(`http://127.0.0.1:${port}/live`, { method: "POST", body: "x" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  const head = await fetch(`http://127.0.0.1:${port}/live`, { method: "HEAD" });
  expect(head.headers.get("content-type")).toBe("text/event-stream");
});
