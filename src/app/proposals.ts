import { isDeepStrictEqual } from "node:util";
import { act, type Context } from "./context.ts";
import { Mutex } from "./mutex.ts";
import { officeMissing } from "./office-missing.ts";
import { withdrawStatement } from "../desk/correction.ts";
import type { EntryDraft } from "../desk/entry-draft.ts";
import { noticeEntries, publishedAs, type NoticeContent } from "../desk/notice.ts";
import { demand, type Permission } from "../desk/permission.ts";
import type { Proposal, Proposed } from "../desk/ports.ts";
import { TocsinError } from "../model/error.ts";
import { latestVersion, type History } from "../model/history.ts";
import { freshId, type ProposalId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import type { Actor, EditionService, NoticeService, ProposalView } from "../web/ports.ts";

/** The part of the desk about what waits for a second person. */
export type Proposals = Pick<EditionService, "proposeWithdrawal" | "proposals" | "approveProposal" | "refuseProposal"> &
  Pick<NoticeService, "propose">;

const PROPOSE = { withdrawal: "withdrawal.propose", notice: "notice.propose" } as const;
const APPROVE = { withdrawal: "withdrawal.approve", notice: "notice.approve" } as const satisfies Record<
  Proposal["kind"],
  Permission
>;

/** What needs two people: withdrawals, and notices to everybody. One proposes, another one decides. */
export function createProposals(context: Context): Proposals {
  const { store, press, clock, random, logger } = context;
  /** Proposals are made and decided on one after the other: none is refused while it is being carried out. */
  const turns = new Mutex();

  async function open(id: ProposalId): Promise<Proposal> {
    const found = await store.proposals.get(id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such proposal.", { fix: "Choose one from the list." });
    if (found.status !== "open") throw new TocsinError("CONFLICT", "Somebody has decided on this already.");
    return found;
  }

  function propose(actor: Actor, proposed: Proposed): Promise<ProposalId> {
    return turns.run(async () => {
      if ((await store.proposals.list("open")).some((one) => isSame(one, proposed))) {
        throw new TocsinError("CONFLICT", `This ${proposed.kind} is proposed already.`, {
          fix: "Ask another approver to decide on it.",
        });
      }
      const id = freshId<ProposalId>("p", random);
      await act(context, actor, PROPOSE[proposed.kind], {
        action: `${proposed.kind}.proposed`,
        about: nameOf(proposed, id),
      });
      const course = { proposedBy: actor.user, proposedAt: clock(), status: "open" } as const;
      await store.proposals.insert({ ...proposed, id, ...course, decidedBy: null, decidedAt: null });
      return id;
    });
  }

  return {
    async proposeWithdrawal(actor, { statement, fromVersion, reason }) {
      demand(actor.role, "withdrawal.propose");
      // Refused now rather than when the second person looks at it.
      withdrawStatement({ statement, fromVersion, reason }, press.history());
      return propose(actor, { kind: "withdrawal", statement, version: fromVersion, reason });
    },

    async propose(actor, content) {
      demand(actor.role, "notice.propose");
      const history = press.history();
      if (history.office === null) throw officeMissing();
      return propose(actor, { kind: "notice", notice: checked(content, history, clock()) });
    },

    async proposals(actor) {
      demand(actor.role, "desk.read");
      const names = new Map((await store.users.list()).map((user) => [user.id, user.name] as const));
      const { statements } = press.history();
      return (await store.proposals.list("open")).map((one): ProposalView => {
        const proposedByName = names.get(one.proposedBy) ?? "";
        if (one.kind === "notice") return { ...one, proposedByName };
        const known = statements.get(one.statement);
        return { ...one, proposedByName, text: known === undefined ? {} : latestVersion(known).value.text };
      });
    },

    async approveProposal(actor, id) {
      // Whoever may approve neither is refused before anything is looked up.
      demand(actor.role, "withdrawal.approve");
      const found = await turns.run(async () => {
        const proposal = await open(id);
        demand(actor.role, APPROVE[proposal.kind]);
        demandSecondPerson(actor, proposal);
        if (!isOut(proposal, await press.settled()))
          await press.publish((history, now) => entriesOf(proposal, history, now), actor.role);
        await store.proposals.decide(id, "approved", actor.user, clock());
        return proposal;
      });
      const event = found.kind === "notice" ? "notice.published" : "statement.withdrawal";
      const about = nameOf(found, id);
      await act(context, actor, APPROVE[found.kind], { action: event, about });
      logger({ level: "info", event, [found.kind === "notice" ? "proposal" : "statement"]: about });
    },

    async refuseProposal(actor, id) {
      demand(actor.role, "withdrawal.approve");
      const found = await turns.run(async () => {
        const proposal = await open(id);
        demand(actor.role, APPROVE[proposal.kind]);
        if (await store.proposals.decide(id, "refused", actor.user, clock())) return proposal;
        throw new TocsinError("CONFLICT", "Somebody has decided on this already.");
      });
      const what = { action: `${found.kind}.refused`, about: nameOf(found, id) };
      await act(context, actor, APPROVE[found.kind], what);
    },
  };
}

/** The words as the record would have them. Throws what publishing them now would throw. */
function checked(content: NoticeContent, history: History, now: Instant): NoticeContent {
  const [entry] = noticeEntries(content, history, now);
  if (entry?.kind !== "notice") throw new Error("a notice without its entry");
  const { id: _, ...rest } = entry.payload;
  return rest;
}

function entriesOf(proposal: Proposal, history: History, now: Instant): readonly EntryDraft[] {
  if (proposal.kind === "notice") return noticeEntries(proposal.notice, history, now);
  const { statement, version, reason } = proposal;
  return withdrawStatement({ statement, fromVersion: version, reason }, history);
}

/** Approved before, by somebody who never heard of it: a crash, or an answer that was lost. */
function isOut(proposal: Proposal, history: History): boolean {
  return proposal.kind === "notice" && publishedAs(proposal.notice, history) !== null;
}

function isSame(one: Proposed, other: Proposed): boolean {
  if (one.kind === "withdrawal") return other.kind === "withdrawal" && one.statement === other.statement;
  if (other.kind === "withdrawal") return false;
  const [a, b] = [one.notice, other.notice];
  // Two that take the place of one notice: only one of them could go out.
  if (a.replaces !== null || b.replaces !== null) return a.replaces === b.replaces;
  return isDeepStrictEqual([a.headline, a.area], [b.headline, b.area]);
}

/** What the office's own list of activities calls it. */
function nameOf(proposed: Proposed, id: ProposalId): string {
  return proposed.kind === "withdrawal" ? proposed.statement : (proposed.notice.replaces ?? id);
}

function demandSecondPerson(actor: Actor, found: Proposal): void {
  if (found.proposedBy !== actor.user) return;
  throw new TocsinError("SECOND_PERSON_NEEDED", `A ${found.kind} needs two people, and you proposed this one.`, {
    fix: "Ask another approver to look at it and approve it.",
  });
}
