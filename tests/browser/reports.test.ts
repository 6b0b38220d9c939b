import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { HOME } from "../house/sources.ts";
import { tocsin } from "../walk/command.ts";
import { chromiumPath, findingsOn, launch } from "./chromium.ts";
import { startOffice, type RunningOffice } from "./office.ts";

const REPORTS = join(HOME, "..", "shared", "reports");

describe.skipIf(chromiumPath === null || !existsSync(REPORTS))(
  "three press articles become an edition (needs shared data)",
  () => {
    let office: RunningOffice;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      office = await startOffice();
      browser = await launch();
      const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "en" });
      page = await context.newPage();
      page.setDefaultTimeout(15_000);
    });

    afterEach(async ({ task }) => {
      if (task.result?.state === "fail")
        await page.screenshot({ path: join(HOME, ".cache", "reports-failed.png"), fullPage: true });
    });

    afterAll(async () => {
      await browser?.close();
      await office?.stop();
    });

    test("from file to a published statement with its evidence", async () => {
      await page.goto(office.link);
      await page.getByLabel("E-mail address").fill("duty@office.example");
      await page.getByLabel("Your name").fill("Duty Officer");
      await page.getByLabel("New password").fill("river lantern copper noon");
      await page.getByRole("button", { name: "Set password and sign in" }).click();

      // The files come in.
      const files = readdirSync(REPORTS).filter((name) => name.endsWith(".txt"));
      await page.goto(`${office.desk}/inbox`);
      await page.getByLabel("Files", { exact: true }).setInputFiles(files.map((name) => join(REPORTS, name)));
      await page.getByRole("button", { name: "Import files" }).click();
      await page.getByText(`${files.length} new reports`).waitFor();

      // One suggestion of each is accepted and gathered into a claim.
      await page.goto(`${office.desk}/inbox`);
      const reports = await page
        .locator("a[href^='/desk/reports/r']")
        .evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href") ?? ""))]);
      const opened = reports.filter((href) => /^\/desk\/reports\/r[0-9a-f]+$/.test(href));
      expect(opened).toHaveLength(files.length);
      for (const href of opened) {
        await page.goto(new URL(href, office.desk).href);
        await page.getByRole("button", { name: /^Accept suggestion 1$/ }).click();
        await page.locator("#done", { hasText: "Accepted." }).waitFor();
      }

      // An edition with one statement per report, each resting on what was accepted there.
      await page.goto(`${office.desk}/drafts`);
      await page.getByRole("button", { name: "Start edition 1" }).click();
      await page.waitForURL(/\/drafts\/d/);
      const draft = page.url().replace(/[?#].*$/, "");
      const inMinutes = (minutes: number): string => {
        const date = new Date(Date.now() + minutes * 60_000);
        return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv", dateStyle: "short", timeStyle: "short" })
          .format(date)
          .replace(" ", "T");
      };
      await page.getByLabel("As of", { exact: true }).first().fill(inMinutes(-5));
      await page.getByLabel("Promised next update").fill(inMinutes(720));
      await page.getByRole("button", { name: "Add a line" }).click();
      await page.getByLabel(/Line 1/).fill("Three papers were read; what they carry is attributed.");
      for (let i = 1; i <= files.length; i += 1) {
        await page.getByRole("button", { name: "Add a statement to Situation" }).click();
        await page
          .getByLabel(/^Text/)
          .nth(i - 1)
          .fill(`Report ${i} says who said what; the words are in the evidence.`);
      }
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator("#done", { hasText: "The draft is saved." }).waitFor();
      for (let i = 0; i < files.length; i += 1) {
        await page.goto(draft);
        await page.getByText("Attach evidence", { exact: true }).nth(i).click();
        await page.locator(`a[href*='report=']`).nth(i).click();
        await page.getByRole("checkbox").first().check();
        await page.getByRole("button", { name: "Attach what is ticked" }).click();
        await page.locator("#done", { hasText: "The evidence is attached." }).waitFor();
      }

      // What the preview shows is what goes out, to the byte.
      await page.goto(draft);
      await page.getByText("This draft can go out.").waitFor();
      const preview = await page.evaluate(
        async (path) => (await fetch(path)).text(),
        `${new URL(draft).pathname}/preview/en`,
      );
      await page.getByRole("link", { name: "Go to publishing" }).click();
      await page.getByRole("button", { name: "Publish edition 1" }).click();
      await page.locator("#done", { hasText: "The edition is live." }).waitFor();
      const live = await (await fetch(`${office.site}/en/editions/1/`)).text();
      expect(live).toBe(preview);

      await page.goto(`${office.site}/en/`);
      for (const summary of await page.getByText("How we know").all()) await summary.click();
      const words = await page.locator("main").innerText();
      for (let i = 1; i <= files.length; i += 1) expect(words).toContain(`Report ${i} says`);
      expect(words).toMatch(/origin/);
      expect(await findingsOn(page)).toEqual([]);
      const { code } = await tocsin(["verify", join(office.data, "site", "current")]);
      expect(code).toBe(0);
    });
  },
);
