import type { Ledger, SubscriberStore } from "../deliver/ports.ts";
import type { ActivityStore, DraftStore, LinkStore, ProposalStore, SessionStore, UserStore } from "../desk/ports.ts";
import type { ClaimStore, DecisionStore, SuggestionStore } from "../evidence/ports.ts";
import type { BoilerplateStore } from "../intake/boilerplate.ts";
import type { IntakeFailureStore, PublisherStore, ReportStore, SourceStore } from "../intake/ports.ts";
import type { LogStore } from "../record/ports.ts";

export type StoreKind = "sqlite" | "postgres";

/** Where the database is. `schema` (PostgreSQL) is created when missing; without it the connection's own is used. */
export type StoreLocation =
  | { readonly sqliteFile: string }
  | { readonly postgresUrl: string; readonly schema?: string };

/** Everything that is kept in the database. Captured bytes and the site are files: snapshots.ts, site.ts. */
export interface Store {
  readonly kind: StoreKind;
  readonly log: LogStore;
  readonly reports: ReportStore;
  readonly sources: SourceStore;
  readonly publishers: PublisherStore;
  readonly failures: IntakeFailureStore;
  readonly suggestions: SuggestionStore;
  readonly claims: ClaimStore;
  readonly decisions: DecisionStore;
  readonly boilerplate: BoilerplateStore;
  readonly drafts: DraftStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly proposals: ProposalStore;
  readonly activity: ActivityStore;
  readonly subscribers: SubscriberStore;
  readonly ledger: Ledger;
  /** Number of the last migration. */
  readonly schemaVersion: number;
  /**
   * Writes every table as of one moment to a new file, while others read and write (format: table-dump.ts). Sessions
   * and one-time links stay out: a restored database must not let anybody in who was shut out since.
   */
  backupDatabase(toFile: string): Promise<DatabaseDump>;
  close(): Promise<void>;
}

/** What a dump of the database came to. */
export interface DatabaseDump {
  readonly schemaVersion: number;
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>;
}
