import { TocsinError } from "../../model/error.ts";

/** A piece of text as a PDF sets it, upright: place in points from the upper left corner of its page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the type, in points. */
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

/** What a PDF holds for reading. Fields are as written, empty when there are none; dates as `D:20310303122000+02'00'`. */
export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly title: string;
  readonly author: string;
  readonly created: string;
  readonly changed: string;
  readonly language: string;
}

/** More pages than this are a book. */
const PAGES_MAX = 1_000;
/** Runs of text in all; a densely set page has 2,000. */
const RUNS_MAX = 1_000_000;

/**
 * Reads the text of a PDF with PDF.js: no script of the document runs, no font is drawn, nothing is fetched. Pages that
 * are damaged are passed over. Throws REPORT_ENCRYPTED, REPORT_UNREADABLE, REPORT_TOO_COMPLEX, INPUT_TOO_LARGE.
 */
export async function readPdfContent(bytes: Uint8Array): Promise<PdfContent> {
  const pdfJs = (await import("unpdf/pdfjs")) as unknown as PdfJs;
  const task = pdfJs.getDocument({
    // A copy: PDF.js takes the buffer away from whoever gave it.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    return await contentOf(await task.promise);
  } catch (error) {
    throw error instanceof TocsinError ? error : unreadable(error);
  } finally {
    await task.destroy();
  }
}

async function contentOf(document: PdfJsDocument): Promise<PdfContent> {
  if (document.numPages > PAGES_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `The PDF has more than ${PAGES_MAX} pages.`, {
      fix: "Save the pages that matter as a PDF of their own and import that.",
      detail: { pages: document.numPages },
    });
  }
  const fields = await fieldsOf(document);
  const pages: PdfPage[] = [];
  let runs = 0;
  let failure: unknown;
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one page at a time bounds the memory
      const page = await pageOf(document, number);
      runs += page.runs.length;
      pages.push(page);
    } catch (error) {
      failure = error;
    }
    if (runs > RUNS_MAX) {
      throw new TocsinError("REPORT_TOO_COMPLEX", `The PDF has more than ${RUNS_MAX} pieces of text.`, {
        fix: "Save the pages that matter as a PDF of their own and import that.",
      });
    }
  }
  if (pages.length === 0) throw unreadable(failure);
  return { pages, ...fields };
}

async function fieldsOf(document: PdfJsDocument): Promise<Omit<PdfContent, "pages">> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} as Readonly<Record<string, unknown>> }));
  const field = (name: string) => (typeof info[name] === "string" ? info[name] : "");
  return {
    title: field("Title"),
    author: field("Author"),
    created: field("CreationDate"),
    changed: field("ModDate"),
    language: field("Language"),
  };
}

/** A quarter of a turn, by which the text of a page may be set. */
type Quarter = 0 | 1 | 2 | 3;

async function pageOf(document: PdfJsDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { transform: view, width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  const placed = items.flatMap((item) => placedRun(item, view));
  const characters = [0, 0, 0, 0];
  for (const { quarter, run } of placed) characters[quarter]! += run.text.length;
  const main = characters.indexOf(Math.max(...characters)) as Quarter;
  const isTurned = main % 2 === 1;
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    // What stands across the main direction is a watermark or a note in the margin.
    runs: placed.filter(({ quarter }) => quarter === main).map(({ run }) => turned(run, main, width, height)),
  };
}

function placedRun(
  { str, width, transform, fontName, dir }: PdfJsItem,
  view: Matrix,
): { readonly quarter: Quarter; readonly run: PdfRun }[] {
  if (str === undefined || transform === undefined || str === "") return [];
  const [a, b, c, d, x, y] = product(view, transform);
  const size = Math.hypot(c, d);
  const angle = Math.atan2(b, a) / (Math.PI / 2);
  const quarter = ((Math.round(angle) + 4) % 4) as Quarter;
  if (!(size > 0) || ![x, y, width].every(Number.isFinite) || Math.abs(angle - Math.round(angle)) > 0.1) return [];
  return [
    {
      quarter,
      run: { text: str, x, y, width: width ?? 0, size, font: fontName ?? "", isRightToLeft: dir === "rtl" },
    },
  ];
}

/** The run on a page that is turned so that its text is upright. */
function turned(run: PdfRun, quarter: Quarter, width: number, height: number): PdfRun {
  const { x, y } = run;
  if (quarter === 1) return { ...run, x: y, y: width - x };
  if (quarter === 2) return { ...run, x: width - x, y: height - y };
  if (quarter === 3) return { ...run, x: height - y, y: x };
  return run;
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function unreadable(cause: unknown): TocsinError {
  if ((cause as Error | undefined)?.name === "PasswordException") {
    return new TocsinError("REPORT_ENCRYPTED", "The PDF is locked with a password.", {
      fix: "Open it with the password, save it without one, and import that; or copy its text into a .txt file.",
      cause,
    });
  }
  return new TocsinError("REPORT_UNREADABLE", "The PDF is damaged.", {
    fix: "Get it once more from where it came; or open it in a PDF reader, copy its text into a .txt file and import that.",
    cause,
  });
}

/** The little of PDF.js that we use; its own types need the browser's library. */
type Matrix = readonly [number, number, number, number, number, number];

interface PdfJs {
  getDocument(options: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<PdfJsDocument>;
    destroy(): Promise<void>;
  };
}

interface PdfJsDocument {
  readonly numPages: number;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  getPage(number: number): Promise<{
    getViewport(options: { readonly scale: number }): {
      readonly transform: Matrix;
      readonly width: number;
      readonly height: number;
    };
    getTextContent(): Promise<{ readonly items: readonly PdfJsItem[] }>;
    cleanup(): void;
  }>;
}

/** A run of text; marks without any have none of these. */
interface PdfJsItem {
  readonly str?: string;
  readonly dir?: string;
  readonly width?: number;
  readonly transform?: Matrix;
  readonly fontName?: string;
}
