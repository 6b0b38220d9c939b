import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/evidence/figures/find.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { model } from "../language/model.ts";

const counts = (text: string): string[] =>
  findFigures(readingOf(text, model), null).map((f) => `${f.value} ${f.counts}`);
const amounts = (text: string): string[] =>
  findFigures(readingOf(text, model), null).map(
    (f) => `${f.max === null ? f.value : `${f.value}..${f.max}`} ${f.unit} ${f.qualifier}`,
  );

describe("families of wordings: people", () => {
  test.each([
    ["A stampede crushed nine pilgrims to death.", ["9 killed"]],
    ["The shooting left five officers and two bystanders dead.", ["5 killed", "2 killed"]],
    ["A clash left 11 officers and at least 40 farmers injured.", ["11 injured", "40 injured"]],
    ["A wave swept four anglers off the mole.", ["4 missing"]],
    ["Buses took 2,100 people out of the besieged town.", ["2100 evacuated"]],
    ["Bandits who took 27 travellers want a ransom.", ["27 kidnapped"]],
    ["The insurgents say they hold 17 government soldiers.", ["17 captured"]],
    ["The clinic took in 33 people with head wounds.", ["33 hospitalised"]],
    ["A family of five died, and a patrol of six is missing.", ["5 killed", "6 missing"]],
    ["Thirty children suffered broken bones.", ["30 injured"]],
    ["More than 40,000 men have fallen since the war began.", ["40000 killed"]],
    ["Between 5,000 and 7,000 people have fled Upper Vell.", ["5000 displaced"]],
    ["Dozens were hurt, two of them badly.", ["2 injured"]],
    ["The rebels lost 300 men in the assault, the army 45.", ["300 killed", "45 killed"]],
    ["Shelling killed one and wounded seven.", ["1 killed", "7 injured"]],
    ["Unaccounted for: 5. Prisoners taken: 450. Guns: 38.", ["5 missing", "450 captured", "38 gun"]],
    ["Abducted in March: 31 girls. Freed so far: 29.", ["31 kidnapped", "29 girl"]],
    ["The slaying of 12 villagers led to riots.", ["12 killed"]],
    ["There is no word of the 12 men in the second lifeboat.", ["12 missing"]],
    ["There were 12 police deaths and 31 hospital admissions.", ["12 killed", "31 hospitalised"]],
    ["The toll, first given as five, was raised to eleven.", ["5 killed", "11 killed"]],
    ["None of the 212 passengers was hurt.", ["0 injured", "212 passenger"]],
    ["The rebels spoke of no losses of their own.", ["0 killed"]],
    ["Up to 70 of the guards surrendered.", ["70 captured"]],
    ["News came of the two surveyors, who have been missing since dawn.", ["2 missing"]],
    ["Two of the hikers reported missing were found frozen to death.", ["2 killed"]],
  ])("%s", (text, wanted) => {
    expect(counts(text)).toEqual(wanted);
  });

  test.each([
    ["The coach took 14 players to the tournament.", ["14 player"]],
    ["The hotel holds 400 guests.", ["400 guest"]],
    ["The firm has lost 40 engineers to its rival.", ["40 engineer"]],
    ["A boat with nine men on board has not been heard from.", ["9 man"]],
    ["Fewer than 50 residents are left in the village.", ["50 resident"]],
    ["The army destroyed 14 tanks and captured six.", ["14 tank", "6 tank"]],
    ["Half of those killed were under 18.", ["50 null"]],
    ["Police arrested 22 men; one was later released.", ["22 man", "1 man"]],
    ["The number of dead lines fell to 83,000.", ["83000 line"]],
    ["Nine day labourers were hired at six this morning.", ["9 labourer"]],
  ])("and what did not: %s", (text, wanted) => {
    expect(counts(text)).toEqual(wanted);
  });
});

describe("families of wordings: amounts", () => {
  test.each([
    ["She paid 40 pounds for the coat and sold it for 60.", ["40 GBP exactly", "60 GBP exactly"]],
    ["It raised US$40m in March and a further 15m in June.", ["40000000 USD exactly", "15000000 USD exactly"]],
    ["Danish investors offered 900 million kroner.", ["900000000 DKK exactly"]],
    ["The contract is worth ¥6 billion in Chinese yuan.", ["6000000000 CNY exactly"]],
    ["The yen fell to 151 to the dollar.", ["151 JPY exactly"]],
    ["The deal is worth $300-350m.", ["300000000..350000000 USD between"]],
    ["Spending will rise by £200 million to £1.9bn.", ["200000000 GBP exactly", "1900000000 GBP exactly"]],
    ["The price has risen from 1.9 to 2.6 billion euros.", ["1900000000 EUR exactly", "2600000000 EUR exactly"]],
    ["It is well under the $22 million asked for.", ["22000000 USD exactly"]],
    ["Rents have risen 8 to 10 per cent.", ["8..10 % between"]],
    ["The Reed Party is on 34 per cent and the Lanterns on 29.", ["34 % exactly", "29 % exactly"]],
    ["A quarter of one per cent is lost.", ["0.25 % exactly"]],
    [
      "Trains will run every ten minutes rather than every 20.",
      ["0.1666666666667 hour exactly", "0.3333333333334 hour exactly"],
    ],
    ["Three more weeks of rain are forecast.", ["21 day exactly"]],
    ["It lies 400 or so metres inside.", ["0.4 km about"]],
  ])("%s", (text, wanted) => {
    expect(amounts(text).map(rounded)).toEqual(wanted.map(rounded));
  });
});

/** Without what multiplication by a unit adds behind the sixth decimal place. */
function rounded(amount: string): string {
  return amount.replace(/\d+\.\d+/g, (digits) => String(Number(Number(digits).toFixed(6))));
}
