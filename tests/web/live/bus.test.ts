import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { connect as join } from "@nats-io/transport-node";
import { afterEach, describe, expect, test } from "vitest";
import { createNatsBus } from "../../../src/app/nats-bus.ts";
import { createLocalBus, type LiveBus } from "../../../src/web/live/bus.ts";
import type { LiveEvent } from "../../../src/web/live/event.ts";

const NATS = process.env["TOCSIN_TEST_NATS"] ?? "nats://127.0.0.1:4222";
const hasNats = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(NATS);
  const probe = connect(Number(port), hostname, () => resolve(true));
  probe.on("connect", () => probe.destroy()).on("error", () => resolve(false));
});

/** However busy the machine is. */
const SOON = { timeout: 5000 };

const opened: LiveBus[] = [];
afterEach(async () => {
  for (const bus of opened.splice(0)) await bus.close();
});

const event = (number: number): LiveEvent => ({ number, edition: 1, pages: ["/en/"], notices: 0 });
const heardBy = (bus: LiveBus): number[] => {
  const heard: number[] = [];
  bus.listen(({ number }) => heard.push(number));
  return heard;
};
const freshPrefix = (): string => `tocsin.test-${randomBytes(6).toString("hex")}`;
async function natsBus(prefix: string): Promise<LiveBus> {
  const bus = await createNatsBus({ servers: NATS, prefix, logger: () => {} });
  opened.push(bus);
  return bus;
}

describe.each([
  { name: "in one process", make: () => Promise.resolve(createLocalBus()), skip: false },
  { name: "over NATS (needs a server)", make: () => natsBus(freshPrefix()), skip: !hasNats },
])("LiveBus: $name", ({ make, skip }) => {
  test.skipIf(skip)("who listens in the same process hears at once and in order, until they stop", async () => {
    const bus = await make();
    const heard: number[] = [];
    const stop = bus.listen(({ number }) => heard.push(number));
    bus.publish(event(1));
    bus.publish(event(2));
    expect(heard).toEqual([1, 2]);
    stop();
    bus.publish(event(3));
    expect(heard).toEqual([1, 2]);
  });

  test.skipIf(skip)("after closing nobody hears anything", async () => {
    const bus = await make();
    const heard = heardBy(bus);
    await bus.close();
    bus.publish(event(1));
    expect(heard).toEqual([]);
  });
});

describe.skipIf(!hasNats)("between processes over NATS", () => {
  test("another process hears the same, once and in order", async () => {
    const prefix = freshPrefix();
    const [one, other] = [await natsBus(prefix), await natsBus(prefix)];
    const heard = heardBy(other);
    for (let number = 1; number <= 50; number += 1) one.publish(event(number));
    await expect.poll(() => heard.length, SOON).toBe(50);
    expect(heard).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  test("one that comes later is told the newest; another office hears nothing", async () => {
    const prefix = freshPrefix();
    const one = await natsBus(prefix);
    one.publish(event(7));
    const [late, foreign] = [await natsBus(prefix), await natsBus(freshPrefix())];
    const [heard, nothing] = [heardBy(late), heardBy(foreign)];
    await expect.poll(() => heard, SOON).toEqual([7]);
    expect(nothing).toEqual([]);
  });

  test("what is no event is ignored", async () => {
    const prefix = freshPrefix();
    const heard = heardBy(await natsBus(prefix));
    const stranger = await join({ servers: NATS });
    for (const text of ["", "{", "null", "[]", '{"number":-1}', '{"number":1,"edition":"x","notices":0}'])
      stranger.publish(`${prefix}.live.event`, text);
    stranger.publish(`${prefix}.live.event`, '{"number":2,"edition":1,"notices":0,"pages":[3]}');
    await stranger.drain();
    await expect.poll(() => heard, SOON).toEqual([2]);
  });
});

test("a server that is not there is said so, without its address", async () => {
  const servers = "nats://user:geheim@127.0.0.1:1";
  const failing = createNatsBus({ servers, prefix: "x", logger: () => {} });
  await expect(failing).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  await expect(failing).rejects.not.toThrow(/geheim/);
});
