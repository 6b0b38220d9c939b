import type { DraftId, ProposalId, StatementId, UserId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import type { Role } from "../model/role.ts";
import type { Instant } from "../model/time.ts";
import type { EditionDraft } from "./draft.ts";
import type { NoticeContent } from "./notice.ts";

export interface DraftStore {
  get(id: DraftId): Promise<EditionDraft | null>;
  /** Open ones first, then the newest. */
  list(limit: number): Promise<readonly EditionDraft[]>;
  /** Inserts at revision 0, else replaces revision `draft.revision` by the next; every revision is kept. Throws DRAFT_STALE. */
  save(draft: EditionDraft): Promise<EditionDraft>;
  revisions(id: DraftId): Promise<readonly Pick<EditionDraft, "revision" | "savedAt" | "savedBy">[]>;
  revision(id: DraftId, revision: number): Promise<EditionDraft | null>;
}

export interface User {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** PHC string of argon2id; empty until the person has set a password. */
  readonly passwordHash: string;
  readonly createdAt: Instant;
}

export interface UserStore {
  count(): Promise<number>;
  get(id: UserId): Promise<User | null>;
  findByEmail(email: string): Promise<User | null>;
  list(): Promise<readonly User[]>;
  /** Throws CONFLICT when the e-mail address is taken. */
  insert(user: User): Promise<void>;
  save(user: User): Promise<void>;
}

/** Only hashes of tokens are stored: who reads the database cannot sign in. */
export interface SessionStore {
  insert(session: {
    readonly tokenHash: string;
    readonly user: UserId;
    readonly createdAt: Instant;
    readonly expiresAt: Instant;
  }): Promise<void>;
  find(tokenHash: string, now: Instant): Promise<UserId | null>;
  remove(tokenHash: string): Promise<void>;
  removeAllOf(user: UserId): Promise<void>;
  removeExpired(now: Instant): Promise<void>;
}

/** One-time links: first administrator, invitation, new password. */
export interface LinkStore {
  insert(link: {
    readonly tokenHash: string;
    readonly purpose: "first-administrator" | "invitation";
    /** Null for the first administrator, who does not exist yet. */
    readonly user: UserId | null;
    readonly expiresAt: Instant;
  }): Promise<void>;
  find(
    tokenHash: string,
    now: Instant,
  ): Promise<{ readonly purpose: "first-administrator" | "invitation"; readonly user: UserId | null } | null>;
  /** True for exactly one caller; false when used, expired or unknown. */
  use(tokenHash: string, now: Instant): Promise<boolean>;
}

/** What may wait for a second person. */
export type Proposed =
  | {
      readonly kind: "withdrawal";
      readonly statement: StatementId;
      readonly version: number;
      readonly reason: LocalText;
    }
  | { readonly kind: "notice"; readonly notice: NoticeContent };

/** Something that needs a second person before it happens. */
export type Proposal = Proposed & ProposalCourse;

/** Who proposed it, and what came of it. */
interface ProposalCourse {
  readonly id: ProposalId;
  readonly proposedBy: UserId;
  readonly proposedAt: Instant;
  readonly status: "open" | "approved" | "refused";
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
}

export interface ProposalStore {
  insert(proposal: Proposal): Promise<void>;
  get(id: ProposalId): Promise<Proposal | null>;
  list(status: Proposal["status"]): Promise<readonly Proposal[]>;
  /** Moves an open proposal on; false when it is no longer open. */
  decide(id: ProposalId, status: "approved" | "refused", by: UserId, at: Instant): Promise<boolean>;
}

/** Who did what on the desk, for the office itself; not public. */
export interface Activity {
  readonly at: Instant;
  readonly by: UserId | null;
  /** Stable code: `draft.saved`, `edition.published`, `attribution.rejected` … */
  readonly action: string;
  /** What it was done to: an id. */
  readonly about: string;
  readonly note: string;
}

export interface ActivityStore {
  add(activity: Activity): Promise<void>;
  /** Newest first. */
  list(filter: { readonly about?: string; readonly limit: number }): Promise<readonly Activity[]>;
}
