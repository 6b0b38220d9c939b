import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";

/**
 * The value that every form of a session carries. Derived from the session's secret, which pages of other sites
 * cannot read; so nothing has to be stored for it.
 */
export function formToken(secret: string): string {
  return createHmac("sha256", secret).update("tocsin desk form").digest("base64url");
}

export function isFormToken(sent: string, secret: string): boolean {
  const expected = Buffer.from(formToken(secret));
  const given = Buffer.from(sent);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Did a page of this very site send the request? Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; hosts
 * are compared without the scheme, which a proxy in front may change. A request with neither is no browser's.
 */
export function isOwnRequest(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = c.req.header("origin");
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === (c.req.header("host") ?? new URL(c.req.url).host);
  } catch {
    return false;
  }
}
