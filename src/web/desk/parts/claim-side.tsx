import type { Grade } from "../../../model/grade.ts";
import type { DraftId } from "../../../model/id.ts";
import { SECTIONS } from "../../../model/statement.ts";
import type { Instant } from "../../../model/time.ts";
import type { ClaimView } from "../../ports.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, Input, PostForm, Select, type Option } from "./controls.tsx";
import { GradeRadios } from "./grade.tsx";
import { timeText } from "./time.tsx";

/** An open draft, and its statements that are being written. */
export interface DraftChoice {
  readonly id: DraftId;
  readonly savedAt: Instant;
  readonly statements: readonly { readonly key: string; readonly text: string }[];
}

/** Everything that is decided about a claim as a whole. */
export function ClaimSide(p: {
  readonly v: View;
  readonly view: ClaimView;
  readonly drafts: readonly DraftChoice[];
  /** As it stands, or as it was chosen last when that could not be saved. */
  readonly grade: Grade;
}) {
  const { v, view } = p;
  const { claim } = view;
  return (
    <aside class="side stack" aria-label={v.t("claim.decide")}>
      {v.may("claim.edit") ? (
        <section class="card stack">
          <h2>{v.t("claim.keep.title")}</h2>
          <PostForm v={v} action={paths.claimStatus(claim.id)} class="row" quick>
            <input type="hidden" name="revision" value={claim.revision} />
            {claim.status === "kept" ? null : (
              <Button name="status" value="kept" k="a" look="main">
                {v.t("claim.keep")}
              </Button>
            )}
            {claim.status === "rejected" ? null : (
              <Button name="status" value="rejected" k="x">
                {v.t("claim.reject")}
              </Button>
            )}
            {claim.status === "suggested" ? null : (
              <Button name="status" value="suggested" k="u" look="quiet">
                {v.t("claim.undo")}
              </Button>
            )}
          </PostForm>
          <details class="more">
            <summary data-key="e" aria-keyshortcuts="e">
              {v.t("claim.rename")}
            </summary>
            <PostForm v={v} action={paths.claimTitle(claim.id)} class="stack">
              <input type="hidden" name="revision" value={claim.revision} />
              <Input
                id="title"
                name="title"
                label={v.t("suggestion.claim.title")}
                value={claim.title}
                required
                maxlength={300}
              />
              <Button>{v.t("save")}</Button>
            </PostForm>
          </details>
        </section>
      ) : null}
      {v.may("draft.edit") ? <Attach v={v} view={view} drafts={p.drafts} /> : null}
      {v.may("claim.grade") ? (
        <section class="card stack" id="grade" data-key="g" aria-labelledby="grade-title">
          <h2 id="grade-title" class="keyed" data-hint="g">
            {v.t("grade.title")}
          </h2>
          <PostForm v={v} action={paths.claimGrade(claim.id)} class="stack">
            <GradeRadios v={v} grade={p.grade} origins={view.origins.length} />
            <Button>{v.t("grade.do")}</Button>
          </PostForm>
        </section>
      ) : null}
    </aside>
  );
}

function Attach(p: { readonly v: View; readonly view: ClaimView; readonly drafts: readonly DraftChoice[] }) {
  const { v, view, drafts } = p;
  if (view.items.length === 0) return null;
  const places = drafts.flatMap(({ id, savedAt, statements }): readonly Option[] => {
    const group = v.t("claim.attach.draft", { time: timeText(v, savedAt, false) });
    return [
      ...SECTIONS.map((section) => ({
        value: `${id}/new/${section}`,
        text: v.t("claim.attach.new", { section: v.t(`section.${section}`) }),
        group,
      })),
      ...statements.map(({ key, text }) => ({
        value: `${id}/key/${key}`,
        text: text.slice(0, 70) || v.t("claim.attach.untitled"),
        group,
      })),
    ];
  });
  return (
    <section class="card stack">
      <h2>{v.t("claim.attach.title")}</h2>
      {places.length === 0 ? (
        <p>
          {v.t("claim.attach.none")} <a href={paths.drafts()}>{v.t("nav.drafts")}</a>
        </p>
      ) : (
        <PostForm v={v} action={paths.claimAttach(view.claim.id)} class="stack">
          <Select id="place" name="place" label={v.t("claim.attach.place")} value="" options={places} />
          <Button>{v.t("claim.attach.do")}</Button>
        </PostForm>
      )}
    </section>
  );
}
