import type { Evidence } from "../model/evidence.ts";
import type { AttributionId, FigureId, ReportId } from "../model/id.ts";
import type { KeptAttribution, KeptFigure } from "../evidence/ports.ts";
import type { ReportView } from "../web/ports.ts";
import type { QuoteSelector } from "./script/step.ts";

/** A selector found in a report: what the machine suggested of it, and what a statement would carry. */
export interface FoundPassage {
  readonly report: ReportId;
  /** Null where the machine missed it. */
  readonly attribution: KeptAttribution | null;
  readonly figure: KeptFigure | null;
  readonly evidence: Evidence;
}

/** What a claim gathers of a found passage; null where the machine suggested nothing that it could gather. */
export function claimItemOf(
  found: FoundPassage,
): { readonly report: ReportId; readonly attribution: AttributionId | null; readonly figure: FigureId | null } | null {
  if (found.attribution === null && found.figure === null) return null;
  return { report: found.report, attribution: found.attribution?.id ?? null, figure: found.figure?.id ?? null };
}

const QUOTE_LENGTH_MAX = 600;

/**
 * Looks for a selector among a report's suggestions: the shortest attribution that holds the words and names the
 * speaker, and the figure with the same value in the same sentence. What is missing comes from the selector.
 */
export function findPassage(view: ReportView, selector: QuoteSelector): FoundPassage {
  const attribution = bestAttribution(view, selector);
  const figure = bestFigure(view, selector);
  const { report, publisher } = view;
  return {
    report: report.id,
    attribution,
    figure,
    evidence: {
      report: {
        id: report.id,
        version: report.version,
        publisher: report.publisher,
        publisherName: publisher.name,
        title: report.title,
        byline: report.byline,
        url: report.url,
        language: report.language,
        publishedAt: report.publishedAt,
        retrievedAt: report.retrievedAt,
        sha256: report.sha256,
      },
      source: selector.source,
      quote: attribution?.content.text ?? selector.quote,
      mode: attribution?.mode ?? selector.mode,
      carriers: selector.carriers,
      origin: selector.origin,
      stance: selector.stance,
      figure: figure === null ? selector.figure : figureOf(figure),
    },
  };
}

function bestAttribution({ attributions }: ReportView, { find, speaker }: QuoteSelector): KeptAttribution | null {
  const [best] = attributions
    .filter(({ content }) => content.text.includes(find) && content.text.length <= QUOTE_LENGTH_MAX)
    .filter(({ source }) => speaker === null || `${source?.text} ${source?.resolved}`.includes(speaker))
    .toSorted((a, b) => a.content.text.length - b.content.text.length);
  return best ?? null;
}

function bestFigure({ figures, report }: ReportView, { figure, quote }: QuoteSelector): KeptFigure | null {
  if (figure === null) return null;
  const at = report.text.indexOf(quote);
  const inQuote = ({ span: [start, end] }: KeptFigure) => start < at + quote.length && end > at;
  return figures.find((one) => one.kind === figure.kind && one.value === figure.value && inQuote(one)) ?? null;
}

function figureOf(figure: KeptFigure): NonNullable<Evidence["figure"]> {
  const { kind, value, max, unit, qualifier, counts, text } = figure.fix ?? figure;
  return { kind, value, max, unit, qualifier, counts, text };
}
