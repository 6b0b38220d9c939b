import { describe, expect, it } from "vitest";
import { extractReport } from "../../src/intake/extract.ts";

const sentence = "The bridge over the river stays closed until Friday, the city council said on Monday evening.";
const body = `<p>${sentence}</p>`.repeat(6);

interface Page {
  readonly title?: string;
  readonly og?: string;
  readonly site?: string;
  readonly headline?: string;
  readonly before?: string;
  readonly after?: string;
  readonly url?: string;
}

function titleOf({ title = "", og, site, headline, before = "", after = "", url }: Page): string {
  const meta = (property: string, content: string | undefined) =>
    content === undefined ? "" : `<meta property="${property}" content="${content}">`;
  const data = headline === undefined ? "" : JSON.stringify({ "@type": "NewsArticle", headline });
  const html = `<!doctype html><html lang="en"><head><title>${title}</title>${meta("og:title", og)}${meta("og:site_name", site)}
    <script type="application/ld+json">${data}</script></head><body>${before}<article>${body}${after}</article></body></html>`;
  return extractReport(new TextEncoder().encode(html), {
    url: url ?? "https://www.gazette.example/news/123",
    contentType: "text/html; charset=utf-8",
  }).title;
}

describe("the title of a page", () => {
  it.each<[string, Page, string]>([
    [
      "is the heading that the data repeat, without the site",
      {
        title: "Bridge closed until Friday | News | The Gazette",
        site: "The Gazette",
        before: "<h1>Bridge closed until Friday</h1>",
      },
      "Bridge closed until Friday",
    ],
    [
      "has no section behind a bar, nor a kicker before one",
      { title: "Opinion | Why the bridge must stay closed", before: "" },
      "Why the bridge must stay closed",
    ],
    [
      "keeps a dash that belongs to it",
      {
        title: "Bridge closed – and it may stay so for weeks",
        before: "<h1>Bridge closed – and it may stay so for weeks</h1>",
      },
      "Bridge closed – and it may stay so for weeks",
    ],
    [
      "loses a short tail that only the title element has",
      { title: "Bridge over the river closed until Friday - Courier Online" },
      "Bridge over the river closed until Friday",
    ],
    [
      "is the whole of a heading that the data cut short",
      {
        og: "Bridge closed until Friday: what commuters",
        before: "<h1>Bridge closed until Friday: what commuters need to know</h1>",
      },
      "Bridge closed until Friday: what commuters need to know",
    ],
    [
      "is without the date and byline that a heading goes on with",
      {
        og: "Bridge over the river closed",
        before: "<h1>Bridge over the river closed <small>Posted on 3 March 2031 by desk</small></h1>",
      },
      "Bridge over the river closed",
    ],
    [
      "is what was not cut in the middle of a bracket",
      {
        headline: "Bridge over the river closed for days (what",
        og: "Bridge over the river closed for days (what we know so far)",
      },
      "Bridge over the river closed for days (what we know so far)",
    ],
    [
      "has the number that a heading leaves to the style sheet",
      { og: "8 ways around the closed bridge", before: "<h1>Ways around the closed bridge</h1>" },
      "8 ways around the closed bridge",
    ],
    [
      "is a lone heading where the data have another wording",
      { og: "Bridge closure: all the latest", before: "<h1>Council shuts the river bridge until Friday</h1>" },
      "Council shuts the river bridge until Friday",
    ],
    [
      "is the other one where the address is made of its words",
      {
        og: "Council shuts the river bridge until Friday",
        before: "<h1>Our city blog and its voices</h1>",
        url: "https://www.gazette.example/2031/council-shuts-the-river-bridge-until-friday.html",
      },
      "Council shuts the river bridge until Friday",
    ],
    [
      "is a heading of the second order ahead of main headings inside the text",
      {
        title: "Council shuts the river bridge | Gazette",
        before: "<h2>Council shuts the river bridge</h2>",
        after: `<h1>What they say is the sense of it all</h1>${body}`,
      },
      "Council shuts the river bridge",
    ],
    [
      "is no paragraph set as a heading",
      { og: "Council shuts the river bridge", before: `<h1>${sentence.repeat(3)}</h1>` },
      "Council shuts the river bridge",
    ],
    [
      "is free of entities that were escaped twice",
      { og: "Bridge &amp;amp; ferry closed", before: "<h1>Bridge &amp;amp; ferry closed</h1>" },
      "Bridge & ferry closed",
    ],
    [
      "is not the name of the site in a main heading",
      {
        site: "The Gazette",
        title: "Bridge closed until Friday - The Gazette",
        before: "<h1><a href='/'>The Gazette</a></h1>",
      },
      "Bridge closed until Friday",
    ],
  ])("%s", (_what, page, expected) => {
    expect(titleOf(page)).toBe(expected);
  });
});
