import type { DraftStatement, EditionDraftContent } from "./draft.ts";
import { TEXT_LENGTH_MAX } from "./problem.ts";
import { TocsinError } from "../model/error.ts";
import { isGrade } from "../model/grade.ts";
import { SECTIONS, STATEMENT_KINDS } from "../model/statement.ts";
import { isInstant } from "../model/time.ts";

const STATEMENTS_MAX = 200;
const GLANCE_MAX = 10;
const EVIDENCE_MAX = 60;
/** A draft may hold a longer text than may be published, so that nothing typed is lost. */
const DRAFT_TEXT_LENGTH_MAX = TEXT_LENGTH_MAX * 10;

/**
 * Checks the shape of a draft that came from a page. Unfinished is fine; malformed or absurdly large is not.
 * Throws INPUT_INVALID.
 */
export function parseDraftContent(content: EditionDraftContent): EditionDraftContent {
  const { asOf, nextUpdate, glance, languages, statements } = content;
  check(asOf === null || isInstant(asOf), "the as-of time");
  check(nextUpdate === null || isInstant(nextUpdate), "the promised next update");
  check(Array.isArray(languages) && languages.length <= 20 && languages.every(isTag), "the list of languages");
  check(Array.isArray(glance) && glance.length <= GLANCE_MAX && glance.every(isLocalText), "“At a glance”");
  check(Array.isArray(statements) && statements.length <= STATEMENTS_MAX, `the statements (at most ${STATEMENTS_MAX})`);
  const keys = new Set<string>();
  for (const statement of statements) {
    checkStatement(statement);
    check(!keys.has(statement.key), "the statements' keys (one stands twice)");
    keys.add(statement.key);
  }
  return { asOf, nextUpdate, glance, languages, statements };
}

function checkStatement(statement: DraftStatement): void {
  check(typeof statement === "object" && statement !== null, "a statement");
  check(
    typeof statement.key === "string" && statement.key.length > 0 && statement.key.length <= 64,
    "a statement's key",
  );
  check(statement.carried === null || typeof statement.carried === "string", "a carried statement");
  check(SECTIONS.includes(statement.section), "a statement's section");
  check(STATEMENT_KINDS.includes(statement.kind), "a statement's kind");
  check(isLocalText(statement.text) && isLocalText(statement.area), "a statement's text");
  check(statement.asOf === null || isInstant(statement.asOf), "a statement's as-of time");
  check(isGrade(statement.grade), "a statement's grade");
  check(Array.isArray(statement.evidence) && statement.evidence.length <= EVIDENCE_MAX, "a statement's evidence");
  check(Array.isArray(statement.replyRequests), "a statement's reply requests");
}

function check(holds: boolean, what: string): asserts holds {
  if (holds) return;
  throw new TocsinError("INPUT_INVALID", `The draft was not saved: something is wrong with ${what}.`, {
    fix: "Reload the page. What you typed is kept in this browser.",
  });
}

function isTag(value: unknown): boolean {
  return typeof value === "string" && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value);
}

function isLocalText(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([lang, text]) => isTag(lang) && typeof text === "string" && text.length <= DRAFT_TEXT_LENGTH_MAX,
  );
}
