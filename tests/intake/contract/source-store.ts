import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PublisherStore, SourceStore } from "../../../src/intake/ports.ts";
import type { PublisherId } from "../../../src/model/id.ts";
import { aPublisher, aSource, at, sourceId } from "./examples.ts";

export interface SourceStoreUnderTest {
  readonly store: SourceStore;
  readonly publishers: PublisherStore;
  close(): Promise<void>;
}

/** What every SourceStore keeps to. `make` gives an empty one for each test. */
export function describeSourceStore(name: string, make: () => Promise<SourceStoreUnderTest>): void {
  describe(`SourceStore: ${name}`, () => {
    let t: SourceStoreUnderTest;
    beforeEach(async () => {
      t = await make();
      await t.publishers.save(aPublisher("gazette"));
    });
    afterEach(() => t.close());

    it("gives back exactly what was added and saved", async () => {
      const source = aSource(1, {
        publisher: "gazette" as PublisherId,
        etag: 'W/"a"',
        lastModified: "Mon, 03 Mar 2031",
      });
      await t.store.add(source);
      expect(await t.store.get(source.id)).toEqual(source);
      const polled = {
        ...source,
        paused: true,
        failures: 2,
        lastError: "FETCH_TIMEOUT: It took too long.",
        lastPollAt: at("2031-03-03T12:00:00Z"),
        lastSuccessAt: at("2031-03-03T11:00:00Z"),
        nextPollAt: at("2031-03-03T13:00:00Z"),
        publisher: null,
      };
      await t.store.save(polled);
      expect(await t.store.get(source.id)).toEqual(polled);
      expect(await t.store.list()).toEqual([polled]);
    });

    it("refuses an address that is there already", async () => {
      await t.store.add(aSource(1));
      await expect(t.store.add(aSource(2, { url: aSource(1).url }))).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await t.store.list()).toHaveLength(1);
    });

    it("forgets a removed one, whose address is then free", async () => {
      await t.store.add(aSource(1));
      await t.store.remove(sourceId(1));
      await t.store.remove(sourceId(1));
      expect(await t.store.get(sourceId(1))).toBeNull();
      await t.store.add(aSource(2, { url: aSource(1).url }));
      expect((await t.store.list()).map((s) => s.id)).toEqual([sourceId(2)]);
    });

    it("names those that are due, the longest waiting first, never a paused one", async () => {
      const due = (n: number, minute: number, paused = false) =>
        t.store.add(aSource(n, { nextPollAt: at(`2031-03-03T12:${minute}:00Z`), paused }));
      await due(1, 30);
      await due(2, 10);
      await due(3, 20);
      await due(4, 31);
      await due(5, 15, true);
      const now = at("2031-03-03T12:30:00Z");
      expect((await t.store.due(now, 10)).map((s) => s.id)).toEqual([2, 3, 1].map(sourceId));
      expect((await t.store.due(now, 2)).map((s) => s.id)).toEqual([2, 3].map(sourceId));
      expect(await t.store.due(at("2031-03-03T12:00:00Z"), 10)).toEqual([]);
    });
  });
}
