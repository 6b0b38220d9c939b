import type { AttributionId, ClaimId, FigureId, ReportId } from "./id.ts";
import type { Grade } from "./grade.ts";
import type { Instant } from "./time.ts";

/** Why the machine thinks so; the desk says it in the reader's language. */
export const REASON_CODES = [
  "same-words",
  "same-names",
  "same-figure",
  "near-in-time",
  "same-speaker",
  "same-office",
  "told",
  "cites",
  "credit",
  "copy",
  "retold",
  "same-owner",
  "own-report",
  "circular",
  "same-sum",
  "same-giver",
  "same-purpose",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** Words, names and numbers for the sentence: `{ agency: "Varen Wire" }`, `{ percent: 83 }`. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Names one attribution or figure of one report. */
export interface ItemKey {
  readonly report: ReportId;
  readonly attribution: AttributionId | null;
  readonly figure: FigureId | null;
}

/** The same text for the same item, for maps and sets. */
export function itemKeyOf({ report, attribution, figure }: ItemKey): string {
  return `${report} ${attribution ?? ""} ${figure ?? ""}`;
}

export function sameItem(a: ItemKey, b: ItemKey): boolean {
  return itemKeyOf(a) === itemKeyOf(b);
}

/** What a claim gathers: one attribution or figure of one report. */
export interface ClaimItem extends ItemKey {
  readonly stance: "says" | "denies";
  /** Which origin it goes back to, as a label; suggested by the machine, changed by a person. */
  readonly origin: string;
  /** How likely it belongs to the claim, 0 … 1, as the machine sees it; null when a person put it there. */
  readonly confidence: number | null;
  readonly reasons: readonly Reason[];
}

/**
 * suggested: the machine gathered it; kept: a person did or confirmed it; rejected: not to be suggested again;
 * merged: its items went into another claim.
 */
export type ClaimStatus = "suggested" | "kept" | "rejected" | "merged";

/** What a list shows of a claim, worked out when it is saved. */
export interface ClaimOutline {
  /** Names of those who published its items, each once; the first of them where there are many. */
  readonly publishers: readonly string[];
  /** When the newest of its reports was published. */
  readonly newest: Instant | null;
  /** Do figures of it contradict one another? */
  readonly rivals: boolean;
  /** Do publications cite one another for it in a circle? */
  readonly circular: boolean;
}

/** One checkable proposition. */
export interface Claim {
  readonly id: ClaimId;
  readonly title: string;
  readonly status: ClaimStatus;
  readonly grade: Grade;
  readonly items: readonly ClaimItem[];
  /** What the machine would add to a claim that a person has confirmed; taken in or refused by a person. */
  readonly proposed: readonly ClaimItem[];
  /** Items that a person took out: the machine does not put them back. */
  readonly apart: readonly ItemKey[];
  /** The claim that took its items; null unless merged. */
  readonly mergedInto: ClaimId | null;
  /** Null where it was not worked out yet. */
  readonly outline: ClaimOutline | null;
  /** Counts saves; a save names the revision that it changes. */
  readonly revision: number;
}
