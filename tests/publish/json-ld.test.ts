import { expect, test } from "vitest";
import { renderSite } from "../../src/publish/site.ts";
import { sampleAsOf, sampleHistory } from "./fixture.ts";
import { documentOf } from "./pages.ts";

const site = renderSite(sampleHistory({ editions: 16, statementsPerEdition: 14 }), {
  at: sampleAsOf(16),
  renderer: "test",
});

function jsonLd(path: string): unknown {
  const block = documentOf(site.get(path)).querySelector('script[type="application/ld+json"]');
  return block === null ? null : JSON.parse(block.textContent ?? "");
}

test("an edition is a NewsArticle that lists its corrections", () => {
  expect(jsonLd("en/editions/5/index.html")).toMatchObject({
    "@type": "NewsArticle",
    headline: "Edition 5",
    datePublished: "2031-03-07T12:00:00Z",
    dateModified: "2031-03-07T12:20:00Z",
    correction: [
      {
        "@type": "CorrectionComment",
        datePublished: "2031-03-07T12:20:00Z",
        url: "https://flood.example/en/corrections/#k1",
      },
    ],
  });
});

test("what is known and evidenced is a ClaimReview; what is not known is none", () => {
  expect(jsonLd("en/statements/s1/index.html")).toMatchObject({
    "@type": "ClaimReview",
    reviewRating: { ratingValue: 5, bestRating: 5, alternateName: "Confirmed" },
  });
  expect(jsonLd("en/statements/s4/index.html")).toBeNull();
});

test("the API gives an edition with its statements, grades and corrections", () => {
  const edition = JSON.parse(new TextDecoder().decode(site.get("api/v1/editions/5.json")));
  expect(edition).toMatchObject({ number: 5, url: { uk: "https://flood.example/uk/editions/5/" } });
  const statement = edition.statements.find(({ id }: { id: string }) => id === "s52");
  expect(statement).toMatchObject({
    version: 1,
    grade: "B2",
    independentOrigins: 2,
    corrections: [{ id: "k1", kind: "correction", right: { version: 2 } }],
  });
  expect(site.get("api/v1/latest.json")).toEqual(site.get("api/v1/editions/16.json"));
});
