import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { evolve } from "../../src/model/history.ts";
import type { NoticeId } from "../../src/model/id.ts";
import type { Notice } from "../../src/model/notice.ts";
import { securityHeaders } from "../../src/publish/headers.ts";
import { contentTypeOf } from "../../src/web/public/content-type.ts";
import { renderSite } from "../../src/publish/site.ts";
import { sampleAsOf, sampleHistory } from "./fixture.ts";

const executablePath = "/usr/bin/chromium";
const pages = [
  "/en/",
  "/uk/editions/7/",
  "/ar/",
  "/en/editions/5/",
  "/en/editions/",
  "/en/statements/s2/",
  "/uk/statements/s174/",
  "/en/corrections/",
  "/en/publishers/",
  "/en/about/",
  "/uk/method/",
  "/en/record/",
  "/en/replies/",
  "/ar/notices/",
  "/uk/subscribe/",
  "/404.html",
];
const history = sampleHistory({ editions: 16, statementsPerEdition: 14, languages: ["en", "uk", "ar"] });
const notice: Notice = {
  id: "n1" as NoticeId,
  headline: { en: "Boil tap water", uk: "Кип’ятіть воду з крана" },
  text: { en: "Three minutes at least.", uk: "Щонайменше три хвилини." },
  area: { en: "Ostrin", uk: "Острин" },
  expires: sampleAsOf(17),
  replaces: null,
  ends: false,
};
const notices = [notice, { ...notice, id: "n2" as NoticeId, area: {} }].map(
  (payload) =>
    ({ id: `notice:${payload.id}`, kind: "notice", time: sampleAsOf(16), role: "approver", payload }) as Entry,
);
const site = renderSite(evolve(history, notices), { at: sampleAsOf(16), renderer: "test" });

describe.skipIf(!existsSync(executablePath))("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser.close());

  test.each([
    ["light", 360, pages],
    ["dark", 1280, [...pages.slice(0, 4), "/en/subscribe/"]],
  ] as const)("pages are accessible and fit (%s, %i pixels)", async (colorScheme, width, paths) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.route("**/*", (route) => {
      const path = new URL(route.request().url()).pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
      // Says nothing, and asks not to be asked again soon.
      if (path === "live")
        return route.fulfill({ body: "retry: 600000\n\n", headers: { "content-type": "text/event-stream" } });
      const body = site.get(path);
      return body === undefined
        ? route.fulfill({ status: 404, body: "" })
        : route.fulfill({
            body: Buffer.from(body),
            headers: { ...securityHeaders, "content-type": contentTypeOf(path) },
          });
    });
    for (const path of paths) {
      await page.goto(`http://site.test${path}`);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"])
        .analyze();
      expect([path, wider, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, 0, []]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
