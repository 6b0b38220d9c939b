import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { catalogues, messagesIn, type MessageKey } from "../../src/publish/messages.ts";

type Element = {
  readonly type: number;
  readonly value: string;
  readonly options?: Record<string, { readonly value: Element[] }>;
};

const PLURAL = 6;
const languages = Object.keys(catalogues);
const keys = Object.keys(catalogues["en"] ?? {}) as MessageKey[];

function parse(lang: string, key: MessageKey): Element[] {
  return new IntlMessageFormat(catalogues[lang]?.[key] ?? "", lang, undefined, {
    ignoreTag: true,
  }).getAst() as unknown as Element[];
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

test.each(languages)("%s has every text, and none too many", (lang) => {
  expect(Object.keys(catalogues[lang] ?? {})).toEqual(keys);
  expect(Object.entries(catalogues[lang] ?? {}).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test.each(languages)("%s uses the same arguments as the original", (lang) => {
  for (const key of keys) expect([key, argumentsOf(parse(lang, key))]).toEqual([key, argumentsOf(parse("en", key))]);
});

test.each(languages)("%s has all plural forms of its language", (lang) => {
  const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  for (const key of keys) {
    for (const element of parse(lang, key).filter(({ type }) => type === PLURAL)) {
      const has = Object.keys(element.options ?? {});
      expect([key, needed.filter((form) => !has.includes(form))]).toEqual([key, []]);
    }
  }
});

test("numbers bend the words around them", () => {
  const uk = messagesIn("uk");
  const days = [1, 2, 5, 11, 21, 22, 25].map((n) => uk.t("age.days", { n }));
  expect(days).toEqual(["1 день", "2 дні", "5 днів", "11 днів", "21 день", "22 дні", "25 днів"]);
  expect(uk.t("statement.origins", { n: 2 })).toBe("із двох незалежних першоджерел");
  expect(messagesIn("en").t("statement.origins", { n: 2 })).toBe("from two independent origins");
});

test("no text shouts, and none speaks as if in a chat", () => {
  for (const lang of languages) {
    for (const [key, text] of Object.entries(catalogues[lang] ?? {}))
      expect([key, text]).toEqual([key, expect.not.stringMatching(/!|\b(just|simply|unfortunately)\b/i)]);
  }
});

test("a language without texts of its own speaks English, a regional one its base language", () => {
  expect(messagesIn("ar").lang).toBe("en");
  expect(messagesIn("uk-UA").lang).toBe("uk");
});
