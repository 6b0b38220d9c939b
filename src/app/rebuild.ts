import { mkdir, readdir } from "node:fs/promises";
import type { App } from "./open.ts";
import { withRenderThread, type RenderThread } from "./render-threads.ts";
import { wholeSite } from "./site-files.ts";
import type { Entry } from "../model/entry.ts";
import { TocsinError } from "../model/error.ts";
import { signCheckpoint } from "../record/checkpoint.ts";
import { decodeEntry } from "../record/entry.ts";
import { verifierKey } from "../record/key.ts";
import type { Signer } from "../record/ports.ts";
import { readRecord, type SiteReader } from "../record/reader.ts";
import { leafHash, Tree } from "../record/tree.ts";
import { createSiteStore } from "../store/site.ts";

/** Which state of the site: the newest, or as it stood at an edition or publication. */
export interface AsOf {
  readonly edition: number | null;
  readonly publication: number | null;
}

export interface Rebuilt {
  readonly publication: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The site from the office's own log, as the opened house has it. */
export async function rebuildOwn({ context, signer }: Pick<App, "context" | "signer">, asOf: AsOf): Promise<Rebuilt> {
  return rebuildFromLog(context.press.leaves(), await context.store.log.checkpoint(), signer, asOf);
}

/** Writes a rebuilt site into an empty folder, laid out as readers' servers expect it. Throws CONFLICT. */
export async function writeRebuilt(folder: string, rebuilt: Rebuilt): Promise<void> {
  await createSiteStore(folder).replace(rebuilt.publication, rebuilt.files);
}

/** Throws CONFLICT when the folder has something in it. */
export async function demandNewFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  throw new TocsinError("CONFLICT", `${folder} is not empty.`, { fix: "Name a folder that does not exist yet." });
}

/** The site from the office's own log. An earlier state gets a checkpoint of its own: the same key signs the same bytes. */
async function rebuildFromLog(
  leaves: readonly Uint8Array[],
  checkpoint: Uint8Array | null,
  signer: Signer,
  asOf: AsOf,
): Promise<Rebuilt> {
  const entries = leaves.map(decodeEntry);
  const size = sizeAt(entries, asOf);
  const signed =
    size === leaves.length && checkpoint !== null
      ? checkpoint
      : signCheckpoint(signer, size, Tree.of(leaves.slice(0, size).map(leafHash)).root());
  return withRenderThread((thread) =>
    rebuild(entries, leaves, size, { checkpoint: signed, verifierKey: verifierKey(signer) }, thread),
  );
}

/**
 * The site from a copy's record. Only the office can sign the checkpoint of an earlier state, so that one comes with
 * the newest checkpoint: it still proves every entry, being the same tree grown on.
 */
export async function rebuildFromCopy(reader: SiteReader, vkey: string, asOf: AsOf): Promise<Rebuilt> {
  return withRenderThread(async (thread) => {
    const { entries, leaves, checkpoint } = await readRecord(reader, vkey);
    return rebuild(entries, leaves, sizeAt(entries, asOf), { checkpoint, verifierKey: vkey }, thread);
  });
}

async function rebuild(
  entries: readonly Entry[],
  leaves: readonly Uint8Array[],
  size: number,
  heads: { readonly checkpoint: Uint8Array; readonly verifierKey: string },
  thread: RenderThread | null,
): Promise<Rebuilt> {
  const { publication, files } = await wholeSite(entries.slice(0, size), leaves.slice(0, size), heads, thread);
  return { publication: publication.number, files };
}

/** Number of entries up to and with the publication that `asOf` names. */
function sizeAt(entries: readonly Entry[], { edition, publication }: AsOf): number {
  if (entries.length === 0) throw new TocsinError("NOT_FOUND", "The record is empty: nothing was published yet.");
  if (edition === null && publication === null) return entries.findLastIndex((e) => e.kind === "publication") + 1;
  const start = edition === null ? 0 : entries.findIndex((e) => e.kind === "edition" && e.payload.number === edition);
  const found = entries.findIndex(
    (e, i) =>
      i >= start &&
      start >= 0 &&
      e.kind === "publication" &&
      (publication === null || e.payload.number === publication),
  );
  if (start < 0 || found < 0) {
    throw new TocsinError(
      "NOT_FOUND",
      `The record has no ${edition === null ? "publication" : "edition"} with this number.`,
      {
        fix: "Look at the editions page or at /api/v1/index.json for the numbers there are.",
      },
    );
  }
  return found + 1;
}
