import { TocsinError } from "../../model/error.ts";
import type { ExtractedReport } from "../../model/report.ts";
import type { Instant } from "../../model/time.ts";
import { cleanByline, printedByline } from "../byline.ts";
import { parseDate } from "../dates.ts";
import { withoutHead } from "../head.ts";
import { langTag, languageOf } from "../language.ts";
import { hostOf } from "../metadata.ts";
import type { PrintedLine } from "../near-heading.ts";
import { shortLine } from "../plain.ts";
import { printedDate } from "../printed-date.ts";
import { linesInOrder } from "./columns.ts";
import { readPdfContent, type PdfContent } from "./content.ts";
import { withoutFurniture } from "./furniture.ts";
import { paragraphsOf, type Paragraph } from "./paragraphs.ts";
import { segmentsOf } from "./segments.ts";
import { titleOfPdf } from "./title.ts";

const TITLE_MAX = 300;
/** Fewer letters than this in all, and the pages are pictures. */
const LETTERS_MIN = 3;
/** Share of characters that no font explains; above, what was read is no text. */
const UNKNOWN_MAX = 0.3;
/** Paragraphs of the first page that are looked through for date and byline. */
const HEAD = 20;
const LINE_MAX = 160;

/**
 * The report that a PDF holds: its paragraphs in the order in which they are read, without running titles and page
 * numbers. Throws REPORT_ENCRYPTED, REPORT_NO_TEXT, REPORT_UNREADABLE, REPORT_TOO_COMPLEX, INPUT_TOO_LARGE.
 */
export async function readPdf(bytes: Uint8Array, url: string): Promise<ExtractedReport> {
  const content = await readPdfContent(bytes);
  const pages = withoutFurniture(content.pages.map((page) => ({ ...page, segments: segmentsOf(page) })));
  const paragraphs = paragraphsOf(pages.flatMap(({ segments }, number) => linesInOrder(segments, number)));
  const all = paragraphs.map(({ text }) => text).join("\n\n");
  checkText(all);
  const { title, isPrinted } = titleOfPdf(paragraphs, content.title);
  const lines = headLines(paragraphs, isPrinted);
  const byline = shortLine(printedByline(lines) || authorOf(content), 200);
  const body = paragraphs.filter((one) => isPrinted?.has(one) !== true).map((one) => one.text);
  const text = withoutHead(body, { title: "", byline }).join("\n\n") || all;
  return {
    title: shortLine(title, TITLE_MAX),
    byline,
    publisherName: shortLine(hostOf(url), 120),
    publishedAt: dateOf(lines, content),
    language: languageOf(langTag(content.language), text),
    text,
    canonicalUrl: null,
  };
}

function checkText(text: string): void {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < LETTERS_MIN) {
    throw new TocsinError("REPORT_NO_TEXT", "This PDF holds only pictures of text.", {
      fix: "Run text recognition (OCR) on it and import what comes out; or type the passages that matter into a .txt file.",
    });
  }
  const unknown = text.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0;
  if (unknown > letters * UNKNOWN_MAX) {
    throw new TocsinError("REPORT_NO_TEXT", "This PDF does not say which letters its signs are.", {
      fix: "Run text recognition (OCR) on it and import what comes out; or type the passages that matter into a .txt file.",
    });
  }
}

/** The short lines of the first page, as of a page of the web. */
function headLines(paragraphs: readonly Paragraph[], title: ReadonlySet<Paragraph> | undefined): PrintedLine[] {
  const head = paragraphs.filter(({ page }) => page === 0).slice(0, HEAD);
  const at = Math.max(
    0,
    head.findIndex((one) => title?.has(one)),
  );
  return head
    .map(({ text }, index) => ({ text, label: labelOf(head[index - 1]?.text ?? ""), distance: index - at }))
    .filter(({ text }) => text.length <= LINE_MAX);
}

function labelOf(text: string): string {
  return text.length <= 40 && !/\d/.test(text) ? text : "";
}

function dateOf(lines: readonly PrintedLine[], { created, changed }: PdfContent): Instant | null {
  const made = pdfDate(created) ?? pdfDate(changed);
  return printedDate(lines, made) ?? made;
}

/** ISO 32000-1 §7.9.4: `D:20310303122000+02'00'`, from the month on all optional. */
function pdfDate(text: string): Instant | null {
  const found = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(text.trim());
  if (found === null) return null;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", zone = "Z", zoneMinutes = "00"] =
    found;
  const offset = zone === "Z" ? "Z" : `${zone}:${zoneMinutes}`;
  return parseDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
}

/** Programs write who was logged in: only what looks like a person's name is taken. */
function authorOf({ author }: PdfContent): string {
  const name = cleanByline(author);
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){0,2} \p{Lu}[\p{L}'’-]+(?:[,;] .*)?$/u.test(name) ? name : "";
}
