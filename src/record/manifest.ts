import { TocsinError } from "../model/error.ts";
import { isSha256 } from "../model/sha256.ts";
import type { Sha256 } from "../model/sha256.ts";
import { canonicalBytes, parseCanonical } from "./canonical.ts";
import { RECORD_PREFIX } from "./tile.ts";
import { isTwinPath } from "./twin.ts";

/** Where the manifest stands on the site. */
export const MANIFEST_PATH = `${RECORD_PREFIX}site.json`;

/**
 * The site manifest: canonical JSON `{"files":{path: SHA-256},"version":1}` of every rendered file, in any order of
 * the map. Not for what stands under `record/` (the log itself) nor for the compressed twins `.gz` and `.br`.
 * Throws INPUT_INVALID for such a path or one that leaves the site.
 */
export function encodeManifest(files: ReadonlyMap<string, Sha256>): Uint8Array {
  for (const [path, digest] of files) {
    const why = pathProblem(path) ?? (isSha256(digest) ? null : "has no SHA-256");
    if (why !== null) throw new TocsinError("INPUT_INVALID", `The manifest cannot hold “${path}”: it ${why}.`);
  }
  return canonicalBytes({ version: 1, files: Object.fromEntries(files) });
}

/** Bytes of `record/site.json` → path to SHA-256. Throws INPUT_INVALID for anything that encodeManifest never writes. */
export function decodeManifest(bytes: Uint8Array): Map<string, Sha256> {
  const value = parseCanonical(bytes)?.value;
  if (!isObject(value) || value["version"] !== 1 || !isObject(value["files"]) || Object.keys(value).length !== 2) {
    throw new TocsinError("INPUT_INVALID", "The site manifest is not canonical JSON of version 1.");
  }
  const files = new Map<string, Sha256>();
  for (const [path, digest] of Object.entries(value["files"])) {
    const why = pathProblem(path);
    if (why !== null || !isSha256(digest)) {
      throw new TocsinError("INPUT_INVALID", `The site manifest is not valid at “${path.slice(0, 200)}”.`);
    }
    files.set(path, digest);
  }
  return files;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathProblem(path: string): string | null {
  if (path.startsWith(RECORD_PREFIX)) return "belongs to the record";
  if (isTwinPath(path)) return "is a compressed twin";
  const plain = path.isWellFormed() && !/[\\\p{Cc}]/u.test(path);
  const parts = path.split("/");
  return plain && parts.every((part) => part !== "" && part !== "." && part !== "..") ? null : "is not a plain path";
}
