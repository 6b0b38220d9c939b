/** How long others may keep a file without asking again, as pattern of the path with its leading slash. */
export interface CacheRule {
  /** A regular expression that JavaScript, PCRE (nginx) and RE2 (Caddy) read alike. */
  readonly pattern: string;
  readonly cacheControl: string;
}

const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_FIRST = "no-cache";

/** Everything that no rule names: pages and feeds, which must be asked for again but may be answered with 304. */
export const CACHE_PAGES = "public, max-age=0, must-revalidate";

/** Answers that are not the file that was asked for: not found, moved, refused. */
export const CACHE_ERRORS = "no-cache";

/** First match wins. Only names that change with their content (a hash of 8 or more digits) are kept for ever. */
export const CACHE_RULES: readonly CacheRule[] = [
  {
    pattern: "^/assets/.*[.-][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]+\\.[a-z0-9]+$",
    cacheControl: FOR_EVER,
  },
  { pattern: "^/record/tile/.+\\.p/[0-9]+$", cacheControl: ASK_FIRST },
  { pattern: "^/record/tile/", cacheControl: FOR_EVER },
  { pattern: "^/record/checkpoint$", cacheControl: ASK_FIRST },
];

const RULES = CACHE_RULES.map(({ pattern, cacheControl }) => [new RegExp(pattern), cacheControl] as const);

/** Cache-Control (RFC 9111 §5.2) of a site path with its leading slash. */
export function cacheControlOf(path: string): string {
  for (const [pattern, cacheControl] of RULES) if (pattern.test(path)) return cacheControl;
  return CACHE_PAGES;
}
