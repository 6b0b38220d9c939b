import type { View } from "../view.ts";

/** Earlier and later pages of a list; nothing when there is only one. */
export function Pager(p: {
  readonly v: View;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly href: (page: number) => string;
}) {
  const { v, page } = p;
  const pages = Math.max(1, Math.ceil(p.total / p.size));
  if (pages === 1) return null;
  return (
    <nav class="pager" aria-label={v.t("pager.label")}>
      {page > 1 ? (
        <a class="button plain" rel="prev" href={p.href(page - 1)}>
          {v.t("pager.previous")}
        </a>
      ) : null}
      <span>{v.t("pager.where", { page, pages })}</span>
      {page < pages ? (
        <a class="button plain" rel="next" href={p.href(page + 1)}>
          {v.t("pager.next")}
        </a>
      ) : null}
    </nav>
  );
}
