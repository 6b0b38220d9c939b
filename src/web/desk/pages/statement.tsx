import { TocsinError } from "../../../model/error.ts";
import { latestVersion, type StatementHistory } from "../../../model/history.ts";
import type { ClaimId, StatementId } from "../../../model/id.ts";
import type { Statement } from "../../../model/statement.ts";
import { correctTyped, untouched } from "../correct-typed.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { Button, ButtonLink, PostForm } from "../parts/controls.tsx";
import { CorrectForm, type CorrectTyped } from "../parts/correct-form.tsx";
import { CorrectionProgress, newestCorrection } from "../parts/correction-progress.tsx";
import { ExpectedReachLine } from "../parts/expected-reach.tsx";
import { EvidenceList, OriginCount } from "../parts/evidence-list.tsx";
import { StatementMark } from "../parts/grade.tsx";
import { showPage } from "../parts/layout.tsx";
import { LocalFields, languageName } from "../parts/local-text.tsx";
import { StatementStory } from "../parts/statement-story.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

/** Dispatches of one correction: at most two on each channel. */
const DISPATCHES_MAX = 50;

/** One published statement: what stands, what became of it, and the three ways to change it. */
export function statementPages(app: DeskApp, deps: Deps): void {
  const { editions, evidence } = deps.service;
  const known = (c: DeskContext): Promise<StatementHistory> =>
    editions.statement(actorOf(c), param(c, "id") as StatementId);

  app.get(paths.statement(":id"), async (c) => statementPage(c, deps, await known(c), null, null));

  app.get(paths.statementCorrect(":id"), async (c) => {
    const statement = await known(c);
    const fix =
      c.req.query("kind") === "update" ? "update" : c.req.query("kind") === "correction" ? "correction" : null;
    return correctPage(c, deps, statement, untouched(latestVersion(statement).value, fix), null);
  });

  app.post(paths.statementCorrect(":id"), async (c) => {
    const form = await readForm(c);
    const statement = await known(c);
    const standing = latestVersion(statement).value;
    let typed = untouched(standing, null);
    try {
      typed = correctTyped(form, standing, c.get("view").zone);
      const action = form.text("do");
      if (action === "claim") {
        const { items } = await evidence.claim(actorOf(c), form.text("claim") as ClaimId);
        const added = [...typed.added, ...items.map((item) => item.evidence)];
        return correctPage(c, deps, statement, { ...typed, added }, null);
      }
      if (action.startsWith("drop:")) {
        const added = typed.added.filter((_, i) => i !== Number(action.slice("drop:".length)));
        return correctPage(c, deps, statement, { ...typed, added }, null);
      }
      await editions.correct(actorOf(c), commandOf(form, standing, typed));
      return c.redirect(`${paths.statement(standing.id)}?done=${typed.fix ?? "correction"}`, 303);
    } catch (error) {
      return correctPage(c, deps, statement, typed, deps.trouble(c, error));
    }
  });

  app.post(paths.statementWithdraw(":id"), async (c) => {
    const form = await readForm(c);
    const statement = await known(c);
    const { id, text } = latestVersion(statement).value;
    try {
      const reason = form.local("reason", Object.keys(text));
      await editions.proposeWithdrawal(actorOf(c), { statement: id, fromVersion: form.count("from-version"), reason });
      return c.redirect(`${paths.proposals()}?done=proposed`, 303);
    } catch (error) {
      return statementPage(c, deps, statement, form, deps.trouble(c, error));
    }
  });
}

function commandOf(form: Form, standing: Statement, typed: CorrectTyped) {
  if (typed.fix === null) {
    throw new TocsinError("INPUT_INVALID", "Say whether this is a correction or an update.");
  }
  const { text, asOf, grade, area, kind } = typed;
  const evidence = [...standing.evidence.filter((_, i) => typed.kept.includes(i)), ...typed.added];
  return {
    kind: typed.fix,
    statement: standing.id,
    fromVersion: form.count("from-version"),
    right: { text, asOf, grade, evidence, area, kind },
    reason: typed.reason,
  };
}

async function statementPage(
  c: DeskContext,
  deps: Deps,
  statement: StatementHistory,
  form: Form | null,
  trouble: Trouble | null,
): Promise<Response> {
  const v = c.get("view");
  const { value } = latestVersion(statement);
  const { delivery } = deps.service;
  const entry = newestCorrection(statement);
  const [sent, reach] = await Promise.all([
    entry === null ? [] : delivery.dispatches(actorOf(c), { entry, limit: DISPATCHES_MAX }),
    v.may("withdrawal.propose") ? delivery.correctionReach(actorOf(c), value.id) : [],
  ]);
  return showPage(
    c,
    {
      title: v.t("statement.title", { id: value.id }),
      place: "statements",
      trouble,
      width: "text",
      above: <a href={paths.statements()}>{v.t("statements.title")}</a>,
    },
    <>
      <h1>{v.t("statement.title", { id: value.id })}</h1>
      {statement.withdrawn ? <p class="notice">{v.t("statement.withdrawn")}</p> : null}
      {entry === null ? null : <CorrectionProgress v={v} entry={entry} dispatches={sent} />}
      <div class="card stack">
        {Object.entries(value.text).map(([lang, text]) => (
          <div>
            <p class="soft">{languageName(v, lang)}</p>
            <p class="words large" lang={lang}>
              {statement.withdrawn ? <del>{text}</del> : text}
            </p>
          </div>
        ))}
        <p class="line">
          <StatementMark v={v} statement={value} />
          <span class="soft">{v.t(`section.${value.section}`)}</span>
          <span class="soft">{v.t(`kind.${value.kind}`)}</span>
          <span class="soft">
            {v.t("field.as-of")} <Time v={v} at={value.asOf} />
          </span>
          <span class="soft">{v.t("statement.in-editions", { list: statement.editions.join(", ") || "–" })}</span>
        </p>
      </div>
      {statement.withdrawn ? null : (
        <>
          <div class="row actions">
            <ButtonLink href={`${paths.statementCorrect(value.id)}?kind=correction`} k="e" look="main">
              {v.t("statement.correct")}
            </ButtonLink>
            <ButtonLink href={`${paths.statementCorrect(value.id)}?kind=update`} k="u">
              {v.t("statement.update")}
            </ButtonLink>
          </div>
          {v.may("withdrawal.propose") ? (
            <details class="card more" open={form !== null}>
              <summary>{v.t("statement.withdraw")}</summary>
              <PostForm v={v} action={paths.statementWithdraw(value.id)} class="stack">
                <input type="hidden" name="from-version" value={value.version} />
                <p>{v.t("statement.withdraw.about")}</p>
                <ExpectedReachLine v={v} reach={reach} what="correction" />
                <LocalFields
                  v={v}
                  name="reason"
                  label={v.t("correct.reason")}
                  hint={v.t("correct.reason.hint")}
                  text={form?.local("reason", Object.keys(value.text)) ?? {}}
                  languages={Object.keys(value.text)}
                  rows={2}
                  required
                />
                <Button look="danger">{v.t("statement.withdraw.do")}</Button>
              </PostForm>
            </details>
          ) : null}
        </>
      )}
      <section aria-labelledby="evidence-title">
        <h2 id="evidence-title">{v.t("evidence.title")}</h2>
        <OriginCount v={v} evidence={value.evidence} credibility={value.grade.credibility} />
        <EvidenceList v={v} evidence={value.evidence} beside={() => null} />
      </section>
      <StatementStory v={v} statement={statement} />
    </>,
  );
}

async function correctPage(
  c: DeskContext,
  deps: Deps,
  statement: StatementHistory,
  typed: CorrectTyped,
  trouble: Trouble | null,
): Promise<Response> {
  const v = c.get("view");
  const { value } = latestVersion(statement);
  const [claims, reach] = await Promise.all([
    deps.service.evidence.claims(actorOf(c), {}),
    deps.service.delivery.correctionReach(actorOf(c), value.id),
  ]);
  return showPage(
    c,
    {
      title: v.t("correct.title", { id: value.id }),
      place: "statements",
      trouble,
      width: "text",
      above: <a href={paths.statement(value.id)}>{v.t("statement.title", { id: value.id })}</a>,
    },
    <>
      <h1>{v.t("correct.title", { id: value.id })}</h1>
      <p class="lead">{v.t("correct.about")}</p>
      <CorrectForm
        v={v}
        statement={value}
        typed={typed}
        reach={reach}
        claims={claims.filter(({ status, items }) => status !== "rejected" && items.length > 0)}
      />
    </>,
  );
}
