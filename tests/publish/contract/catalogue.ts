import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import type { Texts } from "../../../src/publish/catalogue.ts";

type Element = {
  readonly type: number;
  readonly value: string;
  readonly options?: Record<string, { readonly value: Element[] }>;
};

const PLURAL = 6;

function parse(text: string, lang: string): Element[] {
  return new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }).getAst() as unknown as Element[];
}

/** Names and kinds of all arguments, also inside plural forms. */
function argumentsOf(elements: readonly Element[]): string[] {
  const found = elements.flatMap((one) => {
    if (one.type === 0 || one.type === 7) return [];
    const inner = Object.values(one.options ?? {}).flatMap(({ value }) => argumentsOf(value));
    return [`${one.value}:${one.type}`, ...inner];
  });
  return [...new Set(found)].sort();
}

/** What every catalogue of texts keeps to. */
export function describeCatalogue<Key extends string>(name: string, texts: Texts<Key>): void {
  const languages = Object.keys(texts);
  const keys = Object.keys(texts["en"] ?? {}) as Key[];
  const text = (lang: string, key: Key): string => texts[lang]?.[key] ?? "";

  describe(`texts: ${name}`, () => {
    test.each(languages)("%s has every text, and none too many", (lang) => {
      expect(Object.keys(texts[lang] ?? {})).toEqual(keys);
      expect(Object.entries<string>(texts[lang] ?? {}).filter(([, text]) => text.trim() === "")).toEqual([]);
    });

    test.each(languages)("%s uses the same arguments as the original", (lang) => {
      for (const key of keys)
        expect([key, argumentsOf(parse(text(lang, key), lang))]).toEqual([
          key,
          argumentsOf(parse(text("en", key), "en")),
        ]);
    });

    test.each(languages)("%s has all plural forms of its language", (lang) => {
      const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      for (const key of keys) {
        for (const element of parse(text(lang, key), lang).filter(({ type }) => type === PLURAL)) {
          const has = Object.keys(element.options ?? {});
          expect([key, needed.filter((form) => !has.includes(form))]).toEqual([key, []]);
        }
      }
    });

    test("no text shouts, and none speaks as if in a chat", () => {
      for (const lang of languages) {
        for (const [key, words] of Object.entries<string>(texts[lang] ?? {}))
          expect([key, words]).toEqual([key, expect.not.stringMatching(/!|\b(just|simply|unfortunately)\b/i)]);
      }
    });
  });
}
