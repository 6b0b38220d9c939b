import { expect, test } from "vitest";
import { TROUBLE_CODES } from "../../../src/deliver/trouble-codes.ts";
import type { EntryId } from "../../../src/model/id.ts";
import { MESSAGES } from "../../../src/web/desk/messages.ts";
import { dispatchOf, paths } from "../../../src/web/desk/paths.ts";
import { dispatchWith } from "../fake/dispatches.ts";
import { at } from "../fake/reports.ts";
import { draftId } from "../fake/state.ts";
import { expectSound, nameOf, openDesk } from "./harness.ts";

const EDITION = "edition:1/email";
const CORRECTION = "correction:k1/email/got-original";

test("the page of deliveries names channels, backlog, rate, failing relays and every dispatch with its troubles", async () => {
  const page = await openDesk().as("noor").get(paths.delivery());
  expect(page.text).toContain("Waiting: Urgent1,200");
  expect(page.text).toContain("In the last minute4,200");
  expect(page.text).toContain("Not confirmed12");
  expect(page.text).toContain("4 Our mail relay refused the user or the password.");
  expect(page.text).toContain("tried again in 41 seconds");
  const rows = [...page.document.querySelectorAll("[data-item]")].map((row) => row.textContent ?? "");
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain("Notice n1 · Notifications");
  expect(rows[2]).toContain("38 failed, 2 in doubt");
  expect(page.document.querySelector("nav [aria-current=page]")?.textContent).toBe("Delivery");
});

test("only what carries one entry is listed when asked for it", async () => {
  const page = await openDesk()
    .as("noor")
    .get(paths.delivery({ about: "correction:k1" }));
  expect([...page.document.querySelectorAll("[data-item]")]).toHaveLength(1);
  expect(page.text).toContain("Only those that carry correction:k1.");
});

test("a dispatch says in plain words whom it did not reach and why, and names the doubtful by number alone", async () => {
  const page = await openDesk().as("ida").get(paths.dispatch(EDITION));
  expect(page.document.querySelector("h1")?.textContent).toBe("Edition 1 · E-mail");
  expect(page.text).toContain("37 There is no such mailbox.");
  expect(page.text).toContain("1 It did not work (BROUGHT_BY_PIGEON).");
  expect(page.text).toContain("2 recipients in doubt");
  expect(page.text).toContain("17, 4711");
  expect(page.document.querySelector("[data-live]")).toBeNull();
  const going = await openDesk().as("ida").get(paths.dispatch(CORRECTION));
  expect(going.document.querySelector("#dispatch")?.hasAttribute("data-live")).toBe(true);
  expect(going.text).toContain("440 of 940 handed over");
});

test("an editor tries again for the failed and for the doubtful with a key each, and pauses", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.dispatch(EDITION));
  const keys = [...page.document.querySelectorAll("main button[data-key]")].map((one) => [
    one.getAttribute("data-key"),
    nameOf(one),
  ]);
  expect(keys).toEqual([
    ["r", "Try again for 38 that failed"],
    ["d", "Send again to 2 in doubt"],
  ]);
  const retried = await visitor.press(page, "Try again for 38 that failed");
  expect(retried.text).toContain("They are sent again.");
  expectSound(retried);
  const paused = await visitor.press(retried, "Pause");
  expect(paused.text).toContain("The dispatch is paused.");
  expect(paused.text).toContain("Paused");
  const again = await visitor.press(paused, "Go on");
  const repeated = await visitor.press(again, "Send again to 2 in doubt");
  expect(repeated.text).toContain("They are sent again.");
  expect(desk.state.delivery.dispatches.find(({ id }) => id === EDITION)?.tally).toMatchObject({
    planned: 40,
    failed: 0,
    unknown: 0,
  });
  expect(desk.state.activity.slice(0, 4).map(({ action }) => action)).toEqual([
    "delivery.repeated",
    "delivery.resumed",
    "delivery.paused",
    "delivery.retried",
  ]);
  const activity = await visitor.get(paths.activity());
  expect(activity.document.querySelector(`a[href="${paths.dispatch(EDITION)}"]`)?.textContent).toBe(EDITION);
});

test("an analyst looks on: nothing to press, and what is sent by hand is refused", async () => {
  const visitor = openDesk().as("noor");
  const page = await visitor.get(paths.dispatch(EDITION));
  expect(page.text).toContain("needs the role Editor");
  expect(page.document.querySelector("main form")).toBeNull();
  const token = page.document.querySelector("[name=csrf]")?.getAttribute("value") ?? "";
  const refused = await visitor.post(paths.dispatchRetry(EDITION), [
    ["csrf", token],
    ["which", "failed"],
  ]);
  expect(refused.status).toBe(403);
});

test("before a correction the desk says whom it reaches, and afterwards how far it is", async () => {
  const desk = openDesk();
  const visitor = desk.as("ruben");
  const form = await visitor.get(paths.statementCorrect("s2"));
  expect(form.text).toContain("reaches 1,060 who got the original: E-mail 940, Notifications 120.");
  expect(form.text).toContain("those who asked for corrections: E-mail 12.");
  const page = await visitor.get(paths.statement("s1"));
  const newest = desk.state.history.statements.get("s1" as never)?.corrections.at(-1)?.value;
  expect(newest?.id).toBe("k1");
  expect(page.text).toContain("On its way to those who got the original");
  expect(page.text).toContain("Reached 430 of 940; 10 failed.");
  expect(page.document.querySelector("#progress")?.hasAttribute("data-live")).toBe(true);
  desk.state.delivery.dispatches = [
    dispatchWith(CORRECTION, { accepted: 930, failed: 10 }, { lane: "correction", why: "got-original" }),
  ];
  const through = await visitor.get(paths.statement("s1"));
  expect(through.text).toContain("Reached 930 of 940; 10 failed.");
  expect(through.document.querySelector("[data-live]")).toBeNull();
});

test("before an edition the desk says to how many it goes and what channels find wrong", async () => {
  const desk = openDesk();
  desk.state.delivery.checks = [
    { channel: "email", lang: "en", code: "MAIL_CUT", message: "3 paragraphs do not fit in the mail.", blocks: false },
    { channel: "push", lang: "uk", code: "PUSH_NO_TITLE", message: "The notification has no title.", blocks: true },
  ];
  const page = await desk.as("ruben").get(paths.draftPublish(draftId));
  expect(page.text).toContain("Goes to 1,060 subscribers: E-mail 940, Notifications 120.");
  expect(page.text).toContain("E-mail, English: 3 paragraphs do not fit in the mail.");
  expect(page.text).toContain("Notifications, Ukrainian: The notification has no title. It cannot go out like this.");
  const uk = desk.as("ruben");
  uk.cookies.set("tocsin_lang", "uk");
  expect((await uk.get(paths.draftPublish(draftId))).text).toContain("Сповіщення не мало б заголовка.");
});

test("an alarm stands above every page for everybody who is signed in, and for nobody else", async () => {
  const desk = openDesk();
  desk.state.delivery.alarms = [
    { kind: "urgent", about: "notice:n1/push", code: "", since: at("3T12:05") },
    { kind: "canary", about: "email", code: "RELAY_UNREACHABLE", since: at("3T12:10") },
  ];
  const page = await desk.as("noor").get(paths.inbox());
  const banner = page.document.querySelector("#alarm");
  expect(banner?.textContent).toContain("Notice n1 is urgent, and nobody has accepted it yet.");
  expect(banner?.textContent).toContain("failed: E-mail. Our mail relay could not be reached.");
  expect([...(banner?.querySelectorAll("a") ?? [])].map((one) => one.getAttribute("href"))).toEqual([
    paths.dispatch("notice:n1/push"),
    paths.delivery(),
  ]);
  expectSound(page);
  expect((await desk.as(null).get(paths.signIn())).document.querySelector("#alarm")).toBeNull();
});

test("every trouble code has its sentence in every language", () => {
  const wanted = Object.keys(TROUBLE_CODES).map((code) => `trouble.${code}`);
  for (const messages of Object.values(MESSAGES)) {
    expect(wanted.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  }
  expect(Object.entries(TROUBLE_CODES).map(([, sentence]) => sentence)).toEqual(
    wanted.map((key) => (MESSAGES.en as Readonly<Record<string, string>>)[key]),
  );
});

test("a dispatch's address holds no slash of its id", () => {
  const id = "correction:k1/email/got-original" as EntryId;
  expect(paths.dispatch(id)).toBe("/desk/delivery/correction%3Ak1~email~got-original");
  expect(dispatchOf("correction:k1~email~got-original")).toBe(id);
});
