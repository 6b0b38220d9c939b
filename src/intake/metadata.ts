import type { Lang } from "../model/language.ts";
import type { Instant } from "../model/time.ts";
import { bylineOf } from "./byline.ts";
import type { DomDocument } from "./dom.ts";
import { statedArticle } from "./json-ld.ts";
import { langTag } from "./language.ts";
import { linesNearHeading } from "./near-heading.ts";
import { oneLine, shortLine } from "./plain.ts";
import { publishedAt } from "./published-at.ts";
import { titleOf } from "./title.ts";
import { isSameSite } from "./url.ts";

/** What a page says about its article, each from the best place that has it. */
export interface Metadata {
  readonly title: string;
  readonly byline: string;
  readonly publisherName: string;
  readonly publishedAt: Instant | null;
  readonly language: Lang | null;
  readonly canonicalUrl: string | null;
  /** `articleBody` of the JSON-LD; empty when there is none. */
  readonly body: string;
}

/** First non-empty content of the meta elements named, in the order of the names. */
export type MetaLookup = (...names: string[]) => string;

export function readMetadata(document: DomDocument, url: string): Metadata {
  const meta = metaLookup(document);
  const stated = statedArticle(document);
  const site = meta("og:site_name", "application-name");
  const claimed = claimedAddress(document, meta, url);
  const host = hostOf(url) || hostOf(claimed);
  const title = titleOf(document, meta, {
    headline: stated.headline,
    siteNames: [site, stated.publisher, host],
    address: claimed || url,
  });
  const lines = linesNearHeading(document, title);
  const language =
    langTag(document.documentElement.getAttribute("lang") ?? document.documentElement.getAttribute("xml:lang") ?? "") ??
    langTag(stated.language) ??
    langTag(meta("og:locale", "content-language", "dc.language", "language").replace("_", "-"));
  return {
    title,
    byline: shortLine(bylineOf(document, meta, stated.author, lines), 200),
    publisherName: shortLine(
      stated.publisher || site || meta("citation_publisher", "dc.publisher", "publisher") || host,
      120,
    ),
    publishedAt: publishedAt(document, meta, { stated, urls: [url, claimed], lines, language: language ?? "" }),
    language,
    canonicalUrl: ownAddress(claimed, url),
    body: stated.body,
  };
}

/** `www.gazette.example` → `gazette.example`; empty for what is no web address. */
export function hostOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null || !/^https?:$/.test(parsed.protocol) ? "" : parsed.hostname.replace(/^www\./, "");
}

function metaLookup(document: DomDocument): MetaLookup {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const names = [
      element.getAttribute("property"),
      element.getAttribute("name"),
      element.getAttribute("itemprop"),
      element.getAttribute("http-equiv"),
    ];
    const content = oneLine(element.getAttribute("content") ?? "");
    for (const name of names) {
      const key = name?.trim().toLowerCase() ?? "";
      if (key !== "" && content !== "" && !found.has(key)) found.set(key, content);
    }
  }
  return (...names) => names.map((name) => found.get(name)).find((value) => value !== undefined) ?? "";
}

/** The address that the page gives as its own, wherever it leads; empty when it gives none. */
function claimedAddress(document: DomDocument, meta: MetaLookup, url: string): string {
  const named = document.querySelector("link[rel~=canonical]")?.getAttribute("href")?.trim() || meta("og:url");
  const base = /^https?:/.test(url) ? url : undefined;
  return named === "" ? "" : (URL.parse(named, base)?.href ?? "");
}

/** The claimed address where it is on the site that the page came from. */
function ownAddress(claimed: string, url: string): string | null {
  const page = URL.parse(url);
  const own = URL.parse(claimed);
  return page !== null && own !== null && isSameSite(page, own) ? own.href : null;
}
