import type { History } from "../model/history.ts";
import type { Office } from "../model/office.ts";
import { msOf, type Instant } from "../model/time.ts";
import { absolute, paths, type SitePath } from "./paths.ts";
import { escapeHtml, safeHref } from "./html.ts";

/** sitemaps.org protocol: one file may name so many addresses. */
const ADDRESSES_MAX = 50_000;

/** Every page in every language; the oldest statements are left out where they would be too many. */
export function sitemap(office: Office, history: History): string {
  const pages: SitePath[] = [];
  for (const lang of office.languages) {
    pages.push(
      paths.latest(lang),
      paths.editions(lang),
      paths.corrections(lang),
      paths.notices(lang),
      paths.publishers(lang),
      paths.replies(lang),
      paths.subscribe(lang),
    );
    pages.push(paths.method(lang), paths.record(lang), paths.about(lang));
    for (const { value } of history.editions) pages.push(paths.edition(lang, value.number));
  }
  const ids = [...history.statements.keys()].toReversed();
  for (const id of ids) for (const lang of office.languages) pages.push(paths.statement(lang, id));
  const urls = pages
    .slice(0, ADDRESSES_MAX)
    .map((path) => `<url><loc>${escapeHtml(absolute(office.baseUrl, path))}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("")}</urlset>\n`;
}

/** Everything may be read by every program (RFC 9309). */
export function robots(office: Office): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(office.baseUrl, paths.sitemap())}\n`;
}

/**
 * RFC 9116. It must name a day on which it runs out: the first of the month half a year on, so that the file changes
 * once a month and an abandoned site's contact expires. Null where the office's contact is no address.
 */
export function securityTxt(office: Office, at: Instant): string | null {
  const contact = safeHref(/^[^\s@/]+@[^\s@/]+$/.test(office.contact) ? `mailto:${office.contact}` : office.contact);
  if (contact === null) return null;
  const now = new Date(msOf(at));
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7, 1));
  return `Contact: ${contact}\nExpires: ${expires.toISOString().slice(0, 19)}Z\nPreferred-Languages: ${office.languages.join(", ")}\nCanonical: ${absolute(office.baseUrl, paths.securityTxt())}\n`;
}
