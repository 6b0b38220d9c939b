import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { TocsinError } from "../model/error.ts";

export interface ImportableFile {
  /** Where to read it. */
  readonly path: string;
  /** Path from the folder that was named, with `/`; for a single file its name. */
  readonly name: string;
  readonly bytes: number;
}

const IMPORTABLE = /\.(html?|xhtml|txt|text|md|markdown|xml|rss|atom|rdf|json)(\.gz)?$/i;
/** More files than this are no inbox but a mistake, such as `/`. */
const FILES_MAX = 20_000;
const DEPTH_MAX = 16;

/**
 * The files of a folder, and of the folders in it, that can be imported, sorted by name; or the one file that `path`
 * names. Links are followed only for `path` itself: a link inside may lead anywhere or in circles. Hidden files are
 * left out. Throws NOT_FOUND, INPUT_INVALID, INPUT_TOO_LARGE.
 */
export async function listImportable(path: string): Promise<readonly ImportableFile[]> {
  const root = await realpath(path).catch((cause: unknown) => {
    throw new TocsinError("NOT_FOUND", `There is no file or folder ${path}.`, { cause });
  });
  const info = await stat(root);
  if (info.isFile()) {
    if (!IMPORTABLE.test(root)) throw notImportable(path);
    return [{ path: root, name: root.slice(root.lastIndexOf(sep) + 1), bytes: info.size }];
  }
  if (!info.isDirectory()) throw notImportable(path);
  const files: ImportableFile[] = [];
  await collect(root, root, 0, files);
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function collect(root: string, folder: string, depth: number, files: ImportableFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new TocsinError("INPUT_INVALID", `The folder ${folder} cannot be read.`, { fix: "Check its permissions.", cause });
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    // oxlint-disable-next-line no-await-in-loop -- one folder at a time keeps few files open
    if (entry.isDirectory() && depth < DEPTH_MAX) await collect(root, path, depth + 1, files);
    if (!entry.isFile() || !IMPORTABLE.test(entry.name)) continue;
    if (files.length === FILES_MAX) {
      throw new TocsinError("INPUT_TOO_LARGE", `There are more than ${FILES_MAX} files in ${root}.`, {
        fix: "Name a smaller folder.",
      });
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    files.push({ path, name: relative(root, path).split(sep).join("/"), bytes: (await stat(path)).size });
  }
}

function notImportable(path: string): TocsinError {
  return new TocsinError("INPUT_INVALID", `${path} is neither a folder nor a file that can be imported.`, {
    fix: "Files to import end in .html, .txt or .md; feeds in .xml, .rss, .atom or .json.",
  });
}
