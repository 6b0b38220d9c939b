import type { Attribution } from "../model/attribution.ts";
import type { Figure } from "../model/figure.ts";
import type { AttributionId, FigureId, ReportId, UserId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import type { Decision, KeptAttribution, KeptFigure } from "../evidence/ports.ts";
import type { SuggestionRow } from "./schema.ts";

/** Columns of a decision; all null for none. */
export function decisionColumns(
  decision: Decision | null,
  fix: unknown,
): Pick<SuggestionRow, "verdict" | "decided_by" | "decided_at" | "fix_json"> {
  return {
    verdict: decision?.verdict ?? null,
    decided_by: decision?.by ?? null,
    decided_at: decision?.at ?? null,
    fix_json: fix === null ? null : JSON.stringify(fix),
  };
}

export function attributionRowOf(kept: KeptAttribution): SuggestionRow {
  const { id, report, reportVersion, index, decision, fix, ...value } = kept;
  return {
    id,
    report,
    version: reportVersion,
    position: index,
    value_json: JSON.stringify(value),
    ...decisionColumns(decision, fix),
  };
}

export function attributionOf(row: SuggestionRow): KeptAttribution {
  return {
    ...(JSON.parse(row.value_json) as Attribution),
    id: row.id as AttributionId,
    report: row.report as ReportId,
    reportVersion: row.version,
    index: row.position,
    decision: decisionOf(row),
    fix: row.fix_json === null ? null : (JSON.parse(row.fix_json) as Attribution),
  };
}

/** A figure's position is where it starts in the text. */
export function figureRowOf(kept: KeptFigure): SuggestionRow {
  const { id, report, reportVersion, decision, fix, ...value } = kept;
  return {
    id,
    report,
    version: reportVersion,
    position: value.span[0],
    value_json: JSON.stringify(value),
    ...decisionColumns(decision, fix),
  };
}

export function figureOf(row: SuggestionRow): KeptFigure {
  return {
    ...(JSON.parse(row.value_json) as Figure),
    id: row.id as FigureId,
    report: row.report as ReportId,
    reportVersion: row.version,
    decision: decisionOf(row),
    fix: row.fix_json === null ? null : (JSON.parse(row.fix_json) as Figure),
  };
}

function decisionOf(row: SuggestionRow): Decision | null {
  if (row.verdict === null) return null;
  return {
    verdict: row.verdict as Decision["verdict"],
    by: row.decided_by as UserId,
    at: row.decided_at as Instant,
  };
}
