import { describe, expect, test } from "vitest";
import { readingOf } from "../../src/language/sentences.ts";

const sentences = (text: string): string[] => {
  const { tokens, sentences: found } = readingOf(text, null);
  return found.map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last - 1]?.end));
};

describe("a full stop of a short form ends no sentence", () => {
  const whole = [
    "In Holm v. Lund the court was divided.",
    "It was as Brod et al. Lund and others found.",
    "The wall, see Fig. 3, held.",
    "They heard K.C. Maurits and O.J. Simm.",
    "He had a son (b. March 1870) by then.",
    "It held ca. 300 people.",
  ];
  test.each(whole)("%s", (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  test("a word that usually begins a sentence does so behind it", () => {
    expect(sentences("So wrote Brod et al. The wall held.")).toEqual(["So wrote Brod et al.", "The wall held."]);
    expect(sentences("So did I. Lund left.")).toEqual(["So did I.", "Lund left."]);
  });
});
