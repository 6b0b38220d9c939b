import type { Claim } from "../../../model/claim.ts";
import { TocsinError } from "../../../model/error.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { GradeMark } from "../parts/grade.tsx";
import { showPage } from "../parts/layout.tsx";
import { Empty } from "../parts/notice.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type DeskContext } from "../view.ts";

const STATUSES = ["suggested", "kept", "rejected"] as const satisfies readonly Claim["status"][];

/** What is claimed: propositions that gather what reports say and deny. */
export function claimsPage(app: DeskApp, deps: Deps): void {
  app.get(paths.claims(), (c) => page(c, deps, "", null));

  app.post(paths.claims(), async (c) => {
    const form = await readForm(c);
    const title = form.text("title");
    try {
      if (title === "") throw new TocsinError("INPUT_INVALID", "A claim needs a sentence that says what is claimed.");
      const id = await deps.service.evidence.createClaim(actorOf(c), { title, items: [] });
      return c.redirect(`${paths.claim(id)}?done=claim-created`, 303);
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
  const all = await deps.service.evidence.claims(actorOf(c), status === undefined ? {} : { status });
  const wanted = words.toLocaleLowerCase(v.lang).split(/\s+/);
  const claims = all
    .filter((claim) => status !== undefined || claim.status !== "rejected")
    .filter((claim) => wanted.every((word) => claim.title.toLocaleLowerCase(v.lang).includes(word)));
  return showPage(
    c,
    { title: v.t("claims.title"), place: "claims", trouble },
    <>
      <header class="head">
        <h1>{v.t("claims.title")}</h1>
        <p class="soft">{v.t("claims.about")}</p>
      </header>
      <nav class="tabs" aria-label={v.t("claims.status")}>
        {([undefined, ...STATUSES] as const).map((one) => (
          <a href={paths.claims({ status: one ?? "", q: words })} aria-current={one === status ? "page" : undefined}>
            {one === undefined ? v.t("claims.open") : v.t(`claim.status.${one}`)}
          </a>
        ))}
      </nav>
      <form method="get" action={paths.claims()} class="filters" role="search">
        {status === undefined ? null : <input type="hidden" name="status" value={status} />}
        <Input id="q" name="q" type="search" label={v.t("claims.search")} value={words} k="/" class="wide" />
        <Button>{v.t("filter.do")}</Button>
      </form>
      {claims.length === 0 ? (
        <Empty title={v.t("claims.empty")}>
          <p>{v.t("claims.empty.next")}</p>
        </Empty>
      ) : (
        <ol class="rows">
          {claims.map((claim) => (
            <li class="row-card claim" data-item>
              <div class="grow">
                <h2>
                  <a href={paths.claim(claim.id)} data-focus>
                    {claim.title}
                  </a>
                </h2>
                <p class="soft line">
                  <span>{v.t("claims.reports", { count: claim.reports })}</span>
                  <span>{v.t("claims.origins", { count: claim.origins })}</span>
                  {claim.rivals ? <span class="chip strong">{v.t("claims.rivals")}</span> : null}
                </p>
              </div>
              <GradeMark v={v} grade={claim.grade} />
              <span class="chip">{v.t(`claim.status.${claim.status}`)}</span>
              <a
                class="button quiet"
                href={`${paths.claim(claim.id)}#grade`}
                data-key="g"
                aria-keyshortcuts="g"
                aria-label={v.t("claims.grade-name", { title: claim.title })}
              >
                {v.t("claims.grade")}
              </a>
            </li>
          ))}
        </ol>
      )}
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
