import { TocsinError } from "../../../model/error.ts";
import type { ProposalId } from "../../../model/id.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { Words } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

type ProposalView = Awaited<ReturnType<Deps["service"]["editions"]["proposals"]>>[number];

/** What waits for a second person. Approving needs the statement's id typed: it can not be taken back. */
export function proposalPages(app: DeskApp, deps: Deps): void {
  const { editions } = deps.service;
  app.get(paths.proposals(), (c) => page(c, deps, null));

  app.post(paths.proposalApprove(":id"), async (c) => {
    const form = await readForm(c);
    const id = param(c, "id") as ProposalId;
    try {
      const proposal = (await editions.proposals(actorOf(c))).find((one) => one.id === id);
      if (!proposal) throw new TocsinError("NOT_FOUND", "This proposal is no longer open.");
      if (form.text("statement").toLowerCase() !== proposal.statement) {
        throw new TocsinError("INPUT_INVALID", `Type “${proposal.statement}” to withdraw this statement.`);
      }
      await editions.approveProposal(actorOf(c), id);
      return c.redirect(`${paths.proposals()}?done=withdrawn`, 303);
    } catch (error) {
      return page(c, deps, deps.trouble(c, error, "nothing"));
    }
  });

  app.post(paths.proposalRefuse(":id"), async (c) => {
    try {
      await editions.refuseProposal(actorOf(c), param(c, "id") as ProposalId);
      return c.redirect(`${paths.proposals()}?done=refused`, 303);
    } catch (error) {
      return page(c, deps, deps.trouble(c, error, "nothing"));
    }
  });
}

async function page(c: DeskContext, deps: Deps, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const proposals = (await deps.service.editions.proposals(actorOf(c))).filter(({ status }) => status === "open");
  return showPage(
    c,
    { title: v.t("proposals.title"), place: "proposals", trouble, width: "text" },
    <>
      <h1>{v.t("proposals.title")}</h1>
      <p class="lead">{v.t("proposals.about")}</p>
      {proposals.length === 0 ? (
        <Empty title={v.t("proposals.empty")}>
          <p>{v.t("proposals.empty.next")}</p>
        </Empty>
      ) : (
        <ol class="rows">
          {proposals.map((proposal) => (
            <Proposal v={v} proposal={proposal} />
          ))}
        </ol>
      )}
    </>,
  );
}

function Proposal(p: { readonly v: View; readonly proposal: ProposalView }) {
  const { v, proposal } = p;
  const own = proposal.proposedBy === v.actor?.user;
  return (
    <li class="card stack" data-item tabindex={-1} aria-label={v.t("proposal.name", { id: proposal.statement })}>
      <h2>
        {v.t("proposal.withdraw")} <a href={paths.statement(proposal.statement)}>{proposal.statement}</a>
      </h2>
      <p class="words">
        <Words v={v} text={proposal.text} />
      </p>
      <p>
        {v.t("statement.why")} <Words v={v} text={proposal.reason} />
      </p>
      <p class="soft">
        {v.t("proposal.by", { name: proposal.proposedByName })}, <Time v={v} at={proposal.proposedAt} />
      </p>
      {own ? (
        <p>{v.t("proposal.own")}</p>
      ) : v.may("withdrawal.approve") ? (
        <>
          <p>{v.t("proposal.sentence", { id: proposal.statement })}</p>
          <PostForm v={v} action={paths.proposalApprove(proposal.id)} class="row">
            <Input
              id={`statement-${proposal.id}`}
              name="statement"
              label={v.t("proposal.type", { id: proposal.statement })}
              required
              maxlength={20}
            />
            <Button look="danger">{v.t("proposal.approve")}</Button>
          </PostForm>
        </>
      ) : (
        <p>{v.t("proposal.not-you")}</p>
      )}
      {own || v.may("withdrawal.approve") ? (
        <PostForm v={v} action={paths.proposalRefuse(proposal.id)}>
          <Button look="quiet" label={v.t("proposal.refuse-name", { id: proposal.statement })}>
            {v.t("proposal.refuse")}
          </Button>
        </PostForm>
      ) : null}
    </li>
  );
}
