import type { Claim, ClaimItem, ClaimOutline } from "../model/claim.ts";
import type { Figure } from "../model/figure.ts";
import type { AttributionId, ClaimId, FigureId, PublisherId, ReportId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import { createClaimIndex } from "./claim-index.ts";

/** One attribution or figure of one report, with what is compared. */
export interface ClaimCandidate {
  readonly report: ReportId;
  readonly attribution: AttributionId | null;
  readonly figure: FigureId | null;
  /** The content of the attribution, or the sentence of the figure. */
  readonly text: string;
  /** The whole sentence or sentences, with source and cue. */
  readonly sentence?: string;
  /** Offset of the item in the report's text, in UTF-16 units. */
  readonly at?: number;
  /** Full name of who said it, else as printed; null when the report itself asserts it. */
  readonly sourceName: string | null;
  /** As printed, with the office. */
  readonly sourceText?: string | null;
  /** Outermost first. */
  readonly carriers: readonly string[];
  readonly stance: ClaimItem["stance"];
  readonly figureValue: Figure | null;
  readonly publisher: PublisherId;
  readonly publisherName: string;
  readonly ownerGroup: string;
  readonly publishedAt: Instant | null;
  readonly reportTitle?: string;
  readonly byline?: string;
  readonly reportText: string;
}

/** A claim that the machine would gather: at least two reports speak of it. */
export interface SuggestedClaim {
  readonly title: string;
  readonly items: readonly ClaimItem[];
  readonly outline: ClaimOutline;
}

export interface ClaimSuggestions {
  readonly claims: readonly SuggestedClaim[];
  /** Items that belong to a claim that is there already and is not rejected; the outline is that of all together. */
  readonly additions: readonly {
    readonly claim: ClaimId;
    readonly items: readonly ClaimItem[];
    readonly outline: ClaimOutline;
  }[];
}

/**
 * Gathers what several reports say of the same thing, all at once. Pure and deterministic: the order of `items` does
 * not matter. What stands in `existing`, whatever its status, is not suggested again.
 */
export function suggestClaims(items: readonly ClaimCandidate[], existing: readonly Claim[]): ClaimSuggestions {
  const index = createClaimIndex();
  index.know(existing);
  return index.add(items);
}
