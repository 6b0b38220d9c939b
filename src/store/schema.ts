import type { Generated } from "kysely";
import type { DeliverySchema } from "./schema-delivery.ts";

/** Booleans are 0 or 1, times are Instants, `*_json` is JSON as text: what SQLite and PostgreSQL both keep exactly. */
type Flag = 0 | 1;

export interface LogHeadRow {
  /** Always 1: the table has one row. */
  readonly id: number;
  readonly size: number;
  readonly checkpoint: Uint8Array | null;
}

export interface LogLeafRow {
  readonly idx: number;
  readonly leaf: Uint8Array;
}

/** Newest version of each report, with what lists filter and sort by. */
export interface ReportRow {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  readonly publisher: string;
  /** Published or, where unknown, retrieved. */
  readonly sort_at: string;
  readonly is_read: Flag;
}

export interface ReportVersionRow {
  readonly report: string;
  readonly version: number;
  readonly url: string;
  readonly publisher: string;
  readonly publisher_name: string;
  readonly title: string;
  readonly byline: string;
  readonly language: string | null;
  readonly canonical_url: string | null;
  readonly published_at: string | null;
  readonly retrieved_at: string;
  readonly sha256: string;
  readonly text_sha256: string;
  readonly text: string;
}

/** Title and text of the newest version, folded for search. */
export interface ReportSearchRow {
  readonly report: string;
  readonly folded: string;
}

export interface SourceRow {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly url: string;
  readonly kind: string;
  readonly publisher: string | null;
  readonly title: string;
  readonly paused: Flag;
  readonly every_minutes: number;
  readonly next_poll_at: string;
  readonly last_poll_at: string | null;
  readonly last_success_at: string | null;
  readonly failures: number;
  readonly last_error: string;
  readonly etag: string;
  readonly last_modified: string;
}

export interface PublisherRow {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly owner_group: string;
  readonly affiliation: string;
  readonly home: string;
  readonly reliability: string;
  readonly reason_json: string;
}

export interface IntakeFailureRow {
  readonly seq: Generated<number>;
  readonly at: string;
  readonly url: string;
  readonly code: string;
  readonly message: string;
  readonly sha256: string | null;
  readonly by_user: string | null;
}

/** One row for each report version whose suggestions are stored: makes the insert happen once. */
export interface SuggestionSetRow {
  readonly report: string;
  readonly version: number;
  readonly language_supported: Flag;
}

export interface SuggestionRow {
  readonly id: string;
  readonly report: string;
  readonly version: number;
  /** Order within the report version. */
  readonly position: number;
  readonly value_json: string;
  readonly verdict: string | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly fix_json: string | null;
}

export interface ClaimRow {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly title: string;
  readonly reliability: string;
  readonly credibility: number;
  readonly items_json: string;
  readonly merged_into: string | null;
  readonly apart_json: string;
  readonly proposed_json: string;
  readonly outline_json: string | null;
}

/** A block of text that stood at the beginning or end of a publisher's page with this text. */
export interface BoilerplateRow {
  readonly publisher: string;
  readonly fingerprint: string;
  readonly text_sha256: string;
}

/** What a person decided about a suggestion, with what the machine saw: an example for later training. */
export interface DecisionRow {
  readonly seq: Generated<number>;
  readonly at: string;
  readonly kind: string;
  readonly about: string;
  readonly verdict: string;
  readonly example_json: string;
}

export interface ClaimReportRow {
  readonly claim: string;
  readonly report: string;
}

/** The newest revision of each draft; contents are in `draft_revisions`. */
export interface DraftRow {
  readonly id: string;
  readonly revision: number;
  readonly is_open: Flag;
  readonly saved_at: string;
}

export interface DraftRevisionRow {
  readonly draft: string;
  readonly revision: number;
  readonly status: string;
  readonly edition: number | null;
  readonly content_json: string;
  readonly saved_at: string;
  readonly saved_by: string;
}

export interface UserRow {
  readonly id: string;
  readonly email: string;
  /** Lower case; unique. */
  readonly email_folded: string;
  readonly name: string;
  readonly role: string;
  readonly disabled: Flag;
  readonly password_hash: string;
  readonly created_at: string;
}

export interface SessionRow {
  readonly token_hash: string;
  readonly user_id: string;
  readonly created_at: string;
  readonly expires_at: string;
}

export interface LinkRow {
  readonly token_hash: string;
  readonly purpose: string;
  readonly user_id: string | null;
  readonly expires_at: string;
  readonly used: Flag;
}

export interface ProposalRow {
  readonly id: string;
  readonly kind: string;
  /** Of a withdrawal; empty for a notice, as is all up to the reason. */
  readonly statement: string;
  readonly version: number;
  readonly reason_json: string;
  readonly notice_json: string | null;
  readonly proposed_by: string;
  readonly proposed_at: string;
  readonly status: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
}

export interface ActivityRow {
  readonly seq: Generated<number>;
  readonly at: string;
  readonly by_user: string | null;
  readonly action: string;
  readonly about: string;
  readonly note: string;
}

export interface MigrationRow {
  readonly number: number;
  readonly name: string;
  readonly applied_at: string;
}

export interface Schema extends DeliverySchema {
  readonly migrations: MigrationRow;
  readonly log_head: LogHeadRow;
  readonly log_leaves: LogLeafRow;
  readonly reports: ReportRow;
  readonly report_versions: ReportVersionRow;
  readonly report_search: ReportSearchRow;
  readonly sources: SourceRow;
  readonly publishers: PublisherRow;
  readonly intake_failures: IntakeFailureRow;
  readonly suggestion_sets: SuggestionSetRow;
  readonly boilerplate: BoilerplateRow;
  readonly decisions: DecisionRow;
  readonly attributions: SuggestionRow;
  readonly figures: SuggestionRow;
  readonly claims: ClaimRow;
  readonly claim_reports: ClaimReportRow;
  readonly drafts: DraftRow;
  readonly draft_revisions: DraftRevisionRow;
  readonly users: UserRow;
  readonly sessions: SessionRow;
  readonly links: LinkRow;
  readonly proposals: ProposalRow;
  readonly activity: ActivityRow;
}
