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
