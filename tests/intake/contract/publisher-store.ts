import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PublisherStore } from "../../../src/intake/ports.ts";
import type { PublisherId } from "../../../src/model/id.ts";
import { aPublisher } from "./examples.ts";

export interface PublisherStoreUnderTest {
  readonly store: PublisherStore;
  close(): Promise<void>;
}

/** What every PublisherStore keeps to. `make` gives an empty one for each test. */
export function describePublisherStore(name: string, make: () => Promise<PublisherStoreUnderTest>): void {
  describe(`PublisherStore: ${name}`, () => {
    let t: PublisherStoreUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());

    it("gives back exactly what was saved, the last save winning", async () => {
      expect(await t.store.get("gazette" as PublisherId)).toBeNull();
      await t.store.save(aPublisher("gazette"));
      const graded = aPublisher("gazette", {
        name: "Газета",
        ownerGroup: "Norr Media",
        affiliation: "party paper",
        reliability: "B",
        reason: { en: "Corrects itself.", uk: "Виправляє себе." },
      });
      await t.store.save(graded);
      expect(await t.store.get(graded.id)).toEqual(graded);
      expect(await t.store.list()).toEqual([graded]);
    });

    it("lists them by name", async () => {
      await t.store.save(aPublisher("one", { name: "Courier" }));
      await t.store.save(aPublisher("two", { name: "Bulletin" }));
      await t.store.save(aPublisher("three", { name: "Advocate" }));
      expect((await t.store.list()).map((p) => p.name)).toEqual(["Advocate", "Bulletin", "Courier"]);
    });
  });
}
