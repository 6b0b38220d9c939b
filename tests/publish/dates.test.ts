import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, parseInstant } from "../../src/model/time.ts";
import { Dates, datesIn } from "../../src/publish/dates.ts";
import { messagesIn } from "../../src/publish/messages.ts";

const en = messagesIn("en");
const zones = ["Europe/Kyiv", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC", "Pacific/Apia"];

test.each(zones)("%s: remembered times are those of the standard library, also when clocks change", (timeZone) => {
  const dates = new Dates(en, timeZone);
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone });
  const from = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }), (minutes) => {
      const ms = from + minutes * 60_000;
      expect(dates.moment(instantOf(ms))).toBe(`${time.format(ms)}, ${day.format(ms)}`);
    }),
    { numRuns: 400 },
  );
});

test("times come with their zone, in words and as an offset", () => {
  const kyiv = datesIn(en, "en", "Europe/Kyiv");
  expect(kyiv.fullMoment(parseInstant("2031-03-03T12:20:00Z"))).toBe("14:20 on Monday, 3 March 2031");
  expect(kyiv.zone(parseInstant("2031-03-03T12:20:00Z"))).toBe("Eastern European Time (UTC+2)");
  expect(kyiv.zone(parseInstant("2031-07-03T12:20:00Z"))).toBe("Eastern European Time (UTC+3)");
  expect(datesIn(en, "en", "Nowhere/Land").zone(parseInstant("2031-03-03T12:20:00Z"))).toBe("UTC");
});
