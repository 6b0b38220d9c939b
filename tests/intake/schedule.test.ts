import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterFailure, afterNotModified, afterSuccess, WAIT_MAX_MINUTES } from "../../src/intake/schedule.ts";
import type { Source } from "../../src/model/source.ts";
import { msOf } from "../../src/model/time.ts";
import { aSource, at } from "./contract/examples.ts";

const now = at("2031-03-03T12:00:00Z");
const error = { code: "FETCH_TIMEOUT", message: "It took too long." };
const minutesUntilNext = (source: Source) => (msOf(source.nextPollAt) - msOf(now)) / 60_000;

describe("when a source is asked again", () => {
  it("after its interval when all is well, and its failures are forgotten", () => {
    const failing = aSource(1, { failures: 4, lastError: "x", etag: "old", lastModified: "old" });
    const after = afterSuccess(failing, now, { etag: '"a"', lastModified: "" });
    expect(after).toMatchObject({
      failures: 0,
      lastError: "",
      etag: '"a"',
      lastModified: "",
      lastPollAt: now,
      lastSuccessAt: now,
    });
    expect(minutesUntilNext(after)).toBe(15);
    expect(afterNotModified(failing, now)).toMatchObject({
      failures: 0,
      lastError: "",
      etag: "old",
      lastModified: "old",
      lastSuccessAt: now,
    });
  });

  it("after twice as long with each failure in a row, up to a day", () => {
    let source = aSource(1, { lastSuccessAt: at("2031-03-01T00:00:00Z") });
    const waits: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      source = afterFailure(source, now, error, 0);
      waits.push(minutesUntilNext(source));
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect(source).toMatchObject({
      failures: 9,
      lastError: "FETCH_TIMEOUT: It took too long.",
      lastPollAt: now,
      lastSuccessAt: at("2031-03-01T00:00:00Z"),
    });
  });

  it("never sooner than its interval, never later than a day or its interval, whatever the chance", () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.integer({ min: 1, max: 10_080 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, everyMinutes, jitter) => {
          const wait = minutesUntilNext(afterFailure(aSource(1, { failures, everyMinutes }), now, error, jitter));
          expect(wait).toBeGreaterThanOrEqual(everyMinutes);
          expect(wait).toBeLessThanOrEqual(Math.max(WAIT_MAX_MINUTES, everyMinutes));
        },
      ),
    );
  });

  it("at different times for sources that failed together", () => {
    const waits = [0, 0.5, 1].map((jitter) => minutesUntilNext(afterFailure(aSource(1), now, error, jitter)));
    expect(waits).toEqual([30, 33, 36]);
  });
});
