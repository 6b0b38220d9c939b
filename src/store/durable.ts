import { open, rename, mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes names in a directory survive a power cut (fsync). */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `mkdir -p` whose new names survive a power cut. */
export async function makeDirectory(dir: string): Promise<void> {
  const first = await mkdir(dir, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = dir; made.length >= first.length; made = dirname(made)) await syncDirectory(dirname(made));
}

/** Writes a file so that after a crash it is whole or not there: temp file, fsync, rename, fsync of the directory. */
export async function writeDurably(file: string, bytes: Uint8Array | string, temp: string): Promise<void> {
  const handle = await open(temp, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temp, file);
  await syncDirectory(dirname(file));
}
