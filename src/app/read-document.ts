import { systemClock } from "./press.ts";
import { isAddress } from "./import-paths.ts";
import { createFetcher } from "../intake/fetch.ts";
import { DEFAULT_FETCH_LIMITS } from "../intake/fetch-limits.ts";
import { createExtractor } from "../intake/isolate.ts";
import type { ExtractedReport } from "../model/report.ts";

/** A report read from a file or address, kept nowhere. */
export interface ReadDocument extends ExtractedReport {
  readonly path: string;
}

/** Reads one file or address without any database. Throws FETCH_*, REPORT_*, NOT_FOUND. */
export async function readDocument(
  path: string,
  fetchAllow: readonly string[],
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<ReadDocument> {
  const fetcher = createFetcher({ ...DEFAULT_FETCH_LIMITS, allow: fetchAllow }, { clock: systemClock });
  const extractor = createExtractor({ timeoutMs: 20_000, memoryMb: 512, workers: 1 });
  try {
    if (!isAddress(path)) {
      const extracted = await extractor.extract(await readFile(path), {
        url: `file:${path}`,
        contentType: "",
        name: path,
        retrievedAt: systemClock(),
      });
      return { ...extracted, path };
    }
    const fetched = await fetcher.get(path);
    if (fetched.kind !== "content") throw new Error("an unconditional GET that was not modified");
    return {
      ...(await extractor.extract(fetched.bytes, {
        url: fetched.url,
        contentType: fetched.contentType,
        retrievedAt: fetched.retrievedAt,
      })),
      path,
    };
  } finally {
    await extractor.close();
    await fetcher.close();
  }
}
