import type { PublisherId, ReportId, SourceId } from "../../../src/model/id.ts";
import type { Publisher } from "../../../src/model/publisher.ts";
import type { Report } from "../../../src/model/report.ts";
import { sha256 } from "../../../src/model/sha256.ts";
import type { Source } from "../../../src/model/source.ts";
import { parseInstant } from "../../../src/model/time.ts";

export const at = parseInstant;

export function reportId(n: number): ReportId {
  return `r${n.toString(16).padStart(16, "0")}` as ReportId;
}

export function sourceId(n: number): SourceId {
  return `f${n.toString(16).padStart(16, "0")}` as SourceId;
}

export function aPublisher(id: string, over: Partial<Publisher> = {}): Publisher {
  return {
    id: id as PublisherId,
    name: `The ${id}`,
    country: "VE",
    ownerGroup: "",
    affiliation: "",
    home: `https://${id}.example`,
    reliability: "F",
    reason: {},
    ...over,
  };
}

/** A report number `n` of publisher `gazette`; `text` and `textSha256` agree unless `over` says otherwise. */
export function aReport(n: number, over: Partial<Report> = {}): Report {
  const text = over.text ?? `Text of report ${n}.`;
  return {
    id: reportId(n),
    version: 1,
    title: `Report ${n}`,
    byline: "",
    publisherName: "The gazette",
    publishedAt: at("2031-03-03T12:00:00Z"),
    language: "en",
    text,
    canonicalUrl: null,
    publisher: "gazette" as PublisherId,
    url: `https://gazette.example/${n}`,
    sha256: sha256(`bytes of ${n}`),
    textSha256: sha256(text),
    retrievedAt: at("2031-03-03T12:10:00Z"),
    ...over,
  };
}

export function aSource(n: number, over: Partial<Source> = {}): Source {
  return {
    id: sourceId(n),
    url: `https://gazette.example/feed/${n}`,
    kind: "feed",
    publisher: null,
    title: `Feed ${n}`,
    paused: false,
    everyMinutes: 15,
    nextPollAt: at("2031-03-03T12:00:00Z"),
    lastPollAt: null,
    lastSuccessAt: null,
    failures: 0,
    lastError: "",
    etag: "",
    lastModified: "",
    ...over,
  };
}
