import { test } from "vitest";
import { paths } from "../../src/web/desk/paths.ts";
import { ferryClaim, landingClaim } from "../web/fake/ferry.ts";
import { reportId } from "../web/fake/reports.ts";
import { claimId } from "../web/fake/state.ts";
import { launch } from "./chromium.ts";
import { startFakeOffice } from "./fake-office.ts";

test("shots", async () => {
  const office = await startFakeOffice({ ferry: true });
  office.state.backlog = { done: 1204, total: 10000 };
  office.state.reading.set(reportId(21), "waiting");
  office.state.reading.set(reportId(5), "language-not-supported");
  const browser = await launch();
  for (const [name, options] of [
    ["1280", { viewport: { width: 1280, height: 900 } }],
    ["360", { viewport: { width: 360, height: 800 }, colorScheme: "dark" as const }],
  ] as const) {
    const context = await office.enter(browser, "olena", options);
    const page = await context.newPage();
    for (const [what, path] of [
      ["ferry", paths.claim(ferryClaim)],
      ["landing", paths.claim(landingClaim)],
      ["dam", paths.claim(claimId(2))],
      ["claims", paths.claims()],
      ["inbox", paths.inbox()],
      ["waiting", paths.report(reportId(21))],
      ["unsupported", paths.report(reportId(5))],
      ["report", paths.report(reportId(22))],
      ["keys", paths.keys()],
    ] as const) {
      await page.goto(office.base + path);
      await page.screenshot({ path: `/tmp/d/${what}-${name}.png`, fullPage: true });
      if (what === "ferry")
        for (const i of [0, 1, 2])
          await page.screenshot({ path: `/tmp/d/${what}-${name}-${i}.png`, fullPage: true, clip: { x: 0, y: i * 1400, width: Number(name), height: 1400 } });
    }
    await page.goto(office.base + paths.claim(landingClaim));
    await page.keyboard.press("m");
    await page.waitForTimeout(200);
    await page.screenshot({ path: `/tmp/d/merge-${name}.png` });
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press(" ");
    await page.keyboard.press("s");
    await page.waitForTimeout(200);
    await page.screenshot({ path: `/tmp/d/split-${name}.png` });
    await context.addCookies([{ name: "tocsin_lang", value: "uk", url: office.base }]);
    await page.goto(office.base + paths.claim(ferryClaim));
    await page.screenshot({ path: `/tmp/d/uk-${name}.png`, fullPage: true });
    if (name === "1280") {
      await page.evaluate("document.documentElement.dir = 'rtl'");
      await page.screenshot({ path: `/tmp/d/rtl-${name}.png`, fullPage: true });
      await page.emulateMedia({ media: "print" });
      await page.evaluate("document.documentElement.dir = 'ltr'");
      await page.screenshot({ path: `/tmp/d/print-${name}.png`, fullPage: true });
    }
    await context.close();
  }
  await browser.close();
  office.stop();
});
