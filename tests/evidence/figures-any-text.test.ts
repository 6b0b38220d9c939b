import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/evidence/figures/find.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { parseInstant } from "../../src/model/time.ts";
import { model } from "../language/model.ts";

describe("figures of any text", () => {
  const words =
    "one two twenty half a an quarter third thirds dozen hundred million and or to of in from between at least nearly 5 12 1,200 0.5 1.200,50 $ £ € US % - – / : . , ; ( ) km pounds points people dead killed were no nobody drones May June 14th Friday today yesterday next Rs500 EUR4 ½ ٣٥ ۱۲ 𝟓 \n \n\n".split(
      " ",
    );
  const anyText = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(" ", "", " ")), { maxLength: 80, size: "max" })
    .map((pairs) => pairs.flat().join(""));

  test("figures are printed where they say, in order, and finite; with a model and without", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, english) => {
        let floor = 0;
        for (const f of findFigures(readingOf(text, english ? model : null), parseInstant("2031-03-03T12:00:00Z"))) {
          expect(text.slice(f.span[0], f.span[1])).toBe(f.text);
          expect(f.span[0]).toBeGreaterThanOrEqual(floor);
          expect(f.span[1]).toBeGreaterThan(f.span[0]);
          floor = f.span[1];
          expect(Number.isFinite(f.value)).toBe(true);
          expect(f.max === null || (Number.isFinite(f.max) && f.max >= f.value)).toBe(true);
          expect(f.unit).not.toBe("");
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["numbers in words", "one hundred and "],
    ["parts", "a quarter of a "],
    ["objects", "killed 5 people, 6 men and "],
    ["digits", "1 200 "],
    ["hyphens", "5-million-"],
    ["months", "May 5 to "],
  ])("work grows with the text only: %s", (_, piece) => {
    const measure = (n: number): number => {
      const reading = readingOf(piece.repeat(n / piece.length), model);
      const { user: start } = process.cpuUsage();
      findFigures(reading, parseInstant("2031-03-03T12:00:00Z"));
      return (process.cpuUsage().user - start) / 1000;
    };
    measure(25_000);
    const small = measure(25_000);
    expect(measure(200_000)).toBeLessThan(small * 24 + 300);
  });
});
