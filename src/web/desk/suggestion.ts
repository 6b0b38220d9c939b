import type { Attribution } from "../../model/attribution.ts";
import type { Figure } from "../../model/figure.ts";
import type { KeptAttribution, KeptFigure } from "../../evidence/ports.ts";
import type { Mark } from "./segments.ts";

/** `added`: marked by a person where the machine had found nothing. */
export type SuggestionState = "suggested" | "accepted" | "fixed" | "rejected" | "added";

interface Common {
  /** Counts from 1 in the order of the text; names the suggestion in text and list. */
  readonly number: number;
  readonly state: SuggestionState;
}

/** What the machine found at one place of a report, with what a person made of it. */
export type Suggestion =
  | (Common & { readonly kind: "attribution"; readonly kept: KeptAttribution; readonly now: Attribution })
  | (Common & { readonly kind: "figure"; readonly kept: KeptFigure; readonly now: Figure });

/** One part of a suggestion in the text. */
export interface TextMark extends Mark {
  readonly part: "source" | "cue" | "content" | "figure";
  readonly suggestion: string;
  readonly number: number;
  readonly state: SuggestionState;
}

/** Attributions and figures in the order of the text, numbered. */
export function suggestionsOf(
  attributions: readonly KeptAttribution[],
  figures: readonly KeptFigure[],
): readonly Suggestion[] {
  const found: Suggestion[] = [
    ...attributions.map((kept): Suggestion => ({ kind: "attribution", kept, now: kept.fix ?? kept, ...fresh(kept) })),
    ...figures.map((kept): Suggestion => ({ kind: "figure", kept, now: kept.fix ?? kept, ...fresh(kept) })),
  ];
  return found.toSorted((a, b) => startOf(a) - startOf(b)).map((one, i) => ({ ...one, number: i + 1 }));
}

function fresh(kept: KeptAttribution | KeptFigure): Common {
  const verdict = kept.decision?.verdict ?? "suggested";
  return { number: 0, state: kept.byHand === true && verdict === "accepted" ? "added" : verdict };
}

/** Where in the text it begins; its place in the list. */
function startOf(suggestion: Suggestion): number {
  const spans =
    suggestion.kind === "figure"
      ? [suggestion.now.span]
      : [suggestion.now.content, suggestion.now.source, suggestion.now.cue].flatMap((passage) => passage?.spans ?? []);
  return Math.min(...spans.map(([start]) => start), Number.MAX_SAFE_INTEGER);
}

/** The marks that show suggestions in the text; rejected ones leave it clean. */
export function marksOf(suggestions: readonly Suggestion[]): readonly TextMark[] {
  return suggestions.flatMap((one): TextMark[] => {
    if (one.state === "rejected") return [];
    const mark = (part: TextMark["part"], spans: Mark["spans"]): TextMark => ({
      part,
      spans,
      suggestion: one.kept.id,
      number: one.number,
      state: one.state,
    });
    if (one.kind === "figure") return [mark("figure", [one.now.span])];
    const { source, cue, content } = one.now;
    return [
      mark("content", content.spans),
      ...(source ? [mark("source", source.spans)] : []),
      ...(cue ? [mark("cue", cue.spans)] : []),
    ];
  });
}
