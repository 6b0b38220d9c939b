import { sha256 } from "../model/sha256.ts";
import type { Sha256 } from "../model/sha256.ts";
import { isTocsinError } from "../model/error.ts";
import { mapConcurrent } from "./concurrent.ts";
import type { Inspection } from "./inspection.ts";
import { MANIFEST_PATH, decodeManifest } from "./manifest.ts";
import { RECORD_PREFIX } from "./tile.ts";
import type { Newest } from "./verify-history.ts";

/** What a file must unpack from, in its twins. */
export interface Plain {
  readonly digest: Sha256;
  /** Bytes; null when the file is missing or damaged, so that nothing tells how long it should be. */
  readonly bytes: number | null;
}

/** Checks the site manifest against the newest publication, and every file that it names. Gives the files by path. */
export async function verifyPages(site: Inspection, newest: Newest): Promise<Map<string, Plain>> {
  const plain = new Map<string, Plain>();
  // A record without publication has no pages; whatever is there is then unknown.
  if (newest.publication === null && newest.certain) return plain;
  const manifest = await verifyManifest(site, newest);
  if (manifest === null) {
    // Nothing says what the pages must be. One problem at the manifest is the truth; thousands would bury it.
    site.excuse([...site.paths].filter((path) => !path.startsWith(RECORD_PREFIX)));
    return plain;
  }
  await mapConcurrent([...manifest], async ([path, digest]) => {
    const bytes = await site.expect(path);
    const same = bytes !== null && sha256(bytes) === digest;
    if (bytes !== null && !same) site.problem("FILE_CHANGED", path, "The file is not the one that was published.");
    plain.set(path, { digest, bytes: same ? bytes.length : null });
  });
  return plain;
}

async function verifyManifest(site: Inspection, newest: Newest): Promise<ReadonlyMap<string, Sha256> | null> {
  const bytes = await site.expect(MANIFEST_PATH);
  if (bytes === null) return null;
  if (newest.publication !== null && newest.certain && sha256(bytes) !== newest.publication.manifest) {
    const { number } = newest.publication;
    site.problem(
      "FILE_CHANGED",
      MANIFEST_PATH,
      `The file list is not that of publication ${number}; pages not checked.`,
    );
    return null;
  }
  try {
    return decodeManifest(bytes);
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    site.problem("FILE_CHANGED", MANIFEST_PATH, `${error.message} Pages were not checked.`);
    return null;
  }
}
