import type { DraftId } from "../../../model/id.ts";
import { statementNumbers } from "../../../desk/edition.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, PostForm } from "../parts/controls.tsx";
import { problemText } from "../parts/draft-statement.tsx";
import { ChannelChecks, ExpectedReachLine } from "../parts/expected-reach.tsx";
import { showPage } from "../parts/layout.tsx";
import { languageName } from "../parts/local-text.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

/** The last page before an edition goes out: one sentence on what will happen, one button. */
export function publishPage(app: DeskApp, deps: Deps): void {
  app.get(paths.draftPublish(":id"), (c) => page(c, deps, null));

  app.post(paths.draftPublish(":id"), async (c) => {
    const form = await readForm(c);
    try {
      const id = param(c, "id") as DraftId;
      await deps.service.editions.publishDraft(actorOf(c), id, form.count("revision"));
      return c.redirect(`${paths.drafts()}?done=published`, 303);
    } catch (error) {
      return page(c, deps, deps.trouble(c, error, "draft"));
    }
  });
}

async function page(c: DeskContext, deps: Deps, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const actor = actorOf(c);
  const { editions } = deps.service;
  const draft = await editions.draft(actor, param(c, "id") as DraftId);
  const problems = draft.status === "open" ? await editions.problems(actor, draft.id) : [];
  const ready = draft.status === "open" && problems.length === 0;
  const open = draft.status === "open" && !problems.some(({ code }) => code !== "CHANNEL_REFUSES");
  const [plan, expected] = await Promise.all([
    ready ? editions.publishPlan(actor, draft.id) : null,
    open ? deps.service.delivery.draftReach(actor, draft.id) : null,
  ]);
  const number = plan?.edition ?? draft.edition ?? editions.history().editions.length + 1;
  const { content } = draft;
  const numbers = statementNumbers(content, editions.history());
  return showPage(
    c,
    {
      title: v.t("publish.title", { number }),
      place: "drafts",
      trouble,
      width: "text",
      above: <a href={paths.draft(draft.id)}>{v.t("draft.title", { number })}</a>,
    },
    <>
      <h1>{v.t("publish.title", { number })}</h1>
      {draft.status === "open" ? null : <p class="notice">{v.t("publish.closed")}</p>}
      {problems.length === 0 ? null : (
        <section class="card">
          <h2>{v.t("draft.problems", { count: problems.length })}</h2>
          <ol class="problems">
            {problems.map((problem) => (
              <li>
                <a href={`${paths.draft(draft.id)}#${problem.key ?? ""}`}>
                  {problemText(v, problem, numbers.get(problem.key ?? ""))}
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
      {plan !== null || expected === null ? null : <ChannelChecks v={v} checks={expected.checks} />}
      {plan === null ? null : (
        <section class="card stack plan">
          <p class="lead">{v.t("publish.sentence", { ...plan })}</p>
          <dl class="facts">
            {content.asOf === null ? null : (
              <>
                <dt>{v.t("field.as-of")}</dt>
                <dd>
                  <Time v={v} at={content.asOf} />
                </dd>
              </>
            )}
            {content.nextUpdate === null ? null : (
              <>
                <dt>{v.t("field.next-update")}</dt>
                <dd>
                  <Time v={v} at={content.nextUpdate} />
                </dd>
              </>
            )}
            <dt>{v.t("draft.languages")}</dt>
            <dd>{content.languages.map((lang) => languageName(v, lang)).join(", ")}</dd>
          </dl>
          {expected === null ? null : (
            <>
              <ExpectedReachLine v={v} reach={expected.reach} what="edition" />
              <ChannelChecks v={v} checks={expected.checks} />
            </>
          )}
          <p class="soft">{v.t("publish.for-good")}</p>
          {v.may("edition.publish") ? (
            <PostForm v={v} action={paths.draftPublish(draft.id)}>
              <input type="hidden" name="revision" value={draft.revision} />
              <Button look="main">{v.t("publish.do", { number })}</Button>
            </PostForm>
          ) : (
            <p>{v.t("publish.not-you")}</p>
          )}
        </section>
      )}
    </>,
  );
}
