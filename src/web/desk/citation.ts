import type { KeptAttribution, KeptFigure } from "../../evidence/ports.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { CitedReport, Report } from "../../model/report.ts";
import type { ReportView } from "../ports.ts";

const QUOTE_LENGTH_MAX = 600;

/** One accepted suggestion of a report, and what a statement would carry of it. */
export interface Citable {
  readonly id: string;
  readonly evidence: Evidence;
}

/** What people accepted in a report, ready to be put under a statement. */
export function citables(view: ReportView): readonly Citable[] {
  const accepted = ({ decision }: KeptAttribution | KeptFigure): boolean =>
    decision !== null && decision.verdict !== "rejected";
  return [
    ...view.attributions.filter(accepted).map((kept) => ({ id: kept.id, evidence: ofAttribution(view, kept) })),
    ...view.figures.filter(accepted).map((kept) => ({ id: kept.id, evidence: ofFigure(view, kept) })),
  ];
}

function ofAttribution(view: ReportView, kept: KeptAttribution): Evidence {
  const { source, content, mode, carriers } = kept.fix ?? kept;
  const name = source === null ? null : (source.resolved ?? source.text);
  return {
    report: cited(view.report, view.publisher.name),
    source: name,
    quote: content.text.slice(0, QUOTE_LENGTH_MAX),
    mode,
    // Suggestions name carriers outermost first, evidence from the source outward.
    carriers: carriers.toReversed(),
    origin: name ?? view.publisher.name,
    stance: "says",
    figure: null,
  };
}

function ofFigure(view: ReportView, kept: KeptFigure): Evidence {
  const { kind, value, max, unit, qualifier, counts, text } = kept.fix ?? kept;
  return {
    report: cited(view.report, view.publisher.name),
    source: null,
    quote: text.slice(0, QUOTE_LENGTH_MAX),
    mode: "direct",
    carriers: [],
    origin: view.publisher.name,
    stance: "says",
    figure: { kind, value, max, unit, qualifier, counts, text },
  };
}

function cited(report: Report, publisherName: string): CitedReport {
  const { id, version, publisher, title, byline, url, language, publishedAt, retrievedAt, sha256 } = report;
  return { id, version, publisher, publisherName, title, byline, url, language, publishedAt, retrievedAt, sha256 };
}
