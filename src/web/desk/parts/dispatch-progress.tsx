import type { Tally } from "../../../deliver/dispatch.ts";
import { doneOf } from "../dispatch-words.ts";
import type { View } from "../view.ts";

const OUTCOMES = ["accepted", "failed", "unknown", "left", "expired", "merged", "underWay", "planned"] as const;

/** How far a dispatch is: a bar with its sentence, and how many ended how. `id` is unique on the page. */
export function DispatchProgress(p: { readonly v: View; readonly id: string; readonly tally: Tally }) {
  const { v, id, tally } = p;
  const { done, total } = doneOf(tally);
  return (
    <div class="dispatch-progress">
      <p id={`${id}-text`}>{v.t("dispatch.progress", { done, total })}</p>
      <progress max={Math.max(1, total)} value={total === 0 ? 1 : done} aria-labelledby={`${id}-text`}></progress>
      <Figures
        items={OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) => [
          v.t(`outcome.${outcome}`),
          v.t("count", { count: tally[outcome] }),
        ])}
      />
    </div>
  );
}

/** Names and numbers side by side, as many as fit. */
export function Figures(p: { readonly items: readonly (readonly [name: string, value: string])[] }) {
  if (p.items.length === 0) return null;
  return (
    <dl class="figures">
      {p.items.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
