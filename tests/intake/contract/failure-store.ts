import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IntakeFailure, IntakeFailureStore } from "../../../src/intake/ports.ts";
import type { UserId } from "../../../src/model/id.ts";
import { sha256 } from "../../../src/model/sha256.ts";
import { at } from "./examples.ts";

export interface IntakeFailureStoreUnderTest {
  readonly store: IntakeFailureStore;
  close(): Promise<void>;
}

/** What every IntakeFailureStore keeps to. `make` gives an empty one for each test. */
export function describeIntakeFailureStore(name: string, make: () => Promise<IntakeFailureStoreUnderTest>): void {
  describe(`IntakeFailureStore: ${name}`, () => {
    let t: IntakeFailureStoreUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());

    it("lists the newest first, the last added first among those of one time, up to the limit", async () => {
      const failure = (minute: number, url: string): IntakeFailure => ({
        at: at(`2031-03-03T12:${minute}:00Z`),
        url,
        code: "FETCH_TIMEOUT",
        message: "It took too long.",
        sha256: null,
        by: null,
      });
      const full: IntakeFailure = {
        ...failure(30, "https://gazette.example/c"),
        sha256: sha256("some"),
        by: "u0000000000000001" as UserId,
      };
      await t.store.add(failure(10, "https://gazette.example/a"));
      await t.store.add(failure(20, "https://gazette.example/b"));
      await t.store.add(failure(20, "https://gazette.example/b2"));
      await t.store.add(full);
      const all = await t.store.list(10);
      expect(all.map((f) => f.url.slice(24))).toEqual(["c", "b2", "b", "a"]);
      expect(all[0]).toEqual(full);
      expect(await t.store.list(2)).toHaveLength(2);
    });
  });
}
