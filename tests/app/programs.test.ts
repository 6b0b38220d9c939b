import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startServer, type RunningServer } from "../../src/app/server.ts";
import { correctStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { EntryId, StatementId } from "../../src/model/id.ts";
import { startFakeBroker, type FakeBroker } from "../deliver/mqtt/fake-broker.ts";
import { at, draft, statement, wire } from "../desk/given.ts";
import { openOffice, type TestOffice } from "./office.ts";

interface Told {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
const wishes = { lang: "en", topics: ["situation", "measures", "safety"], area: "", frequency: "each", hour: "0" };

let program: Server;
let broker: FakeBroker;
let office: TestOffice;
let server: RunningServer;
/** What a program at /hook was told, with the signature that holds; /deaf answers 200 to everything. */
let told: Told[];
/** Feeds that the hub at /hub was told of. */
let pinged: string[];
let port: number;

beforeEach(async () => {
  [told, pinged] = [[], []];
  program = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      if (request.url === "/hub") {
        pinged.push(...new URLSearchParams(body).getAll("hub.url"));
        return response.writeHead(204).end();
      }
      const id = String(request.headers["webhook-id"]);
      const when = new Date(Number(request.headers["webhook-timestamp"]) * 1000);
      const right = new Webhook(secret).sign(id, when, body) === request.headers["webhook-signature"];
      const message = JSON.parse(body) as Told;
      if (request.url === "/deaf") return response.end("fine");
      if (!right) return response.writeHead(401).end();
      if (message.type === "webhook.challenge") return response.end(JSON.stringify(message.data));
      told.push({ ...message, id });
      return response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => program.listen(0, "127.0.0.1", resolve));
  ({ port } = program.address() as AddressInfo);
  broker = await startFakeBroker();
  const allow = [`127.0.0.1:${port}`];
  const delivery = {
    webhook: { allow },
    mqtt: { url: `mqtt://127.0.0.1:${broker.port}`, prefix: "office" },
    websub: { hub: `http://127.0.0.1:${port}/hub`, allow },
  };
  office = await openOffice("", { delivery });
  server = await startServer(office.app);
  await office.app.deliver().settled();
});
afterEach(async () => {
  await server.close();
  await office.close();
  await broker.close();
  program.closeAllConnections();
  await new Promise((resolve) => program.close(resolve));
});

const subscribe = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.address}/subscribe/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const hook = (path = "hook"): string => `http://127.0.0.1:${port}/${path}`;

test("a program subscribes, gets editions and their corrections signed, and leaves by its link", async () => {
  const answer = await subscribe({ url: hook(), secret, wishes });
  expect(answer.status).toBe(201);
  const subscribed = (await answer.json()) as { outcome: string; secret: string; manage: string };
  expect(subscribed).toEqual({ outcome: "subscribed", secret, manage: expect.stringContaining("/subscribe/manage/") });

  const { press } = office.app.context;
  const delivery = office.app.deliver();
  await press.publish(
    (history, now) => publishEdition(draft({ statements: [statement("a")] }), history, [wire], now),
    "approver",
  );
  await delivery.settled();
  await press.publish(
    (history) =>
      correctStatement(
        {
          kind: "correction",
          statement: "s1" as StatementId,
          fromVersion: 1,
          right: { ...statement("a"), asOf: at(7), text: { en: "It is otherwise.", uk: "Інакше." } },
          reason: { en: "We misread the list.", uk: "Ми хибно прочитали список." },
        },
        history,
        [wire],
      ),
    "approver",
  );
  await delivery.settled();
  expect(told.map(({ type }) => type)).toEqual(["edition.published", "correction.published"]);
  expect(told[1]?.data["corrects"]).toEqual([told[0]?.id]);
  // Hub and broker heard of both, in every language.
  expect(pinged.filter((feed) => feed.endsWith("/en/feed.atom"))).toHaveLength(2);
  expect(pinged.filter((feed) => feed.endsWith("/uk/feed.json"))).toHaveLength(2);
  expect(broker.topics.filter((topic) => topic === "office/edition/uk")).toHaveLength(2);
  expect(broker.topics).toContain("office/correction/en");
  const reach = press.history().reaches.get("correction:k1" as EntryId)?.value.channels;
  expect(Object.fromEntries((reach ?? []).map(({ channel, accepted }) => [channel, accepted]))).toEqual({
    mqtt: 2,
    websub: 1,
    webhook: 1,
  });

  const left = await fetch(server.address + new URL(`${subscribed.manage}/erase`).pathname, { method: "POST" });
  expect(left.status).toBe(200);
  expect((await office.app.context.store.subscribers.count()).find(({ channel }) => channel === "webhook")).toBe(
    undefined,
  );
});

test("nobody is subscribed who did not ask for it, and what is wrong is said", async () => {
  const outcome = async (body: unknown, headers?: Record<string, string>) => {
    const answer = await subscribe(body, headers);
    const { outcome: kind, code } = (await answer.json()) as { outcome: string; code?: string };
    return [answer.status, kind, code];
  };
  expect(await outcome({ url: hook("deaf"), secret, wishes })).toEqual([422, "unanswered", "WEBHOOK_UNWANTED"]);
  expect(await outcome({ url: "http://10.0.0.1/x", wishes })).toEqual([422, "problems", undefined]);
  expect(await outcome({ url: hook(), secret: "short", wishes })).toEqual([422, "problems", undefined]);
  expect(await outcome({ url: hook(), secret, wishes: { ...wishes, topics: [] } })).toEqual([
    422,
    "problems",
    undefined,
  ]);
  expect(await outcome(null)).toEqual([422, "problems", undefined]);
  expect(await outcome({ url: hook(), secret, wishes }, { "sec-fetch-site": "cross-site" })).toEqual([
    403,
    "foreign",
    undefined,
  ]);
  const webhooks = async () =>
    (await office.app.context.store.subscribers.count()).filter(({ channel }) => channel === "webhook");
  expect(await webhooks()).toEqual([]);
  // With the same secret it is the same subscriber; with another one it stays as it is.
  expect(await outcome({ url: hook(), secret, wishes })).toEqual([201, "subscribed", undefined]);
  expect(await outcome({ url: hook(), secret, wishes: { ...wishes, lang: "uk" } })).toEqual([
    201,
    "subscribed",
    undefined,
  ]);
  expect(await webhooks()).toEqual([{ channel: "webhook", status: "active", count: 1 }]);
});

test("asking for a server again and again is held up", async () => {
  const statuses = [];
  for (let i = 0; i < 22; i += 1) statuses.push((await subscribe({ url: hook(`deaf?${i}`), secret, wishes })).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
});
