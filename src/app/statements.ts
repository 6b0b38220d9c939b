import { act, type Context } from "./context.ts";
import { Mutex } from "./mutex.ts";
import { rounded } from "./times.ts";
import { correctStatement, withdrawStatement } from "../desk/correction.ts";
import { demand } from "../desk/permission.ts";
import type { Proposal } from "../desk/ports.ts";
import { TocsinError } from "../model/error.ts";
import { latestVersion } from "../model/history.ts";
import { freshId, type ProposalId, type StatementId } from "../model/id.ts";
import type { Actor, EditionService } from "../web/ports.ts";

type Statements = Pick<
  EditionService,
  "statements" | "statement" | "correct" | "proposeWithdrawal" | "proposals" | "approveProposal" | "refuseProposal"
>;

/** What is done to statements that the public has read: correct, update, withdraw. */
export function createStatements(context: Context): Statements {
  const { store, press, clock, random, logger } = context;
  /** Proposals are made and decided on one after the other: none is refused while it is being carried out. */
  const turns = new Mutex();

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
      return turns.run(async () => {
        if ((await store.proposals.list("open")).some((one) => one.statement === input.statement)) {
          throw new TocsinError("CONFLICT", "The withdrawal of this statement is proposed already.", {
            fix: "Ask another approver to decide on it.",
          });
        }
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
      });
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
      const found = await turns.run(async () => {
        const open = await proposal(id);
        demandSecondPerson(actor, open);
        const command = { statement: open.statement, fromVersion: open.version, reason: open.reason };
        await press.publish((history) => withdrawStatement(command, history), actor.role);
        await store.proposals.decide(id, "approved", actor.user, clock());
        return open;
      });
      await act(context, actor, "withdrawal.approve", { action: "statement.withdrawal", about: found.statement });
      logger({ level: "info", event: "statement.withdrawal", statement: found.statement });
    },

    async refuseProposal(actor, id) {
      demand(actor.role, "withdrawal.approve");
      const found = await turns.run(async () => {
        const open = await proposal(id);
        if (await store.proposals.decide(id, "refused", actor.user, clock())) return open;
        throw new TocsinError("CONFLICT", "Somebody has decided on this already.");
      });
      await act(context, actor, "withdrawal.approve", { action: "withdrawal.refused", about: found.statement });
    },
  };
}

function demandSecondPerson(actor: Actor, found: Proposal): void {
  if (found.proposedBy !== actor.user) return;
  throw new TocsinError("SECOND_PERSON_NEEDED", "A withdrawal needs two people, and you proposed this one.", {
    fix: "Ask another approver to look at it and approve it.",
  });
}
