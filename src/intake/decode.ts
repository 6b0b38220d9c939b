import { detect } from "chardet";
import iconv from "iconv-lite";
import { charsetOfBom, checkUtf8, declaredCharset, looksLikeUtf16 } from "./charset.ts";
import { charsetOf } from "./fetch.ts";
import { withoutControls } from "./plain.ts";

export interface DecodeHints {
  /** Content-Type header as it came. */
  readonly contentType?: string;
  /** Markup may declare its charset itself, plain text never does. Left out: markup is what begins with `<`. */
  readonly isMarkup?: boolean;
}

export interface DecodedText {
  /** Without byte order mark, NUL and other control characters; line ends as they were. */
  readonly text: string;
  /** Name of the charset that it was read in, lower case. */
  readonly charset: string;
}

/** So many multi-byte characters in well-formed UTF-8 do not come about by chance in another charset. */
const UTF8_PROOF = 4;
/** How many bytes the charset detector looks at. */
const DETECTOR_BYTES = 65_536;

/** Bytes → text. Never throws: what a charset cannot explain becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, hints: DecodeHints = {}): DecodedText {
  const charset = chooseCharset(bytes, hints);
  const text = decodeAs(bytes, charset) ?? decodeAs(bytes, "utf-8")!;
  return { text: withoutControls(text), charset };
}

/**
 * In this order: byte order mark; UTF-8 that proves itself, whatever is declared; the HTTP header; the document's own
 * declaration; valid UTF-8; UTF-8 with little damage, where declared; the detector; windows-1252, which explains all.
 */
function chooseCharset(bytes: Uint8Array, hints: DecodeHints): string {
  const bom = charsetOfBom(bytes);
  if (bom !== null) return bom;
  const utf16 = looksLikeUtf16(bytes);
  if (utf16 !== null) return utf16;
  const utf8 = checkUtf8(bytes);
  if (utf8.invalid === 0 && utf8.multibyte >= UTF8_PROOF) return "utf-8";
  const declared = [
    charsetOf(hints.contentType ?? ""),
    (hints.isMarkup ?? beginsAsMarkup(bytes)) ? declaredCharset(bytes) : null,
  ]
    .filter((label) => label !== null)
    .map(normalLabel);
  const fitting = declared.find((label) => explains(bytes, label, utf8.invalid === 0));
  if (fitting !== undefined) return fitting;
  if (utf8.invalid === 0) return "utf-8";
  if (utf8.multibyte > utf8.invalid * 10) return "utf-8";
  const detected = normalLabel(detect(bytes.subarray(0, DETECTOR_BYTES)) ?? "");
  return detected !== "utf-8" && decodeAs(bytes.subarray(0, 16), detected) !== null ? detected : "windows-1252";
}

function beginsAsMarkup(bytes: Uint8Array): boolean {
  return /^\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString("latin1"));
}

/** Does the text read without replacement characters in this charset? */
function explains(bytes: Uint8Array, label: string, isUtf8: boolean): boolean {
  if (label === "utf-8") return isUtf8;
  // Bytes in UTF-16 would have been seen before: a label of that kind is wrong.
  if (label.startsWith("utf-16") || label.startsWith("utf-32")) return false;
  const sample = decodeAs(bytes, label);
  if (sample === null) return false;
  // A few bad characters (a truncated end, a stray byte) do not make the label wrong.
  const bad = sample.split("\ufffd").length - 1;
  return bad * 200 <= sample.length;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    if (!iconv.encodingExists(label)) return null;
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), label);
  }
}

/** The WHATWG name where there is one: `UTF8` → `utf-8`, `iso-8859-1` → `windows-1252`. */
function normalLabel(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return label.trim().toLowerCase();
  }
}
