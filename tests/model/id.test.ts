import { expect, test } from "vitest";
import { isPublisherId, publisherIdOf } from "../../src/model/id.ts";

test("a publisher's name gives a slug, the same for the same name", () => {
  expect(publisherIdOf("The Northern Wire")).toBe("the-northern-wire");
  expect(publisherIdOf("gazette.example")).toBe("gazette-example");
  expect(publisherIdOf("“…”")).toBe("unnamed");
});

test("publishers whose names are not written in Latin letters stay apart", () => {
  const names = ["Вісник", "Кур’єр", "Вісник Radio", "Κήρυξ", "الجريدة", "日報", "日報 2", "Straße", "Strasse"];
  const ids = names.map(publisherIdOf);
  expect(new Set(ids).size).toBe(names.length);
  for (const id of ids) expect(isPublisherId(id)).toBe(true);
  expect(publisherIdOf("  вісник ")).toBe(publisherIdOf("Вісник"));
  expect(isPublisherId(publisherIdOf("Найдовша назва видання Radio ".repeat(9)))).toBe(true);
});
