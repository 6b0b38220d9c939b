import { diffArrays } from "diff";
import type { Report } from "../model/report.ts";

/** A run of lines that stayed, came or went between two versions of a report. */
export interface Change {
  readonly kind: "same" | "added" | "removed";
  /** Lines joined by LF. */
  readonly text: string;
}

/** Differences counted until the search is given up as "everything changed". */
const EDITS_MAX = 4_000;

/** Line difference of title and text, in reading order; empty when nothing changed. */
export function changesBetween(
  before: Pick<Report, "title" | "text">,
  after: Pick<Report, "title" | "text">,
): readonly Change[] {
  if (before.title === after.title && before.text === after.text) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(old, now, { maxEditLength: EDITS_MAX });
  if (parts === undefined) {
    return [
      { kind: "removed", text: old.join("\n") },
      { kind: "added", text: now.join("\n") },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join("\n"),
  }));
}

/** Empty lines only part paragraphs: as lines of their own they would tear a change apart. */
function linesOf(report: Pick<Report, "title" | "text">): string[] {
  return [report.title, ...report.text.split(/\r\n?|\n/)].filter((line) => line.trim() !== "");
}
