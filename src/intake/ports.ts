import type { ClaimId, PublisherId, ReportId, SourceId, UserId } from "../model/id.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Report } from "../model/report.ts";
import type { Sha256 } from "../model/sha256.ts";
import type { Source } from "../model/source.ts";
import type { Instant } from "../model/time.ts";

/** Captured bytes under their SHA-256. Written durably before anything parses them; never changed, never deleted. */
export interface SnapshotStore {
  /** Idempotent. Resolves after the bytes are on disk (fsync). */
  put(bytes: Uint8Array): Promise<Sha256>;
  get(sha256: Sha256): Promise<Uint8Array | null>;
}

/** What a list of reports shows of each. */
export interface ReportSummary {
  readonly id: ReportId;
  readonly version: number;
  readonly title: string;
  readonly publisher: PublisherId;
  readonly publisherName: string;
  readonly url: string;
  readonly language: string | null;
  readonly publishedAt: Instant | null;
  readonly retrievedAt: Instant;
  readonly read: boolean;
  /** Suggestions that nobody has decided on yet. */
  readonly undecided: number;
  readonly attributions: number;
  readonly figures: number;
}

export interface ReportFilter {
  readonly unread?: boolean;
  readonly publisher?: PublisherId;
  /** Published (or, where unknown, retrieved) at or after / before. */
  readonly since?: Instant;
  readonly until?: Instant;
  /** Words that title or text must all contain, in any order, letter case ignored. */
  readonly search?: string;
  /** Only reports that this claim gathers. */
  readonly claim?: ClaimId;
  readonly limit: number;
  readonly offset: number;
}

/** Newest version of each report unless a version is named. */
export interface ReportStore {
  findByUrl(url: string): Promise<Report | null>;
  /** A report (of any address) with exactly this text by this publisher. */
  findByText(publisher: PublisherId, textSha256: Sha256): Promise<Report | null>;
  /** Inserts version 1 of a new report or the next version of a known one. Throws CONFLICT when that version exists. */
  insert(report: Report): Promise<void>;
  get(id: ReportId, version?: number): Promise<Report | null>;
  versions(id: ReportId): Promise<readonly Report[]>;
  list(filter: ReportFilter): Promise<{ readonly reports: readonly ReportSummary[]; readonly total: number }>;
  counts(): Promise<{
    readonly all: number;
    readonly unread: number;
    readonly byPublisher: readonly { readonly publisher: PublisherId; readonly name: string; readonly count: number }[];
  }>;
  markRead(id: ReportId, read: boolean): Promise<void>;
  /** Reports whose newest version the machine has not read for evidence yet: the latest first, and how many in all. */
  withoutEvidence(limit: number): Promise<{ readonly reports: readonly ReportId[]; readonly total: number }>;
}

export interface SourceStore {
  /** Throws CONFLICT when the address is there already. */
  add(source: Source): Promise<void>;
  get(id: SourceId): Promise<Source | null>;
  list(): Promise<readonly Source[]>;
  save(source: Source): Promise<void>;
  remove(id: SourceId): Promise<void>;
  /** Not paused and due at `now`, the longest waiting first. */
  due(now: Instant, limit: number): Promise<readonly Source[]>;
}

/** Publishers as the desk knows them; the record has those that were published. */
export interface PublisherStore {
  get(id: PublisherId): Promise<Publisher | null>;
  list(): Promise<readonly Publisher[]>;
  save(publisher: Publisher): Promise<void>;
}

/** One failure at intake, kept so that a person can see what did not come in and why. */
export interface IntakeFailure {
  readonly at: Instant;
  readonly url: string;
  readonly code: string;
  readonly message: string;
  /** Bytes that were captured before the failure, if any. */
  readonly sha256: Sha256 | null;
  readonly by: UserId | null;
}

export interface IntakeFailureStore {
  add(failure: IntakeFailure): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly IntakeFailure[]>;
}
