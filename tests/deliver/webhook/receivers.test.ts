import { afterEach, beforeEach, expect, test } from "vitest";
import { createSealer } from "../../../src/deliver/sealer.ts";
import type { WebhookChannel } from "../../../src/deliver/webhook/channel.ts";
import type { DispatchId } from "../../../src/model/id.ts";
import { aLetter, anOutgoing } from "../letter.ts";
import { aWebhookChannel, secret, startReceiver, type Receiver } from "./receiver.ts";

let receiver: Receiver;
let channel: WebhookChannel;
beforeEach(async () => {
  receiver = await startReceiver();
  channel = aWebhookChannel(receiver.port, { timeoutMs: 300 });
});
afterEach(async () => {
  await channel.close();
  await receiver.close();
});

const never = new AbortController().signal;
const send = (name: string) => channel.send(anOutgoing(receiver.address(name)), never);

test("a message says everything that the letter says, signed, with the ids of what it corrects", async () => {
  const letter = aLetter({ kind: "correction", thread: "s14", title: "“Тихо” — \u2028 and \\ quotes" });
  const original = { id: "edition:12/webhook" as DispatchId, number: 12, ref: null };
  const outgoing = anOutgoing(receiver.address("accepts"), { letter, dispatchNumber: 15, threads: [original] });
  await channel.send(outgoing, never);
  await channel.send(outgoing, never);
  const { kind, lang, dir, office, title, lead, parts, url, at, entries, thread, expires } = letter;
  const said = { kind, lang, dir, office, title, lead, parts, url, at, entries, thread, expires };
  expect(receiver.got[0]).toEqual({
    path: "accepts",
    id: "msg_15_4711",
    type: "correction.published",
    timestamp: letter.at,
    data: { ...said, corrects: ["msg_12_4711"], ...outgoing.links },
  });
  // Tried again, it is the same message.
  expect(receiver.got[1]).toEqual(receiver.got[0]);
  expect(receiver.complaints).toEqual([]);
});

test.each([
  ["empty-yes", { outcome: "accepted" }],
  ["endless", { outcome: "accepted" }],
  ["drips", { outcome: "accepted" }],
  ["gone", { outcome: "failed", code: "WEBHOOK_GONE", permanent: true, gone: true }],
  ["later", { outcome: "failed", code: "LATER", permanent: false, retryAfter: 120 }],
  ["failing", { outcome: "failed", code: "WEBHOOK_FAILED", permanent: false }],
  ["resting", { outcome: "failed", code: "WEBHOOK_FAILED", permanent: false }],
  ["hangs", { outcome: "failed", code: "WEBHOOK_SLOW", permanent: false }],
  ["breaks", { outcome: "failed", code: "ANSWER_LOST", permanent: false }],
  ["inside", { outcome: "failed", code: "REDIRECTED", permanent: true }],
  ["unknown-path", { outcome: "failed", code: "REFUSED", permanent: true }],
])("one that is %s is told so, and the next gets its message at once", async (name, expected) => {
  const [result, next] = await Promise.all([send(name), send("accepts")]);
  expect(result).toMatchObject(expected);
  expect(next).toEqual({ outcome: "accepted" });
  // A redirect to the inside was not followed.
  expect(receiver.got.filter(({ path }) => path === "accepts")).toHaveLength(1);
});

test("answers without end are cut, and their connections are not kept", async () => {
  await Promise.all(Array.from({ length: 20 }, () => send("endless")));
  await expect.poll(() => receiver.connections(), { timeout: 4000 }).toBe(0);
});

test("a name that leads inside is refused at the moment of connecting, whatever it answered before", async () => {
  let asked = 0;
  const turncoat = aWebhookChannel(receiver.port, {
    allow: [],
    resolve: async () => [{ address: (asked += 1) === 1 ? "10.0.0.1" : "127.0.0.1", family: 4 }],
  });
  const address = turncoat.address(JSON.stringify({ url: "https://program.example:8443/x", secret }));
  for (let i = 0; i < 2; i += 1) {
    const result = await turncoat.send(anOutgoing(address), never);
    expect(result).toMatchObject({ outcome: "failed", code: "ADDRESS_BLOCKED", permanent: true });
    expect(JSON.stringify(result)).not.toMatch(/program|10\.0|127\.0/);
  }
  await turncoat.close();
});

test("a server that hangs is left alone after a while, and others are not", async () => {
  for (let i = 0; i < 3; i += 1) expect(await send("hangs")).toMatchObject({ code: "WEBHOOK_SLOW" });
  expect(await send("hangs")).toMatchObject({ outcome: "failed", code: "WEBHOOK_RESTS", permanent: false });
  const other = await startReceiver();
  const both = aWebhookChannel(0, { allow: [`127.0.0.1:${receiver.port}`, `127.0.0.1:${other.port}`], timeoutMs: 100 });
  for (let i = 0; i < 4; i += 1) await both.send(anOutgoing(receiver.address("hangs")), never);
  expect(await both.send(anOutgoing(other.address("accepts")), never)).toEqual({ outcome: "accepted" });
  await both.close();
  await other.close();
});

test.each([
  ["answers", { outcome: "accepted" }],
  ["says", { outcome: "accepted" }],
  ["echo", { outcome: "failed", code: "WEBHOOK_UNWANTED" }],
  ["accepts", { outcome: "failed", code: "WEBHOOK_UNWANTED" }],
  ["empty-yes", { outcome: "failed", code: "WEBHOOK_UNWANTED" }],
  ["endless", { outcome: "failed" }],
  ["drips", { outcome: "failed", code: "WEBHOOK_SLOW" }],
  ["inside", { outcome: "failed", code: "REDIRECTED" }],
  ["hangs", { outcome: "failed", code: "WEBHOOK_SLOW" }],
])("a challenge is met by giving it back and by nothing else: %s", async (name, expected) => {
  expect(await channel.challenge(receiver.address(name), "c-1234")).toMatchObject(expected);
  expect(receiver.complaints).toEqual([]);
});

test("one receiver is one subscriber, whatever its secret", () => {
  const sealer = createSealer(new Uint8Array(32).fill(5), (bytes) => new Uint8Array(bytes));
  const other = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;
  const url = "https://program.example/x";
  const [one, two] = [secret, other].map((text) => sealer.seal("webhook", JSON.stringify({ url, secret: text })));
  expect(one?.fingerprint).toBe(two?.fingerprint);
  expect(sealer.open("webhook", two!)).toContain(other);
});
