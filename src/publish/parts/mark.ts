import type { Statement } from "../../model/statement.ts";
import { html, type Html } from "../html.ts";
import type { Locale } from "../locale.ts";

/** How sure the office is, in words. What is not known needs no grade unless something speaks for it. */
export function sureWord({ messages }: Locale, statement: Pick<Statement, "kind" | "grade" | "evidence">): string {
  return isGap(statement) ? messages.t("grade.gap") : messages.t(`grade.${statement.grade.credibility}`);
}

/** The mark in the margin: a shape (drawn by the style sheet from the class) and its word. */
export function mark(locale: Locale, statement: Pick<Statement, "kind" | "grade" | "evidence">): Html {
  const shape = isGap(statement) ? "m0" : `m${statement.grade.credibility}`;
  return html`<p class="m ${shape}">${sureWord(locale, statement)}</p>`;
}

function isGap({ kind, evidence }: Pick<Statement, "kind" | "evidence">): boolean {
  return kind === "not-known" && evidence.length === 0;
}
