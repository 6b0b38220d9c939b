import { afterEach, expect, test } from "vitest";
import { createMemoryChannel, type MemoryAnswer, type MemoryChannel } from "../../src/deliver/memory/channel.ts";
import type { Outgoing } from "../../src/deliver/letter.ts";
import type { DeliveryChannel } from "../../src/deliver/ports.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { DispatchId, StatementId, SubscriberNumber } from "../../src/model/id.ts";
import type { Wishes } from "../../src/model/subscriber.ts";
import { at, draft, statement, wire } from "../desk/given.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

const EDITION = "edition:1/email" as DispatchId;
const S1 = "s1" as StatementId;
const [analyst, editor, approver] = [actor("analyst"), actor("editor"), actor("approver")];
const opened: TestOffice[] = [];
afterEach(async () => {
  for (const office of opened.splice(0)) await office.close();
});

const all: Wishes = { lang: "en", topics: ["situation", "measures", "safety"], area: "", frequency: "each", hour: 0 };

/** An office that delivers to as many active subscribers of each channel. */
async function officeWith(people: number, channels: readonly DeliveryChannel[]) {
  const office = await openOffice("", { channels });
  opened.push(office);
  const { store, press } = office.app.context;
  const delivery = office.app.deliver();
  await delivery.settled();
  const numbers: SubscriberNumber[] = [];
  const add = async (wishes: Partial<Wishes>, channel: DeliveryChannel["name"] = "email"): Promise<void> => {
    const sealed = office.app.sealer.seal(channel, `reader${numbers.length}@reader.example`);
    const rest = { status: "active", since: at(6), confirmedAt: at(6) } as const;
    const { subscriber } = await store.subscribers.add({ channel, sealed, wishes: { ...all, ...wishes }, ...rest });
    numbers.push(subscriber.number);
  };
  for (const { name } of channels) for (let i = 0; i < people; i += 1) await add({}, name);
  return {
    office,
    store,
    delivery,
    numbers,
    add,
    service: office.desk.delivery,
    async edition() {
      const content = draft({ statements: [statement("a")] });
      await press.publish((history, now) => publishEdition(content, history, [wire], now), "approver");
      await delivery.settled();
    },
  };
}

const full: MemoryAnswer = { outcome: "failed", code: "MAILBOX_FULL", reason: "full", permanent: true };
const lost: MemoryAnswer = { outcome: "unknown", code: "ANSWER_LOST", reason: "no answer came" };

/** The first reader's mailbox is full and the second one's answer gets lost, until `heal`. */
function flawed(): { readonly channel: MemoryChannel; readonly heal: () => void } {
  let well = false;
  const answer = ({ address }: Outgoing): MemoryAnswer => {
    if (well) return { outcome: "accepted" };
    return address.startsWith("reader0@") ? full : address.startsWith("reader1@") ? lost : { outcome: "accepted" };
  };
  return { channel: createMemoryChannel("email", answer), heal: () => void (well = true) };
}

test("a dispatch names failures by code and the doubtful by number, and is sent again to each of them once", async () => {
  const { channel, heal } = flawed();
  const given = await officeWith(4, [channel]);
  await given.edition();
  const before = await given.service.dispatch(analyst, EDITION);
  expect(before.tally).toMatchObject({ accepted: 2, failed: 1, unknown: 1 });
  expect(before.troubles).toEqual([
    { outcome: "failed", code: "MAILBOX_FULL", count: 1 },
    { outcome: "unknown", code: "ANSWER_LOST", count: 1 },
  ]);
  expect(before.doubtful).toEqual([{ subscriber: given.numbers[1], code: "ANSWER_LOST" }]);
  expect(JSON.stringify(before)).not.toContain("@");

  heal();
  expect(await given.service.retry(editor, EDITION, "failed")).toBe(1);
  await given.delivery.settled();
  expect((await given.service.dispatch(editor, EDITION)).tally).toMatchObject({ accepted: 3, failed: 0, unknown: 1 });
  expect(await given.service.retry(editor, EDITION, "unknown")).toBe(1);
  await given.delivery.settled();
  expect((await given.service.dispatch(editor, EDITION)).tally).toMatchObject({ accepted: 4, failed: 0, unknown: 0 });
  expect(await given.service.retry(editor, EDITION, "unknown")).toBe(0);
  // The digest of the hour goes to nobody, and is not in the way.
  given.office.setTime(at(8));
  await given.delivery.tick();
  expect(await given.store.ledger.dispatches({ limit: 9 })).toHaveLength(2);
  expect((await given.service.dispatches(editor, { limit: 9 })).map(({ id }) => id)).toEqual([EDITION]);
  const noted = await given.store.activity.list({ about: EDITION, limit: 10 });
  expect(noted.map(({ action, note }) => [action, note]).toReversed()).toEqual([
    ["delivery.retried", "1"],
    ["delivery.repeated", "1"],
    ["delivery.repeated", "0"],
  ]);
});

test("what is paused waits until it goes on; only an editor may do either", async () => {
  const channel = createMemoryChannel("email");
  const given = await officeWith(1, [channel]);
  await given.store.ledger.plan(
    [
      {
        dispatch: {
          id: EDITION,
          channel: "email",
          lane: "edition",
          why: "subscribed",
          threads: [],
          plannedAt: at(7),
          notAfter: null,
          paused: true,
        },
        audience: [],
      },
    ],
    null,
  );
  expect((await given.service.dispatch(analyst, EDITION)).paused).toBe(true);
  await expect(given.service.setPaused(analyst, EDITION, false)).rejects.toMatchObject({ code: "AUTH_FORBIDDEN" });
  await expect(given.service.retry(analyst, EDITION, "failed")).rejects.toMatchObject({ code: "AUTH_FORBIDDEN" });
  await given.service.setPaused(editor, EDITION, false);
  expect((await given.service.dispatch(analyst, EDITION)).paused).toBe(false);
  await expect(given.service.setPaused(editor, "edition:9/email" as DispatchId, true)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("before a correction the desk knows exactly whom it will reach, per channel", async () => {
  const { channel } = flawed();
  const push = createMemoryChannel("push");
  const given = await officeWith(4, [channel, push]);
  await given.edition();
  await given.add({ topics: ["corrections"] });
  await given.add({ frequency: "urgent" });
  // Reader 3 of the e-mail leaves.
  await given.store.subscribers.remove(given.numbers[3] as SubscriberNumber);
  const expected = await given.service.correctionReach(analyst, S1);
  expect(expected).toEqual([
    { channel: "email", gotOriginal: 2, others: 1 },
    { channel: "push", gotOriginal: 4, others: 0 },
  ]);
  const reason = { en: "A slip.", uk: "Описка." };
  await given.office.desk.editions.correct(approver, {
    kind: "correction",
    statement: S1,
    fromVersion: 1,
    right: { ...statement("a"), asOf: at(7), text: { en: "Right.", uk: "Правильно." } },
    reason,
  });
  await given.delivery.settled();
  const sent = await given.service.dispatches(analyst, { entry: "correction:k1" as never, limit: 9 });
  const planned = sent
    .filter(({ why }) => why === "got-original")
    .map(({ channel: name, tally: { accepted, failed, unknown } }) => [name, accepted + failed + unknown]);
  expect(planned).toHaveLength(2);
  expect(planned).toEqual(
    expect.arrayContaining([
      ["email", 2],
      ["push", 4],
    ]),
  );
});

test("a withdrawn statement can reach nobody any more, and an unknown one is said to be unknown", async () => {
  const given = await officeWith(1, [createMemoryChannel("email")]);
  await given.edition();
  const reason = { en: "Not so.", uk: "Не так." };
  const proposal = await given.office.desk.editions.proposeWithdrawal(editor, {
    statement: S1,
    fromVersion: 1,
    reason,
  });
  expect(await given.service.correctionReach(editor, S1)).toEqual([{ channel: "email", gotOriginal: 1, others: 0 }]);
  await given.office.desk.editions.approveProposal(approver, proposal);
  expect(await given.service.correctionReach(editor, S1)).toEqual([]);
  await expect(given.service.correctionReach(editor, "s77" as StatementId)).rejects.toMatchObject({
    code: "STATEMENT_UNKNOWN",
  });
});

test("an edition that a channel cannot carry is not published, and the desk says why and whom it would reach", async () => {
  const narrow = createMemoryChannel("push");
  const check: DeliveryChannel["check"] = ({ lang }) =>
    lang === "uk" ? [{ code: "PUSH_NO_TITLE", message: "The notification has no title.", blocks: true }] : [];
  const given = await officeWith(3, [{ ...narrow, check }]);
  const started = await given.office.desk.editions.createDraft(approver);
  const content = draft({ statements: [statement("a")] });
  const saved = await given.office.desk.editions.saveDraft(approver, started.id, started.revision, content);
  const said = await given.service.draftReach(approver, saved.id);
  expect(said.reach).toEqual([{ channel: "push", gotOriginal: 0, others: 3 }]);
  expect(said.checks).toEqual([
    { channel: "push", lang: "uk", code: "PUSH_NO_TITLE", message: "The notification has no title.", blocks: true },
  ]);
  expect((await given.office.desk.editions.problems(approver, saved.id)).map(({ code }) => code)).toEqual([
    "CHANNEL_REFUSES",
  ]);
  await expect(given.office.desk.editions.publishDraft(approver, saved.id, saved.revision)).rejects.toMatchObject({
    code: "DRAFT_INCOMPLETE",
    message: "It cannot go out by push (uk): The notification has no title.",
  });
  expect(given.office.desk.editions.history().editions).toHaveLength(0);
});

test("the overview counts subscribers, what waits and what went out in the last minute", async () => {
  const given = await officeWith(3, [createMemoryChannel("email")]);
  await given.store.subscribers.change(given.numbers[2] as SubscriberNumber, { status: "suspended" });
  await given.edition();
  const overview = await given.service.overview(analyst);
  expect(overview).toEqual({
    channels: [
      {
        channel: "email",
        ready: true,
        subscribers: { active: 2, pending: 0, suspended: 1 },
        waiting: 0,
        perMinute: 2,
        checked: null,
      },
    ],
    waiting: [],
    relays: [],
  });
  given.office.setTime(at(8));
  expect((await given.service.overview(analyst)).channels[0]?.perMinute).toBe(0);
});
