import type { Claim } from "../../../model/claim.ts";
import type { Evidence } from "../../../model/evidence.ts";
import type { Grade } from "../../../model/grade.ts";
import type { LocalText } from "../../../model/language.ts";
import { STATEMENT_KINDS, type Statement, type StatementKind } from "../../../model/statement.ts";
import type { Instant } from "../../../model/time.ts";
import type { ExpectedReach } from "../../delivery-ports.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm, Select, options } from "./controls.tsx";
import { ExpectedReachLine } from "./expected-reach.tsx";
import { EvidenceList, EvidenceText, OriginCount } from "./evidence-list.tsx";
import { GradeSelects } from "./grade.tsx";
import { LocalFields } from "./local-text.tsx";
import { TimeField } from "./time.tsx";

/** What the form shows: as the statement stands, or as it was typed. */
export interface CorrectTyped {
  readonly fix: "correction" | "update" | null;
  readonly text: LocalText;
  readonly kind: StatementKind;
  readonly asOf: Instant;
  readonly grade: Grade;
  readonly area: LocalText;
  readonly reason: LocalText;
  /** Positions of the standing evidence that stays. */
  readonly kept: readonly number[];
  /** Evidence put under it by this form. */
  readonly added: readonly Evidence[];
}

/** Correcting or updating a published statement. */
export function CorrectForm(p: {
  readonly v: View;
  readonly statement: Statement;
  readonly typed: CorrectTyped;
  /** Whom a correction would reach. */
  readonly reach: readonly ExpectedReach[];
  readonly claims: readonly Pick<Claim, "id" | "title">[];
}) {
  const { v, statement, typed } = p;
  const languages = Object.keys(statement.text);
  const evidence = [...statement.evidence.filter((_, i) => typed.kept.includes(i)), ...typed.added];
  return (
    <PostForm v={v} action={paths.statementCorrect(statement.id)} class="stack loose">
      <input type="hidden" name="from-version" value={statement.version} />
      <fieldset class="radios card">
        <legend>{v.t("correct.which")}</legend>
        {(["correction", "update"] as const).map((fix) => (
          <div class="radio">
            <input
              type="radio"
              id={`fix-${fix}`}
              name="fix"
              value={fix}
              checked={fix === typed.fix}
              required
              aria-describedby={`fix-${fix}-about`}
            />
            <label for={`fix-${fix}`}>{v.t(`correction.${fix}`)}</label>
            <p class="hint" id={`fix-${fix}-about`}>
              {v.t(`correct.${fix}.about`)}
            </p>
          </div>
        ))}
      </fieldset>
      <section class="card stack" aria-labelledby="new-title">
        <h2 id="new-title">{v.t("correct.new")}</h2>
        <LocalFields
          v={v}
          name="text"
          label={v.t("field.text")}
          text={typed.text}
          languages={languages}
          maxlength={2000}
          required
        />
        <LocalFields
          v={v}
          name="reason"
          label={v.t("correct.reason")}
          hint={v.t("correct.reason.hint")}
          text={typed.reason}
          languages={languages}
          rows={2}
          maxlength={2000}
          required
        />
        <div class="fields">
          <TimeField v={v} id="asOf" name="asOf" label={v.t("field.as-of")} at={typed.asOf} required />
          <Select
            id="kind"
            name="kind"
            label={v.t("field.kind")}
            value={typed.kind}
            options={options(v, STATEMENT_KINDS, (kind) => `kind.${kind}`)}
          />
        </div>
        <div class="fields">
          <GradeSelects v={v} name="grade" grade={typed.grade} />
        </div>
        <LocalFields
          v={v}
          name="area"
          label={v.t("field.area")}
          text={typed.area}
          languages={languages}
          oneLine
          maxlength={200}
          hint={v.t("field.area.hint")}
        />
      </section>
      <section class="card stack" aria-labelledby="evidence-title" id="evidence" tabindex={-1}>
        <h2 id="evidence-title">{v.t("evidence.title")}</h2>
        <OriginCount v={v} evidence={evidence} credibility={typed.grade.credibility} />
        <ol class="evidence-list boxes">
          {statement.evidence.map((one, i) => (
            <li>
              <input type="checkbox" id={`keep-${i}`} name="keep" value={i} checked={typed.kept.includes(i)} />
              <label for={`keep-${i}`}>{v.t("correct.keep", { publisher: one.report.publisherName })}</label>
              <EvidenceText v={v} evidence={one} />
            </li>
          ))}
        </ol>
        <EvidenceList
          v={v}
          evidence={typed.added}
          beside={(one, i) => (
            <>
              <input type="hidden" name="added" value={JSON.stringify(one)} />
              <Button
                name="do"
                value={`drop:${i}`}
                look="quiet"
                label={v.t("evidence.drop-from", { publisher: one.report.publisherName })}
              >
                {v.t("evidence.drop")}
              </Button>
            </>
          )}
        />
        {p.claims.length === 0 ? null : (
          <div class="row">
            <Select
              id="claim"
              name="claim"
              label={v.t("correct.from-claim")}
              value=""
              options={p.claims.map(({ id, title }) => ({ value: id, text: title }))}
            />
            <Button name="do" value="claim">
              {v.t("evidence.attach")}
            </Button>
          </div>
        )}
      </section>
      <section class="card stack plan">
        <p class="lead">{v.t("correct.sentence", { id: statement.id })}</p>
        <ExpectedReachLine v={v} reach={p.reach} what="correction" />
        <p class="hint">{v.t("reach.update")}</p>
        {v.may("statement.correct") ? (
          <Button name="do" value="correct" look="main">
            {v.t("correct.do")}
          </Button>
        ) : (
          <p>{v.t("correct.not-you")}</p>
        )}
      </section>
    </PostForm>
  );
}
