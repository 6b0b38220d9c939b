import { expect, test } from "vitest";
import type { StatementId } from "../../src/model/id.ts";
import { absolute, href, paths, rootOf } from "../../src/publish/paths.ts";

test("public addresses never change: others link to them", () => {
  const id = "s14" as StatementId;
  const all = Object.entries(paths).map(([name, build]) => {
    const path = (build as (...args: unknown[]) => string)(
      ...(name === "apiEdition"
        ? [12]
        : name === "apiStatement"
          ? [id]
          : name === "asset"
            ? ["site.css"]
            : ["en", name === "edition" ? 12 : id]),
    );
    return `${name} ${path} ${href("", path)}`;
  });
  expect(all.join("\n")).toMatchInlineSnapshot(`
    "home index.html /
    latest en/index.html /en/
    editions en/editions/index.html /en/editions/
    edition en/editions/12/index.html /en/editions/12/
    statement en/statements/s14/index.html /en/statements/s14/
    corrections en/corrections/index.html /en/corrections/
    publishers en/publishers/index.html /en/publishers/
    about en/about/index.html /en/about/
    method en/method/index.html /en/method/
    record en/record/index.html /en/record/
    notices en/notices/index.html /en/notices/
    subscribe en/subscribe/index.html /en/subscribe/
    replies en/replies/index.html /en/replies/
    rss en/feed.rss /en/feed.rss
    atom en/feed.atom /en/feed.atom
    jsonFeed en/feed.json /en/feed.json
    apiIndex api/v1/index.json /api/v1/index.json
    apiLatest api/v1/latest.json /api/v1/latest.json
    apiCorrections api/v1/corrections.json /api/v1/corrections.json
    apiNotices api/v1/notices.json /api/v1/notices.json
    apiPublishers api/v1/publishers.json /api/v1/publishers.json
    apiEdition api/v1/editions/12.json /api/v1/editions/12.json
    apiStatement api/v1/statements/s14.json /api/v1/statements/s14.json
    asset assets/site.css /assets/site.css
    icon assets/icon.svg /assets/icon.svg
    worker sw.js /sw.js
    notFound 404.html /404.html
    robots robots.txt /robots.txt
    sitemap sitemap.xml /sitemap.xml
    securityTxt .well-known/security.txt /.well-known/security.txt
    checkpoint record/checkpoint /record/checkpoint
    manifest record/site.json /record/site.json
    verifierKey record/verifier-key /record/verifier-key"
  `);
});

test("a base address may have a path of its own", () => {
  expect(rootOf("https://city.example/flood/")).toBe("/flood");
  expect(rootOf("https://flood.example")).toBe("");
  expect(href("/flood", paths.edition("en", 3))).toBe("/flood/en/editions/3/");
  expect(absolute("https://city.example/flood/", paths.latest("en"))).toBe("https://city.example/flood/en/");
});

test.each(["..", "a/b", "", ".hidden", "en\u0000", "%2e"])("%j cannot leave the site's folder", (lang) => {
  expect(() => paths.latest(lang)).toThrow(expect.objectContaining({ code: "ENTRY_INVALID" }));
});
