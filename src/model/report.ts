import type { PublisherId, ReportId } from "./id.ts";
import type { Lang } from "./language.ts";
import type { Sha256 } from "./sha256.ts";
import type { Instant } from "./time.ts";

/** What intake makes of captured bytes: one thing that a publisher published. Untrusted text throughout. */
export interface ExtractedReport {
  readonly title: string;
  /** Name as printed; empty when none is given. */
  readonly byline: string;
  readonly publisherName: string;
  readonly publishedAt: Instant | null;
  readonly language: Lang | null;
  /** Blocks joined by one empty line; no markup. */
  readonly text: string;
  /** The page's own canonical address, when it names one on the same site. */
  readonly canonicalUrl: string | null;
}

/** A report as kept: version 1, 2 … of one address or file. */
export interface Report extends ExtractedReport {
  readonly id: ReportId;
  readonly version: number;
  readonly publisher: PublisherId;
  /** http(s) address, or `file:` and a path for imports from disk. */
  readonly url: string;
  /** Of the captured bytes, as they came. */
  readonly sha256: Sha256;
  /** Of `text`: two versions with the same text are the same report. */
  readonly textSha256: Sha256;
  readonly retrievedAt: Instant;
}

/** What the record and the public pages say of a report that a statement rests on. */
export interface CitedReport {
  readonly id: ReportId;
  readonly version: number;
  readonly publisher: PublisherId;
  readonly publisherName: string;
  readonly title: string;
  readonly byline: string;
  readonly url: string;
  readonly language: Lang | null;
  readonly publishedAt: Instant | null;
  readonly retrievedAt: Instant;
  readonly sha256: Sha256;
}
