import type { History } from "../model/history.ts";
import type { Instant } from "../model/time.ts";
import { renderSite } from "../publish/site.ts";
import { PROGRAM } from "./version.ts";

/** How many files of each sort a publication would change. */
export interface SiteChanges {
  readonly pages: number;
  readonly feeds: number;
}

/** Compares the site of two histories; for the sentence that says what publishing will do. */
export function changesIn(before: History, after: History, at: Instant): SiteChanges {
  const old = before.office === null ? new Map<string, Uint8Array>() : renderSite(before, { at, renderer: PROGRAM });
  let pages = 0;
  let feeds = 0;
  for (const [path, bytes] of renderSite(after, { at, renderer: PROGRAM })) {
    const was = old.get(path);
    if (was !== undefined && Buffer.compare(was, bytes) === 0) continue;
    if (path.endsWith(".html")) pages += 1;
    else if (/\/feed\.(rss|atom|json)$/.test(path)) feeds += 1;
  }
  return { pages, feeds };
}
