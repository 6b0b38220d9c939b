import type { ClaimStatus } from "../../../model/claim.ts";
import { TocsinError } from "../../../model/error.ts";
import type { ClaimLine } from "../../ports.ts";
import { claimsInOrder } from "../claim-order.ts";
import { leastConfidence } from "../confidence.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { nameList } from "../name-list.ts";
import { ConfidenceMark } from "../parts/confidence.tsx";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { GradeMark } from "../parts/grade.tsx";
import { showPage } from "../parts/layout.tsx";
import { Empty, undoneAt } from "../parts/notice.tsx";
import { Pager } from "../parts/pager.tsx";
import { BriefTime } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

const STATUSES = ["suggested", "kept", "rejected", "merged"] as const satisfies readonly ClaimStatus[];
const PAGE_SIZE = 30;
/** Names of publishers that a row shows; of more it gives the number. */
const NAMES_MAX = 4;

/** What is claimed: propositions that gather what reports say and deny. */
export function claimsPage(app: DeskApp, deps: Deps): void {
  app.get(paths.claims(), (c) => page(c, deps, "", null));

  app.post(paths.claims(), async (c) => {
    const form = await readForm(c);
    const title = form.text("title");
    try {
      if (title === "") throw new TocsinError("INPUT_INVALID", "A claim needs a sentence that says what is claimed.");
      const id = await deps.service.evidence.createClaim(actorOf(c), { title, items: [] });
      return c.redirect(paths.claim(id, { done: "claim-created" }), 303);
    } catch (error) {
      return page(c, deps, title, deps.trouble(c, error));
    }
  });
}

async function page(c: DeskContext, deps: Deps, title: string, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const asked = c.req.query("status");
  const status = STATUSES.find((one) => one === asked);
  const words = (c.req.query("q") ?? "").trim().slice(0, 200);
  const number = Number(c.req.query("page") ?? "1");
  const all = await deps.service.evidence.claims(actorOf(c), {});
  const wanted = words.toLocaleLowerCase(v.lang).split(/\s+/);
  const fitting = all.filter((claim) => wanted.every((word) => claim.title.toLocaleLowerCase(v.lang).includes(word)));
  const open = (claim: ClaimLine): boolean => claim.status === "suggested" || claim.status === "kept";
  const inTab = (tab: ClaimStatus | undefined): readonly ClaimLine[] =>
    fitting.filter((claim) => (tab === undefined ? open(claim) : claim.status === tab));
  const claims = claimsInOrder(inTab(status));
  const at = Number.isInteger(number) && number >= 1 ? Math.min(number, Math.ceil(claims.length / PAGE_SIZE) || 1) : 1;
  return showPage(
    c,
    { title: v.t("claims.title"), place: "claims", trouble, undo: undoneAt(c, deps, null) },
    <>
      <header class="head">
        <h1>{v.t("claims.title")}</h1>
        <p class="soft">{v.t("claims.about")}</p>
      </header>
      <nav class="tabs" aria-label={v.t("claims.status")}>
        {([undefined, ...STATUSES] as const).map((tab) => (
          <a href={paths.claims({ status: tab ?? "", q: words })} aria-current={tab === status ? "page" : undefined}>
            {tab === undefined ? v.t("claims.open") : v.t(`claims.tab.${tab}`)}{" "}
            <span class="count">{inTab(tab).length}</span>
          </a>
        ))}
      </nav>
      <form method="get" action={paths.claims()} class="filters" role="search">
        {status === undefined ? null : <input type="hidden" name="status" value={status} />}
        <Input id="q" name="q" type="search" label={v.t("claims.search")} value={words} k="/" class="wide" />
        <Button>{v.t("filter.do")}</Button>
      </form>
      {claims.length > 0 ? (
        <ol class="rows">
          {claims.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map((claim) => (
            <Row v={v} claim={claim} />
          ))}
        </ol>
      ) : words === "" ? (
        <Empty title={v.t(all.length === 0 ? "claims.empty" : `claims.empty.${status ?? "open"}`)}>
          <p>{v.t("claims.empty.next")}</p>
        </Empty>
      ) : (
        <Empty title={v.t("claims.none")}>
          <p>
            <a href={paths.claims({ status: status ?? "" })}>{v.t("claims.none.all")}</a>
          </p>
        </Empty>
      )}
      <Pager
        v={v}
        page={at}
        size={PAGE_SIZE}
        total={claims.length}
        href={(to) => paths.claims({ status: status ?? "", q: words, page: to === 1 ? "" : to })}
      />
      {v.may("claim.edit") ? (
        <details class="card more">
          <summary>{v.t("claims.new")}</summary>
          <PostForm v={v} action={paths.claims()} class="row">
            <Input
              id="title"
              name="title"
              label={v.t("suggestion.claim.title")}
              value={title}
              class="wide"
              required
              maxlength={300}
            />
            <Button>{v.t("claims.new.do")}</Button>
          </PostForm>
        </details>
      ) : null}
    </>,
  );
}

function Row(p: { readonly v: View; readonly claim: ClaimLine }) {
  const { v, claim } = p;
  const publishers = claim.publishers ?? [];
  const confidence = leastConfidence(claim.items.map((item) => item.confidence));
  return (
    <li class={`row-card claim ${claim.status}`} data-item id={claim.id}>
      <div class="grow">
        <h2>
          <a href={paths.claim(claim.id)} data-focus>
            {claim.title}
          </a>
        </h2>
        <p class="line">
          {claim.rivals ? <span class="chip strong">{v.t("claims.rivals")}</span> : null}
          {claim.circular ? <span class="chip strong">{v.t("claims.circular")}</span> : null}
          {claim.proposed.length > 0 ? (
            <span class="chip">{v.t("claims.proposed", { count: claim.proposed.length })}</span>
          ) : null}
          <strong class="soft">{v.t("claims.origins", { count: claim.origins })}</strong>
          <span class="soft">{v.t("claims.reports", { count: claim.reports })}</span>
          {publishers.length === 0 ? null : (
            <span class="soft">
              {publishers.length > NAMES_MAX
                ? v.t("claims.publishers", { count: publishers.length })
                : nameList(v, publishers)}
            </span>
          )}
          {claim.newest ? (
            <span class="soft">
              {v.t("claims.newest")} <BriefTime v={v} at={claim.newest} />
            </span>
          ) : null}
        </p>
      </div>
      {claim.status === "suggested" ? (
        <ConfidenceMark v={v} value={confidence} />
      ) : (
        <GradeMark v={v} grade={claim.grade} />
      )}
      <span class="chip">{v.t(`claim.status.${claim.status}`)}</span>
      {claim.status === "merged" ? null : (
        <a
          class="button quiet"
          href={`${paths.claim(claim.id)}#grade`}
          data-key="g"
          aria-keyshortcuts="g"
          aria-label={v.t("claims.grade-name", { title: claim.title })}
        >
          {v.t("claims.grade")}
        </a>
      )}
    </li>
  );
}
