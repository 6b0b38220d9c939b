import type { MiddlewareHandler } from "hono";

/** Strict by default: own style sheet and script only, no frames around us, nothing kept by caches. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * Headers of every desk answer. `Referrer-Policy: same-origin` rather than `no-referrer`: with the latter browsers
 * send `Origin: null` with our own forms (Fetch §3.2), and one-time links must still not leak to other sites.
 */
export function deskHeaders(options: { readonly secure: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const set = (name: string, value: string): void => {
      if (!c.res.headers.has(name)) c.header(name, value);
    };
    set("Content-Security-Policy", [...POLICY, "frame-ancestors 'none'"].join("; "));
    set("X-Frame-Options", "DENY");
    set("Cache-Control", "no-store");
    set("Referrer-Policy", "same-origin");
    set("X-Content-Type-Options", "nosniff");
    set("Cross-Origin-Opener-Policy", "same-origin");
    set("Cross-Origin-Resource-Policy", "same-origin");
    set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    set("X-Robots-Tag", "noindex, nofollow");
    if (options.secure) set("Strict-Transport-Security", "max-age=31536000");
  };
}

/** Headers of a preview: a public page without scripts, shown in a frame of the desk, with the site's own files. */
export function previewHeaders(publicSiteUrl: string): Readonly<Record<string, string>> {
  const from = publicSiteUrl === "" ? "'self'" : `'self' ${new URL(publicSiteUrl).origin}`;
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      `style-src ${from}`,
      `img-src ${from}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join("; "),
    "X-Frame-Options": "SAMEORIGIN",
  };
}
