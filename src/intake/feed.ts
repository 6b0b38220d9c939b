import { parseFeed, type AnyFeed } from "feedsmith";
import { isTocsinError, TocsinError } from "../model/error.ts";
import type { Instant } from "../model/time.ts";
import { parseDate } from "./dates.ts";
import { checkMarkup, FEED_LIMITS } from "./depth.ts";
import { textOfHtml } from "./html-text.ts";
import { shortLine } from "./plain.ts";

export interface FeedEntry {
  /** Absolute http(s) address. */
  readonly url: string;
  readonly title: string;
  readonly publishedAt: Instant | null;
  /** Plain text, at most 600 characters. */
  readonly summary: string;
  /** The whole article as the feed carries it, untrusted HTML; null when it carries only a summary. */
  readonly contentHtml: string | null;
}

export interface Feed {
  readonly title: string;
  /** The site that it belongs to; empty when not given. */
  readonly home: string;
  /** In the order of the feed, each address once, at most 500. */
  readonly entries: readonly FeedEntry[];
}

export const FEED_CHARACTERS_MAX = 8_000_000;
const ENTRIES_MAX = 500;
const SUMMARY_MAX = 600;

/**
 * RSS 0.9x, 1.0 (RDF), 2.0, Atom 1.0 or JSON Feed → what we take from it. Addresses are resolved against `baseUrl`;
 * entries without an http(s) address are left out. Nothing in it is expanded, fetched or run. Throws FEED_INVALID.
 */
export function readFeed(text: string, baseUrl: string): Feed {
  if (text.length > FEED_CHARACTERS_MAX) throw invalid(`is longer than ${FEED_CHARACTERS_MAX} characters`);
  // Entities that a document declares itself can be made to multiply; no feed needs them.
  const isXml = /^\s*</.test(text);
  if (isXml && /\[|<!ENTITY/i.test(prologOf(text))) throw invalid("declares entities of its own");
  if (!isXml) checkJsonDepth(text);
  try {
    if (isXml) checkMarkup(text, FEED_LIMITS, true);
    return fromParsed(parseFeed(text), baseUrl);
  } catch (error) {
    if (isTocsinError(error, "REPORT_TOO_COMPLEX")) throw invalid("is nested too deeply");
    throw isTocsinError(error) ? error : invalid("is neither RSS, Atom nor JSON Feed", error);
  }
}

/** Fields of an entry, before they are checked. */
interface Draft {
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
}

function fromParsed(parsed: AnyFeed, baseUrl: string): Feed {
  switch (parsed.format) {
    case "rss": {
      const { title, link, items = [] } = parsed.feed;
      const drafts = items.map((item) => ({
        url:
          item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value) ?? item.atom?.links?.[0]?.href,
        title: item.title ?? item.dc?.titles?.[0],
        date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
        summary: item.description,
        content: item.content?.encoded,
      }));
      return feedOf(title, link, drafts, baseUrl);
    }
    case "rdf": {
      const { title, link, items = [] } = parsed.feed;
      const drafts = items.map((item) => ({
        url: item.link ?? item.rdf?.about,
        title: item.title,
        date: item.dc?.dates?.[0],
        summary: item.description,
        content: item.content?.encoded,
      }));
      return feedOf(title, link, drafts, baseUrl);
    }
    case "atom": {
      const { title, links = [], entries = [] } = parsed.feed;
      const drafts = entries.map((entry) => ({
        url: alternate(entry.links ?? []) ?? entry.id,
        title: entry.title?.value,
        date: entry.published ?? entry.updated,
        summary: entry.summary?.value,
        content: entry.content?.value,
      }));
      return feedOf(title?.value, alternate(links), drafts, baseUrl);
    }
    case "json": {
      const { title, home_page_url: home, items = [] } = parsed.feed;
      const drafts = items.map((item) => ({
        url: item.url ?? item.external_url ?? item.id,
        title: item.title,
        date: item.date_published ?? item.date_modified,
        summary: item.summary,
        content: item.content_html ?? (item.content_text === undefined ? undefined : asHtml(item.content_text)),
      }));
      return feedOf(title, home, drafts, baseUrl);
    }
  }
}

function feedOf(title: string | undefined, home: string | undefined, drafts: readonly Draft[], baseUrl: string): Feed {
  const entries = new Map<string, FeedEntry>();
  for (const draft of drafts) {
    const url = webAddress(draft.url, baseUrl);
    if (url === "" || entries.has(url)) continue;
    if (entries.size === ENTRIES_MAX) break;
    const content = draft.content?.trim() ?? "";
    entries.set(url, {
      url,
      title: shortLine(textOfHtml(draft.title ?? ""), 300),
      publishedAt: draft.date === undefined ? null : parseDate(draft.date),
      summary: shortLine(textOfHtml(draft.summary ?? content), SUMMARY_MAX),
      contentHtml: content === "" ? null : content,
    });
  }
  return {
    title: shortLine(textOfHtml(title ?? ""), 200),
    home: webAddress(home, baseUrl),
    entries: [...entries.values()],
  };
}

function alternate(links: readonly { readonly href?: string; readonly rel?: string }[]): string | undefined {
  return (links.find((link) => link.rel === undefined || link.rel === "alternate") ?? links[0])?.href;
}

function webAddress(text: string | undefined, baseUrl: string): string {
  const url = text === undefined || text.trim() === "" ? null : URL.parse(text.trim(), baseUrl);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : "";
}

function asHtml(plain: string): string {
  const escaped = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n");
}

/** What stands before the first element: the only place for a doctype (XML 1.0 §2.8). */
function prologOf(text: string): string {
  const root = text.search(/<[a-z_]/i);
  return text.slice(0, root < 0 ? text.length : root).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
}

/** JSON.parse walks nested values on the call stack. */
function checkJsonDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c /* \ */) i += 1;
      else if (c === 0x22 /* " */) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) depth += 1;
    else if (c === 0x5d || c === 0x7d) depth -= 1;
    if (depth > FEED_LIMITS.maxDepth) throw invalid("is nested too deeply");
  }
}

function invalid(what: string, cause?: unknown): TocsinError {
  return new TocsinError("FEED_INVALID", `The feed ${what}.`, { cause });
}
