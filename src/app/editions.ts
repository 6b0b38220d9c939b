import { act, type Context } from "./context.ts";
import { correctStatement, withdrawStatement } from "../desk/correction.ts";
import type { EditionDraft } from "../desk/draft.ts";
import { parseDraftContent } from "../desk/draft-content.ts";
import { editionProblems, previewEdition, publishEdition, startDraft } from "../desk/edition.ts";
import { stamp } from "../desk/entry-draft.ts";
import { demand } from "../desk/permission.ts";
import type { Proposal } from "../desk/ports.ts";
import { askForReply, recordReply } from "../desk/reply.ts";
import { TocsinError } from "../model/error.ts";
import { evolve, latestVersion, type History } from "../model/history.ts";
import { freshId, type DraftId, type ProposalId, type StatementId } from "../model/id.ts";
import { renderEditionPage } from "../publish/site.ts";
import type { Actor, EditionService } from "../web/ports.ts";
import { canonical } from "./press.ts";
import { PROGRAM } from "./version.ts";

const DRAFTS_SHOWN = 50;

function officeMissing(): TocsinError {
  return new TocsinError("CONFIG_INVALID", "The office is not set up yet, so nothing can be published.", {
    fix: "Run `tocsin init` once; it asks for the office's name, languages and time zone.",
  });
}

export function createEditions(context: Context): EditionService {
  const { store, press, clock, random, logger } = context;

  async function openDraft(id: DraftId): Promise<EditionDraft> {
    const draft = await store.drafts.get(id);
    if (!draft)
      throw new TocsinError("NOT_FOUND", "There is no such draft.", { fix: "Choose one from the list of drafts." });
    return draft;
  }

  async function changeableDraft(id: DraftId): Promise<EditionDraft> {
    const draft = await openDraft(id);
    if (draft.status !== "open") {
      throw new TocsinError("CONFLICT", `This draft is ${draft.status}; it can not be changed any more.`, {
        fix: "Start a new draft, or correct the published statement.",
      });
    }
    return draft;
  }

  /** The history as it would be with this draft published now. */
  async function withDraft(draft: EditionDraft): Promise<History> {
    const history = press.history();
    if (history.office === null) throw officeMissing();
    const now = clock();
    const drafts = previewEdition(draft.content, history, await store.publishers.list(), now);
    return evolve(history, canonical(stamp(drafts, history.size, now, "approver")));
  }

  async function proposal(id: ProposalId): Promise<Proposal> {
    const found = await store.proposals.get(id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such proposal.", { fix: "Choose one from the list." });
    if (found.status !== "open") throw new TocsinError("CONFLICT", "Somebody has decided on this already.");
    return found;
  }

  function standing(id: StatementId): ReturnType<typeof latestVersion> {
    const known = press.history().statements.get(id);
    if (!known)
      throw new TocsinError("STATEMENT_UNKNOWN", `There is no published statement ${id}.`, {
        fix: "Choose one from the list.",
      });
    return latestVersion(known);
  }

  return {
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
      const draft = await changeableDraft(id);
      return store.drafts.save({
        ...draft,
        revision,
        content: parseDraftContent(content),
        savedAt: clock(),
        savedBy: actor.user,
      });
    },

    async discardDraft(actor, id) {
      const draft = await changeableDraft(id);
      await act(context, actor, "draft.edit", { action: "draft.discarded", about: id });
      await store.drafts.save({ ...draft, status: "discarded", savedAt: clock(), savedBy: actor.user });
    },

    async problems(actor, id) {
      demand(actor.role, "desk.read");
      return editionProblems((await openDraft(id)).content, press.history(), clock());
    },

    async preview(actor, id, lang) {
      demand(actor.role, "desk.read");
      const history = await withDraft(await openDraft(id));
      return renderEditionPage(history, history.editions.length, lang, { at: clock(), renderer: PROGRAM });
    },

    async publishPlan(actor, id) {
      demand(actor.role, "desk.read");
      const draft = await openDraft(id);
      const changed = press.wouldChange(await withDraft(draft), clock());
      return {
        edition: press.history().editions.length + 1,
        statements: draft.content.statements.length,
        pages: changed.filter((path) => path.endsWith(".html")).length,
        feeds: changed.filter((path) => /\/feed\.(rss|atom|json)$/.test(path)).length,
      };
    },

    async publishDraft(actor, id, revision) {
      const draft = await changeableDraft(id);
      demand(actor.role, "edition.publish");
      if (draft.revision !== revision) throw staleDraft(draft);
      const publishers = await store.publishers.list();
      const problems = editionProblems(draft.content, press.history(), clock());
      if (problems.length > 0) publishEdition(draft.content, press.history(), publishers, clock());
      // The number is noted first: after a crash behind the commit, reconcileDrafts finds what this draft became.
      const edition = press.history().editions.length + 1;
      const intended = await store.drafts.save({ ...draft, edition, savedAt: clock(), savedBy: actor.user });
      const published = await press.publish((history, now) => {
        if (history.editions.length + 1 !== edition) throw staleDraft(intended);
        return publishEdition(draft.content, history, publishers, now);
      }, actor.role);
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
    },

    async statements(actor) {
      demand(actor.role, "desk.read");
      return [...press.history().statements.values()].toReversed();
    },

    async statement(actor, id) {
      demand(actor.role, "desk.read");
      standing(id);
      const known = press.history().statements.get(id);
      if (!known) throw new Error("checked above");
      return known;
    },

    async correct(actor, input) {
      demand(actor.role, "statement.correct");
      const publishers = await store.publishers.list();
      const published = await press.publish((history) => correctStatement(input, history, publishers), actor.role);
      await act(context, actor, "statement.correct", { action: `statement.${input.kind}`, about: input.statement });
      logger({
        level: "info",
        event: `statement.${input.kind}`,
        statement: input.statement,
        ...rounded(published.times),
      });
    },

    async proposeWithdrawal(actor, input) {
      demand(actor.role, "withdrawal.propose");
      // Refused now rather than when the second person looks at it.
      withdrawStatement(input, press.history());
      const id = freshId<ProposalId>("p", random);
      await act(context, actor, "withdrawal.propose", { action: "withdrawal.proposed", about: input.statement });
      await store.proposals.insert({
        id,
        kind: "withdrawal",
        statement: input.statement,
        version: input.fromVersion,
        reason: input.reason,
        proposedBy: actor.user,
        proposedAt: clock(),
        status: "open",
        decidedBy: null,
        decidedAt: null,
      });
      return id;
    },

    async proposals(actor) {
      demand(actor.role, "desk.read");
      const names = new Map((await store.users.list()).map((user) => [user.id, user.name] as const));
      return (await store.proposals.list("open")).map((one) => ({
        ...one,
        proposedByName: names.get(one.proposedBy) ?? "",
        text: standing(one.statement).value.text,
      }));
    },

    async approveProposal(actor, id) {
      demand(actor.role, "withdrawal.approve");
      const found = await proposal(id);
      demandSecondPerson(actor, found);
      const command = { statement: found.statement, fromVersion: found.version, reason: found.reason };
      await press.publish((history) => withdrawStatement(command, history), actor.role);
      await store.proposals.decide(id, "approved", actor.user, clock());
      await act(context, actor, "withdrawal.approve", { action: "statement.withdrawal", about: found.statement });
      logger({ level: "info", event: "statement.withdrawal", statement: found.statement });
    },

    async refuseProposal(actor, id) {
      demand(actor.role, "withdrawal.approve");
      const found = await proposal(id);
      if (!(await store.proposals.decide(id, "refused", actor.user, clock()))) {
        throw new TocsinError("CONFLICT", "Somebody has decided on this already.");
      }
      await act(context, actor, "withdrawal.approve", { action: "withdrawal.refused", about: found.statement });
    },

    async replyRequests(actor) {
      demand(actor.role, "desk.read");
      return [...press.history().replyRequests.values()].toReversed();
    },

    async askForReply(actor, input) {
      demand(actor.role, "reply.edit");
      const { history } = await press.publish((before) => {
        if (before.office === null) throw officeMissing();
        return askForReply(input, before);
      }, actor.role);
      const id = [...history.replyRequests.keys()].at(-1);
      if (id === undefined) throw new Error("a reply request that is not there");
      await act(context, actor, "reply.edit", { action: "reply.asked", about: id });
      return id;
    },

    async recordReply(actor, id, input) {
      demand(actor.role, "reply.edit");
      await press.publish((history, at) => recordReply({ id, ...input, at }, history), actor.role);
      await act(context, actor, "reply.edit", { action: `reply.${input.outcome}`, about: id });
    },
  };
}

/**
 * Marks drafts as published whose edition is in the record although the process died before it could say so.
 * Run at start, before anybody can publish.
 */
export async function reconcileDrafts({ store, press }: Pick<Context, "store" | "press">): Promise<void> {
  for (const draft of await store.drafts.list(DRAFTS_SHOWN)) {
    if (draft.status !== "open" || draft.edition === null) continue;
    const known = press.history().editions[draft.edition - 1];
    const same = known !== undefined && known.time >= draft.savedAt && known.value.asOf === draft.content.asOf;
    await store.drafts.save(same ? { ...draft, status: "published" } : { ...draft, edition: null });
  }
}

function demandSecondPerson(actor: Actor, found: Proposal): void {
  if (found.proposedBy !== actor.user) return;
  throw new TocsinError("SECOND_PERSON_NEEDED", "A withdrawal needs two people, and you proposed this one.", {
    fix: "Ask another approver to look at it and approve it.",
  });
}

function staleDraft(draft: EditionDraft): TocsinError {
  return new TocsinError("DRAFT_STALE", "Somebody saved this draft since you opened it.", {
    fix: "Reload the draft, look at what changed, then publish.",
    detail: { revision: draft.revision },
  });
}

function rounded(times: {
  readonly renderMs: number;
  readonly commitMs: number;
  readonly liveMs: number;
}): Record<string, number> {
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(ms)]));
}
