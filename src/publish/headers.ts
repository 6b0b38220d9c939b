/**
 * Headers for every public file. Pages need nothing but their own style sheet, one small script and the icon, so all
 * else is refused. `frame-ancestors 'self'` lets the desk show its preview.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; "),
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Feeds, the API and the record are for everybody's programs: other sites' pages may read them too. */
export function isOpenData(path: string): boolean {
  return path.startsWith("api/") || path.startsWith("record/") || /\/feed\.(rss|atom|json)$/.test(path);
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
};

/** Media type by the end of the path; JSON Feed has its own. Files without a known ending are bytes. */
export function contentType(path: string): string {
  if (path.endsWith("/feed.json")) return "application/feed+json; charset=utf-8";
  return TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** Hashed assets never change; everything else is asked for again (a conditional request) after a minute. */
export function cacheControl(path: string): string {
  return /^assets\/.+\.[0-9a-f]{10}\.\w+$/.test(path)
    ? "public, max-age=31536000, immutable"
    : "public, max-age=60, stale-if-error=604800";
}
