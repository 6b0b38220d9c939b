import { TocsinError } from "../../model/error.ts";
import type { Evidence } from "../../model/evidence.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../model/grade.ts";
import { STATEMENT_KINDS, type Statement } from "../../model/statement.ts";
import { parseEvidence } from "./evidence-json.ts";
import type { Form } from "./form.ts";
import type { CorrectTyped } from "./parts/correct-form.tsx";

/** The form of a correction before anybody touched it. */
export function untouched(statement: Statement, fix: CorrectTyped["fix"]): CorrectTyped {
  const { text, kind, asOf, grade, area, evidence } = statement;
  return { fix, text, kind, asOf, grade, area, reason: {}, kept: evidence.map((_, i) => i), added: [] };
}

/** What was typed about `statement`. Unknown choices fall back on what stands. Throws INPUT_INVALID on broken times. */
export function correctTyped(form: Form, statement: Statement, zone: string): CorrectTyped {
  const languages = Object.keys(statement.text);
  const fix = form.text("fix");
  const kind = form.text("kind");
  const reliability = form.text("grade.reliability");
  const credibility = Number(form.text("grade.credibility"));
  const asOf = form.time("asOf", zone);
  if (asOf === null) throw new TocsinError("INPUT_INVALID", "The as-of time is missing.");
  const kept = form.list("keep").map(Number);
  return {
    fix: fix === "correction" || fix === "update" ? fix : null,
    text: form.local("text", languages),
    kind: STATEMENT_KINDS.find((one) => one === kind) ?? statement.kind,
    asOf,
    grade: {
      reliability: RELIABILITIES.find((one) => one === reliability) ?? statement.grade.reliability,
      credibility: CREDIBILITIES.find((one) => one === credibility) ?? statement.grade.credibility,
    },
    area: form.local("area", languages, statement.area),
    reason: form.local("reason", languages),
    kept: statement.evidence.map((_, i) => i).filter((i) => kept.includes(i)),
    added: form
      .list("added")
      .map(parseEvidence)
      .filter((one): one is Evidence => one !== null),
  };
}
