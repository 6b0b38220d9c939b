import { charsetOfBom, looksLikeUtf16 } from "./charset.ts";

export type DocumentKind = "feed" | "html" | "text" | "markdown" | "pdf" | "unsupported";

const HEAD_BYTES = 4096;

/** First bytes of what is surely no text. */
const BINARY_STARTS = [
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "RIFF",
  "PK\x03\x04",
  "\x1f\x8b",
  "BZh",
  "\xfd7zXZ",
  "7z\xbc\xaf",
  "\x7fELF",
  "\xd0\xcf\x11\xe0",
  "OggS",
  "ID3",
  "\x00\x00\x01\x00",
  "wOF",
  "{\\rtf",
] as const;

const PDF_START = "%PDF-";
/** How far into the file a PDF may begin, where it is called one (ISO 32000-1, annex H, note 13). */
const PDF_BYTES = 1024;

/**
 * What the bytes are. The bytes themselves go before the name, the name before the Content-Type: servers err often,
 * people who name files seldom, magic numbers never.
 */
export function kindOf(bytes: Uint8Array, contentType = "", name = ""): DocumentKind {
  const head = headOf(bytes);
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  const isCalledPdf = type === "application/pdf" || /\.pdf$/i.test(name);
  if (head.startsWith(PDF_START) || (isCalledPdf && head.slice(0, PDF_BYTES).includes(PDF_START))) return "pdf";
  if (isBinary(bytes, head)) return "unsupported";
  if (/\.(md|markdown)$/i.test(name)) return "markdown";
  if (/\.(txt|text)$/i.test(name)) return "text";
  if (isFeed(head)) return "feed";
  if (isHtml(head) || /\.(x?html?)$/i.test(name) || type === "text/html" || type === "application/xhtml+xml")
    return "html";
  if (/^\s*<(\?xml|svg|[a-z][\w-]*:[a-z])/i.test(head) || /(^|[/+])(xml|json|javascript|css)$/.test(type))
    return "unsupported";
  if (type === "text/markdown") return "markdown";
  if (/^(image|audio|video|font|model)\/|^application\/(pdf|zip|msword|vnd\.)/.test(type)) return "unsupported";
  return "text";
}

/** The beginning as Latin-1, or as UTF-16 where it is that: enough to see ASCII markup in any charset. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const bom = charsetOfBom(head);
  const charset = bom ?? looksLikeUtf16(head) ?? "latin1";
  if (charset === "latin1") return Buffer.from(head).toString("latin1");
  return new TextDecoder(charset).decode(head);
}

function isBinary(bytes: Uint8Array, head: string): boolean {
  if (BINARY_STARTS.some((start) => head.startsWith(start))) return true;
  if (/^....ftyp/s.test(head)) return true;
  if (charsetOfBom(bytes) !== null) return false;
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > head.length * 0.1;
}

function isFeed(head: string): boolean {
  if (/^\s*\{/.test(head))
    return /"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version/.test(head.replaceAll("\\/", "/"));
  return /^(rss|feed|rdf)$/.test(rootOf(head));
}

/** Name of the first element, without prefix, lower case; comments, declarations and doctypes are passed over. */
function rootOf(head: string): string {
  let at = 0;
  for (;;) {
    const open = head.indexOf("<", at);
    if (open < 0 || head.slice(at, open).trim() !== "") return "";
    const isComment = head.startsWith("<!--", open);
    if (!isComment && head[open + 1] !== "?" && head[open + 1] !== "!") {
      return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(head.slice(open, open + 80))?.[1]?.toLowerCase() ?? "";
    }
    const close = isComment ? "-->" : doctypeEnd(head, open);
    const end = head.indexOf(close, open);
    if (end < 0) return "";
    at = end + close.length;
  }
}

/** A doctype with an internal subset ends at `]>`. */
function doctypeEnd(head: string, open: number): string {
  const subset = head.indexOf("[", open);
  const plain = head.indexOf(">", open);
  return subset >= 0 && subset < plain ? "]>" : ">";
}

function isHtml(head: string): boolean {
  if (/^\s*<!doctype\s+html\b/i.test(head)) return true;
  return HTML_ROOTS.has(rootOf(head)) && !/^\s*<\?xml(?![^>]*\?>\s*<(!doctype\s+)?html)/i.test(head);
}

/** What a page, or a piece of one, begins with. */
const HTML_ROOTS = new Set(
  "html head body title meta link style script main article section div p h1 h2 table ul ol a span center font header nav".split(
    " ",
  ),
);
