import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf, segments, segmentsWithin, type Mark } from "../../../src/web/desk/segments.ts";

const text = fc.string({ maxLength: 60, unit: "binary" });
const span = fc.tuple(fc.integer({ min: -5, max: 70 }), fc.integer({ min: -5, max: 70 }));
const marks = fc.array(fc.record({ spans: fc.array(span, { maxLength: 4 }) }), { maxLength: 8 });

test("segments cover the text without gaps, and none is empty", () => {
  fc.assert(
    fc.property(text, marks, (words, list) => {
      const found = segments(words, list);
      expect(found.map(({ start, end }) => words.slice(start, end)).join("")).toBe(words);
      for (const { start, end } of found) expect(end).toBeGreaterThan(start);
    }),
  );
});

test("every character lies under exactly the marks whose spans hold it, each once", () => {
  fc.assert(
    fc.property(text, marks, (words, list) => {
      for (const { start, end, marks: under } of segments(words, list)) {
        for (let i = start; i < end; i += 1) {
          const expected = list.filter(({ spans }) => spans.some(([from, to]) => i >= from && i < to));
          expect(new Set(under)).toEqual(new Set(expected));
          expect(under.length).toBe(expected.length);
        }
      }
    }),
  );
});

test("the outer mark comes first: what starts earlier, then what is longer", () => {
  const outer: Mark & { name: string } = { name: "content", spans: [[0, 20]] };
  const inner: Mark & { name: string } = { name: "figure", spans: [[5, 10]] };
  const [, middle] = segments("a text of twenty chars", [inner, outer]);
  expect(middle?.marks.map((mark) => mark.name)).toEqual(["content", "figure"]);
});

test("a passage in two parts is one mark in two places", () => {
  const quoted = {
    spans: [
      [0, 3],
      [8, 11],
    ] as const,
  };
  const found = segments("one and two", [quoted]);
  expect(found.map(({ start, end, marks: under }) => [start, end, under.length])).toEqual([
    [0, 3, 1],
    [3, 8, 0],
    [8, 11, 1],
  ]);
});

test("blocks are the text without the empty lines between, and segments can be cut to them", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b c", "\n", "\n\n", "d\n"), { maxLength: 12 }), (parts) => {
      const words = parts.join("");
      const blocks = blocksOf(words);
      for (const [start, end] of blocks) expect(words.slice(start, end)).not.toMatch(/\n\n|^\n|\n$/);
      expect(
        blocks
          .map(([start, end]) => words.slice(start, end))
          .join("")
          .replaceAll("\n", ""),
      ).toBe(words.replaceAll("\n", ""));
      const all = segments(words, [{ spans: [[1, 4]] }]);
      for (const block of blocks) {
        const inside = segmentsWithin(all, block);
        expect(inside.map(({ start, end }) => words.slice(start, end)).join("")).toBe(words.slice(...block));
      }
    }),
  );
});
