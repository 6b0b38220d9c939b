import { paths } from "../paths.ts";
import type { View } from "../view.ts";

export interface Backlog {
  readonly done: number;
  readonly total: number;
}

/** How far the machine is with reading, as the line says it. */
export function backlogText(v: View, { done, total }: Backlog): string {
  return v.t("backlog.line", { done, total });
}

/** One thin line while the machine still reads what came in; the script keeps it up to date. */
export function BacklogLine(p: { readonly v: View; readonly backlog: Backlog | null }) {
  const { v, backlog } = p;
  if (backlog === null) return null;
  return (
    <div class="backlog" data-backlog={paths.backlog()} data-finished={v.t("backlog.finished")}>
      <p id="backlog-text">{backlogText(v, backlog)}</p>
      <progress max={backlog.total} value={backlog.done} aria-labelledby="backlog-text"></progress>
    </div>
  );
}
