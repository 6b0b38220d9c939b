import { chmod, cp, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Config } from "./config.ts";
import { databaseOf, layoutOf, type Layout } from "./layout.ts";
import { readSettings } from "./settings.ts";
import { backupTo, copyTree, restoreFrom, type BackupManifest } from "../store/backup.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { TocsinError } from "../model/error.ts";

/**
 * A whole backup in an empty folder, consistent while the office works: the database first, then the captured pages
 * (which are only ever added, so every report in the database has its pages), the keys and the settings. The site is
 * not in it: it is rebuilt from the record.
 */
async function backupApp(store: Store, layout: Layout, folder: string): Promise<BackupManifest> {
  await demandEmpty(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const manifest = await backupTo(store, join(folder, "database"));
  await copyTree(layout.snapshots, join(folder, "snapshots"));
  await mkdir(join(folder, "key"), { mode: 0o700 });
  await cp(layout.key, join(folder, "key", "record.pem"), { preserveTimestamps: true });
  // An office that never started since it can deliver has none of these.
  await copyIfThere(layout.deliveryKey, join(folder, "key", "delivery.key"));
  await copyIfThere(layout.pushKey, join(folder, "key", "push.pem"));
  await cp(layout.settings, join(folder, "settings.json"));
  return manifest;
}

/** Puts a backup into a data folder that does not exist or is empty. */
export async function restoreApp(
  folder: string,
  dataDirectory: string,
  postgresUrl: string | null,
): Promise<BackupManifest> {
  await demandEmpty(dataDirectory);
  const layout = layoutOf(dataDirectory);
  if ((await stat(join(folder, "settings.json")).catch(() => null)) === null) {
    throw new TocsinError("NOT_FOUND", `${folder} is no backup of Tocsin.`, {
      fix: "Name the folder that `tocsin backup` wrote.",
    });
  }
  await mkdir(layout.root, { recursive: true });
  // As in init: the web server in front must get through to the site.
  await chmod(layout.root, 0o711);
  const manifest = await restoreFrom(join(folder, "database"), databaseOf(layout, postgresUrl));
  await copyTree(join(folder, "snapshots"), layout.snapshots);
  await mkdir(dirname(layout.key), { mode: 0o700 });
  await cp(join(folder, "key", "record.pem"), layout.key, { preserveTimestamps: true });
  await copyIfThere(join(folder, "key", "delivery.key"), layout.deliveryKey);
  await copyIfThere(join(folder, "key", "push.pem"), layout.pushKey);
  // Written last, as in init: a folder with settings is whole.
  await cp(join(folder, "settings.json"), layout.settings);
  return manifest;
}

/** Backs up the office that the configuration names; the server may keep running. Throws CONFIG_INVALID, CONFLICT. */
export async function backupOffice({ dataDirectory, postgresUrl }: Config, folder: string): Promise<BackupManifest> {
  const layout = layoutOf(dataDirectory);
  await readSettings(layout);
  const store = await openStore(databaseOf(layout, postgresUrl));
  try {
    return await backupApp(store, layout, folder);
  } finally {
    await store.close();
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  if ((await stat(from).catch(() => null)) !== null) await cp(from, to, { preserveTimestamps: true });
}

async function demandEmpty(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  if (files.length > 0) {
    throw new TocsinError("CONFLICT", `${folder} is not empty.`, { fix: "Name a folder that does not exist yet." });
  }
}
