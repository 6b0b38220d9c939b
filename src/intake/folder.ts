import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { TocsinError } from "../model/error.ts";

export interface ImportableFile {
  /** Where to read it. */
  readonly path: string;
  /** Path within the folder that was named, with `/`; for a single file its name. */
  readonly name: string;
}

const IMPORTABLE = /\.(html?|xhtml|txt|text|md|markdown|pdf|xml|rss|atom|rdf|json)(\.gz)?$/i;
/** More files than this are no inbox but a mistake, such as `/`. */
const FILES_MAX = 20_000;
const DEPTH_MAX = 16;

/**
 * The files of a folder, and of the folders in it, that can be imported, sorted by name; or the one file that `path`
 * names. Links are followed only for `path` itself: a link inside may lead anywhere or in circles. Hidden files are
 * left out. Throws NOT_FOUND, INPUT_INVALID, INPUT_TOO_LARGE.
 */
export async function listImportable(path: string): Promise<readonly ImportableFile[]> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new TocsinError("NOT_FOUND", `There is no file or folder ${path}.`, { fix: "Check the path.", cause });
  });
  if (info.isFile() && IMPORTABLE.test(path)) return [{ path, name: basename(path) }];
  if (!info.isDirectory()) throw notImportable(path);
  const paths: string[] = [];
  await collect(path, 0, paths);
  const files = paths.map((file) => ({ path: file, name: relative(path, file).split(sep).join("/") }));
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function collect(folder: string, depth: number, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new TocsinError("INPUT_INVALID", `The folder ${folder} cannot be read.`, {
      fix: "Check its permissions.",
      cause,
    });
  });
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    // oxlint-disable-next-line no-await-in-loop -- one folder at a time keeps few of them open
    if (entry.isDirectory() && depth < DEPTH_MAX) await collect(path, depth + 1, files);
    if (!entry.isFile() || !IMPORTABLE.test(entry.name)) continue;
    if (files.length === FILES_MAX) {
      throw new TocsinError("INPUT_TOO_LARGE", `There are more than ${FILES_MAX} files in the folder.`, {
        fix: "Name a smaller folder.",
      });
    }
    files.push(path);
  }
}

function notImportable(path: string): TocsinError {
  return new TocsinError("INPUT_INVALID", `${path} is neither a folder nor a file that can be imported.`, {
    fix: "Files to import end in .html, .txt, .md or .pdf; feeds in .xml, .rss, .atom or .json.",
  });
}
