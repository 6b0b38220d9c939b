import type { ClaimView } from "../../ports.ts";
import { updateSequences } from "../figure-steps.ts";
import { figureText } from "../figure-text.ts";
import type { View } from "../view.ts";
import { BriefTime } from "./time.tsx";

/** Figures that differ because time went on or somebody put them right, one after the other: no contradiction. */
export function Updates(p: { readonly v: View; readonly view: ClaimView }) {
  const { v } = p;
  const sequences = updateSequences(p.view).filter((steps) => steps.length > 1);
  if (sequences.length === 0) return null;
  return (
    <section aria-labelledby="updates-title">
      <h2 id="updates-title">{v.t("updates.title")}</h2>
      <p class="soft">{v.t("updates.about")}</p>
      {sequences.map((steps) => (
        <ol class="steps">
          {steps.map(({ figure, items, at, how }) => (
            <li class={how ?? "start"}>
              {how === null ? null : <span class="how">{v.t(`update.${how}`)}</span>}
              <span class="step">
                <strong class="num">
                  {figureText(v, figure)}
                  {figure.counts === null ? "" : ` ${figure.counts}`}
                </strong>
                {at === null ? null : <BriefTime v={v} at={at} weekday />}
                <span class="soft">
                  {[...new Set(items.map((item) => item.reportSummary.publisherName))].join(", ")}
                </span>
              </span>
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}
