import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { TocsinError } from "../model/error.ts";
import { makeDirectory } from "./durable.ts";

/** Gives the directory back. */
export type Release = () => Promise<void>;

/** Must not be opened by other code of this process: closing it would drop the lock (POSIX record locks). */
export const LOCK_FILE = "lock.sqlite";
const HOLDER_FILE = "lock.pid";
const SQLITE_BUSY = 5;

/**
 * Takes a data directory for this process, for as long as it lives. The lock is one of the operating system's on a
 * file, taken through SQLite: it ends with the process however that ends, and no number left behind can be mistaken
 * for another process's. Throws DATA_IN_USE when another process, or another part of this one, has it.
 */
export async function lockDataDirectory(dir: string): Promise<Release> {
  await makeDirectory(dir);
  const database = new DatabaseSync(join(dir, LOCK_FILE), { timeout: 0 });
  try {
    database.exec("begin exclusive");
  } catch (cause) {
    database.close();
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause;
    const holder = holderOf(dir);
    throw new TocsinError("DATA_IN_USE", `Another process uses the data directory ${dir}.`, {
      fix: holder === null ? "Stop it first." : `Stop process ${holder} first.`,
      cause,
    });
  }
  // Only for the message above; the lock is what counts.
  writeFileSync(join(dir, HOLDER_FILE), `${process.pid}\n`, { mode: 0o600 });
  return async () => {
    if (database.isOpen) database.close();
  };
}

function holderOf(dir: string): string | null {
  try {
    const text = readFileSync(join(dir, HOLDER_FILE), "utf8").trim();
    return /^\d{1,10}$/.test(text) ? text : null;
  } catch {
    return null;
  }
}
