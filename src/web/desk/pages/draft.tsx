import type { EditionDraft, EditionDraftContent } from "../../../desk/draft.ts";
import { isTocsinError } from "../../../model/error.ts";
import type { DraftId } from "../../../model/id.ts";
import { DraftBases } from "../draft-bases.ts";
import { editDraft } from "../draft-edit.ts";
import { decodeDraft } from "../draft-form.ts";
import { differences, mergeDrafts, type Difference } from "../draft-merge.ts";
import { statementNumbers } from "../../../desk/edition.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { DraftEditor, KeptNotice } from "../parts/draft-editor.tsx";
import { DraftSide } from "../parts/draft-side.tsx";
import { problemText } from "../parts/draft-statement.tsx";
import { showPage } from "../parts/layout.tsx";
import { MergeForm } from "../parts/merge-form.tsx";
import { PublishedDraft } from "../parts/published-draft.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

/** Writing an edition. */
export function draftPages(app: DeskApp, deps: Deps): void {
  const { editions } = deps.service;
  const bases = new DraftBases();
  const idOf = (c: DeskContext): DraftId => param(c, "id") as DraftId;

  app.get(paths.draft(":id"), async (c) => {
    const draft = await editions.draft(actorOf(c), idOf(c));
    bases.note(draft);
    return editorPage(c, deps, draft, draft.content, null);
  });

  app.post(paths.draftSave(":id"), async (c) => {
    const form = await readForm(c);
    const actor = actorOf(c);
    const before = await editions.draft(actor, idOf(c));
    const background = c.req.header("accept") === "application/json";
    const given = { random: deps.random, history: editions.history() };
    let content: EditionDraftContent;
    let place: string;
    try {
      const typed = decodeDraft(form, contextOf(c, deps, before));
      const action = form.text("do") === "carry" ? `carry:${form.text("carry")}` : form.text("do");
      ({ content, place } = editDraft(typed, action, given));
    } catch (error) {
      const trouble = deps.trouble(c, error, "copy");
      if (background) return c.json({ code: trouble.code, title: trouble.title }, trouble.status);
      return editorPage(c, deps, before, before.content, trouble);
    }
    try {
      const saved = await editions.saveDraft(actor, before.id, form.count("revision"), content);
      bases.note(saved);
      if (background) return c.json(await savedNews(c, deps, saved));
      return c.redirect(nextPlace(form.text("do"), saved.id, place), 303);
    } catch (error) {
      const trouble = deps.trouble(c, error);
      if (background) return c.json({ code: trouble.code, title: trouble.title }, trouble.status);
      if (!isTocsinError(error, "DRAFT_STALE")) return editorPage(c, deps, before, content, trouble);
      return mergePage(c, deps, content, bases.get(before.id, form.count("revision")), trouble);
    }
  });

  app.post(paths.draftMerge(":id"), async (c) => {
    const form = await readForm(c);
    const actor = actorOf(c);
    const theirs = await editions.draft(actor, idOf(c));
    const mine = decodeDraft(form, contextOf(c, deps, theirs));
    const merged = mergeDrafts(mine, theirs.content, (path) =>
      form.text(`pick.${path}`) === "theirs" ? "theirs" : "mine",
    );
    try {
      const saved = await editions.saveDraft(actor, theirs.id, form.count("revision"), merged);
      bases.note(saved);
      return c.redirect(`${paths.draft(saved.id)}?done=merged`, 303);
    } catch (error) {
      const trouble = deps.trouble(c, error);
      if (!isTocsinError(error, "DRAFT_STALE")) throw error;
      return mergePage(c, deps, merged, bases.get(theirs.id, form.count("revision")), trouble);
    }
  });

  app.get(paths.draftSeen(":id"), async (c) => {
    const draft = await editions.draft(actorOf(c), idOf(c));
    return c.json(await savedNews(c, deps, draft));
  });

  app.post(paths.draftDiscard(":id"), async (c) => {
    await editions.discardDraft(actorOf(c), idOf(c));
    return c.redirect(`${paths.drafts()}?done=discarded`, 303);
  });
}

function contextOf(c: DeskContext, deps: Deps, before: EditionDraft) {
  const v = c.get("view");
  const languages = [...v.languages, ...before.content.languages.filter((lang) => !v.languages.includes(lang))];
  return { zone: v.zone, languages, history: deps.service.editions.history(), before: before.content };
}

/** What the script tells after a save in the background. */
async function savedNews(c: DeskContext, deps: Deps, draft: EditionDraft) {
  const actor = actorOf(c);
  const problems = await deps.service.editions.problems(actor, draft.id);
  const numbers = statementNumbers(draft.content, deps.service.editions.history());
  return {
    revision: draft.revision,
    savedAt: draft.savedAt,
    problems: problems.map((problem) => ({
      key: problem.key,
      text: problemText(c.get("view"), problem, numbers.get(problem.key ?? "")),
    })),
    problemsText: c.get("view").t("draft.problems", { count: problems.length }),
    others: deps.presence.meet(draft.id, actor.user, actor.name),
  };
}

/** Where a button leads after the save. */
function nextPlace(action: string, id: DraftId, place: string): string {
  if (action === "publish") return paths.draftPublish(id);
  if (action.startsWith("evidence:")) return paths.draftEvidence(id, action.slice("evidence:".length));
  return `${paths.draft(id)}?done=draft-saved${place === "" ? "" : `#${place}`}`;
}

async function editorPage(
  c: DeskContext,
  deps: Deps,
  draft: EditionDraft,
  content: EditionDraftContent,
  trouble: Trouble | null,
): Promise<Response> {
  const v = c.get("view");
  const actor = actorOf(c);
  const { editions } = deps.service;
  const history = editions.history();
  const title = v.t("draft.title", { number: draft.edition ?? history.editions.length + 1 });
  const above = <a href={paths.drafts()}>{v.t("drafts.title")}</a>;
  if (draft.status !== "open" || !v.may("draft.edit")) {
    return showPage(
      c,
      { title, place: "drafts", trouble, above, width: "text" },
      <PublishedDraft v={v} draft={draft} title={title} />,
    );
  }
  const problems = await editions.problems(actor, draft.id);
  const others = deps.presence.meet(draft.id, actor.user, actor.name);
  return showPage(
    c,
    { title, place: "drafts", trouble, above, width: "panes" },
    <>
      <h1>{title}</h1>
      <KeptNotice v={v} draft={draft} />
      <div class="with-side editor">
        <DraftEditor v={v} draft={draft} content={content} problems={problems} history={history} others={others} />
        <DraftSide v={v} draft={draft} problems={problems} numbers={statementNumbers(content, history)} />
      </div>
    </>,
  );
}

/** Two people saved the same draft: what differs, and a choice for each place. Neither version is lost. */
async function mergePage(
  c: DeskContext,
  deps: Deps,
  mine: EditionDraftContent,
  base: EditionDraftContent | null,
  trouble: Trouble,
): Promise<Response> {
  const v = c.get("view");
  const theirs = await deps.service.editions.draft(actorOf(c), param(c, "id") as DraftId);
  const found: readonly Difference[] = differences(mine, theirs.content, base);
  const title = v.t("merge.title");
  return showPage(
    c,
    { title, place: "drafts", trouble, above: <a href={paths.draft(theirs.id)}>{v.t("drafts.next")}</a> },
    <>
      <h1>{title}</h1>
      <MergeForm v={v} draft={theirs} mine={mine} differences={found} />
    </>,
  );
}
