import type { SourceId } from "../../../model/id.ts";
import type { Source } from "../../../model/source.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** Where reports are fetched from: add, pause, poll now, remove. */
export function sourcePages(app: DeskApp, deps: Deps): void {
  const { intake } = deps.service;

  app.get(paths.sources(), (c) => page(c, deps, null, null));

  app.post(paths.sources(), async (c) => {
    const form = await readForm(c);
    try {
      const { outcomes } = await intake.addSource(actorOf(c), {
        url: form.text("url"),
        publisher: form.text("publisher"),
        everyMinutes: form.count("every-minutes"),
      });
      if (outcomes.length === 0) return c.redirect(`${paths.sources()}?done=source-added`, 303);
      return c.redirect(paths.imported(deps.outcomes.put(actorOf(c).user, outcomes)), 303);
    } catch (error) {
      return page(c, deps, form, deps.trouble(c, error));
    }
  });

  const act = (path: string, done: (c: DeskContext, id: SourceId, form: Form) => Promise<string>): void => {
    app.post(path, async (c) => {
      const form = await readForm(c);
      try {
        return c.redirect(await done(c, param(c, "id") as SourceId, form), 303);
      } catch (error) {
        return page(c, deps, null, deps.trouble(c, error, "nothing"));
      }
    });
  };
  act(paths.sourcePoll(":id"), async (c, id) => {
    const outcomes = await intake.pollSource(actorOf(c), id);
    if (outcomes.length === 0) return `${paths.sources()}?done=polled-nothing`;
    return paths.imported(deps.outcomes.put(actorOf(c).user, outcomes));
  });
  act(paths.sourcePaused(":id"), async (c, id, form) => {
    const paused = form.choice("paused", ["yes", "no"]) === "yes";
    await intake.setSourcePaused(actorOf(c), id, paused);
    return `${paths.sources()}?done=${paused ? "paused" : "resumed"}`;
  });
  act(paths.sourceRemove(":id"), async (c, id) => {
    await intake.removeSource(actorOf(c), id);
    return `${paths.sources()}?done=source-removed`;
  });
}

async function page(c: DeskContext, deps: Deps, form: Form | null, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const sources = await deps.service.intake.sources(actorOf(c));
  return showPage(
    c,
    { title: v.t("sources.title"), place: "sources", trouble },
    <div class="with-side">
      <div>
        <h1>{v.t("sources.title")}</h1>
        {sources.length === 0 ? (
          <Empty title={v.t("sources.empty")}>
            <p>{v.t("sources.empty.next")}</p>
          </Empty>
        ) : (
          <ol class="rows">
            {sources.map((source) => (
              <SourceRow v={v} source={source} />
            ))}
          </ol>
        )}
      </div>
      {v.may("source.edit") ? (
        <aside class="side" aria-labelledby="add-title">
          <section class="card stack">
            <h2 id="add-title">{v.t("sources.add")}</h2>
            <PostForm v={v} action={paths.sources()} class="stack">
              <Input
                id="url"
                name="url"
                type="url"
                label={v.t("sources.url")}
                hint={v.t("sources.url.hint")}
                value={form?.text("url") ?? ""}
                placeholder="https://"
                required
              />
              <Input
                id="publisher"
                name="publisher"
                label={v.t("import.publisher")}
                hint={v.t("import.publisher.hint")}
                value={form?.text("publisher") ?? ""}
                maxlength={120}
              />
              <Input
                id="every-minutes"
                name="every-minutes"
                type="number"
                label={v.t("sources.every")}
                value={form?.text("every-minutes") ?? 15}
                min={1}
                required
              />
              <Button look="main">{v.t("sources.add.do")}</Button>
            </PostForm>
          </section>
        </aside>
      ) : null}
    </div>,
  );
}

function SourceRow(p: { readonly v: View; readonly source: Source }) {
  const { v, source } = p;
  const name = source.title || source.url;
  return (
    <li class="row-card source" data-item tabindex={-1}>
      <div class="grow">
        <h2>
          <a href={paths.inbox({ publisher: source.publisher ?? "" })} data-focus>
            {name}
          </a>{" "}
          <span class="chip">{v.t(`source.kind.${source.kind}`)}</span>
          {source.paused ? <span class="chip strong">{v.t("sources.paused")}</span> : null}
        </h2>
        <p class="soft break">{source.url}</p>
        <p class="soft">
          {v.t("sources.each", { minutes: source.everyMinutes })} ·{" "}
          {source.lastSuccessAt === null ? (
            v.t("sources.never")
          ) : (
            <>
              {v.t("sources.last")} <Time v={v} at={source.lastSuccessAt} short />
            </>
          )}
          {source.paused ? null : (
            <>
              {" "}
              · {v.t("sources.next")} <Time v={v} at={source.nextPollAt} short />
            </>
          )}
        </p>
        {source.failures > 0 ? (
          <p class="trouble-line">
            <strong>{v.t("sources.failures", { count: source.failures })}</strong> {source.lastError}
          </p>
        ) : null}
      </div>
      {v.may("source.edit") ? (
        <div class="row actions">
          <PostForm v={v} action={paths.sourcePoll(source.id)}>
            <Button label={v.t("sources.poll-name", { name })}>{v.t("sources.poll")}</Button>
          </PostForm>
          <PostForm v={v} action={paths.sourcePaused(source.id)}>
            <Button
              name="paused"
              value={source.paused ? "no" : "yes"}
              look="quiet"
              label={v.t(source.paused ? "sources.resume-name" : "sources.pause-name", { name })}
            >
              {v.t(source.paused ? "sources.resume" : "sources.pause")}
            </Button>
          </PostForm>
          <details class="more">
            <summary aria-label={v.t("sources.remove-name", { name })}>{v.t("sources.remove")}</summary>
            <PostForm v={v} action={paths.sourceRemove(source.id)} class="stack">
              <p>{v.t("sources.remove.about")}</p>
              <Button look="danger" label={v.t("sources.remove-name", { name })}>
                {v.t("sources.remove.do")}
              </Button>
            </PostForm>
          </details>
        </div>
      ) : null}
    </li>
  );
}
