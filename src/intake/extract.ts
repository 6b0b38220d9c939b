import { gunzipSync } from "node:zlib";
import { TocsinError } from "../model/error.ts";
import type { ExtractedReport } from "../model/report.ts";
import { articleBlocks } from "./article.ts";
import { parseDate } from "./dates.ts";
import { decodeText } from "./decode.ts";
import { checkMarkup, HTML_LIMITS } from "./depth.ts";
import { parseDocument } from "./dom.ts";
import { detectLanguage, langTag } from "./language.ts";
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
}

/** More bytes than this are no article. */
export const REPORT_BYTES_MAX = 8_000_000;
/** Longest text that is kept, in UTF-16 units: a book of 400 pages. */
const TEXT_MAX = 1_000_000;
const TITLE_MAX = 300;

/**
 * Captured bytes → report. Pure and synchronous; hostile bytes can make it slow, which is why the application runs it
 * behind isolate.ts. Throws INPUT_TOO_LARGE, REPORT_UNREADABLE, REPORT_UNSUPPORTED, REPORT_TOO_COMPLEX, REPORT_EMPTY.
 */
export function extractReport(bytes: Uint8Array, hints: ExtractHints): ExtractedReport {
  if (bytes.length > REPORT_BYTES_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `The document is larger than ${REPORT_BYTES_MAX} bytes.`, {
      detail: { bytes: bytes.length },
    });
  }
  if (bytes.length === 0) throw empty();
  if (/\.gz$/i.test(hints.name ?? ""))
    return extractReport(unpacked(bytes), { ...hints, name: hints.name!.slice(0, -3) });
  const kind = kindOf(bytes, hints.contentType, hints.name);
  switch (kind) {
    case "html":
      return checked(fromHtml(decodeText(bytes, { ...contentType(hints), isMarkup: true }).text, hints.url));
    case "text":
      return checked(fromText(decodeText(bytes, contentType(hints)).text, hints.url));
    case "markdown":
      return checked(fromMarkdown(decodeText(bytes, contentType(hints)).text, hints.url));
    case "feed":
      throw new TocsinError("REPORT_UNSUPPORTED", "This is a feed, not a report.", { fix: "Add it as a source." });
    case "unsupported":
      throw new TocsinError("REPORT_UNSUPPORTED", "This is neither a web page nor plain text.", {
        fix: "Save it as text (.txt) or as a web page (.html) and import that.",
      });
  }
}

/** A file that was stored packed. What it unpacks to has the same limit. */
function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: REPORT_BYTES_MAX });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new TocsinError("INPUT_TOO_LARGE", `The document unpacks to more than ${REPORT_BYTES_MAX} bytes.`, {
        cause,
      });
    }
    throw new TocsinError("REPORT_UNREADABLE", "The packed file is damaged.", { cause });
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
  return { ...metadata, language: metadata.language ?? detectLanguage(text), text };
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

function checked(report: ExtractedReport): ExtractedReport {
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
