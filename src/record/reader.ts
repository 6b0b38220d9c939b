import type { Entry } from "../model/entry.ts";
import { TocsinError } from "../model/error.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { mapConcurrent } from "./concurrent.ts";
import { decodeEntry } from "./entry.ts";
import { sameBytes } from "./hash.ts";
import { CHECKPOINT_PATH, parseBundle, tilePath, tilesBetween } from "./tile.ts";
import type { Tile } from "./tile.ts";
import { Tree, leafHash } from "./tree.ts";

/** A site's files, wherever they are: a folder, a web address, memory. Paths have no leading slash. */
export interface SiteReader {
  /** The file's bytes as they are kept (no decompression); null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Paths of all files, in any order. */
  list(): Promise<readonly string[]>;
}

/** A reader over files in memory. */
export function memoryReader(files: ReadonlyMap<string, Uint8Array>): SiteReader {
  return {
    read: (path) => Promise.resolve(files.get(path) ?? null),
    list: () => Promise.resolve([...files.keys()]),
  };
}

/** The whole record, checked. */
export interface ReadRecord {
  readonly entries: readonly Entry[];
  readonly leaves: readonly Uint8Array[];
  readonly checkpoint: Uint8Array;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly tree: Tree;
}

/**
 * Reads the record from a site's checkpoint and entry bundles alone, and trusts nothing else.
 * Throws FILE_MISSING, FILE_CHANGED (a bundle that cannot be cut into entries), CHECKPOINT_INVALID,
 * SIGNATURE_INVALID, TREE_MISMATCH (the entries are not those that were signed), ENTRY_INVALID, KEY_INVALID.
 */
export async function readRecord(reader: SiteReader, vkey: string): Promise<ReadRecord> {
  const checkpoint = await readFile(reader, CHECKPOINT_PATH);
  const { origin, size, root } = openCheckpoint(checkpoint, vkey);
  const bundles: Tile[] = [...tilesBetween(0, size)].filter(({ level }) => level === "entries");
  const parts = await mapConcurrent(bundles, async (bundle) => {
    const path = tilePath(bundle);
    const leaves = parseBundle(await readFile(reader, path), bundle.width);
    if (leaves === null) {
      throw new TocsinError("FILE_CHANGED", `${path} does not hold exactly ${bundle.width} entries.`);
    }
    return leaves;
  });
  const leaves = parts.flat();
  const tree = Tree.of(leaves.map(leafHash));
  if (!sameBytes(tree.root(), root)) {
    throw new TocsinError("TREE_MISMATCH", "The entries are not those that the checkpoint was signed for.", {
      fix: "Get the record again from its office, or verify the site to see which file is damaged.",
    });
  }
  const entries = leaves.map((leaf, index) => decodeAt(leaf, index));
  return { entries, leaves, checkpoint, origin, size, root, tree };
}

async function readFile(reader: SiteReader, path: string): Promise<Uint8Array> {
  const bytes = await reader.read(path);
  if (bytes === null) throw new TocsinError("FILE_MISSING", `${path} is missing.`);
  return bytes;
}

function decodeAt(leaf: Uint8Array, index: number): Entry {
  try {
    return decodeEntry(leaf);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "";
    throw new TocsinError("ENTRY_INVALID", `Entry ${index} is not valid: ${why}`, { cause, detail: { index } });
  }
}
