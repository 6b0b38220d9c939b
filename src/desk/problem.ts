import { originsOf, type Evidence } from "../model/evidence.ts";
import type { Grade } from "../model/grade.ts";
import type { Lang, LocalText } from "../model/language.ts";

/** One thing that keeps a draft from going out. `key` names the draft statement that it concerns. */
export interface Problem {
  readonly key: string | null;
  readonly code: ProblemCode;
  readonly message: string;
}

export type ProblemCode =
  | "AS_OF_MISSING"
  | "NEXT_UPDATE_MISSING"
  | "NEXT_UPDATE_TOO_EARLY"
  | "NO_STATEMENTS"
  | "NO_LANGUAGE"
  | "GLANCE_MISSING"
  | "TEXT_MISSING"
  | "TEXT_TOO_LONG"
  | "EVIDENCE_MISSING"
  | "GRADE_NEEDS_ORIGINS"
  | "STATEMENT_UNKNOWN"
  | "STATEMENT_WITHDRAWN"
  | "STATEMENT_TWICE"
  | "REASON_MISSING"
  | "NOTHING_CHANGED";

/** Longest statement, glance line or reason, in UTF-16 code units. A statement is a sentence or short paragraph. */
export const TEXT_LENGTH_MAX = 2000;

/** Languages of `languages` in which `text` is missing or only white space. */
export function missingLanguages(text: LocalText, languages: readonly Lang[]): readonly Lang[] {
  return languages.filter((lang) => (text[lang] ?? "").trim() === "");
}

const LANGUAGE_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** Problems of one text that must exist in every language. */
export function textProblems(
  key: string | null,
  what: string,
  text: LocalText,
  languages: readonly Lang[],
): readonly Problem[] {
  const problems: Problem[] = missingLanguages(text, languages).map((lang) => ({
    key,
    code: "TEXT_MISSING",
    message: `${what} has no ${languageName(lang)} text.`,
  }));
  for (const [lang, value] of Object.entries(text)) {
    if (value.length > TEXT_LENGTH_MAX) {
      problems.push({
        key,
        code: "TEXT_TOO_LONG",
        message: `${what} is ${value.length} characters long in ${languageName(lang)}; the most is ${TEXT_LENGTH_MAX}.`,
      });
    }
  }
  return problems;
}

/** `English` for `en`; a tag that no language bears stays itself. */
function languageName(lang: Lang): string {
  try {
    return LANGUAGE_NAMES.of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** The Admiralty code's rule that DESIGN.md §2 fixes: “1” (confirmed) needs two independent origins. */
export function gradeProblems(key: string | null, grade: Grade, evidence: readonly Evidence[]): readonly Problem[] {
  const origins = originsOf(evidence);
  if (grade.credibility !== 1 || origins >= 2) return [];
  return [
    {
      key,
      code: "GRADE_NEEDS_ORIGINS",
      message: `“Confirmed” needs two independent origins; the evidence goes back to ${origins === 1 ? "one" : "none"}.`,
    },
  ];
}
