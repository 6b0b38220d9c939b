import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, type Instant } from "../../../src/model/time.ts";
import { instantIn, localOf } from "../../../src/web/desk/zone.ts";

const zones = ["Europe/Kyiv", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"];

test("what a clock shows leads back to the minute, except in an hour that comes twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom(...zones), (seconds, zone) => {
      const instant = instantOf(seconds * 1000 - ((seconds * 1000) % 60_000));
      const local = localOf(instant, zone);
      const back = instantIn(local, zone);
      if (back === null) throw new Error(local);
      expect(localOf(back, zone)).toBe(local);
      expect(back <= instant).toBe(true);
    }),
  );
});

test("a skipped hour moves forward, a repeated one is the first", () => {
  expect(instantIn("2031-03-30T03:30", "Europe/Kyiv")).toBe("2031-03-30T01:30:00Z");
  expect(instantIn("2031-10-26T03:30", "Europe/Kyiv")).toBe("2031-10-26T00:30:00Z");
  expect(localOf("2031-03-03T12:20:00Z" as Instant, "Europe/Kyiv")).toBe("2031-03-03T14:20");
});

test("what is no time is none", () => {
  for (const text of ["", "tomorrow", "2031-13-40T99:99", "2031-03-03", "2031-03-03T14:20Z"]) {
    expect(instantIn(text, "UTC")).toBeNull();
  }
});
