import { instantOf } from "../../src/model/time.ts";
import { describe, expect, test } from "vitest";
import { conflictsOf } from "../../src/evidence/rivals.ts";
import type { RivalFigure } from "../../src/evidence/rivals.ts";

const killed = (value: number, over: Partial<RivalFigure> = {}): RivalFigure => ({
  kind: "casualties",
  value,
  max: null,
  unit: null,
  qualifier: "exactly",
  counts: "killed",
  asOf: null,
  ...over,
});

describe("rival figures", () => {
  test("figures that contradict each other stand together", () => {
    expect(conflictsOf([killed(35), killed(180), killed(7, { counts: "missing" })]).rivals).toEqual([[0, 1]]);
  });

  test("what can hold at once is no rival", () => {
    expect(conflictsOf([killed(35, { qualifier: "at-least" }), killed(180)]).rivals).toEqual([]);
    expect(conflictsOf([killed(100, { qualifier: "about" }), killed(95)]).rivals).toEqual([]);
    expect(conflictsOf([killed(10, { max: 20, qualifier: "between" }), killed(15)]).rivals).toEqual([]);
  });

  test("only the same thing in the same unit is compared; wounded are injured", () => {
    expect(conflictsOf([killed(5, { counts: "wounded" }), killed(9, { counts: "injured" })]).rivals).toEqual([[0, 1]]);
    expect(
      conflictsOf([
        killed(5, { kind: "money", unit: "USD", counts: "aid" }),
        killed(9, { kind: "money", unit: "EUR", counts: "aid" }),
      ]).rivals,
    ).toEqual([]);
    expect(conflictsOf([killed(5, { counts: null }), killed(9, { counts: null })]).rivals).toEqual([]);
    expect(conflictsOf([killed(20310303, { kind: "date" }), killed(20310304, { kind: "date" })]).rivals).toEqual([]);
  });

  test("a figure that agrees with all stays out", () => {
    expect(conflictsOf([killed(35), killed(30, { qualifier: "at-least" }), killed(40)]).rivals).toEqual([[0, 2]]);
  });
});

describe("figures of one claim over time", () => {
  const at = (hour: number): RivalFigure["asOf"] => instantOf(Date.UTC(2033, 4, 18, hour));
  const told = (
    value: number,
    hour: number,
    sentence: string,
    speaker: string,
    over: Partial<RivalFigure> = {},
  ): RivalFigure => killed(value, { asOf: at(hour), sentence, speaker, report: `${speaker} ${hour}`, ...over });

  test("a count that has grown is an update, whoever tells it", () => {
    const { pairs, updates } = conflictsOf([
      told(35, 8, "35 people were killed.", "police"),
      told(41, 18, "The number of dead has risen to 41.", "mayor"),
    ]);
    expect(pairs).toEqual([]);
    expect(updates).toEqual([{ from: 0, to: 1, how: "grew" }]);
  });

  test("two counts of the same hour contradict each other, whenever they are printed", () => {
    const { pairs } = conflictsOf([
      told(18, 15, "18 people had died by two o'clock.", "nurse"),
      told(6, 23, "6 people had died by two o'clock.", "commissioner"),
    ]);
    expect(pairs).toEqual([[0, 1]]);
  });

  test("the dead do not become fewer; a correction says so", () => {
    const fewer = conflictsOf([told(40, 8, "40 people died.", "paper"), told(31, 18, "31 people died.", "police")]);
    expect(fewer.pairs).toEqual([[0, 1]]);
    const corrected = conflictsOf([
      told(40, 8, "40 people died.", "police"),
      told(31, 18, "Police corrected the number of dead to 31.", "police"),
    ]);
    expect(corrected).toMatchObject({ pairs: [], updates: [{ from: 0, to: 1, how: "corrected" }] });
  });

  test("what a sentence takes back does not count", () => {
    const figures = [
      told(340, 8, "340 passengers were on board.", "company", { kind: "count", counts: "passenger", text: "340" }),
      told(340, 18, "304 passengers, not 340 as we wrote.", "company", {
        kind: "count",
        counts: "passenger",
        text: "340",
      }),
      told(304, 18, "304 passengers, not 340 as we wrote.", "company", {
        kind: "count",
        counts: "passenger",
        text: "304",
      }),
    ];
    expect(conflictsOf(figures)).toMatchObject({ pairs: [], updates: [{ from: 0, to: 2, how: "corrected" }] });
  });

  test("money that is given contradicts nothing", () => {
    const money = { kind: "money", unit: "USD", counts: null } as const;
    const { pairs, updates } = conflictsOf([
      told(25e6, 8, "The foundation pledged $25 million.", "a", money),
      told(10e6, 18, "The foundation will give a further $10 million.", "a", money),
    ]);
    expect([...pairs, ...updates]).toEqual([]);
  });
});

describe("figures in their sentences", () => {
  const at = (hour: number): RivalFigure["asOf"] => instantOf(Date.UTC(2033, 4, 18, hour));
  let reports = 0;
  const said = (
    hour: number,
    sentence: string,
    text: string,
    value: number,
    over: Partial<RivalFigure> = {},
  ): RivalFigure => {
    reports += 1;
    const report = `r${reports}`;
    return {
      ...killed(value),
      kind: "count",
      counts: null,
      asOf: at(hour),
      sentence,
      text,
      report,
      speaker: report,
      ...over,
    };
  };
  const none = { pairs: [], updates: [] };

  test("between two reports the dead go with the dead, and what both tell is out of the way", () => {
    const both = { report: "one", speaker: "police" };
    const figures = [
      said(8, "Seven people died and 23 were injured.", "Seven people died", 7, {
        ...both,
        kind: "casualties",
        counts: "killed",
      }),
      said(8, "Seven people died and 23 were injured.", "23 were injured", 23, {
        ...both,
        kind: "casualties",
        counts: "injured",
      }),
      said(9, "The hospital took in 31 injured.", "31 injured", 31, { kind: "casualties", counts: "injured" }),
    ];
    expect(conflictsOf(figures).pairs).toEqual([[1, 2]]);
    const whole = [
      said(8, "Of 640 colonies 590 are dead.", "640 colonies", 640, { counts: "colony", report: "one" }),
      said(8, "Of 640 colonies 590 are dead.", "590 are dead", 590, { counts: "colony", report: "one" }),
      said(9, "590 of the 640 colonies have perished.", "590", 590, { counts: "colony", report: "two" }),
      said(9, "590 of the 640 colonies have perished.", "640 colonies", 640, { counts: "colony", report: "two" }),
    ];
    expect(conflictsOf(whole)).toMatchObject(none);
  });

  test("two sides of a river, two months and two groups are counted apart", () => {
    const home = { counts: "home" };
    const sides = [
      said(8, "North of the river 40 homes were flooded.", "40 homes", 40, home),
      said(8, "South of the river 95 homes were flooded.", "95 homes", 95, home),
    ];
    const months = [
      said(8, "Exports came to 2,100 tonnes in March.", "2,100 tonnes", 2100, { unit: "t" }),
      said(8, "Exports came to 1,400 tonnes in April.", "1,400 tonnes", 1400, { unit: "t" }),
    ];
    const changes = [
      said(8, "The river rose by 40 centimetres.", "40 centimetres", 0.4, { unit: "m" }),
      said(8, "The river stood at 6.1 metres.", "6.1 metres", 6.1, { unit: "m" }),
    ];
    for (const figures of [sides, months, changes]) expect(conflictsOf(figures)).toMatchObject(none);
  });

  test("who is still without power or missing may be fewer later; at one hour there is one number", () => {
    const home = { counts: "home" };
    const later = conflictsOf([
      said(6, "At six 3,200 homes were without power.", "3,200 homes", 3200, home),
      said(18, "By five in the afternoon 900 homes were still without power.", "900 homes", 900, home),
    ]);
    expect(later).toMatchObject({ pairs: [], updates: [{ from: 0, to: 1, how: "fell" }] });
    const once = conflictsOf([
      said(8, "By six 3,200 homes were without power.", "3,200 homes", 3200, home),
      said(18, "By six in the morning 900 homes were without power.", "900 homes", 900, home),
    ]);
    expect(once.pairs).toEqual([[0, 1]]);
  });

  test("a speaker stands by a count until he tells another", () => {
    const missing = { kind: "casualties", counts: "missing" } as const;
    const { pairs } = conflictsOf([
      said(6, "Eleven are missing.", "Eleven are missing", 11, { ...missing, speaker: "harbour" }),
      said(20, "Eleven are missing, as before.", "Eleven are missing", 11, { ...missing, speaker: "harbour" }),
      said(21, "Four are missing.", "Four are missing", 4, missing),
    ]);
    expect(pairs).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test("whoever takes a count back says which came first, and a correction needs no such word", () => {
    const car = { counts: "car" };
    const figures = [
      said(8, "The brigade counted 48 cars.", "48 cars", 48, car),
      said(9, "The brigade counted 38 cars.", "38 cars", 38, car),
      said(10, "There were 38 cars, not 48 as the brigade had first said.", "38 cars", 38, { ...car, report: "last" }),
      said(10, "There were 38 cars, not 48 as the brigade had first said.", "48", 48, { ...car, report: "last" }),
    ];
    const { pairs, updates } = conflictsOf(figures);
    expect(pairs).toEqual([]);
    expect(updates).toEqual(
      expect.arrayContaining([
        { from: 0, to: 1, how: "corrected" },
        { from: 0, to: 2, how: "corrected" },
      ]),
    );
  });

  test("a measure agrees with what it is rounded to, a negated bound is the other bound", () => {
    const metre = { kind: "distance", unit: "m" } as const;
    const rounded = [
      said(8, "The wave was 9.2 metres high.", "9.2 metres", 9.2, metre),
      said(9, "The wave was nine metres high.", "nine metres", 9, metre),
    ];
    expect(conflictsOf(rounded)).toMatchObject(none);
    const bound = [
      said(8, "The jet was 150 metres above the ground when it turned.", "150 metres", 150, metre),
      said(9, "The jet never sank below 310 metres above the ground when it turned.", "below 310 metres", 310, {
        ...metre,
        qualifier: "less-than",
      }),
    ];
    expect(conflictsOf(bound).pairs).toEqual([[0, 1]]);
  });

  test("a sentence that tells two counts has them from two sources", () => {
    const dead = { kind: "casualties", counts: "killed" } as const;
    const both = "The governor's office gives 17 dead, the Plateau army five.";
    const figures = [
      said(8, "The governor's office said that 17 people were killed.", "17 people were killed", 17, {
        ...dead,
        speaker: "governor",
      }),
      said(9, "Five were killed, the general staff of the Plateau army said.", "Five were killed", 5, {
        ...dead,
        speaker: "army",
      }),
      said(12, both, "17 dead", 17, { ...dead, speaker: "governor", report: "both" }),
      said(12, both, "five", 5, { ...dead, speaker: "governor", report: "both" }),
    ];
    const { pairs, updates } = conflictsOf(figures);
    expect(updates).toEqual([]);
    expect(pairs).toEqual([
      [0, 1],
      [0, 3],
      [1, 2],
      [2, 3],
    ]);
  });

  test("what is told of another time, of a part or of a room is set against nothing", () => {
    const dead = { kind: "casualties", counts: "killed" } as const;
    const fire = said(8, "The fire killed 12 people.", "killed 12 people", 12, dead);
    const before = [
      fire,
      said(9, "The fire killed 12 people; a fire two years ago killed 30.", "killed 12 people", 12, {
        ...dead,
        report: "two",
      }),
      said(9, "The fire killed 12 people; a fire two years ago killed 30.", "30", 30, { ...dead, report: "two" }),
    ];
    expect(conflictsOf(before)).toMatchObject({ pairs: [], updates: [] });
    const hurt = { kind: "casualties", counts: "injured" } as const;
    const some = [
      said(8, "The crash injured 31 passengers.", "injured 31 passengers", 31, hurt),
      said(9, "Nineteen of the injured were brought to the clinic.", "Nineteen of the injured", 19, hurt),
    ];
    expect(conflictsOf(some)).toMatchObject({ pairs: [], updates: [] });
    // So many at least: more than another report has of all.
    const more = [
      said(8, "The crash injured 11 passengers.", "injured 11 passengers", 11, hurt),
      some[1] as RivalFigure,
    ];
    expect(conflictsOf(more).pairs).toEqual([[0, 1]]);
  });
});
