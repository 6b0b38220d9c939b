import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../src/web/desk/paths.ts";
import { ferryClaim, landingClaim } from "../web/fake/ferry.ts";
import { reportId } from "../web/fake/reports.ts";
import { claimId } from "../web/fake/state.ts";
import { chromiumPath, findingsOn, launch, LOOKS, watch } from "./chromium.ts";
import { startFakeOffice, type FakeOffice } from "./fake-office.ts";

describe.skipIf(chromiumPath === null)("claims and reports on the desk", () => {
  let office: FakeOffice;
  let browser: Browser;

  beforeEach(async () => {
    office = await startFakeOffice({ ferry: true });
    browser = await launch();
  });
  afterEach(async () => {
    await browser?.close();
    office?.stop();
  });

  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(office.base + path);
    return page;
  };
  const done = (page: Page, text: string): Promise<void> => page.locator("#done", { hasText: text }).waitFor();

  for (const { width, colorScheme } of LOOKS) {
    test(`claims are decided by one key each at ${width} pixels, ${colorScheme}`, { timeout: 120_000 }, async () => {
      const context = await office.enter(browser, "noor", { viewport: { width, height: 800 }, colorScheme });
      const trouble = watch(context, new URL(office.base).host);
      const findings: unknown[] = [];
      const look = async (page: Page): Promise<void> => void findings.push(...(await findingsOn(page)));
      const page = await open(context, paths.claim(claimId(1)));
      await look(page);

      // Accept: on to the next, and back again with u.
      await page.keyboard.press("a");
      await done(page, "Claim accepted.");
      expect(new URL(page.url()).pathname).toBe(paths.claim(claimId(2)));
      expect(office.state.claims.get(claimId(1))?.status).toBe("kept");
      await look(page);
      await page.keyboard.press("u");
      await done(page, "The decision is taken back.");
      expect(office.state.claims.get(claimId(1))?.status).toBe("suggested");

      // Reject.
      await page.keyboard.press("x");
      await done(page, "Claim rejected. It is not suggested again.");
      expect(office.state.claims.get(claimId(1))?.status).toBe("rejected");

      // Next: without a decision.
      await page.keyboard.press("n");
      await page.waitForURL(`**${paths.claim(landingClaim)}`);

      // Split: tick the last item, name it, Enter.
      for (let i = 0; i < 3; i += 1) await page.keyboard.press("j");
      await page.keyboard.press(" ");
      expect(await page.locator("[data-pick]:checked").count()).toBe(1);
      await page.keyboard.press("s");
      const title = page.getByLabel("What the ticked items claim");
      await expect.poll(() => title.inputValue()).toBe("Fishermen took 12 people off the ferry Anna");
      await look(page);
      await page.keyboard.type("Fishermen helped");
      await page.keyboard.press("Enter");
      await done(page, "Split.");
      const fresh = [...office.state.claims.values()].find((claim) => claim.title === "Fishermen helped");
      expect(fresh?.items.map(({ report }) => report)).toEqual([reportId(31)]);

      // Merge: opened with m, left with Escape, chosen with arrows, taken back, chosen with a number.
      await page.keyboard.press("m");
      await page.locator("#merge[open]").waitFor();
      await look(page);
      await page.keyboard.press("Escape");
      expect(await page.locator("#merge[open]").count()).toBe(0);
      await page.keyboard.press("m");
      await page.locator(".alike button:focus").waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await done(page, "Merged.");
      const merged = [...office.state.claims.values()].filter(({ mergedInto }) => mergedInto === landingClaim);
      expect(merged).toHaveLength(1);
      await page.keyboard.press("u");
      await done(page, "The decision is taken back.");
      await page.goto(office.base + paths.claim(landingClaim));
      await page.keyboard.press("m");
      await page.locator("#merge[open]").waitFor();
      await page.keyboard.press("1");
      await done(page, "Merged.");

      expect(office.state.decided.map(({ verdict }) => verdict)).toEqual([
        "accepted",
        "undone",
        "rejected",
        "split",
        "merged",
        "split",
        "merged",
      ]);
      expect(findings).toEqual([]);
      expect(trouble).toEqual([]);
      await context.close();
    });

    test(`a claim with everything in it is readable at ${width} pixels, ${colorScheme}`, async () => {
      office.state.backlog = { done: 1204, total: 10_000 };
      office.state.reading.set(reportId(21), "waiting");
      office.state.reading.set(reportId(5), "language-not-supported");
      const context = await office.enter(browser, "olena", { viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const findings: unknown[] = [];
      for (const path of [
        paths.claim(ferryClaim),
        paths.claims(),
        paths.inbox(),
        paths.report(reportId(21)),
        paths.report(reportId(5)),
        paths.report(reportId(22)),
        paths.keys(),
      ]) {
        await page.goto(office.base + path);
        findings.push(...(await findingsOn(page)));
      }
      expect(findings).toEqual([]);
      await context.close();
    });
  }

  test("what the machine would add is decided where it stands, and keys of the claim do not reach it", async () => {
    const context = await office.enter(browser, "noor");
    const page = await open(context, paths.claim(ferryClaim));
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await done(page, "Taken in.");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await done(page, "Refused.");
    const claim = office.state.claims.get(ferryClaim);
    expect([claim?.status, claim?.proposed.length, claim?.items.length]).toEqual(["kept", 0, 13]);
    await context.close();
  });

  test("a box ticked by mouse leaves the keys alone, and Enter on it goes on to the name", async () => {
    const context = await office.enter(browser, "noor");
    const page = await open(context, paths.claim(landingClaim));
    await page.locator("[data-pick]").first().click();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("split-title");
    await context.close();
  });

  test("without scripts every decision is still there", async () => {
    const context = await office.enter(browser, "noor", { javaScriptEnabled: false });
    const page = await open(context, paths.claim(landingClaim));
    await page.locator("[data-pick]").last().check();
    await page.locator("#split > summary").click();
    await page.getByLabel("What the ticked items claim").fill("Fishermen helped");
    await page.getByRole("button", { name: "Split off" }).click();
    await done(page, "Split.");
    await page.locator("#merge > summary").click();
    await page.locator(".alike button").first().click();
    await done(page, "Merged.");
    await page.getByRole("button", { name: "Reject", exact: true }).click();
    await done(page, "Claim rejected.");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await done(page, "The decision is taken back.");
    await context.close();
  });

  test("suggestions appear by themselves once a report is read, and the inbox counts on", async () => {
    office.state.reading.set(reportId(20), "waiting");
    office.state.backlog = { done: 3, total: 9 };
    const context = await office.enter(browser, "noor");
    const report = await open(context, paths.report(reportId(20)));
    const inbox = await open(context, paths.inbox());
    await report.getByText("Being read.").waitFor();
    expect(await report.getByText("Look again").isVisible()).toBe(false);
    office.state.reading.delete(reportId(20));
    office.state.backlog = { done: 8, total: 9 };
    await inbox.getByText("Reading 8 of 9 reports for evidence").waitFor();
    office.state.backlog = null;
    await inbox.getByText("All reports are read.").waitFor();
    await report.bringToFront();
    await report.locator(".suggestion").first().waitFor();
    expect(await report.locator(".report-text .m").count()).toBeGreaterThan(0);
    await context.close();
  });
});
