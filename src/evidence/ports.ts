import type { Attribution } from "../model/attribution.ts";
import type { Claim } from "../model/claim.ts";
import type { Figure } from "../model/figure.ts";
import type { AttributionId, ClaimId, FigureId, ReportId, UserId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";

/** What a person said of a suggestion. `fixed` = accepted with changes; the suggestion itself stays as it was. */
export interface Decision {
  readonly verdict: "accepted" | "fixed" | "rejected";
  readonly by: UserId;
  readonly at: Instant;
}

export interface KeptAttribution extends Attribution {
  readonly id: AttributionId;
  readonly report: ReportId;
  /** Version of the report whose text the spans point into. */
  readonly reportVersion: number;
  /** Position among the report version's attributions; `parent` names such a position. */
  readonly index: number;
  readonly decision: Decision | null;
  /** Present when the verdict is `fixed`: what the person made of it. */
  readonly fix: Attribution | null;
}

export interface KeptFigure extends Figure {
  readonly id: FigureId;
  readonly report: ReportId;
  readonly reportVersion: number;
  readonly decision: Decision | null;
  readonly fix: Figure | null;
}

export interface SuggestionStore {
  /** Stores what the machine found in one version of a report, in one transaction. Does nothing if it has some already. */
  insert(attributions: readonly KeptAttribution[], figures: readonly KeptFigure[]): Promise<void>;
  attributions(report: ReportId, version: number): Promise<readonly KeptAttribution[]>;
  figures(report: ReportId, version: number): Promise<readonly KeptFigure[]>;
  attribution(id: AttributionId): Promise<KeptAttribution | null>;
  figure(id: FigureId): Promise<KeptFigure | null>;
  /** `decision` null takes a decision back. */
  decideAttribution(id: AttributionId, decision: Decision | null, fix: Attribution | null): Promise<void>;
  decideFigure(id: FigureId, decision: Decision | null, fix: Figure | null): Promise<void>;
}

export interface ClaimStore {
  list(filter: { readonly status?: Claim["status"]; readonly report?: ReportId }): Promise<readonly Claim[]>;
  get(id: ClaimId): Promise<Claim | null>;
  /** Inserts at revision 0, else replaces revision `claim.revision` by the next. Throws CONFLICT when it is not the stored one. */
  save(claim: Claim): Promise<Claim>;
}
