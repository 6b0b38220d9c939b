import { deflateSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createExtractor, type Extractor } from "../../src/intake/isolate.ts";
import { writePdf } from "./pdf-writer.ts";

const open: Extractor[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function extractor(limits: { timeoutMs?: number; memoryMb?: number; workers?: number } = {}): Extractor {
  const made = createExtractor({ timeoutMs: 30_000, memoryMb: 512, workers: 1, ...limits });
  open.push(made);
  return made;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const html = { url: "https://gazette.example/a", contentType: "text/html; charset=utf-8" };
const text = { url: "file:/drop/a.txt", contentType: "", name: "a.txt" };
const page = (body: string) =>
  bytes(`<!doctype html><html lang="en"><title>Bridge closed</title><body>${body}</body></html>`);
const article = page(
  `<article><h1>Bridge closed</h1>${"<p>The bridge over the river is closed until Friday, the council said.</p>".repeat(8)}</article>`,
);

describe("reading in isolation", () => {
  it("reads one document after the other, and several at once", async () => {
    const e = extractor({ workers: 2 });
    const reports = await Promise.all([
      e.extract(article, html),
      e.extract(bytes("Title\n\nText."), text),
      e.extract(article, html),
    ]);
    expect(reports.map((r) => r.title)).toEqual(["Bridge closed", "Title", "Bridge closed"]);
    expect((await e.extract(article, html)).text).toContain("closed until Friday");
  });

  it("passes errors on with code, sentence and advice", async () => {
    const e = extractor();
    await expect(e.extract(bytes("%PDF-1.7 …"), html)).rejects.toMatchObject({
      name: "TocsinError",
      code: "REPORT_UNREADABLE",
      fix: expect.stringContaining(".txt"),
    });
  });

  it("reads a PDF, and the next document", async () => {
    const e = extractor();
    const pdf = writePdf([[{ text: "The bridge is closed until Friday, the council said.", x: 60, y: 700 }]]);
    expect((await e.extract(pdf, html)).text).toBe("The bridge is closed until Friday, the council said.");
    expect((await e.extract(article, html)).text).toContain("closed until Friday");
  });

  it("fails a PDF whose content unpacks to more than the memory it may use, and reads the next", async () => {
    const e = extractor({ memoryMb: 96 });
    const packed = deflateSync(Buffer.alloc(250_000_000, " "), { level: 9 }).toString("latin1");
    const bomb = writePdf([[]], {
      contents: `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
    });
    await expect(e.extract(bomb, html)).rejects.toMatchObject({
      code: "REPORT_TOO_COMPLEX",
      message: expect.stringContaining("memory"),
    });
    expect((await e.extract(bytes("Title\n\nText."), text)).title).toBe("Title");
  });

  it("reads feeds in their own charset", async () => {
    const feed = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>'),
      Buffer.from([0xcd, 0xee, 0xe2, 0xe8, 0xed, 0xe8]),
      Buffer.from("</title><item><title>One</title><link>/one</link></item></channel></rss>"),
    ]);
    expect(await extractor().feed(feed, { url: "https://gazette.example/feed" })).toMatchObject({
      title: "Новини",
      entries: [{ url: "https://gazette.example/one", title: "One" }],
    });
  });

  it("fails a document that takes too long, and reads the next", async () => {
    const e = extractor({ timeoutMs: 2_000 });
    // Warm, so that the limit is about reading alone.
    await e.extract(bytes("Title\n\nText."), text);
    const slow = page(
      `<article>${'<div class="a"><p>Words that make <a href="#">a sentence</a> of some length.</p></div>'.repeat(40_000)}</article>`,
    );
    const [first, second] = await Promise.allSettled([e.extract(slow, html), e.extract(bytes("Title\n\nText."), text)]);
    expect(first).toMatchObject({
      status: "rejected",
      reason: { code: "REPORT_TOO_COMPLEX", message: expect.stringContaining("long") },
    });
    expect(second).toMatchObject({ status: "fulfilled", value: { title: "Title" } });
  });

  it("fails a document that needs too much memory, and reads the next", async () => {
    const e = extractor({ memoryMb: 48 });
    const heavy = page(`<article>${"<p><b>x</b><i>y</i>".repeat(55_000)}</article>`);
    await expect(e.extract(heavy, html)).rejects.toMatchObject({
      code: "REPORT_TOO_COMPLEX",
      message: expect.stringContaining("memory"),
    });
    expect((await e.extract(bytes("Title\n\nText."), text)).title).toBe("Title");
  });

  it("ends what is being read when it is closed", async () => {
    const e = extractor();
    const reading = e.extract(article, html);
    const queued = e.extract(article, html);
    await Promise.all([
      expect(reading).rejects.toMatchObject({ code: "REPORT_UNREADABLE" }),
      expect(queued).rejects.toMatchObject({ code: "REPORT_UNREADABLE" }),
      e.close(),
    ]);
    await expect(e.extract(article, html)).rejects.toMatchObject({ code: "REPORT_UNREADABLE" });
  });
});
