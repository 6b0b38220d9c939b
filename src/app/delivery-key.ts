import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { createSealer, DELIVERY_SECRET_BYTES } from "../deliver/sealer.ts";
import type { Sealer } from "../deliver/ports.ts";
import { TocsinError } from "../model/error.ts";

const FIX = "Restore key/delivery.key from the backup that the database came from.";

/** Makes the delivery key if there is none: 32 random bytes in base64, readable by its owner alone. */
export async function ensureDeliveryKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(`${randomBytes(DELIVERY_SECRET_BYTES).toString("base64")}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * The sealer of a data folder. A folder without a key gets one, unless `subscribers` says that addresses are sealed
 * already: a new key could open none of them. Throws DELIVERY_KEY, KEY_PERMISSIONS, KEY_INVALID.
 */
export async function openSealer(file: string, subscribers: () => Promise<number>): Promise<Sealer> {
  if ((await stat(file).catch(() => null)) === null) {
    if ((await subscribers()) > 0) {
      throw new TocsinError("DELIVERY_KEY", `There are subscribers, but no delivery key at ${file}.`, { fix: FIX });
    }
    await ensureDeliveryKey(file);
  }
  return readSealer(file);
}

/** The sealer of a key that is there. Throws DELIVERY_KEY when it is not, KEY_PERMISSIONS, KEY_INVALID. */
export async function readSealer(file: string): Promise<Sealer> {
  const info = await stat(file).catch(() => null);
  if (info === null) {
    throw new TocsinError("DELIVERY_KEY", `There is no delivery key at ${file}.`, {
      fix: "Copy key/delivery.key from the data folder of the office's server.",
    });
  }
  if ((info.mode & 0o077) !== 0) {
    throw new TocsinError("KEY_PERMISSIONS", `The delivery key ${file} can be read by others on this machine.`, {
      fix: `Run: chmod 600 ${file}. Links that were sent may be forged if somebody copied it.`,
    });
  }
  const text = (await readFile(file, "utf8")).trim();
  const secret = Buffer.from(text, "base64");
  if (secret.length !== DELIVERY_SECRET_BYTES || secret.toString("base64") !== text) {
    throw new TocsinError("KEY_INVALID", `The delivery key ${file} is damaged.`, { fix: FIX });
  }
  return createSealer(secret, (bytes) => randomBytes(bytes));
}
