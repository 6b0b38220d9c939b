import { expect, test } from "vitest";
import type { NoticeId } from "../../../src/model/id.ts";
import { paths } from "../../../src/web/desk/paths.ts";
import { expectSound, openDesk, type Page } from "./harness.ts";

const WORDS = {
  "headline.en": "Boil tap water",
  "headline.uk": "Кип’ятіть воду з крана",
  "text.en": "Three minutes, in all of Halan.",
  "text.uk": "Три хвилини, у всьому Галані.",
};

/** A desk on which Ida proposed a notice and Ruben published it. */
async function withNotice() {
  const desk = openDesk();
  const ida = desk.as("ida");
  await ida.press(await ida.get(paths.noticeNew()), "Propose this notice", WORDS);
  const ruben = desk.as("ruben");
  const done = await ruben.press(await ruben.get(paths.proposals()), "Publish the notice now: Boil tap water");
  return { desk, ida, ruben, done };
}

test("a notice is looked at, proposed, and published by a second person who sees every word and its reach", async () => {
  const desk = openDesk();
  const ida = desk.as("ida");
  const empty = await ida.get(paths.noticeNew());
  expectSound(empty);
  expect(empty.text).toContain("At most 120 characters");
  expect(empty.text).toContain("1,234 subscribers");
  const looked = await ida.press(empty, "Show how it will look", WORDS);
  expectSound(looked);
  expect(looked.document.querySelector("pre")?.textContent).toContain("Three minutes, in all of Halan.");
  expect(looked.text).toContain("E-mail as text");
  expect(desk.state.proposals.size).toBe(0);
  const proposed = await ida.press(looked, "Propose this notice");
  expect(proposed.text).toContain("The notice is proposed. A second person decides.");
  expect(proposed.text).toContain("You proposed this, so somebody else has to decide.");
  const ruben = desk.as("ruben");
  const list = await ruben.get(paths.proposals());
  expectSound(list);
  for (const words of Object.values(WORDS)) expect(list.text).toContain(words);
  expect(list.text).toContain("E-mail1,200Notifications34");
  const done = await ruben.press(list, "Publish the notice now: Boil tap water");
  expect(done.text).toContain("The notice is out.");
  expect(done.text).toContain("Standing now");
  expect(desk.state.history.notices.get("n1" as NoticeId)?.value).toMatchObject({ replaces: null, ends: false });
});

test("what is wrong with a notice is told, and everything typed stays in the form", async () => {
  const visitor = openDesk().as("ida");
  const page = await visitor.get(paths.noticeNew());
  const refused = await visitor.press(page, "Propose this notice", {
    ...WORDS,
    "headline.en": "x".repeat(121),
    expires: "",
  });
  expect(refused.status).toBe(422);
  expectSound(refused);
  const value = (one: Page, id: string) => one.document.querySelector(`[id="${id}"]`)?.getAttribute("value");
  expect(value(refused, "headline.en")).toBe("x".repeat(121));
  const long = await visitor.press(refused, "Propose this notice", { expires: "2031-03-04T10:00" });
  expect(long.text).toContain("The headline has 121 characters");
  expect(value(long, "expires")).toBe("2031-03-04T10:00");
  const foreign = await visitor.post(paths.noticeNew(), Object.entries(WORDS), { "sec-fetch-site": "cross-site" });
  expect(foreign.status).toBe(403);
});

test("a standing notice is replaced or ended, and both lists say what became of it", async () => {
  const { ida, ruben, done } = await withNotice();
  expectSound(done);
  const replace = await ida.get(paths.noticeReplace("n1"));
  expectSound(replace);
  expect(replace.document.querySelector('[id="headline.en"]')?.getAttribute("value")).toBe("Boil tap water");
  expect(replace.text).toContain("Whoever got the earlier notice gets this one in any case.");
  await ida.press(replace, "Propose this notice", { "headline.en": "Boil tap water longer" });
  const list = await ruben.get(paths.proposals());
  expect(list.text).toContain("Takes the place ofBoil tap water");
  const again = await ruben.press(list, "Publish the notice now: Boil tap water longer");
  expect(again.text).toContain("Replaced");
  const end = await ida.get(paths.noticeEnd("n2"));
  expectSound(end);
  expect(end.document.querySelector("#expires")).toBeNull();
  const words = {
    "headline.en": "Water is clean",
    "headline.uk": "Вода чиста",
    "text.en": "Drink.",
    "text.uk": "Пийте.",
  };
  await ida.press(end, "Propose this notice", words);
  const ended = await ruben.press(await ruben.get(paths.proposals()), "Publish the notice now: Water is clean");
  expect(ended.text).toContain("None stands now.");
  const late = await ida.press(end, "Propose this notice", words);
  expect(late.status).toBe(409);
  expect((await ida.get(paths.noticeEnd("n9"))).status).toBe(404);
});

test("a proposal can be refused; who may not propose sees the list alone", async () => {
  const desk = openDesk();
  const ida = desk.as("ida");
  await ida.press(await ida.get(paths.noticeNew()), "Propose this notice", WORDS);
  const ruben = desk.as("ruben");
  const refused = await ruben.press(await ruben.get(paths.proposals()), "Refuse: Boil tap water");
  expect(refused.text).toContain("Nothing went out.");
  expect(desk.state.history.notices.size).toBe(0);
  const noor = await desk.as("noor").get(paths.notices());
  expect(noor.text).toContain("There has been no notice yet");
  expect(noor.html).not.toContain(paths.noticeNew());
});

test("a notice whose time ran out while it waited says so instead of how it would look", async () => {
  const desk = openDesk();
  const ida = desk.as("ida");
  await ida.press(await ida.get(paths.noticeNew()), "Propose this notice", WORDS);
  const id = [...desk.state.proposals.keys()][0];
  const proposal = id === undefined ? undefined : desk.state.proposals.get(id);
  if (id === undefined || proposal?.kind !== "notice") throw new Error("nothing was proposed");
  desk.state.proposals.set(id, { ...proposal, notice: { ...proposal.notice, expires: proposal.proposedAt } });
  const list = await desk.as("ruben").get(paths.proposals());
  expect(list.status).toBe(200);
  expectSound(list);
  expect(list.text).toContain("This notice is over");
});
