import type { Dated } from "../../../model/history.ts";
import type { ReplyRequestId } from "../../../model/id.ts";
import type { ReplyRequest } from "../../../model/reply.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { Button, Input, PostForm, Select, options } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { LocalFields, Words } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time, TimeField } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

const OUTCOMES = ["answered", "declined", "no-answer"] as const;

interface Failed {
  /** Which request's form it was; null: the form that asks. */
  readonly id: string | null;
  readonly form: Form;
  readonly trouble: Trouble;
}

/** Whom the office asked for comment, and what came of it. Public: it goes into the record at once. */
export function replyPages(app: DeskApp, deps: Deps): void {
  const { editions } = deps.service;
  app.get(paths.replies(), (c) => page(c, deps, null));

  app.post(paths.replies(), async (c) => {
    const form = await readForm(c);
    const v = c.get("view");
    try {
      await editions.askForReply(actorOf(c), {
        to: form.text("to"),
        question: form.local("question", v.languages),
        askedAt: form.time("askedAt", v.zone) ?? v.now,
      });
      return c.redirect(`${paths.replies()}?done=asked`, 303);
    } catch (error) {
      return page(c, deps, { id: null, form, trouble: deps.trouble(c, error) });
    }
  });

  app.post(paths.reply(":id"), async (c) => {
    const form = await readForm(c);
    const id = param(c, "id") as ReplyRequestId;
    try {
      const outcome = form.choice("outcome", OUTCOMES);
      await editions.recordReply(actorOf(c), id, { outcome, answer: form.local("answer", c.get("view").languages) });
      return c.redirect(`${paths.replies()}?done=reply`, 303);
    } catch (error) {
      return page(c, deps, { id, form, trouble: deps.trouble(c, error) });
    }
  });
}

async function page(c: DeskContext, deps: Deps, failed: Failed | null): Promise<Response> {
  const v = c.get("view");
  const requests = await deps.service.editions.replyRequests(actorOf(c));
  const asking = failed !== null && failed.id === null ? failed.form : null;
  return showPage(
    c,
    { title: v.t("replies.title"), place: "replies", trouble: failed?.trouble },
    <div class="with-side">
      <div>
        <h1>{v.t("replies.title")}</h1>
        {requests.length === 0 ? (
          <Empty title={v.t("replies.empty")}>
            <p>{v.t("replies.empty.next")}</p>
          </Empty>
        ) : (
          <ol class="rows">
            {requests.map((versions) => (
              <Request v={v} versions={versions} failed={failed} />
            ))}
          </ol>
        )}
      </div>
      {v.may("reply.edit") ? (
        <aside class="side" aria-labelledby="ask-title">
          <section class="card stack">
            <h2 id="ask-title">{v.t("replies.ask")}</h2>
            <PostForm v={v} action={paths.replies()} class="stack">
              <Input
                id="to"
                name="to"
                label={v.t("replies.to")}
                hint={v.t("replies.to.hint")}
                value={asking?.text("to") ?? ""}
                required
                maxlength={200}
              />
              <LocalFields
                v={v}
                name="question"
                label={v.t("replies.question")}
                text={asking?.local("question", v.languages) ?? {}}
                languages={v.languages}
              />
              <TimeField
                v={v}
                id="askedAt"
                name="askedAt"
                label={v.t("replies.asked-at")}
                at={v.now}
                typed={asking?.text("askedAt")}
              />
              <p class="soft">{v.t("replies.public")}</p>
              <Button look="main">{v.t("replies.ask.do")}</Button>
            </PostForm>
          </section>
        </aside>
      ) : null}
    </div>,
  );
}

function Request(p: {
  readonly v: View;
  readonly versions: readonly Dated<ReplyRequest>[];
  readonly failed: Failed | null;
}) {
  const { v } = p;
  const request = p.versions.at(-1)?.value;
  if (!request) return null;
  const typed = p.failed?.id === request.id ? p.failed.form : null;
  const settled = request.outcome === "answered" || request.outcome === "declined";
  return (
    <li class="card stack" data-item tabindex={-1} aria-label={request.to}>
      <h2>{request.to}</h2>
      <p class="words">
        <Words v={v} text={request.question} />
      </p>
      <p class="soft">
        {v.t("replies.asked")} <Time v={v} at={request.askedAt} /> · {request.id}
      </p>
      <p>
        <span class={`chip ${request.outcome === "waiting" ? "strong" : ""}`}>
          {v.t(`reply.outcome.${request.outcome}`)}
        </span>{" "}
        {request.answeredAt === null ? null : <Time v={v} at={request.answeredAt} />}
      </p>
      {request.outcome === "answered" ? (
        <blockquote>
          <Words v={v} text={request.answer} />
        </blockquote>
      ) : null}
      {settled || !v.may("reply.edit") ? null : (
        <details class="more" open={typed !== null}>
          <summary aria-label={v.t("replies.record-name", { to: request.to })}>{v.t("replies.record")}</summary>
          <PostForm v={v} action={paths.reply(request.id)} class="stack">
            <Select
              id={`outcome-${request.id}`}
              name="outcome"
              label={v.t("replies.outcome")}
              value={typed?.text("outcome") ?? "answered"}
              options={options(v, OUTCOMES, (outcome) => `reply.outcome.${outcome}`)}
            />
            <LocalFields
              v={v}
              name="answer"
              idPrefix={request.id}
              label={v.t("replies.answer")}
              text={typed?.local("answer", v.languages) ?? {}}
              languages={v.languages}
            />
            <Button>{v.t("replies.record.do")}</Button>
          </PostForm>
        </details>
      )}
    </li>
  );
}
