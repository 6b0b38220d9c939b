import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { evolve, type History } from "../../src/model/history.ts";
import type { NoticeId } from "../../src/model/id.ts";
import type { Notice } from "../../src/model/notice.ts";
import { instantOf, msOf, type Instant } from "../../src/model/time.ts";
import { assets } from "../../src/publish/assets.ts";
import { renderEditionPage, renderSite, SiteRenderer } from "../../src/publish/site.ts";
import { sampleAsOf, sampleHistory } from "./fixture.ts";
import { documentOf, wordsOf } from "./pages.ts";

const renderer = "tocsin test";
const before = sampleHistory({ editions: 16, statementsPerEdition: 14 });
const noon = sampleAsOf(16);
const hour = (n: number): Instant => instantOf(msOf(noon) + n * 3_600_000);

function notice(n: number, over: Partial<Notice> = {}): Entry {
  const payload: Notice = {
    id: `n${n}` as NoticeId,
    headline: { en: `Boil tap water <${n}>`, uk: `Кип’ятіть воду з крана (${n})` },
    text: { en: "Three minutes at least, also for brushing teeth.", uk: "Щонайменше три хвилини, також для зубів." },
    area: { en: "Ostrin", uk: "Острин" },
    expires: hour(6),
    replaces: null,
    ends: false,
    ...over,
  };
  return { id: `notice:n${n}`, kind: "notice", time: hour(n), role: "approver", payload } as Entry;
}

const standing = evolve(before, [notice(1)]);
const render = (history: History, at: Instant) => renderSite(history, { at, renderer });
const bandOf = (page: Uint8Array | undefined) => documentOf(page).querySelector(".urgent");

describe("while a notice stands", () => {
  const site = render(standing, hour(2));

  test("every page shows it above all else in its language, as a region with its end", () => {
    const pages = [...site].filter(([path]) => path.endsWith(".html"));
    const without = pages.filter(([, bytes]) => bandOf(bytes) === null).map(([path]) => path);
    // The page of notices says it in full.
    expect(without).toEqual(["en/notices/index.html", "uk/notices/index.html"]);
    const band = bandOf(site.get("uk/statements/s2/index.html"));
    expect(band?.getAttribute("aria-label")).toBe("Термінові повідомлення");
    expect(band?.querySelector("summary")?.textContent).toBe("Терміново: Кип’ятіть воду з крана (1)");
    expect(band?.querySelector("time")?.getAttribute("datetime")).toBe(hour(6));
    expect(band?.querySelector("[data-until]")?.getAttribute("data-until")).toBe(hour(6));
    expect(wordsOf(site.get("en/about/index.html"))).toContain("Urgent: Boil tap water <1>");
    expect(wordsOf(site.get("en/about/index.html"))).toContain("Holds until 20:00, 18 March 2031 · Ostrin");
  });

  test.each(["en", "uk"])(
    "%s: the latest edition stays at most 13 KB compressed with a notice of full length",
    (lang) => {
      const page = render(evolve(before, [notice(1, { headline: text(120), text: text(500) })]), hour(2)).get(
        `${lang}/index.html`,
      );
      for (const compress of [gzipSync, brotliCompressSync])
        expect(compress(page ?? "").length + compress(assets.css.bytes).length).toBeLessThanOrEqual(13 * 1024);
    },
  );

  test("the desk's preview shows it as the published page does, to the byte", () => {
    const page = renderEditionPage(standing, 16, "uk", { at: hour(2), renderer });
    expect(Buffer.from(page).equals(site.get("uk/editions/16/index.html") ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("what time and later notices change", () => {
  test("rendering only what changed gives what rendering everything gives", () => {
    const steps: readonly (readonly [at: Instant, entries: readonly Entry[]])[] = [
      [hour(0), []],
      [hour(1), [notice(1)]],
      [hour(2), []],
      [hour(3), [notice(2, { expires: hour(9) })]],
      [hour(4), [notice(3, { replaces: "n2" as NoticeId, expires: hour(8) })]],
      [hour(6), []],
      [hour(7), [notice(4, { replaces: "n3" as NoticeId, ends: true })]],
      [hour(9), []],
    ];
    const incremental = new SiteRenderer({ renderer });
    let history = before;
    const touched: number[] = [];
    for (const [at, entries] of steps) {
      history = evolve(history, entries);
      const { files, changed } = incremental.render(history, { at });
      const whole = render(history, at);
      expect(
        [...whole]
          .filter(([path, bytes]) => !files.get(path) || !Buffer.from(bytes).equals(files.get(path)!.bytes))
          .map(([path]) => path),
      ).toEqual([]);
      touched.push(changed.filter((path) => path.endsWith(".html")).length);
    }
    const all = [...render(history, hour(9)).keys()].filter((path) => path.endsWith(".html")).length;
    // All pages as a notice comes or its time is over; between, those alone that tell their age.
    expect(touched.map((count) => count === all)).toEqual([true, true, false, true, true, true, true, false]);
  });

  test("the page of notices says what became of each, newest first, and links them", () => {
    const history = evolve(before, [
      notice(1),
      notice(2, { expires: hour(9) }),
      notice(3, { replaces: "n2" as NoticeId, expires: hour(8) }),
      notice(4, { replaces: "n3" as NoticeId, ends: true }),
      notice(5, { expires: hour(20) }),
    ]);
    const page = documentOf(render(history, hour(7)).get("en/notices/index.html"));
    const items = [...page.querySelectorAll(".ledger > li")];
    expect(items.map(({ id }) => id)).toEqual(["n5", "n4", "n3", "n2", "n1"]);
    const line = (id: string) => page.querySelector(`#${id} .t + p`)?.textContent?.trim();
    expect(line("n5")).toBe("Holds until 10:00, 19 March 2031");
    expect(line("n4")).toBe("Ends: Boil tap water <3>.");
    expect(line("n3")).toBe(
      "Over since 18:00, 18 March 2031: Boil tap water <4>. Takes the place of: Boil tap water <2>.",
    );
    expect(line("n2")).toBe("Replaced 17:00, 18 March 2031: Boil tap water <3>.");
    expect(line("n1")).toBe("Held until 20:00, 18 March 2031.");
    expect(wordsOf(render(before, noon).get("uk/notices/index.html"))).toContain(
      "Термінових повідомлень досі не було.",
    );
  });

  test("feeds, API and the list of pages tell it", () => {
    const history = evolve(standing, [notice(2, { replaces: "n1" as NoticeId, ends: true })]);
    const site = render(history, hour(7));
    const words = (path: string) => new TextDecoder().decode(site.get(path));
    const items = parseJsonFeed(words("en/feed.json")).items ?? [];
    expect(items.slice(0, 2).map(({ title, url }) => [title, url])).toEqual([
      ["No longer urgent: Boil tap water <2>", "https://flood.example/en/notices/#n2"],
      ["Urgent: Boil tap water <1>", "https://flood.example/en/notices/#n1"],
    ]);
    expect(items[1]?.content_text).toBe(
      "Three minutes at least, also for brushing teeth.\nHolds until 20:00, 18 March 2031\nOstrin",
    );
    expect(parseAtomFeed(words("uk/feed.atom")).entries?.[1]?.title?.value).toBe(
      "Терміново: Кип’ятіть воду з крана (1)",
    );
    const { notices } = JSON.parse(words("api/v1/notices.json")) as { notices: readonly object[] };
    expect(notices).toMatchObject([
      { id: "n2", replaces: "n1", ends: true, replacedBy: null },
      { id: "n1", expires: hour(6), replacedBy: "n2", url: { uk: "https://flood.example/uk/notices/#n1" } },
    ]);
    expect(JSON.parse(words("api/v1/index.json"))).toMatchObject({
      notices: "https://flood.example/api/v1/notices.json",
    });
    expect(words("sitemap.xml")).toContain("<loc>https://flood.example/uk/notices/</loc>");
  });
});

describe("a page that nobody rebuilds", () => {
  /** What is hidden at 7 hours, notice by notice, then the band itself; and what timers would do. */
  function readLater(...ends: readonly number[]) {
    const history = evolve(
      before,
      ends.map((end, i) => notice(i + 1, { expires: hour(end) })),
    );
    const page = documentOf(render(history, hour(2)).get("en/about/index.html"));
    const band = page.querySelector(".urgent");
    const notices = [...(band?.querySelectorAll("[data-until]") ?? [])].toReversed();
    const timers: (readonly [then: () => void, ms: number])[] = [];
    class Now extends Date {
      constructor(...args: [] | [string | number | Date]) {
        if (args.length === 0) super(msOf(hour(7)));
        else super(args[0]);
      }
    }
    const script = readFileSync(new URL("../../src/publish/assets/age.js", import.meta.url), "utf8");
    const setTimeout = (then: () => void, ms: number) => timers.push([then, ms]);
    runInNewContext(script, { document: page, Date: Now, Intl, Map, setTimeout });
    const hidden = () =>
      [...notices, band].map((one) => (one as { readonly hidden?: boolean } | null)?.hidden === true);
    return { hidden, timers };
  }

  test("takes a notice away when its time is over, and the band with the last one", () => {
    const { hidden, timers } = readLater(6, 9);
    expect(hidden()).toEqual([true, false, false]);
    expect(timers.map(([, ms]) => ms)).toEqual([2 * 3_600_000]);
    timers[0]?.[0]();
    expect(hidden()).toEqual([true, true, true]);
  });

  test("keeps it where the reader's clock is years behind", () => {
    const { hidden, timers } = readLater(24 * 365 * 5);
    expect([hidden(), timers]).toEqual([[false, false], []]);
  });
});

/** Words as they come, of so many characters. */
function text(length: number): { readonly en: string; readonly uk: string } {
  const en = "Boil tap water in Ostrin and Belmar for three minutes before you drink it or brush your teeth with it. ";
  const uk = "Кип’ятіть воду з крана в Острині та Бельмарі три хвилини, перш ніж пити її або чистити нею зуби. ";
  return { en: en.repeat(6).slice(0, length), uk: uk.repeat(6).slice(0, length) };
}
