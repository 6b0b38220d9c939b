import fc from "fast-check";
import { expect, test } from "vitest";
import { readLinear, writeLinear } from "../../src/language/linear.ts";

const BITS = 4;
const classNames = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${i}`);

/** Any model of 2 to 40 classes with 16 rows, and features for it. */
const anyModel = fc.integer({ min: 2, max: 40 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    weights: fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -127, max: 127 })), {
        minLength: width * 16,
        maxLength: width * 16,
      })
      .map((weights) => Int8Array.from(weights)),
    features: fc.array(fc.integer(), { maxLength: 128 }),
  }),
);

test("a model read back scores as the plain sum of its weights, up to what is the same for all classes", () => {
  fc.assert(
    fc.property(anyModel, ({ width, weights, features }) => {
      const model = readLinear(writeLinear({ classes: classNames(width), bits: BITS, scale: 1 }, weights));
      const plain = classNames(width).map((_, c) =>
        features.reduce((sum, feature) => sum + (weights[(feature >>> (32 - BITS)) * width + c] as number), 0),
      );
      const out = new Int32Array(width);
      model.score(Int32Array.from(features), features.length, out);
      expect([...out]).toEqual(plain.map((score) => score - (plain[0] as number)));
      expect(plain[model.best(Int32Array.from(features), features.length)]).toBe(Math.max(...plain));
    }),
  );
});

test("bytes that are no model, cut off or too long are refused", () => {
  const bytes = writeLinear({ classes: ["a", "b"], bits: BITS, scale: 1 }, new Int8Array(32).fill(3));
  expect(() => readLinear(new Uint8Array(40))).toThrow("no linear model");
  expect(() => readLinear(bytes.subarray(0, bytes.length - 1))).toThrow("cut off");
  expect(() => readLinear(Uint8Array.from([...bytes, 1]))).toThrow("cut off");
});
