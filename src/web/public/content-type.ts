/** Ending of the file's name → Content-Type. One table for the built-in server and the generated configurations. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  geojson: "application/geo+json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  cap: "application/cap+xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  ico: "image/x-icon",
  woff2: "font/woff2",
  pdf: "application/pdf",
  epub: "application/epub+zip",
  zip: "application/zip",
  gz: "application/gzip",
  br: "application/octet-stream",
  bin: "application/octet-stream",
};

/** An ending that nobody foresaw is offered as a download and never guessed at. */
export const CONTENT_TYPE_OF_UNKNOWN = "application/octet-stream";

/** What a file is although its ending says something else, as pattern of the path with its leading slash. */
export interface TypeByPath {
  /** A regular expression without braces that JavaScript, PCRE (nginx) and RE2 (Caddy) read alike. */
  readonly pattern: string;
  readonly type: string;
}

/** First match wins; before the table of endings. */
export const TYPES_BY_PATH: readonly TypeByPath[] = [
  { pattern: "^/record/tile/", type: "application/octet-stream" },
  { pattern: "/feed\\.json$", type: "application/feed+json; charset=utf-8" },
  // A name without an ending: checkpoint and keys of the record.
  { pattern: "/[^/.]+$", type: "text/plain; charset=utf-8" },
];

const BY_PATH = TYPES_BY_PATH.map(({ pattern, type }) => [new RegExp(pattern), type] as const);

/** Content-Type of a site path with its leading slash (`/en/index.html`). */
export function contentTypeOf(path: string): string {
  for (const [pattern, type] of BY_PATH) if (pattern.test(path)) return type;
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return (Object.hasOwn(CONTENT_TYPES, ending) ? CONTENT_TYPES[ending] : undefined) ?? CONTENT_TYPE_OF_UNKNOWN;
}
