import type { Instant } from "../model/time.ts";
import { dateInLine, dateInUrl, parseDate } from "./dates.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import type { StatedArticle } from "./json-ld.ts";
import type { MetaLookup } from "./metadata.ts";
import { linesNearHeading } from "./near-heading.ts";
import { oneLine } from "./plain.ts";

/** Names of meta elements, the surest first. */
const DATE_NAMES = (
  "article:published_time og:published_time datepublished citation_publication_date citation_date " +
  "citation_online_date parsely-pub-date sailthru.date dc.date.issued dcterms.issued " +
  "dcterms.created dc.date dcterms.date pubdate publishdate publish-date publish_date " +
  "publication_date article.published article:published published published-date w-published-date " +
  "rnews:datepublished cxenseparse:recs:publishtime article_date_original originalpublicationdate " +
  "date"
).split(" ");

/**
 * When a page was published: from its data (JSON-LD, meta elements), its marked dates, the address, the lines around its
 * heading; where it names no such date, the one of its last change.
 */
export function publishedAt(
  document: DomDocument,
  meta: MetaLookup,
  stated: StatedArticle,
  urls: readonly string[],
): Instant | null {
  return (
    firstDate([stated.published, ...DATE_NAMES.map((name) => meta(name))]) ??
    dateInMarkup(document) ??
    urls.map(dateInUrl).find((date) => date !== null) ??
    dateNearHeading(document) ??
    firstDate([stated.modified, meta("article:modified_time"), meta("og:updated_time"), meta("last-modified")])
  );
}

function firstDate(candidates: readonly string[]): Instant | null {
  for (const candidate of candidates) {
    const date = candidate === "" ? null : parseDate(candidate);
    if (date !== null) return date;
  }
  return null;
}

const MARKS =
  "[itemprop=datePublished], time[pubdate], time[datetime], .published, .entry-date, .post-date, .article-date, " +
  ".publish-date, .date-published, .posted-on, .byline-date, time";
const ELSEWHERE = /comment|related|sidebar|recent|footer|widget|teaser|recirc|latest|updated|modified/i;
const CHANGED = /updated|modified|reviewed|оновлено|aktualisiert|mis à jour|actualizado/i;

/** A `<time>`, or an element marked as the date of publication, that no footer, list of teasers or comment holds. */
function dateInMarkup(document: DomDocument): Instant | null {
  for (const element of [...document.querySelectorAll(MARKS)].slice(0, 40)) {
    const printed = oneLine(element.textContent ?? "");
    if (isElsewhere(element) || CHANGED.test(printed)) continue;
    const given = element.getAttribute("datetime") ?? element.getAttribute("content") ?? "";
    const date = parseDate(given) ?? dateInLine(printed);
    if (date !== null) return date;
  }
  return null;
}

function isElsewhere(element: DomElement): boolean {
  for (let at: DomElement | null = element; at !== null && at.localName !== "body"; at = at.parentElement) {
    if (["footer", "aside", "nav"].includes(at.localName)) return true;
    if (ELSEWHERE.test(at.getAttribute("class") ?? "")) return true;
  }
  return false;
}

/** A date in the short lines around the main heading, where pages print it. */
function dateNearHeading(document: DomDocument): Instant | null {
  const lines = linesNearHeading(document);
  const published = lines.filter((line) => !CHANGED.test(line));
  for (const line of [...published, ...lines]) {
    const date = dateInLine(line);
    if (date !== null) return date;
  }
  return null;
}
