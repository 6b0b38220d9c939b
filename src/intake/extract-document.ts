import type { ExtractedReport } from "../model/report.ts";
import { msOf } from "../model/time.ts";
import { checkedReport, extractReport, type ExtractHints } from "./extract.ts";
import { plainInput } from "./input.ts";
import { readPdf } from "./pdf/report.ts";
import { kindOf } from "./sniff.ts";

const DAY_MS = 86_400_000;

/**
 * Captured bytes of any kind that we read → report: pages, texts, and PDFs, which take time. Throws what `extractReport`
 * throws, and REPORT_ENCRYPTED, REPORT_NO_TEXT. A date of publication later than the day after retrieval is none.
 */
export async function extractDocument(bytes: Uint8Array, hints: ExtractHints): Promise<ExtractedReport> {
  const input = plainInput(bytes, hints.name);
  const kind = kindOf(input.bytes, hints.contentType, input.name);
  const report = kind === "pdf" ? checkedReport(await readPdf(input.bytes, hints.url)) : extractReport(bytes, hints);
  const { publishedAt } = report;
  const isLater =
    publishedAt !== null && hints.retrievedAt !== undefined && msOf(publishedAt) > msOf(hints.retrievedAt) + DAY_MS;
  return isLater ? { ...report, publishedAt: null } : report;
}
