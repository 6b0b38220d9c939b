import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SnapshotStore } from "../../../src/intake/ports.ts";
import { sha256 } from "../../../src/model/sha256.ts";

export interface SnapshotStoreUnderTest {
  readonly store: SnapshotStore;
  close(): Promise<void>;
}

/** What every SnapshotStore keeps to. `make` gives an empty one for each test. */
export function describeSnapshotStore(name: string, make: () => Promise<SnapshotStoreUnderTest>): void {
  describe(`SnapshotStore: ${name}`, () => {
    let t: SnapshotStoreUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());

    it.each([
      ["nothing", new Uint8Array(0)],
      ["every byte", Uint8Array.from({ length: 256 }, (_, i) => i)],
      ["two megabytes", new Uint8Array(2_000_000).fill(7)],
    ])("gives back the same bytes under their SHA-256: %s", async (_what, bytes) => {
      const name = await t.store.put(bytes);
      expect(name).toBe(sha256(bytes));
      const back = await t.store.get(name);
      expect(back !== null && Buffer.from(back).equals(bytes)).toBe(true);
    });

    it("takes the same bytes again, also at the same time", async () => {
      const bytes = new TextEncoder().encode("the same");
      const names = await Promise.all([t.store.put(bytes), t.store.put(bytes), t.store.put(bytes)]);
      expect(new Set(names).size).toBe(1);
      expect(Buffer.from((await t.store.get(names[0]))!).toString()).toBe("the same");
    });

    it("says null for bytes that it never saw", async () => {
      expect(await t.store.get(sha256("never"))).toBeNull();
    });

    it("does not change when the caller reuses its buffer", async () => {
      const bytes = new TextEncoder().encode("before");
      const name = await t.store.put(bytes);
      bytes.fill(0);
      const first = await t.store.get(name);
      first?.fill(0);
      expect(Buffer.from((await t.store.get(name))!).toString()).toBe("before");
    });
  });
}
