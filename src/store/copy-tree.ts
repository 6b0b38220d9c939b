import { constants, type Dirent } from "node:fs";
import { chmod, copyFile, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { makeDirectory, syncDirectory } from "./durable.ts";
import { LOCK_FILE } from "./lock.ts";

/**
 * Copies all regular files below `from` to `to`, with their modes, onto disk. Unfinished files (`.part`), links and the
 * lock stay out; a missing `from` is an empty one. For a backup: copy captured files after the database, then every file that the database names is there.
 */
export async function copyTree(from: string, to: string): Promise<{ readonly files: number; readonly bytes: number }> {
  await makeDirectory(to);
  let files = 0;
  let bytes = 0;
  for (const entry of await entriesOf(from)) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      const below = await copyTree(source, target);
      files += below.files;
      bytes += below.bytes;
    } else if (entry.isFile() && !entry.name.endsWith(".part") && entry.name !== LOCK_FILE) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      const { mode, size } = await stat(source);
      await chmod(target, mode & 0o777);
      const handle = await open(target, "r");
      await handle.sync();
      await handle.close();
      files += 1;
      bytes += size;
    }
  }
  await syncDirectory(to);
  return { files, bytes };
}

async function entriesOf(dir: string): Promise<Dirent[]> {
  try {
    return await readdir(dir, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
