import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SnapshotStore } from "../intake/ports.ts";
import { TocsinError } from "../model/error.ts";
import { isSha256, sha256, type Sha256 } from "../model/sha256.ts";
import { makeDirectory, syncDirectory, writeDurably } from "./durable.ts";

/**
 * Captured bytes as files `ab/cd/abcd…` under `dir`. Bytes that no longer have their name's SHA-256 count as missing;
 * `onDamaged` hears of it (by default a process warning), and the next `put` of the right bytes repairs the file.
 */
export function createSnapshotStore(
  dir: string,
  onDamaged: (error: TocsinError) => void = (error) => process.emitWarning(error.message, { code: error.code }),
): SnapshotStore {
  return {
    async put(bytes) {
      // The caller may go on to reuse its buffer.
      const own = Uint8Array.from(bytes);
      const name = sha256(own);
      const file = fileOf(dir, name);
      const there = await readOrNull(file);
      if (there !== null && Buffer.compare(there, own) === 0) {
        // It may be one that a crash left without its name on disk.
        await syncDirectory(dirname(file));
        return name;
      }
      await makeDirectory(dirname(file));
      const temp = `${file}.${randomBytes(6).toString("hex")}.part`;
      try {
        await writeDurably(file, own, temp);
      } catch (error) {
        await rm(temp, { force: true });
        throw error;
      }
      return name;
    },
    async get(name) {
      if (!isSha256(name)) return null;
      const file = fileOf(dir, name);
      const bytes = await readOrNull(file);
      if (bytes === null || sha256(bytes) === name) return bytes;
      onDamaged(
        new TocsinError("FILE_CHANGED", `The captured file ${file} was damaged.`, {
          fix: "Restore it from a backup.",
          detail: { sha256: name },
        }),
      );
      return null;
    },
  };
}

function fileOf(dir: string, name: Sha256): string {
  return join(dir, name.slice(0, 2), name.slice(2, 4), name);
}

async function readOrNull(file: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(file);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
