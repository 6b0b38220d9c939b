import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../../src/app/config.ts";
import { readDeliverySettings } from "../../src/app/delivery-config.ts";
import { createAlarms } from "../../src/app/alarms.ts";
import { lookAtHealth } from "../../src/app/health.ts";
import type { LogEvent } from "../../src/app/log.ts";
import { startOperatorServer, type OperatorServer } from "../../src/app/operator-server.ts";
import { createSelfCheck, type SelfCheckSettings } from "../../src/app/self-check.ts";
import { createMemoryChannel, type MemoryAnswer } from "../../src/deliver/memory/channel.ts";
import { createMemoryLedger } from "../../src/deliver/memory/ledger.ts";
import { createMemorySubscriberStore } from "../../src/deliver/memory/subscriber-store.ts";
import type { DeliveryChannel, Ledger } from "../../src/deliver/ports.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import { emptyHistory, type History } from "../../src/model/history.ts";
import type { DispatchId } from "../../src/model/id.ts";
import type { Instant } from "../../src/model/time.ts";
import { accepted, added, after, aPlan, everybody, handOverAll, NOON, refused, somebody } from "../deliver/people.ts";
import { aChannel, aRelay, startRelay } from "../deliver/email/relay-server.ts";
import { at, draft, office, statement, wire } from "../desk/given.ts";
import { openOffice, type TestOffice } from "./office.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const history: History = { ...emptyHistory, office: office.kind === "office" ? office.payload : null };
const ADDRESS = "canary@office.example";
const NOTICE = "notice:n1/email" as DispatchId;

/** A self-check over these channels, with a clock and a log that the test reads. */
function checking(channels: readonly DeliveryChannel[], settings: Partial<SelfCheckSettings> = {}) {
  const events: LogEvent[] = [];
  const logger = (event: LogEvent): void => void events.push(event);
  const subscribers = createMemorySubscriberStore();
  const ledger = createMemoryLedger(subscribers);
  const time = { now: NOON };
  const clock = (): Instant => time.now;
  const alarms = createAlarms(clock, logger);
  const check = createSelfCheck({
    settings: { minutes: 15, addresses: { email: ADDRESS }, urgentSeconds: 120, ...settings },
    ledger,
    channels,
    alarms,
    history: () => history,
    baseUrl: () => "https://office.example",
    clock,
    logger,
  });
  closing.push(() => check.close());
  return { check, alarms, events, time, ledger, subscribers };
}

describe("the check of channels", () => {
  test("sends to the office's own address outside the ledger, under another name each time", async () => {
    const channel = createMemoryChannel("email");
    const given = checking([channel, createMemoryChannel("push")]);
    await given.check.sendCanaries();
    given.time.now = after(900);
    await given.check.sendCanaries();
    expect(channel.arrived.map(({ outgoing }) => outgoing.address)).toEqual([ADDRESS, ADDRESS]);
    expect(new Set(channel.arrived.map(({ outgoing }) => outgoing.dispatchNumber)).size).toBe(2);
    expect(channel.arrived[0]?.letter.title).toMatch(/^Delivery check of \S/);
    expect(channel.check(channel.arrived[0]?.letter as never)).toEqual([]);
    expect(await given.ledger.dispatches({ limit: 9 })).toEqual([]);
    expect(given.check.last("email")).toEqual({ at: after(900), code: null });
    expect(given.check.last("push")).toBeNull();
    expect(given.alarms.list()).toEqual([]);
  });

  test("raises one alarm while it fails, without the address, and clears it when it works again", async () => {
    let answer: MemoryAnswer = { outcome: "failed", code: "RELAY_UNREACHABLE", reason: ADDRESS, permanent: false };
    const given = checking([createMemoryChannel("email", () => answer)]);
    await given.check.sendCanaries();
    given.time.now = after(900);
    await given.check.sendCanaries();
    expect(given.alarms.list()).toEqual([{ kind: "canary", about: "email", code: "RELAY_UNREACHABLE", since: NOON }]);
    answer = { outcome: "accepted" };
    await given.check.sendCanaries();
    expect(given.alarms.list()).toEqual([]);
    expect(given.events.map(({ event }) => event)).toEqual(["alarm.raised", "alarm.cleared"]);
    expect(JSON.stringify(given.events)).not.toContain(ADDRESS);
  });

  test("an address that the channel cannot reach, an answer that gets lost and a channel that throws are failures", async () => {
    const throwing = createMemoryChannel("email", () => {
      throw new Error(ADDRESS);
    });
    for (const [channel, settings, code] of [
      [createMemoryChannel("email"), { addresses: { email: "nobody" } }, "ADDRESS_INVALID"],
      [
        createMemoryChannel("email", () => ({ outcome: "unknown", code: "ANSWER_LOST", reason: "" })),
        {},
        "ANSWER_LOST",
      ],
      [throwing, {}, "INTERNAL"],
    ] as const) {
      const given = checking([channel], settings);
      await given.check.sendCanaries();
      expect(given.alarms.list().map((alarm) => alarm.code)).toEqual([code]);
    }
  });
});

test("a mail server gets the check as a whole mail, and when it is gone the alarm says what is wrong", async () => {
  const server = await startRelay();
  const channel = aChannel([aRelay(server.port)]);
  closing.push(() => channel.close());
  const given = checking([channel]);
  await given.check.sendCanaries();
  expect(given.check.last("email")).toEqual({ at: NOON, code: null });
  const raw = server.received[0]?.raw.toString() ?? "";
  expect(server.received[0]?.to).toBe(ADDRESS);
  expect(raw).toMatch(/^Subject: Delivery check of /m);
  expect(raw).toMatch(/^Message-I[Dd]: <d\d{10}\.0\.[0-9a-f]{20}@/m);
  await server.close();
  given.time.now = after(900);
  await given.check.sendCanaries();
  expect(given.alarms.list().map(({ code }) => code)).toEqual([expect.stringMatching(/^RELAY/)]);
});

describe("urgent dispatches", () => {
  const urgent = aPlan(NOTICE, { lane: "urgent" }, [everybody]);

  async function planned(people: number) {
    const given = checking([]);
    await added(given.subscribers, ...Array.from({ length: people }, () => somebody()));
    await given.ledger.plan([urgent, aPlan("edition:1/email")], null);
    return given;
  }

  test("one that nobody accepts within two minutes is an alarm until somebody does", async () => {
    const given = await planned(2);
    given.time.now = after(119);
    await given.check.lookAtUrgent();
    expect(given.alarms.list()).toEqual([]);
    given.time.now = after(120);
    await given.check.lookAtUrgent();
    await given.check.lookAtUrgent();
    expect(given.alarms.list()).toEqual([{ kind: "urgent", about: NOTICE, code: "", since: after(120) }]);
    expect(given.events).toHaveLength(1);
    await handOverAll(given.ledger, after(130), () => accepted);
    await given.check.lookAtUrgent();
    expect(given.alarms.list()).toEqual([]);
  });

  test("one that everybody refused is an alarm, one without recipients is none", async () => {
    const given = await planned(2);
    await handOverAll(given.ledger, NOON, () => refused);
    given.time.now = after(300);
    await given.check.lookAtUrgent();
    expect(given.alarms.list()).toHaveLength(1);
    given.time.now = after(86_400 + 1);
    await given.check.lookAtUrgent();
    expect(given.alarms.list()).toEqual([]);
    const nobody = await planned(0);
    nobody.time.now = after(300);
    await nobody.check.lookAtUrgent();
    expect(nobody.alarms.list()).toEqual([]);
  });
});

test("delivery.json names the addresses to check and the times", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-check-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "delivery.json");
  expect((await readDeliverySettings(file)).check).toEqual({ minutes: 15, addresses: {}, urgentSeconds: 120 });
  writeFileSync(file, JSON.stringify({ canary: { email: ADDRESS, minutes: 5 }, urgentSeconds: 60 }));
  const { check } = await readDeliverySettings(file);
  expect(check).toEqual({ minutes: 5, addresses: { email: ADDRESS }, urgentSeconds: 60 });
});

test("pages for operators are off until they are asked for, and then on this machine alone unless a host is named", () => {
  const metrics = (value?: string) => readConfig(value === undefined ? {} : { TOCSIN_METRICS: value }, false).metrics;
  expect(metrics()).toBeNull();
  expect(metrics("9464")).toEqual({ host: "127.0.0.1", port: 9464 });
  expect(metrics("10.0.0.5:9464")).toEqual({ host: "10.0.0.5", port: 9464 });
  expect(metrics("[::1]:9464")).toEqual({ host: "::1", port: 9464 });
  for (const wrong of ["nonsense", "host:", "127.0.0.1:99999"]) {
    expect(() => metrics(wrong)).toThrow(/TOCSIN_METRICS/);
  }
});

describe("health", () => {
  const ledger = (size: () => Promise<number>): Pick<Ledger, "plannedSize"> => ({ plannedSize: size });
  const published = { ...history, size: 12, publication: { value: {} as never, time: at(7) } } as History;
  const healthOf = async (now: Instant, size: () => Promise<number>, signOfLife: number | null = Date.parse(now)) => {
    const delivery = signOfLife === null ? null : { signOfLife: () => signOfLife };
    const parts = await lookAtHealth({
      ledger: ledger(size),
      press: { history: () => published },
      delivery: () => delivery,
      clock: () => now,
    });
    return parts.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
  };

  test("all is well while the database answers, the worker looks for work and the planner keeps up", async () => {
    expect(await healthOf(at(8), async () => 12)).toEqual([]);
    // Just published: the planner has a minute.
    expect(await healthOf(at(7), async () => 10)).toEqual([]);
    // Another process delivers.
    expect(await healthOf(at(8), async () => 0, null)).toEqual([]);
  });

  test("each of the three is said to have failed on its own", async () => {
    expect(await healthOf(at(8), () => Promise.reject(new Error("gone")))).toEqual(["database: does not answer"]);
    expect(await healthOf(at(8), async () => 12, Date.parse(at(8)) - 200_000)).toEqual([
      "worker: silent for 200 seconds",
    ]);
    expect(await healthOf(at(8), async () => 10)).toEqual(["planner: 2 entries behind"]);
  });
});

describe("pages for operators", () => {
  async function running(): Promise<{ readonly given: TestOffice; readonly server: OperatorServer }> {
    const channel = createMemoryChannel("email", ({ address }) =>
      address.startsWith("a@")
        ? { outcome: "failed", code: "MAILBOX_FULL", reason: "full", permanent: true }
        : address.startsWith("b@")
          ? { outcome: "failed", code: "code of b@reader.example", reason: "odd", permanent: true }
          : { outcome: "accepted" },
    );
    const given = await openOffice("", { channels: [channel] });
    closing.push(() => given.close());
    const { operations, context, sealer } = given.app;
    const delivery = given.app.deliver();
    await delivery.settled();
    for (const name of ["a", "b", "c"]) {
      await context.store.subscribers.add({
        ...somebody(),
        sealed: sealer.seal("email", `${name}@reader.example`),
      });
    }
    await context.press.publish(
      (history, now) => publishEdition(draft({ statements: [statement("a")] }), history, [wire], now),
      "approver",
    );
    await delivery.settled();
    operations.alarms.raise({ kind: "canary", about: "email", code: "RELAYS_DOWN" });
    const metrics = operations.metrics();
    const server = await startOperatorServer(
      { host: "127.0.0.1", port: 0 },
      { metrics, health: operations.health, logger: context.logger },
    );
    closing.unshift(() => server.close());
    return { given, server };
  }

  test("metrics count deliveries, troubles, subscribers and alarms, and name nobody", async () => {
    const { server } = await running();
    const answer = await fetch(`${server.address}/metrics`);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    for (const line of [
      'tocsin_subscribers{channel="email",status="active"} 3',
      'tocsin_deliveries_total{channel="email",lane="edition",outcome="accepted"} 1',
      'tocsin_deliveries_total{channel="email",lane="edition",outcome="failed"} 2',
      'tocsin_delivery_troubles_total{channel="email",code="MAILBOX_FULL"} 1',
      'tocsin_delivery_troubles_total{channel="email",code="OTHER"} 1',
      'tocsin_alarms{kind="canary"} 1',
      'tocsin_alarms{kind="urgent"} 0',
    ]) {
      expect(text.split("\n")).toContain(line);
    }
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toContain("reader.example");
  });

  test("liveness, readiness, and nothing else", async () => {
    const { server } = await running();
    const get = async (path: string, init: RequestInit = {}): Promise<readonly [number, string]> => {
      const answer = await fetch(server.address + path, init);
      return [answer.status, await answer.text()];
    };
    expect(await get("/healthz")).toEqual([200, "ok\n"]);
    expect(await get("/readyz")).toEqual([200, "database ok\nworker ok\nplanner ok\n"]);
    expect((await get("/desk"))[0]).toBe(404);
    expect((await get("/metrics", { method: "POST" }))[0]).toBe(405);
  });

  test("a port that is taken is said so", async () => {
    const { server, given } = await running();
    const port = Number(new URL(server.address).port);
    const { operations, context } = given.app;
    await expect(
      startOperatorServer(
        { host: "127.0.0.1", port },
        { metrics: operations.metrics(), health: operations.health, logger: context.logger },
      ),
    ).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });
});
