import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createMemorySubscriberStore } from "../../../src/deliver/memory/subscriber-store.ts";
import { BASE, form, openPages } from "./site.ts";

let store: ReturnType<typeof createMemorySubscriberStore>;
let site: ReturnType<typeof openPages>;
beforeEach(() => {
  store = createMemorySubscriberStore();
  site = openPages({ store });
});

const only = () => store.all()[0];

describe("signing up", () => {
  test("somebody gets a link, opens it, presses the button, and only then is a subscriber", async () => {
    const link = await site.signUp({ topics: "safety", frequency: "daily", hour: "6" });
    expect(site.mails).toMatchObject([{ kind: "confirm", to: "anna@example.org", lang: "en" }]);
    expect(site.mails[0]?.until).toBe("2031-03-06T06:00:00Z");
    expect(only()).toMatchObject({ status: "pending", confirmedAt: null });

    const opened = await site.get(link);
    expect(opened.status).toBe(200);
    expect(opened.words).toContain("a…@example.org");
    expect(opened.words).toContain("Safety");
    expect(opened.words).toContain("06:00");
    expect(only()?.status).toBe("pending");

    const confirmed = await site.post(link);
    expect(confirmed.words).toContain("You are subscribed");
    expect(only()).toMatchObject({
      status: "active",
      confirmedAt: "2031-03-04T06:00:00Z",
      wishes: { lang: "en", topics: ["safety"], area: "", frequency: "daily", hour: 6 },
    });
    const manage = confirmed.document.querySelector("main a")?.getAttribute("href") ?? "";
    expect((await site.get(manage)).words).toContain("Your subscription");
  });

  test("pressing the button twice is no error and changes nothing", async () => {
    const link = await site.signUp();
    const first = await site.post(link);
    site.wait(60);
    const before = only();
    expect((await site.post(link)).html).toBe(first.html);
    expect(only()).toEqual(before);
  });

  test("a link that expired, was changed or is of another kind does not work, and none says why", async () => {
    const link = await site.signUp();
    const token = link.split("/").at(-1) ?? "";
    const pages = [];
    for (const path of [
      `/subscribe/confirm/${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`,
      `/subscribe/manage/${token}`,
      `/subscribe/leave/${token}`,
      "/subscribe/confirm/%00",
      "/subscribe/confirm/..%2f..",
      "/subscribe/confirm/",
      "/subscribe/nothing",
    ]) {
      for (const answer of [await site.get(path), await site.post(path)]) {
        expect([path, answer.status]).toEqual([path, 404]);
        pages.push(answer.html);
      }
    }
    site.wait(48 * 3600);
    for (const answer of [await site.get(link), await site.post(link)]) {
      expect(answer.status).toBe(404);
      pages.push(answer.html);
    }
    expect(new Set(pages).size).toBe(1);
    expect(only()?.status).toBe("pending");
  });

  test("who does not confirm in two days is forgotten", async () => {
    await site.signUp();
    site.wait(48 * 3600 - 60);
    await site.tidy();
    expect(store.all()).toHaveLength(1);
    site.wait(120);
    await site.tidy();
    expect(store.all()).toHaveLength(0);
  });

  test("the page's language is that of the form, then of the letters", async () => {
    const asked = await site.post("/subscribe", { ...form, in: "uk" });
    expect(asked.words).toContain("Перегляньте свою пошту");
    const link = await site.signUp({ address: "b@example.org", lang: "uk" });
    expect((await site.get(link, { "accept-language": "en" })).words).toContain("Підтвердьте підписку");
    expect((await site.get("/subscribe/manage/x", { "accept-language": "fr, uk-UA;q=0.9" })).words).toContain(
      "Посилання",
    );
  });

  test("the bare address leads to the form", async () => {
    const answer = await site.get("/subscribe", { "accept-language": "uk" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/uk/subscribe/"]);
  });
});

describe("nobody learns who is subscribed", () => {
  test("the answer is the same, to the byte, for unknown, pending, known, suspended and limited addresses", async () => {
    const answers: string[] = [];
    const ask = async () => {
      const answer = await site.post("/subscribe", form);
      answers.push(`${answer.status} ${answer.html} ${JSON.stringify([...answer.headers])}`);
      await site.settled();
    };
    await ask();
    await ask();
    await site.post((site.mails.at(-1)?.link ?? "").slice(BASE.length));
    await ask();
    const { number } = only() ?? {};
    if (number !== undefined) await store.change(number, { status: "suspended" });
    site.wait(8 * 3600);
    await ask();
    for (let i = 0; i < 5; i++) await ask();
    expect(new Set(answers).size).toBe(1);
    expect(site.mails.map(({ kind }) => kind)).toEqual(["confirm", "known", "confirm"]);
  });

  test("nothing has happened yet when the answer is there", async () => {
    await site.post("/subscribe", form);
    expect(store.all()).toEqual([]);
    expect(site.mails).toEqual([]);
    await site.settled();
    expect(site.mails).toHaveLength(1);
  });

  test("a known address is told by mail where to change; what the stranger chose does not count", async () => {
    await site.subscribe({ topics: "safety" });
    const before = only();
    const link = await site.signUp({ topics: "measures", lang: "uk" });
    expect(site.mails.at(-1)).toMatchObject({ kind: "known", to: "anna@example.org", lang: "en" });
    expect(only()).toEqual(before);
    expect((await site.get(link)).words).toContain("Your subscription");
    site.wait(48 * 3600);
    expect((await site.get(link)).status).toBe(404);
  });

  test("an address that failed for good begins anew with a link to confirm", async () => {
    await site.subscribe();
    const { number } = only() ?? {};
    if (number === undefined) throw new Error("nobody");
    await store.change(number, { status: "suspended" });
    site.wait(9 * 3600);
    const link = await site.signUp();
    expect(only()?.status).toBe("suspended");
    await site.post(link);
    expect(only()).toMatchObject({ status: "active", number, confirmedAt: "2031-03-04T15:00:00Z" });
  });
});

describe("sign-up bombing", () => {
  test("an address gets one mail in a quarter of an hour, also over restarts and in other spellings", async () => {
    for (const address of ["anna@example.org", "Anna@Example.ORG", " anna@example.org "]) {
      for (let i = 0; i < 4; i++) {
        site.restart();
        await site.signUp({ address });
      }
    }
    expect(site.mails).toHaveLength(1);
    expect(store.all()).toHaveLength(1);
  });

  test("many addresses from one network soon get nothing more, and the log says so without naming anybody", async () => {
    for (let i = 0; i < 60; i++) await site.post("/subscribe", { ...form, address: `n${i}@example.org` });
    await site.settled();
    expect(site.mails).toHaveLength(40);
    expect(site.events).toEqual([{ level: "warn", event: "subscription.limited", limit: "network" }]);
    site.from("198.51.100.7");
    await site.signUp({ address: "elsewhere@example.org" });
    expect(site.mails).toHaveLength(41);
  });

  test("another website cannot make its visitors sign strangers up", async () => {
    const answer = await site.post("/subscribe", form, { "sec-fetch-site": "cross-site" });
    await site.settled();
    expect(answer.status).toBe(403);
    expect(site.mails).toEqual([]);
  });

  test("a body that is too large or no form is refused", async () => {
    const large = await site.post("/subscribe", { ...form, area: "x".repeat(20_000) });
    expect(large.status).toBe(413);
    const other = await site.request("/subscribe", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(other.status).toBe(422);
    expect((await site.request("/subscribe", { method: "DELETE" })).status).toBe(405);
  });
});

describe("bad input", () => {
  test.each([
    "",
    "anna",
    "anna@",
    "@example.org",
    "anna@example",
    "anna@@example.org",
    "anna@-example.org",
    "anna@example..org",
    "anna@192.0.2.1",
    "anna@[192.0.2.1]",
    "anna lis@example.org",
    "a@example.org, b@example.org",
    "a@example.org;b@example.org",
    "<anna@example.org>",
    "Anna <anna@example.org>",
    "anna@example.org\r\nBcc: many@example.org",
    "anna@example.org\nBcc: many@example.org",
    "anna\r\nBcc:many@example.org",
    "anna@example.org%0ABcc:x@example.org",
    "anna\u0000@example.org",
    "anna@exa\u2028mple.org",
    `${"a".repeat(65)}@example.org`,
    `anna@${"a".repeat(64)}.org`,
    `anna@${"abcdefghi.".repeat(30)}org`,
    "🙂@example.org",
  ])("%j is no address: the form says so beside the field and keeps the rest", async (address) => {
    const answer = await site.post("/subscribe", { ...form, address, topics: "measures" });
    await site.settled();
    expect([answer.status, site.mails, store.all(), site.events]).toEqual([422, [], [], []]);
    const field = answer.document.querySelector("#address");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    expect(field?.getAttribute("aria-describedby")).toContain("address-problem");
    expect(answer.document.querySelector("#address-problem")?.textContent).toContain("name@example.org");
    expect(answer.document.querySelector("[role=alert] a")?.getAttribute("href")).toBe("#address");
    expect(answer.document.querySelector("#topic-measures")?.hasAttribute("checked")).toBe(true);
    expect(answer.document.querySelector("#topic-situation")?.hasAttribute("checked")).toBe(false);
  });

  test.each([
    ["anna@приклад.укр", "anna@xn--80aikifvh.xn--j1amh"],
    ["ганна@example.org", "ганна@example.org"],
    ["anna+news@example.org", "anna+news@example.org"],
    ["o'hara@example.org", "o'hara@example.org"],
    [" anna@bücher.example ", "anna@xn--bcher-kva.example"],
  ])("%j is an address", async (address, to) => {
    await site.signUp({ address });
    expect(site.mails.map((mail) => mail.to)).toEqual([to]);
  });

  test("wishes that the form does not offer are named, each at its field", async () => {
    const answer = await site.post("/subscribe", {
      ...form,
      topics: "gossip",
      area: "Nowhere",
      lang: "xx",
      frequency: "?",
    });
    expect(answer.status).toBe(422);
    const links = [...answer.document.querySelectorAll("[role=alert] a")].map((one) => one.getAttribute("href"));
    expect(links).toEqual(["#lang", "#area", "#frequency-each", "#topic-situation"]);
    for (const link of links) expect(answer.document.querySelector(link ?? "")).not.toBeNull();
  });

  test("whatever is sent, the page stays whole, nothing of it is markup, and the server does not fail", async () => {
    const hostile = fc.constantFrom(
      '"><script>alert(1)</script>',
      "' onfocus='x",
      "</form><form action=//evil>",
      "\ud800",
      "{address}",
    );
    const text = fc.oneof(fc.string({ unit: "binary" }), hostile);
    const fields = fc.record({
      address: text,
      in: text,
      lang: text,
      topics: text,
      area: text,
      frequency: text,
      hour: text,
    });
    await fc.assert(
      fc.asyncProperty(fields, async (typed) => {
        const answer = await site.post("/subscribe", typed);
        expect([200, 422]).toContain(answer.status);
        expect(answer.document.querySelectorAll("script, img").length).toBe(0);
        for (const one of answer.document.querySelectorAll("form")) {
          expect(one.getAttribute("action")).toBe("/subscribe");
        }
        for (const one of answer.document.querySelectorAll("*")) {
          for (const { name } of one.attributes) expect(name).not.toMatch(/^on/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("without e-mail the form says so and points to the feeds", async () => {
    const closed = openPages({ closed: true });
    const answer = await closed.post("/subscribe", form);
    expect(answer.status).toBe(503);
    expect(answer.html).toContain("/en/feed.atom");
  });
});
