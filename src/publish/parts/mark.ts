import type { Statement } from "../../model/statement.ts";
import { html, type Html } from "../html.ts";
import type { Locale } from "../locale.ts";

type Graded = Pick<Statement, "section" | "kind" | "grade" | "evidence">;

/** How sure the office is, in words. What is not known has no grade, whatever was said about it. */
export function sureWord({ messages }: Locale, statement: Graded): string {
  if (isGap(statement)) return messages.t("grade.gap");
  return messages.t(isAdvice(statement) ? "grade.advice" : `grade.${statement.grade.credibility}`);
}

/** The mark in the margin: a shape (drawn by the style sheet from the class) and its word. */
export function mark(locale: Locale, statement: Graded): Html {
  const shape = isGap(statement) ? "m0" : isAdvice(statement) ? "m7" : `m${statement.grade.credibility}`;
  return html`<p class="m ${shape}">${sureWord(locale, statement)}</p>`;
}

/** What the office itself tells people to do rests on no report: it is neither true nor false, and has no grade. */
export function isAdvice({ section, kind, evidence }: Pick<Statement, "section" | "kind" | "evidence">): boolean {
  return section === "safety" && kind === "known" && evidence.length === 0;
}

/** Says what is not known: a grade, or a count of origins, would read as one of the sentence “we do not know”. */
export function isGap({ kind }: Pick<Statement, "kind">): boolean {
  return kind === "not-known";
}
