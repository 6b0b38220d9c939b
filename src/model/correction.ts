import type { CorrectionId, StatementId } from "./id.ts";
import type { LocalText } from "./language.ts";
import type { Statement } from "./statement.ts";

/** correction: we were wrong; update: the world changed; withdrawal: it no longer stands. */
export const CORRECTION_KINDS = ["correction", "update", "withdrawal"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Says what was wrong, what is right, and where it stood. */
export interface Correction {
  readonly id: CorrectionId;
  readonly kind: CorrectionKind;
  readonly statement: StatementId;
  /** The version that this replaces or withdraws. */
  readonly fromVersion: number;
  /** What we wrote. */
  readonly wrong: LocalText;
  /** The new version of the statement; null for a withdrawal. */
  readonly right: Statement | null;
  /** Why, for the public. */
  readonly reason: LocalText;
  /** Numbers of the editions that carried the old version. */
  readonly editions: readonly number[];
}
