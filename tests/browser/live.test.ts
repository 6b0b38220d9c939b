import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type RunningServer } from "../../src/app/server.ts";
import { correctStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { EntryDraft } from "../../src/desk/entry-draft.ts";
import type { NoticeId, StatementId } from "../../src/model/id.ts";
import { openOffice, type TestOffice } from "../app/office.ts";
import { at, draft, statement, wire } from "../desk/given.ts";
import { chromiumPath, findingsOn, launch, watch } from "./chromium.ts";

describe.skipIf(chromiumPath === null)("a page that stays open (needs Chromium)", () => {
  let browser: Browser;
  let office: TestOffice;
  let server: RunningServer;
  beforeAll(async () => {
    browser = await launch();
    office = await openOffice();
    server = await startServer(office.app);
    await edition(["One bridge is shut."]);
  });
  afterAll(async () => {
    await server.close();
    await office.close();
    await browser.close();
  });

  const edition = (glance: readonly string[]) =>
    office.app.context.press.publish(
      (history, now) =>
        publishEdition(
          draft({ statements: [statement("a")], glance: glance.map((en) => ({ en, uk: en })) }),
          history,
          [wire],
          now,
        ),
      "approver",
    );
  const openPage = async (path: string): Promise<{ page: Page; trouble: readonly string[] }> => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    const trouble = watch(context, new URL(server.address).host);
    const page = await context.newPage();
    const told = page.waitForRequest((request) => request.url().endsWith("/live"));
    await page.goto(`${server.address}${path}`);
    await told;
    await page.waitForTimeout(200);
    return { page, trouble };
  };

  test("the latest edition takes its new text by itself, and says so", async () => {
    const { page, trouble } = await openPage("/en/");
    expect(await page.locator("main").innerText()).toContain("One bridge is shut.");
    await edition(["Two bridges are shut."]);
    await page.locator("main", { hasText: "Two bridges are shut." }).waitFor();
    await page.locator("p.live[role=status]", { hasText: "up to date again" }).waitFor();
    expect(await page.title()).toContain("Edition 2");
    expect(await findingsOn(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  test("under somebody's hands, and on any other page, it only says so; a link shows the new text", async () => {
    const { page, trouble } = await openPage("/en/statements/s2/");
    const { page: busy } = await openPage("/en/");
    await busy.locator("main a").first().focus();
    const before = await page.locator("main").innerText();
    await office.app.context.press.publish(
      (history) =>
        correctStatement(
          {
            kind: "correction",
            statement: "s2" as StatementId,
            fromVersion: 1,
            right: { ...statement("a"), asOf: at(7), text: { en: "It is quite otherwise.", uk: "Зовсім інакше." } },
            reason: { en: "We misread the list.", uk: "Ми хибно прочитали список." },
          },
          history,
          [wire],
        ),
      "approver",
    );
    for (const one of [page, busy]) await one.locator("p.live", { hasText: "This page has changed." }).waitFor();
    expect(await page.locator("main").innerText()).toBe(before);
    expect(await findingsOn(page)).toEqual([]);
    await page.locator("p.live a").click();
    await page.locator("main", { hasText: "It is quite otherwise." }).waitFor();
    expect(trouble).toEqual([]);
  });

  test("an urgent notice appears on every open page, and is read out", async () => {
    const { page } = await openPage("/en/corrections/");
    const notice: EntryDraft = {
      kind: "notice",
      payload: {
        id: "n1" as NoticeId,
        headline: { en: "Boil the water", uk: "Кип’ятіть воду" },
        text: { en: "Boil it for a minute.", uk: "Кип’ятіть хвилину." },
        area: {},
        expires: at(23),
        replaces: null,
        ends: false,
      },
    };
    await office.app.context.press.publish(() => [notice], "approver");
    await page.locator("[role=alert]", { hasText: "Boil the water" }).waitFor();
    expect(await page.locator("p.live").innerText()).toBe("");
  });

  test("a page that nobody looks at holds no line, and hears what it missed when somebody does", async () => {
    const { page } = await openPage("/uk/");
    const hide = (hidden: boolean) =>
      page.evaluate(
        `Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true });
         document.dispatchEvent(new Event("visibilitychange"))`,
      );
    await hide(true);
    await edition(["Three bridges are shut."]);
    await page.waitForTimeout(300);
    expect(await page.locator("main").innerText()).not.toContain("Three bridges");
    await hide(false);
    await page.locator("main", { hasText: "Three bridges are shut." }).waitFor();
  });
});
