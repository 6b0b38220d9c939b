import type { AttributionId, ClaimId, FigureId, ReportId } from "./id.ts";
import type { Grade } from "./grade.ts";

/** What a claim gathers: one attribution or figure of one report. */
export interface ClaimItem {
  readonly report: ReportId;
  readonly attribution: AttributionId | null;
  readonly figure: FigureId | null;
  readonly stance: "says" | "denies";
  /** Which origin it goes back to, as a label; suggested by the machine, changed by a person. */
  readonly origin: string;
}

/** suggested: the machine gathered it; kept: a person did or confirmed it; rejected: not to be suggested again. */
export type ClaimStatus = "suggested" | "kept" | "rejected";

/** One checkable proposition. */
export interface Claim {
  readonly id: ClaimId;
  readonly title: string;
  readonly status: ClaimStatus;
  readonly grade: Grade;
  readonly items: readonly ClaimItem[];
  /** Counts saves; a save names the revision that it changes. */
  readonly revision: number;
}
