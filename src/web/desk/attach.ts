import type { DraftStatement, EditionDraftContent } from "../../desk/draft.ts";
import { TocsinError, isTocsinError } from "../../model/error.ts";
import type { Evidence } from "../../model/evidence.ts";
import { UNGRADED, type Grade } from "../../model/grade.ts";
import { freshId, type DraftId, type Random } from "../../model/id.ts";
import type { Brand } from "../../model/brand.ts";
import { SECTIONS, type Section } from "../../model/statement.ts";
import type { Instant } from "../../model/time.ts";
import type { Actor } from "../ports.ts";
import { paths } from "./paths.ts";
import type { Deps } from "./view.ts";

const TRIES = 3;

/** What is put under a statement. Grade and time only fill what nobody has set yet. */
export interface Attachment {
  readonly evidence: readonly Evidence[];
  readonly grade: Grade | null;
  readonly asOf: Instant | null;
}

export function freshStatement(section: Section, random: Random): DraftStatement {
  return {
    key: freshId<Brand<string, "StatementKey">>("n", random),
    carried: null,
    section,
    kind: "known",
    text: {},
    asOf: null,
    grade: UNGRADED,
    evidence: [],
    area: {},
    replyRequests: [],
  };
}

/** The same piece of the same report, said by the same one, is attached once. */
export function withEvidence(statement: DraftStatement, { evidence, grade, asOf }: Attachment): DraftStatement {
  const name = (e: Evidence): string =>
    JSON.stringify([e.report.id, e.report.version, e.source, e.quote, e.figure?.text]);
  const known = new Set(statement.evidence.map(name));
  const ungraded = statement.grade.reliability === "F" && statement.grade.credibility === 6;
  return {
    ...statement,
    evidence: [...statement.evidence, ...evidence.filter((one) => !known.has(name(one)))],
    grade: ungraded && grade !== null ? grade : statement.grade,
    asOf: statement.asOf ?? asOf,
  };
}

/**
 * Attaches to the place `{draft}/key/{key}` or a new statement at `{draft}/new/{section}`, and gives the address of
 * the draft at that statement. A save by somebody else in between is tried again on what they saved.
 */
export async function attachToDraft(deps: Deps, actor: Actor, place: string, what: Attachment): Promise<string> {
  const [draftId = "", how, name = ""] = place.split("/");
  const section = SECTIONS.find((one) => one === name);
  if ((how !== "key" && how !== "new") || (how === "new" && section === undefined)) {
    throw new TocsinError("INPUT_INVALID", "Choose the statement that this goes under.");
  }
  for (let attempt = 1; ; attempt += 1) {
    const draft = await deps.service.editions.draft(actor, draftId as DraftId);
    const fresh = section === undefined ? null : freshStatement(section, deps.random);
    const key = fresh?.key ?? name;
    const content: EditionDraftContent = {
      ...draft.content,
      statements: [...draft.content.statements, ...(fresh ? [fresh] : [])].map((statement) =>
        statement.key === key && statement.carried === null ? withEvidence(statement, what) : statement,
      ),
    };
    if (!content.statements.some((statement) => statement.key === key)) {
      throw new TocsinError("NOT_FOUND", "This statement is no longer in the draft.");
    }
    try {
      await deps.service.editions.saveDraft(actor, draft.id, draft.revision, content);
      return `${paths.draft(draft.id)}?done=attached#${key}`;
    } catch (error) {
      if (attempt >= TRIES || !isTocsinError(error, "DRAFT_STALE")) throw error;
    }
  }
}
