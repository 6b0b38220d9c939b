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

/** Reads files and addresses without any database, all in one worker: starting it takes longer than a page. */
export interface DocumentReader {
  /** One file or address. Throws FETCH_*, REPORT_*, NOT_FOUND. */
  read(path: string): Promise<ReadDocument>;
  close(): Promise<void>;
}

export function createDocumentReader(
  fetchAllow: readonly string[],
  readFile: (path: string) => Promise<Uint8Array>,
): DocumentReader {
  const fetcher = createFetcher({ ...DEFAULT_FETCH_LIMITS, allow: fetchAllow }, { clock: systemClock });
  const extractor = createExtractor({ timeoutMs: 20_000, memoryMb: 512, workers: 1 });
  return {
    async read(path) {
      if (!isAddress(path)) {
        const hints = { url: `file:${path}`, contentType: "", name: path, retrievedAt: systemClock() };
        return { ...(await extractor.extract(await readFile(path), hints)), path };
      }
      const fetched = await fetcher.get(path);
      if (fetched.kind !== "content") throw new Error("an unconditional GET that was not modified");
      const { url, contentType, retrievedAt } = fetched;
      return { ...(await extractor.extract(fetched.bytes, { url, contentType, retrievedAt })), path };
    },
    async close() {
      await extractor.close();
      await fetcher.close();
    },
  };
}
