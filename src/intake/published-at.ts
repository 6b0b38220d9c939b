import type { Instant } from "../model/time.ts";
import { datesIn, dateInUrl, parseDate, type DigitOrder } from "./dates.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import type { StatedArticle } from "./json-ld.ts";
import type { MetaLookup } from "./metadata.ts";
import type { PrintedLine } from "./near-heading.ts";
import { oneLine } from "./plain.ts";
import { printedDate } from "./printed-date.ts";

/** Names of meta elements, the surest first. */
const DATE_NAMES = (
  "article:published_time og:published_time datepublished citation_publication_date citation_date " +
  "citation_online_date parsely-pub-date sailthru.date dc.date.issued dcterms.issued " +
  "dcterms.created dc.date.created dc.date dcterms.date pubdate publishdate publish-date publish_date " +
  "publication_date publication-date article.published article:published published published-date w-published-date " +
  "article:post_date article:publicationdate bt:pubdate analytics:date displaydate dateissued datecreated " +
  "rnews:datepublished cxenseparse:recs:publishtime article_date_original originalpublicationdate " +
  "date"
).split(" ");

export interface DateHints {
  readonly stated: StatedArticle;
  /** Addresses of the page, the surest first. */
  readonly urls: readonly string[];
  readonly lines: readonly PrintedLine[];
  /** Language tag of the page; empty when it names none. */
  readonly language: string;
}

/**
 * When a page was published: the date that it prints for its readers beside the title, made exact by its data; else
 * its data (JSON-LD, meta elements), its marked dates, its address; where it names no such date, the one of its last
 * change. What is printed goes first because content systems keep the day of a first version whose text is long gone.
 */
export function publishedAt(document: DomDocument, meta: MetaLookup, hints: DateHints): Instant | null {
  const { stated, urls, lines } = hints;
  const order = orderOf(hints.language);
  const data = firstDate([stated.published, ...DATE_NAMES.map((name) => meta(name))], order);
  const changed = firstDate(
    [stated.modified, meta("article:modified_time"), meta("og:updated_time"), meta("last-modified")],
    order,
  );
  const printed = printedDate(lines, data, order);
  return (
    (printed !== null && changed !== null && printed.slice(0, 10) === changed.slice(0, 10) && printed !== data
      ? changed
      : printed) ??
    data ??
    dateInMarkup(document, order) ??
    urls.map(dateInUrl).find((date) => date !== null) ??
    changed
  );
}

function firstDate(candidates: readonly string[], order: DigitOrder | undefined): Instant | null {
  for (const candidate of candidates) {
    const date = candidate === "" ? null : parseDate(candidate, order);
    if (date !== null) return date;
  }
  return null;
}

/** English without a country may be of either custom. */
function orderOf(language: string): DigitOrder | undefined {
  const tag = language.toLowerCase();
  if (tag === "" || tag === "en") return undefined;
  return /^(en|es|fil)-(us|pr|ph)\b/.test(tag) ? "month-first" : "day-first";
}

const MARKS =
  "[itemprop=datePublished], time[pubdate], time[datetime], .published, .entry-date, .post-date, .article-date, " +
  ".publish-date, .date-published, .posted-on, .byline-date, time";
const ELSEWHERE = /comment|related|sidebar|recent|footer|widget|teaser|recirc|latest|updated|modified/i;
const CHANGED = /updated|modified|reviewed|оновлено|aktualisiert|mis à jour|actualizado/i;

/** A `<time>`, or an element marked as the date of publication, that no footer, list of teasers or comment holds. */
function dateInMarkup(document: DomDocument, order: DigitOrder | undefined): Instant | null {
  for (const element of [...document.querySelectorAll(MARKS)].slice(0, 40)) {
    const printed = oneLine(element.textContent ?? "");
    if (isElsewhere(element) || CHANGED.test(printed)) continue;
    const given = element.getAttribute("datetime") ?? element.getAttribute("content") ?? "";
    const found = datesIn(printed, order)[0];
    const date = parseDate(given, order) ?? (found?.isSure === true ? found.readings[0]! : null);
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
