import { fail, takeIn, type Captured } from "./capture.ts";
import type { Context } from "./context.ts";
import type { Feed } from "../intake/feed.ts";
import type { FetchedContent } from "../intake/fetch.ts";
import { kindOf } from "../intake/sniff.ts";
import { canonicalUrl } from "../intake/url.ts";
import { msOf, type Instant } from "../model/time.ts";
import type { ImportOutcome } from "../web/ports.ts";

type Content = Pick<Captured, "url" | "bytes" | "contentType" | "name" | "retrievedAt">;
type From = Pick<Captured, "publisher" | "publisherName" | "by"> & {
  /** When it is aborted, no further entry of a feed is begun. */
  readonly signal?: AbortSignal | undefined;
};

const ENTRIES_MAX = 200;
/** An entry that a feed still lists is fetched again after this time, to find silent changes. */
const LOOK_AGAIN_HOURS = 6;
const LOOKED_AT_MAX = 20_000;

/** An address: a page, or a feed whose entries are taken one by one. Never throws for what is at the address. */
export async function fetchDocument(context: Context, url: string, from: From): Promise<readonly ImportOutcome[]> {
  try {
    const fetched = await context.fetcher.get(url);
    return fetched.kind === "content" ? await takeFetched(context, fetched, from) : [];
  } catch (error) {
    return [await fail(context, url, error, null, from.by)];
  }
}

/** What was fetched, page or feed. Throws FEED_INVALID. */
export function takeFetched(context: Context, fetched: FetchedContent, from: From): Promise<readonly ImportOutcome[]> {
  return takeContent(context, captured(fetched), from);
}

/** Bytes from an address or a file: one report, or a feed's entries one by one. Throws FEED_INVALID. */
export async function takeContent(context: Context, content: Content, from: From): Promise<readonly ImportOutcome[]> {
  if (isFeed(content)) return takeEntries(context, await keepFeed(context, content), from);
  return [await takeIn(context, { ...content, ...from, publishedAt: null })];
}

export function isFeed(content: Pick<Content, "bytes" | "contentType" | "name">): boolean {
  return kindOf(content.bytes, content.contentType, content.name) === "feed";
}

/** The feed's bytes are evidence too: stored first, parsed then. Throws FEED_INVALID. */
export async function keepFeed(
  context: Context,
  content: Pick<Content, "bytes" | "contentType" | "url">,
): Promise<Feed> {
  await context.snapshots.put(content.bytes);
  return context.extractor.feed(content.bytes, { url: content.url, contentType: content.contentType });
}

async function takeEntries(context: Context, feed: Feed, from: From): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const entry of feed.entries.slice(0, ENTRIES_MAX)) {
    if (from.signal?.aborted === true) break;
    const url = canonicalUrl(entry.url);
    const known = await context.store.reports.findByUrl(url);
    if (known && !isDue(context.lookedAt.get(url) ?? known.retrievedAt, context.clock())) {
      outcomes.push({ url: entry.url, outcome: "same", report: known.id, title: known.title, code: "", message: "" });
      continue;
    }
    try {
      const fetched = await context.fetcher.get(entry.url);
      remember(context.lookedAt, url, context.clock());
      if (fetched.kind !== "content") continue;
      outcomes.push(await takeIn(context, { ...captured(fetched), ...from, publishedAt: entry.publishedAt }));
    } catch (error) {
      outcomes.push(await fail(context, entry.url, error, null, from.by));
    }
  }
  return outcomes;
}

/** The oldest are forgotten first: they are then looked at once more than needed. */
function remember(lookedAt: Map<string, Instant>, url: string, now: Instant): void {
  lookedAt.delete(url);
  lookedAt.set(url, now);
  const oldest = lookedAt.keys().next().value;
  if (lookedAt.size > LOOKED_AT_MAX && oldest !== undefined) lookedAt.delete(oldest);
}

function isDue(retrievedAt: Instant, now: Instant): boolean {
  return msOf(now) - msOf(retrievedAt) >= LOOK_AGAIN_HOURS * 3_600_000;
}

function captured(fetched: FetchedContent): Content {
  const { url, bytes, contentType, retrievedAt } = fetched;
  return { url, bytes, contentType, name: "", retrievedAt };
}
