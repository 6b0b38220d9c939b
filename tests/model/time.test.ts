import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageAt, instantOf, msOf, parseInstant } from "../../src/model/time.ts";

const age = (from: string, to: string): ReturnType<typeof ageAt> => ageAt(parseInstant(from), parseInstant(to));

describe("age in the words of a calendar", () => {
  test.each([
    ["2022-03-03T12:00:00Z", "2022-03-03T12:59:00Z", { unit: "now" }],
    ["2022-03-03T12:00:00Z", "2022-03-04T11:00:00Z", { unit: "hours", hours: 23 }],
    ["2022-03-03T12:00:00Z", "2022-03-06T11:00:00Z", { unit: "days", days: 2 }],
    ["2022-03-03T12:00:00Z", "2023-10-03T12:00:00Z", { unit: "months", years: 1, months: 7 }],
    ["2022-03-03T12:00:00Z", "2023-10-03T11:59:00Z", { unit: "months", years: 1, months: 6 }],
    ["2022-01-31T12:00:00Z", "2022-02-28T12:00:00Z", { unit: "days", days: 28 }],
    ["2022-03-03T12:00:00Z", "2021-03-03T12:00:00Z", { unit: "now" }],
  ])("from %s to %s", (from, to, expected) => {
    expect(age(from, to)).toEqual(expected);
  });

  test("never goes down as time passes", () => {
    const order = (a: ReturnType<typeof ageAt>): number =>
      a.unit === "now"
        ? 0
        : a.unit === "hours"
          ? a.hours / 24
          : a.unit === "days"
            ? a.days
            : 27 + (a.years * 12 + a.months) * 32;
    const ms = fc.integer({ min: 0, max: 5e11 });
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 2e12 }), ms, ms, (from, a, b) => {
        const start = instantOf(from);
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        return order(ageAt(start, instantOf(from + first))) <= order(ageAt(start, instantOf(from + second)));
      }),
    );
  });
});

describe("instants", () => {
  test("sort as text as they do in time", () => {
    const ms = fc.integer({ min: 0, max: 4e12 });
    fc.assert(fc.property(ms, ms, (a, b) => instantOf(a) < instantOf(b) === msOf(instantOf(a)) < msOf(instantOf(b))));
  });

  test("zones are turned into UTC; times without a zone are refused", () => {
    expect(parseInstant("2031-03-03T14:20+02:00")).toBe("2031-03-03T12:20:00Z");
    expect(() => parseInstant("2031-03-03T14:20")).toThrowError(expect.objectContaining({ code: "INPUT_INVALID" }));
    expect(() => parseInstant("2031-13-03T14:20:00Z")).toThrowError(expect.objectContaining({ code: "INPUT_INVALID" }));
  });
});
