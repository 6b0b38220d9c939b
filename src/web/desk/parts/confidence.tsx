import type { ClaimItem } from "../../../model/claim.ts";
import { confidenceOf } from "../confidence.ts";
import { reasonText } from "../reason.ts";
import type { View } from "../view.ts";

const FILLED = { sure: 3, likely: 2, unsure: 1, given: 0 } as const;

/** How sure the machine is: a word, and steps that are as many as it is sure. */
export function ConfidenceMark(p: { readonly v: View; readonly value: number | null }) {
  const { v, value } = p;
  const confidence = confidenceOf(value);
  const percent = value === null ? null : Math.round(value * 100);
  return (
    <span class={`confidence ${confidence}`}>
      <svg viewBox="0 0 18 14" width="18" height="14" aria-hidden="true" focusable="false">
        {confidence === "given" ? (
          <path d="M2 8L7 12L16 2" />
        ) : (
          [0, 1, 2].map((step) => (
            <rect
              class={step < FILLED[confidence] ? "full" : ""}
              x={1.5 + step * 5.5}
              y={9 - step * 4}
              width="4"
              height={4 + step * 4}
            />
          ))
        )}
      </svg>
      {v.t(`confidence.${confidence}`)}
      {percent === null ? null : <span class="soft">{v.t("confidence.percent", { percent })}</span>}
    </span>
  );
}

/** Why the machine put an item here, and how sure it is. */
export function Why(p: { readonly v: View; readonly item: Pick<ClaimItem, "confidence" | "reasons"> }) {
  const { v, item } = p;
  return (
    <div class="why">
      <p>
        <strong>{v.t("why.title")}</strong> <ConfidenceMark v={v} value={item.confidence} />
      </p>
      {item.reasons.length === 0 ? null : (
        <ul>
          {item.reasons.map((reason) => (
            <li>{reasonText(v, reason)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
