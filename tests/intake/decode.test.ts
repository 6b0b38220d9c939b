import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/intake/decode.ts";

const ukrainian = "Міст через річку зачинено до п’ятниці, повідомила міська рада. Рух спрямовано в об’їзд.";
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("decoding", () => {
  it("believes a byte order mark before anything else, and takes it off", () => {
    expect(
      decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8("ї")]), {
        contentType: "text/plain; charset=koi8-u",
      }),
    ).toEqual({ text: "ї", charset: "utf-8" });
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("їжак", "utf16le")]))).toEqual({
      text: "їжак",
      charset: "utf-16le",
    });
    expect(decodeText(iconv.encode("їжак", "utf16be", { addBOM: true }))).toEqual({
      text: "їжак",
      charset: "utf-16be",
    });
  });

  it("recognises UTF-16 without a mark", () => {
    expect(decodeText(Buffer.from("<html>Міст зачинено</html>", "utf16le")).text).toContain("Міст");
  });

  it.each(["windows-1251", "koi8-u", "iso-8859-5", "cp866"])("reads %s that the header declares", (charset) => {
    const plain = ukrainian.replaceAll("’", "'").replaceAll("і", "i");
    const { text } = decodeText(iconv.encode(plain, charset), { contentType: `text/plain; charset=${charset}` });
    expect(text).toBe(plain);
  });

  it("reads what the document declares: meta, http-equiv, XML", () => {
    const wrapped = (head: string) => iconv.encode(`${head}${ukrainian}`, "windows-1251");
    for (const head of [
      '<!doctype html><html><head><meta charset="windows-1251"><body>',
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>',
      '<?xml version="1.0" encoding="windows-1251"?><rss>',
    ]) {
      expect(decodeText(wrapped(head)).text).toBe(head + ukrainian);
    }
  });

  it("takes UTF-8 that proves itself whatever is declared", () => {
    for (const contentType of [
      "text/html; charset=iso-8859-1",
      "text/html; charset=windows-1251",
      "text/html; charset=shift_jis",
    ]) {
      expect(decodeText(utf8(ukrainian), { contentType })).toEqual({ text: ukrainian, charset: "utf-8" });
    }
  });

  it("does not believe UTF-8 that is none", () => {
    const bytes = iconv.encode(ukrainian.repeat(4), "windows-1251");
    expect(decodeText(bytes, { contentType: "text/html; charset=utf-8" })).toEqual({
      text: ukrainian.repeat(4),
      charset: "windows-1251",
    });
    const western = iconv.encode("Le café fermé à Genève, déjà désert, était très célèbre.", "windows-1252");
    expect(decodeText(western, { contentType: "text/plain; charset=utf-8" }).text).toContain("café fermé à Genève");
  });

  it("keeps UTF-8 with little damage", () => {
    const damaged = Buffer.concat([utf8(ukrainian.repeat(5)), Buffer.from([0xff]), utf8(ukrainian)]);
    const { text, charset } = decodeText(damaged, { contentType: "text/html; charset=utf-8" });
    expect(charset).toBe("utf-8");
    expect(text.replace("\ufffd", "")).toBe(ukrainian.repeat(6));
    expect(decodeText(utf8(ukrainian).subarray(0, -4)).charset).toBe("utf-8");
  });

  it("goes on when the declared charset does not exist", () => {
    expect(decodeText(utf8("plain words"), { contentType: "text/html; charset=klingon" }).text).toBe("plain words");
    expect(decodeText(utf8("plain words"), { contentType: "text/html; charset=utf-16" }).text).toBe("plain words");
  });

  it("takes out control characters, and keeps words and line ends apart", () => {
    expect(decodeText(utf8("a\0b\u0007c\td\r\ne\u000cf\u001b[0m\ufffe")).text).toBe("abc\td\r\ne\nf[0m");
  });

  it("never throws, and never leaves what XML could not carry", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("", "text/html; charset=utf-8", "text/plain; charset=gbk", "x; charset=utf-7", 'x; charset="'),
        (bytes, contentType) => {
          const { text } = decodeText(bytes, { contentType });
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/);
        },
      ),
    );
  });

  it("gives back any text written in UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|^\ufeff/g, "");
        fc.pre(clean === text && !/\0/.test(text));
        expect(decodeText(utf8(`Слово ${text}`), { contentType: "text/plain; charset=utf-8" }).text).toBe(
          `Слово ${text}`,
        );
      }),
    );
  });
});
