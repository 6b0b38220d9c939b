/** How much of a document is searched for its declaration: four times what HTML asks for (WHATWG HTML §13.2.3.2). */
const DECLARATION_BYTES = 4096;

/** Charset named by a byte order mark, or null. */
export function charsetOfBom(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: text in any script has line ends and spaces whose upper half is 0, always on one side. */
export function looksLikeUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const end = Math.min(bytes.length & ~1, DECLARATION_BYTES);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = end / 2;
  if (pairs < 4) return null;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return "utf-16le";
  if (even > pairs * 0.3 && odd < pairs * 0.02) return "utf-16be";
  return null;
}

/** Charset that the document itself declares at its beginning: XML declaration or HTML meta element; or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES)).toString(
    "latin1",
  );
  const xml = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head);
  const meta = xml ?? /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head);
  const label = meta?.[1]?.toLowerCase() ?? null;
  // A declaration that could be read byte by byte cannot stand in UTF-16 (WHATWG HTML, prescan step 15).
  return label !== null && label.startsWith("utf-16") ? "utf-8" : label;
}

export interface Utf8Check {
  /** Characters of two to four bytes. */
  readonly multibyte: number;
  /** Bytes that are no part of any character. A character cut off by the end does not count. */
  readonly invalid: number;
}

/** Counts well-formed and ill-formed UTF-8 (Unicode 15, table 3-7) in one pass. */
export function checkUtf8(bytes: Uint8Array): Utf8Check {
  let multibyte = 0;
  let invalid = 0;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    let good = 1;
    while (good < length && i + good < bytes.length && isContinuation(lead, good, bytes[i + good]!)) good += 1;
    if (length > 0 && good === length) multibyte += 1;
    else if (length === 0 || i + good < bytes.length) invalid += 1;
    i += good;
  }
  return { multibyte, invalid };
}

function isContinuation(lead: number, position: number, byte: number): boolean {
  if (position === 1) {
    if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
    if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
    if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
    if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  }
  return byte >= 0x80 && byte <= 0xbf;
}
