import type { DispatchId } from "../../../model/id.ts";
import type { DispatchView } from "../../delivery-ports.ts";
import { channelName, dispatchName, doneOf, troubleText } from "../dispatch-words.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, PostForm } from "../parts/controls.tsx";
import { DispatchProgress } from "../parts/dispatch-progress.tsx";
import { showPage } from "../parts/layout.tsx";
import { Relays } from "../parts/relays.tsx";
import { Time } from "../parts/time.tsx";
import { dispatchOf, paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** One dispatch: how far it is, whom it did not reach and why, and what can be done about it. */
export function dispatchPages(app: DeskApp, deps: Deps): void {
  const { delivery } = deps.service;
  const idOf = (c: DeskContext): DispatchId => dispatchOf(param(c, "id"));

  app.get(paths.dispatch(":id"), (c) => page(c, deps, null));

  const act = (path: string, done: (c: DeskContext) => Promise<string>): void => {
    app.post(path, async (c) => {
      try {
        return c.redirect(`${paths.dispatch(idOf(c))}?done=${await done(c)}`, 303);
      } catch (error) {
        return page(c, deps, deps.trouble(c, error, "nothing"));
      }
    });
  };
  act(paths.dispatchPaused(":id"), async (c) => {
    const paused = (await readForm(c)).choice("paused", ["yes", "no"]) === "yes";
    await delivery.setPaused(actorOf(c), idOf(c), paused);
    return paused ? "dispatch-paused" : "dispatch-resumed";
  });
  act(paths.dispatchRetry(":id"), async (c) => {
    const which = (await readForm(c)).choice("which", ["failed", "unknown"]);
    return (await delivery.retry(actorOf(c), idOf(c), which)) > 0 ? "dispatch-retried" : "dispatch-nobody";
  });
}

async function page(c: DeskContext, deps: Deps, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const dispatch = await deps.service.delivery.dispatch(actorOf(c), dispatchOf(param(c, "id")));
  const { id, channel, lane, why, plannedAt, notAfter, paused, tally } = dispatch;
  const { done, total } = doneOf(tally);
  const title = `${dispatchName(v, id)} · ${channelName(v, channel)}`;
  return showPage(
    c,
    {
      title,
      place: "delivery",
      trouble,
      width: "text",
      above: <a href={paths.delivery()}>{v.t("delivery.title")}</a>,
    },
    <>
      <h1>{title}</h1>
      <div id="dispatch" class="stack loose" data-live={done < total ? v.t("dispatch.finished") : undefined}>
        <section class="card stack" aria-labelledby="progress-title">
          <h2 id="progress-title">
            {v.t(paused ? "dispatch.paused" : done < total ? "dispatch.going" : "dispatch.through")}
          </h2>
          {total === 0 ? <p>{v.t("dispatch.nobody")}</p> : <DispatchProgress v={v} id="progress" tally={tally} />}
          <dl class="facts">
            <dt>{v.t("dispatch.lane")}</dt>
            <dd>
              {v.t(`lane.${lane}`)}
              {why === "got-original" ? `, ${v.t("dispatch.got-original")}` : ""}
            </dd>
            <dt>{v.t("dispatch.planned-at")}</dt>
            <dd>
              <Time v={v} at={plannedAt} />
            </dd>
            {notAfter === null ? null : (
              <>
                <dt>{v.t("dispatch.not-after")}</dt>
                <dd>
                  <Time v={v} at={notAfter} />
                </dd>
              </>
            )}
          </dl>
          <Actions v={v} dispatch={dispatch} />
        </section>
        <Troubles v={v} dispatch={dispatch} />
        <Relays v={v} relays={dispatch.relays} />
      </div>
    </>,
  );
}

function Actions(p: { readonly v: View; readonly dispatch: DispatchView }) {
  const { v, dispatch } = p;
  const { id, paused, tally } = dispatch;
  const waits = tally.planned + tally.underWay > 0;
  if (!waits && tally.failed + tally.unknown === 0) return null;
  if (!v.may("delivery.edit")) return <p>{v.t("dispatch.not-you")}</p>;
  return (
    <div class="stack">
      <div class="row actions">
        {waits ? (
          <PostForm v={v} action={paths.dispatchPaused(id)}>
            <Button name="paused" value={paused ? "no" : "yes"} k="p">
              {v.t(paused ? "dispatch.resume" : "dispatch.pause")}
            </Button>
          </PostForm>
        ) : null}
        {tally.failed === 0 ? null : (
          <PostForm v={v} action={paths.dispatchRetry(id)}>
            <Button name="which" value="failed" k="r" look="main">
              {v.t("dispatch.retry", { count: tally.failed })}
            </Button>
          </PostForm>
        )}
        {tally.unknown === 0 ? null : (
          <PostForm v={v} action={paths.dispatchRetry(id)}>
            <Button name="which" value="unknown" k="d">
              {v.t("dispatch.repeat", { count: tally.unknown })}
            </Button>
          </PostForm>
        )}
      </div>
      {tally.unknown === 0 ? null : <p class="hint">{v.t("dispatch.repeat.about")}</p>}
    </div>
  );
}

function Troubles(p: { readonly v: View; readonly dispatch: DispatchView }) {
  const { v } = p;
  const { troubles, doubtful, tally } = p.dispatch;
  if (troubles.length === 0 && doubtful.length === 0) return null;
  return (
    <section aria-labelledby="troubles-title">
      <h2 id="troubles-title">{v.t("dispatch.troubles")}</h2>
      <ol class="rows">
        {troubles.map(({ outcome, code, count }) => (
          <li class="row-card">
            <p class="grow">
              <strong>{v.t("count", { count })}</strong> {troubleText(v, code)}
            </p>
            <span class={`chip ${outcome === "retrying" ? "" : "strong"}`}>{v.t(`outcome.${outcome}`)}</span>
          </li>
        ))}
      </ol>
      {doubtful.length === 0 ? null : (
        <details class="more">
          <summary>{v.t("dispatch.doubtful", { count: tally.unknown })}</summary>
          <p>{v.t("dispatch.doubtful.about")}</p>
          <p class="break">{doubtful.map(({ subscriber }) => subscriber).join(", ")}</p>
          {doubtful.length < tally.unknown ? <p>{v.t("dispatch.doubtful.more", { shown: doubtful.length })}</p> : null}
        </details>
      )}
    </section>
  );
}
