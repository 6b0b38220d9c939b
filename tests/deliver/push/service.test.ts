import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Letter } from "../../../src/deliver/letter.ts";
import type { Result } from "../../../src/deliver/ports.ts";
import { createPushChannel, type PushChannel } from "../../../src/deliver/push/channel.ts";
import { parseAllowList } from "../../../src/model/public-address.ts";
import type { Instant } from "../../../src/model/time.ts";
import { aLetter, anOutgoing } from "../letter.ts";
import {
  addressOf,
  aPushChannel,
  NOW,
  startPushService,
  vapid,
  type Manner,
  type PushService,
} from "./push-service.ts";

let service: PushService;
let channel: PushChannel;
beforeEach(async () => {
  service = await startPushService();
  channel = aPushChannel(service);
});
afterEach(async () => {
  await channel.close();
  await service.close();
});

const send = (address: string, letter: Partial<Letter> = {}): Promise<Result> =>
  channel.send(anOutgoing(address, { letter: aLetter(letter) }), new AbortController().signal);
const sendTo = (manner: Manner, letter: Partial<Letter> = {}): Promise<Result> =>
  send(service.subscription(manner), letter);
const shown = (): Record<string, unknown> => JSON.parse(service.received.at(-1)?.json ?? "{}");

describe("a message by the RFCs", () => {
  test("is what the service worker shows, in the reader's language", async () => {
    expect(await sendTo("accepts", { lang: "ar", dir: "rtl" })).toEqual({ outcome: "accepted" });
    expect(shown()).toEqual({
      v: 1,
      title: "Edition 12: the water in Lower Tarn, 14:00",
      body: "The water main in Lower Tarn is shut until tomorrow noon.",
      url: "https://tarn.example/en/editions/12",
      tag: "edition-12",
      lang: "ar",
      dir: "rtl",
      at: "2031-03-03T13:45:00Z",
      kind: "edition",
    });
    expect(service.complaints).toEqual([]);
  });

  test("a correction has the original's topic and tag, so that it takes its place, delivered or not", async () => {
    const address = service.subscription();
    await send(address, { kind: "edition", thread: "s14" });
    await send(address, { kind: "correction", thread: "s14", title: "Corrected" });
    const [first, second] = service.received;
    expect(second?.topic).toBe("s14");
    expect(first?.topic).toBe(second?.topic);
    expect(shown()).toMatchObject({ tag: "s14", kind: "correction" });
  });

  test("a thread that cannot be a topic gets one that is always the same", async () => {
    for (const thread of ["x".repeat(33), "a/b c", "ü"]) {
      await sendTo("accepts", { thread });
      await sendTo("accepts", { thread });
      const [one, other] = service.received.slice(-2);
      expect(one?.topic).toMatch(/^[\w-]{32}$/);
      expect(one?.topic).toBe(other?.topic);
    }
    expect(new Set(service.received.map(({ topic }) => topic)).size).toBe(3);
  });

  test.each([
    ["notice", "2031-03-03T14:30:00Z", 1800, "high"],
    ["notice", "2032-03-03T14:00:00Z", 28 * 86_400, "high"],
    ["correction", null, 28 * 86_400, "normal"],
    ["withdrawal", null, 28 * 86_400, "normal"],
    ["edition", null, 3 * 86_400, "normal"],
    ["digest", null, 2 * 86_400, "low"],
  ] as const)("a %s that ends at %s waits %i s with urgency %s", async (kind, expires, ttl, urgency) => {
    await sendTo("accepts", { kind, expires: expires as Instant | null });
    expect(service.received.at(-1)).toMatchObject({ ttl, urgency });
  });

  test("what has ended is not handed over any more", async () => {
    const result = await sendTo("accepts", { kind: "notice", expires: NOW });
    expect(result).toMatchObject({ outcome: "failed", code: "PUSH_TOO_LATE", permanent: true });
    expect(service.received).toEqual([]);
  });

  test("connections are used again, and the service's key is signed for once", async () => {
    const address = service.subscription();
    for (let i = 0; i < 50; i++) await send(address);
    expect(service.opened).toBeLessThanOrEqual(2);
    expect(new Set(service.received.map(({ token }) => token)).size).toBe(1);
  });

  test("after some hours the signature is renewed", async () => {
    let ticks = 0;
    await channel.close();
    channel = aPushChannel(service, { ticks: () => ticks });
    await sendTo("accepts");
    ticks = 4 * 3_600_000;
    await sendTo("accepts");
    expect(new Set(service.received.map(({ token }) => token)).size).toBe(2);
    expect(service.complaints).toEqual([]);
  });
});

describe("what services answer", () => {
  test.each([
    [404, { code: "ENDPOINT_GONE", permanent: true, gone: true }],
    [410, { code: "ENDPOINT_GONE", permanent: true, gone: true }],
    [400, { code: "PUSH_REFUSED", permanent: true }],
    [401, { code: "PUSH_KEY_REFUSED", permanent: false }],
    [403, { code: "PUSH_KEY_REFUSED", permanent: true }],
    [413, { code: "PUSH_TOO_LARGE", permanent: true }],
    [307, { code: "PUSH_REFUSED", permanent: true }],
    [500, { code: "PUSH_SERVICE_FAILED", permanent: false }],
    [503, { code: "PUSH_SERVICE_FAILED", permanent: false }],
    [429, { code: "LATER", permanent: false }],
  ])("%i", async (status, expected) => {
    const result = await sendTo({ status, headers: { location: "https://127.0.0.1/" } });
    expect(result).toEqual({
      outcome: "failed",
      reason: expect.stringContaining(String(status)) as string,
      ...expected,
    });
  });

  test("202 is a yes as well; another 2xx is neither yes nor no", async () => {
    expect(await sendTo({ status: 202 })).toEqual({ outcome: "accepted" });
    expect(await sendTo({ status: 200 })).toMatchObject({ outcome: "unknown", code: "ANSWER_UNREADABLE" });
  });

  test.each([
    ["120", 120],
    ["Mon, 03 Mar 2031 14:01:00 GMT", 60],
    ["99999999", 86_400],
    ["-5", undefined],
    ["soon", undefined],
  ])("Retry-After: %s", async (header, seconds) => {
    const result = await sendTo({ status: 503, headers: { "retry-after": header } });
    expect("retryAfter" in result ? result.retryAfter : undefined).toBe(seconds);
  });

  test("a message that is too large for the service goes once more, shorter", async () => {
    const lead = "Boil water for a minute. ".repeat(150);
    expect(await sendTo({ bodyMax: 2200 }, { lead })).toEqual({ outcome: "accepted" });
    expect(service.received.at(-1)?.bodyBytes).toBeLessThanOrEqual(2200);
    expect(shown()["body"]).toMatch(/minute\.$/);
  });

  test("a connection that breaks after the message leaves it in doubt", async () => {
    expect(await sendTo("breaks")).toMatchObject({ outcome: "unknown", code: "ANSWER_LOST" });
  });

  test("an answer without end neither keeps anybody waiting nor the connection", async () => {
    expect(await sendTo({ status: 201, endless: true })).toEqual({ outcome: "accepted" });
    await expect.poll(() => service.connections()).toBe(0);
    expect(await sendTo("accepts")).toEqual({ outcome: "accepted" });
  });

  test("a service that hangs is left alone after three times, without a wait for anybody; then tried again", async () => {
    let ticks = 0;
    await channel.close();
    channel = aPushChannel(service, { timeoutMs: 300, ticks: () => ticks });
    const address = service.subscription("hangs");
    for (let i = 0; i < 3; i++) expect(await send(address)).toMatchObject({ outcome: "unknown", code: "ABORTED" });
    const rests = { outcome: "failed", code: "PUSH_SERVICE_RESTS", permanent: false };
    expect(await sendTo("accepts")).toMatchObject(rests);
    ticks += 31_000;
    expect(await sendTo("accepts")).toEqual({ outcome: "accepted" });
  });
});

describe("services that are not to be trusted", () => {
  const closed = (answers: readonly string[]): PushChannel =>
    createPushChannel(
      { keys: vapid, allow: parseAllowList([]), timeoutMs: 500 },
      {
        clock: () => NOW,
        ticks: () => performance.now(),
        subject: () => "mailto:desk@tarn.example",
        resolve: async () => answers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      },
    );

  test.each([
    [["127.0.0.1"]],
    [["10.1.2.3"]],
    [["169.254.169.254"]],
    [["::1"]],
    [["::ffff:192.168.0.1"]],
    [["93.184.216.34", "10.0.0.1"]],
  ])("a name that leads to %j is not connected to", async (answers) => {
    const private_ = closed(answers);
    const signal = new AbortController().signal;
    for (let i = 0; i < 4; i++) {
      const result = await private_.send(anOutgoing(addressOf("https://inside.example/x")), signal);
      expect(result).toMatchObject({ outcome: "failed", code: "ADDRESS_BLOCKED", permanent: true });
      expect(JSON.stringify(result)).not.toMatch(/inside|127|10\.|169|93/);
    }
    await private_.close();
  });

  test("a kept address that the configuration no longer allows fails for good", async () => {
    const address = service.subscription();
    await channel.close();
    channel = closed(["127.0.0.1"]);
    expect(await send(address)).toMatchObject({ outcome: "failed", code: "ADDRESS_INVALID", permanent: true });
  });

  test("a certificate of nobody is refused", async () => {
    if (service.ca === undefined) return;
    const stranger = aPushChannel({ port: service.port, ca: undefined });
    const outgoing = anOutgoing(service.subscription());
    const result = await stranger.send(outgoing, new AbortController().signal);
    expect(result).toMatchObject({ outcome: "failed", code: "TLS_FAILED", permanent: false });
    await stranger.close();
  });

  test("a service that is not there is a failure for now", async () => {
    const address = service.subscription();
    await service.close();
    expect(await send(address)).toMatchObject({ outcome: "failed", code: "NETWORK", permanent: false });
  });
});

test("the editor hears what devices will cut", () => {
  const codes = (letter: Partial<Letter>): readonly (readonly [string, boolean])[] =>
    channel.check(aLetter(letter)).map(({ code, blocks }) => [code, blocks]);
  expect(codes({})).toEqual([]);
  expect(codes({ title: "Long ".repeat(20) })).toEqual([["PUSH_TITLE_LONG", false]]);
  expect(codes({ lead: "Long. ".repeat(1000) })).toEqual([["PUSH_CUT", false]]);
  expect(codes({ lead: "" })).toEqual([["PUSH_NO_TEXT", false]]);
});
