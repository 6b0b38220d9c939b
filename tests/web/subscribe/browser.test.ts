import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "../../../src/publish/headers.ts";
import { renderSite } from "../../../src/publish/site.ts";
import { isSubscriptionUrl } from "../../../src/publish/subscription-paths.ts";
import { contentTypeOf } from "../../../src/web/public/content-type.ts";
import { sampleAsOf } from "../../publish/fixture.ts";
import { BASE, openPages, sample } from "./site.ts";

const executablePath = "/usr/bin/chromium";
const files = renderSite(sample, { at: sampleAsOf(1), renderer: "test" });

describe.skipIf(!existsSync(executablePath))("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser.close());

  test.each([
    ["light", 360, "en"],
    ["dark", 1280, "uk"],
  ] as const)(
    "somebody subscribes, changes and leaves; every page is accessible and fits (%s, %i pixels, %s)",
    async (colorScheme, width, lang) => {
      const site = openPages();
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      await page.route("**/*", async (route) => {
        const url = new URL(route.request().url());
        if (isSubscriptionUrl(url.pathname)) {
          const body = route.request().postData();
          const headers = await route.request().allHeaders();
          const answer = await site.request(url.pathname, {
            method: route.request().method(),
            headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":"))),
            ...(body === null ? {} : { body }),
          });
          return route.fulfill({
            status: answer.status,
            body: answer.html,
            headers: Object.fromEntries(answer.headers),
          });
        }
        const path = url.pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
        const body = files.get(path);
        if (body === undefined) return route.fulfill({ status: 404, body: "" });
        return route.fulfill({
          body: Buffer.from(body),
          headers: { ...securityHeaders, "content-type": contentTypeOf(path) },
        });
      });
      const check = async (name: string): Promise<void> => {
        const wider = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"])
          .analyze();
        expect([name, wider, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([name, 0, []]);
        const pictures = process.env["TOCSIN_TEST_PICTURES"];
        if (pictures) await page.screenshot({ path: `${pictures}/${lang}-${name}.png`, fullPage: true });
      };
      const button = page.locator("main button[type=submit]");

      await page.goto(`${BASE}/${lang}/subscribe/`);
      await check("form");
      await page.fill("#address", "anna(at)example.org");
      for (const topic of ["situation", "measures", "safety"]) await page.uncheck(`#topic-${topic}`);
      await button.click();
      expect(await page.title()).toContain(lang === "en" ? "Subscribe" : "Підписка");
      await check("problems");
      await page.fill("#address", "anna@example.org");
      await page.check("#topic-safety");
      await page.check("#frequency-daily");
      await page.selectOption("#hour", "18");
      await button.click();
      await check("asked");
      await site.settled();
      await page.goto(site.mails[0]?.link ?? "");
      await check("confirm");
      await button.click();
      await check("confirmed");
      await page.click("main a");
      await check("manage");
      await page.check("#frequency-urgent");
      expect(await page.locator("#hour").isVisible()).toBe(false);
      await button.first().click();
      await check("saved");
      await page.click("main a[href$='/erase']");
      await check("leave");
      await button.click();
      await check("left");
      await page.goBack();
      await page.reload();
      await check("dead");
      // A dead link is a 404, which the browser itself reports; an answer with problems is a 422.
      expect(complaints.filter((text) => !/status of (404|422)/.test(text))).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    },
  );
});
