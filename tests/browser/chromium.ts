import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const PLACES = [
  process.env["TOCSIN_TEST_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Path of a Chromium on this machine; null where there is none (`npm test` installs one where it may). */
export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
}

/** The looks that every kind of page is checked in. */
export const LOOKS = [
  { width: 360, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

export interface Finding {
  readonly path: string;
  readonly what: string;
}

/** Everything that is wrong with a page as it stands: accessibility (WCAG 2.2 AA), overflow, requests elsewhere. */
export async function findingsOn(page: Page): Promise<readonly Finding[]> {
  const path = new URL(page.url()).pathname;
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const overflow = await page.evaluate(
    "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1",
  );
  return [
    ...violations.map((one) => ({
      path,
      what: `${one.id}: ${one.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
    })),
    ...(overflow === true ? [{ path, what: "wider than the window" }] : []),
  ];
}

/** Collects what a page should never do: errors on the console, failed answers, requests to other hosts. */
export function watch(context: BrowserContext, host: string): readonly string[] {
  const trouble: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") trouble.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => trouble.push(`script: ${error.error().message}`));
  context.on("request", (request) => {
    if (new URL(request.url()).host !== host) trouble.push(`asked ${request.url()}`);
  });
  return trouble;
}
