import type { Attribution } from "../model/attribution.ts";
import type { Figure } from "../model/figure.ts";
import type { Instant } from "../model/time.ts";
import { attributionsOf } from "./attributions.ts";
import { isEnglish } from "../language/english.ts";
import { findFigures } from "./figures/find.ts";
import type { EnglishModel } from "../language/model.ts";
import { readingOf } from "../language/sentences.ts";

export interface EvidenceContext {
  readonly language: string | null;
  readonly publisherName: string;
  readonly publishedAt: Instant | null;
}

/** What the machine finds in one report. Suggestions only: a person decides. */
export interface ReadEvidence {
  readonly attributions: Attribution[];
  readonly figures: Figure[];
  /** False when the rules do not know the report's language; then there are no attributions. */
  readonly languageSupported: boolean;
}

/**
 * Reads who said what, and which figures, out of a report's text. Pure; spans are half-open UTF-16 offsets into `text`;
 * takes any text, in time that grows with its length.
 */
export function readEvidence(text: string, context: EvidenceContext, model: EnglishModel): ReadEvidence {
  const languageSupported = isEnglish(text, context.language);
  const reading = readingOf(text, languageSupported ? model : null);
  return {
    attributions: languageSupported ? attributionsOf(reading, context.publisherName) : [],
    figures: findFigures(reading, context.publishedAt),
    languageSupported,
  };
}
