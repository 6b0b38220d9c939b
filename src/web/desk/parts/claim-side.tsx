import type { Grade } from "../../../model/grade.ts";
import type { DraftId } from "../../../model/id.ts";
import { SECTIONS } from "../../../model/statement.ts";
import type { Instant } from "../../../model/time.ts";
import type { ClaimView } from "../../ports.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm, Select, type Option } from "./controls.tsx";
import { GradeRadios } from "./grade.tsx";
import { timeText } from "./time.tsx";

/** An open draft, and its statements that are being written. */
export interface DraftChoice {
  readonly id: DraftId;
  readonly savedAt: Instant;
  readonly statements: readonly { readonly key: string; readonly text: string }[];
}

/** What is made of a claim: where it is used, and how sure the office is. */
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
    <aside class="side stack" aria-label={v.t("claim.use")}>
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
