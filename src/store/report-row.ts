import type { PublisherId, ReportId } from "../model/id.ts";
import type { Report } from "../model/report.ts";
import type { Sha256 } from "../model/sha256.ts";
import type { Instant } from "../model/time.ts";
import type { ReportRow, ReportVersionRow } from "./schema.ts";

/** The row of one version. */
export function versionRowOf(report: Report): ReportVersionRow {
  return {
    report: report.id,
    version: report.version,
    url: report.url,
    publisher: report.publisher,
    publisher_name: report.publisherName,
    title: report.title,
    byline: report.byline,
    language: report.language,
    canonical_url: report.canonicalUrl,
    published_at: report.publishedAt,
    retrieved_at: report.retrievedAt,
    sha256: report.sha256,
    text_sha256: report.textSha256,
    text: report.text,
  };
}

/** The head row once `report` is its newest version: unread again. */
export function headRowOf(report: Report): ReportRow {
  return {
    id: report.id,
    version: report.version,
    url: report.url,
    publisher: report.publisher,
    sort_at: report.publishedAt ?? report.retrievedAt,
    is_read: 0,
  };
}

export function reportOf(row: ReportVersionRow): Report {
  return {
    id: row.report as ReportId,
    version: row.version,
    url: row.url,
    publisher: row.publisher as PublisherId,
    publisherName: row.publisher_name,
    title: row.title,
    byline: row.byline,
    language: row.language,
    canonicalUrl: row.canonical_url,
    publishedAt: row.published_at as Instant | null,
    retrievedAt: row.retrieved_at as Instant,
    sha256: row.sha256 as Sha256,
    textSha256: row.text_sha256 as Sha256,
    text: row.text,
  };
}
