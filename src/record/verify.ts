import type { Instant } from "../model/time.ts";
import { Inspection } from "./inspection.ts";
import type { OnProgress, Problem } from "./inspection.ts";
import type { SiteReader } from "./reader.ts";
import { verifyHistory } from "./verify-history.ts";
import { verifyPages } from "./verify-pages.ts";
import { verifyRecord } from "./verify-record.ts";
import { verifyTwins } from "./verify-twins.ts";

/** What a verification found. */
export interface Verification {
  /** True when nothing at all is wrong. */
  readonly ok: boolean;
  /** Origin, size and root that the checkpoint signs; null without a trusted checkpoint. */
  readonly origin: string | null;
  readonly size: number | null;
  /** 64 hexadecimal digits. */
  readonly root: string | null;
  /** The newest publication in the record: what the pages were checked against. */
  readonly publication: { readonly number: number; readonly at: Instant } | null;
  /** Files read. */
  readonly files: number;
  /** By file. */
  readonly problems: readonly Problem[];
}

/**
 * Checks from the files alone that a site is what its signed record says: checkpoint, every tile, bundle and entry,
 * every page, feed and asset, every compressed twin, and that nothing else is there. Gathers all problems, each with
 * its file. Throws KEY_INVALID when `vkey` is no verifier key, and whatever `reader.list` throws.
 */
export async function verifySite(
  reader: SiteReader,
  options: { readonly vkey: string; readonly onProgress?: OnProgress },
): Promise<Verification> {
  const vkey = options.vkey.trim();
  const site = await Inspection.of(reader, options.onProgress);
  const { checkpoint, entries } = await verifyRecord(site, vkey);
  const newest = verifyHistory(site, entries);
  const pages = await verifyPages(site, newest);
  await verifyTwins(site, pages);
  for (const path of site.paths) {
    if (!site.isExpected(path)) site.problem("FILE_UNKNOWN", path, "The record knows nothing of this file.");
  }
  const problems = site.problems();
  const { publication } = newest;
  return {
    ok: problems.length === 0,
    origin: checkpoint?.origin ?? null,
    size: checkpoint?.size ?? null,
    root: checkpoint && Buffer.from(checkpoint.root).toString("hex"),
    publication: publication && { number: publication.number, at: publication.at },
    files: site.done,
    problems,
  };
}
