import { beforeEach, describe, expect, test } from "vitest";
import { createMemorySubscriberStore } from "../../../src/deliver/memory/subscriber-store.ts";
import { linksOf } from "../../../src/deliver/links.ts";
import type { DispatchId } from "../../../src/model/id.ts";
import { BASE, form, openPages, sealer, type Answer } from "./site.ts";

let store: ReturnType<typeof createMemorySubscriberStore>;
let site: ReturnType<typeof openPages>;
let manage = "";
const sent = [{ dispatch: "edition:1/email" as DispatchId, outcome: "accepted" as const }];

beforeEach(async () => {
  store = createMemorySubscriberStore();
  site = openPages({ store, sent });
  manage = await site.subscribe();
});

const only = () => store.all()[0];
const leaveOf = (path: string): string => path.replace("/manage/", "/leave/");

/** The link to leave as letters carry it. */
function leaveLink(): string {
  const number = only()?.number;
  if (number === undefined) throw new Error("nobody is subscribed");
  return linksOf(sealer, "", number).leave;
}

describe("one's own page", () => {
  test("shows what was chosen, changes it, and lasts", async () => {
    site.wait(10 * 365 * 86_400);
    const opened = await site.get(manage);
    expect(opened.document.querySelector("#topic-situation")?.hasAttribute("checked")).toBe(true);
    expect(opened.document.querySelector("#topic-safety")?.hasAttribute("checked")).toBe(false);
    const {
      in: _,
      address: __,
      ...wishes
    } = { ...form, lang: "uk", topics: "corrections", frequency: "daily", hour: "18" };
    const saved = await site.post(manage, wishes);
    expect(saved.words).toContain("Ваш вибір збережено.");
    expect(only()?.wishes).toEqual({ lang: "uk", topics: ["corrections"], area: "", frequency: "daily", hour: 18 });
    expect((await site.get(manage)).document.querySelector("#hour [selected]")?.getAttribute("value")).toBe("18");
  });

  test("names what was wrong and changes nothing", async () => {
    const before = only();
    const answer = await site.post(manage, { lang: "en", frequency: "each" });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain("Choose at least one topic");
    expect(only()).toEqual(before);
  });

  test("shows little of the address, since letters are forwarded", async () => {
    const { html } = await site.get(manage);
    expect(html).toContain("a…@example.org");
    expect(html).not.toContain("anna");
  });

  test("an area that the record no longer speaks of stays until another is chosen", async () => {
    const { number, wishes } = only() ?? {};
    if (number === undefined || wishes === undefined) throw new Error("nobody");
    await store.change(number, { wishes: { ...wishes, area: "Old district" } });
    const opened = await site.get(manage);
    expect(opened.document.querySelector("#area [selected]")?.getAttribute("value")).toBe("Old district");
    expect((await site.post(manage, { ...form, area: "Old district" })).status).toBe(200);
    expect((await site.post(manage, { ...form, area: "" })).status).toBe(200);
    expect((await site.post(manage, { ...form, area: "Old district" })).status).toBe(422);
  });

  test("gives everything that is kept as a file, and only when asked to", async () => {
    expect((await site.get(`${manage}/export`)).status).toBe(404);
    const answer = await site.post(`${manage}/export`);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="subscription.json"');
    expect(JSON.parse(answer.html)).toMatchObject({
      address: "anna@example.org",
      channel: "email",
      status: "active",
      since: "2031-03-04T06:00:00Z",
      confirmedAt: "2031-03-04T06:00:00Z",
      wishes: { lang: "en", topics: ["situation"], area: "", frequency: "each", hour: 0 },
      sent,
    });
  });
});

describe("leaving", () => {
  test("a mail filter that opens every link changes nothing", async () => {
    for (const path of [manage, `${manage}/erase`, leaveLink(), await site.signUp({ address: "b@example.org" })]) {
      const before = store.all();
      const opened = await site.get(path);
      expect([path, opened.status]).toEqual([path, 200]);
      expect((await site.request(path, { method: "HEAD" })).status).toBe(200);
      expect(opened.document.querySelectorAll("main form").length).toBeGreaterThan(0);
      expect(store.all()).toEqual(before);
    }
  });

  test.each(["manage", "leave"])(
    "by the link to %s one is erased at once, and every link is dead then",
    async (kind) => {
      const path = kind === "manage" ? `${manage}/erase` : leaveLink();
      const opened = await site.get(path);
      const action = opened.document.querySelector("main form")?.getAttribute("action") ?? "";
      expect(action).toBe(path);
      const left = await site.post(action);
      expect([left.status, store.all()]).toEqual([200, []]);
      expect(left.words).toContain("You have left");
      for (const dead of [manage, `${manage}/erase`, leaveOf(manage)]) expect((await site.get(dead)).status).toBe(404);
      expect((await site.post(`${manage}/export`)).status).toBe(404);
      expect((await site.post(manage, form)).status).toBe(404);
      // A new subscription of the same address has links of its own.
      await site.subscribe();
      expect((await site.get(manage)).status).toBe(404);
    },
  );

  test("one click in a mail program ends it: no cookie, no redirect, no question, and again is no error", async () => {
    const path = leaveLink();
    const body = "List-Unsubscribe=One-Click";
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" };
    for (const _ of [1, 2]) {
      const answer = await site.request(path, { method: "POST", body, headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("location")).toBeNull();
      expect(answer.headers.get("content-type")).toContain("text/plain");
    }
    expect(store.all()).toEqual([]);
  });

  test("one click as multipart works too (RFC 8058 §3.1); with a forged link it does nothing", async () => {
    const data = new FormData();
    data.set("List-Unsubscribe", "One-Click");
    const path = leaveLink();
    const forged = `${path.slice(0, -1)}${path.endsWith("a") ? "e" : "a"}`;
    expect((await site.request(forged, { method: "POST", body: data })).status).toBe(404);
    expect(store.all()).toHaveLength(1);
    expect((await site.request(path, { method: "POST", body: data })).status).toBe(200);
    expect(store.all()).toEqual([]);
  });

  test("when the database fails, a mail program is told so that it tries again", async () => {
    const path = leaveLink();
    store.remove = () => Promise.reject(new Error("database of anna@example.org is away"));
    const answer = await site.post(path, { "List-Unsubscribe": "One-Click" });
    expect(answer.status).toBe(500);
    store.get = () => Promise.reject(new Error("database of anna@example.org is away"));
    const shown = await site.get(manage);
    const event = site.events.at(-1);
    expect(event).toMatchObject({ event: "subscribe.failed", route: "/subscribe/manage", method: "GET" });
    expect(shown.html).toContain(String(event?.["reference" as keyof typeof event]));
    expectSafe(shown);
  });
});

function expectSafe({ headers, html }: Answer): void {
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  );
  expect(headers.get("set-cookie")).toBeNull();
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
  if (!html.startsWith("<")) return;
  expect(html).toContain('<meta name="robots" content="noindex"');
  expect(html).not.toMatch(/rel="?canonical|hreflang="?uk"? href="[^"]*(confirm|manage|leave)/);
}

describe("what leaks", () => {
  test("every answer keeps itself out of caches, referrers, indexes and frames, and sets no cookie", async () => {
    const link = await site.signUp({ address: "b@example.org" });
    for (const path of [
      "/subscribe",
      link,
      manage,
      `${manage}/erase`,
      `${manage}/export`,
      leaveOf(manage),
      "/subscribe/x",
    ]) {
      for (const answer of [await site.get(path), await site.post(path, form)]) expectSafe(answer);
    }
    expectSafe(await site.post("/subscribe", { ...form, address: "?" }));
    expectSafe(await site.post("/subscribe", { ...form, area: "x".repeat(20_000) }));
    expectSafe(await site.post("/subscribe", form, { "sec-fetch-site": "cross-site" }));
  });

  test("neither an address nor a token is in the log, in the store or in a link, also when the relay repeats it", async () => {
    const refusing = openPages({
      store,
      mail: (mail) => Promise.reject(new Error(`550 <${mail.to}> said no to ${mail.link}`)),
    });
    const path = await refusing.signUp({ address: "secret.person@example.org" });
    await refusing.post(path);
    const kept = JSON.stringify([site.events, refusing.events, store.all(), refusing.mails.map(({ link }) => link)]);
    expect(refusing.events.length).toBeGreaterThan(0);
    for (const part of ["anna", "secret", "person", "example.org"]) expect(kept.toLowerCase()).not.toContain(part);
    expect(JSON.stringify([site.events, refusing.events])).not.toContain(path.split("/").at(-1));
    expect(refusing.mails[0]?.link.startsWith(`${BASE}/subscribe/confirm/`)).toBe(true);
  });
});
