import type { Reason, ReasonCode } from "../../model/claim.ts";
import type { MessageValues } from "./messages.ts";
import type { View } from "./view.ts";

/** What the sentence of each reason can name. What the machine left out is `none`: the sentence does without. */
export const REASON_DETAILS: Readonly<Record<ReasonCode, readonly string[]>> = {
  "same-words": ["words"],
  "same-names": ["names"],
  "same-figure": ["figure"],
  "near-in-time": ["hours"],
  "same-speaker": ["name"],
  "same-office": ["name"],
  told: ["publication"],
  cites: ["publication"],
  credit: ["agency"],
  copy: ["percent", "publisher"],
  retold: ["publisher"],
  "same-owner": ["owner"],
  "own-report": ["publisher"],
  circular: ["publications"],
  "same-sum": ["sum"],
  "same-giver": ["giver"],
  "same-purpose": ["purpose"],
};

/** Why the machine thinks so, as one short sentence. */
export function reasonText(v: View, reason: Reason): string {
  const values: Record<string, string | number> = {};
  for (const name of REASON_DETAILS[reason.code]) {
    const detail = reason.detail[name];
    values[name] =
      detail === undefined || detail === "" ? "none" : typeof detail === "number" ? Math.round(detail) : detail;
  }
  return v.t(`reason.${reason.code}`, values satisfies MessageValues);
}
