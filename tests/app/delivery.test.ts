import { afterEach, expect, test } from "vitest";
import { createMemoryChannel, type MemoryAnswer } from "../../src/deliver/memory/channel.ts";
import type { Outgoing } from "../../src/deliver/letter.ts";
import { correctStatement, withdrawStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { EntryId, StatementId, SubscriberNumber } from "../../src/model/id.ts";
import type { Wishes } from "../../src/model/subscriber.ts";
import { at, draft, statement, wire } from "../desk/given.ts";
import { openOffice, type TestOffice } from "./office.ts";

const opened: TestOffice[] = [];
afterEach(async () => {
  for (const office of opened.splice(0)) await office.close();
});

const all: Wishes = { lang: "en", topics: ["situation", "measures", "safety"], area: "", frequency: "each", hour: 0 };

/** An office with one channel in memory, its deliveries running, and subscribers a@, b@ … with these wishes. */
async function deliveringOffice(people: readonly Partial<Wishes>[], answer?: (outgoing: Outgoing) => MemoryAnswer) {
  const channel = createMemoryChannel("email", answer);
  const office = await openOffice("", { channels: [channel] });
  opened.push(office);
  const { store } = office.app.context;
  const delivery = office.app.deliver();
  await delivery.settled();
  const numbers: SubscriberNumber[] = [];
  for (const [i, wishes] of people.entries()) {
    const address = `${String.fromCodePoint(97 + i)}@reader.example`;
    const sealed = office.app.sealer.seal("email", address);
    const rest = { status: "active", since: at(6), confirmedAt: at(6) } as const;
    const { subscriber } = await store.subscribers.add({
      channel: "email",
      sealed,
      wishes: { ...all, ...wishes },
      ...rest,
    });
    numbers.push(subscriber.number);
  }
  const { press } = office.app.context;
  return {
    office,
    channel,
    delivery,
    numbers,
    store,
    press,
    edition: (statements = [statement("a")]) =>
      press.publish((history, now) => publishEdition(draft({ statements }), history, [wire], now), "approver"),
    correct: (id: string, text: string) =>
      press.publish(
        (history) =>
          correctStatement(
            {
              kind: "correction",
              statement: id as StatementId,
              fromVersion: history.statements.get(id as StatementId)?.versions.length ?? 0,
              right: { ...statement("a"), asOf: at(7), text: { en: text, uk: text } },
              reason: { en: "We misread the list.", uk: "Ми хибно прочитали список." },
            },
            history,
            [wire],
          ),
        "approver",
      ),
  };
}

const titles = (channel: { readonly arrived: readonly { readonly letter: { readonly title: string } }[] }): string[] =>
  channel.arrived.map(({ letter }) => letter.title);

test("an edition reaches those who want each, and its correction everybody who got it, threaded, with its reach told", async () => {
  const given = await deliveringOffice([{}, { topics: ["safety"] }, { frequency: "urgent" }, { lang: "uk" }]);
  await given.edition();
  await given.delivery.settled();
  expect(given.channel.arrived.map(({ outgoing }) => outgoing.address).sort()).toEqual([
    "a@reader.example",
    "b@reader.example",
    "d@reader.example",
  ]);
  expect(given.channel.arrived.find(({ outgoing }) => outgoing.address.startsWith("d"))?.letter.lang).toBe("uk");

  await given.correct("s1", "Thirty-four people were killed.");
  await given.delivery.settled();
  const corrections = given.channel.arrived.slice(3);
  // b asked for safety alone and never got the sentence that was wrong.
  expect(corrections.map(({ outgoing }) => outgoing.address).sort()).toEqual(["a@reader.example", "d@reader.example"]);
  expect(corrections[0]?.outgoing.threads.map(({ id }) => id)).toEqual(["edition:1/email"]);
  expect(corrections[0]?.letter.lead).toBe("Thirty-four people were killed.");
  const reach = given.press.history().reaches.get("correction:k1" as EntryId)?.value;
  expect(reach?.channels).toEqual([{ channel: "email", planned: 2, accepted: 2, failed: 0, unknown: 0, left: 0 }]);
  const { size } = given.press.history();
  await given.delivery.tick();
  await given.delivery.settled();
  // Told once, as long as the numbers stay.
  expect(given.press.history().size).toBe(size);
});

test("a correction goes to who got the original whatever they chose since, but not to who left or never got it", async () => {
  const refused = (outgoing: Outgoing): MemoryAnswer =>
    outgoing.address.startsWith("c")
      ? { outcome: "failed", code: "MAILBOX_UNKNOWN", reason: "no such mailbox", permanent: true, gone: true }
      : { outcome: "accepted" };
  const given = await deliveringOffice([{}, {}, {}, {}], refused);
  await given.edition();
  await given.delivery.settled();
  const [a, b, c] = given.numbers as [SubscriberNumber, SubscriberNumber, SubscriberNumber];
  await given.store.subscribers.change(a, { wishes: { ...all, topics: ["safety"], frequency: "urgent" } });
  await given.store.subscribers.remove(b);
  expect((await given.store.subscribers.get(c))?.status).toBe("suspended");
  const before = given.channel.arrived.length;
  await given.press.publish(
    (history) =>
      withdrawStatement(
        { statement: "s1" as StatementId, fromVersion: 1, reason: { en: "Not so.", uk: "Не так." } },
        history,
      ),
    "approver",
  );
  await given.delivery.settled();
  const told = given.channel.arrived.slice(before);
  expect(told.map(({ outgoing }) => outgoing.address).sort()).toEqual(["a@reader.example", "d@reader.example"]);
  expect(told[0]?.letter.kind).toBe("withdrawal");
});

test("who reads corrections alone gets every correction, once", async () => {
  const given = await deliveringOffice([{ topics: ["corrections"] }, { topics: ["situation", "corrections"] }]);
  await given.edition();
  await given.delivery.settled();
  expect(given.channel.arrived.map(({ outgoing }) => outgoing.address)).toEqual(["b@reader.example"]);
  await given.correct("s1", "Right.");
  await given.delivery.settled();
  expect(
    given.channel.arrived
      .slice(1)
      .map(({ outgoing }) => outgoing.address)
      .sort(),
  ).toEqual(["a@reader.example", "b@reader.example"]);
  // The second correction of the same sentence reaches both again: both got the first.
  await given.correct("s1", "Righter.");
  await given.delivery.settled();
  expect(
    given.channel.arrived
      .slice(3)
      .map(({ outgoing }) => outgoing.address)
      .sort(),
  ).toEqual(["a@reader.example", "b@reader.example"]);
});

test("what came before anybody could subscribe is not sent, and a restart sends nothing twice", async () => {
  const given = await deliveringOffice([{}]);
  await given.edition();
  await given.delivery.settled();
  await given.delivery.tick();
  await given.delivery.settled();
  expect(titles(given.channel)).toHaveLength(1);
});

test("a daily reader gets the editions of the day at the hour, once", async () => {
  // 08:00 UTC is 10 in the office's time zone.
  const given = await deliveringOffice([
    { frequency: "daily", hour: 10 },
    { frequency: "daily", hour: 11 },
  ]);
  await given.edition();
  await given.delivery.tick();
  await given.delivery.settled();
  expect(titles(given.channel)).toEqual([]);
  given.office.setTime(at(8));
  await given.delivery.tick();
  await given.delivery.tick();
  await given.delivery.settled();
  expect(given.channel.arrived.map(({ outgoing, letter }) => [outgoing.address, letter.kind])).toEqual([
    ["a@reader.example", "digest"],
  ]);
  await given.correct("s1", "Right.");
  await given.delivery.settled();
  expect(given.channel.arrived.slice(1).map(({ outgoing, letter }) => [outgoing.address, letter.kind])).toEqual([
    ["a@reader.example", "correction"],
  ]);
});
