import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { createSiteStore } from "../../src/store/site.ts";
import { startChild } from "./children.ts";
import { onEachDatabase, temporaryDirectory } from "./places.ts";

const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? undefined);

onEachDatabase((kind, makePlace) => {
  const kills = kind === "sqlite" ? 20 : 5;

  test(`no acknowledged leaf is lost in ${kills} kills of the writer`, { timeout: 180_000 }, async () => {
    const place = await makePlace();
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startChild("append", JSON.stringify(place.location));
      await child.said(1);
      await setTimeout((kill * 37) % 120);
      await child.kill();
      // A number that the kill cut off is smaller, so it cannot ask for too much.
      acknowledged = Math.max(acknowledged, ...child.lines.map(Number));
      const store = await openStore(place.location);
      const size = await store.log.size();
      expect(size).toBeGreaterThanOrEqual(acknowledged);
      expect(text(await store.log.checkpoint())).toBe(`checkpoint ${size}`);
      const leaves = await store.log.leaves(0, size + 10);
      expect(leaves.map(text)).toEqual(Array.from({ length: size }, (_, i) => `leaf ${i}`));
      await store.close();
    }
    expect(acknowledged).toBeGreaterThan(kills);
    await place.remove();
  });
});

describe("site", () => {
  test(
    "after each of 12 kills readers have one complete publication, at least the last acknowledged",
    { timeout: 180_000 },
    async () => {
      const { dir, remove } = await temporaryDirectory();
      for (let kill = 0; kill < 12; kill += 1) {
        const child = startChild("publish", dir);
        await child.said(1);
        await setTimeout((kill * 13) % 50);
        await child.kill();
        const store = createSiteStore(dir);
        const live = await store.live();
        expect(live).toBeGreaterThanOrEqual(Math.max(...child.lines.map(Number)));
        const paths = await store.list();
        const byNumber = [live, live - 1, live - 2].filter((n) => n > 0).map((n) => `by-number/${n}.html`);
        expect(paths.filter((path) => path.startsWith("by-number/")).sort()).toEqual(byNumber.sort());
        expect(paths.includes("even.html")).toBe(live % 2 === 0);
        for (const path of paths.filter((one) => !one.startsWith("by-number/"))) {
          expect(text(await store.read(path))).toBe(`${live} `.repeat(500));
        }
      }
      await remove();
    },
  );
});
