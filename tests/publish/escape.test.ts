import fc from "fast-check";
import { expect, test } from "vitest";
import { foldHistory } from "../../src/model/history.ts";
import type { Entry } from "../../src/model/entry.ts";
import { renderSite } from "../../src/publish/site.ts";
import { sampleAsOf, sampleEntries } from "./fixture.ts";
import { documentOf } from "./pages.ts";

const hostile = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<!--<script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "</title><svg onload=alert(1)>",
  "]]><x/>",
  "{age}",
  "&lt;",
  "\u2028\u0000\u0007\ud800",
  'https://x.example/"onclick="a',
];
const steady =
  /^(id|kind|time|role|timeZone|baseUrl|languages|section|credibility|reliability|asOf|nextUpdate|outcome|publisher|sha256|publishedAt|retrievedAt|askedAt|answeredAt|stance|mode|qualifier|statement|replyRequests)$/;

/** The same entries with foreign text in every place where text may stand. */
function poison(value: unknown, pick: () => string, name = ""): unknown {
  if (steady.test(name)) return value;
  if (typeof value === "string") return pick();
  if (Array.isArray(value)) return value.map((one) => poison(one, pick));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one, pick, key)]));
  }
  return value;
}

test("nothing in the record can become markup, script or a dangerous link", () => {
  const entries = sampleEntries({ editions: 2, statementsPerEdition: 8, correctEvery: 1, languages: ["en"] });
  const text = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string(),
    fc.tuple(fc.string(), fc.constantFrom(...hostile)).map((both) => both.join("")),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 30, maxLength: 60 }), (texts) => {
      let turn = 0;
      const poisoned = entries.map(
        (entry) => ({ ...entry, payload: poison(entry.payload, () => texts[turn++ % texts.length] ?? "") }) as Entry,
      );
      const site = renderSite(foldHistory(poisoned), { at: sampleAsOf(3), renderer: "test" });
      for (const [path, bytes] of site) {
        if (path.endsWith(".json")) JSON.parse(new TextDecoder().decode(bytes));
        if (!path.endsWith(".html")) continue;
        const page = documentOf(bytes);
        const scripts = [...page.querySelectorAll("script")];
        expect(
          scripts.filter(
            (one) =>
              !/^\/assets\/(age|live|push)\.[0-9a-f]{10}\.js$/.test(one.getAttribute("src") ?? "") &&
              one.getAttribute("type") !== "application/ld+json",
          ),
        ).toEqual([]);
        for (const one of scripts.filter((script) => !script.hasAttribute("src"))) JSON.parse(one.textContent ?? "");
        expect(
          page.querySelectorAll("img, iframe, object, embed, form:not([action='/subscribe']), style, x, svg:not(.plot)")
            .length,
        ).toBe(0);
        for (const element of page.querySelectorAll("*")) {
          for (const { name, value } of element.attributes) {
            if (/^on|^style$|^srcdoc$/i.test(name)) throw new Error(`${path}: ${name}`);
            if (name === "href" && !/^(https?:\/\/|mailto:|\/|#)/i.test(value)) throw new Error(`${path}: ${value}`);
          }
        }
      }
    }),
    { numRuns: 15 },
  );
});
