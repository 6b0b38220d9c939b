import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/evidence/evidence-of.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-of.ts";
import type { PublisherId, ReportId } from "../../src/model/id.ts";
import type { Report } from "../../src/model/report.ts";
import { sha256 } from "../../src/model/sha256.ts";
import type { Instant } from "../../src/model/time.ts";
import { sampleAttribution, sampleFigure } from "./contract/suggestion-store.ts";

const at = "2031-03-03T12:00:00Z" as Instant;
const report: Report = {
  id: "r1" as ReportId,
  version: 2,
  publisher: "gazette" as PublisherId,
  url: "https://gazette.example/1",
  sha256: sha256("x"),
  textSha256: sha256("y"),
  retrievedAt: at,
  title: "Title",
  byline: "",
  publisherName: "gazette.example",
  publishedAt: at,
  language: "en",
  text: "text",
  canonicalUrl: null,
};
const item = (over: Partial<EvidenceItem>): EvidenceItem => ({
  report,
  publisher: { id: "gazette" as PublisherId, name: "The Gazette" },
  attribution: null,
  figure: null,
  origin: "Ana Brod",
  stance: "says",
  sentence: "",
  ...over,
});

describe("evidence of an item", () => {
  test("an attribution: full name with office, carriers from the source outward, the publisher’s name as the desk knows it", () => {
    const source = { text: "Col. Ana Brod, army spokeswoman", spans: [[0, 3]] as const, resolved: "Ana Brod" };
    const evidence = evidenceOf(
      item({ attribution: sampleAttribution(0, { source, carriers: ["The Gazette", "Varen Times", "officials"] }) }),
    );
    expect(evidence).toMatchObject({
      source: "Col. Ana Brod, army spokeswoman",
      carriers: ["officials", "Varen Times"],
      mode: "mixed",
      origin: "Ana Brod",
      figure: null,
    });
    expect(evidence.report).toMatchObject({ version: 2, publisherName: "The Gazette" });
    expect(evidence.report).not.toHaveProperty("text");
    const pronoun = { text: "she", spans: [[0, 3]] as const, resolved: "Ana Brod" };
    expect(evidenceOf(item({ attribution: sampleAttribution(0, { source: pronoun }) })).source).toBe("Ana Brod");
  });

  test("a person’s fix goes before the suggestion", () => {
    const {
      id: _,
      report: __,
      reportVersion: ___,
      index: ____,
      decision: _____,
      fix: ______,
      ...plain
    } = sampleAttribution(0);
    const fixed = sampleAttribution(0, {
      fix: { ...plain, content: { text: "as it was said", spans: [[0, 4]] }, source: null },
    });
    expect(evidenceOf(item({ attribution: fixed }))).toMatchObject({ quote: "as it was said", source: null });
    const figure = sampleFigure(0, {
      fix: {
        text: "40",
        span: [0, 2],
        kind: "count",
        value: 40,
        max: null,
        unit: null,
        qualifier: "exactly",
        counts: null,
      },
    });
    expect(evidenceOf(item({ figure })).figure).toMatchObject({ value: 40, text: "40" });
  });

  test("a figure alone is quoted with its sentence", () => {
    expect(
      evidenceOf(item({ figure: sampleFigure(0), sentence: "Between 2.5 and 3.75 million people fled." })),
    ).toMatchObject({ quote: "Between 2.5 and 3.75 million people fled.", source: null });
    expect(evidenceOf(item({ figure: sampleFigure(0) })).quote).toBe(sampleFigure(0).text);
  });

  test("a file is named without the folders that it lay in", () => {
    const url = (address: string) => evidenceOf(item({ report: { ...report, url: address } })).report.url;
    expect(url("file:/home/ada/inbox/page.html")).toBe("file:page.html");
    expect(url("file:C:\\Users\\ada\\page.html")).toBe("file:page.html");
    expect(url(report.url)).toBe(report.url);
  });

  test("a long quotation is cut between words at 600 characters", () => {
    const { quote } = evidenceOf(
      item({
        attribution: sampleAttribution(0, { content: { text: "lorem ipsum ".repeat(100), spans: [[0, 1200]] } }),
      }),
    );
    expect(quote.length).toBeLessThanOrEqual(600);
    expect(quote).toMatch(/(?:lorem|ipsum)…$/);
    const flood = evidenceOf(
      item({ attribution: sampleAttribution(0, { content: { text: "🏛".repeat(600), spans: [[0, 1200]] } }) }),
    ).quote;
    expect(flood.length).toBeLessThanOrEqual(600);
    expect(flood.isWellFormed()).toBe(true);
  });
});
