import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../src/intake/url.ts";

describe("one form for the address of one page", () => {
  it.each([
    ["HTTPS://Gazette.Example:443/A?b=1&utm_source=x&a=2#part", "https://gazette.example/A?b=1&a=2"],
    ["http://gazette.example:80?fbclid=1", "http://gazette.example/"],
    ["https://gazette.example/a?q=%D0%B0+b&gclid=&x", "https://gazette.example/a?q=%D0%B0+b&x"],
    ["https://gazette.example/a/?utm_medium=m&utm_campaign=c", "https://gazette.example/a/"],
    ["https://me:word@gazette.example/a", "https://gazette.example/a"],
    ["file:/drop/a.txt", "file:/drop/a.txt"],
    ["no address", "no address"],
  ])("%s", (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it.each([
    [
      "the page's own, on the same site",
      "https://www.gazette.example/a?page=1",
      "https://gazette.example/a",
      "https://gazette.example/a",
    ],
    ["relative", "https://gazette.example/amp/a", "/a", "https://gazette.example/a"],
    [
      "also from the mobile site",
      "https://m.gazette.example/a",
      "https://www.gazette.example/a",
      "https://www.gazette.example/a",
    ],
    ["not from another site", "https://gazette.example/a", "https://courier.example/a", "https://gazette.example/a"],
    ["not the front page", "https://gazette.example/a", "https://gazette.example/", "https://gazette.example/a"],
    ["not another scheme", "https://gazette.example/a", "javascript:alert(1)", "https://gazette.example/a"],
    ["not nonsense", "https://gazette.example/a", "http://[", "https://gazette.example/a"],
  ])("prefers what the page names: %s", (_what, url, own, expected) => {
    expect(canonicalUrl(url, own)).toBe(expected);
  });

  it("stays as it is when taken again", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      }),
    );
  });
});
