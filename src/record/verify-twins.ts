import { isTocsinError } from "../model/error.ts";
import { sha256 } from "../model/sha256.ts";
import type { Sha256 } from "../model/sha256.ts";
import { mapConcurrent } from "./concurrent.ts";
import type { Inspection } from "./inspection.ts";
import { TWINS_PATH, decodeTwins } from "./manifest.ts";
import { RECORD_PREFIX } from "./tile.ts";
import { isTwinPath, plainPathOf, unpackTwin } from "./twin.ts";
import type { Plain } from "./verify-pages.ts";

/** Longest that a twin may unpack to when the file itself is not there to tell. */
const UNPACKED_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Checks that every compressed twin unpacks to exactly the bytes of its file. A few bits of a Brotli stream can change
 * without changing what it unpacks to; where `record/twins.json` is there, such a change is found as well.
 */
export async function verifyTwins(site: Inspection, pages: ReadonlyMap<string, Plain>): Promise<void> {
  const list = await readList(site);
  let listFits = true;
  const twins = [...site.paths].filter((path) => isTwinPath(path) && isKnown(site, pages, plainPathOf(path)));
  await mapConcurrent(twins, async (path) => {
    const bytes = await site.expect(path);
    const plain = pages.get(plainPathOf(path)) ?? (await plainOf(site, plainPathOf(path)));
    if (bytes === null || plain === null) return;
    const unpacked = unpackTwin(path, bytes, plain.bytes ?? UNPACKED_BYTES_MAX);
    if (unpacked === null || sha256(unpacked) !== plain.digest) {
      site.problem("FILE_CHANGED", path, "The compressed twin does not unpack to its file.");
      return;
    }
    const listed = list.get(path);
    if (listed === undefined || listed === sha256(bytes)) return;
    site.problem("FILE_CHANGED", path, "The compressed twin is not the one in the list of twins.");
    listFits = false;
  });
  for (const path of list.keys()) {
    if (site.paths.has(path)) continue;
    site.problem("FILE_MISSING", path, "The file is missing: the list of twins names it.");
    listFits = false;
  }
  if (!listFits)
    site.problem("FILE_CHANGED", TWINS_PATH, "The list does not fit the twins, though their content does.");
}

async function readList(site: Inspection): Promise<ReadonlyMap<string, Sha256>> {
  const bytes = site.paths.has(TWINS_PATH) ? await site.expect(TWINS_PATH) : null;
  if (bytes === null) return new Map();
  try {
    return decodeTwins(bytes);
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    site.problem("FILE_CHANGED", TWINS_PATH, error.message);
    return new Map();
  }
}

/** Is there a checked file that this could be a twin of? */
function isKnown(site: Inspection, pages: ReadonlyMap<string, Plain>, path: string): boolean {
  return pages.has(path) || (path.startsWith(RECORD_PREFIX) && site.isExpected(path));
}

/** A file of the record, which the manifest does not name: its twin must be like it. */
async function plainOf(site: Inspection, path: string): Promise<Plain | null> {
  const bytes = await site.expect(path);
  return bytes && { digest: sha256(bytes), bytes: bytes.length };
}
