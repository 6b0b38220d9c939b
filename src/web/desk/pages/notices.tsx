import { TocsinError } from "../../../model/error.ts";
import type { NoticeId } from "../../../model/id.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { typedNotice, untouchedNotice, type NoticeTask, type NoticeTyped } from "../notice-typed.ts";
import { ButtonLink } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { Words, wordsOf } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { NoticeForm } from "../parts/notice-form.tsx";
import { NoticePreviews, Reach } from "../parts/notice-preview.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";
import type { NoticePreview } from "../../ports.ts";

type NoticeRow = Awaited<ReturnType<Deps["service"]["notices"]["notices"]>>[number];

/** What cannot wait for an edition: what stands and stood, and the forms that propose, replace and end a notice. */
export function noticePages(app: DeskApp, deps: Deps): void {
  app.get(paths.notices(), (c) => listPage(c, deps));
  const forms = [
    ["publish", paths.noticeNew()],
    ["replace", paths.noticeReplace(":id")],
    ["end", paths.noticeEnd(":id")],
  ] as const;
  for (const [kind, path] of forms) {
    app.get(path, async (c) => {
      const task = await taskOf(c, deps, kind);
      return formPage(c, deps, task, { typed: untouchedNotice(task, c.get("view")), trouble: null, previews: [] });
    });
    app.post(path, (c) => sent(c, deps, kind));
  }
}

async function sent(c: DeskContext, deps: Deps, kind: NoticeTask["kind"]): Promise<Response> {
  const form = await readForm(c);
  const { notices, editions } = deps.service;
  const task = await taskOf(c, deps, kind);
  let typed = untouchedNotice(task, c.get("view"));
  try {
    const { shown, contentOf } = typedNotice(form, task, c.get("view"), editions.history());
    typed = shown;
    const content = contentOf();
    if (form.text("do") === "preview") {
      const previews = await notices.preview(actorOf(c), content);
      return await formPage(c, deps, task, { typed, trouble: null, previews });
    }
    await notices.propose(actorOf(c), content);
    return c.redirect(`${paths.proposals()}?done=notice-proposed`, 303);
  } catch (error) {
    return formPage(c, deps, task, { typed, trouble: deps.trouble(c, error), previews: [] });
  }
}

async function taskOf(c: DeskContext, deps: Deps, kind: NoticeTask["kind"]): Promise<NoticeTask> {
  if (kind === "publish") return { kind };
  const id = param(c, "id") as NoticeId;
  const found = (await deps.service.notices.notices(actorOf(c))).find(({ notice }) => notice.value.id === id);
  if (found === undefined) throw new TocsinError("NOTICE_UNKNOWN", `There is no notice ${id}.`);
  return { kind, notice: found.notice.value };
}

async function formPage(
  c: DeskContext,
  deps: Deps,
  task: NoticeTask,
  shown: {
    readonly typed: NoticeTyped;
    readonly trouble: Trouble | null;
    readonly previews: readonly NoticePreview[];
  },
): Promise<Response> {
  const v = c.get("view");
  const { notices, editions } = deps.service;
  const title = v.t(`notice.title.${task.kind}`, { id: task.kind === "publish" ? "" : task.notice.id });
  const audience = await notices.audience(actorOf(c));
  return showPage(
    c,
    {
      title,
      place: "notices",
      trouble: shown.trouble,
      width: "text",
      above: <a href={paths.notices()}>{v.t("notices.title")}</a>,
    },
    <>
      <h1>{title}</h1>
      <p class="lead">{v.t(`notice.about.${task.kind}`)}</p>
      {task.kind === "publish" ? null : (
        <blockquote>
          <p class="words">
            <Words v={v} text={task.notice.headline} />
          </p>
        </blockquote>
      )}
      <NoticePreviews v={v} previews={shown.previews} />
      <NoticeForm v={v} task={task} typed={shown.typed} history={editions.history()} />
      <Reach v={v} audience={audience} narrowed={shown.typed.area !== ""} follows={task.kind !== "publish"} />
    </>,
  );
}

async function listPage(c: DeskContext, deps: Deps): Promise<Response> {
  const v = c.get("view");
  const all = await deps.service.notices.notices(actorOf(c));
  const standing = all.filter(({ state }) => state === "standing");
  const past = all.filter(({ state }) => state !== "standing");
  return showPage(
    c,
    { title: v.t("notices.title"), place: "notices", width: "text" },
    <>
      <h1>{v.t("notices.title")}</h1>
      <p class="lead">{v.t("notices.about")}</p>
      {v.may("notice.propose") ? (
        <p>
          <ButtonLink href={paths.noticeNew()} k="n" look="main">
            {v.t("notices.new")}
          </ButtonLink>
        </p>
      ) : null}
      {all.length === 0 ? (
        <Empty title={v.t("notices.empty")}>
          <p>{v.t("notices.empty.next")}</p>
        </Empty>
      ) : (
        <>
          <Rows v={v} title={v.t("notices.standing")} rows={standing} empty={v.t("notices.none")} />
          {past.length === 0 ? null : <Rows v={v} title={v.t("notices.past")} rows={past} empty="" />}
        </>
      )}
    </>,
  );
}

function Rows(p: {
  readonly v: View;
  readonly title: string;
  readonly rows: readonly NoticeRow[];
  readonly empty: string;
}) {
  return (
    <section>
      <h2>{p.title}</h2>
      {p.rows.length === 0 ? <p>{p.empty}</p> : null}
      <ol class="rows">
        {p.rows.map((row) => (
          <Row v={p.v} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Row(p: { readonly v: View; readonly row: NoticeRow }) {
  const { v } = p;
  const { state } = p.row;
  const { value, time } = p.row.notice;
  const name = wordsOf(v, value.headline);
  return (
    <li class="card stack" data-item tabindex={-1} aria-label={name} id={value.id}>
      <h3>
        <Words v={v} text={value.headline} />
      </h3>
      <p class="words">
        <Words v={v} text={value.text} />
      </p>
      <p class="line">
        <span class={`chip ${state === "standing" ? "strong" : ""}`}>{v.t(`notice.state.${state}`)}</span>
        <span class="soft">
          {v.t("notice.until")} <Time v={v} at={value.expires} />
        </span>
        <span class="soft">
          <Words v={v} text={value.area} empty={v.t("notice.everywhere")} />
        </span>
        <span class="soft">
          {value.id}
          {value.replaces === null ? "" : ` ← ${value.replaces}`} · <Time v={v} at={time} />
        </span>
      </p>
      {state === "standing" && v.may("notice.propose") ? (
        <div class="row actions">
          <ButtonLink href={paths.noticeReplace(value.id)} k="e" label={v.t("notice.replace-name", { name })}>
            {v.t("notice.replace")}
          </ButtonLink>
          <ButtonLink href={paths.noticeEnd(value.id)} k="x" label={v.t("notice.end-name", { name })}>
            {v.t("notice.end")}
          </ButtonLink>
        </div>
      ) : null}
    </li>
  );
}
