import type { Attribution } from "../model/attribution.ts";
import type { Claim } from "../model/claim.ts";
import type { Figure } from "../model/figure.ts";
import type { Report } from "../model/report.ts";
import type { Passage, Span } from "../model/span.ts";
import type { ClaimCandidate } from "./claims.ts";
import type { LabelledDecision } from "./ports.ts";

type Example = LabelledDecision["example"];
type Facts = Pick<Report, "text" | "language" | "publishedAt">;

/** Farther than this from the passage, a text says nothing more about it. */
const AROUND = 1500;

/**
 * An attribution with the paragraphs that it stands in; spans are offsets into that `context`. `suggestion` is null
 * where the machine had found nothing and `fix` is what a person marked.
 */
export function exampleOfAttribution(report: Facts, suggestion: Attribution | null, fix: Attribution | null): Example {
  const [start, end] = contextOf(report.text, [suggestion, fix].flatMap(spansOf));
  return {
    context: report.text.slice(start, end),
    language: report.language,
    suggestion: suggestion === null ? null : moved(suggestion, start),
    fix: fix === null ? null : moved(fix, start),
  };
}

/** A figure with the paragraph that it stands in; spans are offsets into that `context`. Null as above. */
export function exampleOfFigure(report: Facts, suggestion: Figure | null, fix: Figure | null): Example {
  const both = [suggestion, fix].filter((one) => one !== null);
  const [start, end] = contextOf(
    report.text,
    both.map(({ span }) => span),
  );
  const move = (one: Figure): Figure => ({ ...one, span: shifted(one.span, start) });
  return {
    context: report.text.slice(start, end),
    language: report.language,
    publishedAt: report.publishedAt,
    suggestion: suggestion === null ? null : move(suggestion),
    fix: fix === null ? null : move(fix),
  };
}

/** What a claim gathers, as the machine compares it. */
export function exampleOfClaim(claim: Pick<Claim, "title">, items: readonly ClaimCandidate[]): Example {
  return { title: claim.title, items: items.map(exampleOfItem) };
}

/** One item of a claim, without the whole text of its report. */
export function exampleOfItem(item: ClaimCandidate): Example {
  const { text, sourceName, sourceText, carriers, stance, figureValue, publisherName, publishedAt } = item;
  return {
    text,
    source: sourceName,
    printedSource: sourceText ?? null,
    carriers,
    stance,
    figure: figureValue,
    publisher: publisherName,
    publishedAt,
  };
}

const passagesOf = ({ source, cue, content }: Attribution): readonly Passage[] =>
  [source, cue, content].filter((passage) => passage !== null);

const spansOf = (one: Attribution | null): readonly Span[] =>
  one === null ? [] : passagesOf(one).flatMap(({ spans }) => spans);

function moved(one: Attribution, by: number): Attribution {
  const move = <T extends Passage>(passage: T): T => ({
    ...passage,
    spans: passage.spans.map((span) => shifted(span, by)),
  });
  return {
    ...one,
    source: one.source === null ? null : move(one.source),
    cue: one.cue === null ? null : move(one.cue),
    content: move(one.content),
  };
}

const shifted = ([start, end]: Span, by: number): Span => [start - by, end - by];

/** The paragraphs that hold all spans, at most so far around them. */
function contextOf(text: string, spans: readonly Span[]): Span {
  const first = Math.min(...spans.map(([start]) => start));
  const last = Math.max(...spans.map(([, end]) => end));
  const before = text.lastIndexOf("\n\n", first);
  const after = text.indexOf("\n\n", last);
  const start = Math.max(before === -1 ? 0 : before + 2, first - AROUND, 0);
  const end = Math.min(after === -1 ? text.length : after, last + AROUND);
  return [start, Math.max(end, last)];
}
