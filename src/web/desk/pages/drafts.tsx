import type { EditionDraft } from "../../../desk/draft.ts";
import type { Trouble } from "../errors.ts";
import { Button, PostForm } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { wordsOf } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** Editions being written, and those that went out. */
export function draftsPage(app: DeskApp, deps: Deps): void {
  app.get(paths.drafts(), (c) => page(c, deps, null));

  app.post(paths.drafts(), async (c) => {
    try {
      const draft = await deps.service.editions.createDraft(actorOf(c));
      return c.redirect(`${paths.draft(draft.id)}?done=draft-created`, 303);
    } catch (error) {
      return page(c, deps, deps.trouble(c, error, "nothing"));
    }
  });
}

async function page(c: DeskContext, deps: Deps, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const drafts = await deps.service.editions.drafts(actorOf(c));
  const { editions } = deps.service.editions.history();
  const open = drafts.filter(({ status }) => status === "open");
  const closed = drafts.filter(({ status }) => status !== "open");
  const latest = editions.at(-1);
  return showPage(
    c,
    { title: v.t("drafts.title"), place: "drafts", trouble },
    <>
      <header class="head">
        <h1>{v.t("drafts.title")}</h1>
        <p class="soft">
          {latest === undefined ? (
            v.t("drafts.no-edition")
          ) : (
            <>
              {v.t("drafts.latest", { number: latest.value.number })} <Time v={v} at={latest.value.asOf} />.{" "}
              {v.t("drafts.promised")} <Time v={v} at={latest.value.nextUpdate} />.
            </>
          )}
        </p>
      </header>
      {v.may("draft.edit") ? (
        <PostForm v={v} action={paths.drafts()} class="row">
          <Button look={open.length === 0 ? "main" : "plain"}>
            {v.t("drafts.start", { number: editions.length + 1 })}
          </Button>
          <span class="soft">{v.t("drafts.start.about")}</span>
        </PostForm>
      ) : null}
      {drafts.length === 0 ? (
        <Empty title={v.t("drafts.empty")}>
          <p>{v.t("drafts.empty.next")}</p>
        </Empty>
      ) : null}
      <Drafts v={v} drafts={open} title={v.t("drafts.open")} />
      <Drafts v={v} drafts={closed} title={v.t("drafts.closed")} />
    </>,
  );
}

function Drafts(p: { readonly v: View; readonly drafts: readonly EditionDraft[]; readonly title: string }) {
  const { v } = p;
  if (p.drafts.length === 0) return null;
  return (
    <section>
      <h2>{p.title}</h2>
      <ol class="rows">
        {p.drafts.map((draft) => {
          const [first] = draft.content.glance;
          const fresh = draft.content.statements.filter(({ carried }) => carried === null).length;
          return (
            <li class="row-card" data-item>
              <div class="grow">
                <h3>
                  <a href={paths.draft(draft.id)} data-focus>
                    {draft.edition === null ? v.t("drafts.next") : v.t("drafts.edition", { number: draft.edition })}
                    {first === undefined ? "" : `: ${wordsOf(v, first)}`}
                  </a>
                </h3>
                <p class="soft">
                  {v.t("drafts.statements", { fresh, carried: draft.content.statements.length - fresh })} ·{" "}
                  {v.t("drafts.saved")} <Time v={v} at={draft.savedAt} short />
                  {draft.savedBy === v.actor?.user ? ` ${v.t("state.by-you")}` : ""}
                </p>
              </div>
              <span class={draft.status === "open" ? "chip strong" : "chip"}>
                {v.t(`draft.status.${draft.status}`)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
