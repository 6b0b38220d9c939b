import { afterEach, expect, test } from "vitest";
import { rebuildOwn } from "../../src/app/rebuild.ts";
import { createMemoryChannel, type MemoryChannel } from "../../src/deliver/memory/channel.ts";
import type { NoticeContent } from "../../src/desk/notice.ts";
import type { NoticeId } from "../../src/model/id.ts";
import type { Wishes } from "../../src/model/subscriber.ts";
import { verifierKey } from "../../src/record/key.ts";
import { verifySite } from "../../src/record/verify.ts";
import { createSiteStore } from "../../src/store/site.ts";
import { at } from "../desk/given.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

const opened: TestOffice[] = [];
afterEach(async () => {
  for (const office of opened.splice(0)) await office.close();
});

const ida = actor("editor", "ida");
const ruben = actor("approver", "ruben");

function content(over: Partial<NoticeContent> = {}): NoticeContent {
  return {
    headline: { en: "Boil tap water", uk: "Кип’ятіть воду" },
    text: { en: "Three minutes.", uk: "Три хвилини." },
    area: {},
    expires: at(12),
    replaces: null,
    ends: false,
    ...over,
  };
}

const over: Partial<NoticeContent> = {
  headline: { en: "Water is clean", uk: "Вода чиста" },
  text: { en: "Drink it.", uk: "Можна пити." },
  replaces: "n1" as NoticeId,
  ends: true,
};

async function officeWith(wishes: readonly Partial<Wishes>[], channel: MemoryChannel = createMemoryChannel("email")) {
  const office = await openOffice("", { channels: [channel] });
  opened.push(office);
  for (const [i, one] of wishes.entries()) {
    const sealed = office.app.sealer.seal("email", `${String.fromCodePoint(97 + i)}@reader.example`);
    const topics = ["situation", "measures", "safety"] as const;
    await office.app.context.store.subscribers.add({
      channel: "email",
      sealed,
      wishes: { lang: "en", topics, area: "", frequency: "urgent", hour: 0, ...one },
      status: "active",
      since: at(6),
      confirmedAt: at(6),
    });
  }
  const { notices, editions } = office.desk;
  const site = createSiteStore(office.app.layout.site);
  return {
    office,
    channel,
    notices,
    editions,
    page: async (path: string) => Buffer.from((await site.read(path)) ?? []).toString(),
    /** What somebody who checks a copy of the site finds. */
    problems: async () => (await verifySite(site, { vkey: verifierKey(office.app.signer) })).problems,
    publish: async (what: NoticeContent) => editions.approveProposal(ruben, await notices.propose(ida, what)),
  };
}

test("two people send a notice to everybody, and its end to whom it reached; then nothing stands any more", async () => {
  const given = await officeWith([{}, { lang: "uk", frequency: "daily" }]);
  const delivery = given.office.app.deliver();
  await delivery.settled();
  const id = await given.notices.propose(ruben, content());
  await expect(given.editions.approveProposal(ruben, id)).rejects.toMatchObject({ code: "SECOND_PERSON_NEEDED" });
  await expect(given.editions.approveProposal(ida, id)).rejects.toMatchObject({ code: "AUTH_FORBIDDEN" });
  await given.editions.approveProposal(actor("approver", "other"), id);
  await delivery.settled();
  const told = () => given.channel.arrived.map(({ outgoing, letter }) => `${outgoing.address}: ${letter.title}`);
  expect(told().sort()).toEqual(["a@reader.example: Boil tap water", "b@reader.example: Кип’ятіть воду"]);
  expect(await given.page("en/index.html")).toContain("Boil tap water");
  await given.publish(content(over));
  await delivery.settled();
  expect(told().slice(2).sort()).toEqual(["a@reader.example: Water is clean", "b@reader.example: Вода чиста"]);
  expect(await given.page("en/index.html")).not.toContain("Boil tap water");
  expect((await given.notices.notices(ida)).map(({ state }) => state)).toEqual(["end", "ended"]);
});

test("a notice whose time is over leaves the pages, and the record still gives the same bytes", async () => {
  const given = await officeWith([]);
  await given.publish(content());
  const { press } = given.office.app.context;
  expect(await press.refresh()).toBe(false);
  expect(await given.problems()).toEqual([]);
  given.office.setTime(at(12));
  expect(await press.refresh()).toBe(true);
  expect(await given.problems()).toEqual([]);
  expect(await given.page("uk/index.html")).not.toContain("Кип’ятіть воду");
  expect(await given.page("uk/notices/index.html")).toContain("Діяло до");
  const now = await rebuildOwn(given.office.app, { edition: null, publication: null });
  expect(Buffer.from(now.files.get("uk/index.html") ?? []).toString()).toBe(await given.page("uk/index.html"));
  const then = await rebuildOwn(given.office.app, { edition: null, publication: 2 });
  expect(Buffer.from(then.files.get("uk/index.html") ?? []).toString()).toContain("Кип’ятіть воду");
});

test("a notice that was approved but never marked so goes out once", async () => {
  const given = await officeWith([]);
  const { store } = given.office.app.context;
  const id = await given.notices.propose(ida, content());
  const proposals = store.proposals as { decide: typeof store.proposals.decide };
  const { decide } = proposals;
  proposals.decide = () => Promise.reject(new Error("connection lost"));
  await expect(given.editions.approveProposal(ruben, id)).rejects.toThrow("connection lost");
  proposals.decide = decide;
  await given.editions.approveProposal(ruben, id);
  expect((await store.proposals.get(id))?.status).toBe("approved");
  expect(given.editions.history().notices.size).toBe(1);
});

test("nobody proposes the same twice, nor two things for the place of one notice", async () => {
  const given = await officeWith([]);
  const both = await Promise.allSettled([1, 2].map(() => given.notices.propose(ida, content())));
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  const [open] = await given.editions.proposals(ruben);
  if (open === undefined) throw new Error("nothing was proposed");
  await given.editions.approveProposal(ruben, open.id);
  await given.notices.propose(ida, content({ replaces: "n1" as NoticeId, expires: at(13) }));
  await expect(given.notices.propose(ida, content(over))).rejects.toMatchObject({ code: "CONFLICT" });
});

test("what waited until its time was over does not go out", async () => {
  const given = await officeWith([]);
  const id = await given.notices.propose(ida, content({ expires: at(8) }));
  given.office.setTime(at(9));
  await expect(given.editions.approveProposal(ruben, id)).rejects.toMatchObject({ code: "NOTICE_EXPIRED" });
  expect(given.editions.history().notices.size).toBe(0);
  await given.editions.refuseProposal(ruben, id);
  expect(await given.editions.proposals(ruben)).toEqual([]);
});

test("before anything is proposed, people see it as it would arrive, whom it reaches, and what a channel cannot carry", async () => {
  const channel = { ...createMemoryChannel("email"), check: () => [{ code: "X", message: "Too long.", blocks: true }] };
  const given = await officeWith([{}, {}], channel);
  const previews = await given.notices.preview(ida, content());
  expect(previews.map(({ lang, title, lead }) => [lang, title, lead])).toEqual([
    ["en", "Boil tap water", "Three minutes."],
    ["uk", "Кип’ятіть воду", "Три хвилини."],
  ]);
  expect(previews[0]?.mail).toContain("Holds until 14:00, 14 February 2031");
  expect(previews[0]?.problems).toMatchObject([{ channel: "email", message: "Too long." }]);
  expect(await given.notices.audience(ida)).toEqual([{ channel: "email", subscribers: 2 }]);
  await expect(given.notices.propose(ida, content())).rejects.toMatchObject({ code: "INPUT_INVALID" });
  expect(given.editions.history().notices.size).toBe(0);
});
