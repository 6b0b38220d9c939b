import { CREDIBILITIES, RELIABILITIES, gradeCode, type Grade } from "../../../model/grade.ts";
import type { Statement } from "../../../model/statement.ts";
import { messagesIn } from "../../../publish/messages.ts";
import { isAdvice, isGap } from "../../../publish/parts/mark.ts";
import type { View } from "../view.ts";
import { Select } from "./controls.tsx";

/** How sure, in the very words that the public reads. */
export function credibilityText(v: View, credibility: Grade["credibility"]): string {
  return messagesIn(v.lang).t(`grade.${credibility}`);
}

/** How reliable a source has been, in the very words that the public reads. */
export function reliabilityText(v: View, reliability: Grade["reliability"]): string {
  return messagesIn(v.lang).t(`reliability.${reliability}`);
}

/** How sure, in the public's words and as a shape: the fuller the circle, the surer. */
export function GradeMark(p: { readonly v: View; readonly grade: Grade; readonly code?: boolean }) {
  const { v, grade } = p;
  return (
    <span class={`grade g${grade.credibility}`}>
      <Circle credibility={grade.credibility} />
      {credibilityText(v, grade.credibility)}
      {p.code === false ? null : (
        <abbr title={`${reliabilityText(v, grade.reliability)}; ${credibilityText(v, grade.credibility)}`}>
          {gradeCode(grade)}
        </abbr>
      )}
    </span>
  );
}

/** The mark that the public sees beside a statement: what is not known, and advice, have none of the six grades. */
export function StatementMark(p: {
  readonly v: View;
  readonly statement: Pick<Statement, "section" | "kind" | "grade" | "evidence">;
}) {
  const { v, statement } = p;
  const other = isGap(statement) ? "gap" : isAdvice(statement) ? "advice" : null;
  if (other === null) return <GradeMark v={v} grade={statement.grade} />;
  return (
    <span class="grade">
      <svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={other === "gap" ? "M2 8H14" : "M8 2V14"} />
      </svg>
      {messagesIn(v.lang).t(`grade.${other}`)}
    </span>
  );
}

/** Filled by quarters: 1 full, 2 three quarters, 3 half, 4 a quarter, 5 crossed out, 6 dashed. */
function Circle(p: { readonly credibility: Grade["credibility"] }) {
  const filled = { 1: 4, 2: 3, 3: 2, 4: 1, 5: 0, 6: 0 }[p.credibility];
  const arc = { 1: "M8 8V2A6 6 0 0 1 14 8Z", 2: "M8 8V2A6 6 0 0 1 8 14Z", 3: "M8 8V2A6 6 0 1 1 2 8Z" } as const;
  return (
    <svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6" fill="none" class={p.credibility === 6 ? "dashed" : ""} />
      {p.credibility === 5 ? <path d="M12 4L4 12" /> : null}
      {filled === 4 ? <circle class="full" cx="8" cy="8" r="6" /> : null}
      {filled === 1 || filled === 2 || filled === 3 ? <path class="full" d={arc[filled]} /> : null}
    </svg>
  );
}

/** Both axes as two short lists, for the draft editor. Field names: `{name}.reliability`, `{name}.credibility`. */
export function GradeSelects(p: { readonly v: View; readonly name: string; readonly grade: Grade }) {
  const { v, name, grade } = p;
  return (
    <>
      <Select
        id={`${name}.credibility`}
        name={`${name}.credibility`}
        label={v.t("grade.credibility")}
        value={String(grade.credibility)}
        options={CREDIBILITIES.map((c) => ({ value: String(c), text: `${c} · ${credibilityText(v, c)}` }))}
      />
      <Select
        id={`${name}.reliability`}
        name={`${name}.reliability`}
        label={v.t("grade.reliability")}
        value={grade.reliability}
        options={RELIABILITIES.map((r) => ({ value: r, text: `${r} · ${reliabilityText(v, r)}` }))}
      />
    </>
  );
}

/** Both axes as radios, each with what the public will read. */
export function GradeRadios(p: {
  readonly v: View;
  readonly grade: Grade;
  readonly origins: number;
  readonly name?: string;
}) {
  const { v, grade, origins } = p;
  const prefix = p.name ?? "grade";
  return (
    <>
      <fieldset class="radios">
        <legend>{v.t("grade.credibility")}</legend>
        {CREDIBILITIES.map((c) => (
          <div class="radio">
            <input
              type="radio"
              id={`${prefix}-c${c}`}
              name={`${prefix}.credibility`}
              value={c}
              checked={c === grade.credibility}
              aria-describedby={`${prefix}-c${c}-w`}
              data-focus={c === grade.credibility ? "" : undefined}
            />
            <label for={`${prefix}-c${c}`}>
              {c} · {credibilityText(v, c)}
            </label>
            <p class="hint" id={`${prefix}-c${c}-w`}>
              {messagesIn(v.lang).t(`grade.${c}.means`)}
              {c === 1 && origins < 2 ? ` ${v.t("grade.needs-origins", { origins })}` : ""}
            </p>
          </div>
        ))}
      </fieldset>
      <ReliabilityRadios v={v} name={`${prefix}.reliability`} value={grade.reliability} />
    </>
  );
}

export function ReliabilityRadios(p: {
  readonly v: View;
  readonly name: string;
  readonly value: Grade["reliability"];
}) {
  const { v, name } = p;
  return (
    <fieldset class="radios">
      <legend>{v.t("grade.reliability")}</legend>
      {RELIABILITIES.map((r) => (
        <div class="radio">
          <input
            type="radio"
            id={`${name}-${r}`}
            name={name}
            value={r}
            checked={r === p.value}
            aria-describedby={`${name}-${r}-w`}
          />
          <label for={`${name}-${r}`}>
            {r} · {reliabilityText(v, r)}
          </label>
          <p class="hint" id={`${name}-${r}-w`}>
            {messagesIn(v.lang).t(`reliability.${r}.means`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
