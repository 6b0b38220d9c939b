import type { MiddlewareHandler } from "hono";
import { STRICT_TRANSPORT_SECURITY } from "../public/server.ts";

/** The pages need the site's style sheets, its icon, and forms that go to this server; nothing else. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Headers of every page for subscribers. Their addresses carry the authority to change a subscription, so nothing may
 * keep them or pass them on: no cache, no referrer, no index, no frame.
 */
export function subscriberHeaders(tls: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header("Content-Security-Policy", POLICY);
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Robots-Tag", "noindex, nofollow, noarchive");
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (tls) c.header("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
  };
}
