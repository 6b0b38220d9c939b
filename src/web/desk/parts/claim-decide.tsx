import type { ClaimView } from "../../ports.ts";
import type { Form } from "../form.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, ButtonLink, Input, PostForm } from "./controls.tsx";

/** Name of the form that the boxes beside the items belong to. */
export const SPLIT_FORM = "split-form";

/** Accept, reject, split, merge: one key each, and on to the next. */
export function ClaimDecide(p: { readonly v: View; readonly view: ClaimView; readonly typed: Form | null }) {
  const { v, view, typed } = p;
  const { claim } = view;
  if (!v.may("claim.edit")) return null;
  return (
    <section class="decide" aria-label={v.t("claim.decide")}>
      {claim.status === "merged" ? null : (
        <>
          <PostForm v={v} action={paths.claimStatus(claim.id)} class="row">
            <input type="hidden" name="revision" value={claim.revision} />
            {claim.status === "kept" ? null : (
              <Button name="status" value="kept" k="a" look="main">
                {v.t("claim.accept")}
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
          {view.items.length < 2 ? null : <Split v={v} view={view} typed={typed} />}
          <Merge v={v} view={view} />
          <Rename v={v} view={view} />
        </>
      )}
      {view.next === null ? null : (
        <ButtonLink href={paths.claim(view.next)} k="n" look="quiet">
          {v.t("claim.next")}
        </ButtonLink>
      )}
    </section>
  );
}

function Split(p: { readonly v: View; readonly view: ClaimView; readonly typed: Form | null }) {
  const { v, view, typed } = p;
  return (
    <details class="in-place" id="split" open={typed?.has("split") ?? false}>
      <summary class="button" data-key="s" aria-keyshortcuts="s">
        {v.t("claim.split")}
      </summary>
      <PostForm v={v} action={paths.claimSplit(view.claim.id)} class="card stack" id={SPLIT_FORM}>
        <input type="hidden" name="revision" value={view.claim.revision} />
        <input type="hidden" name="split" value="1" />
        <Input
          id="split-title"
          name="title"
          label={v.t("claim.split.title")}
          hint={v.t("claim.split.hint")}
          value={typed?.has("split") ? typed.text("title") : ""}
          maxlength={300}
        />
        <Button look="main">{v.t("claim.split.do")}</Button>
      </PostForm>
    </details>
  );
}

function Merge(p: { readonly v: View; readonly view: ClaimView }) {
  const { v, view } = p;
  return (
    <details class="in-place" id="merge">
      <summary class="button" data-key="m" aria-keyshortcuts="m">
        {v.t("claim.merge")}
      </summary>
      <PostForm v={v} action={paths.claimMerge(view.claim.id)} class="card stack">
        <input type="hidden" name="revision" value={view.claim.revision} />
        <p>{v.t(view.alike.length === 0 ? "claim.merge.none" : "claim.merge.about")}</p>
        <ol class="alike">
          {view.alike.slice(0, 9).map(({ id, title, reports }, i) => (
            <li>
              <Button name="from" value={id} k={String(i + 1)} look="plain">
                <span>{title}</span> <span class="soft">{v.t("claim.merge.reports", { count: reports })}</span>
              </Button>
            </li>
          ))}
        </ol>
        {view.alike.length === 0 ? <a href={paths.claims()}>{v.t("claims.title")}</a> : null}
      </PostForm>
    </details>
  );
}

function Rename(p: { readonly v: View; readonly view: ClaimView }) {
  const { v, view } = p;
  return (
    <details class="in-place">
      <summary class="button quiet" data-key="e" aria-keyshortcuts="e">
        {v.t("claim.rename")}
      </summary>
      <PostForm v={v} action={paths.claimTitle(view.claim.id)} class="card stack">
        <input type="hidden" name="revision" value={view.claim.revision} />
        <Input
          id="title"
          name="title"
          label={v.t("suggestion.claim.title")}
          value={view.claim.title}
          required
          maxlength={300}
        />
        <Button>{v.t("save")}</Button>
      </PostForm>
    </details>
  );
}
