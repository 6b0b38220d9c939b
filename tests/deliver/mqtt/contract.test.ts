import { expect, test } from "vitest";
import { createMqttChannel } from "../../../src/deliver/mqtt/channel.ts";
import type { PublicState } from "../../../src/deliver/mqtt/messages.ts";
import type { Instant } from "../../../src/model/time.ts";
import { describeDeliveryChannel } from "../contract/channel.ts";
import { aLetter, anOutgoing } from "../letter.ts";
import { startFakeBroker } from "./fake-broker.ts";

const state: PublicState = { edition: () => aLetter(), areas: () => ["Lower Tarn"] };
const options = { user: null, password: null, ca: null, prefix: "tocsin" } as const;
const ports = { state, clock: () => "2031-03-03T13:45:00Z" as Instant };

describeDeliveryChannel("MQTT over a real connection", async () => {
  const broker = await startFakeBroker();
  const url = `mqtt://127.0.0.1:${broker.port}`;
  return {
    channel: createMqttChannel({ ...options, url, timeoutMs: 5000 }, ports),
    recipients: {
      accepts: `${url}#en`,
      refuses: `${url}#en-refuses`,
      later: `${url}#en-later`,
      hangs: `${url}#en-hangs`,
      garbage: `${url}#en-garbage`,
    },
    addresses: [[` ${url}#uk `, `${url}#uk`]],
    invalid: ["", "nobody", url, `${url}#`, `${url}#a/b`, `${url}#+`, "mqtt://other.example:1883#en"],
    arrived: (address) => broker.topics.filter((topic) => topic === `tocsin/edition/${address.split("#")[1]}`).length,
    connections: () => broker.connections(),
    close: () => broker.close(),
  };
});

test("a broker that is silent, is not there or does not know us is said so, and tried again", async () => {
  const broker = await startFakeBroker();
  const never = new AbortController().signal;
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const channel = createMqttChannel({ ...options, url, timeoutMs: 200 }, ports);
  const send = (lang: string) => channel.send(anOutgoing(`${url}#${lang}`), never);
  expect(await send("en-hangs")).toMatchObject({ outcome: "failed", code: "BROKER_SLOW", permanent: false });
  expect(await send("en")).toEqual({ outcome: "accepted" });
  expect(await channel.send(anOutgoing("mqtt://old.example:1883#en"), never)).toMatchObject({ gone: true });
  await channel.close();
  const stranger = createMqttChannel({ ...options, url, user: "stranger", password: "geheim", timeoutMs: 1000 }, ports);
  const denied = await stranger.send(anOutgoing(`${url}#en`), never);
  expect(denied).toMatchObject({ outcome: "failed", code: "BROKER_AUTH", permanent: false });
  expect(JSON.stringify(denied)).not.toMatch(/stranger|geheim/);
  await stranger.close();
  await broker.close();
  const gone = createMqttChannel({ ...options, url, timeoutMs: 1000 }, ports);
  for (let i = 0; i < 2; i += 1)
    expect(await gone.send(anOutgoing(`${url}#en`), never)).toMatchObject({ code: "BROKER_UNREACHABLE" });
  await gone.close();
});

test.each(["http://broker.example", "mqtt:", "mqtt://", "broker.example"])("%s is no broker", (url) => {
  expect(() => createMqttChannel({ ...options, url, timeoutMs: 1000 }, ports)).toThrow(
    expect.objectContaining({ code: "CONFIG_INVALID" }),
  );
});
