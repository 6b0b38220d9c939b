import type { Instant } from "../model/time.ts";
import type { ReadEvidence } from "./read.ts";

/** What is printed of a report beside its evidence. */
export interface ReadReport {
  readonly path: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedAt: Instant | null;
  readonly language: string | null;
  readonly text: string;
}

/** One report as `tocsin read --json` prints it, inside `{"reports": […]}`. Spans are UTF-16 offsets into `text`. */
export function toReadJson(report: ReadReport, evidence: ReadEvidence): object {
  const { path, title, publisher, publishedAt, language, text } = report;
  return {
    path,
    title,
    publisher,
    publishedAt,
    language,
    text,
    languageSupported: evidence.languageSupported,
    attributions: evidence.attributions,
    figures: evidence.figures,
  };
}
