import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";
import type { ReadEvidence } from "../../src/evidence/read.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { parseInstant } from "../../src/model/time.ts";

const context = { language: "en", publisherName: "The Gazette", publishedAt: parseInstant("2031-03-03T12:00:00Z") };

/** Everything that must hold of what is found in any text whatever. */
function check(text: string, { attributions, figures }: ReadEvidence): void {
  for (const a of attributions) {
    for (const passage of [a.source, a.cue, a.content]) {
      if (passage === null) continue;
      expect(passage.spans.length).toBeGreaterThan(0);
      expect(passage.spans.map(([from, to]) => text.slice(from, to)).join(" ")).toBe(passage.text);
      let floor = 0;
      for (const [from, to] of passage.spans) {
        expect(from).toBeGreaterThanOrEqual(floor);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        floor = to;
      }
    }
  }
  attributions.forEach((a, i) => {
    const seen = new Set([i]);
    for (let parent = a.parent; parent !== null; parent = attributions[parent]?.parent ?? null) {
      expect(attributions[parent]).toBeDefined();
      expect(seen.has(parent)).toBe(false);
      seen.add(parent);
    }
  });
  for (const f of figures) {
    expect(text.slice(f.span[0], f.span[1])).toBe(f.text);
    expect(Number.isFinite(f.value)).toBe(true);
    expect(f.max === null || f.max >= f.value).toBe(true);
  }
}

const pieces = fc.constantFrom(
  "said",
  "says",
  "told",
  "reporters",
  "that",
  "according",
  "to",
  "the minister",
  "Ana Brod",
  "Brod",
  "he",
  "officials",
  "who",
  "“",
  "”",
  "‘",
  "’",
  '"',
  "'",
  "«",
  "»",
  "„",
  ",",
  ".",
  "?",
  ":",
  ";",
  "—",
  "(",
  ")",
  " ",
  " ",
  "\n",
  "\n\n",
  "35",
  "$2",
  "1,000.5",
  "billion",
  "killed",
  "between",
  "and",
  "at least",
  "February 16",
  "%",
  "miles",
  "Ministry of Defence",
  "was quoted as saying",
  "declined to comment",
  "citing",
  "’s claim",
  "’s",
  "قال",
  "إن",
  "שלום",
  "他说",
  "👩‍👩‍👧",
  "\u200b",
  "\u202e",
  "\u0000",
  "\u0007",
  "\ud800",
  "İ",
  "ß",
  "é",
  "e\u0301",
  "٣٥",
  "a ",
  "was ",
  "is ",
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 120, size: "max" }).map((p) => p.join("")),
  fc.array(pieces, { maxLength: 120, size: "max" }).map((p) => p.join(" ")),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
);

describe("any text", () => {
  test("spans are exact, parents are no circle, nothing is thrown", () => {
    const property = fc.property(anyText, (text) => check(text, readEvidence(text, context, model)));
    expect(fc.check(property, { numRuns: 250 })).toMatchObject({ failed: false });
  });

  test("tokens never overlap and cover every visible sign", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let floor = 0;
        for (const token of readingOf(text, model).tokens) {
          expect(text.slice(floor, token.start).trim()).toBe("");
          expect(token.end).toBeGreaterThan(token.start);
          floor = token.end;
        }
        expect(text.slice(floor).trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  const monsters: Record<string, (n: number) => string> = {
    "one sentence without a full stop": (n) => "the mayor said that the army told the paper that ".repeat(n / 50),
    "open quotation marks only": (n) => '“‘"«'.repeat(n / 4),
    "closing quotation marks only": (n) => "a’ ”» ".repeat(n / 6),
    "one name": (n) => "Ana ".repeat(n / 4),
    "one word": (n) => "a".repeat(n),
    "hyphens and dots": (n) => "a-b.c’".repeat(n / 6),
    figures: (n) => "between 10 and 20 million ".repeat(n / 26),
    commas: (n) => ", said Brod".repeat(n / 11),
    brackets: (n) => "Brod (".repeat(n / 6),
    digits: (n) => "1,000.".repeat(n / 6),
    "line ends": (n) => "\n \t".repeat(n / 3),
    "quotes that never close, block after block": (n) => "“He said so.\n\n".repeat(n / 14),
  };
  for (const [name, make] of Object.entries(monsters)) {
    test(`200 KB of ${name}: read, exact, and no more than in proportion`, () => {
      // Processor time, so that other programs do not count.
      const measure = (n: number): number => {
        const text = make(n);
        const start = process.cpuUsage();
        const evidence = readEvidence(text, context, model);
        const { user } = process.cpuUsage(start);
        check(text, {
          ...evidence,
          attributions: evidence.attributions.slice(0, 300).map((a) => ({ ...a, parent: null })),
        });
        return user / 1000;
      };
      measure(25_000);
      const small = measure(25_000);
      // Eight times the text takes about eight times as long; in proportion to its square it would be sixty-four times.
      expect(measure(200_000)).toBeLessThan(small * 24 + 300);
    });
  }
});
