import { AxeBuilder } from "@axe-core/playwright";
import { serve, type ServerType } from "@hono/node-server";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDesk } from "../../../src/web/desk/desk.ts";
import { paths } from "../../../src/web/desk/paths.ts";
import { fakeDesk } from "../fake-desk.ts";
import { attributionId, figureId, reportId } from "../fake/reports.ts";
import { claimId, draftId, type FakeState } from "../fake/state.ts";

const CHROMIUM = process.env["TOCSIN_CHROMIUM"] ?? "/usr/bin/chromium";
const KEY = "n1a2b3c4d5e6f708";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const PAGES: Readonly<Record<string, string>> = {
  inbox: paths.inbox(),
  failures: paths.failures(),
  sources: paths.sources(),
  publishers: paths.publishers(),
  publisher: paths.publisher("northern-wire"),
  report: paths.report(reportId(1)),
  "fix attribution": paths.attribution(reportId(1), attributionId(2)),
  "fix figure": paths.figure(reportId(1), figureId(2)),
  claims: paths.claims(),
  claim: paths.claim(claimId(1)),
  "claim with denials": paths.claim(claimId(2)),
  drafts: paths.drafts(),
  draft: paths.draft(draftId),
  evidence: paths.draftEvidence(draftId, KEY, { claim: claimId(1) }),
  publish: paths.draftPublish(draftId),
  statements: paths.statements(),
  statement: paths.statement("s1"),
  correct: paths.statementCorrect("s1"),
  notices: paths.notices(),
  "new notice": paths.noticeNew(),
  proposals: paths.proposals(),
  delivery: paths.delivery(),
  dispatch: paths.dispatch("edition:1/email"),
  "dispatch on its way": paths.dispatch("correction:k1/email/got-original"),
  replies: paths.replies(),
  activity: paths.activity(),
  people: paths.users(),
  password: paths.password(),
  keys: paths.keys(),
  "not there": "/desk/nothing",
};

describe.skipIf(!existsSync(CHROMIUM))("in a browser", () => {
  let browser: Browser;
  let server: ServerType;
  let base: string;
  let state: FakeState;
  let handle: (request: Request) => Response | Promise<Response>;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    server = await new Promise<ServerType>((resolve) => {
      const started = serve({ fetch: (request) => handle(request), port: 0, hostname: "127.0.0.1" }, () =>
        resolve(started),
      );
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(() => {
    const desk = fakeDesk();
    state = desk.state;
    const app = createDesk({
      service: desk.service,
      clock: () => state.now,
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      secureCookies: false,
      publicSiteUrl: "",
      logger: () => {},
    });
    handle = (request) => app.fetch(request);
  });

  async function enter(who: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en", ...options });
    await context.addCookies([{ name: "tocsin_desk", value: `session-${who}`, url: base }]);
    return context;
  }

  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(base + path);
    return page;
  }

  for (const look of [
    { width: 1280, colorScheme: "light" },
    { width: 360, colorScheme: "dark" },
  ] as const) {
    test(`every page meets WCAG 2.2 AA and fits ${look.width} pixels, ${look.colorScheme}`, async () => {
      const context = await enter("olena", {
        viewport: { width: look.width, height: 800 },
        colorScheme: look.colorScheme,
      });
      const page = await context.newPage();
      const found: string[] = [];
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(base + path);
        if ((await page.evaluate("document.documentElement.scrollWidth - innerWidth")) !== 0)
          found.push(`${name} overflows`);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude("iframe").analyze();
        for (const { id, nodes } of violations) found.push(`${name}: ${id} at ${nodes[0]?.target.join(" ")}`);
      }
      const gate = await browser.newContext({
        viewport: { width: look.width, height: 800 },
        colorScheme: look.colorScheme,
      });
      for (const path of [paths.signIn(), paths.link("good-link"), paths.link("used")]) {
        const outside = await open(gate, path);
        const { violations } = await new AxeBuilder({ page: outside }).withTags(RULES).analyze();
        for (const { id } of violations) found.push(`${path}: ${id}`);
      }
      expect(found).toEqual([]);
      await context.close();
      await gate.close();
    }, 180_000);
  }

  test("what is on its way is kept up to date where it stands, and its end is said", async () => {
    const id = "correction:k1/email/got-original";
    const context = await enter("ida");
    const page = await open(context, paths.dispatch(id));
    const [going] = state.delivery.dispatches.filter((one) => one.id === id);
    if (going === undefined) throw new Error("the fake has this dispatch");
    const put = (accepted: number, planned: number) =>
      (state.delivery.dispatches = [{ ...going, tally: { ...going.tally, accepted, planned, underWay: 0 } }]);
    put(500, 430);
    await page.getByText("510 of 940 handed over").waitFor();
    put(930, 0);
    await page.getByText("940 of 940 handed over").waitFor();
    expect(await page.locator("#says").textContent()).toBe("Everything is handed over.");
    await page.keyboard.press("r");
    await page.getByText("They are sent again.").waitFor();
    expect(state.activity[0]?.action).toBe("delivery.retried");
    await context.close();
  });

  test("a report is decided from the keyboard alone, and the focus moves on", async () => {
    const context = await enter("noor");
    const page = await open(context, paths.report(reportId(1)));
    const chosen = () => page.locator("[data-item][aria-current]").getAttribute("id");
    await page.keyboard.press("j");
    expect(await chosen()).toBe(attributionId(1));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await chosen()).toBe(attributionId(2));
    await page.keyboard.press("a");
    await page.locator(`#${attributionId(2)}.accepted`).waitFor();
    expect(state.attributions.get(attributionId(2))?.decision?.verdict).toBe("accepted");
    expect(await chosen()).toBe(attributionId(3));
    expect(await page.getByRole("status").first().textContent()).toContain("Accepted.");
    await page.keyboard.press("k");
    await page.keyboard.press("u");
    await page.locator(`#${attributionId(2)}.suggested`).waitFor();
    await page.keyboard.press("x");
    await page.locator(`#${attributionId(2)}.rejected`).waitFor();
    await page.keyboard.press("e");
    await page.waitForURL(`**${paths.attribution(reportId(1), attributionId(3))}`);
    await context.close();
  });

  test("keys leave text fields alone, find the search field and the list of keys, and can be off", async () => {
    const context = await enter("noor");
    const page = await open(context, paths.inbox());
    await page.keyboard.press("/");
    await page.keyboard.type("jam?");
    expect(await page.getByLabel("Words in title or text").inputValue()).toBe("jam?");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${paths.report(reportId(1))}`);
    await page.keyboard.press("?");
    await page.waitForURL(`**${paths.keys()}`);
    await page.getByRole("button", { name: "Turn single keys off" }).click();
    await page.getByText("Single keys are off.").waitFor();
    await page.goto(base + paths.inbox());
    await page.keyboard.press("?");
    expect(new URL(page.url()).pathname).toBe(paths.inbox());
    await context.close();
  });

  test("words selected in the text become a passage with its places", async () => {
    const context = await enter("noor");
    const page = await open(context, paths.attribution(reportId(1), attributionId(2)));
    const group = page.getByRole("group", { name: "Says" });
    await group.getByRole("button", { name: "Take the selected text" }).click();
    await page.evaluate(`(() => {
      const block = document.querySelectorAll(".report-text p")[1];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf("According to");
        if (at < 0) continue;
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 12);
        document.querySelector("[data-text]").dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
        return;
      }
    })()`);
    await expect.poll(() => group.getByLabel("Words as they stand in the text").inputValue()).toBe("According to");
    await page.getByRole("button", { name: "Accept as fixed" }).click();
    await page.getByText("Accepted as you fixed it.").waitFor();
    const cue = state.attributions.get(attributionId(2))?.fix?.cue;
    expect(cue?.text).toBe("According to");
    await context.close();
  });

  test("a draft saves itself, and its preview follows", async () => {
    const context = await enter("ida");
    const page = await open(context, paths.draft(draftId));
    const field = page.locator(`[id="s.${KEY}.text.en"]`);
    await field.fill("At least 50 people are sheltering in Halan.");
    await expect.poll(() => state.drafts.get(draftId)?.revision, { timeout: 15_000 }).toBe(4);
    await expect.poll(() => page.locator("#save-status").textContent()).toMatch(/^Saved \d+ seconds? ago$/);
    await page.frameLocator("#preview").getByText("At least 50 people are sheltering in Halan.").waitFor();
    await page.locator(`[id="s.${KEY}.text.uk"]`).fill("");
    await page.locator("#problems").getByText("1 thing is missing").waitFor();
    await context.close();
  });

  test("what could not be saved is kept in the browser and offered back", async () => {
    const context = await enter("ida");
    const page = await open(context, paths.draft(draftId));
    await context.setOffline(true);
    await page.locator(`[id="s.${KEY}.text.en"]`).fill("Typed while the line was down.");
    await page.getByText("No connection. Your text is kept in this browser").waitFor();
    // The browser hands stored text from one process to another in its own time.
    await page.waitForTimeout(1000);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await open(context, paths.draft(draftId));
    await again.getByText("This browser keeps text of this draft that was never saved.").waitFor();
    await again.getByRole("button", { name: "Put it back" }).click();
    await again.getByText("The draft is saved.").waitFor();
    const text = state.drafts.get(draftId)?.content.statements.find(({ key }) => key === KEY)?.text["en"];
    expect(text).toBe("Typed while the line was down.");
    expect(await again.locator("#kept").isVisible()).toBe(false);
    await context.close();
  });

  test("when somebody else saved, the page says so and Save leads to both versions", async () => {
    const context = await enter("ida");
    const page = await open(context, paths.draft(draftId));
    const draft = state.drafts.get(draftId);
    if (!draft) throw new Error("no draft");
    state.drafts.set(draftId, {
      ...draft,
      revision: draft.revision + 1,
      content: { ...draft.content, nextUpdate: draft.content.asOf },
    });
    await page.locator(`[id="s.${KEY}.text.en"]`).fill("Mine.");
    await page.getByText("Somebody else saved this draft. Press Save to see what differs").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("heading", { name: "Two of you saved this draft" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole("button", { name: "Save this choice" }).click();
    await page.getByText("Both versions are brought together.").waitFor();
    await context.close();
  });

  for (const width of [360, 1280]) {
    test(`an urgent notice goes from the first person to the second and out, at ${width} pixels`, async () => {
      const viewport = { width, height: 800 };
      const context = await enter("ida", { viewport });
      const page = await open(context, paths.notices());
      const sound = async (one: Page): Promise<void> => {
        expect(await one.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
        const { violations } = await new AxeBuilder({ page: one }).withTags(RULES).analyze();
        expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(" ")}`)).toEqual([]);
      };
      await page.keyboard.press("n");
      await page.waitForURL(`**${paths.noticeNew()}`);
      const headline = page.locator('[id="headline.en"]');
      const count = page.locator('[id="headline.en-hint"] .count');
      await headline.fill(`Boil  tap water ${"🌊".repeat(110)}`);
      expect(await count.textContent()).toBe("125 / 120");
      expect(await headline.getAttribute("aria-invalid")).toBe("true");
      await headline.fill("Boil tap water");
      expect(await count.textContent()).toBe("14 / 120");
      expect(await headline.getAttribute("aria-invalid")).toBeNull();
      await page.locator('[id="headline.uk"]').fill("Кип’ятіть воду з крана");
      await page.locator('[id="text.en"]').fill("Three minutes, in all of Halan.");
      await page.locator('[id="text.uk"]').fill("Три хвилини, у всьому Галані.");
      await page.getByRole("button", { name: "Show how it will look" }).click();
      await page.getByText("E-mail as text").first().waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Propose this notice" }).click();
      await page.getByText("The notice is proposed.").waitFor();

      const second = await enter("ruben", { viewport, colorScheme: "dark" });
      const list = await open(second, paths.proposals());
      await list.getByText("How it will look").first().click();
      await list.getByText("Три хвилини, у всьому Галані.").first().waitFor();
      await sound(list);
      await list.getByRole("button", { name: "Publish the notice now: Boil tap water" }).click();
      await list.getByText("The notice is out.").waitFor();
      await sound(list);
      await list.keyboard.press("j");
      await list.keyboard.press("e");
      await list.waitForURL(`**${paths.noticeReplace("n1")}`);
      await sound(list);
      await context.close();
      await second.close();
    }, 60_000);
  }

  test("without scripts everything is still there", async () => {
    const context = await enter("noor", { javaScriptEnabled: false });
    const page = await open(context, paths.report(reportId(1)));
    await page.getByRole("button", { name: "Accept suggestion 3" }).click();
    await page.getByText("Accepted.").waitFor();
    expect(state.attributions.get(attributionId(2))?.decision?.verdict).toBe("accepted");
    expect(new URL(page.url()).hash).toBe(`#${attributionId(2)}`);
    await context.close();
  });
});
