import { afterEach, describe, expect, test } from "vitest";
import type { Result } from "../../../src/deliver/ports.ts";
import { createBucket } from "../../../src/deliver/email/bucket.ts";
import type { MailChannel } from "../../../src/deliver/email/channel.ts";
import { anOutgoing } from "../letter.ts";
import { aChannel, aRelay, ordinary, startRelay, startScript } from "./relay-server.ts";

const ending: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of ending.splice(0).toReversed()) await one.close();
});
const keep = <T extends { close(): Promise<void> }>(one: T): T => {
  ending.push(one);
  return one;
};

const never = new AbortController().signal;
const send = (channel: MailChannel, address = "anna@recipients.example", signal = never): Promise<Result> =>
  channel.send(anOutgoing(address), signal);

describe("what a server answers", () => {
  test.each([
    [
      "vanished",
      { outcome: "failed", code: "MAILBOX_UNKNOWN", permanent: true, gone: true, reason: /\(550 5\.1\.1\)$/ },
    ],
    ["nameless", { outcome: "failed", code: "MAILBOX_UNKNOWN", permanent: true, gone: true }],
    ["mute", { outcome: "failed", code: "REFUSED", permanent: true }],
    ["shunned", { outcome: "failed", code: "POLICY_REFUSED", permanent: true }],
    ["wordy", { outcome: "failed", code: "CONTENT_REFUSED", permanent: true }],
    ["tarrying", { outcome: "failed", code: "LATER", permanent: false, retryAfter: 300 }],
    ["crammed", { outcome: "failed", code: "MAILBOX_FULL", permanent: false, retryAfter: 3600 }],
    ["garbage", { outcome: "unknown", code: "ANSWER_UNREADABLE" }],
  ])("%s", async (name, { reason, ...expected }: Record<string, unknown>) => {
    const server = keep(await startRelay());
    const channel = keep(aChannel([aRelay(server.port)]));
    const result = await send(channel, `${name}@recipients.example`);
    expect(result).toMatchObject(expected);
    if (!("gone" in expected)) expect(result).not.toHaveProperty("gone");
    if (reason instanceof RegExp) expect(Reflect.get(result, "reason")).toMatch(reason);
    expect(channel.relays()[0]?.faults).toEqual(name === "garbage" ? { RELAY_GARBAGE: 1 } : {});
  });

  test.each([
    ["before the greeting", null, () => null, "failed"],
    ["at the recipient", undefined, (line: string) => (line.startsWith("RCPT") ? null : ordinary(line)), "failed"],
    ["at DATA", undefined, (line: string) => (line === "DATA" ? null : ordinary(line)), "failed"],
    ["after the message", undefined, (line: string) => (line === "." ? null : ordinary(line)), "unknown"],
  ] as const)("a connection that ends %s", async (_when, greeting, answer, outcome) => {
    const server = keep(await startScript(answer, greeting));
    const result = await send(keep(aChannel([aRelay(server.port)])));
    expect(result).toMatchObject(
      outcome === "failed" ? { outcome, permanent: false } : { outcome, code: "ANSWER_LOST" },
    );
  });

  test.each([
    ["EHLO", "220-\u0000\u0007", "failed"],
    ["MAIL", "yes, certainly", "failed"],
    ["RCPT", "🜁🜂🜃", "failed"],
    ["DATA", "no", "failed"],
    [".", "fine, thanks", "unknown"],
  ])("nonsense at %s", async (step, nonsense, outcome) => {
    const server = keep(await startScript((line) => (line.startsWith(step) ? nonsense : ordinary(line))));
    const result = await send(keep(aChannel([aRelay(server.port)])), undefined, AbortSignal.timeout(1500));
    expect(result.outcome).toBe(outcome);
  });

  test("a hang before the message was sent is a failure for now, not a doubt", async () => {
    const server = keep(await startScript((line) => (line.startsWith("RCPT") ? undefined : ordinary(line))));
    const result = await send(keep(aChannel([aRelay(server.port)])), undefined, AbortSignal.timeout(300));
    expect(result).toMatchObject({ outcome: "failed", code: "RELAY_TIMEOUT", permanent: false });
  });

  test("421 after the message: it was not taken, and goes another way", async () => {
    const leaving = keep(await startScript((line) => (line === "." ? "421 4.3.2 going down" : ordinary(line))));
    const server = keep(await startRelay());
    const channel = keep(aChannel([aRelay(leaving.port, { weight: 9 }), aRelay(server.port)]));
    expect(await send(channel)).toEqual({ outcome: "accepted" });
    expect(channel.relays().map(({ faults }) => faults)).toEqual([{ RELAY_BUSY: 1 }, {}]);
  });
});

describe("relays", () => {
  test("share the messages by weight", async () => {
    const [one, two] = [keep(await startRelay()), keep(await startRelay())];
    const channel = keep(aChannel([aRelay(one.port, { weight: 3 }), aRelay(two.port)]));
    for (let i = 0; i < 20; i += 1) await send(channel);
    expect([one.received.length, two.received.length]).toEqual([15, 5]);
  });

  test("that fail are passed over, left alone for a while, and tried again with one message", async () => {
    let refuse = true;
    const bad = keep(
      await startScript((line) => (refuse && line.startsWith("MAIL") ? "550 5.7.1 no" : ordinary(line))),
    );
    const good = keep(await startRelay());
    let now = 0;
    const channel = keep(aChannel([aRelay(bad.port, { weight: 9 }), aRelay(good.port)], {}, () => now));
    for (let i = 0; i < 10; i += 1) expect(await send(channel)).toEqual({ outcome: "accepted" });
    expect(channel.relays()[0]).toMatchObject({ accepted: 0, faults: { RELAY_REFUSED: 3 }, rests: 30 });
    now = 31_000;
    await send(channel);
    expect(channel.relays()[0]).toMatchObject({ faults: { RELAY_REFUSED: 4 }, rests: 60 });
    refuse = false;
    now = 100_000;
    for (let i = 0; i < 10; i += 1) await send(channel);
    expect(channel.relays()[0]).toMatchObject({ accepted: 9, rests: 0 });
  });

  test("are all down: a failure for now, said at once", async () => {
    const gone = await startRelay();
    await gone.close();
    const channel = keep(aChannel([aRelay(gone.port)]));
    for (let i = 0; i < 3; i += 1)
      expect(await send(channel)).toMatchObject({ code: "RELAY_UNREACHABLE", permanent: false });
    expect(await send(channel)).toMatchObject({ code: "RELAYS_DOWN", permanent: false, retryAfter: 30 });
  });

  test("hear no more messages a second than they may", async () => {
    const server = keep(await startRelay());
    const channel = keep(aChannel([aRelay(server.port, { rate: 20, connections: 20 })]));
    await Promise.all(Array.from({ length: 30 }, () => send(channel)));
    expect(server.received.length).toBe(30);

    let now = 0;
    const bucket = createBucket(20, () => now);
    for (let i = 0; i < 20; i += 1) bucket.take();
    expect(bucket.wait()).toBe(50);
    now += 50;
    expect(bucket.wait()).toBe(0);
    bucket.take();
    now += 60_000;
    for (let i = 0; i < 20; i += 1) bucket.take();
    expect(bucket.wait()).toBe(50);
  });

  test("get no more connections than they may, and keep them", async () => {
    const server = keep(await startRelay());
    const channel = keep(aChannel([aRelay(server.port, { connections: 3 })]));
    await Promise.all(Array.from({ length: 50 }, () => send(channel)));
    expect(await server.connections()).toBeLessThanOrEqual(3);
    expect(server.received.length).toBe(50);
  });

  test("may end an idle connection without anybody noticing", async () => {
    let messages = 0;
    const server = keep(
      await startScript((line, socket) => {
        if (line === ".") messages += 1;
        if (line === "." && messages === 1) setTimeout(() => socket.destroy(), 20);
        return ordinary(line);
      }),
    );
    const channel = keep(aChannel([aRelay(server.port)]));
    expect(await send(channel)).toEqual({ outcome: "accepted" });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await send(channel)).toEqual({ outcome: "accepted" });
    expect(channel.relays()[0]?.faults).toEqual({});
  });
});

describe("letters beyond ASCII", () => {
  test("go where a relay can carry them", async () => {
    const [plain, wide] = [keep(await startRelay({ utf8: false })), keep(await startRelay())];
    const channel = keep(aChannel([aRelay(plain.port, { weight: 9 }), aRelay(wide.port)]));
    expect(await send(channel, "ганна@recipients.example")).toEqual({ outcome: "accepted" });
    expect([plain.received.length, wide.received[0]?.to]).toEqual([0, "ганна@recipients.example"]);
  });

  test("are refused with a clear code where none can", async () => {
    const plain = keep(await startRelay({ utf8: false }));
    const channel = keep(aChannel([aRelay(plain.port)]));
    expect(channel.address("ганна@recipients.example")).toBe("ганна@recipients.example");
    const result = await send(channel, "ганна@recipients.example");
    expect(result).toMatchObject({ outcome: "failed", code: "ADDRESS_NEEDS_SMTPUTF8", permanent: true });
    expect(() => channel.address("ганна@recipients.example")).toThrow(/letters/);
    expect(plain.received).toEqual([]);
  });
});
