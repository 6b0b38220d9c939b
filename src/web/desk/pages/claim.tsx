import type { Claim, ClaimItem } from "../../../model/claim.ts";
import { CREDIBILITIES, RELIABILITIES, type Grade } from "../../../model/grade.ts";
import type { ClaimId } from "../../../model/id.ts";
import type { ClaimView } from "../../ports.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { ClaimDecide } from "../parts/claim-decide.tsx";
import { ClaimItems, itemKey } from "../parts/claim-items.tsx";
import { ClaimSide, type DraftChoice } from "../parts/claim-side.tsx";
import { GradeMark } from "../parts/grade.tsx";
import { showPage } from "../parts/layout.tsx";
import { wordsOf } from "../parts/local-text.tsx";
import { Empty, undoneAt } from "../parts/notice.tsx";
import { OriginLanes } from "../parts/origin-lanes.tsx";
import { Pledges } from "../parts/pledges.tsx";
import { ProposedItems } from "../parts/proposed-items.tsx";
import { Rivals } from "../parts/rivals.tsx";
import { Updates } from "../parts/updates.tsx";
import { attachToDraft } from "../attach.ts";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** One claim: who says it and who denies it, side by side, and how sure the office is. */
export function claimPages(app: DeskApp, deps: Deps): void {
  const { evidence } = deps.service;
  app.get(paths.claim(":id"), (c) => claimView(c, deps, null, null));

  /** A change of the claim as it stood when its page was shown; a later one by somebody else is not overwritten. */
  const change = (path: string, done: string, edit: (claim: Claim, form: Form) => Claim): void => {
    app.post(path, async (c) => {
      const form = await readForm(c);
      const id = param(c, "id") as ClaimId;
      try {
        const { claim } = await evidence.claim(actorOf(c), id);
        await evidence.saveClaim(actorOf(c), { ...edit(claim, form), revision: form.count("revision") });
        return c.redirect(`${paths.claim(id)}?done=${done}`, 303);
      } catch (error) {
        return claimView(c, deps, form, deps.trouble(c, error));
      }
    });
  };
  change(paths.claimTitle(":id"), "renamed", (claim, form) => ({ ...claim, title: form.text("title") || claim.title }));
  change(paths.claimItems(":id"), "claim-saved", (claim, form) => ({ ...claim, items: typedItems(claim, form) }));

  app.post(paths.claimGrade(":id"), async (c) => {
    const form = await readForm(c);
    const id = param(c, "id") as ClaimId;
    try {
      await evidence.gradeClaim(actorOf(c), id, typedGrade(form, "grade"));
      return c.redirect(`${paths.claim(id)}?done=graded`, 303);
    } catch (error) {
      return claimView(c, deps, form, deps.trouble(c, error));
    }
  });

  app.post(paths.claimAttach(":id"), async (c) => {
    const form = await readForm(c);
    try {
      const view = await evidence.claim(actorOf(c), param(c, "id") as ClaimId);
      const place = await attachToDraft(deps, actorOf(c), form.text("place"), {
        evidence: view.items.map((item) => item.evidence),
        grade: view.claim.grade,
        asOf: null,
      });
      return c.redirect(place, 303);
    } catch (error) {
      return claimView(c, deps, form, deps.trouble(c, error, "nothing"));
    }
  });
}

/** Throws INPUT_INVALID when a choice is missing. */
export function typedGrade(form: Form, name: string): Grade {
  const credibility = Number(form.choice(`${name}.credibility`, ["1", "2", "3", "4", "5", "6"]));
  return {
    reliability: form.choice(`${name}.reliability`, RELIABILITIES),
    credibility: CREDIBILITIES.find((one) => one === credibility) ?? 6,
  };
}

/** The claim's items with stance and origin as typed; those whose box is off are dropped. */
function typedItems(claim: Claim, form: Form): readonly ClaimItem[] {
  return claim.items
    .filter((item) => !form.has(`${itemKey(item)}.shown`) || form.has(`${itemKey(item)}.keep`))
    .map((item) => {
      const key = itemKey(item);
      if (!form.has(`${key}.shown`)) return item;
      const origin = form.text(`${key}.origin`);
      return { ...item, stance: form.choice(`${key}.stance`, ["says", "denies"]), origin: origin || item.origin };
    });
}

/** The page, also as the answer to a form that was refused: `typed` is what it held. */
export async function claimView(
  c: DeskContext,
  deps: Deps,
  typed: Form | null,
  trouble: Trouble | null,
): Promise<Response> {
  const v = c.get("view");
  const actor = actorOf(c);
  const view = await deps.service.evidence.claim(actor, param(c, "id") as ClaimId);
  const drafts = v.may("draft.edit") ? await deps.service.editions.drafts(actor) : [];
  const choices = drafts
    .filter(({ status }) => status === "open")
    .map((draft): DraftChoice => ({
      id: draft.id,
      savedAt: draft.savedAt,
      statements: draft.content.statements
        .filter(({ carried }) => carried === null)
        .map(({ key, text }) => ({ key, text: wordsOf(v, text) })),
    }));
  const { claim } = view;
  const above = <a href={paths.claims()}>{v.t("claims.title")}</a>;
  return showPage(
    c,
    { title: claim.title, place: "claims", trouble, above, undo: undoneAt(c, deps, claim.id) },
    <>
      <header class="head">
        <h1>{claim.title}</h1>
        <p class="line">
          <GradeMark v={v} grade={claim.grade} />
          <span class="chip">{v.t(`claim.status.${claim.status}`)}</span>
          <span class="soft">{v.t("claims.origins", { count: view.origins.length })}</span>
          {view.statements.map((id) => (
            <a href={paths.statement(id)}>{v.t("claim.in-statement", { id })}</a>
          ))}
        </p>
        {claim.mergedInto === null ? null : (
          <p>
            {v.t("claim.merged-into")} <a href={paths.claim(claim.mergedInto)}>{v.t("claim.merged-into.link")}</a>
          </p>
        )}
      </header>
      <ClaimDecide v={v} view={view} typed={typed} />
      {view.items.length === 0 ? null : (
        <section aria-labelledby="origins-title" class="origins">
          <h2 id="origins-title">{v.t("origins.title")}</h2>
          <OriginLanes v={v} view={view} />
        </section>
      )}
      <div class="with-side wide-side">
        <div class="stack loose">
          {view.items.length > 0 ? (
            <Gathered v={v} view={view} typed={typed} />
          ) : claim.status === "merged" ? null : (
            <Empty title={v.t("claim.empty")}>
              <p>{v.t("claim.empty.next")}</p>
            </Empty>
          )}
        </div>
        <ClaimSide
          v={v}
          view={view}
          drafts={choices}
          grade={typed?.has("grade.credibility") ? typedGrade(typed, "grade") : claim.grade}
        />
      </div>
    </>,
  );
}

function Gathered(p: { readonly v: View; readonly view: ClaimView; readonly typed: Form | null }) {
  const { v, view } = p;
  return (
    <>
      {view.rivals.length === 0 ? null : (
        <section aria-labelledby="rivals-title">
          <h2 id="rivals-title">{v.t("rivals.title")}</h2>
          {view.rivals.map((group) => (
            <Rivals v={v} view={view} group={group} />
          ))}
        </section>
      )}
      <Updates v={v} view={view} />
      <Pledges v={v} view={view} />
      <ProposedItems v={v} view={view} />
      <ClaimItems v={v} view={view} typed={p.typed} />
    </>
  );
}
