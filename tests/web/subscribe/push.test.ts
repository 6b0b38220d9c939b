import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createMemorySubscriberStore } from "../../../src/deliver/memory/subscriber-store.ts";
import { pushAddress } from "../../../src/deliver/push/address.ts";
import { parseAllowList } from "../../../src/model/public-address.ts";
import { addressOf, vapid } from "../../deliver/push/push-service.ts";
import { BASE, openPages, sealer } from "./site.ts";

const allow = parseAllowList([]);
const signUp = { publicKey: vapid.publicKey, address: (text: string) => pushAddress(text, allow) };
const wishes = { lang: "en", topics: ["situation"], area: "", frequency: "each", hour: "" };
const host = new URL(BASE).host;

let store: ReturnType<typeof createMemorySubscriberStore>;
let site: ReturnType<typeof openPages>;
beforeEach(() => {
  store = createMemorySubscriberStore();
  site = openPages({ store, push: signUp });
});

const browser = (name = "a"): { endpoint: string; keys: object } =>
  JSON.parse(addressOf(`https://push.example/${name}`)) as { endpoint: string; keys: object };

interface Said {
  readonly status: number;
  readonly said: Readonly<Record<string, unknown>>;
}

async function ask(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Said> {
  const answer = await site.request("/subscribe/push", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", host, ...headers },
  });
  return { status: answer.status, said: JSON.parse(answer.html || "{}") as Record<string, unknown> };
}
const tokenIn = ({ said }: Said): string => String(said["manage"]).split("/").at(-1) ?? "";

describe("a browser", () => {
  test("subscribes at once, and its owner can change, export and erase by the link that it keeps", async () => {
    const one = browser();
    const answer = await ask({ ...one, wishes });
    expect(answer).toMatchObject({ status: 200, said: { outcome: "subscribed" } });
    const manage = String(answer.said["manage"]);
    expect(manage).toMatch(/^\/subscribe\/manage\/\w+$/);
    const [kept] = store.all();
    expect(kept).toMatchObject({ channel: "push", status: "active", wishes: { topics: ["situation"], hour: 0 } });
    expect(JSON.parse(sealer.open("push", kept!.sealed))).toEqual(one);
    expect(JSON.stringify(kept)).not.toContain("push.example");

    const page = await site.get(manage);
    expect(page.words).toContain("Notifications go to the browser");
    expect(page.html).not.toContain("push.example");
    await site.post(manage, { lang: "uk", topics: "safety", area: "", frequency: "urgent", hour: "7" });
    expect(store.all()[0]?.wishes).toMatchObject({ lang: "uk", frequency: "urgent" });
    expect((await site.post(`${manage}/export`)).html).toContain("push.example");
    await site.post(`${manage}/erase`);
    expect(store.all()).toEqual([]);
  });

  test("that asks again changes what it chose, and stays one subscriber, also after it was gone", async () => {
    const one = browser();
    await ask({ ...one, wishes });
    const number = store.all()[0]!.number;
    await store.change(number, { status: "suspended" });
    await ask({ ...one, wishes: { ...wishes, topics: ["safety", "corrections"] } });
    expect(store.all()).toMatchObject([{ number, status: "active", wishes: { topics: ["safety", "corrections"] } }]);
  });

  test("that renews its subscription stays the same subscriber with the same wishes", async () => {
    const first = await ask({ ...browser("old"), wishes });
    const { number } = store.all()[0]!;
    const renewed = await ask({ ...browser("new"), manage: tokenIn(first) });
    expect(renewed.status).toBe(200);
    expect(renewed.said["manage"]).toBe(first.said["manage"]);
    expect(store.all()).toMatchObject([{ number, wishes: { topics: ["situation"] } }]);
    expect(sealer.open("push", store.all()[0]!.sealed)).toContain("/new");
  });

  test("has one subscription: one that is known already takes the place of the one before", async () => {
    const first = await ask({ ...browser("a"), wishes });
    const other = browser("b");
    await ask({ ...other, wishes });
    await ask({ ...other, manage: tokenIn(first) });
    expect(store.all().map(({ sealed }) => sealer.open("push", sealed))).toEqual([JSON.stringify(other)]);
  });

  test("cannot renew by a link that is forged, erased, or a mail subscriber's", async () => {
    const gone = await ask({ ...browser("gone"), wishes });
    await site.post(`${String(gone.said["manage"])}/erase`);
    const mail = (await site.subscribe()).split("/").at(-1);
    const before = store.all();
    for (const manage of [tokenIn(gone), mail, "x", ""]) {
      expect((await ask({ ...browser("z"), manage })).status).toBe(404);
    }
    expect(store.all()).toEqual(before);
  });
});

test("the key is told where push is set up, and the page offers it to scripts alone", async () => {
  expect(JSON.parse((await site.get("/subscribe/push")).html)).toEqual({ key: vapid.publicKey });
  const without = openPages();
  expect(JSON.parse((await without.get("/subscribe/push")).html)).toEqual({ key: null });
  const closed = await without.request("/subscribe/push", {
    method: "POST",
    body: JSON.stringify({ ...browser(), wishes }),
    headers: { "content-type": "application/json" },
  });
  expect(closed.status).toBe(503);
});

describe("what is no subscription", () => {
  const { keys } = browser();
  test.each([
    ["nothing", {}],
    ["no JSON", "{"],
    ["a list", "[1]"],
    ["an address inside", { endpoint: "https://10.0.0.1/x", keys, wishes }],
    ["loopback", { endpoint: "https://[::1]/x", keys, wishes }],
    ["no https", { endpoint: "http://push.example/x", keys, wishes }],
    ["no keys", { endpoint: "https://push.example/x", wishes }],
    ["forged keys", { endpoint: "https://push.example/x", keys: { ...keys, p256dh: "B".repeat(87) }, wishes }],
    ["keys of another kind", { endpoint: "https://push.example/x", keys: { p256dh: {}, auth: 7 }, wishes }],
  ])("%s is refused without a word of it", async (_what, body) => {
    const { status, said } = await ask(body);
    expect([status, said]).toEqual([422, { outcome: "problems", problems: [{ field: "address", code: "address" }] }]);
    expect(store.all()).toEqual([]);
    expect(site.events).toEqual([]);
  });

  test("wishes that the form does not offer are named", async () => {
    const { status, said } = await ask({ ...browser(), wishes: { lang: "xx", topics: "all", frequency: 7 } });
    expect(status).toBe(422);
    expect(said["problems"]).toEqual([
      { field: "lang", code: "choice" },
      { field: "frequency", code: "choice" },
      { field: "topics", code: "topics" },
    ]);
  });

  test("huge JSON is not read, other types are not taken", async () => {
    const huge = await site.request("/subscribe/push", {
      method: "POST",
      body: JSON.stringify({ ...browser(), wishes, more: "x".repeat(100_000) }),
      headers: { "content-type": "application/json" },
    });
    expect(huge.status).toBe(413);
    expect((await ask({ ...browser(), wishes }, { "content-type": "text/plain" })).status).toBe(415);
    expect(store.all()).toEqual([]);
  });

  test("whatever is sent, the answer is JSON and the server does not fail", async () => {
    const body = fc.record(
      { endpoint: fc.anything(), keys: fc.anything(), wishes: fc.anything(), manage: fc.anything() },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          body.map((one) => JSON.stringify(one, plain)),
        ),
        async (sent) => {
          expect([404, 422]).toContain((await ask(sent)).status);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** JSON has no such numbers. */
const plain = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

describe("other websites and the impatient", () => {
  test.each([
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
  ])("a request with %j is refused", async (headers) => {
    expect((await ask({ ...browser(), wishes }, headers)).status).toBe(403);
    expect(store.all()).toEqual([]);
  });

  test("where the browser does not say, the origin counts", async () => {
    const send = (origin: string) =>
      site.request("/subscribe/push", {
        method: "POST",
        body: JSON.stringify({ ...browser(), wishes }),
        headers: { "content-type": "application/json", origin, host },
      });
    expect((await send("https://evil.example")).status).toBe(403);
    expect((await send("null")).status).toBe(403);
    expect((await send(BASE)).status).toBe(200);
  });

  test("many new ones from one network are refused after a while; those who are known are not", async () => {
    const one = browser("first");
    await ask({ ...one, wishes });
    const statuses = [];
    for (let i = 0; i < 45; i++) statuses.push((await ask({ ...browser(`n${i}`), wishes })).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(39);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask({ ...one, wishes })).status).toBe(200);
    expect(site.events).toEqual([{ level: "warn", event: "subscription.limited", limit: "network" }]);
  });
});
