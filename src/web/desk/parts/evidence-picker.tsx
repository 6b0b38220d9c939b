import type { Evidence } from "../../../model/evidence.ts";
import type { View } from "../view.ts";
import { EvidenceText } from "./evidence-list.tsx";

/** A piece that can be put under a statement, under the name that the form sends. */
export interface Pickable {
  readonly name: string;
  readonly evidence: Evidence;
}

/** Boxes for pieces of evidence. Field name: `pick`. */
export function EvidenceBoxes(p: {
  readonly v: View;
  readonly pieces: readonly Pickable[];
  readonly checked: (name: string) => boolean;
}) {
  return (
    <ol class="evidence-list boxes">
      {p.pieces.map(({ name, evidence }) => (
        <li>
          <input type="checkbox" id={`pick-${name}`} name="pick" value={name} checked={p.checked(name)} />
          <label for={`pick-${name}`}>
            {evidence.source ?? p.v.t("claim.item.report-itself")} ({evidence.report.publisherName})
          </label>
          <EvidenceText v={p.v} evidence={evidence} />
        </li>
      ))}
    </ol>
  );
}
