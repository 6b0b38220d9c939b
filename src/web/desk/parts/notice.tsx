import type { PropsWithChildren } from "hono/jsx";
import { isMessageKey } from "../messages.ts";
import type { Trouble } from "../errors.ts";
import type { View } from "../view.ts";

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

/** One line on what was just done. Unknown codes in an address say nothing. */
export function DoneNotice(p: { readonly v: View }) {
  const { v } = p;
  const key = `done.${v.done ?? ""}`;
  if (!isMessageKey(key)) return null;
  return (
    <p class="notice done" role="status" id="done">
      {v.t(key)}
    </p>
  );
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
