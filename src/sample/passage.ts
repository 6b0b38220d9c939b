import type { Attribution } from "../model/attribution.ts";
import type { Evidence } from "../model/evidence.ts";
import type { AttributionId, FigureId, ReportId } from "../model/id.ts";
import { passageOf, type Span } from "../model/span.ts";
import type { ReportView } from "../web/ports.ts";
import type { QuoteSelector } from "./script/step.ts";

type KeptAttribution = ReportView["attributions"][number];
type KeptFigure = ReportView["figures"][number];

/** A selector found in a report: what the machine suggested of it, and what a statement would carry. */
export interface FoundPassage {
  readonly report: ReportId;
  /** Null where the machine missed it. */
  readonly attribution: KeptAttribution | null;
  /** What a person makes of the attribution, where the machine found the words but not who said them. */
  readonly fix: Attribution | null;
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
  const right = bestAttribution(view, selector);
  const fixable = right === null ? fixableAttribution(view, selector) : null;
  const figure = bestFigure(view, selector);
  const { report, publisher } = view;
  return {
    report: report.id,
    attribution: right ?? fixable?.attribution ?? null,
    fix: fixable?.fix ?? null,
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
      quote: right === null ? wordsAt(report.text, selector.quote) : valueOf(right).content.text,
      mode: right === null ? selector.mode : valueOf(right).mode,
      carriers: selector.carriers,
      origin: selector.origin,
      stance: selector.stance,
      figure: figure === null ? selector.figure : figureOf(figure),
    },
  };
}

/** What stands after a person's decision. */
function valueOf(attribution: KeptAttribution): Attribution {
  return attribution.fix ?? attribution;
}

function bestAttribution({ attributions }: ReportView, { find, speaker }: QuoteSelector): KeptAttribution | null {
  const [best] = attributions
    .filter(({ decision }) => decision?.verdict !== "rejected")
    .filter((one) => lengthOf(one) <= QUOTE_LENGTH_MAX && valueOf(one).content.text.includes(find))
    .filter(
      (one) => speaker === null || `${valueOf(one).source?.text} ${valueOf(one).source?.resolved}`.includes(speaker),
    )
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return best ?? null;
}

function lengthOf(attribution: KeptAttribution): number {
  return valueOf(attribution).content.text.length;
}

/** An undecided attribution that holds the quote but names somebody else, with the speaker of the same paragraph put in. */
function fixableAttribution(
  { attributions, report: { text } }: ReportView,
  { find, quote, speaker, source, mode, carriers }: QuoteSelector,
): { readonly attribution: KeptAttribution; readonly fix: Attribution } | null {
  const attribution = attributions.find(({ decision, content }) => decision === null && content.text.includes(find));
  const at = spanOf(text, quote);
  if (attribution === undefined || speaker === null || at === null) return null;
  const who = spanNear(text, speaker, at[0]);
  if (who === null) return null;
  const { cue, parent, signals } = attribution;
  const content = passageOf(text, [at]);
  const fix = {
    source: { ...passageOf(text, [who]), resolved: source },
    cue,
    content,
    mode,
    carriers,
    parent,
    signals,
  };
  return { attribution, fix };
}

/** Where a quote stands, with the quotation marks around it, as the machine marks it too; null when it does not. */
function spanOf(text: string, quote: string): Span | null {
  const start = text.indexOf(quote);
  if (start < 0) return null;
  const end = start + quote.length;
  const marked = /^(“”|""|«»)$/.test(text.charAt(start - 1) + text.charAt(end));
  return marked ? [start - 1, end + 1] : [start, end];
}

function wordsAt(text: string, quote: string): string {
  const span = spanOf(text, quote);
  return span === null ? quote : text.slice(...span);
}

/** Where `words` stand in the paragraph around `at`. */
function spanNear(text: string, words: string, at: number): Span | null {
  const from = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  const start = text.slice(from, end < 0 ? text.length : end).indexOf(words);
  return start < 0 ? null : [from + start, from + start + words.length];
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
