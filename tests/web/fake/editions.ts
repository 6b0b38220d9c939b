import { correctStatement, withdrawStatement } from "../../../src/desk/correction.ts";
import { parseDraftContent } from "../../../src/desk/draft-content.ts";
import type { EditionDraft } from "../../../src/desk/draft.ts";
import { editionProblems, previewEdition, publishEdition, startDraft } from "../../../src/desk/edition.ts";
import { noticeEntries } from "../../../src/desk/notice.ts";
import type { Proposal } from "../../../src/desk/ports.ts";
import { stamp, type EntryDraft } from "../../../src/desk/entry-draft.ts";
import { demand } from "../../../src/desk/permission.ts";
import { askForReply, recordReply } from "../../../src/desk/reply.ts";
import { TocsinError } from "../../../src/model/error.ts";
import { evolve, latestVersion, type History } from "../../../src/model/history.ts";
import type { DraftId, ProposalId, ReplyRequestId } from "../../../src/model/id.ts";
import { renderEditionPage } from "../../../src/publish/site.ts";
import type { EditionService } from "../../../src/web/ports.ts";
import { historyOf } from "./history.ts";
import { act, fresh, tick, type FakeState } from "./state.ts";

/** The real decisions over a record in memory. */
export function fakeEditions(state: FakeState): EditionService {
  const one = (id: DraftId): EditionDraft => {
    const found = state.drafts.get(id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such draft.");
    return found;
  };
  const append = (drafts: readonly EntryDraft[]): void => {
    const time = tick(state);
    state.entries = [...state.entries, ...drafts.map((draft) => ({ ...draft, time }))];
    state.history = historyOf(state.entries);
  };
  const decided = (proposal: Proposal): readonly EntryDraft[] => {
    if (proposal.kind === "notice") return noticeEntries(proposal.notice, state.history, state.now);
    const { statement: of, version, reason } = proposal;
    return withdrawStatement({ statement: of, fromVersion: version, reason }, state.history);
  };
  const withDraft = (draft: EditionDraft): History => {
    const drafts = previewEdition(draft.content, state.history, [...state.publishers.values()], state.now);
    return evolve(state.history, stamp(drafts, state.history.size, state.now, "approver"));
  };
  const proposal = (id: ProposalId) => {
    const found = state.proposals.get(id);
    if (found?.status !== "open") throw new TocsinError("NOT_FOUND", "There is no such proposal.");
    return found;
  };
  const statement = (id: string) => {
    const found = [...state.history.statements].find(([known]) => known === id)?.[1];
    if (!found) throw new TocsinError("STATEMENT_UNKNOWN", `There is no published statement ${id}.`);
    return found;
  };
  return {
    history: () => state.history,
    drafts: async () => [...state.drafts.values()],
    async createDraft(actor) {
      const id = fresh(state, "d") as DraftId;
      act(state, actor, "draft.edit", "draft.started", id);
      const content = startDraft(state.history);
      const draft: EditionDraft = {
        id,
        revision: 1,
        status: "open",
        edition: null,
        content,
        savedAt: state.now,
        savedBy: actor.user,
      };
      state.drafts.set(id, draft);
      return draft;
    },
    draft: async (_actor, id) => one(id),
    async saveDraft(actor, id, revision, content) {
      demand(actor.role, "draft.edit");
      const draft = one(id);
      if (draft.revision !== revision) throw new TocsinError("DRAFT_STALE", "Somebody saved in between.");
      const saved = {
        ...draft,
        revision: revision + 1,
        content: parseDraftContent(content),
        savedAt: tick(state),
        savedBy: actor.user,
      };
      state.drafts.set(id, saved);
      return saved;
    },
    async discardDraft(actor, id) {
      act(state, actor, "draft.edit", "draft.discarded", id);
      state.drafts.set(id, { ...one(id), status: "discarded" });
    },
    problems: async (_actor, id) => editionProblems(one(id).content, state.history, state.now),
    async preview(_actor, id, lang) {
      const history = withDraft(one(id));
      return renderEditionPage(history, history.editions.length, lang, { at: state.now, renderer: "tocsin test" });
    },
    async publishPlan(_actor, id) {
      return {
        edition: state.history.editions.length + 1,
        statements: one(id).content.statements.length,
        pages: 24,
        feeds: 3,
      };
    },
    async publishDraft(actor, id, revision) {
      act(state, actor, "edition.publish", "edition.published", id);
      const draft = one(id);
      if (draft.revision !== revision) throw new TocsinError("DRAFT_STALE", "Somebody saved in between.");
      append(publishEdition(draft.content, state.history, [...state.publishers.values()], state.now));
      const edition = state.history.editions.length;
      state.drafts.set(id, { ...draft, status: "published", edition });
      return { edition };
    },
    statements: async () => [...state.history.statements.values()],
    statement: async (_actor, id) => statement(id),
    async correct(actor, input) {
      act(state, actor, "statement.correct", `statement.${input.kind}`, input.statement);
      append(correctStatement(input, state.history, [...state.publishers.values()]));
    },
    async proposeWithdrawal(actor, input) {
      act(state, actor, "withdrawal.propose", "withdrawal.proposed", input.statement);
      withdrawStatement(input, state.history);
      const id = fresh(state, "p") as ProposalId;
      state.proposals.set(id, {
        id,
        kind: "withdrawal",
        statement: input.statement,
        version: input.fromVersion,
        reason: input.reason,
        proposedBy: actor.user,
        proposedAt: state.now,
        status: "open",
        decidedBy: null,
        decidedAt: null,
      });
      return id;
    },
    proposals: async () =>
      [...state.proposals.values()]
        .filter(({ status }) => status === "open")
        .map((found) => {
          const proposedByName = state.users.get(found.proposedBy)?.name ?? "";
          if (found.kind === "notice") return { ...found, proposedByName };
          return { ...found, proposedByName, text: latestVersion(statement(found.statement)).value.text };
        }),
    async approveProposal(actor, id) {
      act(state, actor, "withdrawal.approve", "proposal.approved", id);
      const found = proposal(id);
      if (found.proposedBy === actor.user) throw new TocsinError("SECOND_PERSON_NEEDED", "You proposed it yourself.");
      append(decided(found));
      state.proposals.set(id, { ...found, status: "approved", decidedBy: actor.user, decidedAt: state.now });
    },
    async refuseProposal(actor, id) {
      act(state, actor, "withdrawal.approve", "withdrawal.refused", id);
      state.proposals.set(id, { ...proposal(id), status: "refused", decidedBy: actor.user, decidedAt: state.now });
    },
    replyRequests: async () => [...state.history.replyRequests.values()],
    async askForReply(actor, input) {
      act(state, actor, "reply.edit", "reply.asked", input.to);
      append(askForReply(input, state.history));
      return [...state.history.replyRequests.keys()].at(-1) ?? ("y0" as ReplyRequestId);
    },
    async recordReply(actor, id, input) {
      act(state, actor, "reply.edit", `reply.${input.outcome}`, id);
      append(recordReply({ id, ...input, at: state.now }, state.history));
    },
  };
}
