import fc from "fast-check";
import { expect, test } from "vitest";
import { passageOf, type Span } from "../../../src/model/span.ts";
import { editedPassage, locate, parseSpans, spansText } from "../../../src/web/desk/passage-field.ts";

const text = "The mayor said the bridge is closed. The mayor denied that the dam is damaged.";

test("places read as they are written", () => {
  const span = fc
    .tuple(fc.nat(500), fc.integer({ min: 1, max: 500 }))
    .map(([start, length]): Span => [start, start + length]);
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), (spans) => {
      expect(parseSpans(spansText(spans))).toEqual(spans);
    }),
  );
  for (const broken of ["", "a-b", "5", "9-3", "1-2,", "1-2; 3-4"]) expect(parseSpans(broken)).toBeNull();
});

test("changed words are found where they stand, nearest to the old place", () => {
  const second = text.lastIndexOf("The mayor");
  expect(locate(text, "the  mayor", second)).toEqual([second, second + 9]);
  expect(locate(text, "the river", 0)).toBeNull();
  const before = passageOf(text, [[second, second + 9]]);
  expect(editedPassage(text, before, { words: "mayor", places: spansText(before.spans) })?.spans).toEqual([
    [second + 4, second + 9],
  ]);
});

test("changed places win over words, unchanged ones leave a passage in several parts as it is", () => {
  const before = passageOf(text, [
    [0, 9],
    [15, 25],
  ]);
  expect(editedPassage(text, before, { words: before.text, places: "0-9, 15-25" })).toBe(before);
  expect(editedPassage(text, before, { words: before.text, places: "4-9" })).toEqual({
    text: "mayor",
    spans: [[4, 9]],
  });
  expect(editedPassage(text, before, { words: "", places: "0-9, 15-25" })).toBeNull();
});

test("words and places that are not in the text are refused with the way out", () => {
  expect(() => editedPassage(text, null, { words: "the river", places: "" })).toThrow(/do not stand in the report/);
  expect(() => editedPassage(text, null, { words: "", places: "0-9999" })).toThrow(/does not name places/);
});
