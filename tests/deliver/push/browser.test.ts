import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, CDPSession, Page, Worker } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Letter } from "../../../src/deliver/letter.ts";
import { createMemorySubscriberStore } from "../../../src/deliver/memory/subscriber-store.ts";
import { pushAddress } from "../../../src/deliver/push/address.ts";
import { payloadOf } from "../../../src/deliver/push/payload.ts";
import { parseAllowList } from "../../../src/model/public-address.ts";
import type { Instant } from "../../../src/model/time.ts";
import { securityHeaders } from "../../../src/publish/headers.ts";
import { renderSite } from "../../../src/publish/site.ts";
import { isSubscriptionUrl } from "../../../src/publish/subscription-paths.ts";
import { cacheControlOf } from "../../../src/web/public/caching.ts";
import { contentTypeOf } from "../../../src/web/public/content-type.ts";
import { chromiumPath, launch } from "../../browser/chromium.ts";
import { sampleAsOf } from "../../publish/fixture.ts";
import { openPages, sample, sealer } from "../../web/subscribe/site.ts";
import { aLetter } from "../letter.ts";
import { addressOf, vapid } from "./push-service.ts";

const files = renderSite(sample, { at: sampleAsOf(1), renderer: "test" });
const allow = parseAllowList([]);

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly lang: string;
  readonly dir: string;
  readonly renotify: boolean;
  readonly requireInteraction: boolean;
}

describe.skipIf(chromiumPath === null)("in a browser", () => {
  let browser: Browser;
  let server: Server;
  let base = "";
  let store: ReturnType<typeof createMemorySubscriberStore>;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    store = createMemorySubscriberStore();
    const push = { publicKey: vapid.publicKey, address: (text: string) => pushAddress(text, allow) };
    const site = openPages({ store, push });
    server = createServer((request, response) => {
      void (async () => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        if (isSubscriptionUrl(pathname)) {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(chunk as Buffer);
          const { method = "GET" } = request;
          const answer = await site.request(pathname, {
            method,
            headers: request.headers as Record<string, string>,
            ...(method === "POST" ? { body: Buffer.concat(chunks) } : {}),
          });
          response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.html);
          return;
        }
        const path = pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
        const body = files.get(path);
        const headers = { "content-type": contentTypeOf(path), "cache-control": cacheControlOf(`/${path}`) };
        response.writeHead(body === undefined ? 404 : 200, { ...securityHeaders, ...headers }).end(body);
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
    context = await browser.newContext({ viewport: { width: 360, height: 900 } });
    await context.grantPermissions(["notifications"], { origin: base });
    page = await context.newPage();
    complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  });
  afterEach(async () => {
    await context.close();
    stopServer();
  });
  function stopServer(): void {
    server.close();
    server.closeAllConnections();
  }

  /** A browser's way to its push service is not what is tested: its subscription is made up. */
  async function pretend(subscription: string): Promise<void> {
    await page.addInitScript(`PushManager.prototype.subscribe = async function (options) {
      if (!options.userVisibleOnly || new Uint8Array(options.applicationServerKey).length !== 65) throw new Error("options");
      return { toJSON: () => (${subscription}) };
    };`);
  }

  async function worker(): Promise<{ readonly worker: Worker; readonly deliver: (data: string) => Promise<void> }> {
    const session: CDPSession = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const [one] = registrations;
        if (one !== undefined) resolve(one.registrationId);
      });
    });
    await session.send("ServiceWorker.enable");
    await page.goto(`${base}/en/subscribe/`);
    await page.evaluate(`navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready)`);
    const registrationId = await registered;
    const [first] = context.serviceWorkers();
    const deliver = async (data: string): Promise<void> => {
      await session.send("ServiceWorker.deliverPushMessage", { origin: base, registrationId, data });
    };
    return { worker: first ?? (await context.waitForEvent("serviceworker")), deliver };
  }

  const notifications = (): Promise<readonly Shown[]> =>
    page.evaluate(`navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(
      ({ title, body, tag, lang, dir, renotify, requireInteraction }) =>
        ({ title, body, tag, lang, dir, renotify, requireInteraction })))`);
  const titles = async (): Promise<readonly string[]> => (await notifications()).map(({ title }) => title);
  const json = (letter: Partial<Letter>): string => payloadOf(aLetter(letter)).json;
  const original = { title: "Original", thread: "s14", at: "2031-03-03T10:00:00Z" as Instant };
  const correction = {
    ...original,
    kind: "correction",
    title: "Corrected",
    lead: "The bridge is open.",
    at: "2031-03-03T11:00:00Z" as Instant,
  } as const;

  test("the worker comes from the root, is looked for anew each time, and is under the policy of the site", async () => {
    const answer = await fetch(`${base}/sw.js`);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toContain("connect-src 'self'");
  });

  test("a correction takes the place of what it corrects, loudly; a new edition quietly", async () => {
    const { deliver } = await worker();
    await deliver(json({ ...original, lang: "ar", dir: "rtl" }));
    await expect.poll(notifications).toEqual([
      {
        title: "Original",
        body: "The water main in Lower Tarn is shut until tomorrow noon.",
        tag: "s14",
        lang: "ar",
        dir: "rtl",
        renotify: false,
        requireInteraction: false,
      },
    ]);
    await deliver(json(correction));
    await expect.poll(notifications).toMatchObject([{ title: "Corrected", tag: "s14", renotify: true }]);
    await deliver(json({ kind: "notice", title: "Urgent", thread: "notice-n1" }));
    await expect.poll(titles).toHaveLength(2);
    expect((await notifications()).find(({ tag }) => tag === "notice-n1")).toMatchObject({
      renotify: true,
      requireInteraction: true,
    });
  });

  test("what was corrected does not come back, though it arrives late or twice", async () => {
    const { deliver } = await worker();
    await deliver(json(correction));
    await expect.poll(titles).toEqual(["Corrected"]);
    await deliver(json(original));
    await deliver(json(correction));
    await expect.poll(notifications).toMatchObject([{ title: "Corrected", renotify: false }]);
  });

  test("what it cannot read still says that there is something", async () => {
    const { deliver } = await worker();
    for (const data of ["", "no JSON", "[]", '{"v":2,"title":"later"}', '{"v":1,"title":{}}']) await deliver(data);
    await expect.poll(titles).toEqual([new URL(base).host]);
  });

  test("a click opens the page of the message, and never one of another site", async () => {
    const { worker: sw } = await worker();
    const open = (url: string): Promise<string> =>
      sw.evaluate(
        `new Promise((resolve) => { self.clients.openWindow = async (url) => resolve(url); open(${JSON.stringify(url)}); })`,
      );
    expect(await open(`${base}/en/corrections/#k1`)).toBe(`${base}/en/corrections/#k1`);
    for (const url of ["https://evil.example/", "javascript:alert(1)", "//evil.example", "http://[", ""]) {
      expect(await open(url)).toBe(`${base}/`);
    }
    // One that is open already is used.
    await page.goto(`${base}/en/corrections/`);
    const focused = sw.evaluate(`new Promise((resolve) => {
      WindowClient.prototype.focus = async function () { resolve(this.url); };
      open(${JSON.stringify(`${base}/en/corrections/`)});
    })`);
    expect(await focused).toBe(`${base}/en/corrections/`);
  });

  test("without a network the last messages can still be read, as text alone", async () => {
    const { deliver } = await worker();
    await deliver(json({ ...original, title: "<img src=x onerror=alert(1)>" }));
    await deliver(json({ ...correction, thread: "s15" }));
    await expect.poll(titles).toHaveLength(2);
    stopServer();
    await page.goto(`${base}/en/`);
    const words = await page.locator("body").textContent();
    expect(words).toContain("The bridge is open.");
    expect(words).toContain("<img src=x onerror=alert(1)>");
    expect(await page.locator("img").count()).toBe(0);
    expect((words ?? "").indexOf("Corrected")).toBeLessThan((words ?? "").indexOf("<img"));
    await deliver(json({ title: "While offline", thread: "s16" }));
    await expect.poll(titles).toHaveLength(3);
  });

  test("somebody allows notifications on the page to subscribe, with the choices made there", async () => {
    const subscription = addressOf("https://push.example/browser");
    await pretend(subscription);
    await page.goto(`${base}/en/subscribe/`);
    const box = page.locator("#push");
    await box.locator("button").waitFor({ state: "visible" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    for (const topic of ["situation", "measures", "safety"]) await page.uncheck(`#topic-${topic}`);
    await box.locator("button").click();
    await expect.poll(() => box.locator("[role=status]").textContent()).toBe("Choose at least one topic");
    await page.check("#topic-safety");
    await page.check("#frequency-daily");
    await page.selectOption("#hour", "18");
    await box.locator("button").click();
    await expect.poll(() => box.locator("[role=status]").textContent()).toContain("now gets notifications");
    const [kept] = store.all();
    expect(kept).toMatchObject({ status: "active", wishes: { topics: ["safety"], frequency: "daily", hour: 18 } });
    expect(sealer.open("push", kept!.sealed)).toBe(subscription);
    await box.locator("a").click();
    expect(await page.locator("main").textContent()).toContain("Notifications go to the browser");
    // The browser remembers.
    await page.goto(`${base}/uk/subscribe/`);
    await box.locator("a").waitFor({ state: "visible" });
    // Choices that cannot be are a 422; what pages ask for besides is not served here.
    expect(complaints.filter((text) => !/status of (404|422)/.test(text))).toEqual([]);
  });

  test("a subscription that the browser renews is brought to us, with the wishes as they were", async () => {
    await pretend(addressOf("https://push.example/old"));
    await page.goto(`${base}/en/subscribe/`);
    await page.locator("#push button").click();
    await expect.poll(() => store.all()).toHaveLength(1);
    await expect.poll(() => page.locator("#push [role=status]").textContent()).toContain("now gets");
    const [sw] = context.serviceWorkers();
    const fresh = addressOf("https://push.example/new");
    await sw!.evaluate(`renew(null, { toJSON: () => (${fresh}) })`);
    expect(store.all().map(({ sealed }) => sealer.open("push", sealed))).toEqual([fresh]);
  });

  test("nothing is offered to who refused, nor where push is not set up", async () => {
    await context.clearPermissions();
    await page.addInitScript(`Object.defineProperty(Notification, "permission", { get: () => "denied" });`);
    await page.goto(`${base}/en/subscribe/`, { waitUntil: "networkidle" });
    expect(await page.locator("#push").isVisible()).toBe(false);
  });
});
