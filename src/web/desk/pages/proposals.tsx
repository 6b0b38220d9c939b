import { TocsinError } from "../../../model/error.ts";
import type { NoticeContent } from "../../../desk/notice.ts";
import type { ProposalId } from "../../../model/id.ts";
import type { ExpectedReach } from "../../delivery-ports.ts";
import type { ProposalView } from "../../ports.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { ExpectedReachLine } from "../parts/expected-reach.tsx";
import { showPage } from "../parts/layout.tsx";
import { Words } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { NoticeProposal, type NoticeOutlook } from "../parts/notice-proposal.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

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
      if (proposal.kind === "notice") {
        await editions.approveProposal(actorOf(c), id);
        return c.redirect(`${paths.notices()}?done=notice-published`, 303);
      }
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
    const id = param(c, "id") as ProposalId;
    try {
      const proposal = (await editions.proposals(actorOf(c))).find((one) => one.id === id);
      await editions.refuseProposal(actorOf(c), id);
      const done = proposal?.kind === "notice" ? "notice-refused" : "refused";
      return c.redirect(`${paths.proposals()}?done=${done}`, 303);
    } catch (error) {
      return page(c, deps, deps.trouble(c, error, "nothing"));
    }
  });
}

async function page(c: DeskContext, deps: Deps, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const { editions } = deps.service;
  const rows = [];
  for (const proposal of await editions.proposals(actorOf(c))) {
    if (proposal.kind === "withdrawal") {
      const reach = await deps.service.delivery.correctionReach(actorOf(c), proposal.statement);
      rows.push(<Withdrawal v={v} proposal={proposal} reach={reach} />);
    } else {
      const outlook = await outlookOf(c, deps, proposal.notice);
      rows.push(<NoticeProposal v={v} proposal={proposal} history={editions.history()} outlook={outlook} />);
    }
  }
  return showPage(
    c,
    { title: v.t("proposals.title"), place: "proposals", trouble, width: "text" },
    <>
      <h1>{v.t("proposals.title")}</h1>
      <p class="lead">{v.t("proposals.about")}</p>
      {rows.length === 0 ? (
        <Empty title={v.t("proposals.empty")}>
          <p>{v.t("proposals.empty.next")}</p>
        </Empty>
      ) : (
        <ol class="rows">{rows}</ol>
      )}
    </>,
  );
}

async function outlookOf(c: DeskContext, deps: Deps, content: NoticeContent): Promise<NoticeOutlook> {
  const { notices } = deps.service;
  const audience = await notices.audience(actorOf(c));
  try {
    return { audience, previews: await notices.preview(actorOf(c), content), trouble: null };
  } catch (error) {
    return { audience, previews: [], trouble: deps.trouble(c, error, "nothing") };
  }
}

function Withdrawal(p: {
  readonly v: View;
  readonly proposal: Extract<ProposalView, { readonly kind: "withdrawal" }>;
  readonly reach: readonly ExpectedReach[];
}) {
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
      <ExpectedReachLine v={v} reach={p.reach} what="correction" />
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
