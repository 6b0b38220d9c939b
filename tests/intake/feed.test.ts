import { describe, expect, it } from "vitest";
import { readFeed } from "../../src/intake/feed.ts";

const base = "https://gazette.example/feeds/all.xml";
const rss = (inner: string, doctype = "") =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title><link>https://gazette.example/</link>${inner}</channel></rss>`;
const invalid = expect.objectContaining({ name: "TocsinError", code: "FEED_INVALID" });

describe("reading feeds", () => {
  it("reads RSS 2.0", () => {
    const feed = readFeed(
      rss(`<item><title>Bridge &amp; ferry &lt;b&gt;closed&lt;/b&gt;</title><link>/bridge?a=1&amp;b=2</link><pubDate>Mon, 03 Mar 2031 12:20:00 +0200</pubDate>
        <description><![CDATA[<p>Closed until <b>Friday</b>.</p><script>x()</script>]]></description><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded></item>
        <item><title>By guid</title><guid>https://gazette.example/2</guid><dc:date>2031-03-04</dc:date></item>
        <item><title>No address</title><guid isPermaLink="false">77</guid></item>
        <item><title>Same again</title><link>https://gazette.example/2</link></item>
        <item><title>Wrong scheme</title><link>javascript:alert(1)</link></item>`),
      base,
    );
    expect(feed).toEqual({
      title: "Gazette",
      home: "https://gazette.example/",
      entries: [
        {
          url: "https://gazette.example/bridge?a=1&b=2",
          title: "Bridge & ferry closed",
          publishedAt: "2031-03-03T10:20:00Z",
          summary: "Closed until Friday.",
          contentHtml: "<p>All of it.</p>",
        },
        {
          url: "https://gazette.example/2",
          title: "By guid",
          publishedAt: "2031-03-04T00:00:00Z",
          summary: "",
          contentHtml: null,
        },
      ],
    });
  });

  it("reads RSS 1.0 (RDF)", () => {
    const feed = readFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="x"><title>Gazette</title><link>https://gazette.example/</link><description>d</description></channel>
        <item rdf:about="https://gazette.example/1"><title>One</title><link>https://gazette.example/1</link><dc:date>2031-03-03T12:00:00Z</dc:date></item></rdf:RDF>`,
      base,
    );
    expect(feed).toMatchObject({
      title: "Gazette",
      entries: [{ url: "https://gazette.example/1", publishedAt: "2031-03-03T12:00:00Z" }],
    });
  });

  it("reads Atom, the alternate link first", () => {
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Gazette &amp;amp; Co</title><link rel="self" href="/feed"/><link href="https://gazette.example/"/>
        <entry><id>urn:1</id><title>One</title><link rel="enclosure" href="/a.mp3"/><link rel="alternate" href="/1"/><updated>2031-03-04T12:00:00Z</updated><published>2031-03-03T12:00:00+01:00</published><summary>Short.</summary></entry>
        <entry><id>https://gazette.example/2</id><title>Two</title><updated>2031-03-04T12:00:00Z</updated><content type="html">&lt;p&gt;Long.&lt;/p&gt;</content></entry></feed>`,
      base,
    );
    expect(feed).toMatchObject({
      title: "Gazette & Co",
      home: "https://gazette.example/",
      entries: [
        { url: "https://gazette.example/1", publishedAt: "2031-03-03T11:00:00Z", summary: "Short.", contentHtml: null },
        {
          url: "https://gazette.example/2",
          publishedAt: "2031-03-04T12:00:00Z",
          summary: "Long.",
          contentHtml: "<p>Long.</p>",
        },
      ],
    });
  });

  it("reads JSON Feed", () => {
    const feed = readFeed(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Gazette",
        home_page_url: "https://gazette.example/",
        items: [
          {
            id: "1",
            url: "https://gazette.example/1",
            title: "One",
            content_text: "a < b\n\nc",
            date_published: "2031-03-03T12:00:00Z",
          },
        ],
      }),
      base,
    );
    expect(feed.entries).toEqual([
      {
        url: "https://gazette.example/1",
        title: "One",
        publishedAt: "2031-03-03T12:00:00Z",
        summary: "a < b c",
        contentHtml: "<p>a &lt; b</p>\n<p>c</p>",
      },
    ]);
  });

  it("keeps at most 500 entries", () => {
    const items = Array.from({ length: 600 }, (_, i) => `<item><link>https://gazette.example/${i}</link></item>`).join(
      "",
    );
    expect(readFeed(rss(items), base).entries).toHaveLength(500);
  });

  it("accepts a doctype without entities, as RSS 0.91 has one", () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">';
    expect(readFeed(rss("<item><link>/1</link></item>", doctype), base).entries).toHaveLength(1);
  });

  it.each([
    [
      "an entity bomb",
      rss("<item><link>/1</link><title>&b;</title></item>", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
    ],
    [
      "an external entity",
      rss("<item><link>/1</link><title>&x;</title></item>", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    [
      "a parameter entity behind a comment",
      rss("", '<!-- > --><!DOCTYPE x [ <!ENTITY % p SYSTEM "http://127.0.0.1/"> %p; ]>'),
    ],
    ["deep nesting", rss("<a>".repeat(100_000))],
    ["deep JSON", `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(100_000)}`],
    ["a page", "<!doctype html><html><body>No feed</body></html>"],
    ["broken JSON", '{"version":"https://jsonfeed.org/version/1.1","items":['],
    ["an end too early", "<rss version='2.0'><channel><title><![CDATA[Gaz"],
    ["nothing", ""],
    ["too much", rss(" ".repeat(8_000_001))],
  ])("refuses %s", (_what, text) => {
    expect(() => readFeed(text, base)).toThrowError(invalid);
  });

  it("does not expand entities that nobody declared", () => {
    expect(readFeed(rss("<item><link>/1</link><title>&bomb; &euro;</title></item>"), base).entries[0]?.title).toBe(
      "&bomb; €",
    );
  });
});
