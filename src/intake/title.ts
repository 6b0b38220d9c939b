import { blocksOf } from "./blocks.ts";
import type { DomDocument } from "./dom.ts";
import type { MetaLookup } from "./metadata.ts";
import { decodeEntities } from "./entities.ts";
import { oneLine, shortLine } from "./plain.ts";

const TITLE_MAX = 300;
const HEADINGS_MAX = 20;
/** Between a title and the name of the site. A hyphen only with spaces around it. */
const SEPARATOR = /\s+[|–—·•»«:/>-]\s+|\s*[|»]\s*/;

/**
 * The title of a page's article: the one main heading where it agrees with what the page says elsewhere, else JSON-LD,
 * og:title, twitter:title, the title element; without the site's name at its end.
 */
export function titleOf(
  document: DomDocument,
  meta: MetaLookup,
  headline: string,
  siteNames: readonly string[],
): string {
  const element = document.querySelector("head > title, title")?.textContent ?? "";
  const claimed = [
    headline,
    meta("og:title"),
    meta("citation_title", "dc.title", "dcterms.title"),
    meta("twitter:title"),
    element,
  ]
    .map((title) => withoutSiteName(oneLine(decodeEntities(title)), siteNames))
    .filter((title) => title !== "" && !isSiteName(title, siteNames));
  const headings = [...document.querySelectorAll("h1")]
    .slice(0, HEADINGS_MAX)
    .map((heading) => withoutSiteName(blocksOf(heading).join(" "), siteNames))
    .filter((heading) => heading !== "" && !isSiteName(heading, siteNames));
  const agreed = headings.find((heading) => claimed.some((title) => agree(heading, title)));
  const only = headings.length === 1 && wordCount(headings[0]!) >= HEADING_WORDS ? headings[0]! : undefined;
  const held = only === undefined ? undefined : claimed.find((title) => isHeldBy(title, only));
  return shortLine(decodeEntities(agreed ?? held ?? only ?? claimed[0] ?? headings[0] ?? oneLine(element)), TITLE_MAX);
}
/** A lone heading of fewer words may name a section. */
const HEADING_WORDS = 3;

/** A heading that goes on behind the title: with a date, a byline, a link. */
function isHeldBy(title: string, heading: string): boolean {
  return wordCount(title) >= 4 && keyOf(heading).startsWith(keyOf(title));
}

/** The same, or one is the other with something before or behind it. */
function agree(heading: string, title: string): boolean {
  const a = keyOf(heading);
  const b = keyOf(title);
  return a === b || (wordCount(heading) >= 2 && a.length >= 8 && b.includes(a));
}

/** Drops a last (or first) part that names the site, or that any of the page's site names contains. */
export function withoutSiteName(title: string, siteNames: readonly string[]): string {
  let rest = title;
  for (let round = 0; round < 2; round += 1) {
    const parts = rest.split(SEPARATOR);
    if (parts.length < 2) return rest;
    const last = parts.at(-1)!;
    const first = parts[0]!;
    if (isSiteName(last, siteNames)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|–—·•»«:/>-]+$/, "");
    else if (isSiteName(first, siteNames))
      rest = rest.slice(rest.indexOf(first) + first.length).replace(/^[\s|–—·•»«:/>-]+/, "");
    else return rest;
  }
  return rest;
}

/** Is this the name of the site, a part of it, or a short text around it (`Gazette News`)? */
function isSiteName(text: string, siteNames: readonly string[]): boolean {
  const key = keyOf(text);
  if (key.length < 2) return false;
  return siteNames.map(keyOf).some((name) => {
    if (name.length < 2) return false;
    const holds = key.length >= 3 && name.includes(key);
    return name === key || holds || (name.length >= 4 && key.includes(name) && wordCount(text) <= 4);
  });
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}
