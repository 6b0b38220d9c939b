import { TocsinError } from "../model/error.ts";
import type { ExtractedReport } from "../model/report.ts";
import type { Instant } from "../model/time.ts";
import { articleBlocks } from "./article.ts";
import { parseDate } from "./dates.ts";
import { decodeText } from "./decode.ts";
import { checkMarkup, HTML_LIMITS } from "./depth.ts";
import { parseDocument } from "./dom.ts";
import { plainInput } from "./input.ts";
import { detectLanguage, langTag, languageOf } from "./language.ts";
import { readMarkdown } from "./markdown.ts";
import { hostOf, readMetadata } from "./metadata.ts";
import { shortLine } from "./plain.ts";
import { kindOf } from "./sniff.ts";

export interface ExtractHints {
  /** Where the bytes came from: an http(s) address, or `file:` and a path. */
  readonly url: string;
  /** The HTTP header; empty for files. */
  readonly contentType?: string;
  /** Name of the file, for files. */
  readonly name?: string;
  /** When the bytes came in: nothing was published later. */
  readonly retrievedAt?: Instant;
}

/** Longest text that is kept, in UTF-16 units: a book of 400 pages. */
const TEXT_MAX = 1_000_000;
const TITLE_MAX = 300;

/**
 * Captured bytes of a page or a text → report. Pure and synchronous; hostile bytes can make it slow, which is why the
 * application runs it behind isolate.ts. Throws INPUT_TOO_LARGE, REPORT_UNREADABLE, REPORT_UNSUPPORTED,
 * REPORT_TOO_COMPLEX, REPORT_EMPTY. PDFs are read by extract-document.ts.
 */
export function extractReport(packed: Uint8Array, hints: ExtractHints): ExtractedReport {
  const { bytes, name } = plainInput(packed, hints.name);
  if (bytes.length === 0) throw empty();
  switch (kindOf(bytes, hints.contentType, name)) {
    case "html":
      return checkedReport(fromHtml(decodeText(bytes, { ...contentType(hints), isMarkup: true }).text, hints.url));
    case "text":
      return checkedReport(fromText(decodeText(bytes, contentType(hints)).text, hints.url));
    case "markdown":
      return checkedReport(fromMarkdown(decodeText(bytes, contentType(hints)).text, hints.url));
    case "feed":
      throw new TocsinError("REPORT_UNSUPPORTED", "This is a feed, not a report.", { fix: "Add it as a source." });
    case "pdf":
    case "unsupported":
      throw new TocsinError("REPORT_UNSUPPORTED", "This is neither a web page nor plain text.", {
        fix: "Save it as text (.txt), as a web page (.html) or as a PDF and import that.",
      });
  }
}

function contentType(hints: ExtractHints): { readonly contentType?: string } {
  return hints.contentType === undefined ? {} : { contentType: hints.contentType };
}

function fromHtml(html: string, url: string): ExtractedReport {
  checkMarkup(html, HTML_LIMITS, false);
  try {
    return readPage(html, url);
  } catch (error) {
    // What nests or repeats beyond what a call stack holds, in a way that the count above does not see.
    if (!(error instanceof RangeError)) throw error;
    throw new TocsinError("REPORT_TOO_COMPLEX", "The document is too complex to be read.", { cause: error });
  }
}

function readPage(html: string, url: string): ExtractedReport {
  const document = parseDocument(html);
  const { body, ...metadata } = readMetadata(document, url);
  const text = articleBlocks(document, { title: metadata.title, byline: metadata.byline, body }).join("\n\n");
  return { ...metadata, language: languageOf(metadata.language, text), text };
}

/** Of a text file, the first line is the title; its text stays as it is, so that spans point into the file's own. */
function fromText(text: string, url: string): ExtractedReport {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== "") ?? "";
  return {
    title: shortLine(first, TITLE_MAX),
    byline: "",
    publisherName: hostOf(url),
    publishedAt: null,
    language: detectLanguage(text),
    text,
    canonicalUrl: null,
  };
}

function fromMarkdown(source: string, url: string): ExtractedReport {
  const { fields, title, text } = readMarkdown(source);
  const field = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? "";
  return {
    title: shortLine(title, TITLE_MAX),
    byline: shortLine(field("byline", "author"), 200),
    publisherName: shortLine(field("publisher", "source") || hostOf(url), 120),
    publishedAt: parseDate(field("date", "published", "publishedat")),
    language: langTag(field("language", "lang")) ?? detectLanguage(text),
    text,
    canonicalUrl: null,
  };
}

/** The report as it is, where there is text in it and not too much. Throws REPORT_EMPTY, INPUT_TOO_LARGE. */
export function checkedReport(report: ExtractedReport): ExtractedReport {
  if (!/[\p{L}\p{N}]/u.test(report.text)) throw empty();
  if (report.text.length > TEXT_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `The text is longer than ${TEXT_MAX} characters.`, {
      fix: "Import the part that matters as a .txt file.",
      detail: { characters: report.text.length },
    });
  }
  return report;
}

function empty(): TocsinError {
  return new TocsinError("REPORT_EMPTY", "No text was found in the document.", {
    fix: "If the page shows text in a browser, copy it into a .txt file and import that.",
  });
}
