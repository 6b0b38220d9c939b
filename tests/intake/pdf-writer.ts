/** One run of text on a page: its place from the lower left corner and its size, in points. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

export interface PdfOptions {
  /** Entries of the document's information dictionary: `Title`, `Author`, `CreationDate` … */
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Further entries of the trailer, as PDF syntax. */
  readonly trailer?: string;
  /** Objects beside the pages, each as PDF syntax; the first has the number 10. */
  readonly objects?: readonly string[];
  /** Draws on every page before its text: content stream operators. */
  readonly drawing?: string;
  /** Content of every page, as a stream object, in place of what is drawn. */
  readonly contents?: string;
}

/** Writes a PDF 1.7 file (ISO 32000-1) with the given runs of text on pages of 595 by 842 points, for tests. */
export function writePdf(pages: readonly (readonly PrintedText[])[], options: PdfOptions = {}): Uint8Array {
  const objects = new Map<number, string>();
  const firstPage = 100;
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(" ");
  objects.set(
    1,
    `<< /Type /Catalog /Pages 2 0 R ${options.language === undefined ? "" : `/Lang ${string(options.language)}`} >>`,
  );
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.set(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  objects.set(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
  objects.set(
    5,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
  );
  objects.set(
    6,
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 500 >>",
  );
  objects.set(
    7,
    "<< /Type /FontDescriptor /FontName /Plain /Flags 32 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  );
  objects.set(8, stream(TO_UNICODE));
  objects.set(
    9,
    `<< ${Object.entries(options.info ?? {})
      .map(([key, value]) => `/${key} ${string(value)}`)
      .join(" ")} >>`,
  );
  for (const [at, object] of (options.objects ?? []).entries()) objects.set(10 + at, object);
  for (const [at, page] of pages.entries()) {
    objects.set(
      firstPage + at * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + at * 2 + 1} 0 R ` +
        "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /Im 10 0 R >> >> >>",
    );
    objects.set(
      firstPage + at * 2 + 1,
      options.contents ?? stream(`${options.drawing ?? ""}\n${page.map(shown).join("\n")}`),
    );
  }
  return file(objects, options.trailer ?? "");
}

/** Code points of the Basic Multilingual Plane stand for themselves. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

function shown({ text, x, y, size = 10, bold = false }: PrintedText): string {
  const isLatin = Array.from(text).every((character) => character.codePointAt(0)! < 256);
  const font = isLatin ? (bold ? "F2" : "F1") : "F3";
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${isLatin ? string(text) : `<${hex(text)}>`} Tj ET`;
}

function hex(text: string): string {
  return Array.from(text)
    .map((character) => character.codePointAt(0)!.toString(16).padStart(4, "0"))
    .join("");
}

function string(text: string): string {
  return `(${text.replace(/[\\()]/g, String.raw`\$&`)})`;
}

function stream(content: string): string {
  return `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`;
}

function file(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let text = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n`;
  for (let number = 0; number < size; number += 1) {
    const offset = offsets.get(number);
    text += offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  }
  text += `trailer\n<< /Size ${size} /Root 1 0 R /Info 9 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}
