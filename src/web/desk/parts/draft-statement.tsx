import type { DraftStatement } from "../../../desk/draft.ts";
import type { History } from "../../../model/history.ts";
import { latestVersion } from "../../../model/history.ts";
import type { Lang } from "../../../model/language.ts";
import { SECTIONS, STATEMENT_KINDS } from "../../../model/statement.ts";
import { neighbour } from "../draft-edit.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, Select, options } from "./controls.tsx";
import { EvidenceList, OriginCount } from "./evidence-list.tsx";
import { StatementMark, GradeSelects } from "./grade.tsx";
import { LocalFields, Words } from "./local-text.tsx";
import { Time, TimeField } from "./time.tsx";

export interface DraftProblem {
  readonly key: string | null;
  readonly code: string;
  readonly message: string;
}

interface Props {
  readonly v: View;
  readonly statement: DraftStatement;
  readonly statements: readonly DraftStatement[];
  readonly languages: readonly Lang[];
  readonly problems: readonly DraftProblem[];
  readonly history: History;
  readonly number: number;
}

/** One statement of the draft, to be written or carried over. */
export function DraftStatementEditor(p: Props) {
  const { v, statement } = p;
  const problems = p.problems.filter(({ key }) => key === statement.key);
  return (
    <li
      class={`card statement ${statement.carried === null ? "own" : "carried"}`}
      id={statement.key}
      tabindex={-1}
      data-item
      aria-label={v.t("draft.statement", { number: p.number })}
    >
      <input type="hidden" name="key" value={statement.key} />
      <header class="line">
        <span class="number">{p.number}</span>
        {statement.carried === null ? null : (
          <>
            <span class="chip">{v.t("draft.carried")}</span>
            <a href={paths.statement(statement.carried)}>{statement.carried}</a>
          </>
        )}
        <span class="fill"></span>
        <Moves {...p} />
      </header>
      {problems.length === 0 ? null : (
        <ul class="problems">
          {problems.map((problem) => (
            <li>{problemText(v, problem, p.number)}</li>
          ))}
        </ul>
      )}
      {statement.carried === null ? <OwnStatement {...p} /> : <CarriedStatement {...p} />}
    </li>
  );
}

/** What is wrong, and with which statement of the page. English messages name the number themselves. */
export function problemText(v: View, problem: DraftProblem, number: number | undefined): string {
  if (v.lang === "en") return problem.message;
  const text = translatedProblem(v, problem);
  return number === undefined ? text : `${v.t("draft.statement", { number })}. ${text}`;
}

const TRANSLATED = [
  "AS_OF_MISSING",
  "NEXT_UPDATE_MISSING",
  "NEXT_UPDATE_TOO_EARLY",
  "NO_STATEMENTS",
  "NO_LANGUAGE",
  "GLANCE_MISSING",
  "TEXT_MISSING",
  "TEXT_TOO_LONG",
  "EVIDENCE_MISSING",
  "GRADE_NEEDS_ORIGINS",
  "STATEMENT_UNKNOWN",
  "STATEMENT_WITHDRAWN",
  "STATEMENT_TWICE",
  "REASON_MISSING",
  "NOTHING_CHANGED",
  "CHANNEL_REFUSES",
] as const;

function translatedProblem(v: View, problem: DraftProblem): string {
  const code = TRANSLATED.find((one) => one === problem.code);
  return code === undefined ? problem.message : v.t(`problem.${code}`);
}

function Moves(p: Props) {
  const { v, statement, statements, number } = p;
  const { key } = statement;
  return (
    <span class="row moves">
      <Button
        name="do"
        value={`up:${key}`}
        look="quiet"
        label={v.t("draft.up", { number })}
        disabled={neighbour(statements, key, "up") === null}
      >
        ↑
      </Button>
      <Button
        name="do"
        value={`down:${key}`}
        look="quiet"
        label={v.t("draft.down", { number })}
        disabled={neighbour(statements, key, "down") === null}
      >
        ↓
      </Button>
      <Button name="do" value={`remove:${key}`} look="quiet" label={v.t("draft.remove-number", { number })}>
        {v.t("draft.remove")}
      </Button>
    </span>
  );
}

function CarriedStatement({ v, statement, history }: Props) {
  const known = statement.carried === null ? undefined : history.statements.get(statement.carried);
  const now = known ? latestVersion(known).value : statement;
  return (
    <>
      <input type="hidden" name={`s.${statement.key}.carried`} value={statement.carried ?? ""} />
      <p class="words">
        <Words v={v} text={now.text} />
      </p>
      <p class="soft line">
        <StatementMark v={v} statement={now} />
        <span>{v.t(`kind.${now.kind}`)}</span>
        {now.asOf === null ? null : (
          <span>
            {v.t("field.as-of")} <Time v={v} at={now.asOf} />
          </span>
        )}
        {statement.carried === null ? null : (
          <a href={paths.statementCorrect(statement.carried)}>{v.t("draft.carried.correct")}</a>
        )}
      </p>
    </>
  );
}

function OwnStatement({ v, statement, languages, history }: Props) {
  const name = (field: string): string => `s.${statement.key}.${field}`;
  const requests = [...history.replyRequests.values()].flatMap((versions) => versions.at(-1)?.value ?? []);
  return (
    <>
      <LocalFields
        v={v}
        name={name("text")}
        label={v.t("field.text")}
        text={statement.text}
        languages={languages}
        maxlength={2000}
      />
      <div class="fields compact">
        <Select
          id={name("kind")}
          name={name("kind")}
          label={v.t("field.kind")}
          value={statement.kind}
          options={options(v, STATEMENT_KINDS, (kind) => `kind.${kind}`)}
        />
        <Select
          id={name("section")}
          name={name("section")}
          label={v.t("field.section")}
          value={statement.section}
          options={options(v, SECTIONS, (section) => `section.${section}`)}
        />
        <GradeSelects v={v} name={name("grade")} grade={statement.grade} />
      </div>
      <OriginCount v={v} evidence={statement.evidence} credibility={statement.grade.credibility} />
      <EvidenceList
        v={v}
        evidence={statement.evidence}
        beside={(one, i) => (
          <>
            <input type="hidden" name={name("evidence")} value={JSON.stringify(one)} />
            <Button
              name="do"
              value={`drop:${statement.key}:${i}`}
              look="quiet"
              label={v.t("evidence.drop-from", { publisher: one.report.publisherName })}
            >
              {v.t("evidence.drop")}
            </Button>
          </>
        )}
      />
      <p>
        <Button name="do" value={`evidence:${statement.key}`}>
          {v.t("evidence.attach")}
        </Button>
      </p>
      <details class="more">
        <summary>{v.t("draft.more")}</summary>
        <div class="stack">
          <TimeField
            v={v}
            id={name("asOf")}
            name={name("asOf")}
            label={v.t("field.as-of")}
            at={statement.asOf}
            hint={v.t("draft.statement.as-of.hint")}
          />
          <LocalFields
            v={v}
            name={name("area")}
            label={v.t("field.area")}
            text={statement.area}
            languages={languages}
            oneLine
            hint={v.t("field.area.hint")}
            maxlength={200}
          />
          {requests.length === 0 ? null : (
            <fieldset class="checks">
              <legend>{v.t("field.replies")}</legend>
              {requests.map((request) => (
                <div class="check">
                  <input
                    type="checkbox"
                    id={`${name("replies")}.${request.id}`}
                    name={name("replies")}
                    value={request.id}
                    checked={statement.replyRequests.includes(request.id)}
                  />
                  <label for={`${name("replies")}.${request.id}`}>
                    {request.to} · {v.t(`reply.outcome.${request.outcome}`)}
                  </label>
                </div>
              ))}
            </fieldset>
          )}
        </div>
      </details>
    </>
  );
}
