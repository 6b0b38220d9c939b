import { describe, expect, it } from "vitest";
import { extractReport } from "../../src/intake/extract.ts";

const sentence = "The bridge over the river stays closed until Friday, the city council said on Monday evening.";

interface Page {
  readonly data?: object;
  readonly head?: string;
  readonly before?: string;
  readonly under?: string;
  readonly end?: string;
  readonly lang?: string;
  readonly url?: string;
}

function dateOf({ data, head = "", before = "", under = "", end = "", lang = "en", url }: Page): string | null {
  const html = `<!doctype html><html lang="${lang}"><head><title>Bridge closed for days</title>${head}
    <script type="application/ld+json">${data === undefined ? "" : JSON.stringify(data)}</script></head><body>
    <main>${before}<article><h1>Bridge closed for days</h1>${under}${`<p>${sentence.repeat(3)}</p>`.repeat(4)}${end}</article></main></body></html>`;
  return extractReport(new TextEncoder().encode(html), {
    url: url ?? "https://www.gazette.example/news/bridge",
    contentType: "text/html; charset=utf-8",
  }).publishedAt;
}

const article = (more: object) => ({ "@type": "NewsArticle", headline: "Bridge closed for days", ...more });

describe("when a page was published", () => {
  it.each<[string, Page, string | null]>([
    [
      "a meta element",
      { head: '<meta property="article:published_time" content="2031-03-03T14:20:00+02:00">' },
      "2031-03-03T12:20:00Z",
    ],
    [
      "the time in the data, where the printed day is the same",
      { data: article({ datePublished: "2031-03-03T23:30:00-05:00" }), under: "<p>March 3, 2031</p>" },
      "2031-03-04T04:30:00Z",
    ],
    [
      "the printed day, where the data have another",
      {
        data: article({ datePublished: "2031-05-11T09:00:00Z" }),
        under: "<div>By Anna Vale</div><div>3 March 2031</div>",
      },
      "2031-03-03T00:00:00Z",
    ],
    [
      "the printed day called that of publication, not that of a change",
      { under: "<div>Updated 5 March 2031</div><div>Published</div><div>3 March 2031</div>" },
      "2031-03-03T00:00:00Z",
    ],
    [
      "the day of the change, exact by the data, where nothing else is printed",
      {
        data: article({ datePublished: "2029-01-01T08:00:00Z", dateModified: "2031-03-03T12:20:00Z" }),
        under: "<div>Last updated: March 3, 2031</div>",
      },
      "2031-03-03T12:20:00Z",
    ],
    [
      "a time element that prints how long ago",
      { under: '<time datetime="2031-03-03T12:20:00Z">2 days ago</time>' },
      "2031-03-03T12:20:00Z",
    ],
    ["the line before the title", { before: "<div>City</div><div>3 March 2031</div>" }, "2031-03-03T00:00:00Z"],
    [
      "a name and a date that only the style keeps apart",
      { under: "<div><a>Anna Vale</a><span>Mar 3, 2031</span></div>" },
      "2031-03-03T00:00:00Z",
    ],
    [
      "German",
      { lang: "de", under: "<div>Von Anna Vale</div><div>Stand: 3. März 2031, 14:20 Uhr</div>" },
      "2031-03-03T14:20:00Z",
    ],
    ["Ukrainian", { lang: "uk", under: "<div>3 березня 2031, 14:20</div>" }, "2031-03-03T14:20:00Z"],
    [
      "digits as the page's country reads them",
      { lang: "en-US", under: "<div>03/04/2031</div>" },
      "2031-03-04T00:00:00Z",
    ],
    ["digits as another country reads them", { lang: "en-GB", under: "<div>03/04/2031</div>" }, "2031-04-03T00:00:00Z"],
    [
      "digits as the data read them",
      { data: article({ datePublished: "2031-03-04" }), lang: "en", under: "<div>03/04/2031</div>" },
      "2031-03-04T00:00:00Z",
    ],
    ["nothing, where digits may be read either way", { under: "<div>03/04/2031</div>" }, null],
    ["the address", { url: "https://www.gazette.example/2031/03/03/bridge" }, "2031-03-03T00:00:00Z"],
    [
      "no date of another article",
      { under: '<div class="related"><p>Ferry runs again</p><p>9 May 2030</p></div>' },
      null,
    ],
    [
      "no date inside a sentence",
      {
        under:
          "<p>The ferry has not run since it was taken out of service on 9 May 2030, said its owner yesterday.</p>",
      },
      null,
    ],
    ["no date relative to a day that is not known", { under: "<div>Two days ago</div>" }, null],
    [
      "the article's own date in data with several nodes",
      {
        data: {
          "@graph": [
            { "@type": "WebSite", datePublished: "2001-01-01" },
            [article({ datePublished: "2031-03-03T12:20:00Z" })],
          ],
        },
      },
      "2031-03-03T12:20:00Z",
    ],
  ])("%s", (_what, page, expected) => {
    expect(dateOf(page)).toBe(expected);
  });
});
