import { IntlMessageFormat } from "intl-messageformat";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Origin, OriginLink } from "../../../src/evidence/origin-graph.ts";
import type { RemarkSignal } from "../../../src/model/attribution.ts";
import { REASON_CODES } from "../../../src/model/claim.ts";
import { REASON_DETAILS, reasonText } from "../../../src/web/desk/reason.ts";
import type { View } from "../../../src/web/desk/view.ts";
import { ERROR_CODES } from "../../../src/model/error.ts";
import { MESSAGES, UI_LANGUAGES, negotiate, translator, type MessageKey } from "../../../src/web/desk/messages.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
/** Kinds of elements in the library's syntax tree. */
const TYPE = { literal: 0, plural: 6 } as const;

const parse = (message: string): readonly Element[] =>
  new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst();

const keys = Object.keys(MESSAGES.en) as MessageKey[];

function walk(elements: readonly Element[], see: (element: Element) => void): void {
  for (const element of elements) {
    see(element);
    if ("options" in element) for (const option of Object.values(element.options)) walk(option.value, see);
  }
}

function argumentsOf(message: string): readonly string[] {
  const found = new Set<string>();
  walk(parse(message), (element) => {
    if (element.type !== TYPE.literal && "value" in element) found.add(element.value);
  });
  return [...found].toSorted();
}

test("every language has every message, with the same arguments", () => {
  for (const lang of UI_LANGUAGES) {
    expect(Object.keys(MESSAGES[lang]).toSorted()).toEqual([...keys].toSorted());
    for (const key of keys) {
      expect([key, argumentsOf(MESSAGES[lang][key])]).toEqual([key, argumentsOf(MESSAGES.en[key])]);
      expect([key, MESSAGES[lang][key].trim()]).not.toEqual([key, ""]);
    }
  }
});

test("every plural has all forms that its language asks for", () => {
  for (const lang of UI_LANGUAGES) {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const key of keys) {
      walk(parse(MESSAGES[lang][key]), (element) => {
        if (element.type !== TYPE.plural || !("options" in element)) return;
        const missing = forms.filter((form) => !(form in element.options));
        expect([lang, key, missing]).toEqual([lang, key, []]);
      });
    }
  }
});

test("Ukrainian counts as Ukrainians do", () => {
  const t = translator("uk");
  const of = (total: number): string => t("inbox.found", { total });
  expect([1, 2, 5, 11, 21, 22, 25].map((n) => of(n).split(",")[0])).toEqual([
    "1 повідомлення",
    "2 повідомлення",
    "5 повідомлень",
    "11 повідомлень",
    "21 повідомлення",
    "22 повідомлення",
    "25 повідомлень",
  ]);
});

test("no message shouts, and none begs", () => {
  for (const lang of UI_LANGUAGES) {
    for (const key of keys) expect(MESSAGES[lang][key]).not.toMatch(/!|\b(just|simply|unfortunately|please)\b/i);
  }
});

test("every error code has its sentence and what to do next", () => {
  for (const code of ERROR_CODES) {
    expect(keys).toContain(`error.${code}.title`);
    expect(keys).toContain(`error.${code}.next`);
  }
});

test("every reason of the machine has its sentence, with and without what it can name", () => {
  for (const lang of UI_LANGUAGES) {
    const v = { t: translator(lang), lang } as View;
    for (const code of REASON_CODES) {
      const names = REASON_DETAILS[code];
      expect([code, argumentsOf(MESSAGES[lang][`reason.${code}`])]).toEqual([code, [...names].toSorted()]);
      const detail = Object.fromEntries(names.map((name) => [name, /hours|percent/.test(name) ? 7 : "Halan"]));
      const whole = reasonText(v, { code, detail });
      for (const value of Object.values(detail))
        expect([code, whole]).toEqual([code, expect.stringContaining(String(value))]);
      const bare = reasonText(v, { code, detail: {} });
      expect([code, bare]).toEqual([code, expect.stringMatching(/^\p{Lu}[^{}]+\.$/u)]);
      expect(bare).not.toContain("none");
    }
  }
});

test("every signal of a remark, every way and every origin has its word", () => {
  const signals: Record<RemarkSignal, true> = {
    ironic: true,
    mistaken: true,
    withdrawn: true,
    denied: true,
    "no-answer": true,
    unattributed: true,
    negated: true,
    conditional: true,
    question: true,
  };
  for (const signal of Object.keys(signals)) expect(keys).toContain(`signal.${signal}`);
  const ways: Record<OriginLink["how"], true> = {
    said: true,
    told: true,
    cited: true,
    copied: true,
    credited: true,
    owned: true,
  };
  for (const how of Object.keys(ways)) expect(keys).toEqual(expect.arrayContaining([`how.${how}`, `joined.${how}`]));
  const kinds: Record<Origin["kind"], true> = {
    person: true,
    office: true,
    document: true,
    publication: true,
    "own-report": true,
    unnamed: true,
  };
  for (const kind of Object.keys(kinds)) expect(keys).toContain(`origin.kind.${kind}`);
});

test("every message is used somewhere", () => {
  const root = join(import.meta.dirname, "../../../src/web/desk");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  const prefixes = [...sources.matchAll(/`([a-z-]+(?:\.[a-z-]+)*\.?)(?:\$\{)/g)].map((found) => found[1] ?? "");
  const suggestionKeys = /^suggestion\.\w+-number$/;
  const unused = keys.filter(
    (key) =>
      !sources.includes(`"${key}"`) &&
      !suggestionKeys.test(key) &&
      !prefixes.some((prefix) => prefix.endsWith(".") && key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test("the browser's wish decides the language", () => {
  expect(negotiate("uk-UA,uk;q=0.9,en;q=0.5")).toBe("uk");
  expect(negotiate("de, en;q=0.2, uk;q=0.7")).toBe("uk");
  expect(negotiate("uk;q=0, en")).toBe("en");
  expect(negotiate("fr")).toBe("en");
  expect(negotiate(undefined)).toBe("en");
});
