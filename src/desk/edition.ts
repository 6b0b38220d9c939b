import { isDeepStrictEqual } from "node:util";
import type { EntryDraft } from "./entry-draft.ts";
import { emptyDraftContent, type DraftStatement, type EditionDraftContent } from "./draft.ts";
import { gradeProblems, missingLanguages, textProblems, type Problem } from "./problem.ts";
import { TocsinError } from "../model/error.ts";
import { latestVersion, type History } from "../model/history.ts";
import type { StatementId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import type { Publisher } from "../model/publisher.ts";
import { SECTIONS, STATEMENT_KINDS, type Statement, type StatementRef } from "../model/statement.ts";
import { msOf, type Instant } from "../model/time.ts";

/** A fresh draft: every statement that stands in the latest edition, carried over. */
export function startDraft(history: History): EditionDraftContent {
  const languages = history.office?.languages ?? [];
  const latest = history.editions.at(-1);
  const statements = (latest?.value.statements ?? []).flatMap(({ id }): DraftStatement[] => {
    const known = history.statements.get(id);
    if (!known || known.withdrawn) return [];
    const { value } = latestVersion(known);
    return [{ ...value, key: id, carried: id }];
  });
  return { ...emptyDraftContent, languages, statements };
}

/** The number that each statement bears on the page, by key: section after section, in the draft's order. */
export function statementNumbers(content: EditionDraftContent, history: History): ReadonlyMap<string, number> {
  const sectionOf = ({ carried, section }: DraftStatement) => {
    const known = carried === null ? undefined : history.statements.get(carried);
    return known ? latestVersion(known).value.section : section;
  };
  const inOrder = SECTIONS.flatMap((section) => content.statements.filter((one) => sectionOf(one) === section));
  return new Map(inOrder.map(({ key }, i) => [key, i + 1]));
}

/** Everything that keeps this draft from going out now. Empty: ready. */
export function editionProblems(content: EditionDraftContent, history: History, now: Instant): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (code: Problem["code"], message: string, key: string | null = null): void => {
    problems.push({ key, code, message });
  };
  if (content.asOf === null) say("AS_OF_MISSING", "Say as of when this edition is true.");
  if (content.nextUpdate === null) say("NEXT_UPDATE_MISSING", "Promise when the next edition comes.");
  else if (content.asOf !== null && msOf(content.nextUpdate) <= msOf(content.asOf)) {
    say("NEXT_UPDATE_TOO_EARLY", "The promised next update must be later than the as-of time.");
  } else if (msOf(content.nextUpdate) <= msOf(now)) {
    say("NEXT_UPDATE_TOO_EARLY", "The promised next update is already past.");
  }
  if (content.languages.length === 0) say("NO_LANGUAGE", "Choose at least one language for this edition.");
  if (content.statements.length === 0) say("NO_STATEMENTS", "An edition needs at least one statement.");
  if (content.glance.length === 0) say("GLANCE_MISSING", "Write at least one line for “At a glance”.");
  for (const [i, line] of content.glance.entries()) {
    problems.push(...textProblems(null, `Line ${i + 1} of “At a glance”`, line, content.languages));
  }
  const carried = new Set<StatementId>();
  const numbers = statementNumbers(content, history);
  for (const statement of content.statements) {
    const what = `Statement ${numbers.get(statement.key)}`;
    if (statement.carried === null) {
      problems.push(...newStatementProblems(what, statement, content, history));
      continue;
    }
    const known = history.statements.get(statement.carried);
    if (!known) say("STATEMENT_UNKNOWN", `${what} names a published statement that does not exist.`, statement.key);
    else if (known.withdrawn)
      say("STATEMENT_WITHDRAWN", `${what} was withdrawn. Take it out of the draft.`, statement.key);
    if (carried.has(statement.carried)) say("STATEMENT_TWICE", `${what} stands in this draft twice.`, statement.key);
    carried.add(statement.carried);
  }
  return problems;
}

function newStatementProblems(
  what: string,
  statement: DraftStatement,
  content: EditionDraftContent,
  history: History,
): readonly Problem[] {
  const { key, kind, section, evidence } = statement;
  const problems: Problem[] = [...textProblems(key, what, statement.text, content.languages)];
  if (statement.asOf === null && content.asOf === null) {
    problems.push({ key, code: "AS_OF_MISSING", message: `${what} has no as-of time.` });
  }
  if (kind === "known" && section !== "safety" && evidence.length === 0) {
    problems.push({
      key,
      code: "EVIDENCE_MISSING",
      message: `${what} says that something is known, but rests on nothing. Attach evidence, or make it “not known”.`,
    });
  }
  for (const id of statement.replyRequests) {
    if (!history.replyRequests.has(id)) {
      problems.push({ key, code: "STATEMENT_UNKNOWN", message: `${what} names a reply request that does not exist.` });
    }
  }
  const overgraded = gradeProblems(key, statement.grade, evidence);
  return [...problems, ...overgraded.map((one) => ({ ...one, message: `${what}: ${one.message}` }))];
}

/**
 * The entries that publish a draft: publishers that are new to the record or changed, new statements, the edition.
 * `publishers` are the desk's; only those that the evidence cites, or that the record has already, go in.
 * Throws DRAFT_INCOMPLETE with the first problem's sentence.
 */
export function publishEdition(
  content: EditionDraftContent,
  history: History,
  publishers: readonly Publisher[],
  now: Instant,
): readonly EntryDraft[] {
  const problems = editionProblems(content, history, now);
  const [first] = problems;
  if (first !== undefined || content.asOf === null || content.nextUpdate === null) {
    throw new TocsinError("DRAFT_INCOMPLETE", first?.message ?? "The draft has no times.", {
      fix: "Open the draft; what is missing is listed beside it.",
      detail: { problems: problems.length },
    });
  }
  return editionEntries(content, { asOf: content.asOf, nextUpdate: content.nextUpdate }, history, publishers);
}

/**
 * The entries of a draft as it stands, finished or not: what the preview renders. Statements without a text in the
 * first language are left out.
 */
export function previewEdition(
  content: EditionDraftContent,
  history: History,
  publishers: readonly Publisher[],
  now: Instant,
): readonly EntryDraft[] {
  const asOf = content.asOf ?? now;
  const statements = content.statements.filter((s) =>
    s.carried === null
      ? missingLanguages(s.text, content.languages.slice(0, 1)).length === 0
      : history.statements.has(s.carried),
  );
  const glance = content.glance.filter((line) => missingLanguages(line, content.languages.slice(0, 1)).length === 0);
  return editionEntries(
    { ...content, statements, glance },
    { asOf, nextUpdate: content.nextUpdate ?? asOf },
    history,
    publishers,
  );
}

function editionEntries(
  content: EditionDraftContent,
  { asOf, nextUpdate }: { asOf: Instant; nextUpdate: Instant },
  history: History,
  publishers: readonly Publisher[],
): readonly EntryDraft[] {
  let count = history.statements.size;
  const statements: Statement[] = [];
  const ordered = inReadingOrder(content.statements, history);
  const refs = ordered.map((draft): StatementRef => {
    if (draft.carried !== null) return { id: draft.carried, version: standingVersion(history, draft.carried) };
    count += 1;
    const statement: Statement = {
      id: `s${count}` as StatementId,
      version: 1,
      section: draft.section,
      kind: draft.kind,
      text: trimmed(draft.text),
      asOf: draft.asOf ?? asOf,
      grade: draft.grade,
      evidence: draft.evidence,
      area: trimmed(draft.area),
      replyRequests: draft.replyRequests,
    };
    statements.push(statement);
    return { id: statement.id, version: 1 };
  });
  return [
    ...publisherEntries(statements, history, publishers),
    ...statements.map((payload): EntryDraft => ({ kind: "statement", payload })),
    {
      kind: "edition",
      payload: {
        number: history.editions.length + 1,
        asOf,
        nextUpdate,
        glance: content.glance.map(trimmed),
        statements: refs,
        languages: content.languages,
      },
    },
  ];
}

/** Publishers that must go into the record before statements that cite them. */
export function publisherEntries(
  statements: readonly Statement[],
  history: History,
  publishers: readonly Publisher[],
): readonly EntryDraft[] {
  const cited = new Set(statements.flatMap((s) => s.evidence.map((e) => e.report.publisher)));
  return publishers.flatMap((publisher): EntryDraft[] => {
    const known = history.publishers.get(publisher.id)?.value;
    const wanted = known === undefined ? cited.has(publisher.id) : !isDeepStrictEqual(known, publisher);
    return wanted ? [{ kind: "publisher", payload: publisher }] : [];
  });
}

function inReadingOrder(statements: readonly DraftStatement[], history: History): readonly DraftStatement[] {
  const place = (draft: DraftStatement): number => {
    const known = draft.carried === null ? undefined : history.statements.get(draft.carried);
    const { section, kind } = known ? latestVersion(known).value : draft;
    return SECTIONS.indexOf(section) * STATEMENT_KINDS.length + STATEMENT_KINDS.indexOf(kind);
  };
  return statements.toSorted((a, b) => place(a) - place(b));
}

function standingVersion(history: History, id: StatementId): number {
  const known = history.statements.get(id);
  return known ? latestVersion(known).value.version : 1;
}

/** Without white space at the ends, and without languages that have no text. */
export function trimmed(text: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(text)
      .map(([lang, value]) => [lang, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  );
}
