import type { ClaimId, DraftId, ReportId } from "../../../model/id.ts";
import { TocsinError } from "../../../model/error.ts";
import { attachToDraft } from "../attach.ts";
import { citables } from "../citation.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, PostForm } from "../parts/controls.tsx";
import { EvidenceBoxes, type Pickable } from "../parts/evidence-picker.tsx";
import { showPage } from "../parts/layout.tsx";
import { wordsOf } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

const REPORTS_SHOWN = 30;

/** Choosing what a statement rests on: from a claim, or from what was accepted in one report. */
export function draftEvidencePages(app: DeskApp, deps: Deps): void {
  const route = paths.draftEvidence(":id", ":key");
  app.get(route, (c) => page(c, deps, null));

  app.post(route, async (c) => {
    const form = await readForm(c);
    const [id, key] = [param(c, "id"), param(c, "key")];
    try {
      const chosen = new Set(form.list("pick"));
      const pieces = (await piecesOf(c, deps)).filter(({ name }) => chosen.has(name));
      if (pieces.length === 0) throw new TocsinError("INPUT_INVALID", "Nothing was chosen.");
      const claim = c.req.query("claim");
      const grade =
        claim === undefined ? null : (await deps.service.evidence.claim(actorOf(c), claim as ClaimId)).claim.grade;
      const what = { evidence: pieces.map(({ evidence }) => evidence), grade, asOf: null };
      return c.redirect(await attachToDraft(deps, actorOf(c), `${id}/key/${key}`, what), 303);
    } catch (error) {
      return page(c, deps, deps.trouble(c, error, "nothing"));
    }
  });
}

/** What the address asks for: a claim's items or a report's accepted suggestions. */
async function piecesOf(c: DeskContext, deps: Deps): Promise<readonly Pickable[]> {
  const claim = c.req.query("claim");
  const report = c.req.query("report");
  if (claim !== undefined) {
    const { items } = await deps.service.evidence.claim(actorOf(c), claim as ClaimId);
    return items.map((item, i) => ({ name: String(i), evidence: item.evidence }));
  }
  if (report === undefined) return [];
  const view = await deps.service.intake.report(actorOf(c), report as ReportId);
  return citables(view).map(({ id, evidence }) => ({ name: id, evidence }));
}

async function page(c: DeskContext, deps: Deps, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const actor = actorOf(c);
  const [id, key] = [param(c, "id"), param(c, "key")];
  const draft = await deps.service.editions.draft(actor, id as DraftId);
  const statement = draft.content.statements.find((one) => one.key === key);
  if (!statement) throw new TocsinError("NOT_FOUND", "This statement is no longer in the draft.");
  const [claims, inbox, pieces] = await Promise.all([
    deps.service.evidence.claims(actor, {}),
    deps.service.intake.inbox(actor, { limit: REPORTS_SHOWN, offset: 0 }),
    piecesOf(c, deps),
  ]);
  const { claim, report } = c.req.query();
  const chosen = claim !== undefined || report !== undefined;
  return showPage(
    c,
    {
      title: v.t("evidence.attach"),
      place: "drafts",
      trouble,
      above: <a href={`${paths.draft(draft.id)}#${key}`}>{v.t("evidence.back")}</a>,
    },
    <>
      <h1>{v.t("evidence.attach")}</h1>
      <p class="lead words">{wordsOf(v, statement.text) || v.t("claim.attach.untitled")}</p>
      {chosen ? null : <p>{v.t("evidence.choose")}</p>}
      <div class={chosen ? "with-side" : "stack"}>
        <div hidden={!chosen}>
          {!chosen ? null : pieces.length === 0 ? (
            <Empty title={v.t("evidence.none")}>
              <p>{v.t("evidence.none.next")}</p>
            </Empty>
          ) : (
            <PostForm v={v} action={paths.draftEvidence(id, key, { claim, report })} class="card stack">
              <EvidenceBoxes v={v} pieces={pieces} checked={() => true} />
              <Button look="main">{v.t("evidence.attach.do")}</Button>
            </PostForm>
          )}
        </div>
        <nav class={chosen ? "side stack" : "halves"} aria-label={v.t("evidence.from")}>
          <section>
            <h2>{v.t("claims.title")}</h2>
            <ul class="links">
              {claims
                .filter(({ status, items }) => status !== "rejected" && items.length > 0)
                .toSorted((a, b) => Number(b.status === "kept") - Number(a.status === "kept"))
                .map((one) => (
                  <li>
                    <a
                      href={paths.draftEvidence(id, key, { claim: one.id })}
                      aria-current={one.id === claim ? "true" : undefined}
                    >
                      {one.title}
                    </a>{" "}
                    <span class="soft">{v.t("claims.origins", { count: one.origins })}</span>
                  </li>
                ))}
            </ul>
          </section>
          <section>
            <h2>{v.t("evidence.reports")}</h2>
            <ul class="links">
              {inbox.reports.map((one) => (
                <li>
                  <a
                    href={paths.draftEvidence(id, key, { report: one.id })}
                    aria-current={one.id === report ? "true" : undefined}
                  >
                    {one.title || v.t("report.untitled")}
                  </a>{" "}
                  <span class="soft">{one.publisherName}</span>
                </li>
              ))}
            </ul>
          </section>
        </nav>
      </div>
    </>,
  );
}
