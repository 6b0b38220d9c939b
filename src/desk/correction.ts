import { isDeepStrictEqual } from "node:util";
import type { EntryDraft } from "./entry-draft.ts";
import { publisherEntries, trimmed } from "./edition.ts";
import { gradeProblems, textProblems, type Problem } from "./problem.ts";
import type { Correction, CorrectionKind } from "../model/correction.ts";
import { TocsinError } from "../model/error.ts";
import { latestVersion, type History, type StatementHistory } from "../model/history.ts";
import type { CorrectionId, StatementId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Statement } from "../model/statement.ts";

/** What a corrected or updated statement says from now on. */
export type NewVersion = Pick<Statement, "text" | "asOf" | "grade" | "evidence" | "area" | "kind">;

export interface CorrectStatement {
  readonly kind: Exclude<CorrectionKind, "withdrawal">;
  readonly statement: StatementId;
  /** The version that the person saw. */
  readonly fromVersion: number;
  readonly right: NewVersion;
  readonly reason: LocalText;
}

/**
 * The entries that correct (we were wrong) or update (the world changed) a published statement.
 * Throws STATEMENT_UNKNOWN, STATEMENT_WITHDRAWN, CONFLICT, REASON_MISSING, GRADE_NEEDS_ORIGINS, INPUT_INVALID.
 */
export function correctStatement(
  command: CorrectStatement,
  history: History,
  publishers: readonly Publisher[],
): readonly EntryDraft[] {
  const known = standing(command.statement, command.fromVersion, history);
  const { value: before } = latestVersion(known);
  const languages = Object.keys(before.text);
  refuse(textProblems(null, "The statement", command.right.text, languages), "INPUT_INVALID");
  demandReason(command.reason, languages);
  refuse(gradeProblems(null, command.right.grade, command.right.evidence), "GRADE_NEEDS_ORIGINS");
  const { kind, asOf, grade, evidence } = command.right;
  const right: Statement = {
    ...before,
    version: before.version + 1,
    kind,
    text: trimmed(command.right.text),
    asOf,
    grade,
    evidence,
    area: trimmed(command.right.area),
  };
  if (isDeepStrictEqual({ ...right, version: before.version }, before)) {
    throw new TocsinError("INPUT_INVALID", "Nothing was changed, so there is nothing to correct.", {
      fix: "Change the text, the as-of time, the grade or the evidence first.",
    });
  }
  return [
    ...publisherEntries([right], history, publishers),
    { kind: "correction", payload: correctionOf(command.kind, before, known, right, command.reason, history) },
  ];
}

export interface WithdrawStatement {
  readonly statement: StatementId;
  readonly fromVersion: number;
  readonly reason: LocalText;
}

/** The entry that withdraws a statement. Two persons are the caller's matter. Throws as `correctStatement`. */
export function withdrawStatement(command: WithdrawStatement, history: History): readonly EntryDraft[] {
  const known = standing(command.statement, command.fromVersion, history);
  const { value: before } = latestVersion(known);
  demandReason(command.reason, Object.keys(before.text));
  return [{ kind: "correction", payload: correctionOf("withdrawal", before, known, null, command.reason, history) }];
}

function standing(id: StatementId, fromVersion: number, history: History): StatementHistory {
  const known = history.statements.get(id);
  if (!known) {
    throw new TocsinError("STATEMENT_UNKNOWN", `There is no published statement ${id}.`, {
      fix: "Choose one from the list of statements.",
    });
  }
  if (known.withdrawn) {
    throw new TocsinError("STATEMENT_WITHDRAWN", `Statement ${id} was withdrawn; it can not be changed any more.`, {
      fix: "Publish a new statement in the next edition.",
    });
  }
  const { version } = latestVersion(known).value;
  if (version !== fromVersion) {
    throw new TocsinError("CONFLICT", `Statement ${id} was changed meanwhile; it is at version ${version} now.`, {
      fix: "Reload the statement and look at what stands there now.",
      detail: { version },
    });
  }
  return known;
}

function demandReason(reason: LocalText, languages: readonly string[]): void {
  const [problem] = textProblems(null, "The reason", reason, languages);
  if (problem) {
    throw new TocsinError(problem.code === "TEXT_MISSING" ? "REASON_MISSING" : "INPUT_INVALID", problem.message, {
      fix: "Say in every language of the statement why it changes; the public reads it.",
    });
  }
}

function refuse(problems: readonly Problem[], code: "INPUT_INVALID" | "GRADE_NEEDS_ORIGINS"): void {
  const [problem] = problems;
  if (problem) throw new TocsinError(code, problem.message);
}

function correctionOf(
  kind: CorrectionKind,
  before: Statement,
  known: StatementHistory,
  right: Statement | null,
  reason: LocalText,
  history: History,
): Correction {
  const carried = known.editions.filter((number) =>
    history.editions[number - 1]?.value.statements.some(
      (ref) => ref.id === before.id && ref.version === before.version,
    ),
  );
  return {
    id: `k${history.corrections.size + 1}` as CorrectionId,
    kind,
    statement: before.id,
    fromVersion: before.version,
    wrong: before.text,
    right,
    reason: trimmed(reason),
    editions: carried,
  };
}
