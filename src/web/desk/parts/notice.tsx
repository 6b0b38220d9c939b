import type { PropsWithChildren } from "hono/jsx";
import type { ClaimId } from "../../../model/id.ts";
import { isMessageKey } from "../messages.ts";
import type { Trouble } from "../errors.ts";
import { paths } from "../paths.ts";
import { placeOf } from "../undo.ts";
import type { Deps, DeskContext, View } from "../view.ts";
import { Button, PostForm } from "./controls.tsx";

/** What happened, what was kept, what to do next. */
export function TroubleNotice(
  p: PropsWithChildren<{ readonly v: View; readonly trouble: Trouble | null | undefined }>,
) {
  const { v, trouble } = p;
  if (!trouble) return null;
  return (
    <section class="notice trouble" role="alert" aria-labelledby="trouble-title" id="trouble" tabindex={-1}>
      <h2 id="trouble-title">{trouble.title}</h2>
      {trouble.detail === null ? null : <p lang="en">{trouble.detail}</p>}
      <p>
        {trouble.kept} {trouble.next}
      </p>
      {trouble.reference === null ? null : (
        <p>
          {v.t("error.reference")} <code>{trouble.reference}</code>
        </p>
      )}
      {p.children}
    </section>
  );
}

/** One line on what was just done, with the way back where there is one. Unknown codes in an address say nothing. */
export function DoneNotice(p: { readonly v: View; readonly undo?: Undone | null | undefined }) {
  const { v, undo } = p;
  const key = `done.${v.done ?? ""}`;
  if (!isMessageKey(key)) return null;
  return (
    <div class="notice done" role="status" id="done">
      <span>{v.t(key)}</span>
      {undo ? (
        <>
          {undo.show === null ? null : <a href={undo.show}>{v.t("undo.show")}</a>}
          <PostForm v={v} action={paths.undo(undo.key)}>
            <Button k="u" look="quiet">
              {v.t("suggestion.undo")}
            </Button>
          </PostForm>
        </>
      ) : null}
    </div>
  );
}

/** A decision that can be taken back: its key on the shelf, and where to look at what was decided on. */
export interface Undone {
  readonly key: string;
  /** Null: it is on this very page. */
  readonly show: string | null;
}

/** What the redirect that led here left on the shelf. `here`: the claim whose page this is. */
export function undoneAt(c: DeskContext, deps: Pick<Deps, "undos">, here: ClaimId | null): Undone | null {
  const key = c.req.query("undo");
  const { actor } = c.get("view");
  const undo = key === undefined || actor === null ? null : deps.undos.get(actor.user, key);
  if (key === undefined || undo === null) return null;
  const place = placeOf(undo, here);
  return { key, show: place === null ? null : paths.claim(place) };
}

/** An empty list that teaches what to do. */
export function Empty(p: PropsWithChildren<{ readonly title: string }>) {
  return (
    <section class="empty">
      <h2>{p.title}</h2>
      {p.children}
    </section>
  );
}
