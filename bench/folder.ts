import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `task` with a new folder, which is gone afterwards. */
export async function withFolder<T>(task: (folder: string) => Promise<T>, parent = tmpdir()): Promise<T> {
  const folder = mkdtempSync(join(parent, "tocsin-bench-"));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder in memory with room for `bytes`, where there is one: file systems on disk have moods that last minutes. */
export function memoryFolder(bytes: number): string | null {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize >= bytes ? "/dev/shm" : null;
  } catch {
    return null;
  }
}
