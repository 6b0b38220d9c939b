import { chmod, mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Layout } from "./layout.ts";
import { readSettings } from "./settings.ts";
import { TocsinError } from "../model/error.ts";
import { createPrivateKeyPem, signerFromPem, verifierKey } from "../record/key.ts";
import type { Signer } from "../record/ports.ts";

/** The record's name in its key and checkpoints (C2SP tlog-checkpoint “origin”): the site's host and a path. */
export function originOf(baseUrl: string): string {
  return `${new URL(baseUrl).host}/record`;
}

/** Makes the signing key if there is none: PKCS#8 PEM, readable by its owner alone. Returns true when it made one. */
export async function ensureKey(file: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(createPrivateKeyPem());
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Reads the signing key. Throws NOT_FOUND, KEY_PERMISSIONS when others may read it, KEY_INVALID. */
export async function readKey(file: string, origin: string): Promise<Signer> {
  const info = await stat(file).catch(() => null);
  if (info === null) {
    throw new TocsinError("NOT_FOUND", `There is no signing key at ${file}.`, {
      fix: "Run `tocsin init` for a new office, or restore the key from the backup.",
    });
  }
  if ((info.mode & 0o077) !== 0) {
    throw new TocsinError("KEY_PERMISSIONS", `The signing key ${file} can be read by others on this machine.`, {
      fix: `Run: chmod 600 ${file}. If somebody may have copied it, make a new key.`,
    });
  }
  return signerFromPem(await readFile(file, "utf8"), origin);
}

/** The verifier key of the office in a data folder. Throws as `readSettings` and `readKey`. */
export async function officeKey(layout: Layout): Promise<string> {
  const { origin } = await readSettings(layout);
  return verifierKey(await readKey(layout.key, origin));
}
