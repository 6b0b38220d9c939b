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

describe("money", () => {
  test.each([
    ["The aid came to $95 billion.", "$95 billion | money | 95000000000 | USD | exactly | -"],
    ["It included over $60 billion for Ukraine.", "over $60 billion | money | 60000000000 | USD | more-than | ukraine"],
    ["They were paid a massive $2,000 a day.", "$2,000 a day | money | 2000 | USD | exactly | per day"],
    ["It cost nearly 3.5 million euros.", "nearly 3.5 million euros | money | 3500000 | EUR | nearly | -"],
    ["Repairs cost £1.2bn.", "£1.2bn | money | 1200000000 | GBP | exactly | -"],
    ["The loan is worth $1.5mn.", "$1.5mn | money | 1500000 | USD | exactly | -"],
    [
      "It will cost between €5 and €7 million.",
      "between €5 and €7 million | money | 5000000..7000000 | EUR | between | -",
    ],
    ["It sold for €5-7 million.", "€5-7 million | money | 5000000..7000000 | EUR | between | -"],
    ["He owes U.S.$40m.", "U.S.$40m | money | 40000000 | USD | exactly | -"],
    ["It came to NZ$2.3 billion.", "NZ$2.3 billion | money | 2300000000 | NZD | exactly | -"],
    ["The state owes Rs1,200 crore.", "Rs1,200 crore | money | 12000000000 | INR | exactly | -"],
    ["He earns 40 million Japanese yen.", "40 million Japanese yen | money | 40000000 | JPY | exactly | -"],
    ["They paid 500 Iraqi dinars.", "500 Iraqi dinars | money | 500 | IQD | exactly | -"],
    ["A 95-billion-dollar deal was signed.", "95-billion-dollar | money | 95000000000 | USD | exactly | deal"],
    ["The bill was 1.200,50 euros.", "1.200,50 euros | money | 1200.5 | EUR | exactly | -"],
    ["It cost 40 000 euros.", "40 000 euros | money | 40000 | EUR | exactly | -"],
    ["A stamp costs 80 pence.", "80 pence | money | 0.8 | GBP | exactly | -"],
    ["He left half a million dollars.", "half a million dollars | money | 500000 | USD | exactly | -"],
    ["They gave a quarter of a million euros.", "a quarter of a million euros | money | 250000 | EUR | exactly | -"],
    ["The firm turns over £40m.", "£40m | money | 40000000 | GBP | exactly | -"],
    ["Pledges topped £90m.", "£90m | money | 90000000 | GBP | more-than | -"],
    ["The result was minus 3 million euros.", "minus 3 million euros | money | -3000000 | EUR | exactly | -"],
  ])("%s", (text, line) => {
    expect(lines(text)).toEqual([line]);
  });

  test("what rises from one amount to another is two figures", () => {
    expect(lines("Bread rose from 3 to 5 euros.")).toEqual([
      "3 | money | 3 | EUR | exactly | -",
      "5 euros | money | 5 | EUR | exactly | -",
    ]);
  });

  test("a currency is not printed twice, and a bare name is the one named before", () => {
    expect(read("They gave $2 million now and 3 billion later.").map((f) => [f.value, f.unit])).toEqual([
      [2_000_000, "USD"],
      [3_000_000_000, "USD"],
    ]);
    expect(read("A bed costs 500 Jordanian dinars, a tent 90 dinars.").map((f) => f.unit)).toEqual(["JOD", "JOD"]);
  });

  test.each(["A 500-pound bomb fell.", "They found 50 pounds of rice.", "She weighs 120 pounds."])(
    "a weight is no money: %s",
    (text) => {
      expect(lines(text)).toEqual([]);
    },
  );
});

describe("casualties", () => {
  test.each([
    ["At least 35 were killed.", "At least 35 were killed | casualties | 35 | - | at-least | killed"],
    ["The blast left over 130 injured.", "over 130 injured | casualties | 130 | - | more-than | injured"],
    ["The strike killed 12 people at dawn.", "killed 12 people | casualties | 12 | - | exactly | killed"],
    ["Some 40 others were wounded.", "Some 40 others were wounded | casualties | 40 | - | about | injured"],
    ["Up to 20 people were missing.", "Up to 20 people were missing | casualties | 20 | - | up-to | missing"],
    ["The death toll rose to 57.", "death toll rose to 57 | casualties | 57 | - | exactly | killed"],
    ["Six of the wounded are in hospital.", "Six of the wounded | casualties | 6 | - | exactly | injured"],
    ["Sixteen migrants drowned.", "Sixteen migrants drowned | casualties | 16 | - | exactly | killed"],
    ["The storm claimed 17 lives.", "17 lives | casualties | 17 | - | exactly | killed"],
    ["They took eight nurses hostage.", "eight nurses hostage | casualties | 8 | - | exactly | kidnapped"],
    ["They flew five of the hurt to hospital.", "five of the hurt | casualties | 5 | - | exactly | hospitalised"],
    ["Nobody was hurt.", "Nobody was hurt | casualties | 0 | - | exactly | injured"],
    ["There were no deaths or injuries.", "no deaths or injuries | casualties | 0 | - | exactly | casualties"],
    [
      "As many as 70 were killed or wounded.",
      "As many as 70 were killed or wounded | casualties | 70 | - | up-to | casualties",
    ],
    [
      "Some 3,400 residents were moved out.",
      "Some 3,400 residents were moved out | casualties | 3400 | - | about | evacuated",
    ],
    ["Own troops: 2 KIA.", "2 KIA | casualties | 2 | - | exactly | killed"],
    [
      "More than two dozen people were hurt.",
      "More than two dozen people were hurt | casualties | 24 | - | more-than | injured",
    ],
  ])("%s", (text, line) => {
    expect(lines(text)).toEqual([line]);
  });

  test.each([
    ["It killed a mother and her two sons and wounded 9.", ["2 killed", "9 injured"]],
    ["It killed 13 people, including seven women and four boys.", ["13 killed", "7 killed", "4 killed"]],
    ["Seven people, three of them children, were killed.", ["7 killed", "3 killed"]],
    ["Thirty passengers and three crew were killed.", ["30 killed", "3 killed"]],
    ["The death toll, which had stood at 14, rose to 19.", ["14 killed", "19 killed"]],
    ["Officials raised the death toll from 41 to 57.", ["41 killed", "57 killed"]],
    ["- Dead: 41\n- Wounded: 96, of whom 14 are in intensive care", ["41 killed", "96 injured", "14 injured"]],
    ["Half of the 60 passengers were hurt.", ["50 passenger", "60 passenger"]],
    ["Three districts took the injured.", ["3 district"]],
    ["The flood killed 40 cows and two children.", ["40 cow", "2 killed"]],
    ["Air defence shot down 40 of 52 drones; the remaining five struck a depot.", ["40 drone", "52 drone", "5 drone"]],
  ])("%s", (text, counts) => {
    expect(read(text).map((f) => `${f.value} ${f.counts}`)).toEqual(counts);
  });
});

describe("percentages", () => {
  test.each([
    ["Twelve percent of voters were unsure.", "Twelve percent | percent | 12 | % | exactly | voter"],
    ["Power is back in 85.5% of homes.", "85.5% | percent | 85.5 | % | exactly | home"],
    ["Nearly a third of the crop is lost.", "Nearly a third | percent | 33.33 | % | nearly | crop"],
    ["Two-thirds of pupils came.", "Two-thirds | percent | 66.67 | % | exactly | pupil"],
    ["One in five farms failed.", "One in five | percent | 20 | % | exactly | farm"],
    ["Barely half the shelters are stocked.", "Barely half | percent | 50 | % | exactly | shelter"],
    ["It is 3.1 percentage points higher.", "3.1 percentage points | percent | 3.1 | pp | exactly | -"],
    ["Rates rose by 25 basis points.", "25 basis points | percent | 0.25 | pp | exactly | -"],
    ["Growth was -0.4 per cent.", "-0.4 per cent | percent | -0.4 | % | exactly | -"],
    ["It is 80 to 85 percent full.", "80 to 85 percent | percent | 80..85 | % | between | -"],
  ])("%s", (text, line) => {
    expect(lines(text)).toEqual([line]);
  });

  test.each(["A third man left.", "The second half was dry.", "The quarter final was moved."])(
    "no share: %s",
    (text) => {
      expect(lines(text)).toEqual([]);
    },
  );
});

describe("counts and measures", () => {
  test.each([
    ["Around 30 cruise missiles hit the base.", "Around 30 cruise missiles | count | 30 | - | about | missile"],
    [
      "Two thousand five hundred soldiers returned.",
      "Two thousand five hundred soldiers | count | 2500 | - | exactly | soldier",
    ],
    ["Fewer than 500 homes have power.", "Fewer than 500 homes | count | 500 | - | less-than | home"],
    ["Between 10 and 20 tanks were seen.", "Between 10 and 20 tanks | count | 10..20 | - | between | tank"],
    ["They counted 100–150 trucks.", "100–150 trucks | count | 100..150 | - | between | truck"],
    ["Just under 1,000 tents are ready.", "Just under 1,000 tents | count | 1000 | - | nearly | tent"],
    ["It carries 600 passengers at most.", "600 passengers | count | 600 | - | up-to | passenger"],
    ["Ten or more boats left.", "Ten or more boats | count | 10 | - | at-least | boat"],
    ["The number of patients passed 10,000.", "10,000 | count | 10000 | - | more-than | patient"],
    ["The base is 15 miles from the border.", "15 miles | distance | 24.14016 | km | exactly | -"],
    ["The fire burned 200 hectares.", "200 hectares | area | 2 | km2 | exactly | -"],
    ["It took about six weeks.", "about six weeks | duration | 42 | day | about | -"],
    ["They waited for over three hours.", "over three hours | duration | 3 | hour | more-than | -"],
    ["The debt is paid back over 15 years.", "15 years | duration | 15 | year | exactly | -"],
    ["Half an hour passed.", "Half an hour | duration | 0.5 | hour | exactly | -"],
  ])("%s", (text, line) => {
    expect(lines(text)).toEqual([line]);
  });

  test.each([
    "The war began in 2014.",
    "Brod, 68, was at home.",
    "Article 5 was read out.",
    "It opened at 10 am.",
    "One of the houses stood.",
    "Dozens of houses burned, and hundreds of people fled.",
    "Flight KL 1432 left gate 14 at 9.40pm.",
    "They won 3-1 and lost 0-2.",
    "Call 0800 555 123, extension 41.",
    "Version 4.2 and version 4.2.1 are affected.",
    "The T-72 and the Su-34 fired 155mm rounds.",
    "A man of 34 years of age lives at 14 Mill Road.",
    "It was 24 degrees, with winds of 60 mph.",
    "A five-storey block stands in Ward 12.",
    "Wards 2 and 4 are full.",
  ])("no quantity: %s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});

describe("dates", () => {
  const days = (text: string): number[] =>
    read(text)
      .filter((f) => f.kind === "date")
      .map((f) => f.value);

  test("days are counted from the day of publication, by the tense of what is said of them", () => {
    expect(days("It happened on 16 February 2021 and on May 11, 2024.")).toEqual([20210216, 20240511]);
    expect(days("The exercise ends on February 20.")).toEqual([20220220]);
    expect(days("It began on December 30.")).toEqual([20211230]);
    expect(days("It will begin on 4 January.")).toEqual([20230104]);
    expect(days("He spoke on Friday.")).toEqual([20220211]);
    expect(days("He will speak on Friday.")).toEqual([20220218]);
    expect(days("He spoke on Monday and will speak on Monday.")).toEqual([20220214, 20220221]);
    expect(days("He said on Sunday that talks would resume on Thursday.")).toEqual([20220213, 20220217]);
    expect(days("She spoke yesterday and will speak next Wednesday.")).toEqual([20220213, 20220216]);
    expect(days("He came on the 11th and leaves on the 22nd.")).toEqual([20220211, 20220222]);
    expect(days("Filed 2022-02-14, printed 15.02.2022.")).toEqual([20220214, 20220215]);
    expect(days("It happened on February 30, 2022.")).toEqual([]);
    expect(days("They meet every Friday.")).toEqual([]);
  });

  test("a run of days is one figure", () => {
    expect(read("It rained from 3 to 5 February.").map((f) => [f.value, f.max, f.qualifier])).toEqual([
      [20220203, 20220205, "between"],
    ]);
  });

  test("without a day of publication only full dates are dates", () => {
    const { figures } = readEvidence(
      "On Friday, and on May 11, and on May 11, 2024.",
      { language: "en", publisherName: "", publishedAt: null },
      model,
    );
    expect(figures.map((f) => f.value)).toEqual([20240511]);
  });
});

describe("other languages", () => {
  const values = (text: string, language: string): (string | number | null)[][] =>
    readEvidence(text, { language, publisherName: "", publishedAt: null }, model).figures.map((f) => [f.value, f.unit]);

  test("digits and marks are read, words are not", () => {
    expect(values("Вартість 35% та $5", "uk")).toEqual([
      [35, "%"],
      [5, "USD"],
    ]);
    expect(values("٣٥%", "ar")).toEqual([[35, "%"]]);
    expect(values("Збитки — 2,5 млн €, 40 км від міста, 14.03.2031", "uk")).toEqual([
      [2_500_000, "EUR"],
      [40, "km"],
      [20310314, null],
    ]);
    expect(values("Ein Mann und 12 Frauen, one dead", "de")).toEqual([]);
  });
});
