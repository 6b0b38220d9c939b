import type { Tree } from "./tree.ts";

// C2SP tlog-tiles, with the site's `record/` as prefix.

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
/** Where the record stands on the site, with the slash. */
export const RECORD_PREFIX = "record/";
export const CHECKPOINT_PATH = `${RECORD_PREFIX}checkpoint`;
/** The verifier key and a newline, for readers who come across a copy of the site. */
export const VERIFIER_KEY_PATH = `${RECORD_PREFIX}verifier-key`;

/** One tile (`level` 0, 1 …) or entry bundle (`level` "entries"); partial when narrower than 256. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

/** `record/tile/0/x001/234`, `record/tile/entries/000.p/5` (C2SP tlog-tiles, "Merkle Tree"). */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.{3}/g) ?? [];
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `${RECORD_PREFIX}tile/${level}/${number}${width < TILE_WIDTH ? `.p/${width}` : ""}`;
}

/**
 * The tiles that differ between a log of `from` and one of `to` entries, as they are at `to`; with `from` 0 all of
 * them. Bundles come before hash tiles.
 */
export function* tilesBetween(from: number, to: number): Generator<Tile> {
  yield* row("entries", from, to);
  for (let level = 0, unit = 1; unit <= to; level += 1, unit *= TILE_WIDTH) {
    yield* row(level, Math.floor(from / unit), Math.floor(to / unit));
  }
}

function* row(level: Tile["level"], from: number, to: number): Generator<Tile> {
  if (from >= to) return;
  const last = Math.floor((to - 1) / TILE_WIDTH);
  for (let index = Math.floor(from / TILE_WIDTH); index <= last; index += 1) {
    yield { level, index, width: Math.min(TILE_WIDTH, to - index * TILE_WIDTH) };
  }
}

/** The bytes of a hash tile. */
export function tileBytes(tree: Tree, level: number, index: number, width: number): Uint8Array {
  return tree.hashes(level * TILE_HEIGHT, index * TILE_WIDTH, index * TILE_WIDTH + width);
}

/** The bytes of an entry bundle: each leaf behind its length as 16 bits, big-endian. */
export function bundleBytes(leaves: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(leaves.reduce((sum, leaf) => sum + 2 + leaf.length, 0));
  let at = 0;
  for (const leaf of leaves) {
    bytes[at] = leaf.length >> 8;
    bytes[at + 1] = leaf.length & 0xff;
    bytes.set(leaf, at + 2);
    at += 2 + leaf.length;
  }
  return bytes;
}

/** The leaves of a bundle; null unless it holds exactly `width` and nothing behind them. */
export function parseBundle(bytes: Uint8Array, width: number): Uint8Array[] | null {
  const leaves: Uint8Array[] = [];
  let at = 0;
  while (leaves.length < width && at + 2 <= bytes.length) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (end > bytes.length) return null;
    leaves.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return leaves.length === width && at === bytes.length ? leaves : null;
}

/** What to change under `record/` besides the checkpoint, which the caller writes last. */
export interface RecordChange {
  readonly write: Map<string, Uint8Array>;
  /** Partial tiles of the smaller log, which wider ones replace. */
  readonly remove: string[];
}

/**
 * The tiles and entry bundles for a log that grows from `from` to `to` entries (`from` 0: all). The set of files
 * depends on `to` alone, not on the steps that led there, so that a rebuild gives the same site.
 */
export function recordFiles(growth: {
  readonly tree: Tree;
  /** Bytes of leaf `index`; asked for indexes in the bundles that change only. */
  readonly leaves: (index: number) => Uint8Array;
  readonly from: number;
  readonly to: number;
}): RecordChange {
  const { tree, leaves, from, to } = growth;
  const write = new Map<string, Uint8Array>();
  const changed = new Set<string>();
  for (const tile of tilesBetween(from, to)) {
    const { level, index, width } = tile;
    const bytes =
      level === "entries"
        ? bundleBytes(Array.from({ length: width }, (_, i) => leaves(index * TILE_WIDTH + i)))
        : tileBytes(tree, level, index, width);
    write.set(tilePath(tile), bytes);
    changed.add(`${level}/${index}`);
  }
  const remove = [...partialTiles(from)].filter((tile) => changed.has(`${tile.level}/${tile.index}`)).map(tilePath);
  return { write, remove };
}

/** The partial tiles of a log of `size` entries: at most one in each row. */
function* partialTiles(size: number): Generator<Tile> {
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH;
    if (width === 0) continue;
    const index = Math.floor(count / TILE_WIDTH);
    if (level === 0) yield { level: "entries", index, width };
    yield { level, index, width };
  }
}
