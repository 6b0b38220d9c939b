import { escaped } from "./markup.ts";
import { feedPath, reportPath, textOn, type FeedFormat, type SampleOutlet, type SampleReport } from "./outlet.ts";
import { reportsUntil } from "./press.ts";

const TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json",
};

/** Content-Type of a publisher's feed. */
export function feedType(outlet: SampleOutlet): string {
  return TYPES[outlet.feed];
}

/** A publisher's feed on `day`, newest first. `origin` is the server's, without trailing slash: `http://127.0.0.1:4100`. */
export function feedOf(outlet: SampleOutlet, day: number, origin: string): string {
  const items = reportsUntil(outlet, day).map((report) => itemOf(outlet, report, day, origin));
  switch (outlet.feed) {
    case "rss":
      return rss(outlet, items, origin);
    case "atom":
      return atom(outlet, items, origin);
    case "json":
      return jsonFeed(outlet, items, origin);
  }
}

interface Item {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly published: string;
  readonly updated: string;
}

function itemOf(outlet: SampleOutlet, report: SampleReport, day: number, origin: string): Item {
  const text = textOn(report, day);
  return {
    url: origin + reportPath(outlet, report),
    title: text.title,
    summary: text.standfirst,
    author: report.byline,
    published: report.published,
    updated: text.updated ?? report.published,
  };
}

/** RSS 2.0; dates as in RFC 822 §5. */
function rss(outlet: SampleOutlet, items: readonly Item[], origin: string): string {
  const entries = items.map(
    (item) => `<item>
<title>${escaped(item.title)}</title>
<link>${escaped(item.url)}</link>
<guid isPermaLink="true">${escaped(item.url)}</guid>
<description>${escaped(item.summary)}</description>
<dc:creator>${escaped(item.author)}</dc:creator>
<pubDate>${new Date(item.updated).toUTCString()}</pubDate>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escaped(outlet.name)}</title>
<link>${origin}/${outlet.id}/</link>
<description>${escaped(outlet.motto)}</description>
<language>${outlet.lang}</language>
<atom:link rel="self" type="application/rss+xml" href="${origin}${feedPath(outlet)}"/>
${entries.join("\n")}
</channel>
</rss>
`;
}

/** Atom, RFC 4287. */
function atom(outlet: SampleOutlet, items: readonly Item[], origin: string): string {
  const entries = items.map(
    (item) => `<entry>
<id>${escaped(item.url)}</id>
<title>${escaped(item.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(item.url)}"/>
<author><name>${escaped(item.author)}</name></author>
<published>${item.published}</published>
<updated>${item.updated}</updated>
<summary>${escaped(item.summary)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}">
<id>${origin}/${outlet.id}/</id>
<title>${escaped(outlet.name)}</title>
<link rel="self" href="${origin}${feedPath(outlet)}"/>
<link rel="alternate" href="${origin}/${outlet.id}/"/>
<updated>${items[0]?.updated ?? "2031-02-12T00:00:00+02:00"}</updated>
${entries.join("\n")}
</feed>
`;
}

/** JSON Feed 1.1. */
function jsonFeed(outlet: SampleOutlet, items: readonly Item[], origin: string): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: outlet.name,
    home_page_url: `${origin}/${outlet.id}/`,
    feed_url: origin + feedPath(outlet),
    language: outlet.lang,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_text: item.summary,
      date_published: item.published,
      date_modified: item.updated,
      authors: [{ name: item.author }],
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
