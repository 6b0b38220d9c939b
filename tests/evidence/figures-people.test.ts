import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/evidence/figures/find.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { model } from "../language/model.ts";

const counts = (text: string): string[] =>
  findFigures(readingOf(text, model), null).map(
    (f) => `${f.max === null ? f.value : `${f.value}..${f.max}`} ${f.counts}`,
  );

describe("what befell those who are counted", () => {
  test.each([
    ["A bomb went off, killing all nine people on board.", ["9 killed"]],
    ["Troops shot dead four demonstrators and wounded another thirteen.", ["4 killed", "13 injured"]],
    ["Gunmen shot and killed six bricklayers on their way to work.", ["6 killed"]],
    ["Police shot at least seven demonstrators, two fatally.", ["7 injured", "2 killed"]],
    ["Nineteen people, including the governor and two of his aides, died.", ["19 killed", "2 killed"]],
    ["Nine paramilitaries, a cleric and 14 bystanders perished.", ["9 killed", "14 killed"]],
    ["Two teenagers, a driver and at least four shoppers were among the dead.", ["2 killed", "4 killed"]],
    ["Among the dead were two nurses, a porter and five patients.", ["2 killed", "5 killed"]],
    ["Five peacekeepers were slain, as were three interpreters.", ["5 killed", "3 killed"]],
    ["The accident claimed four lives: three labourers and their foreman.", ["4 killed", "3 killed"]],
    ["They recovered the bodies of nine men, two women and an infant.", ["9 killed", "2 killed"]],
    ["They brought up 14 bodies, six of them firefighters who had gone in.", ["14 killed", "6 killed"]],
    ["22 died at the scene and four more in hospital.", ["22 killed", "4 killed"]],
    ["The villagers buried 12 of their own.", ["12 killed"]],
    ["The number of dead, by a count that the ministry disputes, has reached 68.", ["68 killed"]],
    ["The crash cost four their lives.", ["4 killed"]],
    ["A gang killing brought to nine the number of murders this month.", ["9 killed"]],
    ["The bomber killed himself and 21 worshippers.", ["21 killed"]],
    ["Seven of the 20 people rescued later died.", ["7 killed"]],
    ["Two captives died; three evacuees were hurt.", ["2 killed", "3 injured"]],
    ["Fighters seized nine sailors from a tanker.", ["9 kidnapped"]],
    ["Police seized 12 smugglers.", ["12 smuggler"]],
    ["Twelve hostages were still being held.", ["12 kidnapped"]],
    ["They had taken 27 soldiers prisoner.", ["27 captured"]],
    ["The guards released sixty prisoners of war.", ["60 captured"]],
    ["Eighty villagers were carried off by raiders.", ["80 kidnapped"]],
    ["More than 30,000 villagers fled across the river.", ["30000 displaced"]],
    ["Clashes have forced roughly 12,000 civilians to abandon their homes.", ["12000 displaced"]],
    ["Officials ordered 60,000 residents of the coastal strip to evacuate.", ["60000 evacuated"]],
    ["The airlift brought out 9,600 evacuees.", ["9600 evacuated"]],
    ["Eighteen of the injured were hospitalised.", ["18 hospitalised"]],
    ["Seven students shot in the protest are recovering in hospital.", ["7 hospitalised"]],
    ["Three officers needed hospital treatment.", ["3 hospitalised"]],
    ["The tornado sent 45 people to emergency rooms.", ["45 hospitalised"]],
    ["Fatalities 5 (one child), injured 18, rescued 7.", ["5 killed", "1 killed", "18 injured"]],
    ["Eleven deckhands are feared lost.", ["11 missing"]],
    ["No civilians were harmed.", ["0 injured"]],
  ])("%s", (text, wanted) => {
    expect(counts(text).slice(0, wanted.length)).toEqual(wanted);
  });

  test.each([
    ["Police hold three murder suspects and two hostage negotiators met.", ["3 suspect", "2 negotiator"]],
    ["One man drowned and two others had to be rescued.", ["1 killed", "2 man"]],
    ["Between six and eight suspects are being sought.", ["6..8 suspect"]],
    ["More than 60 whales died, and the disease killed 3,000 chickens.", ["60 whale", "3000 chicken"]],
    ["51 drones were shot down.", ["51 drone"]],
    ["The firm will eliminate 40 posts.", ["40 post"]],
    ["It denied that its managers, two of whom have left, had known.", ["2 manager"]],
  ])("and what did not: %s", (text, wanted) => {
    expect(counts(text)).toEqual(wanted);
  });

  test("a column's head says what the cells of a table count", () => {
    expect(counts("District | Dead | Missing\nVell | 13 | 2\nTarn | 8 | 5")).toEqual([
      "13 killed",
      "2 missing",
      "8 killed",
      "5 missing",
    ]);
  });
});

describe("amounts", () => {
  const amounts = (text: string): string[] =>
    findFigures(readingOf(text, model), null).map(
      (f) => `${f.max === null ? f.value : `${f.value}..${f.max}`} ${f.unit} ${f.qualifier}`,
    );
  test.each([
    ["The price is 2,5 Mrd. €.", ["2500000000 EUR exactly"]],
    ["They were fined 1m-2m kwacha each.", ["1000000..2000000 ZMW between"]],
    ["It cost 3.5m Danish kroner.", ["3500000 DKK exactly"]],
    ["Up to 40 million West African CFA francs was paid.", ["40000000 XOF up-to"]],
    ["It falls short of the $180m asked for.", ["180000000 USD exactly"]],
    ["Seats cost 2.50 euros, 50 cents more than last year.", ["2.5 EUR exactly", "0.5 EUR exactly"]],
    ["It brought in a shade under 5 billion lei.", ["5000000000 RON nearly"]],
    ["Between a third and a half of the herd was culled.", ["33.33..50 % between"]],
    ["The poll gave her 48%, him 41 and the rest 11.", ["48 % exactly", "41 % exactly", "11 % exactly"]],
    ["Roughly one in 12 adults agreed.", ["8.33 % about"]],
  ])("%s", (text, wanted) => {
    expect(amounts(text)).toEqual(wanted);
  });
});
