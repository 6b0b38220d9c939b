import { describe, expect, test } from "vitest";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";
import type { Figure } from "../../src/model/figure.ts";
import { parseInstant } from "../../src/model/time.ts";

const read = (text: string): Figure[] =>
  readEvidence(text, { language: "en", publisherName: "", publishedAt: parseInstant("2022-02-14T10:00:00Z") }, model)
    .figures;

const lines = (text: string): string[] =>
  read(text).map((f) =>
    [
      f.text,
      f.kind,
      f.max === null ? f.value : `${f.value}..${f.max}`,
      f.unit ?? "-",
      f.qualifier,
      f.counts ?? "-",
    ].join(" | "),
  );

describe("figures", () => {
  test.each([
    ["The aid came to $95 billion.", "$95 billion | money | 95000000000 | USD | exactly | -"],
    ["It included over $60 billion for Ukraine.", "over $60 billion | money | 60000000000 | USD | more-than | ukraine"],
    ["They were paid a massive $2,000 a day.", "$2,000 a day | money | 2000 | USD | exactly | per day"],
    ["It cost nearly 3.5 million euros.", "nearly 3.5 million euros | money | 3500000 | EUR | nearly | -"],
    ["Repairs cost £1.2bn.", "£1.2bn | money | 1200000000 | GBP | exactly | -"],
    [
      "It will cost between €5 and €7 million.",
      "between €5 and €7 million | money | 5000000..7000000 | EUR | between | -",
    ],
    ["At least 35 were killed.", "At least 35 were killed | casualties | 35 | - | at-least | killed"],
    ["The blast left over 130 injured.", "over 130 injured | casualties | 130 | - | more-than | injured"],
    ["The strike killed 12 people at dawn.", "killed 12 people | casualties | 12 | - | exactly | killed"],
    ["Some 40 others were wounded.", "Some 40 others were wounded | casualties | 40 | - | about | wounded"],
    ["Up to 20 people were missing.", "Up to 20 people were missing | casualties | 20 | - | up-to | missing"],
    ["The death toll rose to 57.", "death toll rose to 57 | casualties | 57 | - | exactly | killed"],
    ["Around 30 cruise missiles hit the base.", "Around 30 cruise missiles | count | 30 | - | about | missile"],
    [
      "Two thousand five hundred soldiers returned.",
      "Two thousand five hundred soldiers | count | 2500 | - | exactly | soldier",
    ],
    ["Dozens of houses burned.", "Dozens of houses | count | 24 | - | at-least | house"],
    ["Fewer than 500 homes have power.", "Fewer than 500 homes | count | 500 | - | less-than | home"],
    ["Between 10 and 20 tanks were seen.", "Between 10 and 20 tanks | count | 10..20 | - | between | tank"],
    ["They counted 100–150 trucks.", "100–150 trucks | count | 100..150 | - | between | truck"],
    ["Twelve percent of voters were unsure.", "Twelve percent | percent | 12 | % | exactly | voter"],
    ["Power is back in 85.5% of homes.", "85.5% | percent | 85.5 | % | exactly | home"],
    ["The base is 15 miles from the border.", "15 miles | distance | 24.14016 | km | exactly | -"],
    ["The fire burned 200 hectares.", "200 hectares | area | 2 | km2 | exactly | -"],
    ["It took about six weeks.", "about six weeks | duration | 42 | day | about | -"],
  ])("%s", (text, line) => {
    expect(lines(text)).toEqual([line]);
  });

  test("dates are counted from the day of publication", () => {
    const days = (text: string): number[] =>
      read(text)
        .filter((f) => f.kind === "date")
        .map((f) => f.value);
    expect(days("It happened on 16 February 2021 and on May 11, 2024.")).toEqual([20210216, 20240511]);
    expect(days("The exercise ends on February 20.")).toEqual([20220220]);
    expect(days("It began on December 30.")).toEqual([20211230]);
    expect(days("He spoke on Friday.")).toEqual([20220211]);
    expect(days("She spoke yesterday and will speak next Wednesday.")).toEqual([20220213, 20220216]);
    expect(days("It happened on February 30, 2022.")).toEqual([]);
  });

  test("without a day of publication only full dates are dates", () => {
    const { figures } = readEvidence(
      "On Friday, and on May 11, and on May 11, 2024.",
      {
        language: "en",
        publisherName: "",
        publishedAt: null,
      },
      model,
    );
    expect(figures.map((f) => f.value)).toEqual([20240511]);
  });

  test.each([
    "The war began in 2014.",
    "Brod, 68, was at home.",
    "Article 5 was read out.",
    "It opened at 10 am.",
    "One of the houses stood.",
  ])("no quantity: %s", (text) => {
    expect(lines(text)).toEqual([]);
  });

  test("digits of other scripts and languages are read too", () => {
    expect(
      readEvidence("Вартість 35% та $5", { language: "uk", publisherName: "", publishedAt: null }, model).figures.map(
        (f) => f.value,
      ),
    ).toEqual([35, 5]);
    expect(
      readEvidence("٣٥%", { language: "ar", publisherName: "", publishedAt: null }, model).figures.map((f) => f.value),
    ).toEqual([35]);
  });
});
