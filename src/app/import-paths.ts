import { readFile, stat } from "node:fs/promises";
import { fail } from "./capture.ts";
import type { Context } from "./context.ts";
import { fetchDocument, takeContent } from "./fetch-document.ts";
import { listImportable } from "../intake/folder.ts";
import { TocsinError } from "../model/error.ts";
import type { UserId } from "../model/id.ts";
import type { ImportOutcome } from "../web/ports.ts";

const FILE_BYTES_MAX = 32 * 1024 * 1024;

/** Is it a web address (and not a path)? */
export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** The importable files of a folder, or the file itself. Throws NOT_FOUND. */
export async function listFiles(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch(() => null);
  if (info === null)
    throw new TocsinError("NOT_FOUND", `There is no file or folder ${path}.`, { fix: "Check the path." });
  return info.isDirectory() ? (await listImportable(path)).map((file) => file.path) : [path];
}

/** Imports addresses, files and folders, one after the other. What fails is an outcome, not an end. */
export async function importPaths(
  context: Context,
  paths: readonly string[],
  by: UserId | null,
  onProgress: (done: number, total: number) => void,
): Promise<readonly ImportOutcome[]> {
  const items = (await Promise.all(paths.map(async (path) => (isAddress(path) ? [path] : listFiles(path))))).flat();
  const outcomes: ImportOutcome[] = [];
  for (const [i, item] of items.entries()) {
    onProgress(i, items.length);
    outcomes.push(
      ...(isAddress(item)
        ? await fetchDocument(context, item, { publisher: null, publisherName: "", by })
        : await importFile(context, item, by)),
    );
  }
  onProgress(items.length, items.length);
  return outcomes;
}

async function importFile(context: Context, path: string, by: UserId | null): Promise<readonly ImportOutcome[]> {
  const url = `file:${path}`;
  try {
    const bytes = await readFileWithin(path);
    const file = { url, bytes, contentType: "", name: path, retrievedAt: context.clock() };
    return await takeContent(context, file, { publisher: null, publisherName: "", by });
  } catch (error) {
    return [await fail(context, url, error, null, by)];
  }
}

/** A file's bytes. Throws INPUT_TOO_LARGE, NOT_FOUND. */
export async function readFileWithin(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new TocsinError("NOT_FOUND", `There is no file ${path}.`, { fix: "Check the path." });
  if (info.size > FILE_BYTES_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `${path} is larger than ${FILE_BYTES_MAX / 1024 / 1024} MB.`, {
      fix: "Import the article alone, without pictures or archives.",
    });
  }
  return readFile(path);
}
