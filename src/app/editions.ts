import { act, type Context } from "./context.ts";
import type { DeliveryForecast } from "./delivery-forecast.ts";
import { withDraft } from "./draft-entries.ts";
import { Mutex } from "./mutex.ts";
import { officeMissing } from "./office-missing.ts";
import type { Proposals } from "./proposals.ts";
import { createReplies } from "./replies.ts";
import { createStatements } from "./statements.ts";
import { rounded } from "./times.ts";
import { PROGRAM } from "./version.ts";
import type { EditionDraft } from "../desk/draft.ts";
import { parseDraftContent } from "../desk/draft-content.ts";
import { isEditionOf } from "../desk/edition-of.ts";
import { editionProblems, publishEdition, startDraft } from "../desk/edition.ts";
import { demand } from "../desk/permission.ts";
import { TocsinError } from "../model/error.ts";
import type { History } from "../model/history.ts";
import { freshId, type DraftId } from "../model/id.ts";
import { renderEditionPage } from "../publish/site.ts";
import type { Actor, EditionService } from "../web/ports.ts";

const DRAFTS_SHOWN = 50;

type DraftProblem = Awaited<ReturnType<EditionService["problems"]>>[number];

/** The actions behind editions; `forecast` says what channels could not send. */
export function createEditions(
  context: Context,
  proposals: Omit<Proposals, "propose">,
  forecast: Pick<DeliveryForecast, "checks">,
): EditionService {
  const { store, press, clock, random, logger } = context;

  async function openDraft(id: DraftId): Promise<EditionDraft> {
    const draft = await store.drafts.get(id);
    if (!draft)
      throw new TocsinError("NOT_FOUND", "There is no such draft.", { fix: "Choose one from the list of drafts." });
    return draft;
  }

  const turns = new Map<DraftId, Mutex>();

  /** One after the other: nobody saves or discards a draft that is just going out, and nobody publishes it twice. */
  async function inTurn<T>(id: DraftId, task: () => Promise<T>): Promise<T> {
    await openDraft(id);
    const mutex = turns.get(id) ?? new Mutex();
    turns.set(id, mutex);
    return mutex.run(task);
  }

  /** A draft whose publishing failed may be in the record all the same: then it is published, and is marked so. */
  async function settled(draft: EditionDraft): Promise<EditionDraft> {
    if (draft.status !== "open" || draft.edition === null) return draft;
    if (!isEditionOf(draft.content, draft.edition, await press.settled())) return { ...draft, edition: null };
    return store.drafts.save({ ...draft, status: "published" });
  }

  async function changeableDraft(id: DraftId): Promise<EditionDraft> {
    const draft = await settled(await openDraft(id));
    if (draft.status !== "open") {
      throw new TocsinError("CONFLICT", `This draft is ${draft.status}; it can not be changed any more.`, {
        fix: "Start a new draft, or correct the published statement.",
      });
    }
    return draft;
  }

  /** What keeps it from going out: what is missing, and where nothing is, what a channel cannot send. */
  async function problemsOf(draft: EditionDraft): Promise<readonly DraftProblem[]> {
    const missing = editionProblems(draft.content, press.history(), clock());
    if (missing.length > 0) return missing;
    const checks = forecast.checks(await withDraft(context, draft), draft.content.languages);
    return checks
      .filter(({ blocks }) => blocks)
      .map(({ channel, lang, message }) => ({
        key: null,
        code: "CHANNEL_REFUSES",
        message: `It cannot go out by ${channel} (${lang}): ${message}`,
      }));
  }

  return {
    ...createStatements(context),
    ...proposals,
    ...createReplies(context),
    history: () => press.history(),

    async drafts(actor) {
      demand(actor.role, "desk.read");
      return store.drafts.list(DRAFTS_SHOWN);
    },

    async createDraft(actor) {
      if (press.history().office === null) throw officeMissing();
      const id = freshId<DraftId>("d", random);
      await act(context, actor, "draft.edit", { action: "draft.started", about: id });
      return store.drafts.save({
        id,
        revision: 0,
        status: "open",
        edition: null,
        content: startDraft(press.history()),
        savedAt: clock(),
        savedBy: actor.user,
      });
    },

    async draft(actor, id) {
      demand(actor.role, "desk.read");
      return openDraft(id);
    },

    async saveDraft(actor, id, revision, content) {
      demand(actor.role, "draft.edit");
      return inTurn(id, async () => {
        const draft = await changeableDraft(id);
        const parsed = parseDraftContent(content);
        return store.drafts.save({ ...draft, revision, content: parsed, savedAt: clock(), savedBy: actor.user });
      });
    },

    async discardDraft(actor, id) {
      demand(actor.role, "draft.edit");
      await inTurn(id, async () => {
        const draft = await changeableDraft(id);
        await act(context, actor, "draft.edit", { action: "draft.discarded", about: id });
        await store.drafts.save({ ...draft, status: "discarded", savedAt: clock(), savedBy: actor.user });
      });
    },

    async problems(actor, id) {
      demand(actor.role, "desk.read");
      return problemsOf(await openDraft(id));
    },

    async preview(actor, id, lang) {
      demand(actor.role, "desk.read");
      const { history } = await withDraft(context, await openDraft(id));
      return renderEditionPage(history, history.editions.length, lang, { at: clock(), renderer: PROGRAM });
    },

    async publishPlan(actor, id) {
      demand(actor.role, "desk.read");
      const draft = await openDraft(id);
      const changed = press.wouldChange((await withDraft(context, draft)).history, clock());
      return {
        edition: press.history().editions.length + 1,
        statements: draft.content.statements.length,
        pages: changed.filter((path) => path.endsWith(".html")).length,
        feeds: changed.filter((path) => /\/feed\.(rss|atom|json)$/.test(path)).length,
      };
    },

    async publishDraft(actor, id, revision) {
      demand(actor.role, "edition.publish");
      return inTurn(id, () => publish(actor, id, revision));
    },
  };

  async function publish(actor: Actor, id: DraftId, revision: number): Promise<{ readonly edition: number }> {
    const found = await settled(await openDraft(id));
    // Publishing saves a draft twice. A second click, or a second try after a failure, is told what the first did.
    const again = found.status === "published" && found.savedBy === actor.user && found.revision - revision <= 2;
    if (again && found.edition !== null) return { edition: found.edition };
    const draft = await changeableDraft(id);
    if (draft.revision !== revision) throw staleDraft(draft);
    const publishers = await store.publishers.list();
    const problems = await problemsOf(draft);
    const refused = problems.find(({ code }) => code === "CHANNEL_REFUSES");
    if (refused !== undefined) throw new TocsinError("DRAFT_INCOMPLETE", refused.message);
    if (problems.length > 0) publishEdition(draft.content, press.history(), publishers, clock());
    // The number is noted first: after a crash behind the commit, reconcileDrafts finds what this draft became.
    const edition = press.history().editions.length + 1;
    const intended = await store.drafts.save({ ...draft, edition, savedAt: clock(), savedBy: actor.user });
    const published = await press
      .publish((history, now) => {
        if (history.editions.length + 1 !== edition) throw staleDraft(intended);
        return publishEdition(draft.content, history, publishers, now);
      }, actor.role)
      .catch(async (error: unknown) => {
        // Looked up again with the next save or try where it cannot be known now.
        await press
          .settled()
          .then((history) => settle(store, intended, history))
          .catch(() => null);
        throw error;
      });
    await store.drafts.save({ ...intended, status: "published", savedAt: clock(), savedBy: actor.user });
    await act(context, actor, "edition.publish", { action: "edition.published", about: id, note: String(edition) });
    logger({
      level: "info",
      event: "edition.published",
      edition,
      files: published.changedFiles,
      ...rounded(published.times),
    });
    return { edition };
  }
}

/**
 * Marks drafts as published whose edition is in the record although the process died before it could say so.
 * Run at start, before anybody can publish.
 */
export async function reconcileDrafts({ store, press }: Pick<Context, "store" | "press">): Promise<void> {
  for (const draft of await store.drafts.list(DRAFTS_SHOWN)) await settle(store, draft, press.history());
}

async function settle(store: Context["store"], draft: EditionDraft, history: History): Promise<void> {
  if (draft.status !== "open" || draft.edition === null) return;
  const same = isEditionOf(draft.content, draft.edition, history);
  await store.drafts.save(same ? { ...draft, status: "published" } : { ...draft, edition: null });
}

function staleDraft(draft: EditionDraft): TocsinError {
  return new TocsinError("DRAFT_STALE", "Somebody saved this draft since you opened it.", {
    fix: "Reload the draft, look at what changed, then publish.",
    detail: { revision: draft.revision },
  });
}
