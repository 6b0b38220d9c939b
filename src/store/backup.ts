import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { TocsinError } from "../model/error.ts";
import { isSha256, type Sha256 } from "../model/sha256.ts";
import { instantOf, isInstant, type Instant } from "../model/time.ts";
import { connect } from "./database.ts";
import { makeDirectory, writeDurably } from "./durable.ts";
import { migrate, SCHEMA_VERSION } from "./migrate.ts";
import type { Store, StoreKind, StoreLocation } from "./store.ts";
import { loadTables } from "./table-load.ts";

export { copyTree } from "./copy-tree.ts";

const DUMP = "tables.ndjson";
const MANIFEST = "manifest.json";

/** What a backup of the database holds; written last, so a backup without it is unfinished. */
export interface BackupManifest {
  readonly format: 1;
  readonly at: Instant;
  /** The database that it came from; it can be restored into either kind. */
  readonly kind: StoreKind;
  readonly schemaVersion: number;
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: Sha256 }>>;
}

/** Backs the database up into a new or empty directory while it is in use. Throws CONFLICT when there is something. */
export async function backupTo(store: Pick<Store, "kind" | "backupDatabase">, dir: string): Promise<BackupManifest> {
  await makeDirectory(dir);
  if ((await readdir(dir)).length > 0) {
    throw new TocsinError("CONFLICT", `${dir} is not empty.`, { fix: "Name a new directory for the backup." });
  }
  const file = join(dir, DUMP);
  const { schemaVersion, tables } = await store.backupDatabase(file);
  const manifest: BackupManifest = {
    format: 1,
    at: instantOf(Date.now()),
    kind: store.kind,
    schemaVersion,
    tables,
    files: { [DUMP]: await sumOf(file) },
  };
  const path = join(dir, MANIFEST);
  await writeDurably(path, `${JSON.stringify(manifest, null, 2)}\n`, `${path}.part`);
  return manifest;
}

/**
 * Restores a backup into an empty database of either kind and brings it up to this program's schema. Sums are checked
 * before anything is touched. Throws FILE_MISSING, FILE_CHANGED, INPUT_INVALID for the backup; CONFLICT when the
 * database is not empty; DATA_NEWER_THAN_PROGRAM.
 */
export async function restoreFrom(dir: string, location: StoreLocation): Promise<BackupManifest> {
  const manifest = await readManifest(dir);
  await checkSums(dir, manifest);
  if (manifest.schemaVersion > SCHEMA_VERSION) {
    throw new TocsinError("DATA_NEWER_THAN_PROGRAM", "The backup was made by a newer version of this program.", {
      fix: "Restore it with that version.",
      detail: { backup: manifest.schemaVersion, program: SCHEMA_VERSION },
    });
  }
  const database = await connect(location);
  try {
    // Loaded under the schema that it was dumped under, then brought forward like any old database.
    if ((await migrate(database, { target: manifest.schemaVersion })) !== manifest.schemaVersion) {
      throw new TocsinError("CONFLICT", "The database to restore into is newer than the backup.", {
        fix: "Name a database that does not exist yet.",
      });
    }
    await loadTables(database, join(dir, DUMP));
    await migrate(database);
  } finally {
    await database.close();
  }
  return manifest;
}

/** The manifest of a backup. Throws FILE_MISSING, INPUT_INVALID. */
export async function readManifest(dir: string): Promise<BackupManifest> {
  let text: string;
  try {
    text = await readFile(join(dir, MANIFEST), "utf8");
  } catch (cause) {
    throw new TocsinError("FILE_MISSING", `${dir} holds no finished backup.`, { detail: { path: MANIFEST }, cause });
  }
  const manifest = parseManifest(text);
  if (manifest === null) throw new TocsinError("INPUT_INVALID", `The manifest in ${dir} is not one of a backup.`);
  return manifest;
}

async function checkSums(dir: string, manifest: BackupManifest): Promise<void> {
  for (const [path, expected] of Object.entries(manifest.files)) {
    const found = await sumOf(join(dir, path)).catch((cause: unknown) => {
      throw new TocsinError("FILE_MISSING", `The backup lacks ${path}.`, { detail: { path }, cause });
    });
    if (found.sha256 !== expected.sha256) {
      throw new TocsinError("FILE_CHANGED", `${path} of the backup was changed.`, {
        fix: "Use another backup.",
        detail: { path },
      });
    }
  }
}

async function sumOf(file: string): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return { bytes: (await stat(file)).size, sha256: hash.digest("hex") as Sha256 };
}

function parseManifest(text: string): BackupManifest | null {
  try {
    const value = JSON.parse(text) as Partial<BackupManifest> | null;
    if (value?.format !== 1 || !isInstant(value.at) || !Number.isSafeInteger(value.schemaVersion)) return null;
    if (value.kind !== "sqlite" && value.kind !== "postgres") return null;
    if (typeof value.tables !== "object" || !isSha256(value.files?.[DUMP]?.sha256)) return null;
    return Object.keys(value.files).every((path) => /^[a-z0-9.-]+$/.test(path)) ? (value as BackupManifest) : null;
  } catch {
    return null;
  }
}
