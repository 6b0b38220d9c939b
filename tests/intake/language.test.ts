import { describe, expect, it } from "vitest";
import { detectLanguage, languageOf } from "../../src/intake/language.ts";

describe("the language of a text", () => {
  it.each([
    ["en", "Two people were hurt in the fire"],
    ["uk", "Міст зачинено до п’ятниці"],
    ["uk", "Воду знову можна пити"],
    ["ru", "Школы остаются закрытыми"],
    ["be", "Мост зачынены да пятніцы"],
    ["de", "Brücke bis Freitag gesperrt"],
    ["fr", "Le pont est fermé jusqu'à vendredi"],
    ["es", "Las escuelas siguen cerradas"],
    ["pl", "Most zamknięty do piątku"],
    ["it", "Le scuole restano chiuse"],
    ["tr", "Köprü cuma gününe kadar kapalı"],
    ["ar", "الجسر مغلق حتى يوم الجمعة"],
    ["ja", "橋は金曜日まで閉鎖されます"],
  ])("is told from a few words: %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    "",
    "Anna Vale",
    "Reuters, AFP",
    "Live",
    "12:20 3.3.2031",
    "https://gazette.example/the-road-is-open",
    "Anna Vale Joss Reed Tomas Klein",
  ])("is not guessed for %j", (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it("is what the page names, unless its letters say otherwise", () => {
    const ukrainian = "Міст через річку залишається зачиненим до п’ятниці, повідомила міська рада.";
    const english = "The bridge over the river stays closed until Friday, the city council said.";
    expect(languageOf("en", ukrainian)).toBe("uk");
    expect(languageOf("uk", ukrainian)).toBe("uk");
    expect(languageOf("de", english)).toBe("de");
    expect(languageOf("uk", english)).toBe("uk");
    expect(languageOf(null, english)).toBe("en");
    expect(languageOf(null, "Anna Vale")).toBeNull();
  });
});
