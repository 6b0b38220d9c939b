import { expect, test } from "vitest";
import { renderSite } from "../../src/publish/site.ts";
import { sampleAsOf, sampleHistory } from "./fixture.ts";
import { documentOf } from "./pages.ts";

const written = ["record/checkpoint", "record/site.json", "record/verifier-key"];

test.each(["https://flood.example", "https://city.example/flood"])(
  "%s: every link within the site leads somewhere",
  (baseUrl) => {
    const history = sampleHistory({
      editions: 6,
      statementsPerEdition: 14,
      languages: ["en", "uk", "ar"],
      correctEvery: 2,
      baseUrl,
    });
    const site = renderSite(history, { at: sampleAsOf(6), renderer: "test" });
    const root = new URL(baseUrl).pathname.replace(/\/$/, "");
    const pages = new Map(
      [...site].filter(([path]) => path.endsWith(".html")).map(([path, bytes]) => [path, documentOf(bytes)]),
    );
    const ids = new Map(
      [...pages].map(([path, page]) => [path, new Set([...page.querySelectorAll("[id]")].map(({ id }) => id))]),
    );
    const broken: string[] = [];
    for (const [path, page] of pages) {
      for (const element of page.querySelectorAll("[href], [src]")) {
        const target = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
        if (/^(https?:|mailto:)/.test(target) && !target.startsWith(`${baseUrl}/`)) continue;
        const [address = "", id] = target.replace(baseUrl, root).split("#");
        if (address !== "" && !address.startsWith(`${root}/`)) broken.push(`${path} ${target}`);
        const file = address === "" ? path : address.slice(root.length + 1).replace(/(^|\/)$/, "$1index.html");
        const known = site.has(file) || written.includes(file);
        if (!known || (id !== undefined && !ids.get(file)?.has(id))) broken.push(`${path} ${target}`);
      }
    }
    expect(broken).toEqual([]);
  },
);

test("pages in several languages name each other, and ids are used once", () => {
  const site = renderSite(sampleHistory({ editions: 3, statementsPerEdition: 14 }), {
    at: sampleAsOf(3),
    renderer: "test",
  });
  for (const [path, bytes] of site) {
    if (!path.endsWith(".html")) continue;
    const page = documentOf(bytes);
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect([path, ids.length]).toEqual([path, new Set(ids).size]);
    expect([...page.querySelectorAll("link[hreflang]")].map((link) => link.getAttribute("hreflang"))).toEqual([
      "en",
      "uk",
    ]);
  }
});
