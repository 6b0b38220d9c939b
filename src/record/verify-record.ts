import type { Entry } from "../model/entry.ts";
import { TocsinError } from "../model/error.ts";
import { openCheckpoint } from "./checkpoint.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { mapConcurrent } from "./concurrent.ts";
import { decodeEntry } from "./entry.ts";
import { HASH_BYTES } from "./hash-list.ts";
import { leafHash, sameBytes } from "./hash.ts";
import type { Inspection } from "./inspection.ts";
import {
  CHECKPOINT_PATH,
  TILE_WIDTH,
  VERIFIER_KEY_PATH,
  parseBundle,
  tileBytes,
  tilePath,
  tilesBetween,
} from "./tile.ts";
import type { Tile } from "./tile.ts";
import { Tree } from "./tree.ts";

/** What stands in the record, as far as it could be read. */
export interface VerifiedRecord {
  readonly checkpoint: Checkpoint | null;
  /** Null where an entry is missing or damaged. */
  readonly entries: readonly (Entry | null)[];
}

interface Bundle {
  readonly path: string;
  readonly leaves: readonly Uint8Array[];
  /** Leaf hashes behind one another, as in the tile of level 0. */
  readonly hashes: Uint8Array;
}

/**
 * Checks everything under `record/` but the site manifest: checkpoint, verifier key, tiles, bundles, entries. When
 * bundles and tiles disagree, the signed root tells which of them is damaged.
 */
export async function verifyRecord(site: Inspection, vkey: string): Promise<VerifiedRecord> {
  const checkpoint = await verifyCheckpoint(site, vkey);
  const key = await site.expect(VERIFIER_KEY_PATH);
  if (key !== null && !sameBytes(key, Buffer.from(`${vkey}\n`))) {
    site.problem("FILE_CHANGED", VERIFIER_KEY_PATH, "The file holds another key than the one that was given.");
  }
  // Without a trusted checkpoint the files themselves say how long the record is, so that the rest is still checked.
  const tiles = [...tilesBetween(0, checkpoint?.size ?? sizeOfBundles(site.paths))];
  const bytes = new Map<Tile, Uint8Array>();
  await mapConcurrent(tiles, async (tile) => {
    const found = await site.expect(tilePath(tile));
    if (found !== null) bytes.set(tile, found);
  });
  const bundles = tiles
    .filter(({ level }) => level === "entries")
    .map((tile) => openBundle(site, tile, bytes.get(tile)));
  const hashTiles = tiles.filter(({ level }) => level !== "entries");
  const fromTiles = hashTiles.filter(({ level }) => level === 0).map((tile) => bytes.get(tile) ?? null);
  const tree = chooseTree(checkpoint, treeOf(bundles.map((bundle) => bundle?.hashes ?? null)), () => treeOf(fromTiles));

  if (tree === null && checkpoint !== null) {
    site.problem("TREE_MISMATCH", CHECKPOINT_PATH, "The entries are not those that the checkpoint was signed for.");
  }
  for (const tile of hashTiles) {
    const found = bytes.get(tile);
    if (found === undefined) continue;
    const expected = tree ? tileBytes(tree, Number(tile.level), tile.index, tile.width) : null;
    const other = tile.level === 0 ? bundles[tile.index]?.hashes : undefined;
    if (expected ? !sameBytes(expected, found) : other && !sameBytes(other, found)) {
      site.problem("FILE_CHANGED", tilePath(tile), "The tile does not hold the hashes of the entries.");
    }
  }
  const good = bundles.map((bundle, index) => {
    if (bundle === null) return null;
    const expected = tree ? tileBytes(tree, 0, index, bundle.leaves.length) : (fromTiles[index] ?? bundle.hashes);
    if (sameBytes(expected, bundle.hashes)) return bundle;
    site.problem("FILE_CHANGED", bundle.path, "The entries are not those that the hashes were made of.");
    return tree ? null : bundle;
  });
  const widths = tiles.filter(({ level }) => level === "entries").map(({ width }) => width);
  return {
    checkpoint,
    entries: good.flatMap((bundle, index) => decodeBundle(site, bundle, index, widths[index] ?? 0)),
  };
}

async function verifyCheckpoint(site: Inspection, vkey: string): Promise<Checkpoint | null> {
  const bytes = await site.expect(CHECKPOINT_PATH);
  if (bytes === null) return null;
  try {
    return openCheckpoint(bytes, vkey);
  } catch (error) {
    if (!(error instanceof TocsinError) || error.code === "KEY_INVALID") throw error;
    site.problem(error.code, CHECKPOINT_PATH, error.message);
    return null;
  }
}

/** Entries that the bundles would hold by their names; 0 when there are none. */
function sizeOfBundles(paths: ReadonlySet<string>): number {
  for (let index = 0; ; index += 1) {
    if (paths.has(tilePath({ level: "entries", index, width: TILE_WIDTH }))) continue;
    for (let width = TILE_WIDTH - 1; width > 0; width -= 1) {
      if (paths.has(tilePath({ level: "entries", index, width }))) return index * TILE_WIDTH + width;
    }
    return index * TILE_WIDTH;
  }
}

function openBundle(site: Inspection, tile: Tile, bytes: Uint8Array | undefined): Bundle | null {
  if (bytes === undefined) return null;
  const path = tilePath(tile);
  const leaves = parseBundle(bytes, tile.width);
  if (leaves === null) {
    site.problem("FILE_CHANGED", path, `The bundle does not hold exactly ${tile.width} entries.`);
    return null;
  }
  return { path, leaves, hashes: new Uint8Array(Buffer.concat(leaves.map(leafHash))) };
}

/** The tree over rows of leaf hashes; null when a row is missing or no whole number of hashes. */
function treeOf(rows: readonly (Uint8Array | null)[]): Tree | null {
  const tree = new Tree();
  for (const row of rows) {
    if (row === null || row.length % HASH_BYTES !== 0) return null;
    for (let at = 0; at < row.length; at += HASH_BYTES) tree.append(row.subarray(at, at + HASH_BYTES));
  }
  return tree;
}

/** The tree that was signed; without a checkpoint, the one that entries and tiles agree on. */
function chooseTree(checkpoint: Checkpoint | null, entries: Tree | null, tilesTree: () => Tree | null): Tree | null {
  if (checkpoint === null) {
    const tiles = tilesTree();
    return entries && tiles && sameBytes(entries.root(), tiles.root()) ? entries : null;
  }
  const signed = (tree: Tree | null): boolean =>
    tree !== null && tree.size === checkpoint.size && sameBytes(tree.root(), checkpoint.root);
  if (signed(entries)) return entries;
  const tiles = tilesTree();
  return signed(tiles) ? tiles : null;
}

function decodeBundle(site: Inspection, bundle: Bundle | null, index: number, width: number): (Entry | null)[] {
  if (bundle === null) return Array.from({ length: width }, () => null);
  return bundle.leaves.map((leaf, place) => {
    try {
      return decodeEntry(leaf);
    } catch (error) {
      if (!(error instanceof TocsinError)) throw error;
      site.problem(error.code, bundle.path, `Entry ${index * TILE_WIDTH + place}: ${error.message}`);
      return null;
    }
  });
}
