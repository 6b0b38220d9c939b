import type { RenderThread } from "./render-threads.ts";
import { foldHistory, type History } from "../model/history.ts";
import { TocsinError } from "../model/error.ts";
import type { Entry, Publication } from "../model/entry.ts";
import { sha256, type Sha256 } from "../model/sha256.ts";
import { compressedAll } from "../publish/compress.ts";
import { SiteRenderer } from "../publish/site.ts";
import { encodeManifest, encodeTwins, MANIFEST_PATH, TWINS_PATH } from "../record/manifest.ts";
import { CHECKPOINT_PATH, recordFiles, VERIFIER_KEY_PATH } from "../record/tile.ts";
import { leafHash, Tree } from "../record/tree.ts";

export type RenderedFiles = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly sha256: Sha256 }>;

/** The site manifest of rendered pages. */
export function manifestOf(files: RenderedFiles): Uint8Array {
  return encodeManifest(new Map([...files].map(([path, file]) => [path, file.sha256] as const)));
}

/**
 * The `.gz` and `.br` twins of files, a few at a time: each compressor holds a megabyte while it runs, and a site of
 * 10,000 files at once took 8.8 GB.
 */
export async function twinsOf(files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Map<string, Uint8Array>();
  for await (const twins of compressedAll(files)) {
    for (const [path, bytes] of twins) all.set(path, bytes);
  }
  return all;
}

/** What stands at the head of the record. */
export interface Heads {
  readonly manifest: Uint8Array;
  readonly checkpoint: Uint8Array;
  readonly verifierKey: string;
}

/** Files of the record that are not tiles. `twinSums`: SHA-256 of every compressed twin on the site. */
export function recordHeads(heads: Heads, twinSums: ReadonlyMap<string, Sha256>): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [MANIFEST_PATH, heads.manifest],
    [TWINS_PATH, encodeTwins(twinSums)],
    [CHECKPOINT_PATH, heads.checkpoint],
    [VERIFIER_KEY_PATH, new TextEncoder().encode(`${heads.verifierKey}\n`)],
  ]);
}

/** The pages of one publication. */
export interface RenderedPublication {
  readonly publication: Publication;
  readonly history: History;
  readonly files: RenderedFiles;
  readonly manifest: Uint8Array;
}

/**
 * Pages, feeds and API at one publication, from entries alone, which end with the publication's own; `leaves` are the
 * same entries as they stand in the log. Throws TREE_MISMATCH when this program renders other bytes than those that
 * the record commits to, ENTRY_INVALID when the last entry is no publication.
 */
export async function renderPublication(
  entries: readonly Entry[],
  leaves: readonly Uint8Array[],
  thread: RenderThread | null,
): Promise<RenderedPublication> {
  const last = entries.at(-1);
  if (last?.kind !== "publication") {
    throw new TocsinError("ENTRY_INVALID", "The record does not end with a publication.", {
      fix: "Name a publication to rebuild.",
    });
  }
  const publication = last.payload;
  const { size, at, renderer } = publication;
  const history = foldHistory(entries.slice(0, size));
  const files =
    thread === null
      ? new SiteRenderer({ renderer }).render(history, { at }).files
      : await thread.render(history, leaves.slice(0, size), publication);
  const manifest = manifestOf(files);
  if (sha256(manifest) !== publication.manifest) {
    throw new TocsinError(
      "TREE_MISMATCH",
      `This program does not render the pages that publication ${publication.number} went out with.`,
      {
        fix: `They were rendered by “${renderer}”. Use that version to rebuild them.`,
      },
    );
  }
  return { publication, history, files, manifest };
}

/** The whole site at one publication: pages, twins, record. Takes and throws what renderPublication does. */
export async function wholeSite(
  entries: readonly Entry[],
  leaves: readonly Uint8Array[],
  heads: { readonly checkpoint: Uint8Array; readonly verifierKey: string },
  thread: RenderThread | null,
): Promise<{
  readonly publication: Publication;
  readonly history: History;
  readonly files: ReadonlyMap<string, Uint8Array>;
}> {
  const { publication, history, files, manifest } = await renderPublication(entries, leaves, thread);
  const log = { tree: Tree.of(leaves.map(leafHash)), leaves };
  const { all } = await everyFile(files, log, { ...heads, manifest });
  return { publication, history, files: all };
}

/** Every file of a site: pages, their twins, the record. `twinSums` are the twins' SHA-256 by path. */
export async function everyFile(
  files: RenderedFiles,
  { tree, leaves }: { readonly tree: Tree; readonly leaves: readonly Uint8Array[] },
  heads: Heads,
): Promise<{ readonly all: ReadonlyMap<string, Uint8Array>; readonly twinSums: Map<string, Sha256> }> {
  const pages = new Map([...files].map(([path, file]) => [path, file.bytes] as const));
  const twins = await twinsOf(pages);
  const twinSums = new Map([...twins].map(([path, bytes]) => [path, sha256(bytes)] as const));
  const record = recordFiles({ tree, leaves: leafOf(leaves), from: 0, to: tree.size });
  return { all: new Map([...pages, ...twins, ...record.write, ...recordHeads(heads, twinSums)]), twinSums };
}

/** Reads leaves by index. */
export function leafOf(leaves: readonly Uint8Array[]): (index: number) => Uint8Array {
  return (index) => {
    const leaf = leaves[index];
    if (leaf === undefined) throw new Error(`no leaf ${index}`);
    return leaf;
  };
}
