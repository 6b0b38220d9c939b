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
  /** Present when no machine suggested it: a person marked it in the text. */
  readonly byHand?: true;
}

export interface KeptFigure extends Figure {
  readonly id: FigureId;
  readonly report: ReportId;
  readonly reportVersion: number;
  readonly decision: Decision | null;
  readonly fix: Figure | null;
  /** Present when no machine suggested it: a person marked it in the text. */
  readonly byHand?: true;
}

/** What the machine found in one version of a report; perhaps nothing. */
export interface KeptReading {
  readonly report: ReportId;
  readonly reportVersion: number;
  /** False: the report is in a language whose attributions the machine does not read. */
  readonly languageSupported: boolean;
  readonly attributions: readonly KeptAttribution[];
  readonly figures: readonly KeptFigure[];
}

export interface SuggestionStore {
  /** Stores readings in one transaction, all or none. A report version that was read already is left as it is. */
  insert(readings: readonly KeptReading[]): Promise<void>;
  /** Whether and how a version of a report was read; null when it was not yet. */
  reading(report: ReportId, version: number): Promise<Pick<KeptReading, "languageSupported"> | null>;
  /** Keeps what a person marked and the machine had missed, whether the version was read by the machine or not. */
  addAttribution(made: KeptAttribution): Promise<void>;
  addFigure(made: KeptFigure): Promise<void>;
  attributions(report: ReportId, version: number): Promise<readonly KeptAttribution[]>;
  figures(report: ReportId, version: number): Promise<readonly KeptFigure[]>;
  attribution(id: AttributionId): Promise<KeptAttribution | null>;
  figure(id: FigureId): Promise<KeptFigure | null>;
  /** `decision` null takes a decision back. */
  decideAttribution(id: AttributionId, decision: Decision | null, fix: Attribution | null): Promise<void>;
  decideFigure(id: FigureId, decision: Decision | null, fix: Figure | null): Promise<void>;
}

/** A decision of a person, kept as an example from which the machine can learn. Says nothing of who decided. */
export interface LabelledDecision {
  readonly at: Instant;
  readonly kind: "attribution" | "figure" | "claim" | "claim-item" | "origin";
  /** Id of what was decided on. */
  readonly about: string;
  readonly verdict: "accepted" | "fixed" | "rejected" | "undone" | "merged" | "split" | "added" | "dropped" | "renamed";
  /** What the machine saw and said, and what the person made of it: JSON values alone. */
  readonly example: Readonly<Record<string, unknown>>;
}

export interface DecisionStore {
  add(decisions: readonly LabelledDecision[]): Promise<void>;
  /** In the order of making; `after` is the number of decisions to leave out. */
  list(after: number, limit: number): Promise<readonly LabelledDecision[]>;
  count(): Promise<number>;
}

/** A claim by its name; `reports` counts those that it rests on. */
export interface ClaimTitle extends Pick<Claim, "id" | "title" | "status"> {
  readonly reports: number;
}

export interface ClaimStore {
  list(filter: { readonly status?: Claim["status"]; readonly report?: ReportId }): Promise<readonly Claim[]>;
  /** Every claim without what it gathers, in the order of making: for lists that show titles alone. */
  titles(): Promise<readonly ClaimTitle[]>;
  get(id: ClaimId): Promise<Claim | null>;
  /** Inserts at revision 0, else replaces revision `claim.revision` by the next. Throws CONFLICT when it is not the stored one. */
  save(claim: Claim): Promise<Claim>;
  /** Saves many in one transaction. One that somebody else changed meanwhile is left as it is and not among the answers. */
  saveAll(claims: readonly Claim[]): Promise<readonly Claim[]>;
  /** Saves all or none. Throws CONFLICT when one of them is not the stored one. */
  saveTogether(claims: readonly Claim[]): Promise<readonly Claim[]>;
}
