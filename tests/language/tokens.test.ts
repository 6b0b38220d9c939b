import fc from "fast-check";
import { expect, test } from "vitest";
import { unitsIn } from "../../src/language/characters.ts";
import { Lexicon } from "../../src/language/lexicon.ts";
import { cutText, tokenize } from "../../src/language/tokens.ts";

/** What a token is, as one regular expression: slower, but plain to read. */
const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}\p{N}\u200c\u200d]*(?:[-.’'&_][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*)|(?<number>\p{Nd}+(?:[.,]\p{Nd}+)*(?:st|nd|rd|th|s|m|bn|k|km|ft)?(?![\p{L}\p{N}]))|(?<digits>\p{Nd}+)|(?<mark>[^\s])/gu;

const pieces = (text: string): string[] =>
  [...text.matchAll(TOKEN)].flatMap(({ 0: piece, groups }) =>
    groups?.["word"] !== undefined && piece.length > 2 && /['’]s$/i.test(piece)
      ? [piece.slice(0, -2), piece.slice(-2)]
      : [piece],
  );

/** No abbreviations: those take the full stop behind them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "the",
        "Ana’s",
        "co-op",
        "AT&T",
        "3,200.5",
        "20th",
        "12km",
        "1.2abc",
        "5²",
        "’",
        "'",
        "-",
        "_",
        ",",
        "😀",
        "𝟙",
        "𐐀",
        "é",
        "e\u0301",
        "\ud800",
        "\udc00",
        "ſ",
        "中文",
        "ال",
        " ",
        "\n\n",
        "\u00a0",
        "\ufeff",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join("").replaceAll(/[.]/g, ","));

test("tokens are what the regular expression says", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tokenize(text).map((token) => token.text)).toEqual(pieces(text));
    }),
    { numRuns: 500 },
  );
});

test("a lexicon that has seen other texts changes nothing", () => {
  const lexicon = new Lexicon();
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, words } = cutText(text, lexicon);
      expect(tokens).toEqual(tokenize(text));
      expect(words.map((word) => lexicon.text[word])).toEqual(tokens.map((token) => token.text));
    }),
  );
});

test("every word has one number", () => {
  const lexicon = new Lexicon();
  const words = Array.from({ length: 5000 }, (_, i) => `w${i}`);
  for (const word of [...words, ...words]) {
    const units = unitsIn(word);
    expect(lexicon.text[lexicon.numberOf(units, 0, word.length, true)]).toBe(word);
  }
  expect(lexicon.size).toBe(words.length);
});

test("an abbreviation and an initial take their full stop along", () => {
  expect(tokenize("Dr. A. Brod of the U.S. met R-Ky. men.").map(({ text }) => text)).toEqual(
    "Dr. A. Brod of the U.S. met R-Ky. men .".split(" "),
  );
});
