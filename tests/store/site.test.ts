import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSiteStore } from "../../src/store/site.ts";
import { describeSiteStore, filesOf, liveTexts } from "./contract/site-store.ts";
import { temporaryDirectory } from "./places.ts";

describeSiteStore("files", async () => {
  const { dir, remove } = await temporaryDirectory();
  return { store: createSiteStore(dir), close: remove };
});

describeSiteStore("files, opened anew for every call", async () => {
  const { dir, remove } = await temporaryDirectory();
  return {
    store: {
      live: () => createSiteStore(dir).live(),
      list: () => createSiteStore(dir).list(),
      read: (path) => createSiteStore(dir).read(path),
      replace: (publication, files) => createSiteStore(dir).replace(publication, files),
      // One process has one store; it alone keeps its own calls apart.
      apply: (
        (store) => (change) =>
          store.apply(change)
      )(createSiteStore(dir)),
    },
    close: remove,
  };
});

describe("site files", () => {
  let dir: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ dir, remove } = await temporaryDirectory());
  });
  afterEach(() => remove());

  const current = (path: string): string => join(dir, "current", path);
  const inode = (path: string): number => statSync(path).ino;
  const fill = async (): Promise<ReturnType<typeof createSiteStore>> => {
    const store = createSiteStore(dir);
    await store.replace(1, filesOf({ "a.html": "a1", "b/c.html": "c1" }));
    await store.apply({ publication: 2, write: filesOf({ "a.html": "a2" }), remove: [] });
    return store;
  };

  test("a web server finds the live files, and nothing but them, under `current`", async () => {
    await fill();
    expect(readFileSync(current("a.html"), "utf8")).toBe("a2");
    const before = readlinkSync(join(dir, "current"));
    await createSiteStore(dir).apply({ publication: 3, write: filesOf({ "a.html": "a3" }), remove: [] });
    expect(readlinkSync(join(dir, "current"))).not.toBe(before);
    expect(existsSync(current(".publication"))).toBe(false);
    expect(existsSync(current("state-a.json"))).toBe(false);
  });

  test("the tree that is not live keeps its bytes until the next change", async () => {
    const store = await fill();
    const old = join(dir, readlinkSync(join(dir, "current")), "a.html");
    await store.apply({ publication: 3, write: filesOf({ "a.html": "a3" }), remove: [] });
    expect(readFileSync(old, "utf8")).toBe("a2");
  });

  test("files that did not change are one file in both trees", async () => {
    const store = await fill();
    await store.apply({ publication: 3, write: filesOf({ "d.html": "d3" }), remove: [] });
    await store.apply({ publication: 4, write: filesOf({ "e.html": "e4" }), remove: [] });
    for (const path of ["a.html", "b/c.html", "d.html"])
      expect(inode(join(dir, "a", path))).toBe(inode(join(dir, "b", path)));
    expect(existsSync(join(dir, "tmp", "1"))).toBe(false);
  });

  test("replace leaves a file alone that has the right bytes already", async () => {
    const store = await fill();
    const kept = inode(current("b/c.html"));
    await store.replace(2, filesOf({ "a.html": "a2", "b/c.html": "c1" }));
    expect(inode(current("b/c.html"))).toBe(kept);
  });

  test("replace heals damaged, missing and foreign files", async () => {
    const store = await fill();
    // Damage in place: the same file in both trees.
    writeFileSync(current("b/c.html"), "torn");
    rmSync(current("a.html"));
    writeFileSync(current("stranger.html"), "not ours");
    mkdirSync(current("empty/below"), { recursive: true });
    symlinkSync("/etc/passwd", current("b/link"));
    linkSync(current("stranger.html"), current("again.html"));
    await store.replace(2, filesOf({ "a.html": "a2", "b/c.html": "c1" }));
    expect(await liveTexts(store)).toEqual({ "a.html": "a2", "b/c.html": "c1" });
    for (const tree of ["a", "b"]) {
      expect(existsSync(join(dir, tree, "empty"))).toBe(false);
      expect(existsSync(join(dir, tree, "b/link"))).toBe(false);
      expect(readFileSync(join(dir, tree, "b/c.html"), "utf8")).toBe("c1");
    }
  });

  test("a link that somebody put into the tree is not listed", async () => {
    const store = await fill();
    symlinkSync("/etc/passwd", current("b/link"));
    expect(await store.list()).toEqual(["a.html", "b/c.html"]);
  });

  test.each(["state-a.json", "state-b.json"])(
    "a lost or nonsensical %s costs a comparison, not a file",
    async (name) => {
      const store = await fill();
      for (const spoil of [
        () => rmSync(join(dir, name), { force: true }),
        () => writeFileSync(join(dir, name), '{"serial":"x"'),
      ]) {
        spoil();
        const live = await store.live();
        await store.apply({ publication: live + 1, write: filesOf({ "z.html": "z" }), remove: [] });
        expect(await liveTexts(store)).toEqual({ "a.html": "a2", "b/c.html": "c1", "z.html": "z" });
      }
    },
  );

  test("after the machine went down nothing vouches for the files until replace has compared them", async () => {
    const files = filesOf({ "a.html": "a1" });
    await createSiteStore(dir, { boot: "monday" }).replace(4, files);
    expect(await createSiteStore(dir, { boot: "monday" }).live()).toBe(4);
    const later = createSiteStore(dir, { boot: "tuesday" });
    expect(await later.live()).toBe(0);
    await later.apply({ publication: 5, write: filesOf({ "b.html": "b5" }), remove: [] });
    expect(await later.live()).toBe(0);
    expect(await liveTexts(later)).toEqual({ "a.html": "a1", "b.html": "b5" });
    await later.replace(
      5,
      await later.read("a.html").then((a) => new Map([["a.html", a!], ...filesOf({ "b.html": "b5" })])),
    );
    expect(await later.live()).toBe(5);
  });

  test("a file in the way of a directory is an error, and readers keep what they had", async () => {
    const store = await fill();
    await expect(store.apply({ publication: 3, write: filesOf({ b: "file" }), remove: [] })).rejects.toThrow(
      /directory|EISDIR|ENOTEMPTY/,
    );
    expect(await store.live()).toBe(2);
    expect(await liveTexts(store)).toEqual({ "a.html": "a2", "b/c.html": "c1" });
    await store.apply({ publication: 3, write: filesOf({ "a.html": "a3" }), remove: [] });
    expect(await liveTexts(store)).toEqual({ "a.html": "a3", "b/c.html": "c1" });
  });
});
