/** Feeds, as pattern of the path with its leading slash. Pattern as in caching.ts. */
export const FEED_PATTERN = "/feed\\.(rss|atom|json)$";

const FEED = new RegExp(FEED_PATTERN);

/** The hub that tells feed readers of news, and the site's public address without trailing slash. */
export interface FeedHub {
  readonly hub: string;
  readonly baseUrl: string;
}

/**
 * The Link header by which a feed names its hub and itself (W3C WebSub §4); null where the path is no feed's. In a header
 * and not in the feed: which hub an office uses is no part of its record.
 */
export function feedLink(hub: FeedHub, path: string): string | null {
  return FEED.test(path) ? feedLinkOf(hub, path) : null;
}

/** The same for a path that is known to be a feed's, or that another server fills in. */
export function feedLinkOf({ hub, baseUrl }: FeedHub, path: string): string {
  return `<${hub}>; rel="hub", <${baseUrl}${path}>; rel="self"`;
}
