import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formsOf } from "../../src/language/features.ts";
import type { Linear } from "../../src/language/linear.ts";
import { parserOf } from "../../src/language/parser.ts";
import { readingOf } from "../../src/language/sentences.ts";
import type { Reading, Sentence } from "../../src/language/sentences.ts";
import { tokenize } from "../../src/language/tokens.ts";
import { wordTableOf } from "../../src/language/word-table.ts";
import { model } from "./model.ts";

const pieces = fc.constantFrom(
  ..."The mayor of Veshna said that the bridge “would hold” , according to officials . who was told by ( Ana Brod ) MAYOR SAYS".split(
    " ",
  ),
  "\u0000",
  "\u200b",
  "\u200d",
  "\ud800",
  "e\u0301",
  "міст",
  "الجسر",
  "桥梁",
  "\n",
  "\n\n",
  "’s",
  "1,200",
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 150, size: "max" }).map((p) => p.join(" ")),
  fc.array(pieces, { maxLength: 150, size: "max" }).map((p) => p.join("")),
  fc.string({ unit: "binary", maxLength: 400 }),
);

/** Every token has a relation and a way up to the one root of its sentence. */
function expectTree({ tokens }: Reading, { first, last }: Sentence): void {
  let roots = 0;
  for (let i = first; i < last; i += 1) {
    expect(tokens[i]?.relation).not.toBeNull();
    if (tokens[i]?.head === -1) roots += 1;
    let at = i;
    for (let steps = 0; at !== -1 && steps <= last - first; steps += 1) {
      expect(at >= first && at < last).toBe(true);
      at = tokens[at]?.head ?? -1;
    }
    expect(at).toBe(-1);
  }
  expect(roots).toBe(1);
}

/** The sentence of a text as "word relation head" lines. */
function arcs(text: string): string[] {
  const reading = readingOf(text, model);
  for (const sentence of reading.sentences) reading.parse(sentence);
  return reading.tokens.map(
    ({ text: word, head, relation }) => `${word} ${relation} ${reading.tokens[head]?.text ?? "-"}`,
  );
}

describe("syntax", () => {
  test("the heads of any sentence form a tree, and nothing is thrown", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readingOf(text, model);
        for (const sentence of reading.sentences) {
          expect(reading.parse(sentence)).toBe(true);
          expectTree(reading, sentence);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a sentence longer than the parser's room is one tree too", () => {
    const tokens = tokenize("the army told the paper that ".repeat(250));
    const heads = new Int32Array(tokens.length);
    const relations = new Uint8Array(tokens.length);
    model.parser.parse(formsOf(tokens), new Uint8Array(tokens.length), 0, tokens.length, heads, relations);
    expect(heads.filter((head) => head === -1)).toHaveLength(1);
    const up = (i: number): number => (heads[i] === -1 ? 0 : 1 + up(heads[i] as number));
    for (let i = 0; i < tokens.length; i += 1) expect(up(i)).toBeLessThan(tokens.length);
  });

  test("200 kB without a full stop: two decisions a token and one relation, never more", () => {
    let decisions = 0;
    let named = 0;
    const counting = (classes: readonly string[]): Linear => ({
      classes,
      bits: 1,
      scale: 1,
      score: (_features, _count, out) => {
        decisions += 1;
        out.fill(0);
      },
      best: () => {
        named += 1;
        return 1;
      },
    });
    const parser = parserOf(
      counting(["shift", "left", "right"]),
      counting(["root", "dep"]),
      wordTableOf(new Uint8Array(0)),
    );
    const text = "the mayor said that the army told the paper that ".repeat(4000);
    const { tokens, sentences } = readingOf(text, { ...model, parser });
    const reading = readingOf(text, { ...model, parser });
    for (const sentence of reading.sentences) reading.parse(sentence);
    for (const sentence of reading.sentences) reading.parse(sentence);
    expect(sentences.length).toBeGreaterThan(tokens.length / 400);
    expect(decisions).toBe(2 * tokens.length);
    expect(named).toBeLessThanOrEqual(tokens.length);
  });

  test("who says what, before and behind, in quotation marks and without", () => {
    expect(arcs("The mayor said that the bridge would hold.")).toEqual(
      expect.arrayContaining(["mayor nsubj said", "said root -", "bridge nsubj hold", "hold ccomp said"]),
    );
    expect(arcs("“The bridge will hold,” said Ana Brod, the mayor of Veshna.")).toEqual(
      expect.arrayContaining(["hold ccomp said", "Ana nsubj said", "mayor appos Ana"]),
    );
    expect(arcs("Ferries were damaged, according to the harbour office.")).toEqual(
      expect.arrayContaining(["Ferries nsubj:pass damaged", "office obl damaged", "according case office"]),
    );
  });

  test("without a model there are no heads, and readings say so", () => {
    const reading = readingOf("The mayor said so.", null);
    expect(reading.sentences.map((sentence) => reading.parse(sentence))).toEqual([false]);
    expect(reading.tokens.every(({ head, relation }) => head === -1 && relation === null)).toBe(true);
  });
});

describe("parts of speech", () => {
  const pos = (text: string): string =>
    readingOf(text, model)
      .tokens.map((token) => token.pos)
      .join(" ");

  test("by context, not by form alone", () => {
    expect(pos("His aides say that the ministry reports the loss.")).toBe(
      "POSS NOUNS VBP SCONJ DET NOUN VBZ DET NOUN PUNCT",
    );
    expect(pos("The reports were wrong.")).toBe("DET NOUNS AUX ADJ PUNCT");
  });

  test("in headlines with capitals too", () => {
    expect(pos("Mayor Says New Bridge Will Hold Until Winter").split(" ").slice(1, 2)).toEqual(["VBZ"]);
    expect(pos("OFFICIALS WARN THAT THE HARBOUR BRIDGE MAY FALL").split(" ").slice(0, 3)).toEqual([
      "NOUNS",
      "VBP",
      "SCONJ",
    ]);
  });
});
