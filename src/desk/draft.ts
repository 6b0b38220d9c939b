import type { Evidence } from "../model/evidence.ts";
import type { Grade } from "../model/grade.ts";
import type { DraftId, ReplyRequestId, StatementId, UserId } from "../model/id.ts";
import type { Lang, LocalText } from "../model/language.ts";
import type { Section, StatementKind } from "../model/statement.ts";
import type { Instant } from "../model/time.ts";

/** A statement being written, or one carried over from an earlier edition. */
export interface DraftStatement {
  /** Stable within the draft; made by the editor page. */
  readonly key: string;
  /** Carry over the standing version of this published statement; the fields below are then not used. */
  readonly carried: StatementId | null;
  readonly section: Section;
  readonly kind: StatementKind;
  readonly text: LocalText;
  readonly asOf: Instant | null;
  readonly grade: Grade;
  readonly evidence: readonly Evidence[];
  readonly area: LocalText;
  readonly replyRequests: readonly ReplyRequestId[];
}

export interface EditionDraftContent {
  readonly asOf: Instant | null;
  readonly nextUpdate: Instant | null;
  readonly glance: readonly LocalText[];
  readonly languages: readonly Lang[];
  readonly statements: readonly DraftStatement[];
}

/** The next edition while it is being written. */
export interface EditionDraft {
  readonly id: DraftId;
  /** Counts saves; a save names the revision that it changes. */
  readonly revision: number;
  readonly status: "open" | "published" | "discarded";
  /** The edition's number once published. */
  readonly edition: number | null;
  readonly content: EditionDraftContent;
  readonly savedAt: Instant;
  readonly savedBy: UserId;
}

export const emptyDraftContent: EditionDraftContent = {
  asOf: null,
  nextUpdate: null,
  glance: [],
  languages: [],
  statements: [],
};
