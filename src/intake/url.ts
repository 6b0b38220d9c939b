/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|_gl|ref_src|at_medium|at_campaign|cmpid|ocid|srsltid|xtor|__twitter_impression)$/i;

/**
 * One form of a web address for what is one page: host in lower case, no default port, fragment or tracking parameters;
 * everything else, the order of parameters too, stays. `own` is the address that the page itself names as canonical:
 * it is preferred when it is on the same site. Text that is no http(s) address comes back as it is.
 */
export function canonicalUrl(url: string, own: string | null = null): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return url;
  const preferred = own === null ? null : URL.parse(own, parsed.href);
  const best =
    preferred !== null && isSameSite(parsed, preferred) && !isFrontPage(parsed, preferred) ? preferred : parsed;
  return cleaned(best);
}

/** http(s) on the same host, `www.`, `m.` and `amp.` counting as the same. */
export function isSameSite(a: URL, b: URL): boolean {
  const host = (url: URL) => url.hostname.replace(/^(www|m|amp|mobile)\./, "");
  return /^https?:$/.test(b.protocol) && host(a) === host(b);
}

/** A page that calls the front page its canonical address is mistaken, and would make all pages one. */
function isFrontPage(page: URL, canonical: URL): boolean {
  return canonical.pathname === "/" && canonical.search === "" && (page.pathname !== "/" || page.search !== "");
}

function cleaned(url: URL): string {
  const copy = new URL(url);
  copy.hash = "";
  copy.username = "";
  copy.password = "";
  // By hand: URLSearchParams would re-encode the parameters that stay.
  const kept = copy.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !TRACKING.test(pair.split("=")[0]!));
  copy.search = kept.join("&");
  return copy.href.replace(/\?$/, "");
}
