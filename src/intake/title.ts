import { blocksOf } from "./blocks.ts";
import type { DomDocument } from "./dom.ts";
import type { MetaLookup } from "./metadata.ts";
import { decodeEntities } from "./entities.ts";
import { oneLine, shortLine } from "./plain.ts";
import { isSiteName, keyOf, withoutBars, withoutShortTail, withoutSiteName, wordCount } from "./site-name.ts";

const TITLE_MAX = 300;
const HEADINGS_MAX = 20;
/** A longer heading is a paragraph that is set in large type. */
const HEADING_MAX = 220;
/** A heading with more than this share of the page's paragraphs before it is one inside the text. */
const HEADING_SHARE = 0.3;
/** A lone heading of fewer words may name a section. */
const HEADING_WORDS = 3;

/** What the page says of itself beside its text. */
export interface TitleHints {
  /** `headline` of the JSON-LD; empty when there is none. */
  readonly headline: string;
  readonly siteNames: readonly string[];
  /** Address of the page: its last part is often made of the title's words. */
  readonly address: string;
}

/**
 * The title of a page's article. A main heading that agrees with what the page says elsewhere (JSON-LD, og:title,
 * citation and twitter titles, title element) goes first; then a lone main heading, unless the words of the address
 * speak for another title; then what the page says elsewhere. Without the names of site and section.
 */
export function titleOf(document: DomDocument, meta: MetaLookup, hints: TitleHints): string {
  const element = oneLine(document.querySelector("head > title, title")?.textContent ?? "");
  const claimed = claimedTitles(meta, element, hints);
  const headings = mainHeadings(document, hints.siteNames);
  const chosen =
    agreed(headings, claimed) ??
    claimed.find((title) => isSecondHeading(document, title)) ??
    lone(headings, claimed, slugWords(hints.address)) ??
    claimed[0];
  return shortLine(withoutBars(decodeEntities(chosen ?? headings[0] ?? element)), TITLE_MAX);
}

/** The titles that a page gives as data, the surest first, without repetitions that were cut short. */
function claimedTitles(meta: MetaLookup, element: string, { headline, siteNames }: TitleHints): string[] {
  const cleaned = (title: string) => withoutSiteName(oneLine(decodeEntities(title)), siteNames);
  const titles = [
    cleaned(headline),
    cleaned(meta("og:title")),
    cleaned(meta("citation_title", "dc.title", "dcterms.title")),
    cleaned(meta("twitter:title")),
    withoutShortTail(cleaned(element)),
  ]
    .map(withoutBars)
    .filter((title) => title !== "" && !isSiteName(title, siteNames));
  return titles.map((title) => titles.find((other) => isCutShort(title, other)) ?? title);
}

/** Content systems cut a headline after so many characters: in the middle of what another field has in full. */
function isCutShort(title: string, whole: string): boolean {
  if (wordCount(title) < 6 || title.length >= whole.length) return false;
  return whole.startsWith(title.replace(/\s*(…|\.\.\.)$/, "")) && /(…|\.\.\.)$|\([^)]*$/.test(title);
}

/** Texts of the first-order headings that may be the title, in the order of the page. */
function mainHeadings(document: DomDocument, siteNames: readonly string[]): string[] {
  const headings: { readonly text: string; readonly before: number }[] = [];
  let prose = 0;
  for (const element of document.querySelectorAll("h1, p")) {
    if (element.localName === "p") prose += element.textContent?.length ?? 0;
    else if (headings.length < HEADINGS_MAX)
      headings.push({ text: withoutSiteName(blocksOf(element).join(" "), siteNames), before: prose });
  }
  return headings
    .filter(({ text, before }) => text !== "" && text.length <= HEADING_MAX && before <= prose * HEADING_SHARE)
    .map(({ text }) => text)
    .filter((text) => !isSiteName(text, siteNames));
}

/** A heading that another field repeats, alone or with something around it. */
function agreed(headings: readonly string[], claimed: readonly string[]): string | undefined {
  const heading = headings.find((one) => claimed.some((title) => agree(one, title)));
  if (heading === undefined) return undefined;
  // A number set in an element of its own, or counted by the style sheet, is missing in the heading.
  return (
    claimed.find((title) => /^\d{1,3}\s/.test(title) && keyOf(title.replace(/^\d+/, "")) === keyOf(heading)) ?? heading
  );
}

function agree(heading: string, title: string): boolean {
  const a = keyOf(heading);
  const b = keyOf(title);
  return a === b || (wordCount(heading) >= 2 && a.length >= 8 && b.includes(a));
}

/** A heading of the second order that repeats a title ahead of all of the first order, which stand inside the text. */
function isSecondHeading(document: DomDocument, title: string): boolean {
  const key = keyOf(title);
  for (const heading of document.querySelectorAll("h1, h2")) {
    if (heading.localName === "h1") return false;
    if (keyOf(heading.textContent ?? "") === key) return true;
  }
  return false;
}

/** The only main heading, where nothing speaks against it. */
function lone(headings: readonly string[], claimed: readonly string[], slug: readonly string[]): string | undefined {
  const heading = new Set(headings.map(keyOf)).size === 1 ? headings[0]! : undefined;
  if (heading === undefined) return undefined;
  const held = claimed.find((title) => wordCount(title) >= 4 && keyOf(heading).startsWith(keyOf(title)));
  if (held !== undefined) return isAppendix(heading.slice(held.length)) ? held : heading;
  const own = coverage(slug, heading);
  const better = claimed.find((title) =>
    own < SLUG_LITTLE ? coverage(slug, title) > own : own < SLUG_MUCH && isMadeOf(slug, title),
  );
  if (better !== undefined) return better;
  return wordCount(heading) >= HEADING_WORDS || own === 1 ? heading : undefined;
}
/** Less of the address than this in the heading, and the heading is about something else. */
const SLUG_LITTLE = 1 / 3;
/** More of the address than this in the heading, and it is no matter that another title has it whole. */
const SLUG_MUCH = 0.7;

/** Was the address made of this title, word by word? */
function isMadeOf(slug: readonly string[], title: string): boolean {
  return (
    coverage(slug, title) === 1 &&
    coverage(
      wordsOf(title).filter((word) => word.length >= 4),
      slug.join(" "),
    ) === 1
  );
}

/** What stands in a heading behind its title: a date, a byline, the place that it links to, a count. */
function isAppendix(text: string): boolean {
  return /^[^\p{L}\p{N}]*((posted|published|updated|by|on|von|par|автор)(?!\p{L})|[\w-]+\.[a-z]{2,6}\b|\d+[^\p{L}\p{N}]*$)|\b(19|20)\d{2}\b/iu.test(
    text,
  );
}

/** Words of the last part of an address that is made of words; empty for numbers and short codes. */
function slugWords(address: string): string[] {
  const path = (URL.parse(address)?.pathname ?? "").replace(/\/+$/, "");
  let last = path.slice(path.lastIndexOf("/") + 1);
  try {
    last = decodeURIComponent(last);
  } catch {
    // It stays as it is.
  }
  const words = wordsOf(last.replace(/\.[a-z]{2,5}$/i, "")).filter((word) => word.length >= 2);
  return words.length >= 2 || words.some((word) => word.length >= 6) ? words : [];
}

/** Share of `slug` that the text's words hold; one half for a slug that says nothing. */
function coverage(slug: readonly string[], text: string): number {
  if (slug.length === 0) return 0.5;
  const words = new Set(wordsOf(text));
  return slug.filter((word) => words.has(word)).length / slug.length;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}
