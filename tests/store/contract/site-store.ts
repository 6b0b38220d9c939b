import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SiteFiles, SiteStore } from "../../../src/publish/ports.ts";

export interface SiteStoreUnderTest {
  readonly store: SiteStore;
  readonly close: () => Promise<void>;
}

export function filesOf(texts: Readonly<Record<string, string>>): SiteFiles {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** Everything that readers get, as texts. */
export async function liveTexts(store: SiteStore): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const path of await store.list()) {
    const bytes = await store.read(path);
    texts[path] = bytes === null ? "(missing)" : new TextDecoder().decode(bytes);
  }
  return texts;
}

/** What every SiteStore keeps to. `make` gives an empty one for each test. */
export function describeSiteStore(name: string, make: () => Promise<SiteStoreUnderTest>): void {
  describe(`SiteStore: ${name}`, () => {
    let t: SiteStoreUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());

    it("has nothing at first", async () => {
      expect(await t.store.live()).toBe(0);
      expect(await t.store.list()).toEqual([]);
      expect(await t.store.read("en/index.html")).toBeNull();
    });

    it("applies one change after the other", async () => {
      await t.store.apply({
        publication: 1,
        write: filesOf({ "index.html": "1", "en/a.html": "a1", "en/b.html": "b1" }),
        remove: [],
      });
      expect(await t.store.live()).toBe(1);
      await t.store.apply({
        publication: 2,
        write: filesOf({ "en/a.html": "a2" }),
        remove: ["en/b.html", "gone.html"],
      });
      await t.store.apply({ publication: 3, write: filesOf({ "uk/c.html": "c3" }), remove: [] });
      await t.store.apply({ publication: 4, write: filesOf({ "index.html": "4" }), remove: ["uk/c.html"] });
      expect(await t.store.live()).toBe(4);
      expect(await liveTexts(t.store)).toEqual({ "index.html": "4", "en/a.html": "a2" });
    });

    it("replaces everything, and changes apply on top", async () => {
      await t.store.apply({ publication: 1, write: filesOf({ "a.html": "1", "x/y.html": "1" }), remove: [] });
      await t.store.replace(7, filesOf({ "a.html": "1", "b.html": "7" }));
      expect(await t.store.live()).toBe(7);
      expect(await liveTexts(t.store)).toEqual({ "a.html": "1", "b.html": "7" });
      await t.store.apply({ publication: 8, write: filesOf({ "b.html": "8" }), remove: ["a.html"] });
      await t.store.apply({ publication: 9, write: filesOf({ "c.html": "9" }), remove: [] });
      expect(await liveTexts(t.store)).toEqual({ "b.html": "8", "c.html": "9" });
      await t.store.replace(10, new Map());
      expect(await t.store.list()).toEqual([]);
      expect(await t.store.live()).toBe(10);
    });

    it("writes a path that a change both writes and removes", async () => {
      await t.store.apply({ publication: 1, write: filesOf({ "a.html": "1" }), remove: ["a.html"] });
      await t.store.apply({ publication: 2, write: filesOf({ "b.html": "2" }), remove: [] });
      expect(await liveTexts(t.store)).toEqual({ "a.html": "1", "b.html": "2" });
    });

    it("lets a file take the place of a directory, and the other way round", async () => {
      await t.store.apply({ publication: 1, write: filesOf({ a: "file", "b/c": "below" }), remove: [] });
      await t.store.apply({ publication: 2, write: filesOf({ "a/d": "below", b: "file" }), remove: ["a", "b/c"] });
      await t.store.apply({ publication: 3, write: filesOf({ e: "3" }), remove: [] });
      expect(await liveTexts(t.store)).toEqual({ "a/d": "below", b: "file", e: "3" });
    });

    it("refuses paths that lead elsewhere, and changes nothing", async () => {
      await t.store.apply({ publication: 1, write: filesOf({ "a.html": "1" }), remove: [] });
      const bad = [
        "",
        "/etc/passwd",
        "../a",
        "a/../../b",
        "a//b",
        "./a",
        "a/",
        "a\\b",
        "a\0b",
        "a\nb",
        "x".repeat(256),
      ];
      for (const path of bad) {
        const write = filesOf({ "b.html": "2", [path]: "x" });
        await expect(t.store.apply({ publication: 2, write, remove: [] })).rejects.toMatchObject({
          code: "INPUT_INVALID",
        });
        await expect(t.store.apply({ publication: 2, write: new Map(), remove: [path] })).rejects.toMatchObject({
          code: "INPUT_INVALID",
        });
        await expect(t.store.replace(2, write)).rejects.toMatchObject({ code: "INPUT_INVALID" });
        expect(await t.store.read(path)).toBeNull();
      }
      expect(await t.store.live()).toBe(1);
      expect(await liveTexts(t.store)).toEqual({ "a.html": "1" });
    });

    it("reads files only", async () => {
      await t.store.apply({ publication: 1, write: filesOf({ "en/a.html": "1" }), remove: [] });
      for (const path of ["en", "en/a.html/x", "en/b.html", "en/", "../state-a.json"])
        expect(await t.store.read(path)).toBeNull();
    });

    it("takes changes that are asked for at once one after the other", async () => {
      const changes = Array.from({ length: 6 }, (_, i) =>
        t.store.apply({
          publication: i + 1,
          write: filesOf({ [`${i}.html`]: `${i}`, "all.html": `${i}` }),
          remove: [],
        }),
      );
      await Promise.all(changes);
      expect(await t.store.live()).toBe(6);
      expect(await t.store.list()).toHaveLength(7);
      expect((await liveTexts(t.store))["all.html"]).toBe("5");
    });

    it("holds what the changes add up to, whatever they are", async () => {
      const path = fc.constantFrom("a", "b", "c/d", "c/e", "c/f/g", "h.html");
      const change = fc.record({
        whole: fc.nat({ max: 5 }).map((n) => n === 0),
        write: fc.dictionary(path, fc.string({ maxLength: 5 }), { maxKeys: 4, noNullPrototype: true }),
        remove: fc.array(path, { maxLength: 3 }),
      });
      let publication = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
          await t.store.replace((publication += 1), new Map());
          const expected = new Map<string, string>();
          for (const { whole, write, remove } of changes) {
            publication += 1;
            if (whole) expected.clear();
            else for (const gone of remove) expected.delete(gone);
            for (const [path, text] of Object.entries(write))
              expected.set(path, new TextDecoder().decode(new TextEncoder().encode(text)));
            if (whole) await t.store.replace(publication, filesOf(write));
            else await t.store.apply({ publication, write: filesOf(write), remove });
            expect(await t.store.live()).toBe(publication);
            expect(await liveTexts(t.store)).toEqual(Object.fromEntries(expected));
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}
