import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyHistory, evolve, foldHistory, type History } from "../../src/model/history.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { PublisherId, ReplyRequestId } from "../../src/model/id.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { instantOf, msOf, parseInstant, type Instant } from "../../src/model/time.ts";
import { assets } from "../../src/publish/assets.ts";
import { renderEditionPage, renderSite, SiteRenderer } from "../../src/publish/site.ts";
import { sampleAsOf, sampleEntries, sampleHistory } from "./fixture.ts";
import { documentOf, wordsOf } from "./pages.ts";

const renderer = "tocsin test";
const history = sampleHistory({ editions: 16, statementsPerEdition: 14 });
const at = sampleAsOf(16);
const site = renderSite(history, { at, renderer });

function same(
  files: ReadonlyMap<string, { readonly bytes: Uint8Array }>,
  whole: ReadonlyMap<string, Uint8Array>,
): void {
  expect([...files.keys()].sort()).toEqual([...whole.keys()].sort());
  const differing = [...whole].filter(
    ([path, bytes]) => Buffer.compare(files.get(path)?.bytes ?? Buffer.alloc(0), bytes) !== 0,
  );
  expect(differing.map(([path]) => path)).toEqual([]);
}

/** What may change long after the pages that show it: a publisher's grade, an answer, the office itself. */
function lateEntries(time: Instant): readonly Entry[] {
  const { office, replyRequests, publishers } = history;
  const request = replyRequests.get("y1" as ReplyRequestId)?.at(-1)?.value;
  const publisher = publishers.get("valley-gazette" as PublisherId)?.value;
  if (office === null || request === undefined || publisher === undefined) throw new Error("the sample has changed");
  const answer = { en: "The dam was examined on Monday.", uk: "Греблю оглянули в понеділок." };
  const payloads = [
    ["publisher", { ...publisher, reliability: "E" }],
    ["reply-request", { ...request, version: 3, outcome: "answered", answer, answeredAt: time }],
    ["office", { ...office, name: { en: "Osna Office" } }],
  ] as const;
  return payloads.map(
    ([kind, payload], i) => ({ id: `late:${i}`, kind, time, role: "editor", payload }) as unknown as Entry,
  );
}

describe("the site is a function of the record", () => {
  test("the same entries give the same bytes, however they were folded", () => {
    const again = renderSite(foldHistory(sampleEntries({ editions: 16, statementsPerEdition: 14 })), { at, renderer });
    expect([...again].map(([path, bytes]) => [path, sha256(bytes)])).toEqual(
      [...site].map(([path, bytes]) => [path, sha256(bytes)]),
    );
  });

  test("rendering only what changed gives what rendering everything gives", () => {
    const entries = [
      ...sampleEntries({ editions: 9, statementsPerEdition: 4, correctEvery: 2 }),
      ...lateEntries(sampleAsOf(10)),
    ];
    const steps = fc.array(
      fc.record({ entries: fc.integer({ min: 0, max: 30 }), hours: fc.integer({ min: 0, max: 900 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (list, refold) => {
        const incremental = new SiteRenderer({ renderer });
        let size = 0;
        let grown: History = emptyHistory;
        let now = msOf(parseInstant("2031-03-01T00:00:00Z"));
        let before: ReadonlyMap<string, { readonly sha256: string }> = new Map();
        for (const step of [...list, { entries: entries.length - 2, hours: 1 }, { entries: 2, hours: 0 }]) {
          grown = evolve(grown, entries.slice(size, size + step.entries));
          size += step.entries;
          now += step.hours * 3_600_000;
          if (refold) grown = foldHistory(entries.slice(0, size));
          const result = incremental.render(grown, { at: instantOf(now) });
          const whole = renderSite(grown, { at: instantOf(now), renderer });
          same(result.files, whole);
          const changed = [...result.files].filter(([path, file]) => before.get(path)?.sha256 !== file.sha256);
          expect([...result.changed].sort()).toEqual(changed.map(([path]) => path).sort());
          expect(result.removed).toEqual([...before.keys()].filter((path) => !whole.has(path)));
          for (const file of result.files.values()) expect(file.sha256).toBe(sha256(file.bytes));
          before = result.files;
        }
      }),
      { numRuns: 12 },
    );
  });

  test("time alone changes only pages that tell their age", () => {
    const incremental = new SiteRenderer({ renderer });
    incremental.render(history, { at });
    expect(incremental.render(history, { at: instantOf(msOf(at) + 60_000) }).changed).toEqual([]);
    const later = incremental.render(history, { at: instantOf(msOf(at) + 30 * 3_600_000) }).changed;
    expect(later).toContain("en/index.html");
    expect(
      later.filter((path) => !/^(index\.html|(en|uk)\/(index\.html|editions\/\d+\/|statements\/))/.test(path)),
    ).toEqual([]);
  });

  test("a correction changes its statement, every edition that carried it, the ledger, feeds and API", () => {
    const entries = sampleEntries({ editions: 16, statementsPerEdition: 14, languages: ["en"] });
    const last = entries.findLastIndex(({ kind }) => kind === "correction");
    const incremental = new SiteRenderer({ renderer });
    const before = foldHistory(entries.slice(0, last));
    incremental.render(before, { at });
    const { changed } = incremental.render(evolve(before, entries.slice(last, last + 1)), { at });
    expect([...changed].sort()).toEqual([
      "api/v1/corrections.json",
      "api/v1/editions/15.json",
      "api/v1/latest.json",
      "api/v1/statements/s174.json",
      "en/corrections/index.html",
      "en/editions/15/index.html",
      "en/feed.atom",
      "en/feed.json",
      "en/feed.rss",
      "en/index.html",
      "en/statements/s174/index.html",
      "index.html",
    ]);
  });

  test("the desk's preview is the published page, to the byte", () => {
    for (const lang of ["en", "uk"]) {
      const page = renderEditionPage(history, 7, lang, { at, renderer });
      expect(Buffer.compare(page, site.get(`${lang}/editions/7/index.html`) ?? Buffer.alloc(0))).toBe(0);
    }
    expect(() => renderEditionPage(history, 17, "en", { at, renderer })).toThrow(
      expect.objectContaining({ code: "NOT_FOUND" }),
    );
  });

  test("an edition's page does not depend on when it was committed", () => {
    const entries = sampleEntries({ editions: 3, statementsPerEdition: 5, correctEvery: 0 });
    const moved = entries.map((entry) => ({ ...entry, time: instantOf(msOf(entry.time) + 60_000) }));
    const options = { at: sampleAsOf(3), renderer };
    const [one, other] = [foldHistory(entries), foldHistory(moved)].map((one) =>
      renderEditionPage(one, 3, "en", options),
    );
    expect(Buffer.compare(one ?? Buffer.alloc(1), other ?? Buffer.alloc(0))).toBe(0);
  });
});

describe("reading", () => {
  test("the site's own address shows the latest edition in the first language", () => {
    expect(site.get("index.html")).toEqual(site.get("en/index.html"));
    expect(documentOf(site.get("index.html")).querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(
      "https://flood.example/en/",
    );
    expect(wordsOf(site.get("en/index.html"))).toContain("Edition 16 As of 14:00 on Tuesday, 18 March 2031");
  });

  test.each(["en", "uk"])("%s: the latest edition with its style sheet is at most 13 KB compressed", (lang) => {
    const page = site.get(`${lang}/index.html`) ?? Buffer.alloc(0);
    expect(documentOf(page).querySelectorAll("article").length).toBeGreaterThanOrEqual(14);
    expect(gzipSync(page).length + gzipSync(assets.css.bytes).length).toBeLessThanOrEqual(13 * 1024);
    expect(brotliCompressSync(page).length + brotliCompressSync(assets.css.bytes).length).toBeLessThanOrEqual(
      13 * 1024,
    );
  });

  test("before the first edition there is a whole site that says so", () => {
    const { office } = history;
    const empty = renderSite({ ...emptyHistory, office }, { at, renderer });
    expect(wordsOf(empty.get("uk/index.html"))).toContain("Перший випуск готується");
    expect(wordsOf(empty.get("en/corrections/index.html"))).toContain("Nothing has had to be corrected until now.");
    expect(renderSite(emptyHistory, { at, renderer }).has("en/index.html")).toBe(true);
  });

  test("where an error stood, every edition that carried it says so in its place", () => {
    const article = documentOf(site.get("en/editions/5/index.html")).querySelector("#s52");
    expect(article?.querySelector(".fh")?.textContent).toBe("Corrected 14:20, 7 March");
    expect(article?.querySelector("del")?.textContent).toMatch(/finished\.$/);
    expect(article?.querySelector("ins")?.textContent).toMatch(/twice\.$/);
    expect(article?.querySelector(".t")).toBeNull();
    const withdrawn = documentOf(site.get("uk/editions/15/index.html")).querySelector("#s174");
    expect(withdrawn?.textContent).toContain("Відкликано");
    expect(withdrawn?.querySelector("ins, .m")).toBeNull();
  });

  test("an edition that is not translated is shown in the original, and marked as such", () => {
    const page = documentOf(site.get("uk/editions/7/index.html"));
    expect(page.documentElement.getAttribute("lang")).toBe("uk");
    expect(page.querySelector(".note")?.textContent).toBe(
      "Цей випуск ще не перекладено. Мова тексту нижче: англійська.",
    );
    expect(page.querySelector(".t")?.getAttribute("lang")).toBe("en");
  });

  test("an old edition leads to the newest; a late one says that its update is missing", () => {
    expect(documentOf(site.get("en/editions/5/index.html")).querySelector(".age")?.textContent).toBe(
      "This edition is 11 days old. Read the latest edition.",
    );
    const late = renderSite(history, { at: instantOf(msOf(at) + 50 * 3_600_000), renderer });
    expect(documentOf(late.get("uk/index.html")).querySelector(".age")?.textContent).toBe(
      "Цьому випуску 2 дні. Обіцяне оновлення (14:00, середа, 19 березня 2031 р.) ще не вийшло.",
    );
    expect(documentOf(site.get("en/index.html")).querySelector(".age")?.hasAttribute("hidden")).toBe(true);
  });

  test("the page on checking us names no size and no hash", () => {
    const words = new TextDecoder().decode(site.get("en/record/index.html"));
    expect(words.replace(/(href|src)="[^"]*"/g, "")).not.toMatch(/[0-9a-f]{10}/);
    expect(words).toContain("tocsin verify https://flood.example");
  });
});
