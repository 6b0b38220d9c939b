import type { Evidence } from "./evidence.ts";
import type { Grade } from "./grade.ts";
import type { ReplyRequestId, StatementId } from "./id.ts";
import type { LocalText } from "./language.ts";
import type { Instant } from "./time.ts";

export const SECTIONS = ["situation", "measures", "safety"] as const;
export type Section = (typeof SECTIONS)[number];

export const STATEMENT_KINDS = ["known", "not-known", "being-done"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** One sentence or short paragraph that the office stands behind, in one version. */
export interface Statement {
  readonly id: StatementId;
  /** 1 at first publication; each correction or update makes the next. */
  readonly version: number;
  readonly section: Section;
  readonly kind: StatementKind;
  readonly text: LocalText;
  readonly asOf: Instant;
  readonly grade: Grade;
  readonly evidence: readonly Evidence[];
  /** Plain name of the area that it is about; empty for the whole country. */
  readonly area: LocalText;
  readonly replyRequests: readonly ReplyRequestId[];
}

/** Names one version of one statement. */
export interface StatementRef {
  readonly id: StatementId;
  readonly version: number;
}
