/** How long others may keep a file without asking again, as pattern of the path with its leading slash. */
export interface CacheRule {
  /** A regular expression without braces that JavaScript, PCRE (nginx) and RE2 (Caddy) read alike. */
  readonly pattern: string;
  readonly cacheControl: string;
}

const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_FIRST = "no-cache";

/**
 * Everything that no rule names: pages and feeds. Readers ask each time, and are answered 304, so that a correction is
 * seen at once; a CDN asks every ten seconds; what is kept may be shown for a week while the office cannot be reached.
 */
export const CACHE_PAGES = "public, max-age=0, s-maxage=10, stale-if-error=604800";

/** Answers that are not the file that was asked for: not found, moved, refused. */
export const CACHE_ERRORS = "no-cache";

const HEX_8 = "[0-9a-f]".repeat(8);

/** First match wins. Only what never changes under its name is kept for ever: assets named by hash, full tiles. */
export const CACHE_RULES: readonly CacheRule[] = [
  { pattern: `^/assets/.+\\.${HEX_8}[0-9a-f]*\\.[a-z0-9]+$`, cacheControl: FOR_EVER },
  // Browsers look for a new service worker when they open a page.
  { pattern: "^/sw\\.js$", cacheControl: ASK_FIRST },
  { pattern: "^/record/tile/.+\\.p/[0-9]+$", cacheControl: ASK_FIRST },
  { pattern: "^/record/tile/", cacheControl: FOR_EVER },
  { pattern: "^/record/[^/]+$", cacheControl: ASK_FIRST },
];

const RULES = CACHE_RULES.map(({ pattern, cacheControl }) => [new RegExp(pattern), cacheControl] as const);

/** Cache-Control (RFC 9111 section 5.2; stale-if-error: RFC 5861) of a site path with its leading slash. */
export function cacheControlOf(path: string): string {
  for (const [pattern, cacheControl] of RULES) if (pattern.test(path)) return cacheControl;
  return CACHE_PAGES;
}
