import { describe, expect, test } from "vitest";
import { rivalsOf } from "../../src/evidence/rivals.ts";
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
    expect(rivalsOf([killed(35), killed(180), killed(7, { counts: "missing" })])).toEqual([[0, 1]]);
  });

  test("what can hold at once is no rival", () => {
    expect(rivalsOf([killed(35, { qualifier: "at-least" }), killed(180)])).toEqual([]);
    expect(rivalsOf([killed(100, { qualifier: "about" }), killed(95)])).toEqual([]);
    expect(rivalsOf([killed(10, { max: 20, qualifier: "between" }), killed(15)])).toEqual([]);
  });

  test("only the same thing in the same unit is compared; wounded are injured", () => {
    expect(rivalsOf([killed(5, { counts: "wounded" }), killed(9, { counts: "injured" })])).toEqual([[0, 1]]);
    expect(
      rivalsOf([
        killed(5, { kind: "money", unit: "USD", counts: "aid" }),
        killed(9, { kind: "money", unit: "EUR", counts: "aid" }),
      ]),
    ).toEqual([]);
    expect(rivalsOf([killed(5, { counts: null }), killed(9, { counts: null })])).toEqual([]);
    expect(rivalsOf([killed(20310303, { kind: "date" }), killed(20310304, { kind: "date" })])).toEqual([]);
  });

  test("a figure that agrees with all stays out", () => {
    expect(rivalsOf([killed(35), killed(30, { qualifier: "at-least" }), killed(40)])).toEqual([[0, 2]]);
  });
});
