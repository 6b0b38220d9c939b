import { expect, test } from "vitest";
import { catalogues, messagesIn } from "../../src/publish/messages.ts";
import { describeCatalogue } from "./contract/catalogue.ts";

describeCatalogue("site", catalogues);

test("numbers bend the words around them", () => {
  const uk = messagesIn("uk");
  const days = [1, 2, 5, 11, 21, 22, 25].map((n) => uk.t("age.days", { n }));
  expect(days).toEqual(["1 день", "2 дні", "5 днів", "11 днів", "21 день", "22 дні", "25 днів"]);
  expect(uk.t("statement.origins", { n: 2 })).toBe("із двох незалежних першоджерел");
  expect(messagesIn("en").t("statement.origins", { n: 2 })).toBe("from two independent origins");
});

test("a language without texts of its own speaks English, a regional one its base language", () => {
  expect(messagesIn("ar").lang).toBe("en");
  expect(messagesIn("uk-UA").lang).toBe("uk");
});
