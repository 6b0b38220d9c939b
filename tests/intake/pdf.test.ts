import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractDocument } from "../../src/intake/extract-document.ts";
import type { ExtractedReport } from "../../src/model/report.ts";
import { isTocsinError } from "../../src/model/error.ts";
import type { Instant } from "../../src/model/time.ts";
import { writePdf, type PdfOptions, type PrintedText } from "./pdf-writer.ts";

const hints = { url: "https://www.gazette.example/report.pdf", contentType: "application/pdf" };
const read = (pages: readonly (readonly PrintedText[])[], options?: PdfOptions): Promise<ExtractedReport> =>
  extractDocument(writePdf(pages, options), hints);

/** Lines one under the other, 12 points apart, from `y` down. */
const set = (lines: readonly string[], x: number, y: number, size = 10): PrintedText[] =>
  lines.map((text, at) => ({ text, x, y: y - at * size * 1.2, size }));

const heading: PrintedText = { text: "Bridge closed until Friday", x: 60, y: 780, size: 20, bold: true };
const left = [
  "The bridge over the river stays closed until Friday,",
  "the city council said on Monday evening. Its engi-",
  "neers had found cracks in two of the piers, which",
  "nobody had seen before the flood came down.",
  "Lorries must take the way through the north instead.",
  "The ferry runs every ten minutes from now on and",
  "takes bicycles, prams and wheelchairs without any",
];
const right = [
  "charge, as the owner announced at the quay today.",
  "It will run until midnight, said the harbour master.",
  "Schools on the east bank open one hour later than",
  "they used to, and buses wait for the ferry there.",
  "Nobody was hurt when the first stones fell off it.",
];

describe("reading PDFs", () => {
  it("takes title, byline, date, language and paragraphs", async () => {
    const report = await read(
      [
        [
          heading,
          { text: "By Anna Vale", x: 60, y: 756 },
          { text: "3 March 2031", x: 60, y: 742 },
          ...set(left.slice(0, 4), 60, 720),
          ...set(left.slice(4, 6), 60, 660),
        ],
      ],
      { info: { Title: "report-final.docx", CreationDate: "D:20310303142000+02'00'" }, language: "en-GB" },
    );
    expect(report).toEqual({
      title: "Bridge closed until Friday",
      byline: "Anna Vale",
      publisherName: "gazette.example",
      publishedAt: "2031-03-03T12:20:00Z",
      language: "en-GB",
      canonicalUrl: null,
      text:
        "3 March 2031\n\n" +
        "The bridge over the river stays closed until Friday, the city council said on Monday evening. Its engineers " +
        "had found cracks in two of the piers, which nobody had seen before the flood came down.\n\n" +
        "Lorries must take the way through the north instead. The ferry runs every ten minutes from now on and",
    });
  });

  it("reads column by column under a title across both, and on into the next page", async () => {
    const { text, title } = await read([
      [heading, ...set(left, 60, 740), ...set(right, 320, 740)],
      [...set(["and the council thanked all who had helped there.", "It meets again on Wednesday."], 60, 780)],
    ]);
    expect(title).toBe("Bridge closed until Friday");
    expect(text).toMatch(/^The bridge over the river/);
    expect(text).toContain("prams and wheelchairs without any charge, as the owner");
    expect(text.indexOf("Nobody was hurt")).toBeLessThan(text.indexOf("and the council thanked"));
  });

  it("reads the rows of a table as rows", async () => {
    const rows = [
      ["District", "Shelters", "Beds"],
      ["North", "3", "120"],
      ["South", "5", "310"],
      ["East bank", "2", "80"],
      ["Harbour", "1", "45"],
    ];
    const { text } = await read([
      rows.flatMap((row, at) => row.map((cell, column) => ({ text: cell, x: 60 + column * 150, y: 700 - at * 14 }))),
    ]);
    expect(text).toContain("South | 5 | 310");
  });

  it("leaves out running titles and page numbers, and no sentence that is said twice", async () => {
    const page = (number: number): PrintedText[] => [
      { text: `The Gazette Report ${number}`, x: 60, y: 815, size: 8 },
      ...set(left.slice(0, 4), 60, 740),
      { text: `Page ${number} of 4`, x: 280, y: 30, size: 8 },
    ];
    const { text } = await read([page(1), page(2), page(3), page(4)]);
    expect(text).not.toMatch(/Gazette|Page/);
    expect(text.match(/Its engineers/g)).toHaveLength(4);
  });

  it("keeps the hyphen of a word that the document has with it elsewhere", async () => {
    const { text } = await read([
      set(
        [
          "The well-known bridge and its long-standing piers are a well-",
          "known sight; so are the pre-",
          "and post-war houses of Saint-",
          "Martin.",
        ],
        60,
        700,
      ),
    ]);
    expect(text).toContain("a well-known sight; so are the pre- and post-war houses of Saint-Martin.");
  });

  it("reads letters of other alphabets, and raised notes in their line", async () => {
    const { text, language } = await read([
      [
        ...set(
          ["Міст через річку залишається зачиненим до п’ятниці, повідомила", "міська рада у понеділок увечері."],
          60,
          700,
        ),
        { text: "1", x: 220, y: 691.5, size: 6 },
      ],
    ]);
    expect(text).toMatch(
      /^Міст через річку залишається зачиненим до п’ятниці, повідомила міська рада у понеділок увечері\.\s?1$/,
    );
    expect(language).toBe("uk");
  });

  it("takes no date that is later than the day it came in, and no login for an author", async () => {
    const pdf = writePdf([set(left, 60, 700)], { info: { CreationDate: "D:20990101", Author: "admin01" } });
    const report = await extractDocument(pdf, { ...hints, retrievedAt: "2031-03-04T00:00:00Z" as Instant });
    expect(report).toMatchObject({ publishedAt: null, byline: "" });
  });

  it("is found behind a few bytes that do not belong, where it is called a PDF", async () => {
    const pdf = Buffer.concat([Buffer.from("\r\n\r\n"), writePdf([set(left, 60, 700)])]);
    expect((await extractDocument(pdf, hints)).text).toContain("The bridge");
  });
});

describe("PDFs that cannot be read end in a clear error", () => {
  const error = (code: string, advice: RegExp) =>
    expect.objectContaining({ name: "TocsinError", code, fix: expect.stringMatching(advice) });

  it("locked with a password", async () => {
    const filled = "00".repeat(32);
    const locked = writePdf([set(left, 60, 700)], {
      trailer: `/Encrypt 10 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>]`,
      objects: [`<< /Filter /Standard /V 1 /R 2 /O <${filled}> /U <${filled}> /P -44 >>`],
    });
    await expect(extractDocument(locked, hints)).rejects.toEqual(error("REPORT_ENCRYPTED", /without one/));
  });

  it("only pictures of text", async () => {
    const image =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";
    const scanned = writePdf([[], []], { objects: [image], drawing: "q 595 0 0 842 0 0 cm /Im Do Q" });
    await expect(extractDocument(scanned, hints)).rejects.toEqual(error("REPORT_NO_TEXT", /recognition/));
  });

  it("broken", async () => {
    await expect(extractDocument(Buffer.from("%PDF-1.7\n%âãÏÓ"), hints)).rejects.toEqual(
      error("REPORT_UNREADABLE", /once more/),
    );
  });

  it("far too many pages", async () => {
    const many = writePdf(Array.from({ length: 1_001 }, () => []));
    await expect(extractDocument(many, hints)).rejects.toEqual(error("INPUT_TOO_LARGE", /pages that matter/));
  });

  it("larger than what is read at all", async () => {
    await expect(extractDocument(new Uint8Array(8_000_001), hints)).rejects.toMatchObject({ code: "INPUT_TOO_LARGE" });
  });
});

describe("damaged PDFs", () => {
  const whole = writePdf([[heading, ...set(left, 60, 740)], set(right, 60, 740)]);

  it("are read where their table of objects is wrong", async () => {
    const text = Buffer.from(whole)
      .toString("latin1")
      .replace(/startxref\n\d+/, "startxref\n77");
    expect((await extractDocument(Buffer.from(text, "latin1"), hints)).text).toContain("stays closed");
  });

  it("end in a clear error when their end is missing", async () => {
    await expect(extractDocument(whole.subarray(0, whole.length - 400), hints)).rejects.toMatchObject({
      code: "REPORT_UNREADABLE",
      fix: expect.stringContaining(".txt"),
    });
  });

  it("give a report or an error of ours, whatever was changed in them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 10, max: whole.length }),
        async (changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, value] of changes) if (at < length && at > 4) bytes[at] = value;
          try {
            expect((await extractDocument(bytes, hints)).text.length).toBeGreaterThan(0);
          } catch (error) {
            expect(isTocsinError(error)).toBe(true);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
