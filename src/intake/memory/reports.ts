import { TocsinError } from "../../model/error.ts";
import type { ClaimId, PublisherId, ReportId } from "../../model/id.ts";
import type { Report } from "../../model/report.ts";
import type { Instant } from "../../model/time.ts";
import type { PublisherStore, ReportFilter, ReportStore, ReportSummary } from "../ports.ts";

/** What other stages know about reports, for the joined columns of a list. */
export interface ReportLinks {
  readonly publishers: Pick<PublisherStore, "get">;
  readonly suggestionCounts?: (
    id: ReportId,
    version: number,
  ) => Pick<ReportSummary, "undecided" | "attributions" | "figures">;
  readonly reportsOfClaim?: (id: ClaimId) => ReadonlySet<ReportId>;
  readonly hasEvidence?: (id: ReportId, version: number) => boolean;
}

const NO_SUGGESTIONS = { undecided: 0, attributions: 0, figures: 0 } as const;

/** A ReportStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryReportStore(links: ReportLinks): ReportStore {
  /** Versions of each, oldest first, never empty. */
  const kept = new Map<ReportId, readonly Report[]>();
  const read = new Set<ReportId>();
  const newest = (): Report[] => [...kept.values()].map((versions) => versions.at(-1)!);
  const nameOf = async (id: PublisherId, fallback: string) => (await links.publishers.get(id))?.name ?? fallback;

  async function summary(report: Report): Promise<ReportSummary> {
    const { id, version, title, publisher, url, language, publishedAt, retrievedAt } = report;
    const publisherName = await nameOf(publisher, report.publisherName);
    const counted = links.suggestionCounts?.(id, version) ?? NO_SUGGESTIONS;
    return {
      id,
      version,
      title,
      publisher,
      publisherName,
      url,
      language,
      publishedAt,
      retrievedAt,
      read: read.has(id),
      ...counted,
    };
  }

  function matches(report: Report, filter: ReportFilter): boolean {
    const words = (filter.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const haystack = words.length === 0 ? "" : `${report.title}\n${report.text}`.toLowerCase();
    return (
      (filter.unread === undefined || filter.unread !== read.has(report.id)) &&
      (filter.publisher === undefined || filter.publisher === report.publisher) &&
      (filter.since === undefined || timeOf(report) >= filter.since) &&
      (filter.until === undefined || timeOf(report) < filter.until) &&
      (filter.claim === undefined || (links.reportsOfClaim?.(filter.claim).has(report.id) ?? false)) &&
      words.every((word) => haystack.includes(word))
    );
  }

  return {
    async withoutEvidence(limit) {
      const waiting = newest().filter((report) => links.hasEvidence?.(report.id, report.version) !== true);
      const sorted = waiting.sort((a, b) => (timeOf(a) > timeOf(b) ? -1 : 1));
      return { reports: sorted.slice(0, limit).map((report) => report.id), total: waiting.length };
    },
    async findByUrl(url) {
      return newest().find((report) => report.url === url) ?? null;
    },
    async findByText(publisher, textSha256) {
      const all = [...kept.values()].flat();
      return all.findLast((r) => r.publisher === publisher && r.textSha256 === textSha256) ?? null;
    },
    async insert(report) {
      const versions = kept.get(report.id) ?? [];
      if (versions.some((v) => v.version === report.version)) {
        throw new TocsinError("CONFLICT", `Version ${report.version} of report ${report.id} is there already.`);
      }
      kept.set(
        report.id,
        [...versions, report].sort((a, b) => a.version - b.version),
      );
      read.delete(report.id);
    },
    async get(id, version) {
      const versions = kept.get(id) ?? [];
      return (version === undefined ? versions.at(-1) : versions.find((v) => v.version === version)) ?? null;
    },
    async versions(id) {
      return kept.get(id) ?? [];
    },
    async list(filter) {
      const found = newest()
        .filter((report) => matches(report, filter))
        .sort(newestFirst);
      const page = found.slice(filter.offset, filter.offset + filter.limit);
      return { reports: await Promise.all(page.map(summary)), total: found.length };
    },
    async counts() {
      const byPublisher = new Map<PublisherId, { publisher: PublisherId; name: string; count: number }>();
      for (const report of newest()) {
        const line = byPublisher.get(report.publisher);
        if (line !== undefined) line.count += 1;
        else {
          // oxlint-disable-next-line no-await-in-loop -- memory only
          const name = await nameOf(report.publisher, report.publisherName);
          byPublisher.set(report.publisher, { publisher: report.publisher, name, count: 1 });
        }
      }
      return {
        all: kept.size,
        unread: kept.size - read.size,
        byPublisher: [...byPublisher.values()].sort((a, b) => b.count - a.count || compare(a.name, b.name)),
      };
    },
    async markRead(id, isRead) {
      if (isRead && kept.has(id)) read.add(id);
      else read.delete(id);
    },
  };
}

function timeOf(report: Report): Instant {
  return report.publishedAt ?? report.retrievedAt;
}

function newestFirst(a: Report, b: Report): number {
  return compare(timeOf(b), timeOf(a)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
