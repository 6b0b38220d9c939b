import iconv from "iconv-lite";
import { parseFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feedPath, reportPath, textOn, wordsOf } from "../../src/sample/outlet.ts";
import { escaped } from "../../src/sample/markup.ts";
import { press, reportsUntil } from "../../src/sample/press.ts";
import { createSampleServer } from "../../src/sample/server.ts";

const server = createSampleServer();
let origin = "";

beforeAll(async () => {
  ({ origin } = await server.start());
});

afterAll(() => server.stop());

const LAST_DAY = 18;

describe("pages", () => {
  for (const outlet of press) {
    test(`${outlet.name}: every page holds its whole text in the encoding that it declares`, async () => {
      server.setDay(LAST_DAY);
      for (const report of outlet.reports) {
        const response = await fetch(origin + reportPath(outlet, report));
        expect(response.status).toBe(200);
        const html = iconv.decode(Buffer.from(await response.arrayBuffer()), outlet.charset);
        expect(html.toLowerCase()).toContain(`charset=${outlet.charset === "utf-8" ? '"utf-8' : ""}`);
        const text = textOn(report, LAST_DAY);
        for (const words of [
          text.title,
          text.standfirst,
          ...text.blocks.map(wordsOf),
          report.byline.split(",")[0] ?? "",
        ]) {
          expect(html).toContain(escaped(words));
        }
      }
    });
  }

  test("the windows-1251 and ISO-8859-1 pages are really not UTF-8", async () => {
    for (const id of ["oltra-herald", "kerhan-courier"]) {
      const outlet = press.find((one) => one.id === id)!;
      const response = await fetch(origin + reportPath(outlet, outlet.reports[0]!));
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow(TypeError);
      expect(response.headers.get("content-type")).toContain(outlet.charset);
    }
  });

  test("the same day gives the same bytes on any port", async () => {
    const other = createSampleServer();
    const started = await other.start();
    server.setDay(LAST_DAY);
    other.setDay(LAST_DAY);
    for (const outlet of press) {
      const path = reportPath(outlet, outlet.reports[0]!);
      const [a, b] = await Promise.all([fetch(origin + path), fetch(started.origin + path)]);
      expect(await a.bytes()).toEqual(await b.bytes());
    }
    await other.stop();
  });

  test("each publisher builds its pages in its own way", () => {
    expect(new Set(press.map(({ template }) => template)).size).toBe(press.length);
  });
});

describe("days", () => {
  test("a report is not there before its day", async () => {
    const outlet = press.find(({ id }) => id === "quarterline")!;
    const later = outlet.reports.find(({ day }) => day === 15)!;
    server.setDay(14);
    expect((await fetch(origin + reportPath(outlet, later))).status).toBe(404);
    server.setDay(15);
    expect((await fetch(origin + reportPath(outlet, later))).status).toBe(200);
  });

  test("the corrected report keeps its address and says what was wrong", async () => {
    const outlet = press.find(({ id }) => id === "kostrel-messenger")!;
    const report = outlet.reports.find(({ revision }) => revision !== undefined)!;
    server.setDay(14);
    const before = await fetch(origin + reportPath(outlet, report));
    const old = await before.text();
    server.setDay(15);
    const after = await fetch(origin + reportPath(outlet, report), {
      headers: { "if-none-match": before.headers.get("etag") ?? "" },
    });
    expect(after.status).toBe(200);
    const corrected = await after.text();
    expect(old).toContain("Nine people were killed");
    expect(corrected).not.toContain("Nine people were killed");
    expect(corrected).toContain("Correction, 15 February");
  });

  test("every feed has a report by 13 February, when the desk adds it", () => {
    for (const outlet of press) expect(reportsUntil(outlet, 13).length).toBeGreaterThan(0);
  });
});

describe("feeds", () => {
  for (const outlet of press) {
    test(`${outlet.name}: feedsmith reads its ${outlet.feed} feed with every report's address`, async () => {
      server.setDay(LAST_DAY);
      const response = await fetch(origin + feedPath(outlet));
      const { format, feed } = parseFeed(await response.text());
      expect(format).toBe(outlet.feed);
      const text = JSON.stringify(feed);
      for (const report of outlet.reports) expect(text).toContain(origin + reportPath(outlet, report));
    });
  }

  test("RSS, Atom and JSON Feed all occur", () => {
    expect(new Set(press.map(({ feed }) => feed))).toEqual(new Set(["rss", "atom", "json"]));
  });
});

describe("HTTP", () => {
  test("an unchanged feed answers 304 to its own ETag", async () => {
    const url = origin + feedPath(press[0]!);
    const first = await fetch(url);
    const again = await fetch(url, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(first.headers.get("last-modified")).toMatch(/2031/);
    expect(again.status).toBe(304);
  });

  test("an unknown address is a page that says so", async () => {
    const response = await fetch(`${origin}/quarterline/nothing.html`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("There is no page at this address");
  });

  test("writing is refused", async () => {
    expect((await fetch(`${origin}/`, { method: "POST" })).status).toBe(405);
  });
});
