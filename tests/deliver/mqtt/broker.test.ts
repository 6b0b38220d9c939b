import { randomBytes } from "node:crypto";
import { connect as dial } from "node:net";
import { connect } from "mqtt";
import { afterEach, describe, expect, test } from "vitest";
import type { Letter } from "../../../src/deliver/letter.ts";
import { createMqttChannel } from "../../../src/deliver/mqtt/channel.ts";
import type { PublicState } from "../../../src/deliver/mqtt/messages.ts";
import type { DeliveryChannel } from "../../../src/deliver/ports.ts";
import type { Instant } from "../../../src/model/time.ts";
import { aLetter, anOutgoing } from "../letter.ts";

const BROKER = process.env["TOCSIN_TEST_MQTT"] ?? "mqtt://127.0.0.1:1883";
const hasBroker = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(BROKER);
  const probe = dial(Number(port), hostname, () => resolve(true));
  probe.on("connect", () => probe.destroy()).on("error", () => resolve(false));
});

interface Seen {
  readonly topic: string;
  readonly title: string;
  readonly retained: boolean;
}

/** What somebody hears who subscribes now and listens for a moment. */
async function listen(filter: string, during: () => Promise<unknown> = async () => {}): Promise<readonly Seen[]> {
  const client = connect(BROKER, { protocolVersion: 5 });
  const seen: Seen[] = [];
  client.on("message", (topic, payload, { retain }) => {
    const { data } = JSON.parse(payload.toString()) as { data: Letter };
    seen.push({ topic: topic.split("/").slice(1).join("/"), title: data.title, retained: retain });
  });
  await new Promise((resolve) => client.once("connect", resolve));
  await client.subscribeAsync(filter, { qos: 1 });
  await during();
  await new Promise((resolve) => setTimeout(resolve, 150));
  await client.endAsync();
  return seen.toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
}

describe.skipIf(!hasBroker)("on a real broker (needs one)", () => {
  let channel: DeliveryChannel | null = null;
  afterEach(async () => {
    await channel?.close();
    channel = null;
  });

  const never = new AbortController().signal;
  const now = "2031-03-03T13:45:00Z" as Instant;

  function open(areas: readonly string[] = ["Lower/Tarn #1", "Оболонь"]) {
    const prefix = `tocsin-test-${randomBytes(5).toString("hex")}`;
    let edition = "Edition 12";
    let safety = true;
    const state: PublicState = {
      areas: () => areas,
      edition: (lang, sections, area) =>
        sections.length === 1 && sections[0] === "safety" && !safety
          ? aLetter({ parts: [] })
          : aLetter({ title: [edition, lang, sections.length === 1 ? sections[0] : "", area].join("|") }),
    };
    const made = createMqttChannel(
      { url: BROKER, user: null, password: null, ca: null, timeoutMs: 5000, prefix },
      { state, clock: () => now },
    );
    channel = made;
    return {
      prefix,
      set: (title: string, withSafety: boolean) => {
        [edition, safety] = [title, withSafety];
      },
      say: async (letter: Letter, lang = "en") =>
        expect(await made.send(anOutgoing(`${BROKER}#${lang}`, { letter }), never)).toEqual({ outcome: "accepted" }),
    };
  }

  test("who comes later reads the latest edition, whole, by section and by area, in each language", async () => {
    const { prefix, say } = open();
    await say(aLetter());
    await say(aLetter(), "uk");
    const seen = await listen(`${prefix}/#`);
    expect(seen.every(({ retained }) => retained)).toBe(true);
    expect(seen.filter(({ topic }) => topic.endsWith("/en")).map(({ topic, title }) => [topic, title])).toEqual([
      ["area/Lower-Tarn -1/en", "Edition 12|en||Lower/Tarn #1"],
      ["area/Оболонь/en", "Edition 12|en||Оболонь"],
      ["edition/en", "Edition 12|en||"],
      ["section/measures/en", "Edition 12|en|measures|"],
      ["section/safety/en", "Edition 12|en|safety|"],
      ["section/situation/en", "Edition 12|en|situation|"],
    ]);
    expect(await listen(`${prefix}/edition/uk`)).toHaveLength(1);
  });

  test("a correction also corrects what is retained, and a section without a word is gone", async () => {
    const { prefix, say, set } = open([]);
    await say(aLetter());
    set("Edition 12, corrected", false);
    await say(aLetter({ kind: "correction", title: "Correction", thread: "s14" }));
    const seen = await listen(`${prefix}/#`);
    expect(seen.map(({ topic, title }) => [topic, title])).toEqual([
      ["correction/en", "Correction"],
      ["edition/en", "Edition 12, corrected|en||"],
      ["section/measures/en", "Edition 12, corrected|en|measures|"],
      ["section/situation/en", "Edition 12, corrected|en|situation|"],
    ]);
  });

  test("a notice is heard at once and stands until it is over", async () => {
    const { prefix, say } = open();
    const notice = { kind: "notice", thread: "notice-n1", expires: "2031-03-03T13:45:02Z" as Instant } as const;
    const heard = await listen(`${prefix}/notice/en/#`, () => say(aLetter({ ...notice, title: "Boil the water" })));
    expect(heard.map(({ topic, retained }) => [topic, retained])).toEqual([
      ["notice/en", false],
      ["notice/en/notice-n1", false],
    ]);
    const standing = await listen(`${prefix}/notice/en/#`);
    expect(standing.map(({ topic, retained }) => [topic, retained])).toEqual([["notice/en/notice-n1", true]]);
    // The broker itself forgets it at the end of its time.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await listen(`${prefix}/notice/en/#`)).toEqual([]);
    await say(aLetter({ ...notice, title: "Boil the water", expires: "2031-03-03T19:00:00Z" as Instant }));
    await say(aLetter({ ...notice, title: "The water is clean again", expires: null }));
    expect(await listen(`${prefix}/notice/en/#`)).toEqual([]);
  });
});
