import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intervalOf } from "../../src/model/figure.ts";
import type { Figure } from "../../src/model/figure.ts";

describe("intervals", () => {
  const interval = (qualifier: Figure["qualifier"], value: number, max: number | null = null): readonly number[] =>
    intervalOf({ qualifier, value, max });

  test("follow the qualifier, below zero too", () => {
    expect(interval("exactly", 5)).toEqual([5, 5]);
    expect(interval("between", 5, 7)).toEqual([5, 7]);
    expect(interval("about", 100)).toEqual([90, 110]);
    expect(interval("about", -10)).toEqual([-11, -9]);
    expect(interval("nearly", 100)).toEqual([90, 100]);
    expect(interval("nearly", -10)).toEqual([-10, -9]);
    expect(interval("at-least", 5)).toEqual([5, Number.POSITIVE_INFINITY]);
    expect(interval("more-than", -5)).toEqual([-5, Number.POSITIVE_INFINITY]);
    expect(interval("up-to", 5)).toEqual([0, 5]);
    expect(interval("less-than", -5)).toEqual([Number.NEGATIVE_INFINITY, -5]);
    expect(interval("less-than", 0)).toEqual([0, 0]);
  });

  test("never begin after they end", () => {
    const qualifiers = [
      "exactly",
      "about",
      "at-least",
      "more-than",
      "up-to",
      "less-than",
      "nearly",
      "between",
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...qualifiers), fc.integer(), fc.option(fc.integer()), (qualifier, value, max) => {
        const [from, to] = interval(qualifier, value, max);
        expect(from).toBeLessThanOrEqual(to as number);
      }),
    );
  });
});
