import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SiteStore } from "../../src/publish/ports.ts";
import { createSiteStore } from "../../src/store/site.ts";
import { realDisk, type SiteDisk } from "../../src/store/site-disk.ts";
import { filesOf, liveTexts } from "./contract/site-store.ts";
import { temporaryDirectory } from "./places.ts";

/** The disk whose step number `at` fails once: behind what it does ("persisted") or before ("not persisted"). */
function failingDisk(at: number, persisted: boolean): { readonly disk: SiteDisk; readonly disarm: () => number } {
  let steps = 0;
  let armed = true;
  const disk = Object.fromEntries(
    Object.entries(realDisk).map(([name, act]) => [
      name,
      (...args: unknown[]) => {
        steps += 1;
        if (!armed || steps !== at) return (act as (...all: unknown[]) => unknown)(...args);
        if (persisted) (act as (...all: unknown[]) => unknown)(...args);
        throw Object.assign(new Error(`step ${at} (${name}) failed`), { code: "EIO" });
      },
    ]),
  ) as unknown as SiteDisk;
  return {
    disk,
    disarm() {
      armed = false;
      return steps;
    },
  };
}

const second = { "a.html": "2", "b/c.html": "1", "d/e.html": "2" };
const third = { "a.html": "3", "d/e.html": "2", "f/g.html": "3" };
const fourth = { "a.html": "3", "d/e.html": "2", "f/g.html": "3", "h.html": "4" };

async function fill(dir: string): Promise<void> {
  const store = createSiteStore(dir);
  await store.apply({ publication: 1, write: filesOf({ "a.html": "1", "b/c.html": "1", "x.html": "1" }), remove: [] });
  await store.apply({ publication: 2, write: filesOf({ "a.html": "2", "d/e.html": "2" }), remove: ["x.html"] });
}

const toThird = (store: SiteStore): Promise<void> =>
  store.apply({ publication: 3, write: filesOf({ "a.html": "3", "f/g.html": "3" }), remove: ["b/c.html"] });
const toFourth = (store: SiteStore): Promise<void> =>
  store.apply({ publication: 4, write: filesOf({ "h.html": "4" }), remove: [] });

/** Runs `act` once for each step that may fail, with the store and directory that it left. */
async function withEachFault(
  persisted: boolean,
  act: (store: SiteStore) => Promise<void>,
  check: (dir: string, store: SiteStore, failed: boolean) => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at += 1) {
    const { dir, remove } = await temporaryDirectory();
    await fill(dir);
    const { disk, disarm } = failingDisk(at, persisted);
    const store = createSiteStore(dir, { disk });
    const failed = await act(store).then(
      () => false,
      () => true,
    );
    const steps = disarm();
    await check(dir, store, failed);
    await remove();
    if (steps < at) return at - 1;
  }
}

/** What readers get is the second publication or the third, whole. */
async function assertWhole(dir: string): Promise<number> {
  const store = createSiteStore(dir);
  const live = await store.live();
  expect(await liveTexts(store)).toEqual(live === 3 ? third : second);
  expect([2, 3]).toContain(live);
  return live;
}

describe.each([
  ["persisted", true],
  ["not persisted", false],
])("each step of a publication fails once, and was %s", (_name, persisted) => {
  test("readers have the old publication or the new one; a new process goes on from there", async () => {
    const steps = await withEachFault(persisted, toThird, async (dir, _store, failed) => {
      const live = await assertWhole(dir);
      if (!failed) expect(live).toBe(3);
      const next = createSiteStore(dir);
      if (live === 2) await toThird(next);
      expect(await liveTexts(next)).toEqual(third);
      await toFourth(next);
      await next.apply({ publication: 5, write: filesOf({ "i.html": "5" }), remove: ["h.html"] });
      expect(await liveTexts(next)).toEqual({ ...third, "i.html": "5" });
    });
    expect(steps).toBeGreaterThan(20);
  });

  test("the same process goes on as well, by repeating the change", async () => {
    await withEachFault(persisted, toThird, async (dir, store) => {
      await toThird(store);
      await toFourth(store);
      expect(await liveTexts(createSiteStore(dir))).toEqual(fourth);
      expect(await store.live()).toBe(4);
    });
  });

  test("replace repairs whatever a failed change left", async () => {
    await withEachFault(persisted, toThird, async (dir, store) => {
      await store.replace(3, filesOf(third));
      expect(await assertWhole(dir)).toBe(3);
      await toFourth(store);
      expect(await liveTexts(createSiteStore(dir))).toEqual(fourth);
    });
  });

  test("replace itself may fail at each step", async () => {
    const replaceThird = (store: SiteStore): Promise<void> => store.replace(3, filesOf(third));
    await withEachFault(persisted, replaceThird, async (dir) => {
      const live = await assertWhole(dir);
      const next = createSiteStore(dir);
      if (live === 2) await toThird(next);
      await toFourth(next);
      await next.apply({ publication: 5, write: new Map(), remove: ["h.html"] });
      expect(await liveTexts(next)).toEqual(third);
      expect(["a", "b"]).toContain(readlinkSync(join(dir, "current")));
    });
  });
});
