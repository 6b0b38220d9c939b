import { describe, expect, it } from "vitest";
import { kindOf } from "../../src/intake/sniff.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("telling what bytes are", () => {
  it.each([
    ["<!DOCTYPE html><p>x", "", "", "html"],
    ["  <!-- a --><!-- b --><html>", "text/plain", "", "html"],
    ["<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html>", "", "", "html"],
    ["<p>A piece of a page", "", "", "html"],
    ["words", "text/html; charset=utf-8", "", "html"],
    ["words", "", "saved.HTM", "html"],
    ["<?xml version='1.0'?><!-- made by --><rss version='2.0'>", "text/html", "", "feed"],
    ["<feed xmlns='http://www.w3.org/2005/Atom'>", "application/octet-stream", "", "feed"],
    ["<rdf:RDF xmlns:rdf='x'>", "", "", "feed"],
    ["<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "", "", "feed"],
    ['{ "version": "https://jsonfeed.org/version/1.1" }', "application/json", "", "feed"],
    ['{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "", "", "feed"],
    ["Words, and <b>more</b>.", "", "", "text"],
    ["<html> as a word in a text", "", "note.txt", "text"],
    ["Words", "text/plain", "", "text"],
    ["# Title", "", "note.md", "markdown"],
    ["# Title", "text/markdown; charset=utf-8", "", "markdown"],
    ["%PDF-1.7", "text/html", "", "pdf"],
    ["\r\n%PDF-1.7", "application/pdf", "", "pdf"],
    ["\r\n%PDF-1.7", "", "a.pdf", "pdf"],
    ["About %PDF-1.7", "text/plain", "", "text"],
    ["words", "application/pdf", "", "unsupported"],
    ["GIF89a", "text/html", "a.txt", "unsupported"],
    ["PK\u0003\u0004", "", "", "unsupported"],
    ["\0\0\0\u0018ftypmp42", "", "", "unsupported"],
    ['{"a":1}', "application/json", "", "unsupported"],
    ["<?xml version='1.0'?><urlset>", "application/xml", "", "unsupported"],
    ["<svg xmlns='x'>", "image/svg+xml", "", "unsupported"],
    ["words", "image/png", "", "unsupported"],
    ["", "", "", "text"],
  ])("%j (%s, %s) is %s", (text, contentType, name, kind) => {
    expect(kindOf(bytes(text), contentType, name)).toBe(kind);
  });

  it("takes noise for binary, UTF-16 for text", () => {
    expect(kindOf(Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 32))).toBe("unsupported");
    expect(kindOf(Buffer.from("\ufeff<!doctype html><p>x", "utf16le"))).toBe("html");
    expect(kindOf(Buffer.from("Plain words in two bytes each", "utf16le"))).toBe("text");
  });

  it("is not kept busy by what it looks at", () => {
    expect(kindOf(bytes("<!---->".repeat(600)))).toBe("text");
    expect(kindOf(bytes("<!".repeat(3000)))).toBe("text");
  });
});
