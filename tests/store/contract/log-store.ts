import { setImmediate } from "node:timers/promises";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogStore } from "../../../src/record/ports.ts";

export interface LogStoreUnderTest {
  readonly store: LogStore;
  readonly close: () => Promise<void>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every LogStore keeps to. `make` gives an empty one for each test. */
export function describeLogStore(name: string, make: () => Promise<LogStoreUnderTest>): void {
  describe(`LogStore: ${name}`, () => {
    let t: LogStoreUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());

    it("is empty at first", async () => {
      expect(await t.store.size()).toBe(0);
      expect(await t.store.checkpoint()).toBeNull();
      expect(await t.store.leaves(0, 0)).toEqual([]);
      expect(await t.store.leaves(0, 10)).toEqual([]);
    });

    it("keeps leaves in order and the newest checkpoint, as plain bytes", async () => {
      await t.store.append(0, [bytes("one"), bytes("two")], bytes("checkpoint 2"));
      await t.store.append(2, [bytes("three")], bytes("checkpoint 3"));
      expect(await t.store.size()).toBe(3);
      expect(await t.store.leaves(0, 3)).toEqual([bytes("one"), bytes("two"), bytes("three")]);
      expect(await t.store.leaves(1, 2)).toEqual([bytes("two")]);
      expect(await t.store.leaves(2, 99)).toEqual([bytes("three")]);
      expect(await t.store.leaves(2, 1)).toEqual([]);
      expect(await t.store.checkpoint()).toEqual(bytes("checkpoint 3"));
      expect(Object.getPrototypeOf((await t.store.leaves(0, 1))[0])).toBe(Uint8Array.prototype);
    });

    it("refuses another size than it has, and changes nothing", async () => {
      await t.store.append(0, [bytes("one")], bytes("checkpoint 1"));
      for (const wrong of [0, 2, 99]) {
        await expect(t.store.append(wrong, [bytes("x")], bytes("bad"))).rejects.toMatchObject({ code: "LOG_CONFLICT" });
      }
      expect(await t.store.leaves(0, 10)).toEqual([bytes("one")]);
      expect(await t.store.checkpoint()).toEqual(bytes("checkpoint 1"));
    });

    it("lets exactly one of several writers of the same size win, also on an empty log", async () => {
      for (const size of [0, 1]) {
        const writers = ["a", "b", "c", "d"].map((who) => t.store.append(size, [bytes(who)], bytes(`by ${who}`)));
        const outcomes = await Promise.allSettled(writers);
        const won = outcomes.findIndex((outcome) => outcome.status === "fulfilled");
        expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
        const reasons = outcomes.flatMap((outcome) =>
          outcome.status === "rejected" ? [outcome.reason as unknown] : [],
        );
        for (const reason of reasons) expect(reason).toMatchObject({ code: "LOG_CONFLICT" });
        const who = "abcd"[won]!;
        expect(await t.store.leaves(size, size + 9)).toEqual([bytes(who)]);
        expect(await t.store.checkpoint()).toEqual(bytes(`by ${who}`));
      }
    });

    it("never shows a checkpoint of one size with the leaves of another", async () => {
      const writer = async (): Promise<void> => {
        for (let size = 0; size < 40; size += 2) {
          await t.store.append(size, [bytes(`${size}`), bytes(`${size + 1}`)], bytes(`${size + 2}`));
        }
      };
      const reader = async (): Promise<void> => {
        for (let seen = 0; seen < 40;) {
          seen = Number(new TextDecoder().decode((await t.store.checkpoint()) ?? undefined));
          expect(seen % 2).toBe(0);
          expect((await t.store.leaves(0, seen)).length).toBe(seen);
          // Memory answers without letting anybody else run.
          await setImmediate();
        }
      };
      await Promise.all([writer(), reader()]);
    });

    it("takes any bytes, and many at once", async () => {
      let size = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
          fc.uint8Array(),
          async (some, mark) => {
            await t.store.append(size, some, mark);
            expect(await t.store.leaves(size, size + some.length)).toEqual(some);
            expect(await t.store.checkpoint()).toEqual(mark);
            size += some.length;
          },
        ),
        { numRuns: 25 },
      );
      const many = Array.from({ length: 1203 }, (_, i) => bytes(`leaf ${i}`));
      await t.store.append(size, [...many, new Uint8Array(65_535).fill(255)], bytes("end"));
      expect(await t.store.leaves(size + 499, size + 501)).toEqual([bytes("leaf 499"), bytes("leaf 500")]);
      expect((await t.store.leaves(size + 1203, size + 1204))[0]).toHaveLength(65_535);
    });

    it("is not changed by what the caller does to its bytes later", async () => {
      const leaf = bytes("leaf");
      const mark = bytes("mark");
      await t.store.append(0, [leaf], mark);
      leaf.fill(0);
      mark.fill(0);
      (await t.store.leaves(0, 1))[0]?.fill(1);
      expect(await t.store.leaves(0, 1)).toEqual([bytes("leaf")]);
      expect(await t.store.checkpoint()).toEqual(bytes("mark"));
    });
  });
}
