import { readFileSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { TocsinError } from "../model/error.ts";
import type { SiteReader } from "../record/reader.ts";

/** A site as files in a folder: the one that Tocsin writes (with its `current` link) or any copy of it. */
export async function folderReader(folder: string): Promise<SiteReader> {
  const root = await realpath(join(folder, "current")).catch(() => realpath(folder).catch(() => null));
  if (root === null) {
    throw new TocsinError("NOT_FOUND", `There is no folder ${folder}.`, {
      fix: "Name the folder that holds the site.",
    });
  }
  return {
    // Synchronous on purpose: three times as fast as promises for thousands of small files, and nothing else runs here.
    read(path) {
      try {
        return Promise.resolve(readFileSync(join(root, path)));
      } catch {
        return Promise.resolve(null);
      }
    },
    async list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .toSorted();
    },
  };
}

/** The verifier key that a site carries itself. Throws FILE_MISSING. */
export async function keyBeside(reader: SiteReader): Promise<string> {
  const bytes = await reader.read("record/verifier-key");
  if (bytes === null) {
    throw new TocsinError("FILE_MISSING", "The site has no file record/verifier-key.", {
      fix: "Give the key with --key.",
    });
  }
  return new TextDecoder().decode(bytes).trim();
}
