import { gzipSync } from "node:zlib";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { extractReport } from "../../src/intake/extract.ts";
import { isTocsinError } from "../../src/model/error.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const html = { url: "https://gazette.example/a", contentType: "text/html; charset=utf-8" };
const page = (body: string) =>
  bytes(`<!doctype html><html><head><title>Bridge closed for days</title></head><body>${body}</body></html>`);
const sentence = "The bridge over the river stays closed until Friday, the city council said on Monday evening. ";
const error = (code: string) => expect.objectContaining({ name: "TocsinError", code });

describe("hostile documents end in a clear error", () => {
  it.each([
    ["empty", bytes(""), "REPORT_EMPTY"],
    ["white space", bytes(" \n\t "), "REPORT_EMPTY"],
    ["a page without text", page("<img src=a><script>let a = 1</script>"), "REPORT_EMPTY"],
    ["only NUL", new Uint8Array(500), "REPORT_UNSUPPORTED"],
    ["noise", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251), "REPORT_UNSUPPORTED"],
    ["a PDF called a page", bytes("%PDF-1.7\n%âãÏÓ"), "REPORT_UNSUPPORTED"],
    ["a feed", bytes("<rss version='2.0'><channel/></rss>"), "REPORT_UNSUPPORTED"],
    ["nested 100,000 deep", page("<div>".repeat(100_000)), "REPORT_TOO_COMPLEX"],
    ["nested deep with ends that close nothing", page("<div></x>".repeat(50_000)), "REPORT_TOO_COMPLEX"],
    ["nested deep in elements that close each other", page("<p><td>".repeat(50_000)), "REPORT_TOO_COMPLEX"],
    ["a million elements", page("<br>".repeat(1_000_000)), "REPORT_TOO_COMPLEX"],
    ["a million angle brackets", page("<".repeat(1_000_000)), "REPORT_TOO_COMPLEX"],
    ["a million entities", page("&amp;".repeat(1_000_000)), "REPORT_TOO_COMPLEX"],
    [
      "ten thousand attributes",
      page(`<p ${Array.from({ length: 10_000 }, (_, i) => `a${i}`).join(" ")}>x`),
      "REPORT_TOO_COMPLEX",
    ],
    ["a class list that fills the stack", page(`<p class="${"a ".repeat(1_000_000)}">x`), "REPORT_TOO_COMPLEX"],
    ["ten megabytes in one line", page(`<p>${"word ".repeat(2_000_000)}`), "INPUT_TOO_LARGE"],
  ])("%s", (_what, input, code) => {
    expect(() => extractReport(input, html)).toThrowError(error(code));
  });

  it("a packed bomb, and a packed file that is broken", () => {
    const named = { url: "file:/a.html.gz", name: "a.html.gz" };
    expect(() => extractReport(gzipSync(Buffer.alloc(40_000_000)), named)).toThrowError(error("INPUT_TOO_LARGE"));
    expect(() => extractReport(gzipSync("x".repeat(5000)).subarray(0, 30), named)).toThrowError(
      error("REPORT_UNREADABLE"),
    );
  });
});

describe("damaged documents are read as far as they go", () => {
  const whole = page(`<article><h1>Bridge closed for days</h1>${`<p>${sentence}</p>`.repeat(30)}</article>`);

  it("cut off anywhere", () => {
    for (const share of [0.3, 0.5, 0.77, 0.99]) {
      const { text, title } = extractReport(whole.subarray(0, Math.floor(whole.length * share)), html);
      expect(title).toBe("Bridge closed for days");
      expect(text).toContain("until Friday");
    }
  });

  it("with NUL and other control characters inside", () => {
    const { text } = extractReport(page(`<p>${sentence.replace("river", "ri\0v\u0008er")}</p>`.repeat(5)), html);
    expect(text).toContain("over the river stays");
  });

  it("in a charset that the header gets wrong", () => {
    const plain = "Міст через річку залишається зачиненим до п'ятниці, повідомила міська рада. ";
    const body = `<!doctype html><html><head><meta charset="utf-8"><title>Міст зачинено</title></head><body>${`<p>${plain}</p>`.repeat(8)}`;
    const { text, title, language } = extractReport(iconv.encode(body, "windows-1251"), html);
    expect(title).toBe("Міст зачинено");
    expect(text).toContain("зачиненим до п'ятниці");
    expect(language).toBe("uk");
  });

  it("with an entity bomb in front: nothing is expanded", () => {
    const bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const { text } = extractReport(
      bytes(`${bomb}<html><head><title>Bridge closed</title></head><body>${`<p>${sentence}&b;</p>`.repeat(5)}`),
      html,
    );
    expect(text).toContain("until Friday");
    expect(text).not.toContain("aaaa");
  });

  it("a text in one line of several hundred kilobytes", () => {
    const line = sentence.repeat(4_000);
    expect(extractReport(bytes(line), { url: "file:/a.txt", name: "a.txt" }).text).toBe(line);
    expect(extractReport(page(`<article><p>${line}</p></article>`), html).text).toBe(line.trim());
  });

  it("broken JSON-LD, or JSON-LD that is none", () => {
    for (const data of [
      "{",
      "[".repeat(50_000),
      "null",
      "[[],{}]",
      '{"@type":"NewsArticle","headline":{"a":1},"author":[null,5,{"name":[]}],"publisher":"Gazette"}',
    ]) {
      const report = extractReport(
        page(`<script type="application/ld+json">${data}</script>${`<p>${sentence}</p>`.repeat(5)}`),
        html,
      );
      expect(report).toMatchObject({ title: "Bridge closed for days", byline: "" });
    }
  });
});

it("whatever the bytes are, they give a report or an error of ours", () => {
  const markup = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<html>",
        "<head>",
        "<body>",
        "</body>",
        "<p>",
        "</p>",
        "<div hidden id='S:1'>",
        "<template id='B:1'>",
        "<table><tr><td>",
        "<h1>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "</script>",
        "<svg>",
        "<br/>",
        "&amp;",
        "&#0;",
        "&#xd800;",
        "\0",
        "<title>",
        "</html>",
        "<meta charset=utf-16>",
        "<a href='http://['>",
        "<link rel=canonical href='//'>",
        "<time datetime='x'>",
      ),
      fc.string({ maxLength: 20 }),
    ),
    { maxLength: 30 },
  );
  const input = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    markup.map((parts) => bytes(`<html>${parts.join("")}`)),
  );
  fc.assert(
    fc.property(
      input,
      fc.constantFrom("", "a.txt", "a.md", "a.html"),
      fc.constantFrom("", "text/html", "text/plain; charset=shift_jis"),
      (document, name, contentType) => {
        try {
          const report = extractReport(document, { url: "https://gazette.example/a", name, contentType });
          expect(report.text.isWellFormed() && report.title.isWellFormed()).toBe(true);
          expect(report.text + report.title).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/);
        } catch (thrown) {
          if (!isTocsinError(thrown)) throw thrown;
        }
      },
    ),
    { numRuns: 200 },
  );
});
