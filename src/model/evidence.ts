import type { QuoteMode } from "./attribution.ts";
import type { Figure } from "./figure.ts";
import type { CitedReport } from "./report.ts";

/** One piece that a statement rests on: who said what, in which report, through whom. Part of the record. */
export interface Evidence {
  readonly report: CitedReport;
  /** Full name, and office where known, of who said it; null when the report itself asserts it. */
  readonly source: string | null;
  /** The words as the report prints them, at most 600 characters. */
  readonly quote: string;
  readonly mode: QuoteMode;
  /** From the source outward to this report, as names; the report's publisher itself is not repeated. */
  readonly carriers: readonly string[];
  /** Which origin this goes back to: evidence with the same label repeats one origin. */
  readonly origin: string;
  /** Does it say the claim or deny it? */
  readonly stance: "says" | "denies";
  readonly figure: Pick<Figure, "kind" | "value" | "max" | "unit" | "qualifier" | "counts" | "text"> | null;
}

/** Number of independent origins among those that say it. */
export function originsOf(evidence: readonly Pick<Evidence, "stance" | "origin">[]): number {
  return new Set(evidence.filter((e) => e.stance === "says").map((e) => e.origin)).size;
}
