import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf } from "../../src/language/features.ts";
import { KNOWN, phraseHash, readGazetteer, writeGazetteer } from "../../src/language/gazetteer.ts";
import { namesOf } from "../../src/language/names.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { documentOf } from "../../training/gum.ts";
import { goldNamesOf } from "../../training/name-gold.ts";
import { model } from "./model.ts";

const names = (text: string): string[] =>
  namesOf(readingOf(text, model))
    .filter(({ inner }) => !inner)
    .map(({ full, kind }) => `${kind} ${full}`);

describe("names of people, organisations, places and papers", () => {
  const cases: [text: string, found: string[]][] = [
    [
      "Minister Elena Marković told Reuters in Vienna that the bridge was open.",
      ["person Elena Marković", "publication Reuters", "place Vienna"],
    ],
    [
      "The Ministry of Health and the World Health Organization sent doctors to Nairobi.",
      ["organisation Ministry of Health", "organisation World Health Organization", "place Nairobi"],
    ],
    ["John Kimani, a fisherman, said the lake was calm.", ["person John Kimani"]],
    ["The river rose by two metres on Monday in March.", []],
    [
      "Fog was measured twice (Oyelaran, 2009; Brandvold et al., 2011). Oyelaran (2009) found more of it.",
      ["person Oyelaran", "person Brandvold", "person Oyelaran"],
    ],
    ["Petitioner Halvorsen sold eels from a cart.", ["person Halvorsen"]],
  ];
  test.each(cases)("%s", (text, found) => {
    expect(names(text)).toEqual(found);
  });

  test("titles are no part of a person's name and tell the gender", () => {
    const [mention] = namesOf(readingOf("Yesterday Mrs Anna Berger spoke to us.", model));
    expect(mention).toMatchObject({ full: "Anna Berger", gender: "female", kind: "person" });
  });

  test("one clear place of a name speaks for the others", () => {
    const text =
      "Wednesday began quietly. Rahel Tesfaye opened the office at nine. Tesfaye had slept little. “Nobody called,” Tesfaye said.";
    expect(names(text)).toEqual(["person Rahel Tesfaye", "person Tesfaye", "person Tesfaye"]);
  });

  test("without a model there are none", () => {
    expect(namesOf(readingOf("Ana Brod lives in Vienna.", null))).toEqual([]);
  });
});

describe("what counts as a name in GUM", () => {
  const goldOf = (text: string, rows: readonly string[]): string[] => {
    const conllu = rows.map((row, i) => {
      const [form, upos, head, relation, entity] = row.split(" ");
      return [i + 1, form, form, upos, upos === "PROPN" ? "NNP" : "X", "_", head, relation, "_", entity ?? "_"].join(
        "\t",
      );
    });
    const document = documentOf("GUM_news_x", "train", [`# text = ${text}`, ...conllu].join("\n"));
    return goldNamesOf(document).map(({ start, end, kind }) => `${kind} ${document.text.slice(start, end)}`);
  };

  test("the name that a common noun introduces, without its owner", () => {
    const rows = [
      "Captain NOUN 4 nsubj Entity=(1-person-new-n-1-sgl",
      "Ana PROPN 1 flat",
      "Brod PROPN 1 flat Entity=1)",
      "slept VERB 0 root",
    ];
    expect(goldOf("Captain Ana Brod slept", rows)).toEqual(["person Ana Brod"]);
    const behind = [
      "head NOUN 6 nsubj Entity=(1-person-new-n-1-sgl",
      "of ADP 3 case",
      "council NOUN 1 nmod",
      "Ana PROPN 5 compound",
      "Brod PROPN 1 appos Entity=1)",
      "slept VERB 0 root",
    ];
    expect(goldOf("head of council Ana Brod slept", behind)).toEqual(["person Ana Brod"]);
  });

  test("no peoples, no offices", () => {
    const maya = ["the DET 2 det Entity=(1-person-new-n-2-sgl", "Maya PROPN 3 nsubj Entity=1)", "slept VERB 0 root"];
    expect(goldOf("the Maya slept", maya)).toEqual([]);
    const office = ["Envoy PROPN 2 nsubj Entity=(1-person-new-n-1-sgl)", "slept VERB 0 root"];
    expect(goldOf("Envoy slept", office)).toEqual([]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."Ana Brod of the United Nations , . “ ” ( ) said in Vienna 's & - O'Neill al-Hajj 12 ÉCOLE \n\n I he".split(" "),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words).map((list) => list.join(" ")),
  );

  test("names lie inside the text, in order, inner ones in outer ones", () => {
    fc.assert(
      fc.property(text, (any) => {
        const reading = readingOf(any, model);
        let covered = 0;
        let outer = { from: 0, to: 0 };
        for (const { from, to, inner } of reading.named() ?? []) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(reading.tokens.length);
          if (inner) {
            expect(from).toBeGreaterThanOrEqual(outer.from);
            expect(to).toBeLessThanOrEqual(outer.to);
            continue;
          }
          expect(from).toBeGreaterThanOrEqual(covered);
          covered = to;
          outer = { from, to };
        }
      }),
    );
  });

  test("the same text gives the same names", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(readingOf(any, model).named()).toEqual(readingOf(any, model).named());
      }),
      { numRuns: 30 },
    );
  });
});

describe("gazetteer", () => {
  test("gives back what was written, and next to nothing else", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 0x7fff }))),
        (list) => {
          const entries = new Map(list.map(([word, bits]) => [hashOf(word), bits]));
          const read = readGazetteer(writeGazetteer(entries));
          for (const [hash, bits] of entries) expect(read.lookup(hash) & bits).toBe(bits);
        },
      ),
    );
    const one = readGazetteer(writeGazetteer(new Map([[phraseHash(hashOf("new"), hashOf("york")), KNOWN.city]])));
    expect(one.lookup(phraseHash(hashOf("new"), hashOf("york")))).toBe(KNOWN.city);
    expect(one.lookup(hashOf("york"))).toBe(0);
  });

  test("refuses other bytes", () => {
    expect(() => readGazetteer(Uint8Array.of(1, 2, 3))).toThrow("no gazetteer");
  });
});
