import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tocsin } from "../walk/command.ts";
import { chromiumPath, findingsOn, launch, LOOKS, watch } from "./chromium.ts";
import { startDemo, type RunningOffice } from "./office.ts";

const PASSWORD = "river lantern copper noon";

const PUBLIC_PAGES = [
  "/",
  "/uk/",
  "/en/editions/",
  "/en/editions/1/",
  "/en/statements/s2/",
  "/uk/statements/s2/",
  "/en/corrections/",
  "/uk/corrections/",
  "/en/publishers/",
  "/en/about/",
  "/en/method/",
  "/en/record/",
  "/en/replies/",
  "/404.html",
];

const DESK_PAGES = [
  "/inbox",
  "/import/failures",
  "/claims",
  "/drafts",
  "/statements",
  "/statements/s2",
  "/statements/s2/correct",
  "/proposals",
  "/replies",
  "/publishers",
  "/publishers/quarterline",
  "/sources",
  "/activity",
  "/users",
  "/password",
  "/keys",
];

describe.skipIf(chromiumPath === null)("the demo in a browser", () => {
  let office: RunningOffice;
  let browser: Browser;
  let desk: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    office = await startDemo();
    browser = await launch();
    desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en" });
    page = await desk.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  for (const { width, colorScheme } of LOOKS) {
    test(
      `every kind of public page is accessible and fits at ${width} pixels, ${colorScheme}`,
      { timeout: 240_000 },
      async () => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
        const trouble = watch(context, new URL(office.site).host);
        const reader = await context.newPage();
        const findings = [];
        for (const path of PUBLIC_PAGES) {
          await reader.goto(office.site + path);
          for (const details of await reader.locator("details").all())
            await details.evaluate("(element) => { element.open = true; }");
          findings.push(...(await findingsOn(reader)));
        }
        expect(findings).toEqual([]);
        expect(trouble.filter((line) => !line.includes("404"))).toEqual([]);
        await context.close();
      },
    );
  }

  test("a reader without script reads the same words", async () => {
    const without = await browser.newContext({ javaScriptEnabled: false });
    const reader = await without.newPage();
    const plain = await browser.newPage();
    for (const path of ["/", "/en/statements/s2/", "/en/corrections/"]) {
      await reader.goto(office.site + path);
      await plain.goto(office.site + path);
      expect(await reader.locator("main").innerText()).toBe(await plain.locator("main").innerText());
    }
    await without.close();
    await plain.close();
  });

  test("a journalist goes from a statement to who said it first", async () => {
    const reader = await browser.newPage();
    await reader.goto(`${office.site}/en/editions/1/`);
    await reader.getByText("How we know").first().click();
    await reader.locator("main a[href*='/statements/']").first().click();
    await reader.waitForURL(/\/statements\/s\d+\//);
    expect(await reader.locator("main").innerText()).toMatch(/origin/i);
    await reader.close();
  });

  test("the one-time link makes the first administrator, once", async () => {
    await page.goto(office.link);
    await page.getByLabel("E-mail address").fill("ada@office.example");
    await page.getByLabel("Your name").fill("Ada Duty");
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Set password and sign in" }).click();
    expect(await page.locator("body").innerText()).toMatch(/at least 12 characters/i);
    await page.goto(office.link);
    await page.getByLabel("E-mail address").fill("ada@office.example");
    await page.getByLabel("Your name").fill("Ada Duty");
    await page.getByLabel("New password").fill(PASSWORD);
    await page.getByRole("button", { name: "Set password and sign in" }).click();
    await page.waitForURL(/\/desk\/inbox/);
    const again = await browser.newPage();
    await again.goto(office.link);
    expect(await again.locator("body").innerText()).toMatch(/does not work any more/i);
    await again.close();
  });

  for (const { width, colorScheme } of LOOKS) {
    test(
      `every kind of desk page is accessible and fits at ${width} pixels, ${colorScheme}`,
      { timeout: 240_000 },
      async () => {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme,
          locale: "en",
          storageState: await desk.storageState(),
        });
        const trouble = watch(context, new URL(office.site).host);
        const worker = await context.newPage();
        await worker.goto(`${office.desk}/inbox`);
        const first = async (pattern: RegExp): Promise<string> => {
          const links = await worker
            .locator("a[href]")
            .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
          return links.find((href) => pattern.test(href))?.replace(/^\/desk/, "") ?? "";
        };
        const pages = [...DESK_PAGES, await first(/^\/desk\/reports\/r[0-9a-f]+$/)];
        await worker.goto(`${office.desk}/claims?status=kept`);
        pages.push(await first(/^\/desk\/claims\/c[0-9a-f]+$/));
        const findings = [];
        for (const path of pages) {
          expect(path).not.toBe("");
          await worker.goto(office.desk + path);
          findings.push(...(await findingsOn(worker)));
        }
        expect(findings).toEqual([]);
        expect(trouble).toEqual([]);
        await context.close();
      },
    );
  }

  test("a newcomer corrects a statement and sees it on the page, in the feeds and in the record", async () => {
    await page.goto(`${office.desk}/statements/s1/correct`);
    await page
      .getByLabel(/correction/i)
      .first()
      .check();
    for (const [label, text] of [
      [/^Text, English$/, "An explosion hit the Lomnet training centre shortly before 05:00."],
      [/^Text, Ukrainian$/, "Вибух стався в навчальному центрі в Ломнеті незадовго до 05:00."],
      [/^Reason, English$/, "The time was read off a clock that ran slow."],
      [/^Reason, Ukrainian$/, "Час узяли з годинника, що відставав."],
    ] as const) {
      await page.getByLabel(label).fill(text);
    }
    await page.getByRole("button", { name: "Publish this now" }).click();
    await page.locator("#done", { hasText: "The correction is live." }).waitFor();
    const reader = await browser.newPage();
    for (const path of ["/en/editions/1/", "/en/statements/s1/", "/en/corrections/"]) {
      await reader.goto(office.site + path);
      const words = await reader.locator("main").innerText();
      expect(words).toContain("shortly before 05:00");
      expect(words).toContain("a clock that ran slow");
    }
    await reader.close();
    for (const feed of ["feed.rss", "feed.atom", "feed.json"]) {
      expect(await (await fetch(`${office.site}/en/${feed}`)).text()).toContain("a clock that ran slow");
    }
    const { code, out } = await tocsin(["verify", `${office.data}/site/current`]);
    expect([code, out]).toEqual([0, expect.stringContaining("Every file is what the signed record says.")]);
  });

  test("suggestions are decided from the keyboard alone, and taken back", async () => {
    await page.goto(`${office.desk}/inbox`);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/reports\/r/);
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await page
      .getByText(/^Accepted\b/)
      .first()
      .waitFor();
  });

  test("what is typed into a draft is saved by itself and survives a reload", async () => {
    await page.goto(`${office.desk}/drafts`);
    await page.getByRole("button", { name: /^Start edition \d+$/ }).click();
    await page.waitForURL(/\/drafts\/d/);
    await page.getByRole("button", { name: "Add a line" }).click();
    await page.getByLabel(/Line 1, English/).fill("Typed and never lost.");
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await page.waitForTimeout(1500);
    await page.reload();
    expect(await page.getByLabel(/Line 1, English/).inputValue()).toBe("Typed and never lost.");
  });

  test("an analyst cannot publish, whatever the page says", async () => {
    await page.goto(`${office.desk}/users`);
    await page.getByLabel("E-mail address").fill("new@office.example");
    await page.getByLabel("Name", { exact: true }).fill("New Analyst");
    await page.getByLabel("Role", { exact: true }).selectOption("analyst");
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = /http\S+\/desk\/link\/\S+/.exec(await page.locator("main").innerText())?.[0] ?? "";
    const context = await browser.newContext({ locale: "en" });
    const analyst = await context.newPage();
    await analyst.goto(link.replace(/^https?:\/\/[^/]+/, new URL(office.site).origin));
    await analyst.getByLabel("Your name").fill("New Analyst");
    await analyst.getByLabel("New password").fill(PASSWORD);
    await analyst.getByRole("button", { name: "Set password and sign in" }).click();
    await analyst.waitForURL(/\/desk/);
    const answer = await analyst.goto(`${office.desk}/users`);
    expect(answer?.status()).toBe(403);
    await context.close();
  });

  test("a stranger gets the sign-in page, a forged form nothing", async () => {
    const stranger = await browser.newPage();
    await stranger.goto(`${office.desk}/inbox`);
    expect(stranger.url()).toContain("/sign-in");
    await stranger.close();
    const forged = await fetch(`${office.desk}/drafts`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      redirect: "manual",
    });
    expect([303, 400, 403]).toContain(forged.status);
  });
});
