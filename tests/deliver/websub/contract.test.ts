import { createServer } from "node:http";
import { lookup } from "node:dns/promises";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createWebsubChannel } from "../../../src/deliver/websub/channel.ts";
import { parseAllowList } from "../../../src/model/public-address.ts";
import type { Instant } from "../../../src/model/time.ts";
import { anOutgoing } from "../letter.ts";

const FEEDS = ["https://office.example/en/feed.atom", "https://office.example/uk/feed.rss"];

/** A hub that takes what W3C WebSub and its predecessor let a publisher say, and answers as it is told. */
async function startHub(answer: number | "hangs" | "garbage" | "inside") {
  const told: string[][] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const right =
        request.method === "POST" &&
        request.headers["content-type"] === "application/x-www-form-urlencoded" &&
        form.get("hub.mode") === "publish";
      if (!right) return void response.writeHead(400).end();
      if (answer === "garbage") return void request.socket.end("nonsense\r\n\r\n");
      if (answer === "inside") return void response.writeHead(307, { location: "http://127.0.0.1:1/" }).end();
      if (answer === "hangs") return told.push(form.getAll("hub.url"));
      if (answer < 300) told.push(form.getAll("hub.url"));
      return response.writeHead(answer, { "retry-after": "60" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const hub = `http://127.0.0.1:${port}/hub`;
  const channel = createWebsubChannel(
    { hub, allow: parseAllowList([`127.0.0.1:${port}`]), timeoutMs: 300 },
    {
      feeds: () => FEEDS,
      clock: () => "2031-03-03T13:45:00Z" as Instant,
      resolve: (host) => lookup(host, { all: true }),
    },
  );
  return {
    told,
    hub,
    channel,
    send: (signal: AbortSignal = new AbortController().signal) => channel.send(anOutgoing(hub), signal),
    async close() {
      await channel.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each([
  [204, { outcome: "accepted" }],
  [202, { outcome: "accepted" }],
  [400, { outcome: "failed", code: "HUB_REFUSED", permanent: true }],
  [503, { outcome: "failed", code: "HUB_FAILED", permanent: false, retryAfter: 60 }],
  ["inside", { outcome: "failed", code: "REDIRECTED", permanent: true }],
  ["garbage", { outcome: "failed", permanent: false }],
  ["hangs", { outcome: "failed", code: "HUB_FAILED", permanent: false }],
] as const)("the hub is told of every feed; when it answers %s, so it is kept", async (answer, expected) => {
  const hub = await startHub(answer);
  expect(await hub.send()).toMatchObject(expected);
  expect(hub.told).toEqual(answer === "hangs" || answer === 202 || answer === 204 ? [FEEDS] : []);
  await hub.close();
  expect((await hub.send()).outcome).toBe("failed");
});

test("one that is told to stop says what it knows", async () => {
  const hub = await startHub("hangs");
  expect(await hub.send(AbortSignal.abort())).toMatchObject({ outcome: "failed", code: "NOT_SENT" });
  const stop = new AbortController();
  const sending = hub.send(stop.signal);
  await expect.poll(() => hub.told.length).toBe(1);
  stop.abort();
  expect(await sending).toMatchObject({ outcome: "unknown", code: "ABORTED" });
  await hub.close();
});

test("there is one hub: the one that is set up", async () => {
  const hub = await startHub(204);
  expect(hub.channel.address(` ${hub.hub} `)).toBe(hub.hub);
  for (const other of ["", "nobody", "https://other.example/"])
    expect(() => hub.channel.address(other)).toThrow(expect.objectContaining({ code: "ADDRESS_INVALID" }));
  const never = new AbortController().signal;
  expect(await hub.channel.send(anOutgoing("https://old.example/"), never)).toMatchObject({ gone: true });
  expect(hub.told).toEqual([]);
  await hub.close();
});
