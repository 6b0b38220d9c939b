import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/model/sha256.ts";
import { canonicalText } from "../../src/record/canonical.ts";
import { bundleBytes, parseBundle, recordFiles } from "../../src/record/tile.ts";
import { Tree, leafHash } from "../../src/record/tree.ts";
import tiles from "../../vectors/tiles.json" with { type: "json" };
import { vectorLeaf } from "../../vectors/tree-cases.ts";

const MOST = 66_100;
const tree = Tree.of(Array.from({ length: MOST }, (_, i) => leafHash(vectorLeaf(i))));
const files = (from: number, to: number): ReturnType<typeof recordFiles> =>
  recordFiles({ tree, leaves: vectorLeaf, from, to });

/** Which file has which content. */
const summary = (written: ReadonlyMap<string, Uint8Array>): string =>
  canonicalText(Object.fromEntries([...written].map(([path, bytes]) => [path, sha256(bytes)])));

test("tiles are those of the vectors", () => {
  for (const vector of tiles.cases) {
    const { write, remove } = files(0, vector.size);
    expect(remove).toEqual([]);
    const [expected, written] = vector.files
      ? [canonicalText(vector.files), summary(write)]
      : [
          [vector.count, vector.digest],
          [write.size, sha256(summary(write))],
        ];
    expect(written).toEqual(expected);
  }
});

test("a log that grows in steps leaves the same files as one written at once", () => {
  const size = fc.oneof(fc.nat(1200), fc.constantFrom(0, 1, 255, 256, 257, 511, 512, 513));
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), (sizes) => {
      const site = new Map<string, Uint8Array>();
      let from = 0;
      for (const to of sizes.toSorted((a, b) => a - b)) {
        const { write, remove } = files(from, to);
        for (const path of remove) expect([path, site.delete(path)]).toEqual([path, true]);
        for (const [path, bytes] of write) site.set(path, bytes);
        from = to;
      }
      expect(summary(site)).toBe(summary(files(0, from).write));
    }),
    { numRuns: 60 },
  );
});

test("one more entry over a full level", () => {
  const { write, remove } = files(65_535, 65_537);
  expect([...write.keys()]).toEqual([
    "record/tile/entries/255",
    "record/tile/entries/256.p/1",
    "record/tile/0/255",
    "record/tile/0/256.p/1",
    "record/tile/1/000",
    "record/tile/2/000.p/1",
  ]);
  expect(remove).toEqual(["record/tile/entries/255.p/255", "record/tile/0/255.p/255", "record/tile/1/000.p/255"]);
  expect(files(7, 7)).toEqual({ write: new Map(), remove: [] });
});

test("bundles give their leaves back, and refuse anything left over or cut off", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), (leaves) => {
      const bytes = bundleBytes(leaves);
      expect(parseBundle(bytes, leaves.length)?.map((leaf) => Uint8Array.from(leaf))).toEqual(leaves);
      expect(parseBundle(bytes, leaves.length + 1)).toBeNull();
      expect(parseBundle(bytes, leaves.length - 1)).toBeNull();
      expect(parseBundle(bytes.slice(0, -1), leaves.length)).toBeNull();
      expect(parseBundle(Uint8Array.of(...bytes, 0), leaves.length)).toBeNull();
    }),
  );
  expect(parseBundle(bundleBytes([new Uint8Array(65_535)]), 1)?.[0]).toHaveLength(65_535);
});
