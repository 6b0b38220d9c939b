import { evidenceOf } from "../../evidence/evidence-of.ts";
import type { KeptAttribution, KeptFigure } from "../../evidence/ports.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { ReportView } from "../ports.ts";

/** One accepted suggestion of a report, and what a statement would carry of it. */
export interface Citable {
  readonly id: string;
  readonly evidence: Evidence;
}

/** What people accepted in a report, ready to be put under a statement. Who said it first is its origin. */
export function citables(view: ReportView): readonly Citable[] {
  const accepted = ({ decision }: KeptAttribution | KeptFigure): boolean =>
    decision !== null && decision.verdict !== "rejected";
  const { report, publisher } = view;
  const common = { report, publisher, origin: "", stance: "says", sentence: "" } as const;
  const found = [
    ...view.attributions.filter(accepted).map((attribution) => ({
      id: attribution.id,
      evidence: evidenceOf({ ...common, attribution, figure: null }),
    })),
    ...view.figures.filter(accepted).map((figure) => ({
      id: figure.id,
      evidence: evidenceOf({ ...common, attribution: null, figure }),
    })),
  ];
  return found.map(({ id, evidence }) => ({
    id,
    evidence: { ...evidence, origin: evidence.source ?? publisher.name },
  }));
}
