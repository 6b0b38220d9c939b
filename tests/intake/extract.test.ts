import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { extractReport } from "../../src/intake/extract.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const fromWeb = (html: string, url = "https://www.gazette.example/news/bridge") =>
  extractReport(bytes(html), { url, contentType: "text/html; charset=utf-8" });
const sentence = "The bridge over the river stays closed until Friday, the city council said on Monday evening.";
const article = (head: string, body: string, lang = "en") =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <main><article>${body}</article></main>
    <footer><p>© 2031 Gazette. All rights reserved.</p></footer></body></html>`;
const paragraphs = Array.from({ length: 6 }, (_, i) => `<p>${i + 1}. ${sentence}</p>`).join("\n");

describe("reading pages", () => {
  it("takes the article and leaves the rest", () => {
    const report = fromWeb(
      article(
        '<title>Bridge closed until Friday | The Gazette</title><meta property="og:site_name" content="The Gazette">',
        `<h1>Bridge closed until Friday</h1><p class="byline">By <a rel="author">Anna Vale</a></p><time datetime="2031-03-03T14:20:00+02:00">today</time>
         <figure><img src="a.jpg"><figcaption>The bridge, seen from the north. Photo: J. Reed</figcaption></figure>
         ${paragraphs}<div class="newsletter"><p>Sign up for our newsletter and get the news in your inbox every morning.</p></div>
         <p>Advertisement</p><h2>What&nbsp;now?</h2><ul><li>Use the <b>ferry</b>.</li><li>Or wait.</li></ul><p>Loading …</p>
         <p>Follow&shy;ing the<br>closure,\n   all is&#x200b; well.</p>`,
      ),
    );
    expect(report).toMatchObject({
      title: "Bridge closed until Friday",
      byline: "Anna Vale",
      publisherName: "The Gazette",
      publishedAt: "2031-03-03T12:20:00Z",
      language: "en",
      canonicalUrl: null,
    });
    const blocks = report.text.split("\n\n");
    expect(blocks.slice(0, 2)).toEqual([`1. ${sentence}`, `2. ${sentence}`]);
    expect(blocks.slice(-4)).toEqual([
      "What now?",
      "Use the ferry.",
      "Or wait.",
      "Following the\nclosure, all is well.",
    ]);
    expect(report.text).not.toMatch(/Bridge closed until Friday|Photo|Sign up|Advertisement|Loading|Home|©/);
  });

  it("believes the page's own data before its looks", () => {
    const data = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Organization", "@id": "#org", name: "Gazette Media" },
        { "@type": "WebPage", datePublished: "2030-01-01" },
        {
          "@type": ["NewsArticle"],
          headline: "Bridge &amp; ferry closed",
          datePublished: "2031-03-03T12:20:00Z",
          author: [{ "@type": "Person", name: "Anna Vale" }, { name: "Joss Reed" }],
          publisher: { "@id": "#org" },
          inLanguage: "en-GB",
        },
      ],
    };
    const report = fromWeb(
      article(
        `<title>x</title><link rel="canonical" href="/news/bridge-ferry?utm_source=a"><meta name="author" content="admin"><script type="application/ld+json">${JSON.stringify(data)}</script>`,
        `<time datetime="2029-01-01">1 January 2029</time>${paragraphs}`,
        "",
      ),
    );
    expect(report).toMatchObject({
      title: "Bridge & ferry closed",
      byline: "Anna Vale, Joss Reed",
      publisherName: "Gazette Media",
      publishedAt: "2031-03-03T12:20:00Z",
      language: "en-GB",
      canonicalUrl: "https://www.gazette.example/news/bridge-ferry?utm_source=a",
    });
  });

  it("takes the text that the page states where it shows only a piece", () => {
    const body = Array.from({ length: 12 }, (_, i) => `${i}. ${sentence}`).join("\n\n");
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Bridge closed", articleBody: body });
    const report = fromWeb(
      article(`<title>Bridge closed</title><script type="application/ld+json">${data}</script>`, `<p>${sentence}</p>`),
    );
    expect(report.text).toBe(body);
  });

  it("names host, address date and detected language where the page is silent", () => {
    const ukrainian = "Міст через річку залишається зачиненим до п’ятниці, повідомила міська рада у понеділок увечері.";
    const report = fromWeb(
      `<html><body><h1>Міст зачинено до п’ятниці</h1>${`<p>${ukrainian}</p>`.repeat(6)}`,
      "https://www.gazette.example/2031/03/03/mist",
    );
    expect(report).toMatchObject({
      title: "Міст зачинено до п’ятниці",
      byline: "",
      publisherName: "gazette.example",
      publishedAt: "2031-03-03T00:00:00Z",
      language: "uk",
    });
  });

  it("finds date and byline in the lines around the heading", () => {
    const report = fromWeb(
      article(
        "<title>Bridge closed for days</title>",
        `<h1>Bridge closed for days</h1><div>By Anna Vale and Joss Reed</div><div>Updated 5 March 2031</div><div>3 March 2031</div>${paragraphs}`,
      ),
    );
    expect(report).toMatchObject({ byline: "Anna Vale and Joss Reed", publishedAt: "2031-03-03T00:00:00Z" });
  });

  it("does not take another site's address for the page's own", () => {
    const report = fromWeb(
      article('<title>Bridge closed</title><link rel="canonical" href="https://courier.example/a">', paragraphs),
    );
    expect(report.canonicalUrl).toBeNull();
  });

  it.each([
    ["no html, head or body element", `<title>Bridge closed</title>${paragraphs}`],
    ["a body without head", `<html><body>${paragraphs}</body></html>`],
    [
      "a body behind another element",
      `<script>1</script><html><head><title>t</title></head><body>${paragraphs}</body></html>`,
    ],
    ["text behind the end", `<html><body><p>x</p></body></html><div>${paragraphs}</div>`],
    ["unclosed everything", `<html><head><title>t</title><body><div><div>${paragraphs.replaceAll("</p>", "")}`],
    [
      "XHTML",
      `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${paragraphs}</body></html>`,
    ],
  ])("reads a page with %s", (_what, html) => {
    expect(fromWeb(html).text).toContain(`6. ${sentence}`);
  });

  it("puts parts that React streams later where they belong", () => {
    const html = `<html><body><main><article><h1>Bridge closed for days</h1><template id="B:0"></template><p>End: ${sentence}</p></article></main>
      <div hidden id="S:0">${paragraphs}</div><script>$RC("B:0","S:0")</script></body></html>`;
    expect(fromWeb(html).text).toMatch(/^1\. The bridge[\s\S]*6\. The bridge[\s\S]*End: The bridge/);
  });
});

describe("reading text files", () => {
  it("keeps the file's own text to the letter", () => {
    const file = "\n  Bridge  closed \r\n\r\nThe bridge is closed.\n\n\n  “Until Friday,” she said.\t\n";
    const report = extractReport(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(file)]), {
      url: "file:/drop/a.txt",
      name: "a.txt",
    });
    expect(report.text).toBe(file);
    expect(report).toMatchObject({
      title: "Bridge closed",
      byline: "",
      publisherName: "",
      publishedAt: null,
      canonicalUrl: null,
    });
  });

  it("cuts a title that is a paragraph, not the text", () => {
    const report = extractReport(bytes(`${sentence.repeat(10)}\n\nMore.`), { url: "file:/drop/a.txt", name: "a.txt" });
    expect(report.title.length).toBeLessThanOrEqual(300);
    expect(report.title.endsWith("…")).toBe(true);
    expect(report.text.startsWith(sentence.repeat(10))).toBe(true);
  });

  it("reads Markdown with its front matter, without its signs", () => {
    const file = `---\ntitle: "Bridge closed"\npublisher: The Gazette\ndate: 2031-03-03\nbyline: Anna Vale\nlanguage: en\n---\n\n# Bridge closed\n\nThe **bridge** over the [river](https://x.example) is *closed*,\nsays the_council_office.\n\n## What now?\n- Take the \`ferry\`\n- Wait\n\n> “It is safe,” she said.\n\n---\n\n![map](m.png)\n`;
    expect(extractReport(bytes(file), { url: "file:/drop/a.md", name: "a.md" })).toEqual({
      title: "Bridge closed",
      byline: "Anna Vale",
      publisherName: "The Gazette",
      publishedAt: "2031-03-03T00:00:00Z",
      language: "en",
      canonicalUrl: null,
      text: "The bridge over the river is closed, says the_council_office.\n\nWhat now?\n\nTake the ferry\n\nWait\n\n“It is safe,” she said.",
    });
  });

  it("takes a first heading as the title of Markdown without front matter", () => {
    const report = extractReport(bytes("Bridge closed\n=============\n\nIt is closed."), {
      url: "file:/a.md",
      name: "a.md",
    });
    expect(report).toMatchObject({ title: "Bridge closed", text: "It is closed." });
  });

  it("unpacks a file that is stored packed", () => {
    const packed = gzipSync("Bridge closed\n\nIt is closed.");
    expect(extractReport(packed, { url: "file:/a.txt.gz", name: "a.txt.gz" }).title).toBe("Bridge closed");
  });
});

const reports = new URL("../../../shared/reports/", import.meta.url);
describe("real press reports", () => {
  it.skipIf(!existsSync(reports))("keep their text to the letter (needs shared data)", () => {
    for (const name of readdirSync(reports)) {
      const file = readFileSync(new URL(name, reports));
      const report = extractReport(file, { url: `file:/${name}`, name });
      expect(report.text).toBe(file.toString("utf8"));
      expect(report.title.length).toBeGreaterThan(5);
      expect(report.language).toBe("en");
    }
  });
});
